"""Naming: what a page says of all it names, in front matter or text – plain values, so that they are the digest of what it draws."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newsroom.addresses import BRANCHES, PEOPLE, PROGRAMMES
from newsroom.card import Card
from newsroom.library import Library
from newsroom.mentions import Mention
from newsroom.names import Names, standing_at
from newsroom.render.glosses import Gloss
from newsroom.unit import Unit

Link = tuple[str, str]
"""A name and its address below the root, "" where there is no page."""


class PlaceNamed(NamedTuple):
    """A place as an article gives it, part by part, and what it is today."""

    parts: tuple[Link, ...]
    today: str


class Naming(NamedTuple):
    """What an article names, and the glosses and links its text gets."""

    branches: tuple[Link, ...] = ()
    places: tuple[PlaceNamed, ...] = ()
    people: tuple[Link, ...] = ()
    programmes: tuple[Link, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    mentions: tuple[Mention, ...] = ()


_NOTHING = Naming()


def naming_of(names: Names, card: Card) -> Naming:
    """What the page of an article says of what it names. A unit that only its text names is no place of the story: it gets a link."""
    library, named = names.library, names.of(card)
    if not (named or card.places or card.people):
        return _NOTHING
    entities, mentions = library.entities, names.mentions(card)
    others = tuple(mention.text for mention in mentions if not mention.url)
    return Naming(
        branches=tuple((one.name, one.url) for one in standing_at(BRANCHES, named, library.branch_by_slug)),
        places=tuple(_place(library, place, card) for place in card.places),
        people=_people(library, card, named),
        programmes=tuple((one.name, one.url) for one in standing_at(PROGRAMMES, named, entities.programme_by_slug)),
        glosses=glosses_of(library, names.units_of(card), others),
        mentions=mentions,
    )


def glosses_of(library: Library, units: tuple[Unit, ...], others: tuple[str, ...] = ()) -> tuple[Gloss, ...]:
    """The glosses of those units whose names are no longer in use; `others` look like names of theirs and are not."""
    if not library.settings.glosses:
        return ()
    told = ((unit, library.entities.lineage.today_phrase(unit)) for unit in units)
    return tuple(
        Gloss((unit.name, *unit.also_known_as), phrase, (*library.entities.names_holding(unit), *others))
        for unit, phrase in told
        if phrase
    )


def _place(library: Library, place: str, card: Card) -> PlaceNamed:
    lineage, day = library.entities.lineage, dt.date.fromisoformat(card.day)
    whole = lineage.named(place, day)
    named = (
        [(place.strip(), whole)] if whole else [(part.strip(), lineage.named(part, day)) for part in place.split(",")]
    )
    parts = tuple((unit.name if unit and text == unit.slug else text, unit.url if unit else "") for text, unit in named)
    today = next((lineage.today_phrase(unit) for _, unit in named if unit), "")
    return PlaceNamed(parts, today)


def _people(library: Library, card: Card, named: tuple[str, ...]) -> tuple[Link, ...]:
    """People as the front matter names them, then those of the text who have a page."""
    roster = library.entities.roster
    told = [(name, roster.named(name)) for name in dict.fromkeys(card.people)]
    given = [(person.name, person.url) if person else (name, "") for name, person in told]
    found = standing_at(PEOPLE, named, roster.by_slug)
    return tuple(dict.fromkeys((*given, *((one.name, one.url) for one in found))))
