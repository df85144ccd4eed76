"""The press: every generated page and file below the site's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from newsroom.addresses import file_of
from newsroom.feeds import feed_files
from newsroom.pictures import write_renditions
from newsroom.redirects import redirect_files
from newsroom.render.edition import Edition
from newsroom.render.leaf import GeneratedFile, Leaf
from newsroom.render.shell import Shell
from newsroom.render.whole import all_leaves
from newsroom.search_index import search_index_file
from newsroom.sitemap import robots_file, sitemap_files

ShellFor = Callable[[Leaf], Shell]


def write_site(edition: Edition, shell_for: ShellFor, site: Path, cache: Path, jobs: int) -> int:
    """Write pages, feeds, maps, redirects, the index and the pictures; the number of pages written."""
    urls: list[str] = []
    for leaf in all_leaves(edition):
        _write(site / file_of(leaf.url), shell_for(leaf).fill(leaf))
        urls.append(leaf.url)
    for file in _other_files(edition, urls):
        _write(site / file.path, file.content)
    write_renditions(edition.pictures, edition.library.docs, site, cache / "pictures", jobs)
    return len(urls)


def _other_files(edition: Edition, urls: list[str]) -> Iterator[GeneratedFile]:
    yield from feed_files(edition)
    yield from sitemap_files(edition, urls)
    yield from redirect_files(edition.library)
    yield robots_file(edition.library.settings)
    yield search_index_file(edition)


def _write(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8", newline="\n")
