"""What an archive costs: a clean build, then every change, several times each; and how the cost grows with its size."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from newsroom_bench.archive import Archive
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.cost import build_command, measure
from newsroom_bench.layout import lay_out
from newsroom_bench.table import Row

COLD: Final = "cold"


def measure_archive(root: Path, corpus: Sequence[CorpusArticle], articles: int, runs: int, seed: int) -> Iterator[Row]:
    """A row for the clean build and one for each change to an archive of that many articles."""
    with tempfile.TemporaryDirectory() as folder:
        lay_out(root, Path(folder), corpus, articles)
        project, site = Path(folder) / "project", Path(folder) / "site"
        cold = [measure(build_command(project, site, "--clean"), site) for _ in range(min(runs, 3))]
        yield Row(COLD, articles, tuple(cold))
        archive = Archive(project, seed)
        for name, change in archive.changes.items():
            costs = []
            for _ in range(runs):
                change()
                costs.append(measure(build_command(project, site), site))
            yield Row(name, articles, tuple(costs))


def growth_exponent(rows: Sequence[Row]) -> float | None:
    """The exponent with which a clean build's CPU grows from the smallest to the largest archive; 1 is linear."""
    cold = sorted((row for row in rows if row.name == COLD), key=lambda row: row.articles)
    if len(cold) < 2 or cold[0].articles == cold[-1].articles:
        return None
    return math.log(cold[-1].cpu / cold[0].cpu) / math.log(cold[-1].articles / cold[0].articles)
