"""Dates as editors write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from newsroom.dates import PartialDate, WrongForm, parse_day, parse_moment, parse_partial
from newsroom.vietnamese import VIETNAM_TIME

NOT_IN_THE_CALENDAR = ["2022-02-30", "2023-02-29", "2022-13-01", "2022-00-10", "2022-04-31", "2022-10-00"]
NO_DATES = ["25/10/2022", "25-10-2022", "2022-10-5", "2022.10.25", "hôm qua", "", "2022-10-25x", "22-10-25"]


def refusal(parse: Callable[[str], object], text: str) -> str:
    """Why `text` is refused: "form" or "calendar"; "" when it is read."""
    try:
        parse(text)
    except WrongForm:
        return "form"
    except ValueError:
        return "calendar"
    return ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-10-25", date(2022, 10, 25)),
        (" 2022-10-25 ", date(2022, 10, 25)),
        ("2024-02-29", date(2024, 2, 29)),
        ("1930-02-03", date(1930, 2, 3)),
        ("2100-01-01", date(2100, 1, 1)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize("text", [*NO_DATES, "2022-10", "2022-10-25 08:00"])
def test_another_form_is_no_day(text: str) -> None:
    assert refusal(parse_day, text) == "form"


@pytest.mark.parametrize("text", [*NOT_IN_THE_CALENDAR, "1930-02-02", "2100-01-02", "0000-01-01"])
def test_a_day_that_cannot_be_is_told_from_a_wrong_form(text: str) -> None:
    assert refusal(parse_day, text) == "calendar"


@pytest.mark.parametrize(
    ("text", "parts", "shown"),
    [
        ("2022", PartialDate(2022), "2022"),
        ("2022-10", PartialDate(2022, 10), "10/2022"),
        ("2022-10-05", PartialDate(2022, 10, 5), "05/10/2022"),
    ],
)
def test_a_partly_known_date_shows_what_is_known(text: str, parts: PartialDate, shown: str) -> None:
    assert parse_partial(text) == parts
    assert parts.iso == text
    assert str(parts) == shown


@pytest.mark.parametrize("text", ["1930", "1930-02"])
def test_the_founding_year_and_month_of_the_party_are_no_fault(text: str) -> None:
    assert parse_partial(text).iso == text


@pytest.mark.parametrize("text", [*NOT_IN_THE_CALENDAR, *NO_DATES, "2022-13", "2022-00", "1929", "2101", "22"])
def test_a_wrong_partial_date_is_refused(text: str) -> None:
    assert refusal(parse_partial, text)


def test_partial_dates_stand_in_the_order_of_time() -> None:
    ordered = [PartialDate(2020, 12, 31), PartialDate(2021), PartialDate(2021, 3), PartialDate(2021, 3, 7)]
    assert sorted(set(ordered)) == ordered


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-10-25T21:46:16+07:00", datetime(2022, 10, 25, 21, 46, 16, tzinfo=VIETNAM_TIME)),
        ("2022-10-25T14:46:16Z", datetime(2022, 10, 25, 21, 46, 16, tzinfo=VIETNAM_TIME)),
        ("2022-10-25 14:46 +0000", datetime(2022, 10, 25, 21, 46, tzinfo=VIETNAM_TIME)),
        ("2022-10-25 21:46", datetime(2022, 10, 25, 21, 46, tzinfo=VIETNAM_TIME)),
        ("2022-10-25 8:05", datetime(2022, 10, 25, 8, 5, tzinfo=VIETNAM_TIME)),
        ("2022-10-25", datetime(2022, 10, 25, tzinfo=VIETNAM_TIME)),
        ("2022-10-25T21:46:16.123+07:00", datetime(2022, 10, 25, 21, 46, 16, tzinfo=VIETNAM_TIME)),
    ],
)
def test_a_moment_is_read_on_a_vietnamese_clock(text: str, moment: datetime) -> None:
    read = parse_moment(text)
    assert read == moment
    assert read.tzinfo is VIETNAM_TIME


def test_a_foreign_zone_may_change_the_day() -> None:
    read = parse_moment("2022-12-31T20:00:00+00:00")
    assert read == datetime(2022, 12, 31, 20, tzinfo=UTC)
    assert (read.year, read.month, read.day, read.hour) == (2023, 1, 1, 3)


@pytest.mark.parametrize(
    "text",
    [
        *NOT_IN_THE_CALENDAR,
        *NO_DATES,
        "2022-10-25 24:00",
        "2022-10-25 21:60",
        "2022-10-25 21h46",
        "2022-10-25T21:46+99:99",
        "2022-10-25T21:46+07:00 sáng",
        "2022-10-2521:46",
    ],
)
def test_a_wrong_moment_is_refused(text: str) -> None:
    assert refusal(parse_moment, text)
