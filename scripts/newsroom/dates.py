"""Dates as editors write them: whole days, moments on a Vietnamese clock, and dates of which only a part is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from newsroom.vietnamese import VIETNAM_TIME, format_day, in_vietnam

EARLIEST: Final = date(1930, 2, 3)
"""The founding day of the Party: no figure or article of the field is older."""
LATEST: Final = date(2100, 1, 1)


class WrongForm(ValueError):
    """Text that does not have the form of a date at all; a plain ValueError means a day that does not exist."""


class OutOfTime(ValueError):
    """A real day, but one that no text of the field tells of."""


_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MOMENT: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day."""

    year: int
    month: int = 0
    day: int = 0

    def is_before(self, other: PartialDate) -> bool:
        """Whether it surely lies before the other: 2025 is not before 2025-05."""
        known = [(mine, theirs) for mine, theirs in zip(self._parts, other._parts, strict=True) if mine and theirs]
        return [mine for mine, _ in known] < [theirs for _, theirs in known]

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A day that is wholly known."""
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def _parts(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day

    @property
    def iso(self) -> str:
        """2022, 2022-10 or 2022-10-25."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def __str__(self) -> str:
        if self.day:
            return format_day(date(self.year, self.month, self.day))
        return f"{self.month:02d}/{self.year:04d}" if self.month else f"{self.year:04d}"


def parse_day(text: str) -> date:
    """Read 2022-10-25. Raises ValueError for any other form and for days that do not exist."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        raise WrongForm(text)
    return _within(date(*(int(part) for part in match.groups())))


def parse_partial(text: str, earliest: date = EARLIEST) -> PartialDate:
    """Read 2022, 2022-10 or 2022-10-25. Raises ValueError like parse_day."""
    match = _PARTIAL.fullmatch(text.strip())
    if not match:
        raise WrongForm(text)
    year, month, day = (None if part is None else int(part) for part in match.groups())
    first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    last = first.replace(month=first.month if month else 12, day=first.day if day else 28)
    if last < earliest or first > LATEST:
        raise OutOfTime(text)
    return PartialDate(first.year, month or 0, day or 0)


def parse_moment(text: str) -> datetime:
    """Read 2022-10-25T21:46:16+07:00, 2022-10-25 21:46 or 2022-10-25 (midnight); naive times are Vietnamese.

    Raises ValueError.
    """
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        raise WrongForm(text)
    day, hour, minute, second, zone = match.groups()
    clock = time(int(hour or 0), int(minute or 0), int(second or 0))
    if not zone:
        return datetime.combine(parse_day(day), clock, VIETNAM_TIME)
    zone = "+00:00" if zone == "Z" else zone
    return in_vietnam(datetime.fromisoformat(f"{parse_day(day).isoformat()}T{clock.isoformat()}{zone}"))


def _within(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise OutOfTime(day.isoformat())
    return day
