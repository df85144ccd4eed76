"""Documentation pages: the theme draws its menu and their table of contents beside them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import partial

from newsroom.page import Page
from newsroom.render.edition import Edition, digest
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan


def document_plans(edition: Edition) -> Iterator[PagePlan]:
    """The page of each document; it is its own menu entry."""
    for page in edition.library.pages:
        inputs = digest(edition.drawn(page), edition.citations.known_by(page.source_file.uri))
        yield PagePlan(page.url, page.url, inputs, partial(_leaf, edition, page), has_contents=True)


def _leaf(edition: Edition, page: Page) -> Leaf:
    settings = edition.library.settings
    body = edition.body(page.source_file.uri)
    head = Head(
        url=page.url,
        title=page.title,
        description=page.description,
        data=(crumbs_data(settings, [(settings.name, ""), (page.title, page.url)]),),
    )
    html = edition.linked_body(page.source_file.uri, page.url)
    leaf = edition.leaf("document.html", head, page.url, body=html, updated=page.updated)
    return dataclasses.replace(leaf, contents=body.headings)
