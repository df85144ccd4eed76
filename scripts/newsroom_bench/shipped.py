"""The shipped site against its bounds: a clean build, and what the reader of a first article downloads."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import Final

from newsroom_bench.cost import build_command, measure, snapshot
from newsroom_bench.weight import weigh_page

LIMITS: Final = {"clean build, wall s": 15.0, "article page, kB gzip": 90.0, "article page, requests": 8.0}
"""Bounds the project holds itself to."""


def measure_shipped(root: Path, runs: int) -> int:
    """Print the figures; 1 when a bound is missed, else 0."""
    figures = _figures(root, runs)
    for name, value in figures.items():
        print(f"{name:32} {value:>10.2f}" + (f"   (≤ {LIMITS[name]:g})" if name in LIMITS else ""))
    return int(any(figures[name] > limit for name, limit in LIMITS.items()))


def _figures(root: Path, runs: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        clean = [measure(build_command(root, site, "--clean"), site) for _ in range(runs)]
        again = [measure(build_command(root, site), site) for _ in range(runs)]
        weight, files = weigh_page(site), snapshot(site)
    return {
        "clean build, wall s": statistics.median(cost.wall for cost in clean),
        "clean build, CPU s": statistics.median(cost.cpu for cost in clean),
        "nothing changed, CPU s": statistics.median(cost.cpu for cost in again),
        "peak memory, MB": max(cost.memory for cost in [*clean, *again]),
        "files": float(len(files)),
        "site, MB": sum(size for _, _, size in files.values()) / 1e6,
        "article page, kB gzip": weight.gzipped / 1000,
        "article page, requests": float(weight.requests),
        "heaviest page, kB gzip HTML": weight.heaviest / 1000,
    }
