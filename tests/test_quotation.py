"""Quotation marks in front matter: bent ones that stand for straight ones are told, quoted words are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import article_text

from newsroom.codes import Code
from newsroom.rules import check_quotation
from newsroom.source import parse_source


def told(**fields: str) -> list[tuple[int, int, str]]:
    """What is said of the marks of an article: line, column, message."""
    source = parse_source(Path("docs"), "tin-tuc/2026/01/x.md", article_text(**fields))
    problems = list(check_quotation(source))
    assert all(problem.code is Code.BENT_QUOTES for problem in problems)
    return [(problem.line, problem.column, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("subtitle", "“Chi bộ thôn Mẫu họp”", (7, 11)),
        ("kicker", "”Chi bộ thôn Mẫu họp”", (7, 9)),
        ("tags", "[nước, “mương thôn”]", (7, 14)),
        ("tags", "\n  - “mương thôn”", (8, 5)),
        ("authors", "[{name: “Người Viết Thử”, role: text}]", (6, 18)),
    ],
)
def test_a_value_in_bent_marks_is_told(field: str, value: str, place: tuple[int, int]) -> None:
    whole = "cả giá trị đặt trong ngoặc kép cong “ ”, người đọc thấy nguyên hai dấu ấy"
    assert told(**{field: value}) == [(*place, whole)]


def test_a_value_that_a_comma_cut_is_told_once() -> None:
    assert told(tags="[“mương, đất”]") == [(7, 8, "“mương” mở bằng ngoặc kép cong mà không đóng")]


@pytest.mark.parametrize(
    "value",
    [
        '"“Dân biết, dân bàn”"',
        "“Dân biết”, dân bàn",
        "“Dân biết” và “dân bàn”",
        "Phong trào “Dân vận khéo”",
        '"Dân biết"',
        ">-\n  “Dân biết, dân bàn”",
        "[nước, đất]",
    ],
)
def test_quoted_words_are_left_alone(value: str) -> None:
    assert told(kicker=value) == []
