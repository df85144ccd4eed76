"""Segments: the archive in date order, cut from the oldest into long stretches, and what is left over, which is fresh.

A new article changes the fresh segment only, until that is full and joins the long one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.search.records import Record
from newsroom.search.runs import UNIT

LONGEST: Final = 256 * UNIT
"""Documents of a segment: the number of a unit in it is one byte."""
_FRESH: Final = UNIT // 2
"""Articles that are fresh, at most: all of them are counted again when one comes. The last unit of a segment may be half."""
_LARGE: Final = 64 * UNIT
"""From so many documents on the long segments grow by more than a unit at a time: to merge them is work."""
_STEP: Final = 16 * UNIT


@dataclass(frozen=True)
class Segment:
    """`name` is its folder; `units` are its records, 256 and 256, the last maybe fewer."""

    name: str
    units: tuple[tuple[Record, ...], ...]

    @property
    def records(self) -> Iterator[Record]:
        """All records in order."""
        return (record for unit in self.units for record in unit)

    @property
    def size(self) -> int:
        """How many records there are."""
        return sum(map(len, self.units))


def segments_of(articles: Sequence[Record], others: Sequence[Record]) -> list[Segment]:
    """Articles from the oldest to the newest; profiles and pages stand before what is fresh."""
    size = len(articles)
    edges = [*range(0, size, LONGEST), size // _STEP * _STEP if size >= _LARGE else 0, size // _FRESH * _FRESH]
    edges = sorted({*edges, 0})
    spans = [articles[start:end] for start, end in zip(edges, [*edges[1:], edges[-1]], strict=True)]
    long = [span for span in spans if span]
    fresh = (*others, *articles[edges[-1] :])
    named = [*((f"d{place}", span) for place, span in enumerate(long)), ("moi", fresh)]
    return [Segment(name, _units(span)) for name, span in named if span]


def _units(records: Sequence[Record]) -> tuple[tuple[Record, ...], ...]:
    return tuple(tuple(records[start : start + UNIT]) for start in range(0, len(records), UNIT))
