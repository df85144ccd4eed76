"""Runs: what the documents of one unit hold, counted once and kept. A segment is merged from the runs of its units.

A run is a table of (first word, second word or "", documents of the unit each with its weight), cut into parts by the
first syllable. A weight is four bits: title, and three for how much of the text it is.
"""

from __future__ import annotations

import hashlib
import marshal
import unicodedata
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from itertools import chain, pairwise, repeat
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar
from zlib import crc32

from newsroom.search.abbreviations import Abbreviations, beside
from newsroom.search.records import Fields, Record
from newsroom.search.tokens import words

UNIT: Final = 256
"""Documents of a unit: a number among them is one byte."""
PARTS: Final = 256
TITLE: Final = 8
_STABLE: Final = 2
"""The marshal version whose bytes depend on nothing but the values."""
_USUAL_LENGTH: Final = 500
_CODE: Final = hashlib.blake2b(
    b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    + unicodedata.unidata_version.encode(),
    digest_size=16,
).digest()
"""Runs counted by another version of this package are others."""


K = TypeVar("K")
Postings = defaultdict[K, bytearray]
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
    singles: Postings[str] = defaultdict(bytearray)
    pairs: Postings[tuple[str, str]] = defaultdict(bytearray)
    for number, record in enumerate(records):
        _count(abbreviations, record.fields(), number, singles, pairs)
    parts: list[list[str | bytearray]] = [[] for _ in range(PARTS)]
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
    names = [words(name) for name in fields.names if name]
    word_counts = Counter(chain(body, lead, lead, title, *names))
    pair_counts = Counter(chain(pairwise(body), pairwise(lead), pairwise(lead), pairwise(title)))
    for name in names:
        pair_counts.update(pairwise(name))
    if not abbreviations.by_start.keys().isdisjoint(pair_counts):
        for text in (title, lead, body, *names):
            spans = abbreviations.spans(text)
            word_counts.update(short for _, _, short in spans)
            pair_counts.update(beside(text, spans))
    levels = _levels(len(body) + len(lead) + len(title), max(word_counts.values(), default=0))
    _add(singles, word_counts, number, levels)
    _add(pairs, pair_counts, number, levels)
    spans = abbreviations.spans(title)
    for word in {*title, *(short for _, _, short in spans)}:
        singles[word][-1] |= TITLE
    for pair in {*pairwise(title), *beside(title, spans)}:
        pairs[pair][-1] |= TITLE


def _add(postings: Postings[K], counts: Counter[K], number: int, levels: Sequence[int]) -> None:
    lists = list(map(postings.__getitem__, counts))
    deque(map(bytearray.append, lists, repeat(number)), 0)
    deque(map(bytearray.append, lists, map(levels.__getitem__, counts.values())), 0)


def _levels(length: int, most: int) -> list[int]:
    """The level (0–7) of each count in a text of so many words: it saturates, and long texts need more."""
    slack = 1.5 * (0.5 + 0.5 * length / _USUAL_LENGTH)
    return [min(7, int(8 * count / (count + slack))) for count in range(2 * most + 2)]
