"""The commands for editors: how they end, what they say, and what they leave alone."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Project, article_text, branch_text, make_project, mkdocs
from test_determinism import content_of, differences, fill
from test_library import PICTURE, page_text
from test_publishing import small_disk
from test_source import TCVN3

from newsroom.codes import Code
from newsroom.lock import acquire

X = "docs/tin-tuc/2026/01/x.md"
Y = "docs/tin-tuc/2026/01/y.md"
B = "docs/chi-bo/x.md"
LINE = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<code>[a-z-]+): \S.*\(.+\)")
IMAGE = '{file: anh.jpg, alt: "Mười người ngồi quanh bàn", credit: Người Chụp Thử}'
PHOTO = "docs/tin-tuc/2026/01/anh.jpg"
BODY = "![Mười người ngồi quanh bàn](anh.jpg)\n"

HOSTILE: dict[str, tuple[dict[str, str | bytes], str, Code]] = {
    "broken YAML": ({X: article_text().replace('"Chi bộ', "Chi bộ: ")}, X, Code.BROKEN_YAML),
    "a quote never closed": ({X: '---\ntitle: "Bài thử\n---\nĐoạn văn.\n'}, X, Code.BROKEN_YAML),
    "front matter never closed": ({X: "---\ntitle: Bài thử\n"}, X, Code.OPEN_FRONT_MATTER),
    "front matter that is a list": ({X: "---\n- title: Bài thử\n- date: 2026-01-15\n---\n"}, X, Code.BROKEN_YAML),
    "front matter that is a sentence": ({X: "---\nChỉ một câu\n---\n"}, X, Code.BROKEN_YAML),
    "front matter that is empty": ({X: "---\n---\nĐoạn văn.\n"}, X, Code.BROKEN_YAML),
    "fields of the wrong shape": ({X: article_text(section="[tin-chung]")}, X, Code.WRONG_SHAPE),
    "nested without end": ({X: article_text(tags="[" * 3000 + "]" * 3000)}, X, Code.FORBIDDEN_YAML),
    "an empty file": ({X: ""}, X, Code.NO_FRONT_MATTER),
    "a file of one byte order mark": ({X: b"\xef\xbb\xbf"}, X, Code.NO_FRONT_MATTER),
    "UTF-16": ({X: article_text().encode("utf-16")}, X, Code.ENCODING),
    "TCVN3": ({X: TCVN3}, X, Code.ENCODING),
    "a Word document": ({X: b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256))}, X, Code.ENCODING),
    "zero bytes": ({X: b"\0" * 4096}, X, Code.CONTROL_CHARACTER),
    "30 February": ({X: article_text(date="2026-02-30 08:00")}, X, Code.BAD_DATE),
    "a month that is none": ({B: branch_text(founded="{date: 2026-00-10}")}, B, Code.BAD_DATE),
    "a title of 300 characters": ({X: article_text("Dài " * 75)}, X, Code.LENGTH),
    "a number of 5000 digits": ({B: branch_text(membership=f"[{{total: {'9' * 5000}}}]")}, B, Code.BAD_NUMBER),
    "an unknown branch": ({X: article_text(branches="[khong-co]")}, X, Code.UNKNOWN_BRANCH),
    "an unknown section": ({X: article_text(section="khong-co")}, X, Code.UNKNOWN_SECTION),
    "a missing picture": ({X: article_text(image=IMAGE)}, X, Code.MISSING_FILE),
    "a missing picture in the text": ({X: article_text(body=BODY)}, X, Code.MISSING_FILE),
    "text named as a picture": ({X: article_text(image=IMAGE), PHOTO: "chữ"}, X, Code.BAD_PICTURE),
    "text shown as a picture": ({X: article_text(body=BODY), PHOTO: "chữ"}, X, Code.BAD_PICTURE),
    "a picture of no bytes": ({X: article_text(image=IMAGE), PHOTO: b""}, X, Code.BAD_PICTURE),
    "half a picture": ({X: article_text(image=IMAGE), PHOTO: PICTURE[: len(PICTURE) // 2]}, X, Code.BAD_PICTURE),
    "half a picture in the text": ({X: article_text(body=BODY), PHOTO: PICTURE[:-40]}, X, Code.BAD_PICTURE),
    "a folder named as a picture": ({X: article_text(image=IMAGE), f"{PHOTO}/x.txt": ""}, X, Code.MISSING_FILE),
    "an article in a folder named as one": ({f"{X}/bai.md": article_text()}, f"{X}/bai.md", Code.BAD_PATH),
    "twins of a letter case": ({X: article_text(), X.replace("x", "X"): article_text()}, "", Code.BAD_PATH),
    "two files at one address": (
        {"docs/gioi-thieu.md": page_text(), "docs/gioi-thieu/index.md": page_text()},
        "docs/gioi-thieu/index.md",
        Code.SAME_ADDRESS,
    ),
    "an old address that is another's": (
        {X: article_text(), Y: article_text(aliases="[/tin-tuc/2026/01/x/]")},
        Y,
        Code.SAME_ADDRESS,
    ),
    "an old address that is a generated file's": ({X: article_text(aliases="[/robots.txt]")}, X, Code.SAME_ADDRESS),
    "profiles below each other": ({B: branch_text(parent="x")}, B, Code.PARENT_CYCLE),
    "a link that is no address": ({X: article_text(body="Xem [trang](http://[x).\n")}, X, Code.BROKEN_LINK),
    "a link out of the folder": ({X: article_text(body="Xem [x](../../../../../../etc/x.md).\n")}, X, Code.BROKEN_LINK),
}
"""What an editor can write: the files, the one that is to blame ("": whichever), and the code."""


@pytest.fixture
def built(project: Project) -> Project:
    """A small project with its site."""
    project.write("docs/tin-tuc/2026/01/bai-mau.md", article_text())
    run = project.build()
    assert run.status == 0, run.err
    return project


def told(text: str) -> list[re.Match[str]]:
    """The problems among the lines of some output."""
    return [match for line in text.splitlines() if (match := LINE.fullmatch(line))]


@pytest.mark.parametrize(("files", "blamed", "code"), HOSTILE.values(), ids=HOSTILE)
def test_whatever_an_editor_writes_is_a_listed_problem_and_no_traceback(
    project: Project, files: dict[str, str | bytes], blamed: str, code: Code
) -> None:
    project.write("site/index.html", "trang cũ")
    for path, content in files.items():
        project.write(path, content)
    run = project.build()
    assert run.status == 1, run.err
    assert "Traceback" not in run.err
    blame = {match["path"] for match in told(run.err) if match["code"] == code.value}
    assert blamed in blame if blamed else blame
    assert [file.name for file in project.root.joinpath("site").iterdir()] == ["index.html"]


def test_a_file_whose_name_is_of_another_encoding_is_a_listed_problem(project: Project) -> None:
    project.write(X, article_text())
    (project.root / X).rename(project.root / os.fsdecode(b"docs/tin-tuc/2026/01/h\xf4i.md"))
    for run in (project.check(), project.build()):
        assert run.status == 1
        assert [match["code"] for match in told(run.err)] == [Code.BAD_PATH.value]


@pytest.mark.parametrize("name", ["docs/tin-tuc/2026/01/thu-muc.md", "docs/trang.md", "docs/chi-bo/thu-muc.md"])
def test_an_empty_folder_named_as_a_document_does_no_harm(project: Project, name: str) -> None:
    project.write(X, article_text())
    (project.root / name).mkdir(parents=True)
    assert project.build().status == 0


def test_an_empty_site_can_be_built(project: Project) -> None:
    run = project.build()
    assert (run.status, run.err) == (0, "")
    assert (project.root / "site/index.html").exists()


@pytest.fixture
def faulty(project: Project) -> Project:
    """A project with problems of every stage in several files, and a warning."""
    project.write(
        "docs/chi-bo/chi-bo-thon-mau.md", branch_text(membership="[{as_of: 2026, total: 9, women: 2, source: s1}]")
    )
    project.write("docs/gioi-thieu.md", "Không khai báo.\n")
    project.write(X, article_text(branches="[khong-co]", tag="[x]", genre="tin-vui"))
    project.write(Y, article_text(section="khong-co", body="[x](khong-co.md)\n\n![](khong-co.jpg)\n\n# Tiêu đề\n"))
    return project


def test_all_problems_of_a_run_are_told_at_once_sorted_one_a_line(faulty: Project) -> None:
    for run in (faulty.check(), faulty.build()):
        found = told(run.err)
        places = [(match["path"], int(match["line"]), int(match["column"])) for match in found]
        assert places == sorted(places)
        assert sorted(match["code"] for match in found) == sorted(
            code.value
            for code in (
                Code.SMALL_CELL,
                Code.NO_FRONT_MATTER,
                Code.UNKNOWN_FIELD,
                Code.BAD_CHOICE,
                Code.UNKNOWN_SECTION,
                Code.BROKEN_LINK,
                Code.MISSING_ALT,
                Code.MISSING_FILE,
                Code.HEADING_LEVEL,
            )
        )


def test_the_check_says_how_many_errors_and_warnings_there_are(faulty: Project) -> None:
    run = faulty.check()
    assert run.status == 1
    assert run.out.startswith("8 lỗi, 1 cảnh báo; ")


def test_the_check_of_one_path_tells_of_that_path_only(faulty: Project) -> None:
    run = faulty.check(Y)
    assert run.status == 1
    assert {match["path"] for match in told(run.err)} == {Y}
    assert run.out.startswith("5 lỗi, 0 cảnh báo; ")


def test_the_check_of_a_folder_tells_of_all_below_it(faulty: Project) -> None:
    assert {match["path"] for match in told(faulty.check("docs/tin-tuc").err)} == {X, Y}


def test_the_check_of_a_good_path_is_good_whatever_the_rest(faulty: Project) -> None:
    faulty.write("docs/tin-tuc/2026/02/tot.md", article_text(date="2026-02-01"))
    run = faulty.check("docs/tin-tuc/2026/02/tot.md")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("0 lỗi, 0 cảnh báo; ")


def test_the_check_of_a_path_that_is_not_there_is_wrong_usage(faulty: Project) -> None:
    run = faulty.check("docs/khong-co.md")
    assert run.status == 2
    assert "docs/khong-co.md" in run.err


@pytest.mark.parametrize("path", ["/etc/passwd", "mkdocs.yml", "docs/../mkdocs.yml", "."])
def test_the_check_of_a_path_outside_docs_is_wrong_usage(faulty: Project, path: str) -> None:
    run = faulty.check("docs", path)
    assert run.status == 2
    assert f"ngoài docs/, không kiểm tra: {path}" in run.err


@pytest.mark.parametrize(("strictness", "status"), [([], 0), (["--strict"], 1)])
def test_a_warning_stops_strict_runs_only(project: Project, strictness: list[str], status: int) -> None:
    project.write(B, branch_text(membership="[{as_of: 2026, total: 9, women: 2, source: s1}]"))
    for run in (project.check(*strictness), project.build(*strictness)):
        assert run.status == status
        assert [match["code"] for match in told(run.err)] == [Code.SMALL_CELL.value]
        assert ": o-nho: cảnh báo: " in run.err
    assert (project.root / "site").exists() is not bool(status)


def test_a_build_says_how_many_pages_it_wrote_and_where(built: Project) -> None:
    run = built.build()
    pages = len(list((built.root / "site").rglob("*.html")))
    assert f"Xong: {pages} trang" in run.out
    assert f"{built.root / 'site'}/" in run.out


def test_problems_leave_the_site_as_it_is_to_the_last_byte(built: Project) -> None:
    before = content_of(built.root / "site")
    built.write(X, article_text(section="khong-co"))
    run = built.build()
    assert run.status == 1
    assert "1 chỗ cần sửa; chưa dựng trang, trang cũ giữ nguyên." in run.err
    assert differences(before, content_of(built.root / "site")) == []


def test_a_wrong_configuration_leaves_the_site_as_it_is(built: Project) -> None:
    before = content_of(built.root / "site")
    built.write("mkdocs.yml", "site_name: [\n")
    assert built.build().status == 2
    assert content_of(built.root / "site") == before


def test_a_build_leaves_nothing_beside_the_site_but_its_cache(built: Project) -> None:
    assert built.build().status == 0
    names = {file.name for file in built.root.iterdir()} - {".cache"}
    assert names == {"docs", "mkdocs.yml", "overrides", "scripts", "site"}


def test_a_site_may_be_built_elsewhere(built: Project, tmp_path: Path) -> None:
    assert built.build("--site-dir", str(tmp_path / "noi khac/trang")).status == 0
    assert content_of(tmp_path / "noi khac/trang") == content_of(built.root / "site")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--now", "hôm nay"],
        ["--now", "2026-02-30"],
        ["--now", "22/11/2026"],
        ["--now", "2026-11-22 25:00"],
        ["--jobs", "0"],
        ["--jobs", "hai"],
        ["--khong-co"],
        ["thua"],
        ["--config", "khong-co.yml"],
        ["--config", "docs"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_status_2_and_leaves_the_site(project: Project, arguments: list[str]) -> None:
    project.write(X, article_text())
    project.write("site/index.html", "trang cũ")
    run = project.build(*arguments)
    assert run.status == 2
    assert run.err
    assert "Traceback" not in run.err
    assert (project.root / "site/index.html").read_text(encoding="utf-8") == "trang cũ"


@pytest.mark.parametrize("command", ["check", "new", "build"])
@pytest.mark.parametrize("name", ["NEWSROOM_NOW", "NEWSROOM_JOBS"])
def test_a_wrong_value_in_the_environment_is_wrong_usage(project: Project, command: str, name: str) -> None:
    rest = ["bai-viet", "--title", "Bài thử thứ nhất"] if command == "new" else []
    run = project.run(command, "--config", "mkdocs.yml", *rest, environment={name: "hôm nay"})
    assert run.status == 2
    assert "Traceback" not in run.err


def test_the_moment_of_a_build_may_be_told(project: Project) -> None:
    project.write(X, article_text())
    assert project.build("--now", "2026-01-15T07:59:59+07:00").status == 0
    assert not (project.root / "site/tin-tuc").exists()
    assert project.build("--now", "2026-01-15T08:00:00+07:00").status == 0
    assert (project.root / "site/tin-tuc/2026/01/x/index.html").exists()


def test_a_report_tells_the_time_of_every_stage(built: Project) -> None:
    assert re.search(r"^cả lần dựng: \d+\.\d\d s \(CPU ", built.build("--report").err, re.MULTILINE)
    assert built.build().err == ""


def test_a_clean_build_forgets_the_caches_of_the_project_it_builds(built: Project) -> None:
    old = built.write(".cache/pictures/cu.webp", b"")
    assert built.build("--clean").status == 0
    assert not old.exists()


def test_a_site_that_is_a_file_is_told_and_left(project: Project) -> None:
    project.write(X, article_text())
    project.write("site", "tệp của ai đó")
    run = project.build()
    assert (run.status, run.err.count("\n"), "Traceback" in run.err) == (2, 1, False)
    assert f"{project.root / 'site'}: đã có một tệp" in run.err
    assert (project.root / "site").read_text(encoding="utf-8") == "tệp của ai đó"
    run_of_mkdocs = mkdocs(project, "build")
    assert run_of_mkdocs.returncode != 0
    assert "Traceback" not in run_of_mkdocs.stderr


def test_a_folder_where_a_cache_belongs_is_told_and_left(built: Project) -> None:
    file = built.root / ".cache/ledger.sqlite"
    for part in ("", "-wal", "-shm"):
        file.with_name(file.name + part).unlink(missing_ok=True)
    file.mkdir()
    run = built.build()
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert f"{file}: có một thư mục ở chỗ của tệp" in run.err
    run_of_mkdocs = mkdocs(built, "build")
    assert run_of_mkdocs.returncode != 0
    assert "Traceback" not in run_of_mkdocs.stderr
    assert "có một thư mục ở chỗ của tệp" in run_of_mkdocs.stderr
    file.rmdir()
    assert built.build().status == 0


def test_a_full_disk_is_told_and_the_next_build_goes_on(built: Project, tmp_path: Path) -> None:
    disk = tmp_path / "dia"
    with small_disk(disk):
        assert built.build("--site-dir", str(disk / "site")).status == 0
        before = content_of(disk / "site")
        (disk / "day").write_bytes(b"\0" * (shutil.disk_usage(disk).free - 8192))
        built.write("docs/tai-lieu/lon.txt", "chữ\n" * 10_000)
        run = built.build("--site-dir", str(disk / "site"))
        assert (run.status, run.err.count("\n")) == (2, 1), run.err
        assert run.err.startswith("Không đọc hay ghi được: hết chỗ trên đĩa (")
        assert {name: now for name, now in content_of(disk / "site").items() if name in before} == before
        assert not list((disk / "site").rglob("*.tmp"))
        (disk / "day").unlink()
        assert built.build("--site-dir", str(disk / "site")).status == 0
        assert built.build().status == 0
        assert content_of(disk / "site") == content_of(built.root / "site")


@pytest.mark.parametrize("command", ["build", "check", "publish"])
def test_a_command_that_is_stopped_at_the_keyboard_says_so(command: str, built: Project) -> None:
    with acquire(built.root / ".cache/lock", lambda: None):
        waiting = subprocess.Popen(
            [sys.executable, str(ROOT / f"scripts/{command}.py"), "--config", "mkdocs.yml"],
            cwd=built.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # whoever runs the tests may ignore it
        )
        assert waiting.stderr is not None
        waits = waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        _, told = waiting.communicate(timeout=60)
    assert "chờ nó xong" in waits
    assert (waiting.returncode, told.count("\n"), told.startswith("Đã dừng")) == (130, 1, True), told


def test_a_file_larger_than_the_machine_allows_is_told_and_the_rest_stays(built: Project) -> None:
    before = content_of(built.root / "site")
    built.write("docs/tai-lieu/lon.txt", "chữ\n" * 400_000)
    limited = built.run("build", "--config", "mkdocs.yml", largest_file=1_500_000)
    assert (limited.status, limited.err.count("\n")) == (2, 1), limited.err
    assert "tệp lớn quá mức" in limited.err
    now = content_of(built.root / "site")
    assert {name: now.get(name) for name in before} == before
    assert not [name for name in now if name.endswith(".tmp")]
    assert built.build().status == 0
    assert (built.root / "site/tai-lieu/lon.txt").stat().st_size > 1_500_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSROOM_NOW", "hôm nay"),
        ("NEWSROOM_JOBS", "nhiều"),
        ("SOURCE_DATE_EPOCH", "hôm nay"),
        ("SOURCE_DATE_EPOCH", "9" * 30),
    ],
)
def test_a_wrong_value_in_the_environment_is_told_by_mkdocs_and_the_preview_too(
    built: Project, name: str, value: str
) -> None:
    environment = {"NEWSROOM_NOW": "", name: value}
    run = mkdocs(built, "build", environment=environment)
    assert run.returncode != 0
    assert f"giá trị không đọc được: {name} ghi “{value}”" in run.stderr
    assert "Traceback" not in run.stderr
    preview = built.run("serve", "--config", "mkdocs.yml", environment=environment)
    assert (preview.status, "Traceback" in preview.err) == (2, False)


def test_mkdocs_itself_builds_the_same_site(tmp_path: Path) -> None:
    project = fill(make_project(tmp_path / "project"))
    assert project.build().status == 0
    run = mkdocs(project, "build", "--site-dir", str(tmp_path / "mkdocs"))
    assert run.returncode == 0, run.stderr
    assert differences(content_of(project.root / "site"), content_of(tmp_path / "mkdocs")) == []


def test_mkdocs_itself_touches_no_site_when_there_are_problems(built: Project) -> None:
    before = content_of(built.root / "site")
    built.write(X, article_text(section="khong-co"))
    run = mkdocs(built, "build")
    assert run.returncode != 0
    assert f"{X}:5:10: chuyen-muc-la: " in run.stderr
    assert "Traceback" not in run.stderr
    assert content_of(built.root / "site") == before


def test_a_site_is_replaced_whole(built: Project) -> None:
    built.write("site/thua.html", "không thuộc trang nào")
    shutil.rmtree(built.root / "docs/tin-tuc")
    assert built.build().status == 0
    assert not (built.root / "site/thua.html").exists()
    assert not (built.root / "site/tin-tuc").exists()


@pytest.mark.parametrize(
    ("command", "arguments", "said"),
    [
        ("build", ["--khong-co"], "không hiểu: --khong-co"),
        ("build", ["--jobs", "hai"], "--jobs: “hai” không phải là số"),
        ("build", ["--jobs", "0"], "giá trị không đọc được: NEWSROOM_JOBS ghi “0”, phải là một số từ 1 trở lên"),
        ("build", ["--jobs"], "--jobs: thiếu giá trị đứng sau"),
        (
            "build",
            ["--now", "hôm nay"],
            "giá trị không đọc được: NEWSROOM_NOW ghi “hôm nay”, viết như 2026-11-22 08:00",
        ),
        ("build", ["--now", " "], "--now để trống; viết như 2026-11-22T08:00"),
        ("publish", ["--now", " "], "--now để trống; viết như 2026-11-22T08:00"),
        ("new", [], "thiếu: bai-viet|"),
        ("new", ["chi-bo", "--level", "x"], "--level: không có “x”; chọn: "),
        ("serve", ["--port", "tám"], "--port: “tám” không phải là số"),
        ("check", ["khong-co.md"], "không thấy: khong-co.md"),
        ("publish", ["--to"], "--to: thiếu giá trị đứng sau"),
        ("proposal", [], "thiếu: "),
    ],
)
def test_wrong_arguments_are_told_in_vietnamese(
    project: Project, command: str, arguments: list[str], said: str
) -> None:
    run = project.run(command, *arguments)
    assert run.status == 2
    assert run.err.startswith("Cách gõ: ")
    assert f"\n{said}" in run.err
    assert not re.search(r"usage|argument|invalid|required|expected|error", run.err)


@pytest.mark.parametrize("command", ["build", "check", "new", "serve", "publish", "proposal"])
def test_help_is_in_vietnamese(project: Project, command: str) -> None:
    run = project.run(command, "--help")
    assert run.status == 0
    assert run.out.startswith("Cách gõ: ")
    assert not re.search(r"usage|show this|options:|positional", run.out)
