"""Listings: long lists of articles cut into pages that stay as they are.

Older pages are numbered from the oldest, so a new article changes only the newest page, however long the archive.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

PAGE_SIZE: Final = 20


@dataclass(frozen=True, slots=True)
class ListingPage(Generic[T]):
    """One page of a listing, its items newest first. `number` is 0 for the landing page, else counts from the oldest."""

    number: int
    items: tuple[T, ...]
    older: int | None
    newer: int | None


def paginate(newest_first: Sequence[T]) -> tuple[ListingPage[T], ...]:
    """Cut a list into a landing page of 20 to 39 items, fewer where there are no more, and full older pages, landing page first."""
    older_pages = max(0, len(newest_first) // PAGE_SIZE - 1)
    oldest_first = newest_first[::-1]
    landing = ListingPage(0, tuple(oldest_first[older_pages * PAGE_SIZE :][::-1]), older_pages or None, None)
    older = [
        ListingPage(
            number=number,
            items=tuple(oldest_first[(number - 1) * PAGE_SIZE : number * PAGE_SIZE][::-1]),
            older=number - 1 or None,
            newer=number + 1 if number < older_pages else 0,
        )
        for number in range(older_pages, 0, -1)
    ]
    return (landing, *older)


def nearby(members: Sequence[T], place: int, size: int) -> tuple[T, ...]:
    """The `size` items next older than the one at `place` (newest first); newer ones fill up where the list ends.

    Preferring the older keeps the choice as it is when something newer is published.
    """
    older = tuple(members[place + 1 : place + 1 + size])
    missing = size - len(older)
    return (*members[max(0, place - missing) : place], *older) if missing else older


def surroundings(length: int, place: int, size: int) -> slice:
    """The part of a list of `length` that holds the item at `place`, its two neighbours and what is `nearby`."""
    missing = max(0, place + 1 + size - length)
    return slice(max(0, place - max(1, missing)), place + 1 + size)


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month as weeks of days, Monday first; None stands for days of its neighbours."""

    year: int
    month: int
    weeks: tuple[tuple[dt.date | None, ...], ...]


def month_grid(year: int, month: int) -> MonthGrid:
    """The calendar sheet of a month."""
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(year, month)
    return MonthGrid(year, month, tuple(tuple(d if d.month == month else None for d in week) for week in weeks))
