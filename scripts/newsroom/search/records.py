"""Records: what search knows of a document – its fields by weight, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from newsroom.branch import Branch
from newsroom.card import Card
from newsroom.digests import digest
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.people import Person
from newsroom.programme import Programme
from newsroom.render.edition import Edition
from newsroom.unit import Unit

ARTICLE: Final = "bai"
PROFILE: Final = "ho-so"
PROGRAMME: Final = "chuong-trinh"
UNIT: Final = "don-vi"
PERSON: Final = "nhan-su"
PAGE: Final = "trang"
DOCUMENT: Final = "van-ban"
_LONGEST_EXCERPT: Final = 140


class Fields(NamedTuple):
    """The texts of a document: `names` are persons, places, tags, captions; `titles` what it is called besides."""

    title: str
    lead: str
    names: tuple[str, ...]
    body: str
    titles: tuple[str, ...] = ()


class Record(NamedTuple):
    """A document as the index sees it. `day` is ISO or ""; `drawn` a digest of all the rest, and of what `fields` are read from."""

    url: str
    title: str
    kind: str
    section: str
    day: str
    about: str
    drawn: bytes
    fields: Callable[[], Fields]

    @property
    def excerpt(self) -> str:
        """What a result shows of `about`: so much that a chunk of cards stays small, cut between words."""
        text = " ".join(self.about.split())
        if len(text) <= _LONGEST_EXCERPT:
            return text
        return text[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"


def article_record(edition: Edition, card: Card) -> Record:
    """The record of an article: found by the names that the places it names had before and have today, too."""
    drawn, fields = article_drawn(edition, card), partial(_article_fields, edition, card)
    return Record(card.url, card.full_title, ARTICLE, card.section, card.day, card.lead, drawn, fields)


def article_drawn(edition: Edition, card: Card) -> bytes:
    """A digest of all that the fields of an article are read from."""
    known, drawn = _other_names(edition, card), edition.drawn(card)
    return digest(drawn, known) if known else drawn


def _other_names(edition: Edition, card: Card) -> tuple[str, ...]:
    """The names of other times of the units that an article names."""
    lineage = edition.library.entities.lineage
    return tuple(dict.fromkeys(name for unit in edition.names.units_of(card) for name in lineage.other_names(unit)))


def _article_fields(edition: Edition, card: Card) -> Fields:
    article, body = edition.article(card)
    known = _other_names(edition, card)
    names = (*article.tags, *article.documents, *card.people, *card.places, *known, *card.authors)
    return Fields(card.full_title, card.lead, (*names, article.subtitle, article.caption, card.alt), body.text)


def branch_record(edition: Edition, branch: Branch) -> Record:
    """The record of a profile: found by the names its place had before and has today, too."""
    lineage = edition.library.entities.lineage
    unit = lineage.by_slug.get(branch.place.unit) if branch.place else None
    known = (unit.name, *lineage.other_names(unit)) if unit else ()

    def fields() -> Fields:
        names = [*(told.name for told in branch.roles), *known]
        if branch.place:
            names += [branch.place.name, branch.place.now]
        for block in (branch.indicators, branch.models, branch.funds):
            names += [item.name for item in block]
        text = edition.body(branch.source_file.uri).text
        return Fields(branch.name, branch.summary, tuple(names), text, branch.also_known_as)

    drawn = digest(edition.drawn(branch), known)
    return Record(branch.url, branch.name, PROFILE, "", "", branch.summary, drawn, fields)


def programme_record(edition: Edition, programme: Programme) -> Record:
    """The record of a programme."""

    def fields() -> Fields:
        told = (*(target.name for target in programme.targets), *(one.name for one in programme.frameworks))
        text = edition.body(programme.source_file.uri).text
        return Fields(programme.name, programme.summary, (*programme.basis, *told), text, programme.also_known_as)

    about, drawn = programme.summary, edition.drawn(programme)
    return Record(programme.url, programme.name, PROGRAMME, "", "", about, drawn, fields)


def unit_record(edition: Edition, unit: Unit) -> Record:
    """The record of a unit: a new name finds the old one and the reverse."""
    lineage = edition.library.entities.lineage
    known, today = lineage.other_names(unit), lineage.today_phrase(unit)

    def fields() -> Fields:
        text = edition.body(unit.source_file.uri).text
        return Fields(unit.name, f"{unit.summary} {today}", (unit.code, *known), text, unit.also_known_as)

    about = f"{today[:1].upper()}{today[1:]}. {unit.summary}" if today else unit.summary
    return Record(unit.url, unit.title, UNIT, "", "", about, digest(edition.drawn(unit), known, today), fields)


def person_record(person: Person) -> Record:
    """The record of a person: the name, and the public roles."""
    roles = tuple(f"{role.title} {role.branch.name}" for role in person.roles)
    about = f"{person.latest.title}, {person.latest.branch.name} (tại thời điểm {person.latest.as_of})"

    def fields() -> Fields:
        return Fields(person.name, about, roles, "")

    return Record(person.url, person.name, PERSON, "", "", about, digest(person.url, person.name, about, roles), fields)


def document_record(edition: Edition, document: OfficialDocument) -> Record:
    """The record of an official document: found by its number, its other names, its issuer and in words."""

    def fields() -> Fields:
        signer = [document.signer.name] if document.signer else []
        names = (document.issuer, *document.fields, *signer)
        text = edition.body(document.source_file.uri).text
        titles = (document.short_name, *document.also_known_as)
        return Fields(document.full_name, document.summary, names, text, titles)

    about = f"{document.issuer}. {document.summary}"
    return Record(document.url, document.full_name, DOCUMENT, "", "", about, edition.drawn(document), fields)


def page_record(edition: Edition, page: Page) -> Record:
    """The record of a documentation page."""

    def fields() -> Fields:
        return Fields(page.title, page.description, (), edition.body(page.source_file.uri).text)

    return Record(page.url, page.title, PAGE, "", "", page.description, edition.drawn(page), fields)
