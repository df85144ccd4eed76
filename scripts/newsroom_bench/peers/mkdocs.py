"""MkDocs with Material and its blog plugin: sections are categories, months the archive, the site map MkDocs' own.

It makes no feed: no plugin of the two packages has one. Two things it does beyond the others, as neither can be turned
off: its front page is paged through all articles, and an article shows Material's whole frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.peers.content import author_of, copy_skeleton, one_line, quoted, write_articles
from newsroom_bench.peers.installation import install_from_pypi, program

_VERSION: Final = "1.6.1"
_MATERIAL: Final = "9.8.1"
_PACKAGES: Final = (f"mkdocs=={_VERSION}", f"mkdocs-material=={_MATERIAL}", "markdown==3.11.3")


class MkDocs:
    """The version told is that of MkDocs and of Material."""

    name: Final = "mkdocs"

    def install(self, tools: Path) -> str:
        install_from_pypi(tools / self.name, _PACKAGES)
        return f"{_VERSION}, Material {_MATERIAL}"

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        copy_skeleton(self.name, folder)
        write_articles(folder / "docs", articles, _text)

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        mkdocs = program(tools / self.name, "mkdocs")
        config = folder / "mkdocs.yml"
        return [str(mkdocs), "build", "--quiet", "--clean", "--config-file", str(config), "--site-dir", str(site)]


def _text(article: CorpusArticle, slug: str) -> str:
    """The lead is the excerpt that lists show: without the mark they would show the whole article."""
    return (
        f"---\ntitle: {quoted(article.title)}\ndate: {article.date}\nslug: {slug}\nauthor: {quoted(author_of(article))}\n"
        f"categories: [{article.section}]\ntemplate: article.html\n---\n"
        f"{one_line(article.lead)}\n\n<!-- more -->\n\n{article.body}\n"
    )
