"""Runs: what the documents of one unit hold, counted once and kept. A segment is merged from the runs of its units.

A run is a table of keys (first word, second word or "") with the documents of the unit that hold each and how weightily
(`tally`), cut into parts by the first syllable; each part has its own list of words.
"""

from __future__ import annotations

import marshal
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from struct import unpack
from typing import Final, NamedTuple
from zlib import crc32

from newsroom.card import WITHOUT_REFERENCES
from newsroom.digests import bytes_digest, together
from newsroom.search.abbreviations import Abbreviations

UNIT: Final = 256
"""Documents of a unit: a number among them is one byte."""
PARTS: Final = 256
PLACE: Final = "<u4"
"""How the place of a word is kept."""
_OF_A_PART: Final = 8
"""Bytes of the digest of a part: of an archive there are very many."""
_CODE: Final = together(
    (
        *(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))),
        unicodedata.unidata_version.encode(),
    )
)
"""Runs counted by another version of this package are others."""


class Part(NamedTuple):
    """Some keys of a run: places of their words among `words`, then how many documents hold each, less one.

    `documents` and `weights` are those of all keys behind one another, a byte each.
    """

    words: list[str]
    firsts: bytes
    seconds: bytes
    counts: bytes
    documents: bytes
    weights: bytes

    def spelt_keys(self) -> Iterator[tuple[str, str]]:
        """The words of each key, the second "" where it is no pair."""
        places = (unpack(f"<{len(column) // 4}I", column) for column in (self.firsts, self.seconds))
        return zip(*(map(self.words.__getitem__, told) for told in places), strict=True)


class Run(NamedTuple):
    """`parts` are packed, the packed vocabulary stands behind them; `head` tells digest and size of each."""

    head: bytes
    parts: list[bytes]


class Head(NamedTuple):
    """Digests and sizes of the parts of a run, those of its vocabulary last. A size is what files are cut by."""

    digests: tuple[bytes, ...]
    sizes: tuple[int, ...]


def unit_digest(abbreviations: Abbreviations, drawn: Sequence[bytes]) -> bytes:
    """What the run of a unit is made of; `drawn` are the digests of its documents."""
    return together((_CODE, abbreviations.digest, *drawn))


@lru_cache(maxsize=100_000)
def part_of(syllable: str) -> int:
    """The part to which a folded syllable belongs, alone and as the first of a pair."""
    return crc32(syllable.encode()) >> 24


def pack_run(parts: Sequence[Part], sizes: Sequence[int], vocabulary: Mapping[str, int]) -> Run:
    """A run as it is kept; `vocabulary` tells how many documents hold each syllable."""
    packed = [marshal.dumps(("\n".join(part.words), *part[1:]), WITHOUT_REFERENCES) for part in parts]
    packed.append(marshal.dumps(dict(vocabulary), WITHOUT_REFERENCES))
    digests = [bytes_digest(part, _OF_A_PART) for part in packed]
    return Run(marshal.dumps((digests, [*sizes, len(packed[-1])]), WITHOUT_REFERENCES), packed)


def unpack_head(packed: bytes) -> Head:
    """The head of a run."""
    digests, sizes = marshal.loads(packed)
    return Head(tuple(digests), tuple(sizes))


def unpack_part(packed: bytes) -> Part:
    """A part of a run."""
    words, *columns = marshal.loads(packed)
    return Part(words.split("\n"), *columns)


def unpack_vocabulary(packed: bytes) -> dict[str, int]:
    """How many documents hold each folded syllable."""
    vocabulary: dict[str, int] = marshal.loads(packed)
    return vocabulary
