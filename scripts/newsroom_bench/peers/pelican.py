"""Pelican: sections are categories, months its period archives, the feed its own, the site map of pelican-sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.peers.content import author_of, copy_skeleton, one_line, write_articles
from newsroom_bench.peers.installation import install_from_pypi, program

_VERSION: Final = "4.12.0"
_PACKAGES: Final = (f"pelican=={_VERSION}", "pelican-sitemap==1.2.2", "markdown==3.11.3")


class Pelican:
    name: Final = "pelican"

    def install(self, tools: Path) -> str:
        install_from_pypi(tools / self.name, _PACKAGES)
        return _VERSION

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        copy_skeleton(self.name, folder)
        write_articles(folder / "content", articles, _text)

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        # not --quiet: it would hide the errors from --fatal as well
        pelican, settings = program(tools / self.name, "pelican"), folder / "pelicanconf.py"
        return [str(pelican), "--fatal=errors", "--settings", str(settings), "--output", str(site)]


def _text(article: CorpusArticle, slug: str) -> str:
    return (
        f"Title: {one_line(article.title)}\nDate: {article.date}\nSlug: {slug}\nCategory: {article.section}\n"
        f"Author: {author_of(article)}\nSummary: {one_line(article.lead)}\n\n{article.body}\n"
    )
