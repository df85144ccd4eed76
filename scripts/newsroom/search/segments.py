"""Segments: the archive in date order, cut from the oldest into long stretches, and what is left over, which is fresh.

A new article changes the fresh segment only, until that is full and joins the last long one. Units end with the year, so
that an article that is withdrawn moves those of its year alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, pairwise
from typing import Final

from newsroom.search.records import Record
from newsroom.search.runs import UNIT

Unit = tuple[Record, ...]

FRESH: Final = "moi"
"""The name of the fresh segment."""
LONGEST: Final = 256
"""Units of a segment: the number of a unit in it is one byte."""
MANY: Final = 64
"""Units of a segment that is long: what each of them holds is told once, but the hits of a page lie far apart there."""
_FEW: Final = 32
"""Articles that are fresh, fewer than that: all of them are counted again when one comes."""
_LARGE: Final = 64
"""From so many units on the last long segment grows by more than one at a time: to merge it is work."""
_STEP: Final = 16


@dataclass(frozen=True)
class Segment:
    """`name` is its folder; `units` are its records, at most 256 in each and all of one year."""

    name: str
    units: tuple[Unit, ...]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """All records in order."""
        return tuple(chain.from_iterable(self.units))

    @property
    def size(self) -> int:
        """How many records there are."""
        return sum(map(len, self.units))


def segments_of(articles: Sequence[Record], others: Sequence[Record]) -> list[Segment]:
    """Articles from the oldest to the newest; profiles and pages stand before them, so that what is fresh is little."""
    edge = len(articles) // _FEW * _FEW
    long = [*others, *articles[:edge]] if edge else []
    fresh = articles[edge:] if edge else [*others, *articles]
    named = [*((f"d{place}", units) for place, units in enumerate(_stretches(_units(long)))), (FRESH, _units(fresh))]
    return [Segment(name, tuple(units)) for name, units in named if units]


def _stretches(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Units by segments: full ones, then one that grows by steps, then what does not fill a step."""
    full = len(units) // LONGEST * LONGEST
    rest = len(units) - full
    step = full + (rest // _STEP * _STEP if rest >= _LARGE else 0)
    edges = [*range(0, full, LONGEST), full, step, len(units)]
    return (units[start:end] for start, end in pairwise(edges) if start < end)


def _units(records: Sequence[Record]) -> list[Unit]:
    years = (tuple(year) for _, year in groupby(records, key=lambda record: record.day[:4]))
    return [year[start : start + UNIT] for year in years for start in range(0, len(year), UNIT)]
