"""Documentation pages: the theme draws its menu and their table of contents beside them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import partial

from newsroom.digests import digest
from newsroom.page import Page
from newsroom.render.edition import Edition
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan


def document_plans(edition: Edition) -> Iterator[PagePlan]:
    """The page of each document; it is its own menu entry."""
    for page in edition.library.pages:
        inputs = digest(edition.drawn(page), _above(edition, page), edition.citations.known_by(page.source_file.uri))
        yield PagePlan(page.url, page.url, inputs, partial(_leaf, edition, page), has_contents=True)


def _above(edition: Edition, page: Page) -> list[tuple[str, str]]:
    """(title, address) of the page that the folder of a page opens with; none for that page itself."""
    folder = page.url.rstrip("/").rpartition("/")[0]
    return [(other.title, other.url) for other in edition.library.pages if folder and other.url == f"{folder}/"]


def _leaf(edition: Edition, page: Page) -> Leaf:
    settings = edition.library.settings
    body = edition.body(page.source_file.uri)
    above = _above(edition, page)
    head = Head(
        url=page.url,
        title=page.title,
        description=page.description,
        data=(crumbs_data(settings, [(settings.name, ""), *above, (page.title, page.url)]),),
    )
    html = edition.linked_body(page.source_file.uri, page.url)
    trail = [*above, (page.title, "")]
    leaf = edition.leaf(
        "document.html", head, page.url, trail=trail, headings=body.headings, body=html, updated=page.updated
    )
    return dataclasses.replace(leaf, contents=body.headings)
