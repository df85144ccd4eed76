"""Where the problems of a body are placed: at the words that are wrong, never at the same letters in code or in longer words."""

from __future__ import annotations

import pytest
from conftest import MINIMAL_CONFIG, Project, article_text
from test_library import PICTURE, proof_of

from newsroom.places import Targets, big_headings, places_of

X = "docs/tin-tuc/2026/01/x.md"
FENCE = "```\n# lệnh [a](b.md)\n```\n"


def told(project: Project, body: str) -> list[tuple[int, int, str]]:
    """Line in the body, column, and code of each problem of an article."""
    project.write("mkdocs.yml", MINIMAL_CONFIG.replace("[admonition,", "[admonition, fenced_code,"))
    project.write(X, article_text(body=body))
    project.write("docs/tin-tuc/2026/01/tot.jpg", PICTURE)
    return [(problem.line - 7, problem.column, problem.code.value) for problem in proof_of(project).problems]


LINK, HEADING = "lien-ket-hong", "tieu-de-trong-bai"
BODIES = {
    "[a](b.md)\n\n[c](b.md)\n": [(1, 5, LINK), (3, 5, LINK)],
    "`b.md`\n\n[c](b.md)\n": [(3, 5, LINK)],
    "[a](b.md-cu)\n\n[c](b.md)\n": [(1, 5, LINK), (3, 5, LINK)],
    "b.md [a](<b.md>)\n": [(1, 11, LINK)],
    "[a][1], [b][1]\n\n[1]: b.md\n": [(3, 6, LINK)],
    "1. Việc\n\n    [a](b.md)\n": [(3, 9, LINK)],
    "    [a](b.md)\n\n[a](b.md)\n": [(3, 5, LINK)],
    f"{FENCE}\n# Lớn\n\nx\n\n#Lớn nữa\n": [(5, 1, HEADING), (9, 1, HEADING)],
    "> # Lớn\n\n- # Lớn nữa\n": [(1, 3, HEADING), (3, 3, HEADING)],
    "Lớn\n===\n\nx\n\n# Lớn nữa\n": [(2, 1, HEADING), (6, 1, HEADING)],
    "![](tot.jpg)\n\n![Cây đa đầu làng](tot.jpg)\n\nx ![](tot.jpg)\n": [(1, 5, "thieu-loi-ta"), (5, 7, "thieu-loi-ta")],
    "Ông và vàng bạc, bà và và cô\n": [(1, 21, "lap-tu")],
    "Trang tvngx giữ vng nếp\n": [(1, 17, "mat-chu")],
    "Thôn họp.\n\nBàn về n.h.à c.á.i uy tín\n": [(3, 8, "co-bac-can-xem")],
    "`<b>` và <b>\n": [(1, 10, "the-html")],
}


@pytest.mark.parametrize("body", BODIES)
def test_each_problem_of_a_body_stands_where_its_words_do(project: Project, body: str) -> None:
    assert told(project, body) == BODIES[body]


def test_words_are_found_within_others_only_where_they_never_stand_alone() -> None:
    assert places_of("vng", "tvngx vng, vng") == [6, 11]
    assert places_of("vng", "tvngx") == [1]
    assert places_of("vng", "không") == []


def test_what_stands_in_code_is_taken_for_want_of_anything_else() -> None:
    assert places_of("vng", "`vng` vng") == [6]
    assert places_of("vng", "`vng`") == [1]
    assert big_headings(FENCE) == [(4, "#")]


def test_a_target_typed_less_often_than_it_is_used_is_told_where_it_stood_last() -> None:
    targets = Targets("[a](b.md) [c](b.md#d) [c](b.md)")
    assert [targets.place("b.md", number) for number in range(3)] == [4, 26, 26]
    assert targets.place("khong-co.md", 0) == 0
