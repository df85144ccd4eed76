"""Trends: figures that a profile tells for several dates, each value with the source it stands in.

Values are of one line only where their times are of one kind: “9 tháng năm 2021” and “9 tháng năm 2022” are, a nine months
and a year are not. Of two sources for one time the first told counts. Small cells stay unseen, as everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from newsroom.branch import Branch
from newsroom.branch.membership import WOMEN
from newsroom.dates import PartialDate
from newsroom.provenance import YEAR
from newsroom.vocabulary import Rating

MONEY: Final = "đồng"
_DAYS: Final = 365.25
_RATINGS: Final = {rating: place for place, rating in enumerate(reversed(Rating))}
_FEWEST: Final = 2


class Value(NamedTuple):
    """A figure at a time. `place` is where on the axis of time, in years; `mark` what is written there; `said` the figure in words."""

    time: str
    mark: str
    place: float
    figure: float
    source: str
    said: str = ""


class Trend(NamedTuple):
    """A figure through time, the earliest first. `section` is the part of the profile that tells it."""

    section: str
    name: str
    unit: str
    values: tuple[Value, ...]


class _Told(NamedTuple):
    section: str
    name: str
    unit: str
    kind: str
    """What the times of one line have in common."""
    value: Value


def trends_of(branch: Branch, hidden: Collection[str] = ()) -> tuple[Trend, ...]:
    """Every figure of a profile that has at least two dates, in the order of the profile; none of a hidden part."""
    lines: dict[tuple[str, str, str, str], dict[float, Value]] = {}
    for told in _told(branch, hidden):
        lines.setdefault(told[:-1], {}).setdefault(told.value.place, told.value)
    return tuple(
        Trend(section, name, unit, tuple(values[place] for place in sorted(values)))
        for (section, name, unit, _), values in lines.items()
        if len(values) >= _FEWEST
    )


def _told(branch: Branch, hidden: Collection[str]) -> Iterator[_Told]:
    others = (part(branch) for part in (_targets, _meetings, _ratings, _adoptions, _funds))
    return chain(_members(branch, hidden), *others)


def _members(branch: Branch, hidden: Collection[str]) -> Iterator[_Told]:
    for count in branch.membership:
        yield _Told("dang-vien", "Số đảng viên", "người", "", _at(count.as_of, count.total, count.source))
    women = [(count, count.women) for count in branch.membership if count.women is not None]
    if WOMEN not in hidden and all(count.may_show(number) for count, number in women):
        for count, number in women:
            yield _Told("dang-vien", "Đảng viên nữ", "người", "", _at(count.as_of, number, count.source))


def _targets(branch: Branch) -> Iterator[_Told]:
    for one in branch.indicators:
        yield from _in_period("chi-tieu", one.name, one.unit, one.period, one.result, one.source)
    for admission in branch.admissions:
        period, admitted = admission.period, admission.admitted
        yield from _in_period("chi-tieu", "Kết nạp đảng viên", "người", period, admitted, admission.source)


def _meetings(branch: Branch) -> Iterator[_Told]:
    for meeting in branch.meetings:
        for unit, number in (("cuộc", meeting.count), ("lượt dự", meeting.attendances)):
            yield from _in_period("sinh-hoat", meeting.kind.label, unit, meeting.period, number, meeting.source)
    for course in branch.training:
        name = f"Bồi dưỡng: {course.topic}" if course.topic else "Bồi dưỡng"
        yield from _in_period("sinh-hoat", name, "người", course.period, course.people, course.source)


def _ratings(branch: Branch) -> Iterator[_Told]:
    for rating in branch.ratings:
        if rating.year:
            year, figure = str(rating.year), _RATINGS[rating.level]
            value = Value(f"năm {year}", year, rating.year, figure, rating.source, rating.level.label)
            yield _Told("xep-loai", "Xếp loại", "", "", value)


def _adoptions(branch: Branch) -> Iterator[_Told]:
    for adoption in branch.digital:
        yield _Told("chuyen-doi-so", adoption.app, "%", "", _at(adoption.as_of, adoption.percent, adoption.source))


def _funds(branch: Branch) -> Iterator[_Told]:
    for fund in branch.funds:
        for unit, number in ((MONEY, fund.amount), ("lượt", fund.grants), ("người", fund.people)):
            yield from _in_period("quy", fund.name, unit, fund.period, number, fund.source)


def _at(date: PartialDate, figure: float, source: str) -> Value:
    return Value(str(date), str(date), date.first_day.toordinal() / _DAYS, figure, source)


def _in_period(section: str, name: str, unit: str, period: str, figure: float | None, source: str) -> Iterable[_Told]:
    """A figure of a period that names its year; periods are of one kind when nothing but their years differ."""
    years = YEAR.findall(period)
    if figure is None or not years:
        return ()
    kind = YEAR.sub("…", period.casefold().removeprefix("năm "))
    return (_Told(section, name, unit, kind, Value(period, "–".join(years), int(years[-1]), figure, source)),)
