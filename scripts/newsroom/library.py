"""The library: all valid documents of the site, and the questions pages ask about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.card import Card
from newsroom.codes import Code
from newsroom.entities import Entities, make_entities
from newsroom.grouping import group, group_by, join_groups
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.picture_book import PictureBook
from newsroom.problem import Problem
from newsroom.programme import Programme
from newsroom.register import Register
from newsroom.scan import Signature
from newsroom.settings import Settings
from newsroom.source import Source, read_source
from newsroom.unit import Unit
from newsroom.vietnamese import in_vietnam, slugify, sort_key

Other = Branch | OfficialDocument | Programme | Unit | Page
"""A document that is no article."""
Document = Article | Other
"""Whatever an editor writes under docs/."""


class Neighbours(NamedTuple):
    """The articles just before and after one in its section."""

    older: Card | None = None
    newer: Card | None = None


@dataclass(frozen=True)
class Library:
    """Documents by kind, and every file under docs/. Articles are known by their cards.

    `cards` are the public ones, newest first (ties by address); `withheld` those readers may not see yet;
    `unreadable` the sources that have problems of their own and are in no list.
    """

    settings: Settings
    docs: Path
    now: dt.datetime
    cards: tuple[Card, ...]
    withheld: tuple[Card, ...]
    branches: tuple[Branch, ...]
    register: Register
    entities: Entities
    pages: tuple[Page, ...]
    files: Mapping[str, Signature]
    unreadable: frozenset[str]
    book: PictureBook

    @property
    def others(self) -> tuple[Other, ...]:
        """Every document that is no article."""
        return (
            *self.branches,
            *self.register.documents,
            *self.entities.programmes,
            *self.entities.lineage.units,
            *self.pages,
        )

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The address of every public document, by the path of its source under docs/."""
        found = {card.uri: card.url for card in self.cards}
        found.update((document.source_file.uri, document.url) for document in self.others)
        return MappingProxyType(found)

    @cached_property
    def page_by_uri(self) -> Mapping[str, Page]:
        """Documentation pages by the path of their source."""
        return MappingProxyType({page.source_file.uri: page for page in self.pages})

    @cached_property
    def branch_by_slug(self) -> Mapping[str, Branch]:
        """Profiles by slug."""
        return MappingProxyType({branch.slug: branch for branch in self.branches})

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Card, ...]]:
        """Articles of each section, newest first."""
        return group_by(self.cards, attrgetter("section"))

    @cached_property
    def by_author(self) -> Mapping[str, tuple[Card, ...]]:
        """Articles of each author (by slug), newest first."""
        slugs = {names: tuple(dict.fromkeys(map(slugify, names))) for names in {card.authors for card in self.cards}}
        return group(self.cards, lambda card: slugs[card.authors])

    @cached_property
    def author_names(self) -> Mapping[str, str]:
        """The name of each author, as first written, by slug."""
        names: dict[str, str] = {}
        for name in dict.fromkeys(chain.from_iterable(dict.fromkeys(card.authors for card in reversed(self.cards)))):
            names.setdefault(slugify(name), name)
        return MappingProxyType(names)

    @cached_property
    def by_day(self) -> Mapping[dt.date, tuple[Card, ...]]:
        """Articles of each day, newest first."""
        groups = group_by(self.cards, lambda card: card.day)
        return MappingProxyType({dt.date.fromisoformat(day): cards for day, cards in groups.items()})

    @cached_property
    def by_month(self) -> Mapping[str, tuple[Card, ...]]:
        """Articles of each month ("2022-10"), newest first."""
        return join_groups(self.by_day, lambda day: f"{day.year:04d}-{day.month:02d}")

    @cached_property
    def by_year(self) -> Mapping[str, tuple[Card, ...]]:
        """Articles of each year ("2022"), newest first."""
        return join_groups(self.by_month, lambda month: month[:4])

    @cached_property
    def _places(self) -> Callable[[str], Mapping[str, int]]:
        return cache(lambda section: {card.url: place for place, card in enumerate(self.by_section[section])})

    def place_in_section(self, card: Card) -> int:
        """How many articles of its section are newer."""
        return self._places(card.section)[card.url]

    def neighbours(self, card: Card) -> Neighbours:
        """The articles just before and after it in its section."""
        members, place = self.by_section[card.section], self.place_in_section(card)
        return Neighbours(
            older=members[place + 1] if place + 1 < len(members) else None,
            newer=members[place - 1] if place else None,
        )

    @cached_property
    def _children(self) -> Mapping[str, tuple[Branch, ...]]:
        return group(self.branches, lambda branch: (branch.parent,))

    def children_of(self, branch: Branch) -> tuple[Branch, ...]:
        """The profiles directly under one, in the order of their names."""
        return self._children.get(branch.slug, ())

    def ancestors_of(self, branch: Branch) -> tuple[Branch, ...]:
        """The chain of parents, nearest first; a cycle ends it."""
        ancestors: list[Branch] = []
        parent = self.branch_by_slug.get(branch.parent)
        while parent and parent not in ancestors:
            ancestors.append(parent)
            parent = self.branch_by_slug.get(parent.parent)
        return tuple(ancestors)

    def pinned(self) -> tuple[Card, ...]:
        """Notices that are still pinned today, newest first."""
        today = self.now.date().isoformat()
        return tuple(card for card in self.cards if card.pinned_until >= today)

    def source(self, uri: str) -> Source:
        """The source of a valid document, read anew: only who reports a problem needs it."""
        return read_source(self.docs, uri)

    def problem(self, uri: str, code: Code, message: str, cure: str, *field: str | int) -> Problem:
        """A problem at a field of a document."""
        return self.source(uri).problem(code, message, cure, *field)


def make_library(
    settings: Settings,
    docs: Path,
    now: dt.datetime,
    cards: Iterable[Card],
    others: Iterable[Other],
    files: Mapping[str, Signature],
    unreadable: Iterable[str],
    book: PictureBook,
) -> Library:
    """Put documents in order."""
    ordered = sorted(sorted(cards, key=attrgetter("url")), key=attrgetter("date"), reverse=True)
    moment = in_vietnam(now).isoformat(timespec="seconds")
    withheld = tuple([card for card in ordered if not card.is_public(moment)])
    hidden = {card.uri for card in withheld}
    documents = tuple(others)
    branches = (document for document in documents if isinstance(document, Branch))
    official = (document for document in documents if isinstance(document, OfficialDocument))
    ordered_branches = tuple(sorted(branches, key=lambda branch: (sort_key(branch.name), branch.slug)))
    programmes = (document for document in documents if isinstance(document, Programme))
    units = (document for document in documents if isinstance(document, Unit))
    return Library(
        settings=settings,
        docs=docs,
        now=now,
        cards=tuple([card for card in ordered if card.uri not in hidden]),
        withheld=withheld,
        branches=ordered_branches,
        register=Register(tuple(sorted(sorted(official, key=lambda one: one.slug), key=_newest_first))),
        entities=make_entities(ordered_branches, programmes, units, in_vietnam(now).date()),
        pages=tuple(document for document in documents if isinstance(document, Page)),
        files=files,
        unreadable=frozenset(unreadable),
        book=book,
    )


def _newest_first(document: OfficialDocument) -> int:
    return -document.date.toordinal() if document.date else 0
