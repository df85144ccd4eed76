"""Runs: what the documents of one unit hold, counted once and kept. A segment is merged from the runs of its units.

A run is a table of (first word, second word or "", documents of the unit each with its weight), cut into parts by the
first syllable. A weight is a bit for the title, three for how often it stands there, and of a pair that stands there once
two for where in its text: the next pair of the same phrase stands one further.
"""

from __future__ import annotations

import hashlib
import marshal
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, cycle, pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar
from zlib import crc32

from newsroom.search.abbreviations import Abbreviations, beside
from newsroom.search.postings import TITLE
from newsroom.search.records import Fields, Record
from newsroom.search.tokens import words

UNIT: Final = 256
"""Documents of a unit: a number among them is one byte."""
PARTS: Final = 256
_PLACES: Final = (0, 16, 32, 48)
_WEIGHTS: Final = 64
_STABLE: Final = 2
"""The marshal version whose bytes depend on nothing but the values."""
_LEVELS: Final = bytes([0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6]) + b"\7" * 1_000_000
"""The level of each count: it saturates."""
_CODE: Final = hashlib.blake2b(
    b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    + unicodedata.unidata_version.encode(),
    digest_size=16,
).digest()
"""Runs counted by another version of this package are others."""


K = TypeVar("K")
Postings = dict[K, bytes]
"""Documents of the unit by key, each with its weight."""


class Run(NamedTuple):
    """`parts` are packed tables, then the packed vocabulary; `head` tells digest and size of each."""

    head: bytes
    parts: list[bytes]


class Head(NamedTuple):
    """Digests and sizes of the parts of a run, those of its vocabulary last."""

    digests: tuple[bytes, ...]
    sizes: tuple[int, ...]


def unit_digest(abbreviations: Abbreviations, records: Sequence[Record]) -> bytes:
    """What a run is made of."""
    told = repr(abbreviations.pairs).encode()
    return hashlib.blake2b(b"".join((_CODE, told, *(record.drawn for record in records))), digest_size=16).digest()


def make_run(abbreviations: Abbreviations, records: Sequence[Record]) -> Run:
    """Count the documents of a unit."""
    singles: Postings[str] = {}
    pairs: Postings[tuple[str, str]] = {}
    for number, record in enumerate(records):
        _count(abbreviations, record.fields(), number, singles, pairs)
    parts: list[list[str | bytes]] = [[] for _ in range(PARTS)]
    place = _Places()
    vocabulary: dict[str, int] = {}
    for word, postings in singles.items():
        parts[place[word]] += (word, "", postings)
        syllable = word[:-1]
        if syllable.isalpha():
            vocabulary[syllable] = vocabulary.get(syllable, 0) + len(postings) // 2
    for (first, second), postings in pairs.items():
        parts[place[first]] += (first, second, postings)
    packed = [marshal.dumps(part, _STABLE) for part in parts]
    packed.append(marshal.dumps(vocabulary, _STABLE))
    return Run(_pack_head(packed), packed)


def _pack_head(packed: Sequence[bytes]) -> bytes:
    digests = [hashlib.blake2b(part, digest_size=8).digest() for part in packed]
    return marshal.dumps((digests, [len(part) for part in packed]), _STABLE)


def unpack_head(packed: bytes) -> Head:
    """The head of a run."""
    digests, sizes = marshal.loads(packed)
    return Head(tuple(digests), tuple(sizes))


def unpack_part(packed: bytes) -> list[Any]:
    """The table of a part as one list: word, word, postings, word, word, postings …"""
    part: list[Any] = marshal.loads(packed)
    return part


def unpack_vocabulary(packed: bytes) -> dict[str, int]:
    """How many documents hold each folded syllable."""
    vocabulary: dict[str, int] = marshal.loads(packed)
    return vocabulary


def part_of(syllable: str) -> int:
    """The part to which a folded syllable belongs, alone and as the first of a pair."""
    return crc32(syllable.encode()) >> 24


class _Places(dict[str, int]):
    """The part of each word."""

    def __missing__(self, word: str) -> int:
        part = self[word] = part_of(word[:-1])
        return part


def _count(
    abbreviations: Abbreviations,
    fields: Fields,
    number: int,
    singles: Postings[str],
    pairs: Postings[tuple[str, str]],
) -> None:
    """Add the postings of a document. The inner loops are those of `map`: there are millions of turns."""
    title, lead, body = words(fields.title), words(fields.lead), words(fields.body)
    texts = [title, lead, lead, *(words(name) for name in fields.names if name), body]
    word_counts = Counter(chain.from_iterable(texts))
    neighbours = [list(pairwise(text)) for text in texts]
    pair_counts = Counter(chain.from_iterable(neighbours))
    places: dict[tuple[str, str], int] = {}
    for pairs_of_text in neighbours:
        places.update(zip(pairs_of_text, cycle(_PLACES), strict=False))
    titled, title_pairs = set(title), set(pairwise(title))
    if not abbreviations.by_start.keys().isdisjoint(pair_counts):
        for text in texts:
            spans = abbreviations.spans(text)
            word_counts.update(short for _, _, short in spans)
            for pair, place in beside(text, spans):
                pair_counts[pair] += 1
                places.setdefault(pair, _PLACES[(place - 1) % len(_PLACES)])
                if text is title:
                    title_pairs.add(pair)
            if text is title:
                titled.update(short for _, _, short in spans)
    _add(singles, word_counts, number, map(_LEVELS.__getitem__, word_counts.values()), titled)
    weights = [
        _LEVELS[count] if count > 1 else place
        for count, place in zip(pair_counts.values(), places.values(), strict=True)
    ]
    _add(pairs, pair_counts, number, weights, title_pairs)


def _add(postings: Postings[K], keys: Iterable[K], number: int, weights: Iterable[int], titled: Iterable[K]) -> None:
    told = [bytes((number, weight)) for weight in range(_WEIGHTS)]
    known = postings.get
    for key, weight in zip(keys, weights, strict=True):
        before = known(key)
        postings[key] = before + told[weight] if before else told[weight]
    for key in titled:
        postings[key] = postings[key][:-1] + bytes((postings[key][-1] | TITLE,))
