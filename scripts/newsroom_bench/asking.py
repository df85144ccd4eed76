"""The search of a laid out archive, asked what its own articles answer."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from newsroom.search.abbreviations import Abbreviations
from newsroom_bench.corpus import CorpusArticle, endless
from newsroom_bench.cost import build_command
from newsroom_bench.evaluation import evaluate
from newsroom_bench.layout import lay_out
from newsroom_bench.search_queries import make_queries

_CHROMIUM: Final = "NEWSROOM_CHROMIUM"
_EACH: Final = 40
"""Queries of each class."""


def measure_search(root: Path, corpus: Sequence[CorpusArticle], articles: int, seed: int) -> Mapping[str, float]:
    """MRR@10 by class, bytes, requests and milliseconds of known-item queries to a site of that many articles.

    Raises NoBrowser, or CalledProcessError when the archive cannot be built.
    """
    short = (root / "overrides/newsroom/viet-tat.json").read_text(encoding="utf-8")
    laid = [article for article, turn in islice(endless(corpus), articles) if not turn]
    queries = make_queries(laid, Abbreviations.from_json(short).pairs, seed, _EACH)
    with tempfile.TemporaryDirectory() as folder:
        lay_out(root, Path(folder), corpus, articles)
        site = Path(folder) / "site"
        subprocess.run(build_command(Path(folder) / "project", site), check=True, stdout=subprocess.DEVNULL)
        rows = (Path(folder) / "map.tsv").read_text(encoding="utf-8").splitlines()
        addresses = dict(row.split("\t", 1) for row in rows)
        return evaluate(site, queries, addresses, os.environ.get(_CHROMIUM))
