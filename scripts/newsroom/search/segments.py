"""Segments: the archive in date order, cut from the oldest into long stretches, and what is left over, which is fresh.

A new article changes the fresh segment only, until that is full and joins the last long one. Units end with the year, so
that an article that is withdrawn moves those of its year alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, groupby, pairwise
from typing import Final, NamedTuple

from newsroom.search.records import Record
from newsroom.search.runs import UNIT

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


class Roll(NamedTuple):
    """Documents in order, of which no more is known than each one's year ("" without a day) and a digest of all that it is
    read from. `record` makes the record of the one at a place: of an archive at rest nobody asks for any.
    """

    years: Sequence[str]
    drawn: Sequence[bytes]
    record: Callable[[int], Record]


class Unit(NamedTuple):
    """Documents of one year that follow one another, at most 256: their places on a roll."""

    roll: Roll
    span: range

    @property
    def year(self) -> str:
        """The year of all of them, "" where they have none."""
        return self.roll.years[self.span.start]

    @property
    def drawn(self) -> Sequence[bytes]:
        """The digest of each document."""
        return self.roll.drawn[self.span.start : self.span.stop]

    @property
    def records(self) -> tuple[Record, ...]:
        """The record of each document."""
        return tuple(map(self.roll.record, self.span))


@dataclass(frozen=True)
class Segment:
    """`name` is its folder."""

    name: str
    units: tuple[Unit, ...]

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(unit.span) for unit in self.units))

    @property
    def size(self) -> int:
        """How many documents there are."""
        return self._ends[-1] if self.units else 0

    @cached_property
    def drawn(self) -> list[bytes]:
        """The digest of every document, in order."""
        return list(chain.from_iterable([unit.drawn for unit in self.units]))

    def records(self, span: range) -> tuple[Record, ...]:
        """The records of the documents at some places."""
        return tuple(map(self._record, span))

    def _record(self, place: int) -> Record:
        number = bisect_right(self._ends, place)
        unit = self.units[number]
        return unit.roll.record(unit.span[place - self._ends[number]])


def segments_of(articles: Roll, others: Roll) -> list[Segment]:
    """Articles from the oldest to the newest; profiles and pages, which have no day, stand before them, so that what is
    fresh is little.
    """
    edge = len(articles.years) // _FEW * _FEW
    long = [*_units(others, 0), *_units(articles, 0, edge)] if edge else []
    fresh = [*([] if edge else _units(others, 0)), *_units(articles, edge)]
    named = [*((f"d{place}", units) for place, units in enumerate(_stretches(long))), (FRESH, fresh)]
    return [Segment(name, tuple(units)) for name, units in named if units]


def _stretches(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Units by segments: full ones, then one that grows by steps, then what does not fill a step."""
    full = len(units) // LONGEST * LONGEST
    rest = len(units) - full
    step = full + (rest // _STEP * _STEP if rest >= _LARGE else 0)
    edges = [*range(0, full, LONGEST), full, step, len(units)]
    return (units[start:end] for start, end in pairwise(edges) if start < end)


def _units(roll: Roll, start: int, stop: int | None = None) -> Iterator[Unit]:
    """What stands from one place on a roll to another: each year begins a unit."""
    for _, years in groupby(roll.years[start:stop]):
        end = start + len(list(years))
        yield from (Unit(roll, range(first, min(first + UNIT, end))) for first in range(start, end, UNIT))
        start = end
