"""What the search index alone costs: counted and merged in one process that has read the archive before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.build import Build, begin, log
from newsroom.search import index_parts
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.layout import lay_out

_READ: Final = "read"
_INDEX: Final = "index"
_STATUS: Final = Path("/proc/self/status")
_FORGET_PEAK: Final = Path("/proc/self/clear_refs"), "5"
"""Linux: what is written where, so that the most memory held is told from now on (proc(5))."""


class IndexCost(NamedTuple):
    """Seconds of CPU for counting the documents and merging what was counted; MB held before, the most held meanwhile."""

    files: int
    megabytes: float
    counting: float
    merging: float
    before: float
    most: float


def measure_index(root: Path, corpus: Sequence[CorpusArticle], articles: int) -> IndexCost:
    """Lay out an archive, read it in one process and build its index in another.

    Raises CalledProcessError when it cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        lay_out(root, Path(folder), corpus, articles)
        return measure_laid_out(Path(folder) / "project")


def measure_laid_out(project: Path) -> IndexCost:
    """The index of an archive that is laid out already."""
    scripts = os.pathsep.join(map(str, sys.path))
    environment = {**os.environ, "PYTHONPATH": scripts}
    for step in (_READ, _INDEX):
        command = [sys.executable, "-m", __name__, step, str(project)]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
    return IndexCost(*json.loads(run.stdout))


def _begun(project: Path) -> Build:
    log.disabled = True
    return begin(project / "mkdocs.yml", project / "site", strict=False)


def _build(begun: Build) -> IndexCost:
    edition = begun.edition
    edition.ledger.forget_runs(edition.ledger.run_heads())
    _FORGET_PEAK[0].write_text(_FORGET_PEAK[1], encoding="ascii")
    before, started = _held("VmRSS"), time.process_time()
    plans = [plan for part in index_parts(edition, begun.abbreviations) for plan in part.plans()]
    counted = time.process_time()
    sizes = [len(drawn if isinstance(drawn, bytes) else drawn.encode()) for drawn in (plan.draw() for plan in plans)]
    merged = time.process_time()
    return IndexCost(len(plans), sum(sizes) / 1e6, counted - started, merged - counted, before, _held("VmHWM"))


def _held(name: str) -> float:
    """Megabytes, as the system tells them of this process."""
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    read = _begun(Path(sys.argv[2]))
    if sys.argv[1] == _INDEX:
        print(json.dumps(_build(read)))
