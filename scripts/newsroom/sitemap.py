"""Maps for search engines: an index over one map a month and one for everything else, with true dates of change."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

from newsroom.library import Library
from newsroom.render.edition import Edition
from newsroom.render.leaf import GeneratedFile
from newsroom.render.single_pages import NOT_FOUND, SEARCH
from newsroom.settings import Settings

_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNLISTED: Final = frozenset((SEARCH, NOT_FOUND))

Entry = tuple[str, str]
"""An address below the root and when it last changed ("" when nobody knows)."""


def sitemap_files(edition: Edition, other_pages: Iterable[str]) -> Iterator[GeneratedFile]:
    """The maps and their index; `other_pages` are the generated pages that are no articles."""
    settings = edition.library.settings
    maps: dict[str, list[Entry]] = {"trang": sorted(_pages(edition.library, other_pages))}
    months: defaultdict[str, list[Entry]] = defaultdict(list)
    for card in edition.cards.values():
        months[f"{card.date.year:04d}-{card.date.month:02d}"].append((card.url, card.changed.isoformat()))
    maps.update((month, sorted(entries)) for month, entries in sorted(months.items()))
    for name, entries in maps.items():
        yield GeneratedFile(f"sitemap/{name}.xml", _xml("urlset", "url", settings, entries))
    index = [
        (f"sitemap/{name}.xml", max((changed for _, changed in entries), default="")) for name, entries in maps.items()
    ]
    yield GeneratedFile("sitemap.xml", _xml("sitemapindex", "sitemap", settings, index))


def robots_file(settings: Settings) -> GeneratedFile:
    """robots.txt: everything may be read; here is the map."""
    return GeneratedFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.absolute('sitemap.xml')}\n")


def _pages(library: Library, other_pages: Iterable[str]) -> Iterator[Entry]:
    updated: dict[str, dt.date] = {page.url: page.updated for page in library.pages if page.updated}
    articles = {article.url for article in library.articles}
    for url in {*other_pages, *(page.url for page in library.pages)} - articles - _UNLISTED:
        changed = updated.get(url)
        yield url, changed.isoformat() if changed else ""


def _xml(root: str, item: str, settings: Settings, entries: Iterable[Entry]) -> str:
    rows = (_row(item, settings.absolute(url), changed) for url, changed in entries)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{_SPACE}">\n{"".join(rows)}</{root}>\n'


def _row(item: str, address: str, changed: str) -> str:
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{item}><loc>{escape(address)}</loc>{date}</{item}>\n"
