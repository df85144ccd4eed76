"""Shards: how the postings of a segment are cut by the key into files of some kilobytes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

from newsroom.search.runs import PARTS, Head
from newsroom.search.segments import MANY

_A_SHARD: Final = 49_000
"""Bytes of runs that make a file of some 7 kB: fewer than 2,500 files at 10,000 articles."""
_A_SHARD_OF_MANY: Final = 39_500
"""Of a long segment: keys that each of its runs holds are told once, and files come out smaller."""
_MOST_SPREAD: Final = 8
_SPREAD_OF: Final = 4
"""A group of so many files is the first to be spread over more than one."""
_A_SHARD_OF_FEW: Final = 11_000
_FEW: Final = 4
"""Units of a short segment."""


def layout(heads: Sequence[Head]) -> list[int]:
    """For each part how many files it is cut into; 0 where it shares the file of the part before.

    Those of a short segment are smaller: every query asks there as well.
    """
    wanted = _A_SHARD_OF_FEW if len(heads) <= _FEW else _A_SHARD if len(heads) <= MANY else _A_SHARD_OF_MANY
    cut: list[int] = []
    room = 0
    for part in range(PARTS):
        size = sum(head.sizes[part] for head in heads)
        room -= size
        if room >= 0 and cut:
            cut.append(0)
            continue
        cut.append(max(1, round(size / wanted)))
        room = wanted - size
    return cut


def groups(cut: Sequence[int]) -> list[tuple[int, range, int]]:
    """The first file, the parts and the number of files of what is merged together."""
    found: list[tuple[int, range, int]] = []
    first = 0
    starts = [part for part in range(PARTS) if cut[part]]
    for start, end in zip(starts, [*starts[1:], PARTS], strict=True):
        found.append((first, range(start, end), cut[start]))
        first += cut[start]
    return found


def file_of(first: str, second: str, files: int) -> int:
    """Which of the files of a group holds a key.

    What begins with one letter after a common syllable is much: it is spread over some files in a row by the two letters
    after that. So a half-typed second syllable is found in one, or where so little is typed in a few.
    """
    return (row_of(first, second[:1]) + place_in_row(second, files)) % files


def row_of(first: str, letter: str) -> int:
    """Where the row of files begins of what goes on with a letter, modulo the number of files."""
    return crc32(f"{first} {letter}".encode())


def place_in_row(second: str, files: int) -> int:
    """Which file of its row holds a key that goes on with a syllable."""
    return _sum(second[1:3]) % max(1, min(_MOST_SPREAD, files // _SPREAD_OF))


@lru_cache(maxsize=10_000)
def _sum(letters: str) -> int:
    return crc32(letters.encode())
