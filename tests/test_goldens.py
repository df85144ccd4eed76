"""Whole small sites against what they gave when somebody last looked: our own output, without the theme around it.

After a change that is meant, look at the differences, then bless them with the command the failing test prints.
"""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from conftest import NOW, ROOT, article_text

from newsroom.dates import parse_moment
from newsroom.proof import proofread
from newsroom.render.articles import article_blocks
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.render.leaf import Leaf
from newsroom.render.tables import tables_of
from newsroom.render.whole import page_plans
from newsroom.settings import read_settings
from newsroom.sheets import file_plans

SEARCH_INDEX: Final = "tep/tim-kiem/muc-luc/"
"""Packed, and named by a digest of the code: tests/test_search_index.py reads it."""
SITES: Final = Path(__file__).resolve().parent / "sites"
BLESS: Final = "NEWSROOM_BLESS"
COMMAND: Final = f"{BLESS}=1 python3 scripts/test.py tests/test_goldens.py"
GENERATED: Final = 45
MOST_LINES: Final = 60


def write_tiny_articles(docs: Path) -> None:
    """Enough articles for an older page, over few days, so that the archive stays small."""
    for number in range(1, GENERATED + 1):
        text = article_text(
            f"Bài nhỏ số {number:02d} của trang thử",
            date=f"2026-01-{5 + number // 10:02d} {8 + number % 10:02d}:00",
            authors=f"[{{name: Người Viết {'Một' if number % 2 else 'Hai'}}}]",
            branches="[chi-bo-thon-mau]" if number % 2 else "",
            section="thong-bao" if number % 15 == 0 else "tin-chung",
            body=f"Nội dung bài số {number:02d}.\n",
        )
        (docs / f"tin-tuc/2026/01/bai-nho-{number:02d}.md").write_text(text, encoding="utf-8")


def edition_of(case: str, docs: Path) -> Edition:
    """The edition as the hooks make it."""
    settings = read_settings(SITES / case / "mkdocs.yml")
    proof = proofread(docs, settings, parse_moment(NOW))
    assert [str(problem) for problem in proof.problems if not problem.code.is_warning] == []
    return Edition(
        proof.library,
        proof.citations,
        proof.names,
        proof.entries,
        proof.ledger,
        make_environment(ROOT / "overrides/newsroom"),
        proof.attachments,
    )


def outputs_of(edition: Edition) -> dict[str, str]:
    """Everything we draw or tell, by the path of its golden."""
    tables = tables_of(edition)
    others = list(page_plans(edition, tables))
    plans = [*others, *(plan for block in article_blocks(edition) for plan in block.plans())]
    pages = {f"trang/{plan.path}": _shown(plan.draw()) for plan in plans}
    drawn = {f"tep/{plan.path}": plan.draw() for plan in file_plans(edition, tables, [plan.url for plan in others])}
    files = {path: text for path, text in drawn.items() if isinstance(text, str) and not path.startswith(SEARCH_INDEX)}
    return {**pages, **files}


def _shown(leaf: Leaf) -> str:
    return f"<!-- {leaf.title} | {leaf.place} -->\n{leaf.head.strip()}\n<!-- body -->\n{leaf.body.strip()}\n"


def read_goldens(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes().decode() for file in files}


def bless(folder: Path, made: Mapping[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


def differences(kept: Mapping[str, str], made: Mapping[str, str]) -> str:
    """What a person needs to see: which outputs came, went or changed, the first changes, and how to bless them."""
    changed = sorted(path for path in kept.keys() & made.keys() if kept[path] != made[path])
    lines = [
        line
        for path in changed
        for line in difflib.unified_diff(kept[path].splitlines(), made[path].splitlines(), path, path, lineterm="", n=1)
    ]
    told = [
        f"new: {sorted(made.keys() - kept.keys())}",
        f"gone: {sorted(kept.keys() - made.keys())}",
        f"changed: {changed}",
        *lines[:MOST_LINES],
        f"If this is meant: {COMMAND}",
    ]
    return "\n".join(told)


def make_outputs(case: str, docs: Path) -> dict[str, str]:
    shutil.copytree(SITES / case / "docs", docs)
    if case == "news":
        write_tiny_articles(docs)
    return outputs_of(edition_of(case, docs))


@pytest.mark.parametrize("case", sorted(folder.name for folder in SITES.iterdir()))
def test_a_site_gives_what_it_gave(case: str, tmp_path: Path) -> None:
    made = make_outputs(case, tmp_path / "docs")
    expected = SITES / case / "expected"
    if os.environ.get(BLESS):
        bless(expected, made)
    kept = read_goldens(expected)
    as_it_was = kept == made
    assert as_it_was, differences(kept, made)


def test_the_cases_hold_what_they_are_for(tmp_path: Path) -> None:
    news, branches, empty = (make_outputs(case, tmp_path / case) for case in ("news", "branches", "empty"))
    assert "trang/chuyen-muc/tin-chung/trang/1/index.html" in news
    assert "trang/chi-bo/chi-bo-thon-mau/trang/1/index.html" not in news
    assert "tep/tin-cu/123.html" in news
    assert "nr-succession" in branches["trang/chi-bo/chi-bo-thon-cu/index.html"]
    assert "nr-chart" in branches["trang/chi-bo/chi-bo-thon-moi/index.html"]
    assert "nr-now" in branches["trang/tin-tuc/2026/01/bai-ve-chi-bo/index.html"]
    assert "nr-succession" in branches["trang/don-vi/xa-mau/index.html"]
    assert "nr-chart__frame" in branches["trang/chuong-trinh/dan-van-kheo/index.html"]
    assert "trang/nhan-su/nguoi-bi-thu/index.html" in branches
    assert "tep/du-lieu/so-lieu-ho-so.csv" in branches
    assert not [path for path in empty if "tin-tuc" in path]
    assert "Chưa có bài nào." in empty["trang/index.html"]


def test_a_failing_golden_says_what_changed_and_how_to_bless_it() -> None:
    told = differences({"a": "x\n", "b": "cũ\n"}, {"b": "mới\n", "c": "y\n"})
    assert told.splitlines() == [
        "new: ['c']",
        "gone: ['a']",
        "changed: ['b']",
        "--- b",
        "+++ b",
        "@@ -1 +1 @@",
        "-cũ",
        "+mới",
        "If this is meant: NEWSROOM_BLESS=1 python3 scripts/test.py tests/test_goldens.py",
    ]
