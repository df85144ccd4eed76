"""The site's folder: what is written, what is left alone, what is taken away."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Project, Run, article_text

PAGE = "tin-tuc/2026/01/bai-mot/index.html"
SHORT = "overrides/newsroom/viet-tat.json"


@pytest.fixture
def built(project: Project) -> Project:
    """A project of two articles, one attachment and its site."""
    project.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Bài thử thứ nhất của kho"))
    project.write("docs/tin-tuc/2026/01/bai-hai.md", article_text("Bài thử thứ hai của kho", date="2026-01-16 08:00"))
    project.write("docs/tai-lieu/mau.txt", "Mẫu đơn")
    assert project.build().status == 0
    return project


@pytest.fixture
def own_templates(built: Project) -> Project:
    """A built project whose templates are its own, free to be changed."""
    overrides = built.root / "overrides"
    shared = overrides.resolve()
    overrides.unlink()
    shutil.copytree(shared, overrides)
    assert built.build().status == 0
    return built


def changed(folder: Path, before: dict[str, int]) -> set[str]:
    """The files below a folder that are not those of `before`."""
    now = inodes(folder)
    return {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}


def inodes(folder: Path) -> dict[str, int]:
    """The inode of every file: a file written anew has another."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.stat().st_ino for file in files}


def test_nothing_is_written_where_nothing_changed(built: Project) -> None:
    before = inodes(built.root / "site")
    assert built.build().status == 0
    assert changed(built.root / "site", before) == set()


def test_other_times_on_the_same_texts_write_nothing(built: Project) -> None:
    before = inodes(built.root / "site")
    for file in (built.root / "docs").rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    assert built.build().status == 0
    assert changed(built.root / "site", before) == set()


def test_an_edited_body_writes_its_page_and_its_part_of_the_search_index(built: Project) -> None:
    before = inodes(built.root / "site")
    file = built.root / "docs/tin-tuc/2026/01/bai-mot.md"
    file.write_text(file.read_text("utf-8") + "\nThêm một đoạn.\n", "utf-8")
    assert built.build().status == 0
    written = changed(built.root / "site", before)
    assert {path for path in written if not path.startswith("tim-kiem/")} == {PAGE}
    assert any(path.startswith("tim-kiem/") for path in written)


def test_an_attachment_is_copied_followed_and_taken_away(built: Project) -> None:
    copy = built.root / "site/tai-lieu/mau.txt"
    assert copy.read_text("utf-8") == "Mẫu đơn"
    built.write("docs/tai-lieu/mau.txt", "Mẫu đơn mới")
    assert built.build().status == 0
    assert copy.read_text("utf-8") == "Mẫu đơn mới"
    (built.root / "docs/tai-lieu/mau.txt").rename(built.root / "docs/tai-lieu/mau-moi.txt")
    assert built.build().status == 0
    assert [file.name for file in copy.parent.iterdir()] == ["mau-moi.txt"]
    (built.root / "docs/tai-lieu/mau-moi.txt").unlink()
    assert built.build().status == 0
    assert not copy.parent.exists()


def test_whatever_is_configured_else_the_search_index_is_made_by_it(built: Project) -> None:
    before = inodes(built.root / "site")
    built.write("mkdocs.yml", (built.root / "mkdocs.yml").read_text("utf-8") + "# thêm một lời ghi\n")
    assert built.build().status == 0
    index = {path for path in before if path.startswith("tim-kiem/muc-luc/")}
    assert index <= changed(built.root / "site", before)


def test_an_audit_brings_back_what_is_missing_and_removes_what_nobody_made(built: Project) -> None:
    site = built.root / "site"
    whole = {path: (site / path).read_bytes() for path in inodes(site)}
    (site / PAGE).unlink()
    (site / "tin-tuc/2026/01/la.html").write_text("lạ", "utf-8")
    assert built.build("--audit").status == 0
    assert {path: (site / path).read_bytes() for path in inodes(site)} == whole
    before = inodes(site)
    assert built.build().status == 0
    assert changed(site, before) == set()


def test_a_site_put_back_from_an_older_day_is_written_anew(built: Project, tmp_path: Path) -> None:
    site, older = built.root / "site", tmp_path / "older"
    site.rename(older)
    assert built.build().status == 0
    built.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Bài thử thứ nhất, tên mới"))
    assert built.build().status == 0
    newer = {path: (site / path).read_bytes() for path in inodes(site)}
    site.rename(tmp_path / "newer")
    older.rename(site)
    assert built.build().status == 0
    assert {path: (site / path).read_bytes() for path in inodes(site)} == newer


def test_the_template_of_articles_redraws_neither_lists_nor_days(own_templates: Project) -> None:
    before = inodes(own_templates.root / "site")
    with (own_templates.root / "overrides/newsroom/article.html").open("a", encoding="utf-8") as template:
        template.write("<!-- khác -->\n")
    assert own_templates.build().status == 0
    written = changed(own_templates.root / "site", before)
    assert PAGE in written
    assert not any(path.startswith(("luu-tru/2026/01/1", "chuyen-muc/", "tac-gia/")) for path in written)


def test_a_template_named_by_others_redraws_theirs(own_templates: Project) -> None:
    before = inodes(own_templates.root / "site")
    with (own_templates.root / "overrides/newsroom/figures.html").open("a", encoding="utf-8") as template:
        template.write("<!-- khác -->\n")
    assert own_templates.build().status == 0
    assert PAGE in changed(own_templates.root / "site", before)


@pytest.mark.parametrize("name", ["footer.html", "sections_bar.html"])
def test_the_frame_redraws_every_page(own_templates: Project, name: str) -> None:
    before = inodes(own_templates.root / "site")
    with (own_templates.root / "overrides/newsroom" / name).open("a", encoding="utf-8") as template:
        template.write("<!-- khác -->\n")
    assert own_templates.build().status == 0
    pages = {path for path in before if path.endswith(".html")}
    assert pages <= changed(own_templates.root / "site", before)


def test_a_site_without_its_index_gets_it_whole_from_the_next_build(built: Project) -> None:
    index = built.root / "site/tim-kiem/muc-luc"
    whole = {path.relative_to(index): path.read_bytes() for path in index.rglob("*.*")}
    shutil.rmtree(built.root / "site")
    shutil.rmtree(built.root / ".cache")
    assert built.run("newsroom_bench/unindexed", "--config", "mkdocs.yml").status == 0
    assert (built.root / "site" / PAGE).is_file()
    assert not index.exists()
    assert built.build().status == 0
    assert whole == {path.relative_to(index): path.read_bytes() for path in index.rglob("*.*")} != {}


def test_what_a_killed_build_left_half_written_is_taken_away(built: Project) -> None:
    half = built.write(f"site/{PAGE}.4711.tmp", "<!doctype")
    (cache,) = (built.root / ".cache").glob("outputs-*.sqlite")
    with closing(sqlite3.connect(cache)) as database, database:
        database.execute("INSERT INTO journal VALUES (?)", (PAGE,))
    before = inodes(built.root / "site")
    assert built.build().status == 0
    assert not half.exists()
    assert changed(built.root / "site", before) == {PAGE, f"{PAGE}.4711.tmp"}, "of the page nobody knows how it lies"


@pytest.mark.parametrize("audit", [(), ("--audit",)], ids=["plain", "audited"])
def test_an_index_half_written_is_mended_though_a_build_without_one_came_between(
    built: Project, audit: tuple[str, ...]
) -> None:
    index = built.root / "site/tim-kiem/muc-luc"
    whole = {path.relative_to(index): path.read_bytes() for path in index.rglob("*.*")}
    broken = next(iter(sorted(path for path in index.rglob("*.bin"))))
    broken.write_bytes(b"killed here")
    (cache,) = (built.root / ".cache").glob("outputs-*.sqlite")
    with closing(sqlite3.connect(cache)) as database, database:
        path = broken.relative_to(built.root / "site").as_posix()
        database.execute("INSERT INTO journal VALUES (?)", (path,))
    before = inodes(index)
    with broken.open("rb"):  # its inode is not given to another file
        assert built.run("newsroom_bench/unindexed", "--config", "mkdocs.yml", *audit).status == 0
        assert changed(index, before) == {broken.relative_to(index).as_posix()}
        assert not broken.exists(), "nobody knows what stands in it"
        assert built.build().status == 0
        assert changed(index, before) == {broken.relative_to(index).as_posix()}, "what was whole is not written"
    assert whole == {path.relative_to(index): path.read_bytes() for path in index.rglob("*.*")} != {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{\n  "HTX": "hợp tác xã"\n  "TX": "thị xã"\n}', [f"{SHORT}:3:3: cau-hinh: chỗ này sai quy cách JSON"]),
        ("", [f"{SHORT}:1:1: cau-hinh: chỗ này sai quy cách JSON"]),
        ('["HTX"]', [f"{SHORT}:1:1: cau-hinh: danh sách chữ viết tắt phải nằm trong {{ }}"]),
        (
            '{\n  "HTX": 3,\n  "TX": "thị xã",\n  "CB": ["cán bộ", null]\n}',
            [
                f"{SHORT}:2:1: cau-hinh: “HTX”: chữ viết tắt phải kèm",
                f"{SHORT}:4:1: cau-hinh: “CB”: chữ viết tắt phải kèm",
            ],
        ),
    ],
)
def test_abbreviations_that_cannot_be_understood_are_told_before_anything_is_written(
    text: str, told: list[str], own_templates: Project
) -> None:
    built, file = own_templates, own_templates.root / SHORT
    whole = file.read_bytes()
    built.write("docs/tin-tuc/2026/01/bai-ba.md", article_text("Bài thử đến sau bài trước"))
    before = inodes(built.root / "site")
    file.write_text(text, encoding="utf-8")
    run = built.build()
    assert (run.status, built.check()) == (2, Run(2, "", run.err))
    lines = [line for line in run.err.splitlines() if line.startswith("overrides/")]
    assert [line[: len(start)] for line, start in zip(lines, told, strict=True)] == told
    assert changed(built.root / "site", before) == set()
    file.write_bytes(whole)
    assert built.build().status == 0


def test_the_pages_of_a_list_lead_to_its_newest_and_its_oldest(project: Project) -> None:
    for number in range(80):  # a first page and three older ones
        project.write(f"docs/tin-tuc/2026/01/bai-{number}.md", article_text(f"Tên bài số {number}"))
    assert project.build().status == 0
    section = project.root / "site/chuyen-muc/tin-chung"
    pages = {number: (section / f"trang/{number}/index.html").read_text("utf-8") for number in (1, 2, 3)}
    pages[0] = (section / "index.html").read_text("utf-8")
    assert {number for number, page in pages.items() if ">Mới nhất</a>" in page} == {1, 2}
    assert {number for number, page in pages.items() if ">Cũ nhất</a>" in page} == {0, 3}
    assert 'class="nr-pager__oldest" href="../../chuyen-muc/tin-chung/trang/1/"' in pages[0]
    assert 'class="nr-pager__newest" href="../../../../chuyen-muc/tin-chung/"' in pages[1]
