"""The front page: the lead story, the latest, the notices, a block for each section, the branches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from newsroom.addresses import FEED
from newsroom.card import Card
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.render.edition import HOME, Edition, cards_digest
from newsroom.render.head import Head, publisher_data
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan
from newsroom.settings import Section

_LATEST: Final = 6
_BLOCK: Final = 4
_NOTICES: Final = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A section with its newest articles."""

    section: Section
    cards: tuple[Card, ...]


def front_page_plan(edition: Edition) -> PagePlan:
    """The front page."""
    library = edition.library
    lead = next((card for card in _news(library) if card.picture), None)
    latest = tuple(islice((card for card in _news(library) if card is not lead), _LATEST))
    notices, blocks = _notices(library), _blocks(edition)
    shown = (*((lead,) if lead else ()), *latest, *notices, *(card for block in blocks for card in block.cards))
    counts = (bool(lead), len(latest), len(notices), [len(block.cards) for block in blocks])
    inputs = digest(cards_digest(shown), counts, edition.family)
    return PagePlan("", HOME, inputs, partial(_leaf, edition, lead, latest, notices, blocks))


def _news(library: Library) -> Iterator[Card]:
    """Everything but notices, newest first."""
    return (card for card in library.cards if card.section != library.settings.notice_section)


def _leaf(
    edition: Edition, lead: Card | None, latest: Sequence[Card], notices: Sequence[Card], blocks: Sequence[Block]
) -> Leaf:
    settings = edition.library.settings
    head = Head(
        url="",
        title=settings.name,
        description=settings.description,
        feed=FEED,
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
        lead=lead,
        latest=latest,
        notices=notices,
        blocks=blocks,
        branches=edition.library.branches,
    )


def _notices(library: Library) -> tuple[Card, ...]:
    """Pinned notices first, then the newest of the notice section."""
    newest = library.by_section.get(library.settings.notice_section, ())
    return tuple(dict.fromkeys((*library.pinned(), *newest)))[:_NOTICES]


def _blocks(edition: Edition) -> list[Block]:
    library = edition.library
    return [
        Block(section, library.by_section[section.slug][:_BLOCK])
        for section in library.settings.sections
        if section.slug in library.by_section and section.slug != library.settings.notice_section
    ]
