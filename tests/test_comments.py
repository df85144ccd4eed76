"""Comments in front matter: words that were meant to be read and are not, told; remarks of editors, left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import article_text

from newsroom.codes import Code
from newsroom.rules import check_comments
from newsroom.source import parse_source


def told(**fields: str) -> list[tuple[int, int, Code]]:
    """What is said of the comments of an article: line, column, code."""
    text = article_text(**fields)
    source = parse_source(Path("docs"), "tin-tuc/2026/01/x.md", text)
    return [(problem.line, problem.column, problem.code) for problem in check_comments(source, text)]


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("subtitle", "Chi bộ họp bàn #nao vét", (7, 26)),
        ("kicker", "Mương #1, thôn Mẫu", (7, 15)),
        ("tags", "\n  - mương #đất", (8, 11)),
    ],
)
def test_words_behind_a_hash_are_missed(field: str, value: str, place: tuple[int, int]) -> None:
    assert told(**{field: value}) == [(*place, Code.LOST_TO_COMMENT)]


@pytest.mark.parametrize(
    "value",
    ['"Chi bộ họp bàn #nao vét"', "Chi bộ họp bàn # sửa sau", "Chi bộ#họp bàn", "[a, b] #c", "C# và C", "x ##y"],
)
def test_remarks_and_quoted_sentences_are_left_alone(value: str) -> None:
    assert told(kicker=value) == []


def test_a_hash_in_the_body_is_no_matter() -> None:
    assert told(body="Thẻ #mương và thẻ #đất.\n") == []
