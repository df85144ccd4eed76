"""The rules of Vietnamese text."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest

from newsroom.vietnamese import (
    VIETNAM_TIME,
    fold,
    format_cited_day,
    format_day,
    format_moment,
    format_number,
    format_weekday,
    in_vietnam,
    slugify,
    sort_key,
    strip_marks,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy xã Đông Trà", "dang uy xa dong tra"),
        ("ðảng bộ Ðông Xuyên", "dang bo dong xuyen"),
        ("  HỢP   tác\nxã\u00a0", "hop tac xa"),
        ("ĂÂÊÔƠƯ ăâêôơư", "aaeoou aaeoou"),
        ("25-NQ/TW", "25-nq/tw"),
        ("", ""),
    ],
)
def test_folding_leaves_what_a_reader_types_without_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("old_style", "new_style"), [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ")])
def test_folding_makes_both_placements_of_a_tone_one(old_style: str, new_style: str) -> None:
    assert fold(old_style) == fold(new_style)


@pytest.mark.parametrize("text", ["Đại hội Chi bộ thôn Mẫu", "Kỷ niệm ngày thành lập", "ường ẵm ợ ỷ ộ ẩ"])
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert fold(decomposed) == fold(text)
    assert slugify(decomposed) == slugify(text)
    assert sort_key(decomposed)[:2] == sort_key(text)[:2]


def test_stripping_marks_keeps_the_case() -> None:
    assert strip_marks("Đảng ủy Ðông") == "Dang uy Dong"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đại hội Chi bộ", "dai-hoi-chi-bo"),
        ("Đường đi Ðông Ðô, ðêm", "duong-di-dong-do-dem"),
        ("“Dân vận khéo” – năm 2021!", "dan-van-kheo-nam-2021"),
        ("25-NQ/TW", "25-nq-tw"),
        ("  --Thôn   Mẫu--  ", "thon-mau"),
        ("日本…", ""),
    ],
)
def test_slugs_are_ascii_words_joined_by_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_slug_takes_another_separator() -> None:
    assert slugify("Đoàn thể", "_") == "doan_the"


@pytest.mark.parametrize(
    "ordered",
    [
        ["An Cư", "Ăn Mẫu", "Ân Thi", "Bắc Mẫu"],
        ["Dầu Tiếng", "Duy Mẫu", "Đà Nẵng", "Ea Mẫu", "Vinh"],
        ["Ô Mẫu", "Ơ Mẫu", "Pa Mẫu"],
        ["U Mẫu", "Ư Mẫu", "Vinh"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["Chi bộ 1", "Chi bộ A", "Chi bộ Mẫu", "Chi bộ Mẫu Hạ"],
        ["hòa an", "hóa an", "hòa bình"],
        ["chi bộ a", "Chi bộ b", "chi bộ c"],
    ],
)
def test_names_stand_in_the_order_of_the_vietnamese_alphabet(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


def test_a_stray_mark_does_not_break_sorting() -> None:
    assert sorted(["Vinh", "\u0301An", "An"], key=sort_key)[-1] == "Vinh"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2022, 10, 25, 21, 46, tzinfo=VIETNAM_TIME), "Thứ Ba, 25/10/2022, 21:46"),
        (datetime(2022, 10, 25, 14, 46, tzinfo=UTC), "Thứ Ba, 25/10/2022, 21:46"),
        (datetime(2022, 10, 25, 21, 46), "Thứ Ba, 25/10/2022, 21:46"),
        (datetime(2021, 12, 31, 17, 5, tzinfo=UTC), "Thứ Bảy, 01/01/2022, 00:05"),
    ],
)
def test_a_moment_is_written_on_a_vietnamese_clock(moment: datetime, written: str) -> None:
    assert format_moment(moment) == written


@pytest.mark.parametrize(
    ("day", "name"),
    [(2, "Thứ Hai"), (3, "Thứ Ba"), (4, "Thứ Tư"), (5, "Thứ Năm"), (6, "Thứ Sáu"), (7, "Thứ Bảy"), (8, "Chủ nhật")],
)
def test_weekdays_have_their_names(day: int, name: str) -> None:
    assert format_weekday(date(2026, 11, day)) == name


def test_a_day_is_written_day_first() -> None:
    assert format_day(date(2020, 3, 5)) == "05/03/2020"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2013, 6, 3), "03/6/2013"),
        (date(2025, 8, 30), "30/8/2025"),
        (date(2025, 2, 24), "24/02/2025"),
        (date(2020, 12, 31), "31/12/2020"),
    ],
)
def test_a_day_in_a_citation_is_written_as_in_official_documents(day: date, written: str) -> None:
    assert format_cited_day(day) == written


def test_a_naive_time_is_vietnamese_already() -> None:
    assert in_vietnam(datetime(2026, 1, 1)) == datetime(2025, 12, 31, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1254, "1.254"),
        (104.5, "104,5"),
        (197.33, "197,33"),
        (744_000_000, "744.000.000"),
        (-1254.5, "-1.254,5"),
        (100.0, "100"),
        (0.25, "0,25"),
        (10, "10"),
        (0, "0"),
    ],
)
def test_numbers_have_dots_between_thousands_and_a_decimal_comma(number: float, written: str) -> None:
    assert format_number(number) == written
