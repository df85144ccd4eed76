"""The editors' handbook held against the code: its tables, its examples, the error lines it prints."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Project, branch_text, make_project
from test_library import PICTURE, proof_of

from newsroom.codes import Code
from newsroom.fields import field_readers, required_fields
from newsroom.handbook import RECORDS, VOCABULARIES, expand_tables
from newsroom.vocabulary import Labelled

HANDBOOK = sorted((ROOT / "docs/huong-dan").glob("*.md"))
ERRORS = ROOT / "docs/huong-dan/ma-loi.md"
PRINTED = re.compile(r"^(docs/\S+|mkdocs\.yml):\d+:\d+: (\S+): (cảnh báo: )?\S.* \(\S.*\)$", re.MULTILINE)
EXAMPLE = re.compile(r"`(docs/[^`\n]+\.md)`[^\n]*\n\n```yaml\n(---\n.*?)```", re.DOTALL)
SECTION = re.compile(
    r"^### ([a-z-]+): .*?\n```(yaml|markdown)\n(.*?)```.*?```text\n(.*?)\n```", re.DOTALL | re.MULTILINE
)
Table = list[list[str]]


def tables(html: str) -> Iterator[Table]:
    """The tables of a page, row by row, as text."""
    for table in re.findall(r"<table[^>]*>(.*?)</table>", html, re.DOTALL):
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        yield [[words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def words(html: str) -> str:
    """What a reader sees of a cell."""
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()


@pytest.fixture(scope="module")
def printed_tables(shipped_site: Path) -> list[Table]:
    """Every table on the built pages of the handbook."""
    pages = sorted((shipped_site / "huong-dan").rglob("index.html"))
    return [table for page in pages for table in tables(page.read_text(encoding="utf-8"))]


def test_the_handbook_lists_every_code_with_its_level_and_meaning(printed_tables: list[Table]) -> None:
    expected = [[code.value, "cảnh báo" if code.is_warning else "lỗi", code.meaning] for code in Code]
    assert expected in [table[1:] for table in printed_tables]


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_the_handbook_lists_every_field_of_a_record(printed_tables: list[Table], record: type[Any]) -> None:
    required = required_fields(record)
    expected = [
        [key, reader.label + (" (bắt buộc)" if key in required else ""), reader.help, reader.form]
        for key, reader in field_readers(record).items()
    ]
    assert expected in [table[1:] for table in printed_tables]


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_the_handbook_lists_every_word_of_a_vocabulary(printed_tables: list[Table], vocabulary: type[Labelled]) -> None:
    assert [[word.value, word.label] for word in vocabulary] in [table[1:] for table in printed_tables]


def test_no_marker_of_a_table_is_left_on_a_page(shipped_site: Path) -> None:
    pages = sorted(shipped_site.rglob("index.html"))
    assert [page for page in pages if "<p>[[" in page.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    "text",
    ["[[khong-co]]", "[[truong khong-co]]", "[[tu-vung]]", "[[ma-loi x]]", "Viết `[[ma-loi]]` ở đây.", " [[ma-loi]]"],
)
def test_what_is_no_marker_stays_as_it_is(text: str) -> None:
    assert expand_tables(text) == text


def examples() -> list[tuple[str, str]]:
    """The complete documents printed in the handbook: the file they are said to be, and their text."""
    return [found for page in HANDBOOK for found in EXAMPLE.findall(page.read_text(encoding="utf-8"))]


def test_every_complete_example_says_which_file_it_is() -> None:
    fences = sum(page.read_text(encoding="utf-8").count("```yaml\n---\n") for page in HANDBOOK)
    assert len(examples()) == fences >= 5


def test_the_complete_examples_are_valid_beside_the_shipped_documents(project: Project) -> None:
    shutil.copytree(ROOT / "docs", project.root / "docs", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", project.root)
    for path, text in examples():
        file = project.write(path, text)
        for picture in re.findall(r"file: (\S+)", text):
            (file.parent / picture).write_bytes(PICTURE)
    assert [str(problem) for problem in proof_of(project).problems] == []


@pytest.mark.parametrize("page", HANDBOOK, ids=lambda page: page.stem)
def test_the_error_lines_that_are_printed_have_a_known_code(page: Path) -> None:
    known = {code.value: code for code in Code}
    for _, code, warning in PRINTED.findall(page.read_text(encoding="utf-8")):
        assert code in known
        assert bool(warning) is known[code].is_warning


def test_error_lines_are_found_in_the_handbook() -> None:
    text = ERRORS.read_text(encoding="utf-8")
    assert len(PRINTED.findall(text)) >= 10
    assert len(SECTION.findall(text)) >= 10


def blocks(front: str) -> dict[str, str]:
    """The top fields of some front matter, each with the lines below it."""
    return {
        block.partition(":")[0]: block for block in re.findall(r"^\w[^\n]*\n(?:[ -][^\n]*\n)*", front, re.MULTILINE)
    }


def spoiled(example: str, language: str, snippet: str) -> str:
    """An example with the fields (or the body) of the snippet in place of its own."""
    _, front, body = example.split("---\n", 2)
    if language == "markdown":
        return f"---\n{front}---\n{snippet}"
    fields, wrong = blocks(front), blocks(snippet)
    order = list(fields)
    replaced = [order.index(key) for key in wrong if key in fields]
    gone = order[min(replaced) : max(replaced)] if replaced else []
    kept = {key: text for key, text in fields.items() if key not in gone}
    return f"---\n{''.join({**kept, **wrong}.values())}---\n{body}"


@pytest.mark.parametrize(
    ("code", "language", "snippet", "printed"),
    [pytest.param(*found, id=found[0]) for found in SECTION.findall(ERRORS.read_text(encoding="utf-8"))],
)
def test_the_machine_says_what_the_handbook_prints(
    tmp_path: Path, code: str, language: str, snippet: str, printed: str
) -> None:
    path, _, _, told = printed.split(":", 3)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    project = make_project(tmp_path / "project", re.sub(r"(?m)^    picture: .*\n", "", config))
    project.write("docs/tin-tuc/2026/11/hop-thon-mau-1.jpg", PICTURE)
    project.write("docs/chi-bo/chi-bo-thon-an-cu.md", branch_text())
    project.write(path, spoiled(dict(examples())[path], language, snippet))
    found = [str(problem).split(":", 3)[3] for problem in proof_of(project).problems if problem.path == path]
    assert found == [told]
    assert told.startswith(f" {code}: ")
