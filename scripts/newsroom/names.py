"""Names both ways: whom an article names – in its front matter, then in its text – and which articles name a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from newsroom.addresses import BRANCHES, PROGRAMMES, UNITS
from newsroom.card import Card
from newsroom.grouping import group
from newsroom.library import Library
from newsroom.mentions import Mention
from newsroom.unit import Unit

T = TypeVar("T")


def given_in(library: Library, card: Card) -> tuple[str, ...]:
    """The pages of what the front matter of an article names: branches, programmes, units, people."""
    if not (card.branches or card.programmes or card.places or card.people):
        return ()
    entities = library.entities
    found = [f"{BRANCHES}{slug}/" for slug in card.branches]
    found += [f"{PROGRAMMES}{slug}/" for slug in card.programmes]
    found += [unit.url for unit in entities.units_of(card)]
    found += [person.url for person in entities.people_of(card)]
    return tuple(dict.fromkeys(found))


def standing_at(folder: str, urls: Iterable[str], known: Mapping[str, T]) -> tuple[T, ...]:
    """What stands at those addresses that lie in a folder; `known` by slug."""
    inside = (url.removeprefix(folder).rstrip("/") for url in urls if url.startswith(folder))
    return tuple(known[slug] for slug in inside if slug in known)


@dataclass(frozen=True)
class Names:
    """`told` are the names recognised in each article that has any, by its path under docs/."""

    library: Library
    told: Mapping[str, tuple[Mention, ...]]

    def mentions(self, card: Card) -> tuple[Mention, ...]:
        """The names in the text of an article, those of others too that look like one."""
        return self.told.get(card.uri, ())

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        naming = self.naming
        return {card.uri: urls for card in self.library.cards if card.uri in naming and (urls := self._find(card))}

    @cached_property
    def naming(self) -> frozenset[str]:
        """The paths of the public articles that name something in text or front matter: in an archive, few."""
        told = self.told
        cards = self.library.cards
        naming = [card.uri for card in cards if card.branches or card.programmes or card.places or card.people]
        return frozenset((*naming, *(card.uri for card in cards if card.uri in told)))

    def _find(self, card: Card) -> tuple[str, ...]:
        given, told = given_in(self.library, card), self.mentions(card)
        if not told:
            return given
        return tuple(dict.fromkeys((*given, *(mention.url for mention in told if mention.url))))

    def of(self, card: Card) -> tuple[str, ...]:
        """The addresses of all that a public article names, each once: what its front matter names first."""
        return self._named.get(card.uri, ())

    def units_of(self, card: Card) -> tuple[Unit, ...]:
        """The units that a public article names."""
        return standing_at(UNITS, self.of(card), self.library.entities.lineage.by_slug)

    @cached_property
    def articles(self) -> Mapping[str, tuple[Card, ...]]:
        """Public articles that name a page (by address), newest first."""
        named = self._named
        return group((card for card in self.library.cards if card.uri in named), self.of)
