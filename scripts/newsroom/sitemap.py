"""Maps for search engines: an index over one map a month and one for everything else, with true dates of change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from typing import Final

from newsroom.addresses import NOT_FOUND, ROBOTS, SEARCH, SITEMAP, SITEMAPS
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.render.edition import Edition
from newsroom.render.plan import FilePlan
from newsroom.settings import Settings

_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNLISTED: Final = frozenset((SEARCH, NOT_FOUND))

Entry = tuple[str, str]
"""An address below the root and when it last changed ("" when nobody knows)."""


def sitemap_plans(edition: Edition, other_pages: Iterable[str]) -> Iterator[FilePlan]:
    """The maps and their index; `other_pages` are the generated pages that are no articles."""
    settings = edition.library.settings
    maps: dict[str, list[Entry]] = {"trang": sorted(_pages(edition.library, other_pages))}
    for month, cards in sorted(edition.library.by_month.items()):
        maps[month] = [(card.url, card.changed) for card in cards]
    for name, entries in maps.items():
        yield FilePlan(f"{SITEMAPS}{name}.xml", digest(entries), partial(_urls, settings, entries))
    index = [
        (f"{SITEMAPS}{name}.xml", max([changed for _, changed in entries], default=""))
        for name, entries in maps.items()
    ]
    yield FilePlan(SITEMAP, digest(index), partial(_xml, "sitemapindex", "sitemap", settings, index))


def robots_plan(settings: Settings) -> FilePlan:
    """robots.txt: everything may be read; here is the map."""
    text = f"User-agent: *\nAllow: /\nSitemap: {settings.absolute(SITEMAP)}\n"
    return FilePlan(ROBOTS, digest(text), lambda: text)


def _pages(library: Library, other_pages: Iterable[str]) -> Iterator[Entry]:
    updated: dict[str, dt.date] = {page.url: page.updated for page in library.pages if page.updated}
    for url in {*other_pages, *(page.url for page in library.pages)} - _UNLISTED:
        changed = updated.get(url)
        yield url, changed.isoformat() if changed else ""


def _urls(settings: Settings, entries: Iterable[Entry]) -> str:
    return _xml("urlset", "url", settings, sorted(entries))


def _xml(root: str, item: str, settings: Settings, entries: Iterable[Entry]) -> str:
    rows = (_row(item, settings.absolute(url), changed) for url, changed in entries)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{_SPACE}">\n{"".join(rows)}</{root}>\n'


def _row(item: str, address: str, changed: str) -> str:
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{item}><loc>{escape(address)}</loc>{date}</{item}>\n"
