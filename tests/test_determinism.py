"""The same content gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from conftest import NOW, ROOT, Project, article_text, branch_text, make_project
from PIL import Image

HERE: Final = {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LANG": "C.UTF-8", "NEWSROOM_JOBS": "2"}
ELSEWHERE: Final = {
    "PYTHONHASHSEED": "4242",
    "TZ": "America/Los_Angeles",
    "LANG": "vi_VN.UTF-8",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "utf-8",
    "NEWSROOM_JOBS": "1",
}


def content_of(site: Path) -> dict[str, str]:
    """The digest of every file of a site."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()}


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@contextmanager
def file_mask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def fill(project: Project, order: int = 1) -> Project:
    """Documents of every kind, several of one moment; `order` 1 or −1 is the order they are written in."""
    picture = io.BytesIO()
    Image.radial_gradient("L").resize((700, 400)).convert("RGB").save(picture, "JPEG")
    image = '{file: anh.jpg, alt: "Vòng tròn sáng dần ra ngoài", credit: "Người Vẽ Thử"}'
    files: dict[str, str | bytes] = {
        "docs/tin-tuc/2026/01/anh.jpg": picture.getvalue(),
        "docs/chi-bo/chi-bo-a.md": branch_text("Chi bộ Thôn Á"),
        "docs/chi-bo/chi-bo-b.md": branch_text("Chi bộ Thôn Ạ", parent="chi-bo-a", aliases="[/b/, /a.html]"),
        **{f"docs/chi-bo/chi-bo-con-{n}.md": branch_text(f"Chi bộ Con {n}", parent="chi-bo-a") for n in range(6)},
        "docs/tai-lieu/mau.pdf": b"%PDF-1.4 mau",
        "docs/gioi-thieu/index.md": (
            '---\ntitle: "Giới thiệu"\ndescription: "Trang giới thiệu giả định dùng trong kiểm thử."\n---\n'
            "Chữ[^1].\n\n## Mục\n\n| A | B |\n| --- | --: |\n| 1 | 2 |\n\n[^1]: Chú thích.\n"
        ),
    }
    for number in range(12):
        fields = {
            "authors": f"[{{name: Người Viết {number % 5}}}, {{name: Người Chụp {number % 3}, role: photo}}]",
            "branches": "[chi-bo-b, chi-bo-a]",
            "tags": "[hai, một, ba]",
            "section": ("tin-chung", "thong-bao")[number % 2],
            "image": image if number % 4 == 0 else "",
        }
        files[f"docs/tin-tuc/2026/01/bai-{number}.md"] = article_text(f"Bài thử cùng phút số {number}", **fields)
    for name, text in list(files.items())[::order]:
        project.write(name, text)
    return project


def build(project: Project, environment: dict[str, str]) -> dict[str, str]:
    run = project.build(environment=environment)
    assert run.status == 0, run.err
    return content_of(project.root / "site")


def test_two_builds_in_different_places_and_surroundings_are_equal(tmp_path: Path) -> None:
    one = build(fill(make_project(tmp_path / "mot")), HERE)
    with file_mask(0o077):
        other = build(fill(make_project(tmp_path / "noi khac/sau hon"), order=-1), ELSEWHERE)
    assert len(one) > 40
    assert differences(one, other) == []


def test_another_moment_that_brings_nothing_new_changes_nothing(tmp_path: Path) -> None:
    one = build(fill(make_project(tmp_path / "mot")), {"NEWSROOM_NOW": NOW})
    other = build(fill(make_project(tmp_path / "nơi khác")), {"NEWSROOM_NOW": "2031-05-06T07:08:09+00:00"})
    assert differences(one, other) == []


def test_the_moment_may_come_from_the_reproducible_builds_convention(tmp_path: Path) -> None:
    before_the_articles = build(fill(make_project(tmp_path / "mot")), {"NEWSROOM_NOW": "", "SOURCE_DATE_EPOCH": "1"})
    after_them = build(fill(make_project(tmp_path / "hai")), {"NEWSROOM_NOW": "", "SOURCE_DATE_EPOCH": "1795000000"})
    assert not [name for name in before_the_articles if name.startswith("tin-tuc/")]
    assert len([name for name in after_them if name.startswith("tin-tuc/")]) == 12


def test_building_again_changes_nothing(project: Project) -> None:
    first = build(fill(project), HERE)
    assert differences(first, build(project, ELSEWHERE)) == []


def test_a_build_without_its_caches_equals_one_with_them(project: Project) -> None:
    first = build(fill(project), HERE)
    shutil.rmtree(project.root / ".cache")
    assert differences(first, build(project, HERE)) == []


def test_what_was_removed_is_gone_from_the_next_build(project: Project) -> None:
    before = build(fill(project), HERE)
    project.write("docs/tin-tuc/2026/01/them.md", article_text("Bài thêm vào rồi lại bỏ đi", aliases="[/them.html]"))
    assert differences(before, build(project, HERE)) != []
    (project.root / "docs/tin-tuc/2026/01/them.md").unlink()
    assert differences(before, build(project, HERE)) == []


def test_no_file_tells_where_or_when_it_was_built(project: Project) -> None:
    build(fill(project), HERE)
    place = str(project.root).encode()
    told = [file for file in (project.root / "site").rglob("*") if file.is_file() and place in file.read_bytes()]
    assert told == []


def test_a_console_without_vietnamese_letters_does_not_stop_the_build(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    run = project.build(environment={"PYTHONIOENCODING": "ascii:strict"})
    assert run.status == 0, run.err


def test_the_shipped_site_is_the_same_in_different_places_and_surroundings(shipped_site: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "ban sao", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    shutil.copytree(ROOT / "docs", project.root / "docs", dirs_exist_ok=True)
    with file_mask(0o077):
        assert differences(content_of(shipped_site), build(project, ELSEWHERE)) == []


def test_a_clone_on_a_machine_of_other_line_ends_is_the_same(tmp_path: Path) -> None:
    source, clone = tmp_path / "source", tmp_path / "clone"
    source.mkdir()
    shutil.copy(ROOT / ".gitattributes", source)
    (source / "style.css").write_bytes(b"a {}\nb {}\n")
    (source / "bang.csv").write_bytes(b"a,b\r\n1,2\r\n")
    editor = ["-c", "user.name=Bien tap", "-c", "user.email=bien-tap@vi-du.example"]
    for command in (
        ["-C", str(source), "init", "--quiet"],
        ["-C", str(source), "add", "."],
        ["-C", str(source), *editor, "commit", "--quiet", "--message", "Tep"],
        ["-c", "core.autocrlf=true", "clone", "--quiet", str(source), str(clone)],
    ):
        subprocess.run(["git", *command], check=True, capture_output=True)
    assert {file.name: file.read_bytes() for file in clone.iterdir() if file.is_file()} == {
        file.name: file.read_bytes() for file in source.iterdir() if file.is_file()
    }
