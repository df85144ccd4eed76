"""Us and our peers: the same articles laid out for each, whole builds measured in turn."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from newsroom_bench.archive import Archive
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.cost import UNINDEXED, Cost, build_command, measure
from newsroom_bench.layout import lay_out
from newsroom_bench.peers import PEERS
from newsroom_bench.table import Row

OURS: Final = "newsroom, cold"
APART: Final = "newsroom, cold, search index apart"
ADDED: Final = "newsroom, one article added"


def measure_against(
    root: Path, names: Sequence[str], corpus: Sequence[CorpusArticle], articles: int, runs: int
) -> Iterator[Row]:
    """A row for each peer and three for us. Every round builds each once, so that a busy minute meets all alike.

    Raises PeerMissing when one cannot be installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        tools = root / ".cache" / "bench"
        versions = {name: PEERS[name].install(tools) for name in names}
        laid = lay_out(root, place / "newsroom", corpus, articles)
        for name in names:
            PEERS[name].lay_out(place / name, laid)
        project, ours = place / "newsroom/project", place / "newsroom/site"
        archive = Archive(project, seed=1)
        measure(build_command(project, ours), ours)  # pictures, and compiled modules
        costs: dict[str, list[Cost]] = {label: [] for label in (OURS, APART, ADDED, *names)}
        for _ in range(runs):
            _forget(project, ours)
            costs[APART].append(measure(build_command(project, ours, script=UNINDEXED), ours))
            _forget(project, ours)
            costs[OURS].append(measure(build_command(project, ours), ours))
            archive.add()
            costs[ADDED].append(measure(build_command(project, ours), ours))
            for name in names:
                site = place / f"site-{name}"
                costs[name].append(measure(PEERS[name].command(tools, place / name, site), site))
        for label, measured in costs.items():
            version = f" {versions[label]}" if label in versions else ""
            yield Row(f"{label}{version}", articles, tuple(measured))


def _forget(project: Path, site: Path) -> None:
    """All that builds keep, but for the sizes of the shipped pictures: the peers are given none to make."""
    shutil.rmtree(site, ignore_errors=True)
    cache = project / ".cache"
    for kept in cache.iterdir() if cache.exists() else ():
        if kept.is_dir() and kept.name != "pictures":
            shutil.rmtree(kept)
        elif kept.is_file():
            kept.unlink()
