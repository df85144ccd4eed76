"""The hostile corpus: every case is refused for what it is, with its file and line; every honest article passes."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest
from conftest import MINIMAL_CONFIG, make_project
from hostile.case import Case
from hostile.corpus import HOSTILE, LEGITIMATE
from hostile.filing import BESIDE
from test_library import proof_of

from newsroom.code_page import LETTERS
from newsroom.codes import Code
from newsroom.letters import CONTROL
from newsroom.problem import Problem, Severity, printable
from newsroom.vetting.folding import _letter_by_letter, plain_letters
from newsroom.vetting.gambling import _REACH, _words
from newsroom.vetting.gambling_words import BRAND_NAMES, BRAND_SIGNS, ROOTS, STRONG, WEAK_WORDS

ALL = [case for cases in HOSTILE.values() for case in cases]


def problems_by_path(root: Path, cases: list[Case]) -> dict[str, list[Problem]]:
    """What is told of each file when all cases are laid into one project and read in one run."""
    project = make_project(root, MINIMAL_CONFIG)
    for uri, text in BESIDE:
        project.write(f"docs/{uri}", text)
    for case in cases:
        project.write(f"docs/{case.uri}", case.data)
    told: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in proof_of(project).problems:
        told[problem.path].append(problem)
    return told


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    return problems_by_path(tmp_path_factory.mktemp("hostile") / "project", [*ALL, *LEGITIMATE])


def faults(case: Case, told: dict[str, list[Problem]]) -> list[str]:
    """How the answer to a case falls short: not refused, or not where and as it should be."""
    path = printable(f"docs/{case.uri}")
    beside = {f"docs/{uri}" for uri, _ in BESIDE} if case.name == "cho-twin" else set()
    found = [
        p for place, ps in told.items() if place == path or place in beside or path.startswith(f"{place}/") for p in ps
    ]
    fitting = [p for p in found if p.code == case.code and (not case.line or p.line == case.line)]
    return [] if fitting else [f"{case.name}: {case.code}:{case.line}, told {[str(p) for p in found]}"]


@pytest.mark.xdist_group("hostile")
@pytest.mark.parametrize("family", list(HOSTILE))
def test_every_case_of_a_family_is_refused_for_what_it_is(told: dict[str, list[Problem]], family: str) -> None:
    assert [fault for case in HOSTILE[family] for fault in faults(case, told)] == []


@pytest.mark.xdist_group("hostile")
def test_no_honest_article_is_refused(told: dict[str, list[Problem]]) -> None:
    refused = [p for case in LEGITIMATE for p in told.get(f"docs/{case.uri}", []) if p.severity is Severity.ERROR]
    assert refused == []


def test_the_corpus_is_large_enough_and_names_no_case_twice() -> None:
    names = [case.name for case in (*ALL, *LEGITIMATE)]
    assert len(ALL) >= 200
    assert len(LEGITIMATE) >= 30
    assert len(set(names)) == len(names)
    assert {case.code for case in ALL} <= {code.value for code in Code}


@pytest.mark.xdist_group("hostile")
def test_what_is_told_is_one_printable_line(told: dict[str, list[Problem]]) -> None:
    lines = [str(problem) for problems in told.values() for problem in problems]
    assert [line for line in lines if len(line.splitlines()) != 1 or CONTROL.search(line)] == []


def test_what_is_no_regular_file_is_refused_unread(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINIMAL_CONFIG)
    docs = project.root / "docs"
    (docs / "tai-lieu").mkdir()
    os.mkfifo(docs / "tai-lieu/ong-dan.md")
    (docs / "tai-lieu/khong-den-dau.pdf").symlink_to("/khong/co")
    (docs / "tai-lieu/bai.md").symlink_to(project.root / "mkdocs.yml")
    (docs / "tai-lieu/vong").symlink_to(docs)
    (docs / os.fsdecode(b"kh\xe1c.md")).write_bytes(b"x")
    assert {(p.path, p.code) for p in proof_of(project).problems} == {
        ("docs/tai-lieu/ong-dan.md", Code.NOT_A_FILE),
        ("docs/tai-lieu/khong-den-dau.pdf", Code.NOT_A_FILE),
        ("docs/tai-lieu/bai.md", Code.NOT_A_FILE),
        ("docs/tai-lieu/vong", Code.NOT_A_FILE),
        ("docs/kh\\udce1c.md", Code.BAD_PATH),
    }


@pytest.mark.parametrize("name", ["mau.txt", "bang.csv", "to-trinh.pdf"])
def test_a_file_with_nothing_in_it_is_refused_where_it_is_mended(tmp_path: Path, name: str) -> None:
    project = make_project(tmp_path / "project", MINIMAL_CONFIG)
    project.write(f"docs/tai-lieu/{name}", "")
    (problem,) = proof_of(project).problems
    assert (problem.path, problem.code) == (f"docs/tai-lieu/{name}", Code.FILE_TYPE)
    assert "trống" in problem.message


def _alternatives() -> list[bytes]:
    """The strong words, each up to its first choice of endings."""
    return re.split(rb"\|(?![^(]*\))", STRONG.pattern)


def test_every_word_of_adverts_holds_one_of_the_roots_that_are_looked_for_first() -> None:
    assert all(any(root in word.replace(b" ", b"") for root in ROOTS) for word in WEAK_WORDS if word != b" lo de ")
    strong = [
        re.sub(rb"\(.*", b"", word.replace(b"(?:soi)?", b"").replace(b"(?:ty|ti)", b"")) for word in _alternatives()
    ]
    assert len(strong) > 50
    assert all(any(root in word for root in ROOTS) for word in strong)
    brands = [name.replace(rb"\d*", b"").replace(b" ?", b"") for name in BRAND_NAMES.split(b"|")]
    assert len(brands) > 50
    assert all(any(sign in brand for sign in BRAND_SIGNS) for brand in brands)
    assert max(map(len, (*strong, *brands))) < _REACH / 2


def test_a_text_is_folded_by_its_codes_as_letter_by_letter() -> None:
    pairs = ["".join(pair) for pair in product(LETTERS, repeat=2)]
    assert [pair for pair in pairs if plain_letters(pair) != _letter_by_letter(pair)] == []


@pytest.mark.parametrize(
    "text",
    [
        "n.h.à c.á.i",
        "(n h à c á i)",
        "ghé C A S I N O",
        "c4sin0 0nl1ne",
        "c@s!n0 0nline",
        "n…h…à…c…á…i",
        "nhà cái uy tín",
    ],
)
def test_a_disguise_is_seen_through(text: str) -> None:
    assert (found := _words(text))
    assert found.adverts


def test_a_house_is_named_beside_any_sign() -> None:
    assert (found := _words("ghé w88 ™"))
    assert found.brands == [b"w88"]


def test_two_lone_letters_and_a_figure_are_no_disguise() -> None:
    assert _words("Tổ 3, ở đội 1 B; lớp A1! Đã gắn bảng 88.") is None
