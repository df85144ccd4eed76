"""Breakage: each slip that breaks the fields is told at its own line, in words of its own, with a cure that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import article_text

from newsroom.codes import Code
from newsroom.problem import ContentError, Problem
from newsroom.source import parse_source

AUTHORS = "authors: [{name: Người Viết Thử, role: text}]"


def refusal(text: str) -> Problem:
    """The one problem of a document's front matter."""
    with pytest.raises(ContentError) as raised:
        parse_source(Path("docs"), "tin-tuc/2026/01/x.md", text)
    (problem,) = raised.value.problems
    return problem


def spoiled(right: str, wrong: str) -> str:
    """An article of which one place is written wrong."""
    text = article_text()
    assert text.count(right) == 1
    return text.replace(right, wrong)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ("section: ", "section:", 5, "sau “section:” thiếu dấu cách"),
        ("date: 2026-01-15 08:00", "date:2026-01-15", 3, "sau “date:” thiếu dấu cách"),
        ('title: "Chi bộ thử họp thường kỳ tháng này"', "title:Chi bộ", 2, "sau “title:” thiếu dấu cách"),
        ("section: ", "section = ", 5, "sau “section” là dấu ="),
        ("section: ", "section; ", 5, "sau “section” là dấu ;"),
        ("section: ", "section：", 5, "dấu hai chấm cỡ rộng"),
        ("section: ", "section:\u00a0", 5, "dấu cách cứng"),
        ('tháng này"', "tháng này", 2, 'câu mở bằng dấu " mà không đóng'),
        ('mươi ký tự của trường."', "mươi ký tự của trường.", 4, 'câu mở bằng dấu " mà không đóng'),
        ('"Chi bộ thử họp thường kỳ tháng này"', "'Chi bộ thử", 2, "câu mở bằng dấu ' mà không đóng"),
        ("text}]", 'text}]\nkicker: "thử', 7, 'câu mở bằng dấu " mà không đóng'),
        ("text}]", "text}", 6, "ngoặc vuông [ chưa đóng"),
        ("text}]", "text]", 6, "ngoặc nhọn { chưa đóng"),
        (AUTHORS, "authors:\n  - {name: A, role: text\nkicker: x", 7, "ngoặc nhọn { chưa đóng"),
        (AUTHORS, "tags: [#mương, #đất]\n" + AUTHORS, 6, "sau dấu #"),
        (AUTHORS, AUTHORS + "\ntags: [mương, #đất]", 7, "sau dấu #"),
        (AUTHORS, "kicker: Thôn Mẫu,\nxã Mẫu\n" + AUTHORS, 7, "không mở đầu bằng tên trường"),
        (AUTHORS, "authors:\n\t- {name: A}", 7, "phím Tab"),
        (AUTHORS, AUTHORS + "\nimage:\n  file: x\n\talt: y", 9, "phím Tab"),
        ('"Chi bộ thử họp thường kỳ tháng này"', "“Thôn Mẫu: nạo vét”", 2, "ngoặc cong"),
        ('"Chi bộ thử họp thường kỳ tháng này"', "Thôn Mẫu: nạo vét", 2, "dấu hai chấm mà chưa đặt"),
        ("Người Viết Thử", "Báo: Thử", 6, "dấu hai chấm mà chưa đặt"),
        ("thử họp thường", 'thử "họp" thường', 2, 'sau dấu " đóng câu'),
        ('"Chi bộ thử họp thường kỳ tháng này"', '"họp "nạo vét mương"', 2, 'sau dấu " đóng câu'),
        ('"Chi bộ thử họp thường kỳ tháng này"', "'H'Mông'", 2, "sau dấu ' đóng câu"),
        ("Người Viết Thử", '"Người" Thử', 6, 'sau dấu " đóng câu'),
        ('"Chi bộ thử họp thường kỳ tháng này"', r'"C:\BAI VIET"', 2, "dấu \\"),
        ("text}]", "text}] và B", 6, "sau dấu ] vẫn còn chữ"),
        ('"Chi bộ thử họp thường kỳ tháng này"', "@thử", 2, "câu mở đầu bằng dấu @"),
        ('"Chi bộ thử họp thường kỳ tháng này"', "**thử**", 2, "câu mở đầu bằng dấu *"),
        ('"Chi bộ thử họp thường kỳ tháng này"', "- thử", 2, "câu mở đầu bằng dấu -"),
        ("date: ", "  date: ", 3, "không thẳng cột"),
        ("title: ", " title: ", 2, "không thẳng cột"),
        (AUTHORS, "authors:\n  - {name: A}\n - {name: B}", 8, "không thẳng cột"),
        (AUTHORS, "authors:\n  -{name: A, role: text}", 7, "sau dấu gạch đầu dòng thiếu dấu cách"),
        (AUTHORS, "authors:\n  – {name: A, role: text}", 7, "đầu dòng là dấu –"),
        (AUTHORS, "authors:\n\u00a0\u00a0- {name: A}", 7, "thụt bằng dấu cách cứng"),
        ("title: ", ": ", 2, "thiếu tên trường"),
    ],
)
def test_a_slip_is_told_at_its_line_in_its_own_words(right: str, wrong: str, line: int, told: str) -> None:
    problem = refusal(spoiled(right, wrong))
    assert (problem.line, problem.code) == (line, Code.BROKEN_YAML)
    assert told in problem.message


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("section:tin-chung", "section: tin-chung"),
        ("section = tin-chung", "section: tin-chung"),
        ("section：tin-chung", "section: tin-chung"),
    ],
)
def test_the_cure_of_a_slipped_colon_is_the_line_to_copy(wrong: str, right: str) -> None:
    assert f"viết “{right}”" in refusal(spoiled("section: tin-chung", wrong)).cure


def test_every_line_that_only_seems_indented_is_told() -> None:
    text = spoiled(AUTHORS, "authors:\n\u00a0 - name: A\n\u00a0 \u00a0 role: text")
    with pytest.raises(ContentError) as raised:
        parse_source(Path("docs"), "tin-tuc/2026/01/x.md", text)
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(7, 1), (8, 1)]


def test_an_inch_in_a_sentence_is_no_open_quote() -> None:
    problem = refusal(spoiled(AUTHORS, f'kicker: Loa 5" ở thôn\ntags: [a, b\n{AUTHORS}'))
    assert (problem.line, problem.message) == (7, "ngoặc vuông [ chưa đóng")


def test_a_sentence_in_quotes_on_two_lines_is_no_open_quote() -> None:
    problem = refusal(spoiled("section: ", 'kicker: "Thôn Mẫu,\n  xã Mẫu"\nsection:'))
    assert (problem.line, problem.message) == (7, "sau “section:” thiếu dấu cách")


@pytest.mark.parametrize("fence", [" ---", "----", "--", "—", "–-", "-–-", "  ----  "])
def test_a_fence_that_is_not_written_as_one_is_told_at_its_line(fence: str) -> None:
    front = article_text().split("---\n")[1]
    opening = refusal(f"{fence}\n{front}---\nThân bài.\n")
    closing = refusal(f"---\n{front}{fence}\nThân bài.\n")
    behind = refusal(f"---\n{front}{fence}\nThân bài: một.\n\n---\n\nHai.\n")
    assert (opening.line, opening.code) == (1, Code.NO_FRONT_MATTER)
    assert (closing.line, closing.code) == (7, Code.OPEN_FRONT_MATTER)
    assert (behind.line, behind.code) == (7, Code.BROKEN_YAML)
    assert all(f"“{fence.rstrip()}”" in problem.message for problem in (opening, closing, behind))


@pytest.mark.parametrize("blank", ["\n", "\n\n", "  \n"])
def test_a_blank_line_above_the_front_matter_is_told(blank: str) -> None:
    problem = refusal(blank + article_text())
    assert (problem.line, problem.code) == (1, Code.NO_FRONT_MATTER)
    assert "dòng trống" in problem.message


def test_what_nobody_foresaw_is_told_where_the_parser_stopped() -> None:
    problem = refusal(spoiled(AUTHORS, f"{AUTHORS}\ntags: ]"))
    assert (problem.line, problem.column, problem.code) == (7, 7, Code.BROKEN_YAML)
    assert "gần chỗ này" in problem.message
