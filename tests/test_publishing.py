"""Publishing: readers see the last release or the next one, whole, whatever happens in between."""

from __future__ import annotations

import errno
import http.client
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from conftest import NOW, ROOT, Project, Run, article_text, make_project, once
from nginx import free_port, listens, needs_nginx, nginx
from page_types import PAGE_TYPES, new_page
from playwright.sync_api import Browser
from test_determinism import ELSEWHERE, HERE, content_of, file_mask, fill
from test_leftovers import spoilt, zero_a_page

from newsroom.lock import acquire
from newsroom.policy import META_NAME, hash_of
from newsroom.publishing.admission import FRONT_PAGE
from newsroom.publishing.manifest import NAME, Manifest, digest_of
from newsroom.publishing.releases import Releases
from newsroom.publishing.verification import verify_folder
from newsroom.workshop import CACHE

ARTICLE: Final = "docs/tin-tuc/2026/01/bai-1.md"
PAGE: Final = "tin-tuc/2026/01/bai-1/index.html"
KILLS: Final = 190
KILLS_WITH_BUILD: Final = 20
_BREATH: Final = 0.004
"""Seconds between the reader's rounds: it shares two cores with what it watches."""
FOR_READERS: Final = ("index.html", PAGE, "feed.json", "assets/stylesheets/newsroom.css")


def publish(project: Project, *arguments: str, environment: dict[str, str] | None = None) -> Run:
    """Run publish.py on a project."""
    return project.run("publish", "--config", "mkdocs.yml", *arguments, environment=environment)


def published(project: Project) -> dict[str, str]:
    """What readers of the default destination see."""
    return content_of(project.root / "published/current")


def is_whole(project: Project) -> bool:
    """Whether what readers see is what its manifest says, and nothing else."""
    current = Releases(project.root / "published").current
    return current is not None and not verify_folder(current.folder, current.manifest)


@pytest.fixture(scope="session")
def first_published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project published once."""

    def make(folder: Path) -> None:
        project = fill(make_project(folder))
        run = publish(project)
        assert run.status == 0, run.err

    return once(tmp_path_factory, "published-project", make)


@pytest.fixture
def project(first_published: Path, tmp_path: Path) -> Project:
    """A project of one's own that has been published once."""
    shutil.copytree(first_published, tmp_path / "project", symlinks=True)
    return Project(tmp_path / "project")


def edit(project: Project, title: str = "Bài thử đã đổi tên sau khi đăng") -> None:
    project.write(ARTICLE, article_text(title, section="thong-bao"))


def test_a_release_is_complete_listed_and_without_what_is_not_for_readers(project: Project) -> None:
    current = project.root / "published/current"
    assert current.is_symlink()
    listed = Manifest.parse((current / NAME).read_text("utf-8")).files
    assert {path: digest for path, digest in published(project).items() if path != NAME} == dict(listed)
    assert not [path for path in listed if Path(path).name.startswith(".") or path.endswith(".md")]
    done = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", NAME], cwd=current, check=False)
    assert done.returncode == 0


def test_what_did_not_change_is_the_same_file_in_both_releases(project: Project) -> None:
    edit(project)
    assert publish(project).status == 0
    old, new = Releases(project.root / "published").all()
    same = [path for path, digest in new.manifest.files.items() if old.manifest.files.get(path) == digest]
    assert 0 < len(same) < len(new.manifest.files)
    assert all((old.folder / path).samefile(new.folder / path) for path in same)
    assert "đã đổi tên" in (project.root / "published/current" / PAGE).read_text("utf-8")


def test_nothing_new_makes_no_release(project: Project) -> None:
    run = publish(project)
    assert (run.status, "Không có gì mới" in run.out) == (0, True)
    assert len(Releases(project.root / "published").all()) == 1


def spoil_a_bit(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.create_function("spoilt", 1, spoilt)
        assert database.execute("UPDATE files SET seen = spoilt(seen)").rowcount


def zero_pages(file: Path) -> None:
    pages = file.stat().st_size // 4096
    for page in range(1, pages):
        zero_a_page(file, page * 4096)


@pytest.mark.parametrize("damage", [spoil_a_bit, zero_pages])
def test_damaged_records_are_none(project: Project, damage: Callable[[Path], None]) -> None:
    records = project.root / CACHE / "publishing.sqlite"
    with sqlite3.connect(records) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damage(records)
    before = published(project)
    run = publish(project)
    assert (run.status, run.err, "Không có gì mới" in run.out, published(project)) == (0, "", True, before)


@contextmanager
def undeletable(folder: Path) -> Iterator[None]:
    """A folder of which nothing can be taken away, not even by root."""
    is_root = os.geteuid() == 0
    if is_root and subprocess.run(["chattr", "+i", folder], capture_output=True, check=False).returncode:
        pytest.skip("nothing is safe from root on this file system")
    if not is_root:
        folder.chmod(0o555)
    try:
        yield
    finally:
        if is_root:
            subprocess.run(["chattr", "-i", folder], check=True)
        folder.chmod(0o755)


def test_what_cannot_be_deleted_is_told_and_stops_nobody(project: Project) -> None:
    releases = Releases(project.root / "published")
    left = releases.root / "releases/.000007-cũ.tmp"
    left.mkdir(parents=True)
    (left / "index.html").write_bytes(b"")
    with undeletable(left):
        for title in ("Bài thử bản số 1", "Bài thử bản số 2"):
            edit(project, title)
            run = publish(project)
            assert (run.status, f"Không xóa được {left}" in run.err) == (0, True), run.err
    edit(project, "Bài thử bản số 3")
    run = publish(project)
    assert (run.status, run.err, left.exists()) == (0, "", False)


def test_a_site_without_an_old_address_is_published(tmp_path: Path) -> None:
    project = make_project(tmp_path / "new")
    project.write(ARTICLE, article_text())
    run = publish(project)
    assert run.status == 0, run.err


def test_what_the_build_did_not_write_is_not_handed_over(project: Project) -> None:
    assert publish(project).status == 0  # the tree is known where it lies now
    before, tree = published(project), project.root / ".cache/publishing"
    os.truncate(tree / "assets/javascripts/newsroom.js", 10)
    (tree / PAGE).write_text("Trang của ai khác.", "utf-8")
    (tree / "tin-tuc/2026/la.txt").write_text("Tệp của ai khác.", "utf-8")
    run = publish(project)
    assert (run.status, published(project)) == (0, before), run.err


def test_a_link_to_a_folder_is_in_nobodys_list(project: Project, tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (project.root / "published/current/kubet").symlink_to(tmp_path / "ngoai")
    run = publish(project, "--verify", "published")
    assert (run.status, run.err) == (1, "kubet: tệp lạ, không có trong bản kê\n")


def test_a_file_tampered_with_that_keeps_its_size_and_time_is_replaced(project: Project) -> None:
    tampered = project.root / "published/current" / PAGE
    before, status = tampered.read_bytes(), tampered.stat()
    tampered.write_bytes(before.replace(b"a", b"e"))
    os.utime(tampered, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "Đã đăng" in publish(project).out
    assert (project.root / "published/current" / PAGE).read_bytes() == before
    assert is_whole(project)


def test_a_release_whose_manifest_was_changed_with_it_is_not_returned_to(project: Project) -> None:
    edit(project)
    assert publish(project).status == 0
    old = Releases(project.root / "published").all()[0]
    tampered = old.folder / PAGE
    tampered.unlink()  # what both releases hold is one file
    tampered.write_text("kubet")
    files = {**old.manifest.files, PAGE: digest_of(tampered)}
    (old.folder / NAME).write_text(Manifest.of(files).text, encoding="utf-8")
    for text in (Manifest.of(files).text, "không phải bản kê"):
        (old.folder / NAME).write_text(text, encoding="utf-8")
        run = publish(project, "--rollback")
        assert (run.status, "hỏng 1 tệp" in run.err) == (1, True)
    assert is_whole(project)


def test_the_beginning_of_two_names_says_not_which_is_meant(project: Project) -> None:
    edit(project)
    assert publish(project).status == 0
    before = published(project)
    names = [release.name for release in Releases(project.root / "published").all()]
    run = publish(project, "--rollback", "0")
    assert (run.status, all(name in run.err for name in names)) == (2, True)
    assert publish(project, "--rollback", "00000[12]").status == 2
    assert published(project) == before


def test_old_releases_go_and_the_way_back_leads_to_the_one_before(project: Project) -> None:
    first = published(project)
    for number in range(3):
        edit(project, f"Bài thử đổi tên lần thứ {number + 1}")
        assert publish(project, "--keep", "3").status == 0
    names = [release.name for release in Releases(project.root / "published").all()]
    assert [name[:6] for name in names] == ["000002", "000003", "000004"]
    run = publish(project, "--rollback")
    assert (run.status, names[1] in run.out) == (0, True)
    assert "lần thứ 2" in (project.root / "published/current" / PAGE).read_text("utf-8")
    assert publish(project, "--rollback", "000002").status == 0
    assert is_whole(project)
    assert publish(project, "--rollback").status == 2  # nothing before it
    assert published(project) != first


def test_a_damaged_release_is_not_returned_to_and_the_next_one_does_not_inherit_it(project: Project) -> None:
    edit(project)
    assert publish(project).status == 0
    page = project.root / "published/current/feed.json"
    page.write_bytes(page.read_bytes() + b" ")
    unchanged = project.root / "published/current/robots.txt"
    unchanged.write_bytes(unchanged.read_bytes() + b" ")  # the same file in both releases
    run = publish(project, "--verify", "published")
    assert run.status == 1
    assert "feed.json: nội dung khác bản kê" in run.err
    assert publish(project, "--rollback").status == 1
    assert publish(project).status == 0
    assert is_whole(project)


def test_far_fewer_pages_need_a_word(project: Project) -> None:
    before = published(project)
    for number in range(2, 12):
        (project.root / f"docs/tin-tuc/2026/01/bai-{number}.md").unlink()
    run = publish(project)
    assert (run.status, "một phần năm" in run.err) == (1, True)
    assert published(project) == before
    assert publish(project, "--force").status == 0
    assert published(project) != before


def test_problems_of_the_content_leave_readers_what_they_have(project: Project) -> None:
    before = published(project)
    project.write(ARTICLE, article_text(date="2026-02-30 08:00"))
    run = publish(project)
    assert (run.status, f"{ARTICLE}:3:" in run.err) == (1, True)
    assert published(project) == before


@pytest.mark.parametrize(
    ("path", "data", "told"),
    [
        ("trang/index.html", b"<title>x</title>", "trang/index.html: "),
        ("tep.txt", b"-----BEGIN OPENSSH PRIVATE KEY-----", "tep.txt: có thể lộ khóa riêng"),
        ("tep.txt", b"token = ghp_" + b"a" * 36, "tep.txt: có thể lộ mã truy cập GitHub"),
        ("tep.txt", b"https://ban:matkhau@kho.example/x", "tep.txt: có thể lộ địa chỉ kèm mật khẩu"),
        ("x/.env", b"A=1", ""),
        ("x/may.php", b"<?php ?>", "x/may.php: loại tệp không được đưa ra cho người đọc"),
        ("x/trong.txt", b"", "x/trong.txt: tệp trống"),
    ],
)
def test_a_tree_with_what_should_not_be_public_is_refused(project: Project, path: str, data: bytes, told: str) -> None:
    tree = project.root / "tree"
    shutil.copytree(project.root / "published/current", tree)
    (tree / path).parent.mkdir(exist_ok=True)
    (tree / path).write_bytes(data)
    before = published(project)
    run = publish(project, "--site", "tree")
    assert (run.status, told in run.err) == ((1, True) if told else (0, True))
    assert (published(project) == before) or not told
    assert not (project.root / "published/current/x/.env").exists()


ALERT: Final = "alert(1)"
OPEN: Final = "script-src 'self'"


@pytest.mark.parametrize(
    ("pages", "sound", "planted", "told"),
    [
        (PAGE, "</body>", f"<script>{ALERT}</script></body>", f"{PAGE}: có 1 đoạn mã không phải của trang: "),
        (FRONT_PAGE, "</body>", f"<script>{ALERT}</script></body>", f"{FRONT_PAGE}: có 1 đoạn mã không phải"),
        (PAGE, META_NAME, "X-Policy", f"{PAGE}: không mang chính sách nội dung (CSP) của trang"),
        (PAGE, OPEN, "script-src *", f"{PAGE}: không mang chính sách nội dung (CSP) của trang"),
        (FRONT_PAGE, OPEN, f"{OPEN} '{hash_of(ALERT)}'", f"{PAGE}: không mang chính sách nội dung (CSP) của trang"),
        (FRONT_PAGE, META_NAME, "X-Policy", f"{FRONT_PAGE}: không mang chính sách nội dung (CSP) đọc được"),
        ("**/*.html", META_NAME, "X-Policy", f"{FRONT_PAGE}: không mang chính sách nội dung (CSP) đọc được"),
        ("**/*.html", OPEN, f"{OPEN} 'unsafe-inline'", f"{FRONT_PAGE}: không mang chính sách nội dung (CSP) đọc được"),
    ],
)
def test_a_tree_changed_after_its_build_does_not_run_what_the_site_does_not(
    project: Project, pages: str, sound: str, planted: str, told: str
) -> None:
    before, tree = published(project), project.root / "tree"
    shutil.copytree(project.root / "published/current", tree)
    run = publish(project, "--site", "tree")
    assert (run.status, "Không có gì mới" in run.out) == (0, True), run.err
    for file in tree.glob(pages):
        text = file.read_text("utf-8")
        file.unlink()
        file.write_text(text.replace(sound, planted, 1), encoding="utf-8")
    run = publish(project, "--site", "tree")
    assert (run.status, told in run.err) == (1, True), run.err
    assert published(project) == before


def test_a_build_from_nothing_takes_nothing_from_a_publishing_that_runs(project: Project) -> None:
    tree = project.root / ".cache/publishing"
    before = content_of(tree)
    with acquire(project.root / ".cache/publishing.lock", lambda: None):
        assert project.build("--clean").status == 0
        assert content_of(tree) == before
        assert publish(project).status == 1  # as it is told while another runs
    (tree / PAGE).write_text("đã bị sửa", encoding="utf-8")
    run = publish(project)
    assert (run.status, "Không có gì mới" in run.out) == (0, True), run.err


@pytest.mark.parametrize("place", ["site", "site/ban-doc", "docs", "overrides", ".cache/publishing"])
def test_releases_do_not_lie_where_builds_delete_or_read(project: Project, place: str) -> None:
    run = publish(project, "--to", place)
    assert (run.status, f"{place.split('/')[0]}/ là chỗ của việc dựng trang" in run.err) == (2, True), run.err
    assert not (project.root / place / "releases").exists()


@pytest.mark.parametrize("name", ["current", "current/index.html"], ids=["a file", "a folder"])
def test_what_somebody_laid_in_the_place_of_the_link_stays(project: Project, name: str) -> None:
    theirs = project.write(f"moi/{name}", "của người khác")
    run = publish(project, "--to", "moi")
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert f"{project.root}/moi/current: " in run.err
    assert theirs.read_text("utf-8") == "của người khác"
    assert Releases(project.root / "moi").all() == []


def test_a_tree_that_is_missing_or_has_no_front_page_is_refused(project: Project) -> None:
    (project.root / "tree").mkdir()
    for tree, told in (("khong-co", ".: tệp hoặc thư mục không đọc được"), ("tree", "index.html: không có trang nhất")):
        run = publish(project, "--site", tree, "--to", "moi", "--force")
        assert (run.status, run.err.splitlines()[0]) == (1, told)
    assert not (project.root / "moi/current").exists()


def test_a_source_without_its_page_and_a_page_without_its_source_are_faults(project: Project) -> None:
    tree = project.root / ".cache/publishing"
    (tree / PAGE).write_text((tree / PAGE).read_text("utf-8"), encoding="utf-8")
    (tree / "tin-tuc/2026/01/la").mkdir()
    shutil.copy(tree / PAGE, tree / "tin-tuc/2026/01/la/index.html")
    before = published(project)
    command = "import shutil, runpy, edge\nbuild = edge.run_build\ndef lossy(*a, **k):\n printed = build(*a, **k)\n"
    command += f" shutil.copytree({str(tree)!r} + '/tin-tuc/2026/01/bai-2', {str(tree)!r} + '/tin-tuc/2026/01/la')\n"
    command += f" shutil.rmtree({str(tree)!r} + '/tin-tuc/2026/01/bai-3')\n return printed\nedge.run_build = lossy\n"
    run = run_altered(project, command)
    assert run.status == 1
    assert "tin-tuc/2026/01/bai-3.md: không có trang của tài liệu này" in run.err
    assert "tin-tuc/2026/01/la/index.html: trang không có tài liệu nào trong docs/" in run.err
    assert published(project) == before


def run_altered(project: Project, alteration: str, *arguments: str) -> Run:
    """Run publish.py after some Python that changes what it will import."""
    program = f"{alteration}\nimport runpy, sys\nsys.argv[0] = 'publish.py'\n"
    program += f"runpy.run_path({str(ROOT / 'scripts/publish.py')!r}, run_name='__main__')\n"
    done = subprocess.run(
        [sys.executable, "-c", program, "--config", "mkdocs.yml", *arguments],
        cwd=project.root,
        env={**os.environ, "NEWSROOM_NOW": NOW, "PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "stage",
    [
        "edge.run_build",
        "newsroom.press.print_site",
        "newsroom.publishing.inspection.inspect_site",
        "newsroom.publishing.admission.objections",
        "newsroom.publishing.handover.is_suspiciously_small",
        "newsroom.publishing.releases.Releases.add",
        "newsroom.publishing.releases._make_folders",
        "newsroom.publishing.releases._copy",
        "os.link",
        "newsroom.publishing.releases._reach_the_disk",
        "newsroom.publishing.releases.Releases.show",
        "newsroom.publishing.releases._settle",
        "newsroom.publishing.releases.Releases.forget",
    ],
)
def test_an_exception_in_any_stage_leaves_readers_a_whole_site(project: Project, stage: str) -> None:
    before = published(project)
    edit(project)
    place, _, name = stage.rpartition(".")
    module = place if not place.endswith(".Releases") else place.removesuffix(".Releases")
    alteration = f"import {module}\ndef fail(*a, **k): raise RuntimeError('hỏng')\n{place}.{name} = fail"
    run = run_altered(project, alteration)
    assert run.status == 3 or (stage == "newsroom.press.print_site" and run.status == 0), run.err
    if name not in ("forget", "_settle", "print_site"):
        assert published(project) == before
    assert is_whole(project)
    assert not list((project.root / "published/releases").glob(".*"))
    assert publish(project).status == 0
    assert is_whole(project)


def test_a_destination_that_cannot_be_written_is_told_and_left(project: Project) -> None:
    edit(project)
    before = published(project)
    for place in ("mkdocs.yml", "/proc/newsroom"):
        run = publish(project, "--to", place)
        assert run.status == 2
        assert "Traceback" not in run.err
        assert "Người đọc vẫn thấy bản cũ" in run.err
    assert published(project) == before


@contextmanager
def small_disk(place: Path) -> Iterator[None]:
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], check=False).returncode:
        pytest.skip("NO SMALL DISK HERE: mounting is not permitted")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def test_a_full_disk_leaves_the_last_release(project: Project, tmp_path: Path) -> None:
    disk = tmp_path / "dia"
    with small_disk(disk):
        assert publish(project, "--to", str(disk)).status == 0
        before = content_of(disk / "current")
        (disk / "day").write_bytes(b"\0" * (shutil.disk_usage(disk).free - 8192))
        for number in range(12):
            project.write(f"docs/tin-tuc/2026/01/them-{number}.md", article_text(f"Bài thêm cho đầy đĩa số {number}"))
        run = publish(project, "--to", str(disk))
        assert run.status == 2
        assert os.strerror(errno.ENOSPC) in run.err
        assert content_of(disk / "current") == before
        (disk / "day").unlink()
        assert publish(project, "--to", str(disk)).status == 0
        assert publish(project, "--verify", str(disk)).status == 0


def test_a_limit_on_the_size_of_files_leaves_the_last_release(project: Project) -> None:
    before = published(project)
    project.write("docs/tai-lieu/lon.txt", "chữ\n" * 200_000)
    assert project.build("--site-dir", "tree").status == 0
    limited = [sys.executable, str(ROOT / "scripts/publish.py"), "--config", "mkdocs.yml", "--site", "tree"]
    done = subprocess.run(
        limited,
        cwd=project.root,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert published(project) == before


def test_a_read_only_disk_leaves_the_last_release(project: Project, tmp_path: Path) -> None:
    disk = tmp_path / "dia"
    with small_disk(disk):
        assert publish(project, "--to", str(disk)).status == 0
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        before = content_of(disk / "current")
        edit(project)
        run = publish(project, "--to", str(disk))
        assert run.status == 2
        assert os.strerror(errno.EROFS) in run.err
        assert content_of(disk / "current") == before


def test_two_at_once_leave_one_whole_site(project: Project) -> None:
    edit(project)
    command = [sys.executable, str(ROOT / "scripts/publish.py"), "--config", "mkdocs.yml"]
    environment = {**os.environ, "NEWSROOM_NOW": NOW}
    running = [subprocess.Popen(command, cwd=project.root, env=environment, stderr=subprocess.PIPE) for _ in range(3)]
    told = [one.communicate(timeout=60)[1].decode() for one in running]
    statuses = sorted(one.returncode for one in running)
    assert statuses[0] == 0
    assert set(statuses) <= {0, 1}
    assert all("Một lần đăng khác" in text for one, text in zip(running, told, strict=True) if one.returncode)
    assert is_whole(project)
    assert len(Releases(project.root / "published").all()) == 2


@pytest.mark.parametrize("now", ["2016-11-22T08:00:00+07:00", "2036-11-22T08:00:00+07:00"])
def test_a_clock_ten_years_off_loses_nothing(project: Project, now: str) -> None:
    before = published(project)
    run = publish(project, environment={"NEWSROOM_NOW": now})
    assert run.status == (1 if now < NOW else 0)  # ten years ago nothing was written yet: too few pages
    assert published(project) == before


def test_the_artifact_is_the_same_wherever_and_whenever_it_is_packed(tmp_path: Path) -> None:
    one, other = fill(make_project(tmp_path / "mot")), fill(make_project(tmp_path / "noi khac/sau"), order=-1)
    assert publish(one, "--artifact", "site.tar", environment={**HERE, "NEWSROOM_NOW": NOW}).status == 0
    with file_mask(0o077):
        later = {**ELSEWHERE, "NEWSROOM_NOW": "2031-05-06T07:08:09+00:00"}
        assert publish(other, "--artifact", "site.tar", environment=later).status == 0
    assert digest_of(one.root / "site.tar") == digest_of(other.root / "site.tar")
    with tarfile.open(one.root / "site.tar") as archive:
        assert NAME in archive.getnames()
        assert {member.mode for member in archive} == {0o644}


class Reader:
    """Asks for pages without pause until stopped; remembers everything that was not a whole answer."""

    def __init__(self, address: str, versions: dict[str, set[bytes]]) -> None:
        self.answers = 0
        self.faults: list[str] = []
        self._address = urlsplit(address)
        self._versions = versions
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._read)

    def __enter__(self) -> Reader:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._stopped.is_set():
            connection = http.client.HTTPConnection(self._address.netloc, timeout=5)
            try:
                for path, versions in self._versions.items():
                    connection.request("GET", f"/{path}")
                    answer = connection.getresponse()
                    body = answer.read()
                    self.answers += 1
                    if answer.status != 200 or body not in versions:
                        self.faults.append(f"{path}: {answer.status}, {len(body)} bytes")
            except (OSError, http.client.HTTPException) as error:
                self.faults.append(repr(error))
            finally:
                connection.close()
            time.sleep(_BREATH)


@needs_nginx
@pytest.mark.xdist_group("kills")
def test_two_hundred_kills_at_random_moments_break_nothing_that_readers_see(project: Project, tmp_path: Path) -> None:
    trees = [tmp_path / "mot", tmp_path / "hai"]
    for number, tree in enumerate(trees):
        edit(project, f"Bài thử bản số {number}")
        assert project.build("--site-dir", str(tree)).status == 0
    destination = project.root / "published"
    edit(project, "Bài thử bản số 1")
    assert publish(project).status == 0
    versions = {path: {(tree / path).read_bytes() for tree in trees} for path in FOR_READERS}
    with nginx(destination / "current", tmp_path / "nginx") as address, Reader(address, versions) as reader:
        arguments = [str(destination), str(tmp_path / "records"), *map(str, trees), str(KILLS), "1"]
        killing = [sys.executable, str(ROOT / "tests/killing.py"), *arguments]
        done = subprocess.run(
            killing,
            env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        killed = kill_whole_commands(project)
    assert told["broken"] == []
    assert told["killed"] == KILLS
    assert killed == KILLS_WITH_BUILD
    assert reader.faults == []
    assert reader.answers > KILLS
    assert is_whole(project)
    print(f"{told['killed'] + killed} killed, {reader.answers} answers, 0 broken")


def kill_whole_commands(project: Project) -> int:
    """Kill publish.py with everything it started, at moments of its build too; how many had not ended by themselves.

    How long it takes if nobody kills it is measured first, and again whenever it was not killed in time: machines differ.
    """
    chance, killed, rounds = random.Random(2), 0, 0
    longest = min(time_of_publishing(project, f"Bài thử bản số {number}") for number in (0, 1))
    while killed < KILLS_WITH_BUILD and rounds < 4 * KILLS_WITH_BUILD:
        edit(project, f"Bài thử bản số {rounds % 2}")
        started = time.perf_counter()
        run = begin_publishing(project)
        try:
            assert run.wait(chance.uniform(0, longest)) == 0
            longest = time.perf_counter() - started
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            killed += run.wait() == -signal.SIGKILL
        rounds += 1
        current = Releases(project.root / "published").current
        assert current
        assert verify_folder(current.folder, current.manifest) == []
    return killed


def time_of_publishing(project: Project, title: str) -> float:
    """How long publish.py takes after an edit, in seconds."""
    edit(project, title)
    started = time.perf_counter()
    assert begin_publishing(project).wait() == 0
    return time.perf_counter() - started


def begin_publishing(project: Project) -> subprocess.Popen[bytes]:
    """Start publish.py in a session of its own, so that whatever it starts can be killed with it."""
    command = [sys.executable, str(ROOT / "scripts/publish.py"), "--config", "mkdocs.yml"]
    return subprocess.Popen(
        command,
        cwd=project.root,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NEWSROOM_NOW": NOW},
    )


@pytest.mark.parametrize("address", ["http://[::1/", "http://hai chữ/"])
@pytest.mark.parametrize("manifest", [[], ["--manifest", f"published/current/{NAME}"]], ids=["its own", "given"])
def test_what_is_no_address_is_told(project: Project, address: str, manifest: list[str]) -> None:
    run = publish(project, "--verify", address, *manifest)
    assert (run.status, run.err.count("\n"), run.err.startswith("Không tới được trang: ")) == (2, 1, True), run.err


@needs_nginx
def test_one_byte_changed_on_a_live_site_is_found(project: Project, tmp_path: Path) -> None:
    current = project.root / "published/current"
    shutil.copy(current / NAME, tmp_path / "ban-ke")
    with nginx(current, tmp_path / "nginx") as address:
        run = publish(project, "--verify", address, "--manifest", str(tmp_path / "ban-ke"))
        assert (run.status, ", 0 chỗ khác" in run.out) == (0, True)
        data = (current / PAGE).read_bytes()
        (current / PAGE).write_bytes(data.replace(b"a", b"b", 1))
        (current / NAME).write_text("", encoding="utf-8")
        run = publish(project, "--verify", address, "--manifest", str(tmp_path / "ban-ke"))
        assert (run.status, f"{PAGE}: nội dung khác bản kê" in run.err) == (1, True)
        assert publish(project, "--verify", address).status == 2  # its own list is none any more
    assert publish(project, "--verify", address, "--manifest", str(tmp_path / "ban-ke")).status == 2


@needs_nginx
def test_nginx_sends_the_headers_hides_what_is_hidden_and_the_browser_refuses_nothing(
    shipped_site: Path, tmp_path: Path, browser: Browser
) -> None:
    with nginx(shipped_site, tmp_path / "nginx") as address:
        with urllib.request.urlopen(address) as answer:
            headers = dict(answer.headers)
        assert "'unsafe" not in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        picture = next((shipped_site / "anh-bai").glob("*.webp")).name
        with urllib.request.urlopen(f"{address}anh-bai/{picture}") as answer:
            assert "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        for path, status in ((".newsroom-stamp", 403), ("may-chu/nginx.conf", 403), ("khong-co/", 404)):
            assert status_of(address + path) == status
        faults: list[str] = []
        with new_page(browser) as page:
            page.on("console", lambda message: faults.append(message.text))
            for kind in PAGE_TYPES:
                if not kind.is_wrong_address:
                    kind.open(page, address)
        assert faults == []


@pytest.mark.skipif(not shutil.which("caddy"), reason="NO CADDY HERE: it serves the site only where it is installed")
def test_caddy_sends_the_same_and_hides_the_same(shipped_site: Path, tmp_path: Path) -> None:
    port = free_port()
    served = f"root * {shipped_site}\nimport {shipped_site}/may-chu/Caddyfile\nfile_server"
    (tmp_path / "Caddyfile").write_text(f"{{\nadmin off\n}}\nhttp://127.0.0.1:{port} {{\n{served}\n}}\n")
    command = ["caddy", "run", "--config", str(tmp_path / "Caddyfile"), "--adapter", "caddyfile"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(tmp_path)})
    try:
        assert listens(port)
        address = f"http://127.0.0.1:{port}/"
        with urllib.request.urlopen(address) as answer:
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Cache-Control"] == "no-cache"
        picture = next((shipped_site / "anh-bai").glob("*.webp")).name
        with urllib.request.urlopen(f"{address}anh-bai/{picture}") as answer:
            assert "immutable" in answer.headers["Cache-Control"]
        assert {status_of(address + path) for path in (".newsroom-stamp", "may-chu/nginx.conf", "khong-co/")} == {404}
    finally:
        server.terminate()
        server.wait(10)


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:
            return int(answer.status)
    except urllib.request.HTTPError as error:
        error.close()
        return error.code
