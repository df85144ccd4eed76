"""The front page: the lead story, the latest, the notices, a block for each section, the branches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newsroom.article import Article
from newsroom.library import Library
from newsroom.render.cards import Card
from newsroom.render.edition import HOME, Edition
from newsroom.render.head import Head, publisher_data
from newsroom.render.leaf import Leaf
from newsroom.settings import Section

_LATEST: Final = 6
_BLOCK: Final = 4
_NOTICES: Final = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A section with its newest articles."""

    section: Section
    cards: tuple[Card, ...]


def front_page_leaf(edition: Edition) -> Leaf:
    """The front page."""
    library = edition.library
    settings = library.settings
    news = [article for article in library.articles if article.section != settings.notice_section]
    lead = next((article for article in news if article.image), None)
    latest = tuple(article for article in news if article is not lead)[:_LATEST]
    head = Head(
        url="",
        title=settings.name,
        description=settings.description,
        feed="rss.xml",
        feed_title=settings.name,
        data=(
            {
                "@context": "https://schema.org",
                "@type": "WebSite",
                "name": settings.name,
                "url": settings.url,
                "inLanguage": "vi",
                "publisher": publisher_data(settings),
            },
        ),
    )
    return edition.leaf(
        "front_page.html",
        head,
        HOME,
        lead=edition.cards[lead.url] if lead else None,
        latest=edition.cards_of(latest),
        notices=edition.cards_of(_notices(library)),
        blocks=_blocks(edition),
        branches=library.branches,
    )


def _notices(library: Library) -> tuple[Article, ...]:
    """Pinned notices first, then the newest of the notice section."""
    newest = library.by_section.get(library.settings.notice_section, ())
    return tuple(dict.fromkeys((*library.pinned(), *newest)))[:_NOTICES]


def _blocks(edition: Edition) -> list[Block]:
    library = edition.library
    return [
        Block(section, edition.cards_of(library.by_section[section.slug][:_BLOCK]))
        for section in library.settings.sections
        if section.slug in library.by_section and section.slug != library.settings.notice_section
    ]
