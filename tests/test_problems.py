"""One bad project for every code: the smallest that earns it, and nothing but it.

`problems/<code>/` holds the files laid over a small valid project, and in `expected` the place of the problem.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text
from test_library import PICTURE, page_text, proof_of

from newsroom.codes import Code
from newsroom.problem import ConfigurationError, ContentError, Problem, Severity, errors_among, sort_problems

FOLDER = Path(__file__).parent / "problems"
X = "docs/tin-tuc/2026/01/x.md"


@pytest.fixture
def valid(project: Project) -> Project:
    """A small project without a problem: an article, a profile, a picture."""
    project.write("docs/tin-tuc/2026/01/bai-mau.md", article_text())
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text())
    project.write("docs/anh/thu.jpg", PICTURE)
    return project


def problems_of(project: Project) -> tuple[Problem, ...]:
    """What is wrong with a project, its configuration first."""
    try:
        return proof_of(project).problems
    except ConfigurationError as error:
        return error.problems


def expected_place(code: str) -> str:
    """The place written in the folder of a code."""
    found = re.fullmatch(r"# expected: (\S+:\d+:\d+)\n", (FOLDER / code / "expected").read_text(encoding="utf-8"))
    assert found, code
    return found[1]


def test_the_project_below_all_others_is_valid(valid: Project) -> None:
    assert problems_of(valid) == ()


@pytest.mark.parametrize("code", [code.value for code in Code])
def test_the_bad_project_of_a_code_earns_it_and_nothing_else(valid: Project, code: str) -> None:
    shutil.copytree(FOLDER / code, valid.root, dirs_exist_ok=True, symlinks=True)
    found = problems_of(valid)
    assert [problem.code.value for problem in found] == [code]
    assert f"{found[0].path}:{found[0].line}:{found[0].column}" == expected_place(code)


def test_every_code_has_a_bad_project_and_every_bad_project_a_code() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == {code.value for code in Code}


def test_a_bad_project_holds_only_what_is_bad() -> None:
    sizes = {folder.name: sum(1 for file in folder.rglob("*") if file.is_file()) for folder in FOLDER.iterdir()}
    assert max(sizes.values()) <= 4, sizes  # two documents of a number, a text that cites it, the place


@pytest.mark.parametrize("code", list(Code))
def test_a_code_is_a_stable_ascii_word_with_a_meaning(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.value)
    assert code.meaning.endswith(".")


def problem(code: Code = Code.LENGTH, path: str = "docs/x.md", line: int = 3, column: int = 7) -> Problem:
    """Some problem."""
    return Problem(path, line, column, code, "điều sai", "cách sửa")


def test_a_problem_is_one_line_with_place_code_and_cure() -> None:
    assert str(problem()) == "docs/x.md:3:7: do-dai: điều sai (cách sửa)"


def test_a_warning_is_marked_as_one() -> None:
    assert problem(Code.SMALL_CELL).severity is Severity.WARNING
    assert str(problem(Code.SMALL_CELL)) == "docs/x.md:3:7: o-nho: cảnh báo: điều sai (cách sửa)"


def test_problems_are_sorted_by_place_without_repeats() -> None:
    ordered = [problem(path="docs/a.md", line=9), problem(line=3), problem(line=3, column=10), problem(line=10)]
    assert sort_problems([*ordered[::-1], problem()]) == tuple(ordered)
    assert ContentError([*ordered[::-1], problem()]).problems == tuple(ordered)


def test_warnings_stop_a_build_only_when_they_are_meant_to() -> None:
    found = [problem(), problem(Code.SMALL_CELL)]
    assert errors_among(found) == (problem(),)
    assert errors_among(found, strict=True) == tuple(found)


GENERATED = [
    "404.html",
    "chi-bo/index.html",
    "feed.json",
    "index.html",
    "robots.txt",
    "rss.xml",
    "sitemap.xml",
    "tin-tuc/2026/01/bai-mau/index.html",
]


@pytest.mark.parametrize("uri", [*GENERATED, "luu-tru/2026/bang.csv", "tim-kiem/muc-luc.json"])
def test_a_file_at_the_address_of_a_generated_one_is_reported(valid: Project, uri: str) -> None:
    valid.write(f"docs/{uri}", "của biên tập viên")
    code = Code.SAME_ADDRESS if uri.endswith((".csv", ".txt")) else Code.FILE_TYPE
    assert [(p.path, p.code) for p in problems_of(valid)] == [(f"docs/{uri}", code)]


@pytest.mark.parametrize("uri", ["gioi-thieu/index.html", "gioi-thieu.md", "Gioi-Thieu.md"])
def test_a_file_at_the_address_of_a_page_is_reported(valid: Project, uri: str) -> None:
    valid.write("docs/gioi-thieu/index.md", page_text())
    valid.write(f"docs/{uri}", page_text("Trang thử thứ hai"))
    assert {p.code for p in problems_of(valid)} <= {Code.SAME_ADDRESS, Code.BAD_PATH, Code.FILE_TYPE}
    assert problems_of(valid)


@pytest.mark.parametrize(
    "uri", ["index.md", "tin-tuc.md", "chi-bo.md", "luu-tru/index.md", "tac-gia/ai-do.md", "tim-kiem.md", "assets/x.md"]
)
def test_a_page_at_the_address_of_a_generated_one_is_reported(valid: Project, uri: str) -> None:
    valid.write(f"docs/{uri}", page_text())
    assert [(p.path, p.code) for p in problems_of(valid)] == [(f"docs/{uri}", Code.SAME_ADDRESS)]


@pytest.mark.parametrize(
    "alias",
    [
        *(f"/{uri}" for uri in GENERATED),
        "/tin-tuc/2026/01/bai-mau/",
        "/tin-tuc/2026/01/bai-mau",
        "/TIN-TUC/2026/01/Bai-Mau/",
        "/tin-tuc/2026/01/x/",
        "/chi-bo/",
        "/chuyen-muc/cu/",
        "/tai-lieu/mau.pdf",
        "/gioi-thieu/",
    ],
)
def test_an_old_address_that_is_taken_is_reported(valid: Project, alias: str) -> None:
    valid.write("docs/tai-lieu/mau.pdf", b"%PDF-1.7")
    valid.write("docs/gioi-thieu.md", page_text())
    valid.write(X, article_text(aliases=f"[/cu/tot.html, {alias}]"))
    assert [(p.path, p.line, p.column, p.code) for p in problems_of(valid)] == [(X, 7, 25, Code.SAME_ADDRESS)]


@pytest.mark.parametrize(("first", "second"), [("/cu/a/", "/cu/a"), ("/cu/a.html", "/CU/A.html"), ("/cu/a", "/cu/a")])
def test_two_documents_cannot_claim_one_old_address(valid: Project, first: str, second: str) -> None:
    valid.write(X, article_text(aliases=f"[{first}]"))
    valid.write("docs/tin-tuc/2026/01/y.md", article_text(aliases=f"[{second}]"))
    assert [(p.path, p.code) for p in problems_of(valid)] == [("docs/tin-tuc/2026/01/y.md", Code.SAME_ADDRESS)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Mau.csv", "mau.csv"), ("m\u1eabu.jpg", "ma\u0302\u0303u.jpg")],
    ids=["letter case", "Unicode form"],
)
def test_files_that_some_systems_cannot_tell_apart_are_reported(valid: Project, first: str, second: str) -> None:
    data = PICTURE if first.endswith(".jpg") else "một".encode()
    valid.write(f"docs/tai-lieu/{first}", data)
    valid.write(f"docs/tai-lieu/{second}", data)
    assert [p.code for p in problems_of(valid)] in ([Code.SAME_ADDRESS], [Code.BAD_PATH])


@pytest.mark.parametrize("escape", [r"\b", r"\0", r"\e", r"\x1f", r"\u202e", r"\uFFFE"])
def test_an_escape_that_stands_for_a_control_character_is_reported(valid: Project, escape: str) -> None:
    valid.write(X, article_text(kicker=f'"D:{escape}ai thu"'))
    assert [(p.path, p.line, p.code) for p in problems_of(valid)] == [(X, 7, Code.CONTROL_CHARACTER)]


@pytest.mark.parametrize("target", ["http://[khong-co", "//[khong-co", "javascript:alert(1)", "data:text/html,x"])
def test_a_link_that_is_no_address_is_reported(valid: Project, target: str) -> None:
    valid.write(X, article_text(body=f"Xem [trang]({target}).\n"))
    assert [(p.path, p.line) for p in problems_of(valid)] == [(X, 8)]
    assert problems_of(valid)[0].code in (Code.BROKEN_LINK, Code.UNSAFE_LINK)


WHOLE = "## Việc cần làm\n\nXem [mục trên](#viec-can-lam), chú thích[^1] và `[x](#khong-co)`.\n\n[^1]: Nguồn.\n"


@pytest.mark.parametrize(
    ("more", "line", "column", "words"),
    [
        ("[^2]: Nguồn thừa.", 14, 1, "chú thích [^2] không có chỗ nào trong bài dùng tới"),
        ("Xem [mục dưới](#khong-co).", 14, 16, "không có chỗ nào mang tên “#khong-co”"),
        ("Xem [mục trên](#Viec-Can-Lam).", 14, 16, "không có chỗ nào mang tên “#Viec-Can-Lam”"),
    ],
)
def test_a_link_within_a_page_that_leads_nowhere_is_told_at_its_line(
    valid: Project, more: str, line: int, column: int, words: str
) -> None:
    body = WHOLE.replace("#khong-co", "#co")
    valid.write(X, article_text(body=f"{body}\n{more}\n"))
    found = problems_of(valid)
    assert [(p.path, p.line, p.column, p.code) for p in found] == [(X, line, column, Code.BROKEN_LINK)]
    assert words in found[0].message


@pytest.mark.parametrize("more", ["", "[Đầu bài](#noi-dung)", "Lại chú thích[^1] ấy. [Lên](#)"])
def test_a_link_within_a_page_to_what_is_there_is_none(valid: Project, more: str) -> None:
    valid.write(X, article_text(body=f"{WHOLE}\n{more}\n"))
    assert problems_of(valid) == ()
