"""Who listens to a command – a pipe, a log, nobody – has no say in what it does, nor in what it tells of that."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import NOW, ROOT, Project, article_text

DONE = {
    "build": ([], "site/index.html"),
    "publish": (["--to", "ban-doc"], "ban-doc/current/index.html"),
    "new": (["chi-bo", "--name", "Chi bộ Thôn Mẫu"], "docs/chi-bo/chi-bo-thon-mau.md"),
}
"""What to type behind a command, and what is there once it has done its work."""


@pytest.fixture
def written(project: Project) -> Project:
    """A project with something to tell of."""
    project.write("docs/tin-tuc/2026/01/x.md", article_text())
    return project


@pytest.mark.parametrize(
    ("command", "deaf"),
    [
        ("build", "| true"),
        ("build", ">&-"),
        ("build", "> /dev/full 2>&1"),
        ("build", "2>&-"),
        ("publish", "| true"),
        ("publish", "> /dev/full"),
        ("new", "| true"),
        ("new", "<&-"),
    ],
)
def test_a_command_does_its_work_though_nobody_listens(written: Project, command: str, deaf: str) -> None:
    arguments, made = DONE[command]
    run = run_in_shell(written, f'"$@" {deaf}', command, *arguments)
    assert (run.returncode, run.stderr) == (0, "")
    assert (written.root / made).exists()


def test_the_status_tells_of_the_texts_though_nobody_listens(written: Project) -> None:
    written.write("docs/tin-tuc/2026/01/x.md", article_text(section="khong-co"))
    assert run_in_shell(written, '"$@" 2>&1 | true', "check").returncode == 1


def run_in_shell(project: Project, line: str, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as `$@` of a line for a shell, which ends as the command does."""
    typed = [sys.executable, str(ROOT / f"scripts/{command}.py"), "--config", "mkdocs.yml", *arguments]
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line, "bash", *typed],
        cwd=project.root,
        env={**os.environ, "NEWSROOM_NOW": NOW},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
