"""What a command costs, as the operating system accounts for it, and what it wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BUILD: Final = Path(__file__).resolve().parent.parent / "build.py"
UNINDEXED: Final = Path(__file__).with_name("unindexed.py")
_ACCOUNTING: Final = Path(__file__).with_name("accounting.py")
NOW: Final = "2030-01-01T00:00:00+07:00"
"""What "now" is in every measured build: later than every article, so that no figure depends on the day."""

Snapshot = Mapping[str, tuple[int, int, int]]
"""Every file below a folder: modification time, inode, size."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and CPU with all child processes, the largest process in MB, files and bytes written."""

    wall: float
    cpu: float
    memory: float
    written: int = 0
    bytes_written: int = 0


def measure(command: Sequence[str], site: Path) -> Cost:
    """Run a command that builds `site`.

    Raises CalledProcessError when it fails.
    """
    before = snapshot(site)
    run = subprocess.run([sys.executable, "-I", str(_ACCOUNTING), *command], capture_output=True, env=_environment())
    if run.returncode:
        sys.stderr.buffer.write(run.stderr)
        raise subprocess.CalledProcessError(run.returncode, list(command))
    wall, cpu, memory = json.loads(run.stdout)
    sizes = [entry[2] for path, entry in snapshot(site).items() if before.get(path) != entry]
    return Cost(wall, cpu, memory / 1024, len(sizes), sum(sizes))


def build_command(project: Path, site: Path, *more: str, script: Path = BUILD) -> list[str]:
    """The command that builds a project into `site`."""
    config = ["--config", str(project / "mkdocs.yml"), "--site-dir", str(site)]
    return [sys.executable, str(script), *config, "--now", NOW, *more]


def snapshot(folder: Path) -> Snapshot:
    """What stands below a folder now."""
    found: dict[str, tuple[int, int, int]] = {}
    for place, _, names in os.walk(folder):
        for name in names:
            status = os.stat(f"{place}/{name}")  # noqa: PTH116 – a hundred thousand of them
            found[f"{place}/{name}"] = (status.st_mtime_ns, status.st_ino, status.st_size)
    return found


def _environment() -> dict[str, str]:
    """As on an editor's machine: compiled modules are kept, nothing of ours is set."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    return {name: value for name, value in kept.items() if name not in dropped}
