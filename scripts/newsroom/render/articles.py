"""Article pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from newsroom.addresses import ARTICLES, FEED, author_url, section_url
from newsroom.card import Card
from newsroom.digests import digest, together
from newsroom.library import Library
from newsroom.listings import surroundings
from newsroom.mentions import parse_citation
from newsroom.particulars import Particulars
from newsroom.related import SAME_SECTION, same_section
from newsroom.render.edition import Edition
from newsroom.render.glosses import add_glosses
from newsroom.render.head import Head, Json, crumbs_data, publisher_data
from newsroom.render.leaf import Leaf
from newsroom.render.naming import naming_of
from newsroom.render.official_documents import reference
from newsroom.render.plan import PagePlan
from newsroom.vietnamese import format_moment, slugify

_TEMPLATE: Final = "article.html"
_BLOCK: Final = 256
"""Articles of a block: so many are planned again when one of them changes."""


class ArticleBlock(NamedTuple):
    """Articles of a section that follow one another. While `inputs`, place and template stay, so do their pages.

    `name` begins with the folder that holds them all.
    """

    name: str
    place: str
    template: str
    inputs: bytes
    size: int
    plans: Callable[[], Iterator[PagePlan]]


@dataclass(frozen=True)
class _Section:
    """The articles of a section, newest first; `named` are digests of what those articles say that name or cite anything."""

    edition: Edition
    slug: str
    cards: tuple[Card, ...]
    named: Mapping[str, bytes]

    @property
    def place(self) -> str:
        return section_url(self.slug)

    @cached_property
    def digests(self) -> list[bytes]:
        return [card.digest for card in self.cards]

    def blocks(self) -> Iterator[ArticleBlock]:
        """Blocks from the oldest article on: a new one changes the last."""
        for number, end in enumerate(range(len(self.cards), 0, -_BLOCK)):
            span = range(max(0, end - _BLOCK), end)
            inputs, plans = self._inputs(span), partial(self._plans, span)
            name = f"{ARTICLES}{self.slug}/{number}"
            yield ArticleBlock(name, self.place, _TEMPLATE, inputs, len(span), plans)

    def _inputs(self, span: range) -> bytes:
        """A digest of all that decides `_plans`: the articles, those within reach of them, and what is told of each."""
        start = max(0, span.start - SAME_SECTION)
        within = self.digests[start : span.stop + SAME_SECTION]
        shape = repr((span.start - start, len(span), len(within))).encode()
        drawn = self.edition.drawn_articles
        uris = [card.uri for card in self.cards[span.start : span.stop]]
        told = [number.to_bytes(2, "big") + self.named[uri] for number, uri in enumerate(uris) if uri in self.named]
        return together([shape, *within, *[drawn[uri] for uri in uris], *told])

    def _plans(self, span: range) -> Iterator[PagePlan]:
        """The page of every article: drawn from itself, the articles around it, and what it names."""
        for number in span:
            card = self.cards[number]
            around = self.digests[surroundings(len(self.cards), number, SAME_SECTION)]
            inputs = together((self.edition.drawn_articles[card.uri], self.named.get(card.uri, b""), *around))
            yield PagePlan(card.url, self.place, inputs, partial(_leaf, self.edition, card), _TEMPLATE)


def article_blocks(edition: Edition) -> Iterator[ArticleBlock]:
    """The pages of all articles, section by section."""
    speaking = edition.names.naming | edition.citations.told.keys()
    telling = [card for card in edition.library.cards if card.uri in speaking]
    named = {card.uri: told for card in telling if (told := _named(edition, card))}
    for slug, cards in edition.library.by_section.items():
        yield from _Section(edition, slug, cards, named).blocks()


def _named(edition: Edition, card: Card) -> bytes:
    """A digest of what the page says of all that the article names and cites, and of what is tied to it by that."""
    naming = naming_of(edition.names, card)
    cited = edition.citations.known_by(card.uri)
    related = [(other.digest, shared) for other, shared in edition.bonds.related(card)]
    return digest(related, cited, naming) if related or cited or any(naming) else b""


def _leaf(edition: Edition, card: Card) -> Leaf:
    library, naming = edition.library, naming_of(edition.names, card)
    article, body = edition.article(card)
    cited = edition.citations.of(card.uri)
    related = edition.bonds.related(card)
    shown = [other for other, _ in related]
    around = library.neighbours(card)
    return edition.leaf(
        _TEMPLATE,
        _head(edition, article, card),
        section_url(card.section),
        article=article,
        card=card,
        naming=naming,
        body=edition.named(card, add_glosses(edition.linked(card.uri, Markup(body.html), card.url), naming.glosses)),
        lead=edition.linked(card.uri, escape(card.lead), card.url),
        cited=cited,
        uncited=_unregistered(edition, card, article),
        moment=dt.datetime.fromisoformat(card.date),
        older=around.older,
        newer=around.newer,
        related=related,
        same_section=[other for other in same_section(library, card) if other not in shown],
        address=library.settings.absolute(card.url),
        citation=_citation(library, card),
        minutes=max(1, round((body.text.count(" ") + 1) / 200)),
    )


def _unregistered(edition: Edition, card: Card, article: Particulars) -> list[str]:
    """Documents that the front matter names and the register does not know."""
    findings = edition.citations.findings(card.uri)
    return [told for told in article.documents if not (of := findings.get(parse_citation(told))) or not of.document]


def _citation(library: Library, card: Card) -> str:
    settings = library.settings
    moment = format_moment(dt.datetime.fromisoformat(card.date))
    authors = ", ".join(dict.fromkeys(card.authors))
    return f"{authors}, “{card.full_title}”, {settings.name}, {moment}, {settings.absolute(card.url)}"


def _head(edition: Edition, article: Particulars, card: Card) -> Head:
    settings = edition.library.settings
    section = edition.section_name(card.section)
    crumbs = [(settings.name, ""), (section, section_url(card.section)), (card.full_title, card.url)]
    return Head(
        url=card.url,
        title=card.full_title,
        description=card.lead,
        picture=card.picture,
        alt=card.alt,
        kind="article",
        published=card.date,
        modified=card.changed,
        section=section,
        feed=f"{section_url(card.section)}{FEED}",
        feed_title=section,
        data=(_news_article(edition, article, card), crumbs_data(settings, crumbs)),
    )


def _news_article(edition: Edition, article: Particulars, card: Card) -> Json:
    settings = edition.library.settings
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": card.full_title[:110],
        "description": card.lead,
        "datePublished": card.date,
        "dateModified": card.changed,
        "inLanguage": "vi",
        "articleSection": edition.section_name(card.section),
        "mainEntityOfPage": settings.absolute(card.url),
        "author": [_author(name, settings.absolute(author_url(slugify(name)))) for name in dict.fromkeys(card.authors)],
        "publisher": publisher_data(settings),
    }
    if card.picture:
        data["image"] = [settings.absolute(card.picture.social)]
    if article.tags:
        data["keywords"] = article.tags
    if article.source and article.source.url:
        data["isBasedOn"] = article.source.url
    if cited := edition.citations.of(card.uri):
        data["citation"] = [reference(edition, document) for document in cited]
    if article.corrections:
        data["correction"] = [
            {"@type": "CorrectionComment", "datePublished": day, "text": text} for day, text in article.corrections
        ]
    return data


def _author(name: str, url: str) -> Json:
    kind = "Organization" if name.casefold().startswith(("nhóm ", "ban ", "tổ ")) else "Person"
    return {"@type": kind, "name": name, "url": url}
