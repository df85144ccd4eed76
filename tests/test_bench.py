"""The benchmark runs: figures come from real builds of a small archive."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from conftest import ROOT

from newsroom_bench.archive import Archive
from newsroom_bench.corpus import own_corpus
from newsroom_bench.cost import Cost
from newsroom_bench.growth import COLD, growth_exponent
from newsroom_bench.recombination import endless
from newsroom_bench.table import Row


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run bench.py."""
    command = [sys.executable, str(ROOT / "scripts/bench.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240, env=dict(os.environ))


@pytest.mark.xdist_group("bench")
def test_every_change_to_an_archive_is_measured(tmp_path: Path) -> None:
    done = bench("--articles", "12", "--runs", "1", "--json", str(tmp_path / "figures.json"))
    assert done.returncode == 0, done.stderr
    rows = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert [row["name"] for row in rows] == [COLD, *Archive(ROOT, seed=1).changes]
    assert all(row["cpu"] > 0 and row["memory"] > 0 for row in rows)
    written = {row["name"]: row["written"] for row in rows}
    assert written["nothing changed"] == written["fresh clone, caches kept"] == 0
    assert 0 < written["one article edited"] <= written["one article added"] < written["a template changed"]
    assert written["a template changed"] < written[COLD]
    assert all(row["name"] in done.stdout for row in rows)


@pytest.mark.xdist_group("bench")
def test_the_index_is_measured_alone() -> None:
    done = bench("--articles", "12", "--index")
    assert done.returncode == 0, done.stdout + done.stderr
    told = {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
    assert told["files"] > 20
    assert 0 < told["before"] < told["most"]
    assert min(told["counting"], told["merging"], told["megabytes"]) > 0


@pytest.mark.xdist_group("bench")
def test_the_law_is_proven_from_the_command_line() -> None:
    done = bench("--prove", "6", "--seed", "3")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 bước" in done.stdout


def test_a_peer_that_nobody_knows_is_refused() -> None:
    done = bench("--against", "hugo,xyz")
    assert done.returncode == 2
    assert "xyz" in done.stderr


def test_the_projects_own_texts_make_as_many_different_articles_as_are_asked_for() -> None:
    articles = own_corpus(ROOT / "docs", seed=5)[:200]
    assert len({article.id for article in articles}) == 200
    assert len({article.body for article in articles}) == 200
    assert articles == own_corpus(ROOT / "docs", seed=5)[:200]
    assert articles != own_corpus(ROOT / "docs", seed=6)[:200]


def test_beyond_a_corpus_articles_are_made_of_its_sentences_under_titles_of_their_own() -> None:
    corpus = own_corpus(ROOT / "docs", seed=5)[:60]
    articles = list(islice(endless(corpus), 400))
    assert articles[:60] == corpus
    assert articles == list(islice(endless(corpus), 400))
    assert len({article.id for article in articles}) == len({article.title for article in articles}) == 400
    known = " ".join(" ".join(article.body.split()) for article in corpus)
    for article in articles[60:]:
        assert all(paragraph in known for paragraph in article.body.split("\n\n"))
        assert article.section in {one.section for one in corpus}


def test_the_exponent_of_a_linear_growth_is_one() -> None:
    rows = [Row(COLD, size, (Cost(wall=1.0, cpu=size / 100, memory=1.0),)) for size in (2000, 20000)]
    assert growth_exponent(rows) == pytest.approx(1.0)
    assert growth_exponent(rows[:1]) is None
