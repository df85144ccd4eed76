"""Cards: what other pages may know of a document. Nothing of a body is on a card, so a change of body touches one page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsroom.article import Article
from newsroom.library import Library, resolve
from newsroom.pictures import Picture, inspect


@dataclass(frozen=True, slots=True)
class Card:
    """An article as lists and feeds show it."""

    url: str
    title: str
    kicker: str
    lead: str
    date: dt.datetime
    updated: dt.datetime | None
    section: str
    section_name: str
    authors: tuple[str, ...]
    picture: Picture | None
    alt: str

    @property
    def changed(self) -> dt.datetime:
        """When it was last changed, as far as its front matter tells."""
        return self.updated or self.date

    @property
    def full_title(self) -> str:
        """Kicker and title in one line."""
        return f"{self.kicker}: {self.title}" if self.kicker else self.title


def card_of(article: Article, library: Library) -> Card:
    """The card of an article."""
    section = library.settings.section(article.section)
    return Card(
        url=article.url,
        title=article.title,
        kicker=article.kicker,
        lead=article.lead,
        date=article.date,
        updated=article.updated,
        section=article.section,
        section_name=section.name if section else article.section,
        authors=tuple(author.name for author in article.authors),
        picture=lead_picture(article, library),
        alt=article.image.alt if article.image else "",
    )


def lead_picture(article: Article, library: Library) -> Picture | None:
    """The picture at the head of an article."""
    if not article.image:
        return None
    return inspect(library.docs, resolve(article.source_file.uri, article.image.file))
