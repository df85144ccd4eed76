"""What a whole build costs, as the operating system accounts for it."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_BUILD: Final = Path(__file__).resolve().parent.parent / "build.py"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and CPU, the largest process in MB, and the site's files and bytes."""

    wall: float
    cpu: float
    memory: float
    files: int
    size: int


def measure_build(project: Path, site: Path, *, clean: bool) -> Cost:
    """Run build.py of a project as its own process.

    Raises CalledProcessError when the build fails.
    """
    config = project / "mkdocs.yml"
    command = [sys.executable, str(_BUILD), "--config", str(config), "--site-dir", str(site)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*command, *(["--clean"] if clean else [])], check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(wall, cpu, after.ru_maxrss / 1024, len(sizes), sum(sizes))
