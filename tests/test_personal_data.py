"""Personal data: the quick looks that come before the expressions let through whatever these would find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.code_page import LETTERS
from newsroom.hosts import Hosts
from newsroom.source import parse_source
from newsroom.vetting import personal, vet
from newsroom.vetting.as_read import as_read
from newsroom.vetting.numbers import _NUMBER, numbers_in
from newsroom.vetting.personal import _finders

HOLDING = {
    "CMND: 151 234 567": "cards",
    "căn cước: 034075001234": "citizens",
    "thẻ đảng số A1234567": "cards",
    "Đồng chí Lê Văn A sinh ngày: 12/03/1975": "birthdays",
    "Đồng chí Lê Văn A, S.N. 12/3/1975": "birthdays",
    "Ngày, tháng, năm sinh | 1.2.1980": "birthdays",
    "gọi 0912 345 678": "mobiles",
    "gọi O912 345 678": "mobiles",
    "gọi +84 (0) 912.345.678": "mobiles",
    "gọi 0 9 1 2 3 4 5 6 7 8": "mobiles",
    "gọi 0912 – 345 – 678": "mobiles",
    "gọi (0912) 345 - 678": "mobiles",
    "CCCD 034-075-001-234": "citizens",
    "THẺ BHYT GD 4 34 3412345678": "cards",
    "Số CMT: 151234567": "cards",
    "thẻ đảng 12345678": "cards",
    "Đồng chí Lê Văn A sinh ngày mồng 5, tháng 3, năm 1975": "birthdays",
    "Ngày sinh: 1975-03-12": "birthdays",
    "Đồng chí Lê Văn A sinh ngày 5/3/75": "birthdays",
    "đồng chí\n1. Lê Văn A sinh năm 1975\n2. Lê Văn B sinh năm 1975\n- Lê Văn C quê quán Mẫu": "_member_lists",
    "| Họ và tên | Năm sinh |\n|---|---|": "_member_lists",
    "Có hai Đảng viên dân tộc Khmer": "small_groups",
    "ĐẢNG VIÊN NGƯỜI DÂN TỘC KHMER: 3": "small_groups",
    "Có 3 đảng viên theo đạo": "small_groups",
}


@pytest.mark.parametrize("around", ["", "\n", "\n😀\n"])
@pytest.mark.parametrize("text", HOLDING)
def test_what_a_finder_finds_is_worth_looking_for(text: str, around: str) -> None:
    finder = getattr(personal, HOLDING[text])
    text = f"{around}{text}{around}"
    assert list(finder(text))
    assert finder in _finders(text)


def test_nothing_is_looked_for_in_a_day_and_a_sum() -> None:
    assert (
        _finders("Ngày 25/10/2022, học sinh lớp 5 góp 1.250 đồng; các đồng chí dự họp bàn về giáo dục – đào tạo.") == []
    )


@given(st.text(st.sampled_from("0123456789 .,–-/()thángnămxA\n\u00a0|") | st.sampled_from(LETTERS)))
def test_numbers_are_told_by_their_codes_as_by_the_expression(text: str) -> None:
    assert numbers_in(text) == "|".join(_NUMBER.findall(text))
    assert numbers_in(f"{text}²") == "|".join(_NUMBER.findall(f"{text}²"))


def test_numbers_of_other_scripts_are_numbers_too() -> None:
    assert re.fullmatch(r"\d{8}", numbers_in("٣٤٥٣٤٥٣٤"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0912**345**678, *a **b** c*", "0912345678, a b c"),
        ("_a_ b_c_d __e__", "a b_c_d e"),
        ("[a *b*](https://x.vn/y(1)) [c][d] [e[^1]](f)", "a b c e"),
        ("[![a](b)](c)\n[d]: https://x.vn/", "a\nd: https://x.vn/"),
        (r"0912\.345 \*a\*", "0912.345 a"),
        ("&agrave;&#48;&#x30;&#150;&nbsp;|&amp;&#10;x", "à00–\u00a0|& x"),
        ("u&#8203;y o&#770;", "uy ô"),
        ("0912[345]\n[x]678\ny", "0912345678\n\ny"),
        ("0912***678, rồi 0913***789", "0912***678, rồi 0913***789"),
    ],
)
def test_a_body_is_read_without_its_marks(typed: str, read: str) -> None:
    assert as_read(typed) == read


@pytest.mark.parametrize("body", ["R&D, a;b", "* một\n* hai", "[x", "2_3", "5 * 3 * 2"])
def test_a_body_that_shows_what_is_typed_is_read_as_it_is(body: str) -> None:
    assert as_read(body) is body


@example("[]\n[]")
@given(st.text(st.sampled_from("ab0 \n*_`[]()^!\\&#;x48nsp:")))
def test_every_line_of_a_body_as_read_is_the_line_it_is(body: str) -> None:
    assert as_read(body).count("\n") == body.count("\n")


def test_what_is_found_as_typed_and_as_read_is_told_once() -> None:
    text = "---\ntitle: x\n---\nAnh Mẫu: 0912 345 678, **chị** Thử.\n\n0912**345**678 và 0912 345 678.\n"
    found = list(vet(parse_source(Path("docs"), "tin-tuc/x.md", text), Hosts("https://thu.example/", ())))
    assert [(problem.line, problem.column) for problem in found] == [(4, 10), (6, 19)]
