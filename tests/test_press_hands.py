"""The site's folder after hands were in it: the next build makes it whole again, and touches nothing outside of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOW, Project, article_text
from test_determinism import fill
from test_press import PAGE, changed, inodes

from newsroom.build import AUDIT
from newsroom_bench.builds import build, build_killed, contents

SCRIPT = "assets/javascripts/newsroom.js"


@pytest.fixture
def built(project: Project) -> Project:
    """A project of two articles, three attachments and its site."""
    project.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Bài thử thứ nhất của kho"))
    project.write("docs/tin-tuc/2026/01/bai-hai.md", article_text("Bài thử thứ hai của kho", date="2026-01-16 08:00"))
    project.write("docs/tai-lieu/mau.txt", "Mẫu đơn")
    project.write("docs/tai-lieu/sau/mot.txt", "Một")
    project.write("docs/tai-lieu/sau/hai.txt", "Hai")
    build(project.root, NOW)
    return project


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of somebody else's."""
    (tmp_path / "elsewhere/deeper").mkdir(parents=True)
    (tmp_path / "elsewhere/deeper/photo.jpg").write_text("of a lifetime", "utf-8")
    (tmp_path / "elsewhere/index.html").write_text("another site", "utf-8")
    return tmp_path / "elsewhere"


def replace_by_folder(site: Path) -> None:
    (site / PAGE).unlink()
    (site / PAGE / "inside").mkdir(parents=True)
    (site / PAGE / "inside/x.txt").write_text("x", "utf-8")


def replace_by_empty_folder(site: Path) -> None:
    (site / PAGE).unlink()
    (site / PAGE).mkdir()


def replace_folder_by_file(site: Path) -> None:
    shutil.rmtree(site / "tin-tuc")
    (site / "tin-tuc").write_text("x", "utf-8")


def change_but_keep_its_length(site: Path) -> None:
    data = (site / PAGE).read_bytes()
    (site / PAGE).write_bytes(data[::-1])


def change_but_keep_its_time(site: Path) -> None:
    status = (site / PAGE).stat()
    (site / PAGE).write_text("x", "utf-8")
    os.utime(site / PAGE, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace_by_link(site: Path) -> None:
    (site / PAGE).rename(site.parent / "moved.html")
    (site / PAGE).symlink_to(site.parent / "moved.html")


HANDS: dict[str, Callable[[Path], object]] = {
    "front page gone": lambda site: (site / "index.html").unlink(),
    "page gone": lambda site: (site / PAGE).unlink(),
    "index part gone": lambda site: next((site / "tim-kiem/muc-luc").rglob("*.bin")).unlink(),
    "folder gone": lambda site: shutil.rmtree(site / "tin-tuc"),
    "page changed": lambda site: (site / PAGE).write_text("x", "utf-8"),
    "script cut off": lambda site: os.truncate(site / SCRIPT, 10),
    "page changed, as long as before": change_but_keep_its_length,
    "page changed, as old as before": change_but_keep_its_time,
    "page moved out and linked": replace_by_link,
    "page to folder": replace_by_folder,
    "page to empty folder": replace_by_empty_folder,
    "folder to file": replace_folder_by_file,
}


@pytest.mark.parametrize("audited", [False, True], ids=["plain", "audited"])
@pytest.mark.parametrize("hand", HANDS.values(), ids=HANDS.keys())
def test_what_a_hand_did_is_undone(
    built: Project, hand: Callable[[Path], object], audited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = built.root / "site"
    whole, before = contents(site), inodes(site)
    hand(site)
    harmed = {
        path
        for path in whole
        if not (site / path).is_file() or (site / path).is_symlink() or (site / path).read_bytes() != whole[path]
    }
    if audited:
        monkeypatch.setenv(AUDIT, "1")
    build(built.root, NOW)
    assert contents(site) == whole
    assert not (site / PAGE).is_symlink()
    assert changed(site, before) <= harmed | {".newsroom-stamp"}, "what was whole is not written"
    before = inodes(site)
    build(built.root, NOW)
    assert changed(site, before) == set()


@pytest.mark.parametrize("place", ["uploads", "tin-tuc/2026/01/uploads", "tim-kiem/uploads"])
@pytest.mark.parametrize("audited", [False, True], ids=["plain", "audited"])
def test_a_link_is_taken_away_and_what_it_leads_to_stays(
    built: Project, outside: Path, place: str, audited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, whole = contents(outside), contents(built.root / "site")
    (built.root / "site" / place).symlink_to(outside)
    if audited:
        monkeypatch.setenv(AUDIT, "1")
    build(built.root, NOW)
    assert contents(outside) == there
    if audited or place == "uploads":
        assert not (built.root / "site" / place).is_symlink()
        assert contents(built.root / "site") == whole


def test_links_survive_neither_a_new_folder_nor_one_that_nobody_knows(built: Project, outside: Path) -> None:
    there, whole = contents(outside), contents(built.root / "site")
    (built.root / "site/.newsroom-stamp").unlink()
    (built.root / "site/uploads").symlink_to(outside)
    (built.root / "site/tin-tuc/uploads").symlink_to(outside)
    build(built.root, NOW)
    assert (contents(outside), contents(built.root / "site")) == (there, whole)


@pytest.mark.parametrize(
    "folder", ["tin-tuc", "tin-tuc/2026", "tin-tuc/2026/01/bai-mot", "tai-lieu", "tai-lieu/sau", "assets"]
)
def test_a_folder_moved_out_and_linked_is_a_folder_again(built: Project, tmp_path: Path, folder: str) -> None:
    moved, site = tmp_path / "moved", built.root / "site"
    (site / folder).rename(moved)
    (site / folder).symlink_to(moved)
    there = contents(moved)
    built.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Bài thử thứ nhất, tên mới"))
    built.write("docs/tai-lieu/mau.txt", "Mẫu đơn mới")
    built.write("docs/tai-lieu/sau/mot.txt", "Một mới, cạnh một tệp không đổi")
    build(built.root, NOW)
    newer = contents(site)
    assert contents(moved) == there
    assert not (site / folder).is_symlink()
    shutil.rmtree(site)
    build(built.root, NOW)
    assert newer == contents(site)


def test_the_stamp_is_not_written_through_a_link(built: Project, outside: Path) -> None:
    stamp, letter = built.root / "site/.newsroom-stamp", outside / "index.html"
    stamp.unlink()
    stamp.symlink_to(letter)
    build(built.root, NOW)
    assert letter.read_text("utf-8") == "another site"
    assert not stamp.is_symlink()


@pytest.mark.parametrize("stamp", ["", "dấu của trang khác", "\xff"])
def test_whatever_stands_in_the_stamp_the_site_is_whole_again(built: Project, stamp: str) -> None:
    whole = contents(built.root / "site")
    (built.root / "site/.newsroom-stamp").write_text(stamp, encoding="utf-8")
    build(built.root, NOW)
    assert contents(built.root / "site") == whole


def test_a_picture_changed_in_the_site_is_made_anew_everywhere(built: Project, outside: Path) -> None:
    fill(built)
    build(built.root, NOW)
    site = built.root / "site"
    whole = contents(site)
    picture = next(path for path in sorted(whole) if path.endswith(".webp"))
    os.truncate(site / picture, 10)
    build(built.root, NOW)
    assert contents(site) == whole
    there = contents(outside)
    (site / picture).unlink()
    (site / picture).symlink_to(outside / "deeper/photo.jpg")
    build(built.root, NOW)
    assert (contents(site), contents(outside)) == (whole, there)


FILE, FOLDER = "docs/tai-lieu/a.txt", "docs/tai-lieu/a.txt/b.txt"


@pytest.mark.parametrize("kill", [0, *range(1, 14)])
@pytest.mark.parametrize(("first", "then"), [(FILE, FOLDER), (FOLDER, FILE)], ids=["to folder", "to file"])
def test_a_file_becomes_a_folder_and_the_reverse(built: Project, first: str, then: str, kill: int) -> None:
    built.write(first, "Một")
    build(built.root, NOW)
    (built.root / first).unlink()
    if first == FOLDER:
        (built.root / FILE).rmdir()
    built.write(then, "Hai")
    if kill:
        build_killed(built.root, NOW, kill, in_site=True)
    build(built.root, NOW)
    assert (built.root / then.replace("docs", "site")).read_text("utf-8") == "Hai"
    newer = contents(built.root / "site")
    shutil.rmtree(built.root / "site")
    shutil.rmtree(built.root / ".cache")
    build(built.root, NOW)
    assert newer == contents(built.root / "site")


def test_an_old_address_becomes_a_folder_and_the_reverse(built: Project) -> None:
    for alias in ("/cu/bai.html", "/cu/bai.html/y/", "/cu/bai.html"):
        built.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Bài thử thứ nhất", aliases=f"[{alias}]"))
        build(built.root, NOW)
        stub = built.root / f"site{alias}" / ("index.html" if alias.endswith("/") else "")
        assert "tin-tuc/2026/01/bai-mot/" in stub.read_text("utf-8")


def test_the_build_tells_how_many_files_it_deleted(built: Project) -> None:
    assert "xóa" not in built.build().out
    (built.root / "site/la.html").write_text("lạ", "utf-8")
    assert "(ghi 0 tệp, xóa 1 tệp)" in built.build().out
