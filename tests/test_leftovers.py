"""What earlier builds left behind – their memory, their site – decides how long a build takes, never what it makes."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Project, article_text, branch_text, mkdocs
from PIL import Image
from test_determinism import content_of, differences, fill

from newsroom.lock import acquire
from newsroom.workshop import CACHE, LEDGER

MADE_FROM_NOTHING: dict[frozenset[tuple[str, str]], dict[str, str]] = {}
"""What builds without any memory made of some sources, each asked once: they say the same wherever they are run."""
TARGET = "docs/tin-tuc/2026/01/dich.md"
LINKING = "docs/tin-tuc/2026/01/tro.md"


@pytest.fixture
def linked(project: Project) -> Project:
    """A built project in which an article links to another, by path and by address, and to a generated page."""
    project.write(TARGET, article_text("Bài được bài khác trỏ tới"))
    links = "Xem [bài kia](dich.md), [cũng bài ấy](/tin-tuc/2026/01/dich/), [chuyên mục](/chuyen-muc/thong-bao/)."
    project.write(LINKING, article_text(body=links))
    assert project.build().status == 0
    return project


def equals_a_clean_build(project: Project) -> bool:
    """Whether the site is what a build makes that knows nothing of earlier ones."""
    site = content_of(project.root / "site")
    with_nothing = project.root.with_name("nothing")
    shutil.rmtree(with_nothing, ignore_errors=True)
    shutil.copytree(project.root, with_nothing, symlinks=True, ignore=shutil.ignore_patterns("site", CACHE))
    sources = frozenset(content_of(with_nothing).items())
    if sources not in MADE_FROM_NOTHING:
        assert Project(with_nothing).build().status == 0
        MADE_FROM_NOTHING[sources] = content_of(with_nothing / "site")
    return differences(site, MADE_FROM_NOTHING[sources]) == []


def test_a_mistake_that_was_mended_leaves_no_trace_in_what_links_to_it(linked: Project) -> None:
    linked.write(TARGET, article_text("Bài được bài khác trỏ tới", lede="sai", lead=""))
    broken = linked.build()
    assert broken.status == 1
    assert "lien-ket-hong" not in broken.err
    linked.write(TARGET, article_text("Bài được bài khác trỏ tới"))
    assert linked.build().status == 0
    assert equals_a_clean_build(linked)


def test_what_was_unreadable_and_then_goes_breaks_the_links_to_it(linked: Project) -> None:
    linked.write(TARGET, article_text("Bài được bài khác trỏ tới", lede="sai", lead=""))
    assert linked.build().status == 1
    (linked.root / TARGET).unlink()
    assert linked.build().err.count("lien-ket-hong") >= 1


def test_a_link_to_a_generated_page_breaks_with_it(linked: Project) -> None:
    config = (linked.root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("      - {slug: thong-bao, name: Thông báo}\n", "")
    linked.write("mkdocs.yml", config.replace("    notice_section: thong-bao\n", ""))
    run = linked.build()
    assert run.status == 1
    assert "lien-ket-hong: không liên kết được tới “/chuyen-muc/thong-bao/”" in run.err


@pytest.mark.parametrize(
    "change", [("[bao.example, ", "["), ("https://thu.example", "https://khac-han.example")], ids=["hosts", "address"]
)
def test_a_link_is_judged_anew_where_the_configuration_says_so(project: Project, change: tuple[str, str]) -> None:
    body = "Theo [báo](https://bao.example/), xem [mục](https://thu.example/chuyen-muc/thong-bao/).\n"
    project.write(LINKING, article_text(body=body))
    assert project.check().status == 0
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write("mkdocs.yml", config.replace(*change))
    run = project.check()
    assert (run.status, run.err.count("trang-ngoai-la")) == (1, 1), run.err


def test_a_text_is_read_anew_though_its_size_and_time_are_as_before(linked: Project) -> None:
    file = linked.root / TARGET
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("thứ nhất", "thứ nhật"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert linked.build().status == 0
    assert equals_a_clean_build(linked)


SOURCES = 'sources: [{id: s1, name: "Báo cáo giả định"}]'
SUMMARY = 'summary: "Giả định dùng trong kiểm thử, không nói về nơi nào có thật, đủ dài để qua mức tám mươi ký tự."'
MOVED = {
    "van-ban": f"---\nkind: regulation\nnumber: 66-QĐ/VD\nissuer: Đảng ủy xã Ví Dụ\n{SUMMARY}\nsources: [{{name: Bản in}}]\n---\nGhi chú.\n",
    "don-vi": f"---\nname: xã Mẫu\nlevel: commune\n{SUMMARY}\n{SOURCES}\n---\nGiới thiệu.\n",
    "chuong-trinh": f"---\nname: Phong trào giả định\n{SUMMARY}\n{SOURCES}\n---\nGiới thiệu.\n",
    "chi-bo": branch_text(),
    "trang": '---\ntitle: "Trang thử"\ndescription: "Một trang chỉ dùng trong kiểm thử, không nói về ai."\n---\nLời.\n',
}
"""A document of each kind, articles aside, by the folder it stands in."""


@pytest.mark.parametrize("folder", MOVED)
def test_a_document_of_another_address_is_led_to_though_its_text_is_as_before(project: Project, folder: str) -> None:
    old = project.write(f"docs/{folder}/ten-cu.md", MOVED[folder])
    assert project.build().status == 0
    old.rename(old.with_name("ten-moi.md"))
    run = project.build()
    assert run.status == 0, run.err
    assert equals_a_clean_build(project)


def with_own_copies(project: Project) -> Project:
    """A project with a copy of our code and templates, which can be changed."""
    shutil.copy(ROOT / "requirements.txt", project.root)
    (project.root / ".venv").symlink_to(ROOT / ".venv")
    for name in ("scripts", "overrides"):
        (project.root / name).unlink()
        shutil.copytree(ROOT / name, project.root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return project


def build_by_own(project: Project) -> dict[str, str]:
    """What the project's own copy of our code makes."""
    command = [sys.executable, "scripts/build.py", "--config", "mkdocs.yml", "--now", "2026-11-22T08:00:00+07:00"]
    subprocess.run(command, cwd=project.root, check=True, capture_output=True, timeout=120)
    return content_of(project.root / "site")


@pytest.mark.parametrize(
    ("module", "before", "after"),
    [
        ("imaging", '"jpg": ', '"jpg": 1 + '),
        ("render/environment", "trim_blocks=True", "trim_blocks=False"),
        ("particulars", "tags=article.tags,", 'tags=("bốn",),'),
    ],
)
def test_what_other_code_made_is_made_anew(project: Project, module: str, before: str, after: str) -> None:
    with_own_copies(fill(project))
    first = build_by_own(project)
    file = project.root / f"scripts/newsroom/{module}.py"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    second = build_by_own(project)
    shutil.rmtree(project.root / CACHE)
    shutil.rmtree(project.root / "site")
    assert differences(second, build_by_own(project)) == []
    assert differences(first, second) != [], "the change must show"


EXTENSION = """
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

class Words(Postprocessor):
    def run(self, text):
        return text.replace("Mục", "Phần một")

class Own(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(Words(md), "words", 1)

def makeExtension(**options):
    return Own(**options)
"""


def test_an_extension_of_the_owner_s_own_that_is_another_converts_anew(project: Project) -> None:
    with_own_copies(fill(project))
    project.write("scripts/rieng.py", EXTENSION)
    config = (project.root / "mkdocs.yml").read_text("utf-8")
    project.write("mkdocs.yml", config.replace("markdown_extensions: [", "markdown_extensions: [rieng, "))
    build_by_own(project)
    assert "Phần một" in (project.root / "site/gioi-thieu/index.html").read_text("utf-8")
    project.write("scripts/rieng.py", EXTENSION.replace("Phần một", "Phần hai"))
    build_by_own(project)
    assert "Phần hai" in (project.root / "site/gioi-thieu/index.html").read_text("utf-8")


def test_words_that_other_code_reads_in_the_same_texts_have_other_addresses(project: Project) -> None:
    with_own_copies(fill(project))

    def versions() -> list[str]:
        build_by_own(project)
        directory = json.loads((project.root / "site/tim-kiem/muc-luc/muc-luc.json").read_text(encoding="utf-8"))
        return [segment["version"] for segment in directory["segments"]]

    before = versions()
    file = project.root / "scripts/newsroom/particulars.py"
    file.write_text(file.read_text("utf-8").replace("tags=article.tags,", 'tags=("bốn",),'), encoding="utf-8")
    assert set(versions()).isdisjoint(before)


def zero_a_page(file: Path, place: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(place)
        opened.write(bytes(4096))


def cut_off(file: Path, place: int) -> None:
    os.truncate(file, place)


@pytest.mark.parametrize("damage", [zero_a_page, cut_off])
@pytest.mark.parametrize("name", [LEDGER, "theme.sqlite", "outputs"])
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_cache_is_an_empty_one(
    linked: Project, name: str, seed: int, damage: Callable[[Path, int], None]
) -> None:
    (file,) = (linked.root / CACHE).glob(f"{name}*" if name == "outputs" else name)
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = file.stat().st_size // 4096
    damage(file, 4096 * random.Random(seed).randrange(1, pages))
    linked.write(LINKING, article_text("Bài trỏ tới bài khác, đã sửa tên", body="Xem [bài kia](dich.md).\n"))
    run = linked.build()
    assert run.status == 0, run.err
    assert equals_a_clean_build(linked)


SEALED = [
    ("ledger", "shelves", "entries"),
    ("ledger", "bodies", "document"),
    ("ledger", "bodies", "body"),
    ("ledger", "pictures", "seen"),
    ("ledger", "attachments", "seen"),
    ("ledger", "runs", "head"),
    ("ledger", "run_parts", "data"),
    ("outputs", "quires", "files"),
    ("theme", "looks", "value"),
]
"""Where builds keep what they learnt in pieces that no table tells apart: (file, table, column)."""


def spoilt(kept: bytes) -> bytes:
    """With one bit in the middle turned over."""
    middle = len(kept) // 2
    return kept[:middle] + bytes([kept[middle] ^ 1]) + kept[middle + 1 :]


def spoil(project: Project, name: str, table: str, column: str) -> None:
    """Turn over a bit in each piece of a column; of what is kept nothing is passed over then."""
    (file,) = (project.root / CACHE).glob(f"{name}*.sqlite")
    with sqlite3.connect(file) as database:
        database.create_function("spoilt", 1, spoilt)
        assert database.execute(f"UPDATE {table} SET {column} = spoilt({column})").rowcount
    if table != "quires":
        shutil.rmtree(project.root / "site")


@pytest.mark.parametrize(("name", "table", "column"), SEALED)
def test_a_bit_that_the_disk_spoilt_reaches_no_reader(linked: Project, name: str, table: str, column: str) -> None:
    fill(linked)
    assert linked.build().status == 0
    spoil(linked, name, table, column)
    run = linked.build()
    assert (run.status, "Bộ nhớ đệm có lẽ đã hỏng" in run.err) == (0, True), run.err
    assert equals_a_clean_build(linked)


@pytest.mark.parametrize(("name", "table", "column"), [SEALED[0], SEALED[2], SEALED[6], *SEALED[-2:]])
def test_mkdocs_itself_builds_from_nothing_where_a_cache_is_damaged(
    linked: Project, name: str, table: str, column: str
) -> None:
    spoil(linked, name, table, column)
    run = mkdocs(linked, "build")
    assert (run.returncode, "Bộ nhớ đệm có lẽ đã hỏng" in run.stderr) == (0, True), run.stderr
    assert equals_a_clean_build(linked)


def test_a_template_that_the_disk_spoilt_reaches_no_reader(linked: Project) -> None:
    compiled = [file for file in (linked.root / CACHE / "templates").rglob("*") if file.is_file()]
    for file in compiled:
        file.write_bytes(spoilt(file.read_bytes()))
    shutil.rmtree(linked.root / "site")
    run = linked.build()
    assert (run.status, "Bộ nhớ đệm có lẽ đã hỏng" in run.err) == (0, True), run.err
    assert equals_a_clean_build(linked)


@pytest.mark.parametrize("damage", [spoilt, lambda kept: kept[: len(kept) // 2]])
def test_a_picture_that_the_disk_spoilt_reaches_no_reader(linked: Project, damage: Callable[[bytes], bytes]) -> None:
    Image.radial_gradient("L").save(linked.root / "docs/tin-tuc/2026/01/anh.png")
    linked.write(LINKING, article_text(body='![Một hình tròn mờ dần](anh.png "Hình thử")\n'))
    assert linked.build().status == 0
    for file in (linked.root / CACHE / "pictures").rglob("anh-*.jpg"):
        kept = file.read_bytes()
        file.unlink()
        file.write_bytes(damage(kept))
    shutil.rmtree(linked.root / "site")
    run = linked.build()
    assert (run.status, "Bộ nhớ đệm có lẽ đã hỏng" in run.err) == (0, True), run.err
    assert equals_a_clean_build(linked)


def test_whoever_checks_needs_no_disk_to_remember_it_on(linked: Project) -> None:
    linked.write(TARGET, article_text("Bài có tên khác"))
    run = linked.run("check", "--config", "mkdocs.yml", largest_file=0)
    assert (run.status, run.err.count("\n")) == (0, 1), run.err
    assert "Không ghi được bộ nhớ đệm .cache: " in run.err


def test_whoever_checks_waits_for_who_builds(linked: Project) -> None:
    with acquire(linked.root / CACHE / "lock", lambda: None):
        check = subprocess.Popen(
            [sys.executable, str(ROOT / "scripts/check.py"), "--config", "mkdocs.yml"],
            cwd=linked.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            check.wait(1.5)
    out, err = check.communicate(timeout=60)
    assert check.returncode == 0, err
    assert "0 lỗi" in out


@pytest.mark.parametrize("place", ["docs", "docs/trang", "overrides", "scripts", ".cache", "mkdocs.yml", ".", ".."])
def test_no_site_is_written_over_what_it_is_made_of(linked: Project, place: str) -> None:
    with_own_copies(linked)
    before = content_of(linked.root)
    run = linked.build("--site-dir", place)
    assert run.status == 2
    assert "không ghi trang vào" in run.err
    assert content_of(linked.root) == before


@pytest.mark.parametrize("place", ["nguon", "nguon/docs", "nguon/docs/trang"])
def test_no_site_is_written_over_sources_that_lie_deeper(linked: Project, place: str) -> None:
    with_own_copies(linked)
    (linked.root / "nguon").mkdir()
    (linked.root / "docs").rename(linked.root / "nguon/docs")
    config = (linked.root / "mkdocs.yml").read_text(encoding="utf-8")
    linked.write("mkdocs.yml", f"docs_dir: nguon/docs\n{config}")
    before = content_of(linked.root / "nguon")
    run = linked.build("--site-dir", place)
    assert run.status == 2
    assert "docs ở đó sẽ bị xóa" in run.err
    assert content_of(linked.root / "nguon") == before


def test_the_site_goes_where_mkdocs_would_put_it(linked: Project) -> None:
    config = (linked.root / "mkdocs.yml").read_text(encoding="utf-8")
    linked.write("mkdocs.yml", f"site_dir: public\n{config}")
    run = linked.build()
    assert run.status == 0, run.err
    assert (linked.root / "public/index.html").is_file()
