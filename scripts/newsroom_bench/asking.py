"""The search of a laid out archive, asked what its own articles answer; and what its index costs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from newsroom.addresses import INDEX
from newsroom.search.abbreviations import read_abbreviations
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.cost import build_command, measure, snapshot
from newsroom_bench.evaluation import evaluate, open_browser
from newsroom_bench.layout import lay_out
from newsroom_bench.search_queries import make_queries

_CHROMIUM: Final = "NEWSROOM_CHROMIUM"
_EACH: Final = 40
"""Queries of each class."""


def measure_search(root: Path, corpus: Sequence[CorpusArticle], articles: int, seed: int) -> Mapping[str, float]:
    """Size of the index, memory of the build, MRR@10 by class, bytes, requests and milliseconds of known-item queries.

    Raises NoBrowser, or CalledProcessError when the archive cannot be built.
    """
    abbreviations = read_abbreviations(root / "overrides/newsroom")
    executable = os.environ.get(_CHROMIUM)
    with open_browser(executable):
        pass  # better known to be missing now than when the archive is built
    with tempfile.TemporaryDirectory() as folder:
        laid = lay_out(root, Path(folder), corpus, articles)
        site = Path(folder) / "site"
        cost = measure(build_command(Path(folder) / "project", site), site)
        index = snapshot(site / INDEX)
        queries = make_queries(laid, abbreviations.pairs, seed, _EACH)
        rows = (Path(folder) / "map.tsv").read_text(encoding="utf-8").splitlines()
        addresses = dict(row.split("\t", 1) for row in rows)
        with open_browser(executable) as browser:
            answers = evaluate(site, queries, addresses, browser)
        return {
            "index, files": len(index),
            "index, MB": sum(size for _, _, size in index.values()) / 1e6,
            "whole build, CPU s": cost.cpu,
            "whole build, MB of memory": cost.memory,
            **answers,
        }
