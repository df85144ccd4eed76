"""Entities: the programmes, units and people of a site, and what the front matter of an article names of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from newsroom.branch import Branch
from newsroom.card import Card
from newsroom.grouping import group
from newsroom.lineage import Lineage, make_lineage
from newsroom.people import Person, Roster, make_roster
from newsroom.programme import Programme
from newsroom.unit import Unit
from newsroom.vietnamese import sort_key


@dataclass(frozen=True)
class Entities:
    """Programmes in the order of their names."""

    branches: tuple[Branch, ...]
    programmes: tuple[Programme, ...]
    lineage: Lineage

    @cached_property
    def programme_by_slug(self) -> Mapping[str, Programme]:
        """Programmes by slug."""
        return MappingProxyType({programme.slug: programme for programme in self.programmes})

    @cached_property
    def roster(self) -> Roster:
        """Everybody of whom a profile tells a public role."""
        return make_roster(self.branches)

    @cached_property
    def branches_by_programme(self) -> Mapping[str, tuple[Branch, ...]]:
        """Profiles that take part in a programme, or registered a model with it."""
        return group(self.branches, lambda branch: branch.named_programmes)

    @cached_property
    def branches_by_unit(self) -> Mapping[str, tuple[Branch, ...]]:
        """Profiles of organisations whose place is a unit."""
        return group(self.branches, lambda branch: [branch.place.unit] if branch.place and branch.place.unit else [])

    @cached_property
    def _holding(self) -> dict[str, tuple[str, ...]]:
        return {}

    def names_holding(self, unit: Unit) -> tuple[str, ...]:
        """Longer names that hold a name of the unit, of organisations and other units: there the name is not its own."""
        if unit.slug not in self._holding:
            mine = [name.casefold() for name in (unit.name, *unit.also_known_as)]
            bearers: tuple[Branch | Unit, ...] = (*self.branches, *self.lineage.units)
            others = (name for one in bearers for name in (one.name, *one.also_known_as))
            longer = {name for name in others if any(own in name.casefold() != own for own in mine)}
            self._holding[unit.slug] = tuple(sorted(longer))
        return self._holding[unit.slug]

    @cached_property
    def _found(self) -> dict[tuple[tuple[str, ...], str], tuple[Unit, ...]]:
        return {}

    def units_of(self, card: Card) -> tuple[Unit, ...]:
        """The units that the places of an article name, by the names of its day."""
        if not (card.places and self.lineage.units):
            return ()
        asked = card.places, card.day
        if asked not in self._found:
            day = dt.date.fromisoformat(card.day)
            slugs = (unit.slug for place in card.places for unit in self.lineage.units_in(place, day))
            self._found[asked] = tuple(self.lineage.by_slug[slug] for slug in dict.fromkeys(slugs))
        return self._found[asked]

    def people_of(self, card: Card) -> tuple[Person, ...]:
        """The people of an article who have a page."""
        found = (self.roster.named(name) for name in card.people)
        slugs = dict.fromkeys(person.slug for person in found if person)
        return tuple(self.roster.by_slug[slug] for slug in slugs)


def make_entities(
    branches: tuple[Branch, ...],
    programmes: Iterable[Programme],
    units: Iterable[Unit],
    today: dt.date,
) -> Entities:
    """Put programmes and units in order."""
    ordered = sorted(programmes, key=lambda programme: (sort_key(programme.name), programme.slug))
    return Entities(branches, tuple(ordered), make_lineage(units, today))
