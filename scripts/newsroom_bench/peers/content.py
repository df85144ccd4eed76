"""Writes a peer's folder: its skeleton and the articles, at the same addresses for every peer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from newsroom_bench.corpus import CorpusArticle, slug_of

_SKELETONS: Final = Path(__file__).resolve().parent / "skeletons"


def copy_skeleton(name: str, folder: Path) -> None:
    """Empty the folder, then copy the settings and templates of a peer into it."""
    shutil.rmtree(folder, ignore_errors=True)
    add_skeleton(name, folder)


def add_skeleton(name: str, folder: Path) -> None:
    """Copy settings and templates over those that stand in the folder."""
    shutil.copytree(_SKELETONS / name, folder, dirs_exist_ok=True)


def write_articles(content: Path, articles: Iterable[CorpusArticle], text: Callable[[CorpusArticle, str], str]) -> None:
    """Write `content/tin-tuc/YYYY/MM/<slug>.md` of each article as `text` (article, slug) tells it."""
    for article in articles:
        year, month, _ = article.date.split("-")
        slug = slug_of(article)
        folder = content / "tin-tuc" / year / month
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{slug}.md").write_text(text(article, slug), encoding="utf-8")


def author_of(article: CorpusArticle) -> str:
    """On one line; as in `newsroom_bench.layout`, an article without an author says so."""
    return one_line(article.author) or "Không rõ"


def quoted(text: str) -> str:
    """As a YAML scalar on one line."""
    return json.dumps(text, ensure_ascii=False)


def one_line(text: str) -> str:
    """With single blanks for all white space, as a MultiMarkdown field or a Markdown paragraph needs it."""
    return " ".join(text.split())
