"""“Xem tin theo ngày”: a calendar of links, year by year, month by month, day by day. Works without JavaScript."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from newsroom.article import Article
from newsroom.render.edition import Edition
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.vietnamese import format_day, format_weekday

ARCHIVE: Final = "luu-tru/"
_MOST_LISTED: Final = 40
"""A month with more articles than this shows its calendar only; the days list the titles."""


def archive_leaves(edition: Edition) -> Iterator[Leaf]:
    """The archive's landing page, its years, months and days."""
    by_day = edition.library.by_day
    days = sorted(by_day)
    counts = {day: len(by_day[day]) for day in days}
    yield _landing(edition, counts)
    for year in sorted({day.year for day in days}):
        yield _year(edition, year, counts)
    for year, month in sorted({(day.year, day.month) for day in days}):
        yield _month(edition, year, month, counts)
    for place, day in enumerate(days):
        earlier = days[place - 1] if place else None
        later = days[place + 1] if place + 1 < len(days) else None
        yield _day(edition, day, earlier, later)


def day_url(day: dt.date) -> str:
    """The address of a day."""
    return f"{ARCHIVE}{day.year:04d}/{day.month:02d}/{day.day:02d}/"


def _leaf(edition: Edition, template: str, url: str, title: str, description: str, **context: object) -> Leaf:
    settings = edition.library.settings
    crumbs = [(settings.name, ""), ("Xem tin theo ngày", ARCHIVE), *([(title, url)] if url != ARCHIVE else [])]
    head = Head(url=url, title=title, description=description, data=(crumbs_data(settings, crumbs),))
    return edition.leaf(template, head, ARCHIVE, **context)


def _landing(edition: Edition, counts: dict[dt.date, int]) -> Leaf:
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


def _year(edition: Edition, year: int, counts: dict[dt.date, int]) -> Leaf:
    ours = {day: count for day, count in counts.items() if day.year == year}
    return _leaf(
        edition,
        "archive_year.html",
        f"{ARCHIVE}{year:04d}/",
        f"Năm {year}",
        f"{sum(ours.values())} bài đăng năm {year}.",
        year=year,
        counts=ours,
        months=sorted({day.month for day in ours}),
        total=sum(ours.values()),
    )


def _month(edition: Edition, year: int, month: int, counts: dict[dt.date, int]) -> Leaf:
    ours = {day: count for day, count in counts.items() if (day.year, day.month) == (year, month)}
    total = sum(ours.values())
    listed = [(day, edition.cards_of(edition.library.by_day[day])) for day in sorted(ours, reverse=True)]
    return _leaf(
        edition,
        "archive_month.html",
        f"{ARCHIVE}{year:04d}/{month:02d}/",
        f"Tháng {month}/{year}",
        f"{total} bài đăng trong tháng {month}/{year}.",
        year=year,
        month=month,
        counts=ours,
        total=total,
        days=listed if total <= _MOST_LISTED else [],
    )


def _day(edition: Edition, day: dt.date, earlier: dt.date | None, later: dt.date | None) -> Leaf:
    articles: tuple[Article, ...] = edition.library.by_day[day]
    title = f"{format_weekday(day)}, {format_day(day)}"
    return _leaf(
        edition,
        "archive_day.html",
        day_url(day),
        title,
        f"{len(articles)} bài đăng ngày {format_day(day)}.",
        day=day,
        cards=edition.cards_of(articles),
        earlier=earlier,
        later=later,
    )
