"""Rules on the deeper figures of profiles: ratings and their rule, times and persons, meetings, shares, committees over branches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from newsroom.branch import Branch, Meeting, RatingGiven
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.rating_rules import MOST_POINTS, rating_rule
from newsroom.vietnamese import format_day, format_number
from newsroom.vocabulary import MeetingKind, Rating

_SHORTEST: Final = 90
_SHORTEST_WITH_TOPIC: Final = 120
"""Minutes of a regular meeting, alone and with a thematic one (Hướng dẫn 42-HD/BTCTW of 28/10/2025)."""
_MEETINGS_RULE_FROM: Final = 2026
"""The first whole year under that guidance."""


def ratings_keep_their_rule(library: Library) -> Iterator[Problem]:
    """Points are those of the level, and no rule is older than what it judged (366-QĐ/TW: 90, 70, 50 of 100)."""
    for branch in library.branches:
        for number, rating in enumerate(branch.ratings):
            yield from _rating_keeps(library, branch.source_file.uri, number, rating)


def _rating_keeps(library: Library, uri: str, number: int, rating: RatingGiven) -> Iterator[Problem]:
    points, rule = rating.points, rating_rule(rating.rule)
    if points is not None and not 0 <= points <= MOST_POINTS:
        message = f"{format_number(points)} điểm, ngoài thang {MOST_POINTS}"
        yield library.problem(uri, Code.POINTS_MISMATCH, message, "đối chiếu lại nguồn", "ratings", number, "points")
    elif rule and points is not None and (allowed := rule.level_at(points)) and _is_above(rating.level, allowed):
        message = f"{format_number(points)} điểm theo {rule.number} cao nhất là “{allowed.label}”"
        cure = f"sửa điểm, hoặc mức “{rating.level.label}”"
        yield library.problem(uri, Code.POINTS_MISMATCH, message, cure, "ratings", number, "points")
    elif rule and points is not None and rule.level_at(points) is None and rating.level is not Rating.FAILED:
        least = rule.thresholds[-1][0]
        message = f"{format_number(points)} điểm, dưới mức thấp nhất {format_number(least)} của {rule.number}"
        yield library.problem(uri, Code.POINTS_MISMATCH, message, "sửa điểm hoặc mức", "ratings", number, "points")
    if rule and rating.year and dt.date(rating.year, 12, 31) < rule.date:
        message = f"{rule.number} ban hành {format_day(rule.date)}, không thể là căn cứ của năm {rating.year}"
        yield library.problem(uri, Code.ORDER_OF_TIME, message, "sửa rule hoặc year", "ratings", number, "rule")


def _is_above(level: Rating, other: Rating) -> bool:
    """Whether a level is the better one: points alone never suffice, so a lower one than they allow is no fault."""
    order = list(Rating)
    return order.index(level) < order.index(other)


def times_are_no_persons(library: Library) -> Iterator[Problem]:
    """Nobody is helped less than once: persons are never more than times."""
    for branch in library.branches:
        for number, fund in enumerate(branch.funds):
            if fund.grants is not None and fund.people is not None and fund.people > fund.grants:
                message = f"{fund.people} người nhưng chỉ {fund.grants} lượt"
                cure = "xem lại nguồn nói lượt hay người; nguồn chỉ nói một thì điền một"
                field = ("funds", number, "people")
                yield library.problem(branch.source_file.uri, Code.TIMES_AND_PERSONS, message, cure, *field)


def shares_are_shares(library: Library) -> Iterator[Problem]:
    """Not more than all members use an application."""
    for branch in library.branches:
        for number, adoption in enumerate(branch.digital):
            if not 0 <= adoption.percent <= 100:
                message = f"{format_number(adoption.percent)}% đảng viên dùng {adoption.app}"
                field = ("digital", number, "percent")
                yield library.problem(
                    branch.source_file.uri, Code.PERCENT_MISMATCH, message, "viết từ 0 đến 100", *field
                )


def meetings_are_long_enough(library: Library) -> Iterator[Problem]:
    """A regular meeting takes 90 minutes, 120 with a thematic one – from the year after the guidance."""
    for branch in library.branches:
        for number, meeting in enumerate(branch.meetings):
            least = _least_minutes(meeting)
            if meeting.minutes is not None and meeting.minutes < least:
                message = f"buổi ngắn nhất {meeting.minutes} phút, Hướng dẫn 42-HD/BTCTW nêu ít nhất {least}"
                cure = "đối chiếu lại biên bản; đúng như vậy thì giữ, cảnh báo này không chặn"
                field = ("meetings", number, "minutes")
                yield library.problem(branch.source_file.uri, Code.SHORT_MEETING, message, cure, *field)


def _least_minutes(meeting: Meeting) -> int:
    years = [int(word) for word in meeting.period.replace("-", " ").replace("–", " ").split() if word.isdigit()]
    if meeting.kind is not MeetingKind.REGULAR or max(years, default=0) < _MEETINGS_RULE_FROM:
        return 0
    return _SHORTEST_WITH_TOPIC if meeting.with_topic else _SHORTEST


def committees_hold_their_branches(library: Library) -> Iterator[Problem]:
    """The members of the branches under a committee are not more than its own at the same date."""
    for branch in library.branches:
        for number, count in enumerate(branch.membership):
            below = _below(library, branch, count.as_of.iso)
            if below > count.total:
                message = f"các chi bộ trực thuộc cộng lại {below} đảng viên, hơn tổng {count.total} cùng thời điểm"
                cure = "đối chiếu lại hồ sơ này và các hồ sơ trực thuộc"
                field = ("membership", number, "total")
                yield library.problem(branch.source_file.uri, Code.SUM_MISMATCH, message, cure, *field)


def _below(library: Library, branch: Branch, as_of: str) -> int:
    children = library.children_of(branch)
    return sum(count.total for child in children for count in child.membership if count.as_of.iso == as_of)
