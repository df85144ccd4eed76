"""Documentation pages: only their head is ours, the theme draws the rest."""

from __future__ import annotations

from newsroom.page import Page
from newsroom.render.edition import Edition
from newsroom.render.head import Head, crumbs_data


def document_head(edition: Edition, page: Page) -> str:
    """The HTML of the head of a documentation page."""
    settings = edition.library.settings
    head = Head(
        url=page.url,
        title=page.title,
        description=page.description,
        data=(crumbs_data(settings, [(settings.name, ""), (page.title, page.url)]),),
    )
    return edition.head(head)
