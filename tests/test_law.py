from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from newsroom_bench.builds import build_while_replaced
from newsroom_bench.changes import CHANGES
from newsroom_bench.draft import PAGE
from newsroom_bench.proving import run_proof
from newsroom_bench.small_site import PAGE_FILE, SmallSite
from newsroom_bench.walk import COMPARED_EVERY, Broken, Comparison, prove

STEPS = 64


@pytest.mark.parametrize("seed", range(8))
def test_an_incremental_build_equals_a_clean_one(seed: int, tmp_path: Path) -> None:
    steps = list(prove(tmp_path / "walk", seed, STEPS))
    compared = Counter(step.compared for step in steps)
    assert len(steps) == STEPS
    assert compared[Comparison.CLEAN] + compared[Comparison.REFERENCE] == STEPS // COMPARED_EVERY
    assert {step.change for step in steps} <= {change.__name__ for change in CHANGES}


def test_a_walk_notices_what_the_incremental_build_misses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = SmallSite.build

    def build_badly(site: SmallSite) -> None:
        build(site)
        (site.folder / "robots.txt").write_text("sai", encoding="utf-8")

    monkeypatch.setattr(SmallSite, "build", build_badly)
    with pytest.raises(Broken) as broken:
        list(prove(tmp_path / "walk", 0, COMPARED_EVERY))
    assert (broken.value.seed, broken.value.step, broken.value.files) == (0, COMPARED_EVERY, ("robots.txt",))
    assert len(broken.value.changes) == COMPARED_EVERY + 1


@pytest.mark.parametrize("in_site", [True, False])
def test_a_walk_kills_builds_on_the_way(tmp_path: Path, in_site: bool) -> None:
    site = SmallSite.create(tmp_path / "project", random.Random(0), 3)
    site.build_killed(3, in_site=in_site)
    assert site.kills == 1
    assert not (site.folder / "index.html").exists()


def test_a_walk_replaces_a_file_while_a_build_reads_it(tmp_path: Path) -> None:
    site = SmallSite.create(tmp_path / "project", random.Random(0), 3)
    page = site.root / PAGE_FILE
    build_while_replaced(site.root, site.now, page, PAGE.replace("Chữ.", "Câu khác.").encode(), 1)
    assert "Câu khác." in (site.folder / "gioi-thieu/index.html").read_text("utf-8")


def test_the_proof_tells_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_proof(2, 5) == 0
    assert "2 bước" in capsys.readouterr().out
