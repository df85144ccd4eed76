"""Eleventy: collections and pagination, Nunjucks layouts, the feed of its RSS plugin; needs Node.js and npm."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.peers.content import author_of, copy_skeleton, quoted, write_articles
from newsroom_bench.peers.installation import is_installed, record_installed, run_installer
from newsroom_bench.peers.peer import PeerMissing

_VERSION: Final = "3.1.7"
_PACKAGES: Final = (f"@11ty/eleventy@{_VERSION}", "@11ty/eleventy-plugin-rss@3.0.0", "markdown-it-footnote@4.0.0")
_PROGRAM: Final = Path(__file__).with_name("eleventy_build.mjs")


class Eleventy:
    """Built through Eleventy's programming interface, so that its plugins are found wherever the site lies."""

    name: Final = "eleventy"

    def install(self, tools: Path) -> str:
        folder = tools / self.name
        if not is_installed(folder, _PACKAGES):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            npm = [_find("npm"), "install", "--prefix", str(folder), "--save-exact", "--ignore-scripts"]
            run_installer([*npm, *_PACKAGES])
            record_installed(folder, _PACKAGES)
        shutil.copy(_PROGRAM, folder)  # beside the packages it imports
        _find("node")
        return _VERSION

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        copy_skeleton(self.name, folder)
        write_articles(folder / "content", articles, _text)

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        return [_find("node"), str(tools / self.name / _PROGRAM.name), str(folder), str(site)]


def _find(name: str) -> str:
    path = shutil.which(name)
    if not path:
        raise PeerMissing(f"máy này không có {name}")
    return path


def _text(article: CorpusArticle, _slug: str) -> str:
    return (
        f"---\ntitle: {quoted(article.title)}\ndate: {article.date}\nsummary: {quoted(article.lead)}\n"
        f"author: {quoted(author_of(article))}\nsection: {article.section}\n---\n{article.body}\n"
    )
