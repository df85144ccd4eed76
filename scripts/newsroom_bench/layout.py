"""Lays out a copy of the project with a large archive made from a corpus of articles."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from newsroom.circumstances import Circumstances
from newsroom.problem import Severity
from newsroom.proof import proofread
from newsroom.settings import read_settings
from newsroom_bench.corpus import CorpusArticle, slug_of
from newsroom_bench.recombination import endless

_COPIED: Final = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt", "requirements-dev.txt")
_SPARE: Final = 20
"""One in so many articles more than are wanted is looked at, and as many besides: some are refused."""


def lay_out(root: Path, folder: Path, corpus: Sequence[CorpusArticle], count: int) -> list[CorpusArticle]:
    """Write `folder/project` (the project with `count` more articles) and `folder/map.tsv` (article id, address).

    What the project's own gate refuses (personal data in the news, letters of another script) is left out. Beyond the
    corpus' size others are made of its sentences. Returns those written.
    """
    project = _copy(root, folder, corpus)
    laid = _admitted(project, corpus[: _enough(count)])[:count]
    if missing := count - len(laid):
        laid += _admitted(project, list(islice(endless(laid), len(laid), len(laid) + _enough(missing))))[:missing]
    rows = [f"{article.id}\t/{_write(project / 'docs', article)}\n" for article in laid]
    (folder / "map.tsv").write_text("".join(rows), encoding="utf-8")
    return laid


def lay_out_unseen(root: Path, folder: Path, corpus: Sequence[CorpusArticle]) -> list[str]:
    """Write `folder/project` with every article of the corpus, whether its gate takes it or not; their addresses."""
    project = _copy(root, folder, corpus)
    return [_write(project / "docs", article) for article in corpus]


def _copy(root: Path, folder: Path, corpus: Sequence[CorpusArticle]) -> Path:
    """A copy of the project that knows the sections of the corpus."""
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    for name in _COPIED:
        source = root / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, project / name)
    _add_sections(project / "mkdocs.yml", {article.section for article in corpus})
    return project


def _enough(count: int) -> int:
    return count + count // _SPARE + _SPARE


def _admitted(project: Path, corpus: Sequence[CorpusArticle]) -> list[CorpusArticle]:
    """The articles that a build of the project would take."""
    docs = project / "docs"
    written = [docs / f"{_write(docs, article).strip('/')}.md" for article in corpus]
    proof = proofread(docs, read_settings(project / "mkdocs.yml"), Circumstances.from_environment().now)
    refused = {problem.path for problem in proof.problems if problem.severity is Severity.ERROR}
    for file in written:
        file.unlink()
    return [
        article
        for article, file in zip(corpus, written, strict=True)
        if file.relative_to(project).as_posix() not in refused
    ]


def _add_sections(config: Path, wanted: set[str]) -> None:
    text = config.read_text(encoding="utf-8")
    known = set(re.findall(r"- slug: ([a-z0-9-]+)", text))
    more = "".join(f"\n      - slug: {slug}\n        name: Mục {slug}" for slug in sorted(wanted - known))
    config.write_text(text.rstrip() + more + "\n", encoding="utf-8")


def _write(docs: Path, article: CorpusArticle) -> str:
    year, month, _ = article.date.split("-")
    slug = slug_of(article)
    folder = docs / "tin-tuc" / year / month
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{slug}.md").write_text(_text(article), encoding="utf-8")
    return f"tin-tuc/{year}/{month}/{slug}/"


def _text(article: CorpusArticle) -> str:
    quoted = {name: json.dumps(getattr(article, name), ensure_ascii=False) for name in ("title", "lead", "author")}
    author = quoted["author"] if article.author else '"Không rõ"'
    return (
        f"---\ntitle: {quoted['title']}\ndate: {article.date}\nlead: {quoted['lead']}\n"
        f"section: {article.section}\nauthors: [{{name: {author}}}]\n---\n{article.body}\n"
    )
