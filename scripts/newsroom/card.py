"""Cards: what other pages may know of an article. Nothing of a body is on a card, so a change of body touches one page.

Cards are plain tuples: a hundred thousand of them are read at every build.
"""

from __future__ import annotations

import marshal
from typing import Any, Final, NamedTuple

from newsroom.article import Article
from newsroom.digests import bytes_digest
from newsroom.pictures import Picture
from newsroom.vocabulary import Status

_PUBLIC: Final = frozenset(status.value for status in Status if status.is_public)
WITHOUT_REFERENCES: Final = 2
"""The marshal version whose bytes depend on nothing but the values."""


class Card(NamedTuple):
    """An article as lists, feeds and rules see it. Moments are ISO texts at +07:00, so they sort as texts."""

    uri: str
    url: str
    title: str
    kicker: str
    lead: str
    date: str
    updated: str
    section: str
    status: str
    authors: tuple[str, ...]
    branches: tuple[str, ...]
    programmes: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    namesakes: tuple[str, ...]
    aliases: tuple[str, ...]
    moved_to: str
    pinned_until: str
    picture: Picture | None
    alt: str
    digest: bytes

    @property
    def changed(self) -> str:
        """When it was last changed, as far as its front matter tells."""
        return self.updated or self.date

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.url.split("/")[-2]

    @property
    def day(self) -> str:
        """The day of publication, 2022-10-25."""
        return self.date[:10]

    @property
    def full_title(self) -> str:
        """Kicker and title in one line."""
        return f"{self.kicker}: {self.title}" if self.kicker else self.title

    def is_public(self, now: str) -> bool:
        """Whether readers may see it at `now` (ISO at +07:00): published, and its time has come."""
        return self.date <= now and self.status in _PUBLIC


def card_of(article: Article, picture: Picture | None) -> Card:
    """The card of an article; `picture` is its lead picture as found."""
    fields: tuple[Any, ...] = (
        article.source_file.uri,
        article.url,
        article.title,
        article.kicker,
        article.lead,
        article.date.isoformat(timespec="seconds"),
        article.updated.isoformat(timespec="seconds") if article.updated else "",
        article.section,
        article.status.value,
        tuple(author.name for author in article.authors),
        article.branches,
        article.programmes,
        article.people,
        article.places,
        article.namesakes,
        article.aliases,
        article.moved_to,
        article.pinned_until.isoformat() if article.pinned_until else "",
        tuple(picture) if picture else None,
        article.image.alt if article.image else "",
    )
    digest = bytes_digest(marshal.dumps(fields, WITHOUT_REFERENCES))
    return card_from_row((*fields, digest))


def card_from_row(row: tuple[Any, ...]) -> Card:
    """A card from its plain tuple."""
    card = Card._make(row)
    return card if card.picture is None else card._replace(picture=Picture._make(card.picture))


def card_to_row(card: Card) -> tuple[Any, ...]:
    """The plain tuple of a card, for `marshal`."""
    return tuple(card._replace(picture=tuple(card.picture) if card.picture else None))  # type: ignore[arg-type]
