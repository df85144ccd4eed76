"""The live preview: a saved edit is on the page soon, a mistake leaves the last good page, and it rests in between."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest
from conftest import NOW, ROOT, Project, article_text

ARTICLE = "docs/tin-tuc/2026/01/bai-mot.md"
LONGEST_WAIT = 20.0
"""Seconds; only a preview that does not work at all takes so long."""
REST = 1.0


@dataclass(frozen=True)
class Preview:
    """A running preview: the address of the article's page, and what it prints."""

    project: Project
    page: str
    told: Path

    def shows(self, text: str) -> bool:
        """Whether the page comes to show the text in time."""
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            with suppress(urllib.error.URLError, TimeoutError):  # it may not listen yet
                if text in urllib.request.urlopen(self.page, timeout=LONGEST_WAIT).read().decode():
                    return True
            time.sleep(0.05)
        return False

    def tells(self, text: str) -> bool:
        """Whether the text comes to be printed in time."""
        return wait_for(self.told, re.escape(text)) is not None

    @property
    def builds(self) -> int:
        """How many builds it told of so far."""
        return self.told.read_text("utf-8").count("Đã dựng lại")


def wait_for(file: Path, pattern: str) -> re.Match[str] | None:
    """What matches in a file that is being written, as soon as it does."""
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end:
        if match := re.search(pattern, file.read_text("utf-8")):
            return match
        time.sleep(0.05)
    return None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(project: Project, output: IO[str]) -> subprocess.Popen[str]:
    """Run serve.py."""
    command = [sys.executable, str(ROOT / "scripts/serve.py"), "--config", "mkdocs.yml", "--port", str(free_port())]
    environment = {**os.environ, "NEWSROOM_NOW": NOW, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command, cwd=project.root, env=environment, stdout=output, stderr=subprocess.STDOUT, text=True
    )


@pytest.fixture
def preview(project: Project, tmp_path: Path) -> Iterator[Preview]:
    """The preview of a project with one article."""
    project.write(ARTICLE, article_text())
    told = tmp_path / "told.txt"
    with told.open("w", encoding="utf-8") as output:
        process = start(project, output)
        try:
            match = wait_for(told, r"Đang xem thử ở (http://127\.0\.0\.1:\d+\S*/)")
            assert match, told.read_text("utf-8")
            yield Preview(project, f"{match[1]}tin-tuc/2026/01/bai-mot/", told)
        finally:
            process.terminate()
            process.wait(timeout=LONGEST_WAIT)


def test_a_saved_edit_is_shown(preview: Preview) -> None:
    assert preview.shows("Đoạn văn thứ hai.")
    preview.project.write(ARTICLE, article_text(body="Một câu mới gõ.\n"))
    assert preview.shows("Một câu mới gõ.")


def test_a_mistake_is_told_and_the_last_good_page_stays(preview: Preview) -> None:
    assert preview.shows("Đoạn văn thứ hai.")
    preview.project.write(ARTICLE, article_text(section="khong-co", body="Câu chưa được hiện.\n"))
    assert preview.tells("khong-co")
    assert preview.shows("Đoạn văn thứ hai.")
    preview.project.write(ARTICLE, article_text(body="Câu đã sửa xong.\n"))
    assert preview.shows("Câu đã sửa xong.")


def test_it_rests_until_something_is_saved(preview: Preview) -> None:
    assert preview.shows("Đoạn văn thứ hai.")
    preview.project.write(ARTICLE, article_text(body="Lần sửa cuối.\n"))
    assert preview.shows("Lần sửa cuối.")
    builds = preview.builds
    time.sleep(REST)
    assert preview.builds == builds


def test_search_finds_what_there_was_at_the_start(preview: Preview) -> None:
    assert preview.shows("Đoạn văn thứ hai.")
    index = preview.project.root / ".cache/preview/tim-kiem/muc-luc"
    before = {file: file.read_bytes() for file in index.rglob("*.*")}
    assert before
    preview.project.write(ARTICLE, article_text(body="Câu không ai tìm.\n"))
    assert preview.shows("Câu không ai tìm.")
    assert {file: file.read_bytes() for file in index.rglob("*.*")} == before


def test_an_index_that_another_command_took_away_comes_back_with_the_next_edit(preview: Preview) -> None:
    assert preview.shows("Đoạn văn thứ hai.")
    index = preview.project.root / ".cache/preview/tim-kiem/muc-luc"
    before = {file.name for file in index.rglob("*.*")}
    assert preview.project.build("--clean").status == 0
    assert not index.exists()
    preview.project.write(ARTICLE, article_text(body="Câu gõ sau khi dọn.\n"))
    assert preview.shows("Câu gõ sau khi dọn.")
    assert {file.name for file in index.rglob("*.*")} == before


def test_a_port_that_is_taken_is_told_with_another(project: Project) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = project.run("serve", "--config", "mkdocs.yml", "--port", str(port))
    assert run.status == 2
    assert f"Cổng {port} đang được dùng: đóng cửa sổ xem thử kia, hoặc thêm --port " in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("port", ["99999", "0", "80", "-1", "tám"])
def test_a_number_that_is_no_port_is_wrong_usage(project: Project, port: str) -> None:
    run = project.run("serve", "--config", "mkdocs.yml", "--port", port)
    assert run.status == 2
    assert "--port" in run.err
    assert "Traceback" not in run.err


TEMPLATE = "overrides/newsroom/article.html"


def own_overrides(project: Project) -> Path:
    """The project's own templates, free to be changed; its article's."""
    overrides = project.root / "overrides"
    shared = overrides.resolve()
    overrides.unlink()
    shutil.copytree(shared, overrides)
    return project.root / TEMPLATE


def stays_while_broken(preview: Preview, file: Path, broken: str, told: str) -> None:
    """The last good page is there while the file is broken, what is wrong is told, and mending it goes on."""
    whole = file.read_text("utf-8")
    file.write_text(broken, "utf-8")
    assert preview.tells("lần dựng đúng gần nhất"), preview.told.read_text("utf-8")
    assert told in preview.told.read_text("utf-8")
    assert preview.shows("Đoạn văn thứ hai.")
    file.write_text(whole, "utf-8")
    preview.project.write(ARTICLE, article_text(body="Câu sau khi sửa.\n"))
    assert preview.shows("Câu sau khi sửa.")


@pytest.fixture(params=["serve", "mkdocs"])
def either(request: pytest.FixtureRequest, project: Project, tmp_path: Path) -> Iterator[Preview]:
    """A preview by our command, and by MkDocs' own, of a project with templates of its own."""
    project.write(ARTICLE, article_text())
    own_overrides(project)
    told = tmp_path / "told.txt"
    with told.open("w", encoding="utf-8") as output:
        process = (start if request.param == "serve" else start_mkdocs)(project, output)
        try:
            match = wait_for(told, r"(?:Đang xem thử ở|Serving on) (http://127\.0\.0\.1:\d+\S*/)")
            assert match, told.read_text("utf-8")
            yield Preview(project, f"{match[1]}tin-tuc/2026/01/bai-mot/", told)
        finally:
            process.terminate()
            process.wait(timeout=LONGEST_WAIT)


def start_mkdocs(project: Project, output: IO[str]) -> subprocess.Popen[str]:
    """Run `mkdocs serve`."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port()}"]
    environment = {**os.environ, "NEWSROOM_NOW": NOW, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command, cwd=project.root, env=environment, stdout=output, stderr=subprocess.STDOUT, text=True
    )


@pytest.mark.parametrize("slip", ["{% if x", "{{ nobody }}"])
def test_a_template_that_is_being_written_leaves_the_last_good_page(slip: str, either: Preview) -> None:
    assert either.shows("Đoạn văn thứ hai.")
    template = either.project.root / TEMPLATE
    broken = template.read_text("utf-8") + slip
    stays_while_broken(either, template, broken, "article.html:")


def test_settings_that_are_being_written_leave_the_last_good_page(either: Preview) -> None:
    assert either.shows("Đoạn văn thứ hai.")
    settings = either.project.root / "mkdocs.yml"
    stays_while_broken(either, settings, settings.read_text("utf-8") + "extra_css: [\n", "mkdocs.yml")


def test_docs_taken_away_and_put_back_are_watched_again(either: Preview) -> None:
    assert either.shows("Đoạn văn thứ hai.")
    docs = either.project.root / "docs"
    docs.rename(docs.with_name("aside"))
    time.sleep(REST)
    shutil.copytree(docs.with_name("aside"), docs)
    time.sleep(REST)
    either.project.write(ARTICLE, article_text(body="Câu trong thư mục mới.\n"))
    assert either.shows("Câu trong thư mục mới.")


def test_settings_taken_away_and_put_back_are_watched_again(either: Preview) -> None:
    assert either.shows("Đoạn văn thứ hai.")
    settings = either.project.root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    for name in ("Trang thử lần hai", "Trang thử lần ba"):
        settings.unlink()
        time.sleep(REST)
        settings.write_text(re.sub(r"site_name: .*", f"site_name: {name}", text), "utf-8")
        assert either.shows(name)


def test_a_preview_that_finds_no_place_is_told(project: Project) -> None:
    project.write(".cache/preview", "một tệp ở chỗ của thư mục")
    run = project.run("serve", "--config", "mkdocs.yml", "--port", str(free_port()))
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert "đã có một tệp" in run.err
