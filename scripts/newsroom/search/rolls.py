"""Rolls: everything that search knows, in the order of the index – articles by their digests alone, all else by its records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.render.edition import Edition
from newsroom.search.lists import list_records
from newsroom.search.records import (
    Record,
    article_drawn,
    article_record,
    branch_record,
    document_record,
    page_record,
    person_record,
    programme_record,
    unit_record,
)
from newsroom.search.segments import Roll

_HANDBOOK: Final = "huong-dan/"


def article_roll(edition: Edition) -> Roll:
    """Every public article, from the oldest on."""
    cards = edition.library.cards[::-1]
    naming, drawn = edition.names.naming, edition.drawn_articles
    told = [article_drawn(edition, card) if card.uri in naming else drawn[card.uri] for card in cards]
    return Roll([card.date[:4] for card in cards], told, lambda place: article_record(edition, cards[place]))


def guide_records(edition: Edition) -> Iterator[Record]:
    """Pages of the handbook, which are written for editors."""
    return (page_record(edition, page) for page in edition.library.pages if page.url.startswith(_HANDBOOK))


def other_records(edition: Edition) -> Iterator[Record]:
    """Profiles, documents, programmes, units, people, lists, pages."""
    library = edition.library
    entities = library.entities
    yield from (branch_record(edition, branch) for branch in library.branches)
    yield from (document_record(edition, document) for document in library.register.documents)
    yield from (programme_record(edition, programme) for programme in entities.programmes)
    yield from (unit_record(edition, unit) for unit in entities.lineage.units)
    yield from (person_record(person) for person in entities.roster.people)
    yield from list_records(library)
    yield from (page_record(edition, page) for page in library.pages if not page.url.startswith(_HANDBOOK))
