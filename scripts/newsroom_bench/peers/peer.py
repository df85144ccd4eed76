"""What the benchmark asks of another generator."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from newsroom_bench.corpus import CorpusArticle


class PeerMissing(Exception):
    """A peer cannot be installed here; the text says why, for the person at the terminal."""


class Peer(Protocol):
    """A generator set up as a news site.

    It makes an article page, section pages of 20 articles each, a page a month, a front page of the latest 20, a feed
    of them and a site map. It makes no search index.
    """

    @property
    def name(self) -> str:
        """One word: "hugo"."""

    def install(self, tools: Path) -> str:
        """Put the pinned version into `tools/<name>` unless it stands there; return the version.

        Raises PeerMissing when it cannot.
        """

    def lay_out(self, folder: Path, articles: Iterable[CorpusArticle]) -> None:
        """Write settings, templates and content into `folder`, which is emptied first."""

    def command(self, tools: Path, folder: Path, site: Path) -> list[str]:
        """The whole build of a laid out `folder` into `site`, clearing what stands there. To be asked after `install`.

        All three paths are absolute, so it runs from any folder; it exits with 0 only when the site was written.
        What it prints is of no matter.
        """
