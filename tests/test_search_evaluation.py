"""The search's evaluation asks a real browser: ranks, bytes and times of a slow line are those of the site it is given."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from newsroom_bench.evaluation import evaluate
from newsroom_bench.search_queries import Query

FOUND = Query("title", "Tự soi phong trào dân vận khéo", ("yeu",))
LACKING = Query("phrase", "xqzwj kjxqz", ("yeu",))


def test_the_evaluation_tells_what_a_visit_costs_and_whether_it_finds(shipped_site: Path, browser: Browser) -> None:
    page = next(shipped_site.glob("tin-tuc/2021/*/tu-soi-phong-trao-*/index.html")).parent
    addresses = {"yeu": f"{page.relative_to(shipped_site).as_posix()}/"}
    figures = evaluate(shipped_site, [FOUND, LACKING], addresses, browser)
    assert figures["MRR@10, title"] == 1
    assert figures["MRR@10, phrase"] == 0
    assert figures["MRR@10, all"] == 0.5
    for told in ("first query, median kB", "first query, median requests"):
        assert figures[told] == figures[f"slow line, {told}"] > 0
    assert figures["slow line, first query, median ms"] > max(800, figures["first query, median ms"])
    assert figures["warm, processor slowed 4 times, median ms"] > 0
