"""Naming: what a page says of the entities it names – plain values, so that they are the digest of what it draws."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newsroom.card import Card
from newsroom.library import Library
from newsroom.render.glosses import Gloss
from newsroom.unit import Unit

Link = tuple[str, str]
"""A name and its address below the root, "" where there is no page."""


class PlaceNamed(NamedTuple):
    """A place as an article gives it, part by part, and what it is today."""

    parts: tuple[Link, ...]
    today: str


class Naming(NamedTuple):
    """The entities an article names, and the glosses its text gets."""

    places: tuple[PlaceNamed, ...] = ()
    people: tuple[Link, ...] = ()
    programmes: tuple[Link, ...] = ()
    glosses: tuple[Gloss, ...] = ()


_NOTHING = Naming()


def naming_of(library: Library, card: Card) -> Naming:
    """What the page of an article says of the entities its front matter names."""
    if not (card.places or card.people or card.programmes):
        return _NOTHING
    entities = library.entities
    return Naming(
        places=tuple(_place(library, place, card) for place in card.places),
        people=tuple(_person(library, name) for name in dict.fromkeys(card.people)),
        programmes=tuple(
            (entities.programme_by_slug[slug].name, entities.programme_by_slug[slug].url)
            for slug in dict.fromkeys(card.programmes)
            if slug in entities.programme_by_slug
        ),
        glosses=glosses_of(library, entities.units_of(card)),
    )


def glosses_of(library: Library, units: tuple[Unit, ...]) -> tuple[Gloss, ...]:
    """The glosses of those units whose names are no longer in use."""
    if not library.settings.glosses:
        return ()
    told = ((unit, library.entities.lineage.today_phrase(unit)) for unit in units)
    longer = library.entities.names_holding
    return tuple(Gloss((unit.name, *unit.also_known_as), phrase, longer(unit)) for unit, phrase in told if phrase)


def _place(library: Library, place: str, card: Card) -> PlaceNamed:
    lineage, day = library.entities.lineage, dt.date.fromisoformat(card.day)
    whole = lineage.named(place, day)
    named = (
        [(place.strip(), whole)] if whole else [(part.strip(), lineage.named(part, day)) for part in place.split(",")]
    )
    parts = tuple((unit.name if unit and text == unit.slug else text, unit.url if unit else "") for text, unit in named)
    today = next((lineage.today_phrase(unit) for _, unit in named if unit), "")
    return PlaceNamed(parts, today)


def _person(library: Library, name: str) -> Link:
    person = library.entities.roster.named(name)
    return (person.name, person.url) if person else (name, "")
