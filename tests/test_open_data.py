"""The open data: what the CSV and JSON hold, that they agree with their schema, and what a new document draws again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from built_pages import linked_data, read_page
from conftest import Project, article_text
from test_citations import document
from test_units import unit_text

TYPES = {"string": str, "integer": int, "array": list, "null": type(None)}


def rows_of(file: Path) -> list[dict[str, Any]]:
    """The rows of a JSON file of the data."""
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["rows"]
    return rows


@pytest.mark.parametrize(("table", "part"), [("van-ban", "van-ban"), ("bai-viet", "bai-viet/2026")])
def test_rows_are_as_their_schema_says_and_alike_in_both_forms(shipped_site: Path, table: str, part: str) -> None:
    data = shipped_site / "du-lieu"
    schema = json.loads((data / f"{table}.schema.json").read_text(encoding="utf-8"))
    rows = rows_of(data / f"{part}.json")
    sheet = list(csv.DictReader(io.StringIO((data / f"{part}.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(sheet) > 5
    assert len({row["id"] for row in rows}) == len(rows)
    for row, line in zip(rows, sheet, strict=True):
        assert list(row) == list(line) == schema["required"]
        for key, value in row.items():
            kinds = schema["properties"][key]["type"]
            assert isinstance(value, tuple(TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)))
        assert line["url"] == row["url"]


def test_the_catalogue_names_files_that_are_there(shipped_site: Path) -> None:
    catalogue = json.loads((shipped_site / "du-lieu/danh-muc.json").read_text(encoding="utf-8"))
    assert catalogue["licence"]["name"] == "CC BY 4.0"
    for table in catalogue["tables"]:
        files = [table["schema"], *(file[form] for file in table["files"] for form in ("csv", "json"))]
        assert all((shipped_site / file.removeprefix(catalogue["url"])).is_file() for file in files)


def test_the_documents_of_the_seeds_are_in_the_register_and_cited(shipped_site: Path) -> None:
    rows = {row["number"]: row for row in rows_of(shipped_site / "du-lieu/van-ban.json")}
    seeds = (
        "25-NQ/TW",
        "22-NQ/TW",
        "05-CT/TW",
        "Trung ương 4 khóa XII",
        "26-KH/ĐUK",
        "02-ĐA/TU",
        "2766-QĐ/HU",
        "4842-QĐ/TU",
    )
    assert not [number for number in seeds if number not in rows]
    page = (shipped_site / "van-ban/nghi-quyet-25-nq-tw-2013/index.html").read_text(encoding="utf-8")
    assert "Bài viết viện dẫn" in page
    assert page.count("data-article-item") == rows["25-NQ/TW"]["cited_by"] >= 2
    assert '"@type":"Legislation"' in page


def test_a_cell_cannot_be_a_formula(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/a.md", article_text(title="=HYPERLINK(1) bài thử"))
    project.write("docs/don-vi/xa-mau.md", unit_text("xã Mẫu", also_known_as="['+84 mở đầu', xã Khác]"))
    assert project.build().status == 0
    data = project.root / "site/du-lieu"
    assert ",'=HYPERLINK(1) bài thử," in (data / "bai-viet/2026.csv").read_text(encoding="utf-8")
    assert ",'+84 mở đầu; xã Khác," in (data / "don-vi.csv").read_text(encoding="utf-8")


def test_a_new_document_draws_only_the_pages_that_cite_it_again(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("1-QĐ/VD", "2020-01-31"))
    project.write("docs/tin-tuc/2026/01/a.md", article_text(title="Bài có viện dẫn", body="Theo Quy định 2-QĐ/VD."))
    project.write("docs/tin-tuc/2026/01/b.md", article_text(title="Bài không viện dẫn", date="2026-01-14 08:00"))
    assert project.build().status == 0
    pages = sorted((project.root / "site").rglob("index.html"))
    before = {page: page.stat().st_ino for page in pages}
    project.write("docs/van-ban/hai.md", document("2-QĐ/VD", "2021-01-31"))
    assert project.build().status == 0
    site = project.root / "site"
    changed = {page.relative_to(site).as_posix() for page in pages if page.stat().st_ino != before[page]}
    assert changed == {"tin-tuc/2026/01/a/index.html", "van-ban/index.html", "du-lieu/index.html"}
    assert 'href="../../../../van-ban/hai/"' in (site / "tin-tuc/2026/01/a/index.html").read_text(encoding="utf-8")


def test_a_document_is_cited_as_officials_write_it_and_its_issuer_without_an_aside(shipped_site: Path) -> None:
    page = read_page(shipped_site / "van-ban/quy-dinh-366-qd-tw-2025/index.html")
    assert page.one("button", "data-nr-copy")["data-nr-copy"] == (
        "Quy định số 366-QĐ/TW ngày 30/8/2025 của Trung ương Đảng"
    )
    assert linked_data(page)["Legislation"]["legislationPassedBy"]["name"] == "Trung ương Đảng"
    assert "Trung ương Đảng (nguồn không nêu cơ quan ký)" in page.one("dl", "class", "nr-facts").text
