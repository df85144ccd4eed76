"""What to read next: articles tied to one by what both name, and its neighbours in the section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from newsroom.card import Card
from newsroom.citations import Citations
from newsroom.grouping import group
from newsroom.library import Library
from newsroom.listings import nearby
from newsroom.names import Names
from newsroom.vocabulary import UnitLevel

SAME_SECTION: Final = 5
"""How many headlines “Tin cùng chuyên mục” shows."""
RELATED: Final = 4
"""How many articles “Bài liên quan” shows."""
_TOO_WIDE: Final = frozenset((UnitLevel.PROVINCE, UnitLevel.DISTRICT))
"""Places that half of a site's articles share: they tell nothing of what to read next."""
_REACH: Final = 8
"""How many articles on a bond are looked at: those next older, so that a new article changes few pages."""


def same_section(library: Library, card: Card) -> tuple[Card, ...]:
    """Articles of the section next to this one in time: older ones first of all, so that the list stays as it is."""
    return nearby(library.by_section[card.section], library.place_in_section(card), SAME_SECTION)


@dataclass(frozen=True, eq=False)
class Bond:
    """Something that articles name: a document, a branch. `label` is what readers call it; `cards` newest first."""

    label: str
    cards: Sequence[Card]
    places: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {card.uri: place for place, card in enumerate(self.cards)})

    def near(self, card: Card) -> tuple[Card, ...]:
        """Other articles on the bond, next to one in time."""
        return nearby(self.cards, self.places[card.uri], _REACH)


class Related(NamedTuple):
    """An article worth reading next, and what it shares with the one at hand."""

    card: Card
    shared: tuple[str, ...]

    @property
    def reason(self) -> str:
        """Cùng nhắc Nghị quyết 25-NQ/TW, Chi bộ thôn Mẫu."""
        return f"Cùng nhắc {', '.join(self.shared)}"


@dataclass(frozen=True)
class Bonds:
    """Every bond between public articles: documents they cite, branches, programmes, people and small places they name. Another kind of bond is a line in `_all`."""

    citations: Citations
    names: Names

    def _all(self) -> Iterator[Bond]:
        library, naming = self.citations.library, self.names.articles
        for document in library.register.documents:
            yield Bond(document.short_name, self.citations.articles.get(document.slug, ()))
        for branch in library.branches:
            yield Bond(branch.name, naming.get(branch.url, ()))
        entities = library.entities
        for programme in entities.programmes:
            yield Bond(programme.name, naming.get(programme.url, ()))
        for person in entities.roster.people:
            yield Bond(person.name, naming.get(person.url, ()))
        for unit in entities.lineage.units:
            if unit.level not in _TOO_WIDE:
                yield Bond(unit.name, naming.get(unit.url, ()))

    @cached_property
    def _of(self) -> Mapping[str, tuple[Bond, ...]]:
        return group((bond for bond in self._all() if len(bond.cards) > 1), lambda bond: bond.places)

    def related(self, card: Card) -> tuple[Related, ...]:
        """Articles that share most with one; then those of its section, then the newest."""
        bonds = self._of.get(card.uri)
        if not bonds:
            return ()
        others = dict.fromkeys(other for bond in bonds for other in bond.near(card) if other.uri != card.uri)
        found = [Related(other, tuple(bond.label for bond in bonds if other.uri in bond.places)) for other in others]
        found.sort(key=lambda one: one.card.url)
        found.sort(key=lambda one: one.card.date, reverse=True)
        found.sort(key=lambda one: (-len(one.shared), one.card.section != card.section))
        return tuple(found[:RELATED])
