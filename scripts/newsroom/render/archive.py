"""“Xem tin theo ngày”: a calendar of links, year by year, month by month, day by day. Works without JavaScript."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from newsroom.addresses import ARCHIVE
from newsroom.card import Card
from newsroom.digests import digest, together
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.naming import Link
from newsroom.render.plan import PagePlan
from newsroom.vietnamese import format_day, format_weekday

_DAY_TEMPLATE: Final = "archive_day.html"
Counts = dict[dt.date, int]
"""How many articles each day has, oldest day first."""
Around = tuple[Link | None, Link | None]
"""The month, or year, before and behind one: those that have articles."""

_MOST_LISTED: Final = 40
"""A month with more articles than this shows its calendar only; the days list the titles."""


def archive_plans(edition: Edition) -> Iterator[PagePlan]:
    """The archive's landing page, its years, months and days."""
    by_day = edition.library.by_day
    days = sorted(by_day)
    counts = {day: len(by_day[day]) for day in days}
    months = _grouped(counts, lambda day: (day.year, day.month))
    told = {month: _counts_digest(ours) for month, ours in months.items()}
    yield _plan(ARCHIVE, together(told.values()), partial(_landing, edition, counts))
    years = _grouped(counts, lambda day: (day.year,))
    for ((year,), ours), around in zip(years.items(), _around(list(years)), strict=True):
        inputs = digest(around, *[counted for month, counted in told.items() if month[0] == year])
        yield _plan(_address(year), inputs, partial(_year, edition, year, ours, around))
    for ((year, month), ours), around in zip(months.items(), _around(list(months)), strict=True):
        cards = [card for day in sorted(ours, reverse=True) for card in by_day[day]]
        inputs = digest(told[year, month], around, cards_digest(cards))
        yield _plan(_address(year, month), inputs, partial(_month, edition, year, month, ours, around))
    yield from _day_plans(edition, days)


def _around(times: Sequence[tuple[int, ...]]) -> list[Around]:
    """What stands before and behind each month, or each year, given from the oldest on."""
    links = [(_title(*time), _address(*time)) for time in times]
    behind = (*links[1:], None)
    return [(before, after) for before, _, after in zip((None, *links), links, behind, strict=False)]


def _address(year: int, month: int = 0) -> str:
    return f"{ARCHIVE}{year:04d}/{month:02d}/" if month else f"{ARCHIVE}{year:04d}/"


def _title(year: int, month: int = 0) -> str:
    return f"Tháng {month}/{year}" if month else f"Năm {year}"


def _day_plans(edition: Edition, days: Sequence[dt.date]) -> Iterator[PagePlan]:
    """The pages of the days, given from the oldest on."""
    for earlier, day, later in zip((None, *days), days, (*days[1:], None), strict=False):
        around = f"{earlier} {later}".encode()
        inputs = together([around, *[card.digest for card in edition.library.by_day[day]]])
        yield PagePlan(day_url(day), ARCHIVE, inputs, partial(_day, edition, day, earlier, later), _DAY_TEMPLATE)


def _plan(url: str, inputs: bytes, draw: Callable[[], Leaf]) -> PagePlan:
    return PagePlan(url, ARCHIVE, inputs, draw)


def _counts_digest(counts: Counts) -> bytes:
    return digest([(day.toordinal(), count) for day, count in counts.items()])


def _grouped(counts: Counts, key: Callable[[dt.date], tuple[int, ...]]) -> dict[tuple[int, ...], Counts]:
    groups: dict[tuple[int, ...], Counts] = {}
    for day, count in counts.items():
        groups.setdefault(key(day), {})[day] = count
    return groups


def day_url(day: dt.date) -> str:
    """The address of a day."""
    return f"{ARCHIVE}{day.isoformat().replace('-', '/')}/"


def _above(url: str) -> list[tuple[int, ...]]:
    """The year of a month; the year and the month of a day."""
    time = [int(part) for part in url.removeprefix(ARCHIVE).split("/") if part]
    return [tuple(time[:length]) for length in range(1, len(time))]


def _leaf(edition: Edition, template: str, url: str, title: str, description: str, **context: object) -> Leaf:
    settings = edition.library.settings
    above = [(_title(*time), _address(*time)) for time in _above(url)]
    own = [(title, url)] if url != ARCHIVE else []
    crumbs = [(settings.name, ""), ("Xem tin theo ngày", ARCHIVE), *above, *own]
    head = Head(url=url, title=title, description=description, data=(crumbs_data(settings, crumbs),))
    return edition.leaf(template, head, ARCHIVE, **context)


def _landing(edition: Edition, counts: Counts) -> Leaf:
    years = Counter[int]()
    months = Counter[tuple[int, int]]()
    for day, count in counts.items():
        years[day.year] += count
        months[day.year, day.month] += count
    description = f"Toàn bộ {sum(counts.values())} bài của {edition.library.settings.name}, xếp theo ngày đăng."
    return _leaf(
        edition,
        "archive.html",
        ARCHIVE,
        "Xem tin theo ngày",
        description,
        years=sorted(years.items(), reverse=True),
        months=months,
        newest=max(counts, default=None),
        oldest=min(counts, default=None),
    )


def _year(edition: Edition, year: int, ours: Counts, around: Around) -> Leaf:
    return _leaf(
        edition,
        "archive_year.html",
        _address(year),
        _title(year),
        f"{sum(ours.values())} bài đăng năm {year}.",
        year=year,
        counts=ours,
        months=sorted({day.month for day in ours}),
        total=sum(ours.values()),
        earlier=around[0],
        later=around[1],
    )


def _month(edition: Edition, year: int, month: int, ours: Counts, around: Around) -> Leaf:
    total = sum(ours.values())
    listed = [(day, edition.library.by_day[day]) for day in sorted(ours, reverse=True)]
    return _leaf(
        edition,
        "archive_month.html",
        _address(year, month),
        _title(year, month),
        f"{total} bài đăng trong tháng {month}/{year}.",
        year=year,
        month=month,
        counts=ours,
        total=total,
        days=listed if total <= _MOST_LISTED else [],
        earlier=around[0],
        later=around[1],
    )


def _day(edition: Edition, day: dt.date, earlier: dt.date | None, later: dt.date | None) -> Leaf:
    cards: tuple[Card, ...] = edition.library.by_day[day]
    title = f"{format_weekday(day)}, {format_day(day)}"
    return _leaf(
        edition,
        _DAY_TEMPLATE,
        day_url(day),
        title,
        f"{len(cards)} bài đăng ngày {format_day(day)}.",
        day=day,
        cards=cards,
        earlier=earlier and (format_day(earlier), day_url(earlier)),
        later=later and (format_day(later), day_url(later)),
    )
