"""Marks of Markdown that readers would see: told as warnings, each with its cure; honest signs left alone."""

from __future__ import annotations

import pytest
from conftest import MINIMAL_CONFIG, Project, article_text
from test_library import proof_of

from newsroom.codes import Code

X = "docs/tin-tuc/2026/01/x.md"


def told(project: Project, body: str) -> list[tuple[int, int]]:
    """Line in the body, and column, of each stray mark of an article."""
    project.write("mkdocs.yml", MINIMAL_CONFIG.replace("[admonition,", "[admonition, fenced_code, pymdownx.details,"))
    project.write("docs/tin-tuc/2026/01/bai-mau.md", article_text())
    project.write(X, article_text(body=f"{body}\n"))
    problems = proof_of(project).problems
    assert {problem.code for problem in problems} <= {Code.STRAY_MARK}
    return [(problem.line - 7, problem.column) for problem in problems]


STRAY = {
    "![Cây] (a.jpg), [x] (b.md)": [(1, 1), (1, 17)],
    "Xem [chữ](x.md rồi": [(1, 5)],
    "![[anh.jpg]]": [(1, 1)],
    "Chữ[^1].": [(1, 4)],
    "!!! note “Lưu ý”\n    x": [(1, 1)],
    '!!! note "Một"\n    x\n\n!!! note "Hai"\nx': [(4, 1)],
    "| a | b |\n| c | d |\n| e | f |": [(1, 1)],
    "Chữ\n| a | b |\n| --- | --- |\n| c | d |": [(2, 1)],
    "Có **một**, **hai": [(1, 13)],
    "Có ** hở ** đây": [(1, 4)],
    "Trước\n\n```\nx": [(3, 1)],
    "Một đoạn văn.\n---\n\nx": [(2, 1)],
}
HONEST = [
    "Theo [1] (xem trang 2), số liệu (**) và 2**3, Tuyệt vời!!! Sao???",
    "Viết \\*\\*đậm\\*\\*, `**đậm`, `![[x]]`, \\[^1\\].",
    "```\n**x [a](b\n| a |\n| b |\n```",
    "Tiêu đề nhỏ\n---\n\n**[x](bai-mau.md)**, ***x***\n\n---\n\nx",
    '!!! note "Một"\n    x\n\n??? tip "Hai"\n    x',
    "| a | b |\n| --- | --- |\n| **c** | d[^1] |\n\n[^1]: Nguồn.",
]


@pytest.mark.parametrize("body", STRAY)
def test_a_stray_mark_is_told_where_it_stands(project: Project, body: str) -> None:
    assert told(project, body) == STRAY[body]


@pytest.mark.parametrize("body", HONEST)
def test_an_honest_sign_is_left_alone(project: Project, body: str) -> None:
    assert told(project, body) == []


def test_a_stray_mark_does_not_keep_html_from_being_seen(project: Project) -> None:
    project.write(X, article_text(body="Có **hở và <b>thẻ</b>.\n"))
    assert {problem.code for problem in proof_of(project).problems} == {Code.STRAY_MARK, Code.RAW_HTML}
