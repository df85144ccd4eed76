"""The environment: made once, and made again where what is there is only a part of one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture
def started_once(tmp_path: Path) -> Path:
    """A project whose first command was stopped while it made the environment: Python is there, pip is not."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__", "newsroom"))
    (tmp_path / "requirements.txt").write_text("", encoding="utf-8")
    venv.create(tmp_path / ".venv")
    return tmp_path


@contextmanager
def entering(project: Path) -> Iterator[subprocess.Popen[str]]:
    """A command that enters the environment of a project."""
    with subprocess.Popen(
        [sys.executable, "-c", "import environment; environment.enter()"],
        cwd=project / "scripts",
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.default_int_handler
        ),  # whoever runs the tests may ignore it
    ) as command:
        yield command


def test_an_environment_that_was_begun_is_made_anew_and_stopping_it_is_told(started_once: Path) -> None:
    with entering(started_once) as command:
        assert command.stderr
        assert command.stderr.readline() == "Tạo môi trường Python trong .venv …\n"
        os.killpg(command.pid, signal.SIGINT)
        told = command.stderr.read()
    assert (command.returncode, told.splitlines()[-1]) == (130, "Đã dừng, chưa cài xong; chạy lại là cài tiếp.")
    assert "environment.py" not in told


def test_whoever_stops_a_command_that_is_being_loaded_is_told_nothing() -> None:
    program = "import environment; environment.enter(); raise KeyboardInterrupt"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT / "scripts", stderr=subprocess.PIPE, check=False)
    assert (run.returncode, run.stderr) == (-signal.SIGINT, b"")
