"""Installs packages from PyPI, each peer's into an environment of its own."""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten
from typing import Final

from newsroom_bench.peers.peer import PeerMissing

_INSTALLED: Final = "installed"
"""The file in a peer's folder that names what is installed there, one package a line."""


def is_installed(folder: Path, packages: Sequence[str]) -> bool:
    """Whether an earlier run installed exactly these packages."""
    record = folder / _INSTALLED
    return record.exists() and record.read_text(encoding="utf-8").splitlines() == list(packages)


def record_installed(folder: Path, packages: Sequence[str]) -> None:
    """Let later runs know. Only for packages that stand there complete."""
    (folder / _INSTALLED).write_text("".join(f"{package}\n" for package in packages), encoding="utf-8")


def install_from_pypi(folder: Path, packages: Sequence[str]) -> None:
    """Make a virtual environment with the packages, given as "name==version". Raises PeerMissing."""
    if is_installed(folder, packages):
        return
    try:
        venv.create(folder, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PeerMissing(f"không tạo được môi trường Python: {error}") from error
    pip = [str(program(folder, "python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run_installer([*pip, *packages])
    record_installed(folder, packages)


def run_installer(command: Sequence[str]) -> None:
    """Raises PeerMissing with the installer's own words when it fails."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
    except OSError as error:
        raise PeerMissing(f"không chạy được {Path(command[0]).name}: {error}") from error
    if done.returncode:
        lines = done.stderr.splitlines()
        told = [line for line in lines if "error" in line.casefold()] or lines
        raise PeerMissing(f"cài không thành công: {' · '.join(shorten(line, 120) for line in told[:3])}")


def program(folder: Path, name: str) -> Path:
    """A program of a virtual environment."""
    return folder / "Scripts" / f"{name}.exe" if os.name == "nt" else folder / "bin" / name
