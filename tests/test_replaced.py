"""What is put in the place of a file while a build runs was looked at by nobody: it is neither published nor kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NOW, ROOT, Project, article_text
from PIL import Image
from test_determinism import content_of

from newsroom.attachments import attached, attachments
from newsroom.disk import told_disk
from newsroom.hosts import Hosts
from newsroom.imaging import encode_rendition, inspect
from newsroom.scan import scan

ARTICLE = "docs/tin-tuc/2026/01/bai-thu.md"


def draw(file: Path, colour: str) -> None:
    """A picture of one colour."""
    Image.new("RGB", (480, 200), colour).save(file)


def test_a_picture_of_another_look_is_not_kept_as_the_one_that_was_seen(tmp_path: Path) -> None:
    file, kept = tmp_path / "anh.png", tmp_path / "kept"
    draw(file, "red")
    picture = inspect(tmp_path, "anh.png")
    draw(file, "blue")
    with pytest.raises(OSError, match=r"anh\.png") as raised:
        encode_rendition(picture, 480, "jpg", tmp_path, kept)
    assert "vừa bị thay giữa lúc dựng" in told_disk(raised.value)
    draw(file, "red")
    with Image.open(encode_rendition(picture, 480, "jpg", tmp_path, kept)) as shown:
        red, _, blue = shown.getpixel((9, 9))  # type: ignore[misc]
    assert red > blue


def test_an_attachment_that_nobody_vetted_is_not_handed_out(tmp_path: Path) -> None:
    file = tmp_path / "mau.txt"
    file.write_text("Mẫu đơn", "utf-8")
    files = scan(tmp_path).files
    _, digest, _ = attachments(tmp_path, files, {}, Hosts("https://thu.example/", ()))["mau.txt"]
    assert attached(file, digest) == "Mẫu đơn".encode()
    file.write_text("Thứ khác", "utf-8")
    with pytest.raises(OSError, match=r"mau\.txt"):
        attached(file, digest)


def run_replacing(project: Project, file: str, times: int, text: str, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a project, another text put into a file before it is opened for the n-th time."""
    replacing = [str(ROOT / "tests/replacing.py"), file, str(times), text, command, "--config", "mkdocs.yml"]
    return subprocess.run(
        [sys.executable, *replacing],
        cwd=project.root,
        env={**os.environ, "NEWSROOM_NOW": NOW},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_text_that_nobody_vetted_stops_the_command(project: Project, command: str) -> None:
    assert project.build().status == 0
    before = content_of(project.root / "site")
    project.write(ARTICLE, article_text(body="## Mục\n\nMột câu, xem [trang nhất](/).\n"))
    run = run_replacing(project, ARTICLE, 2, article_text(body="## Mục\n\nCâu khác.\n"), command)
    assert (run.returncode, "Traceback" in run.stderr) == (2, False), run.stderr
    assert f"{ARTICLE}: vừa bị thay giữa lúc dựng" in run.stderr
    assert content_of(project.root / "site") == before


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_an_attachment_that_nobody_vetted_reaches_no_reader(project: Project, times: int) -> None:
    project.write("docs/tai-lieu/mau.txt", "Mẫu đơn")
    run = run_replacing(project, "docs/tai-lieu/mau.txt", times, "Gọi bà Mẫu: 0912 345 678", "build")
    assert (run.returncode in (0, 1, 2), "Traceback" in run.stderr) == (True, False), run.stderr
    handed_out = project.root / "site/tai-lieu/mau.txt"
    assert not handed_out.exists() or handed_out.read_text(encoding="utf-8") == "Mẫu đơn"
