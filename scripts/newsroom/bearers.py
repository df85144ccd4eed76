"""Bearers: the names by which branches, units, programmes and people of a library are recognised in running text.

Names that would be met too often are left out: of units those without a word for their level, of everything those of
fewer than three syllables (two for units); a person's name of two syllables counts only where the article names that
person in its front matter, the short name of a branch only beside its full one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.branch import Branch
from newsroom.library import Library
from newsroom.lineage import Lineage
from newsroom.mentions import LEVELS, Bearer, NameTable
from newsroom.people import Person
from newsroom.unit import Unit
from newsroom.vocabulary import UnitLevel

_FEWEST: Final = 3
"""Syllables of a name that may stand in any text."""


def name_table(library: Library) -> NameTable:
    """The table of every name that is looked for in the articles of a library."""
    entities = library.entities
    bearers = (*_branches(library), *_units(entities.lineage), *_programmes(library), *_people(library))
    units = tuple((u.slug, u.name, u.also_known_as, str(u.founded), str(u.ended)) for u in entities.lineage.units)
    people = tuple((person.slug, person.name) for person in entities.roster.people)
    return NameTable(bearers, (units, people))  # what the names in front matter mean depends on these


def _branches(library: Library) -> Iterator[Bearer]:
    lineage = library.entities.lineage
    for branch in library.branches:
        unit = _unit_of(lineage, branch)
        above = (unit.name, *_above(lineage, unit)) if unit else ()
        told = tuple(part.strip() for part in branch.place.name.split(",")) if branch.place else ()
        names = tuple(name for name in (branch.name, *branch.also_known_as) if len(name.split()) >= _FEWEST)
        short = tuple(name for name in names if _is_short(name, names))
        full = tuple(name for name in names if name not in short)
        yield Bearer(branch.url, full, short, tuple(dict.fromkeys((*above, *told))), _around(library, branch))


def _is_short(name: str, names: tuple[str, ...]) -> bool:
    """Whether a name leaves out of which place it is: it begins a longer one, or ends in the word for a level."""
    begins = any(other.casefold().startswith(f"{name.casefold()} ") for other in names)
    return begins or name.casefold().endswith(tuple(f" {level}" for level in LEVELS))


def _units(lineage: Lineage) -> Iterator[Bearer]:
    for unit in lineage.units:
        names = tuple(name for name in (unit.name, *unit.also_known_as) if _tells_level(unit, name))
        beside = tuple(other.url for other in (*_chain(lineage, unit), *lineage.inside(unit)))
        yield Bearer(unit.url, names, (), _above(lineage, unit), beside)


def _tells_level(unit: Unit, name: str) -> bool:
    if unit.level is UnitLevel.BODY:
        return len(name.split()) >= _FEWEST
    return any(name.casefold().startswith(f"{level} ") for level in LEVELS)


def _programmes(library: Library) -> Iterator[Bearer]:
    for programme in library.entities.programmes:
        names = (programme.name, *programme.also_known_as)
        yield Bearer(programme.url, tuple(name for name in names if len(name.split()) >= _FEWEST))


def _people(library: Library) -> Iterator[Bearer]:
    for person in library.entities.roster.people:
        syllables = person.name.split()
        if len(syllables) > 1 and all(syllable[0].isupper() for syllable in syllables):
            names, short = ((person.name,), ()) if len(syllables) >= _FEWEST else ((), (person.name,))
            yield Bearer(person.url, names, short, (), _bodies(library, person), needs=True)


def _bodies(library: Library, person: Person) -> tuple[str, ...]:
    branches = dict.fromkeys(role.branch.slug for role in person.roles)
    found = (library.branch_by_slug[slug] for slug in branches)
    return tuple(dict.fromkeys(url for branch in found for url in (branch.url, *_around(library, branch))))


def _around(library: Library, branch: Branch) -> tuple[str, ...]:
    """The pages of what is named together with a branch: those above it, and its place, no wider than a district."""
    lineage = library.entities.lineage
    unit = _unit_of(lineage, branch)
    units = (unit, *lineage.heirs_of(unit), *_chain(lineage, unit)) if unit else ()
    near = (one.url for one in units if one.level is not UnitLevel.PROVINCE)
    return tuple(dict.fromkeys((*(above.url for above in library.ancestors_of(branch)), *near)))


def _unit_of(lineage: Lineage, branch: Branch) -> Unit | None:
    return lineage.by_slug.get(branch.place.unit) if branch.place else None


def _above(lineage: Lineage, unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in _chain(lineage, unit) for name in (one.name, *one.also_known_as)))


def _chain(lineage: Lineage, unit: Unit) -> tuple[Unit, ...]:
    """Every unit that one lay or lies within, at any time, and what these are today."""
    found: dict[str, Unit] = {}
    ahead = [unit]
    while ahead:
        one = ahead.pop()
        higher = (lineage.by_slug[b.unit] for b in one.within if b.unit in lineage.by_slug)
        for other in (*higher, *(lineage.heirs_of(one) if one is not unit else ())):
            if other.slug not in found and other is not unit:
                found[other.slug] = other
                ahead.append(other)
    return tuple(found.values())
