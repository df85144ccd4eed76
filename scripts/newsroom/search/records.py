"""Records: what search knows of a document – its fields by weight, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsroom.branch import Branch
from newsroom.card import Card
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.render.edition import Edition

ARTICLE: Final = "bai"
PROFILE: Final = "ho-so"
PAGE: Final = "trang"
DOCUMENT: Final = "van-ban"
_LONGEST_EXCERPT: Final = 160


class Fields(NamedTuple):
    """The texts of a document: `names` are persons, places, tags, document numbers, captions."""

    title: str
    lead: str
    names: tuple[str, ...]
    body: str


class Record(NamedTuple):
    """A document as the index sees it. `day` is ISO or ""; `drawn` a digest of all that `fields` are read from."""

    url: str
    title: str
    kind: str
    section: str
    day: str
    excerpt: str
    drawn: bytes
    fields: Callable[[], Fields]


def article_record(edition: Edition, card: Card) -> Record:
    """The record of an article."""

    def fields() -> Fields:
        article, body = edition.article(card)
        names = (*article.tags, *article.documents, *article.people, *article.places, *card.authors)
        return Fields(card.full_title, card.lead, (*names, article.subtitle, article.caption, card.alt), body.text)

    excerpt = shorten(card.lead)
    return Record(card.url, card.full_title, ARTICLE, card.section, card.day, excerpt, edition.drawn(card), fields)


def branch_record(edition: Edition, branch: Branch) -> Record:
    """The record of a profile."""

    def fields() -> Fields:
        names = [*branch.also_known_as, *(member.name for member in branch.committee)]
        if branch.place:
            names += [branch.place.name, branch.place.now]
        for block in (branch.indicators, branch.models, branch.funds):
            names += [item.name for item in block]
        text = edition.body(branch.source_file.uri).text
        return Fields(branch.name, branch.summary, tuple(names), text)

    excerpt = shorten(branch.summary)
    return Record(branch.url, branch.name, PROFILE, "", "", excerpt, edition.drawn(branch), fields)


def document_record(edition: Edition, document: OfficialDocument) -> Record:
    """The record of an official document: found by its number, its other names, its issuer and in words."""

    def fields() -> Fields:
        signer = [document.signer.name] if document.signer else []
        names = (document.short_name, *document.also_known_as, document.issuer, *document.fields, *signer)
        text = edition.body(document.source_file.uri).text
        return Fields(document.full_name, document.summary, names, text)

    excerpt = shorten(f"{document.issuer}. {document.summary}")
    return Record(document.url, document.full_name, DOCUMENT, "", "", excerpt, edition.drawn(document), fields)


def page_record(edition: Edition, page: Page) -> Record:
    """The record of a documentation page."""

    def fields() -> Fields:
        return Fields(page.title, page.description, (), edition.body(page.source_file.uri).text)

    return Record(page.url, page.title, PAGE, "", "", shorten(page.description), edition.drawn(page), fields)


def shorten(text: str) -> str:
    """At most so much that a chunk of cards stays small, cut between words."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST_EXCERPT:
        return text
    return text[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"
