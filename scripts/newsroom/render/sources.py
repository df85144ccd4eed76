"""Sources: where the figures of a document come from, with a link to each source that has one."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.addresses import base_of
from newsroom.library import Library, Other
from newsroom.provenance import SourceEntry
from newsroom.targets import resolve


def source_links(library: Library, document: Other, entries: Iterable[SourceEntry]) -> dict[str, str]:
    """The link of each source by its id; "" where there is none."""
    return {entry.id: entry.url or article_link(library, document, entry.article, document.url) for entry in entries}


def article_link(library: Library, document: Other, file: str, page: str) -> str:
    """The way from the page at an address to the page of a file that a document points to; "" where there is none."""
    url = library.addresses.get(resolve(document.source_file.uri, file), "") if file else ""
    return base_of(page) + url if url else ""
