"""Lists, tables and indents of a word processor that Markdown reads as something else: told, and mended by their cure."""

from __future__ import annotations

import pytest
from conftest import MINIMAL_CONFIG, Project, article_text
from test_library import proof_of

from newsroom.codes import Code

X = "docs/tin-tuc/2026/01/x.md"


def told(project: Project, body: str) -> list[tuple[int, int]]:
    """Line in the body, and column, of each thing that lost its layout in an article."""
    project.write("mkdocs.yml", MINIMAL_CONFIG.replace("[admonition,", "[admonition, fenced_code,"))
    project.write(X, article_text(body=f"{body}\n"))
    problems = proof_of(project).problems
    assert {problem.code for problem in problems} <= {Code.LOST_LAYOUT}
    return [(problem.line - 7, problem.column) for problem in problems]


LOST = {
    "Ba việc:\n- Đo mương\n- Mượn máy": [(2, 1)],
    "Ba việc:\n+ Đo mương\n+ Mượn máy": [(2, 1)],
    "Ba việc:\n1. Đo mương\n2. Mượn máy": [(2, 1)],
    "1/ Đo mương\n2/ Mượn máy": [(1, 1)],
    "Ba việc:\na) Đo mương\nb) Mượn máy": [(2, 1)],
    "• Đo mương\n• Mượn máy": [(1, 1)],
    "•\tĐo mương\n•\tMượn máy": [(1, 1)],
    "-Đo mương\n-Mượn máy": [(1, 1)],
    "– Anh đi đâu?\n– Đi họp.": [(1, 1)],
    "• Một\n• Hai\n\nRồi:\n\n• Một\n• Hai": [(1, 1), (6, 1)],
    "> Ba việc:\n> - Đo mương\n> - Mượn máy": [(2, 3)],
    "    Con mương dài.": [(1, 5)],
    "Chữ.\n\n\tCon mương dài.": [(3, 2)],
    "Tổ\tĐoạn\nTổ 1\tĐầu làng\nTổ 2\tGiữa làng": [(1, 1)],
    "- Tổ 1\n  - đo\n  - nạo\n- Tổ 2\n  - trồng": [(2, 3)],
    "1. Tổ 1:\n- đo\n- nạo\n2. Tổ 2\n- trồng\n\nRồi:\n\n- Một\n1. Hai": [(2, 1), (10, 1)],
    "1. Tổ 1:\n   - đo\n   - nạo": [(2, 4)],
    "Bảng:\n\n1\tNam\n2\tBắc\n\nChữ.\n\nA\t1\nB\t2": [(3, 1), (8, 1)],
}
KEPT = [
    "Ba việc:\n\n- Đo mương\n- Mượn máy\n\n1. Một\n2. Hai\n    - Ba",
    "- Một\n- Hai\n - Ba\n\n```\n- a\n  - b\n```",
    "1/ Đo mương\n\n2/ Mượn máy\n\n• Một\n\n• Hai",
    "-\tĐo mương\n-\tMượn máy\n\n1.\tMột\n2.\tHai",
    "> “Việc chung thì phải bàn.”\n> – Ông Nguyễn Văn C",
    "Con mương dài 5 km,\n5/3 khởi công, 12.5 ha\n-5 độ C, 3.2 tỷ đồng.",
    "Đo mương:  \n– sáng;  \n– chiều.",
    "    print(1)\n\n```\nCon mương:\n- đo\n- nạo\nA\tB\nC\tD\n```",
    "Một\tdòng có Tab.\n\nDòng\tkhác.",
    "| Tổ | Đoạn |\n| --- | --- |\n| Tổ 1 | Đầu làng |",
]


@pytest.mark.parametrize("body", LOST)
def test_what_lost_its_layout_is_told_where_it_begins(project: Project, body: str) -> None:
    assert told(project, body) == LOST[body]


@pytest.mark.parametrize("body", KEPT)
def test_what_is_laid_out_as_it_was_meant_is_left_alone(project: Project, body: str) -> None:
    assert told(project, body) == []
