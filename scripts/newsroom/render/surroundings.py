"""Surroundings: what the page of a profile says of others – relatives, place, people, programmes, the branches below it.

Plain values, so that they are the digest of what the page draws: another profile's change of text redraws no page but its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.branch import Branch
from newsroom.library import Library
from newsroom.render.glosses import Gloss
from newsroom.render.naming import Link, glosses_of
from newsroom.render.sources import article_link, source_links
from newsroom.rollup import Rollup, roll_up
from newsroom.subtraction import Telltale, telltales_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`above` nearest first; `before` and `after` as told by the profile."""

    above: tuple[Link, ...]
    below: tuple[Link, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    unit: Link
    today: str
    people: dict[str, str]
    programmes: tuple[Link, ...]
    programme_of: dict[str, Link]
    fields: dict[str, str]
    rollup: Rollup | None
    telltales: tuple[Telltale, ...]
    sources: dict[str, str]
    visits: tuple[str, ...]
    glosses: tuple[Gloss, ...]


def surroundings_of(library: Library, branch: Branch) -> Surroundings:
    """What is around a profile."""
    lineage, named = library.entities.lineage, library.entities.programme_by_slug
    unit = lineage.by_slug.get(branch.place.unit) if branch.place else None
    below = tuple(_descendants(library, branch))
    heirs = branch.succession
    programmes = {slug: (named[slug].name, named[slug].url) for slug in branch.named_programmes if slug in named}
    chain = (unit, lineage.above(unit)) if unit else ()
    return Surroundings(
        above=tuple((ancestor.name, ancestor.url) for ancestor in library.ancestors_of(branch)),
        below=tuple((child.name, child.url) for child in library.children_of(branch)),
        before=_relations(library, branch, "predecessors") if heirs else (),
        after=_relations(library, branch, "successors") if heirs else (),
        unit=(unit.name, unit.url) if unit else ("", ""),
        today=lineage.today_phrase(unit) if unit else "",
        people={
            slug: library.entities.roster.by_slug[slug].url for slug in (told.person_slug for told in branch.roles)
        },
        programmes=tuple(programmes[slug] for slug in dict.fromkeys(branch.programmes) if slug in programmes),
        programme_of=programmes,
        fields={f"{slug} {field.id}": field.name for slug in programmes for field in named[slug].fields},
        rollup=roll_up(below, {told.part for one in below for told in telltales_of(library, one)}) if below else None,
        telltales=telltales_of(library, branch),
        sources=source_links(library, branch, branch.sources),
        visits=tuple(article_link(library, branch, visit.article, branch.url) for visit in branch.supervision),
        glosses=glosses_of(library, tuple(one for one in chain if one)),
    )


def _relations(library: Library, branch: Branch, side: str) -> tuple[Link, ...]:
    known = library.branch_by_slug
    relations = getattr(branch.succession, side)
    return tuple((r.name, known[r.profile].url if r.profile in known else "") for r in relations)


def _descendants(library: Library, branch: Branch, seen: frozenset[str] = frozenset()) -> Iterator[Branch]:
    """Every profile below one; a cycle ends it."""
    for child in library.children_of(branch):
        if child.slug not in seen | {branch.slug}:
            yield child
            yield from _descendants(library, child, seen | {branch.slug})
