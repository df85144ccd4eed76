"""Runs: what the documents of one unit hold, counted once and kept. A segment is merged from the runs of its units.

A run is a table of (first word, second word or "", documents of the unit each with its weight), cut into parts by the
first syllable. A weight is a bit for the title, three for how often it stands there, and of a pair four that tell the
syllable after it (`tally.follower`): a phrase is told by its pairs, each of which knows how it goes on.
"""

from __future__ import annotations

import hashlib
import marshal
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar
from zlib import crc32

from newsroom.search.abbreviations import Abbreviations
from newsroom.search.records import Fields, Record
from newsroom.search.tally import Followers, Tally
from newsroom.search.tokens import words

UNIT: Final = 256
"""Documents of a unit: a number among them is one byte."""
PARTS: Final = 256
_WEIGHTS: Final = 256
_STABLE: Final = 2
"""The marshal version whose bytes depend on nothing but the values."""
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
    after = Followers()
    for number, record in enumerate(records):
        tally = _count(abbreviations, record.fields(), after)
        _add(singles, tally.word_weights(), number)
        _add(pairs, tally.pair_weights(), number)
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


def _count(abbreviations: Abbreviations, fields: Fields, after: Followers) -> Tally:
    names = [words(name) for name in fields.names]
    tally = Tally(words(fields.title), words(fields.lead), [*names, words(fields.body)], after)
    tally.read_short(abbreviations)
    return tally


def _add(postings: Postings[K], weights: Mapping[K, int], number: int) -> None:
    """Add a document to the postings of each key."""
    known, told = postings.get, _told(number)
    for key, weight in weights.items():
        before = known(key)
        postings[key] = before + told[weight] if before else told[weight]


@cache
def _told(number: int) -> list[bytes]:
    """The posting of a document for each weight."""
    return [bytes((number, weight)) for weight in range(_WEIGHTS)]
