"""Lineage: which unit came from which, what an old name is called today, and which unit a written name means.

Everything is computed from what the ended units tell of themselves; a name is read as of the day it was written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from newsroom.grouping import group
from newsroom.unit import Unit
from newsroom.vietnamese import sort_key
from newsroom.vocabulary import Ending


@dataclass(frozen=True)
class Lineage:
    """The units of a site as they stand `today`, in the order of their names."""

    units: tuple[Unit, ...]
    today: dt.date

    @cached_property
    def by_slug(self) -> Mapping[str, Unit]:
        """Units by slug."""
        return MappingProxyType({unit.slug: unit for unit in self.units})

    @cached_property
    def _before(self) -> Mapping[str, tuple[Unit, ...]]:
        return group(self.units, lambda unit: unit.ended.successors if unit.ended else ())

    @cached_property
    def _inside(self) -> Mapping[str, tuple[Unit, ...]]:
        return group(self.units, lambda unit: dict.fromkeys(belonging.unit for belonging in unit.within))

    def has_ended(self, unit: Unit) -> bool:
        """Whether the unit's name is no longer in use."""
        return unit.has_ended(self.today)

    def predecessors_of(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that named this one their successor."""
        return self._before.get(unit.slug, ())

    def successors_of(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that came right after this one, the chief one first."""
        slugs = unit.ended.successors if unit.ended else ()
        return tuple(self.by_slug[slug] for slug in slugs if slug in self.by_slug)

    def heirs_of(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that stand today where this one stood; the unit itself while it lives. A cycle ends the search."""
        return tuple({heir.slug: heir for heir in self._heirs(unit, frozenset())}.values())

    def _heirs(self, unit: Unit, seen: frozenset[str]) -> Iterator[Unit]:
        if not self.has_ended(unit):
            yield unit
        elif unit.slug not in seen:
            for successor in self.successors_of(unit):
                yield from self._heirs(successor, seen | {unit.slug})

    def inside(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that belong to this one, or once did."""
        return self._inside.get(unit.slug, ())

    def above(self, unit: Unit) -> Unit | None:
        """The unit that this one belongs to: the last one told."""
        told = (belonging.unit for belonging in reversed(unit.within))
        return next((self.by_slug[slug] for slug in told if slug in self.by_slug), None)

    @cached_property
    def _phrases(self) -> Mapping[str, str]:
        return {unit.slug: self._phrase(unit) for unit in self.units}

    def today_phrase(self, unit: Unit) -> str:
        """What is added to an old name: "nay là xã Đông Tiền Hải, tỉnh Hưng Yên"; "" while the name is in use or nobody knows."""
        return self._phrases[unit.slug]

    def _phrase(self, unit: Unit) -> str:
        if unit.ended is None or not self.has_ended(unit) or not (heirs := self.heirs_of(unit)):
            return ""
        verb = "nay thuộc" if unit.ended.manner is Ending.DISSOLVED or heirs[0].level is not unit.level else "nay là"
        above = [self.above(heir) for heir in heirs]
        names = " và ".join(heir.name for heir in heirs) if len(heirs) < 3 else ", ".join(heir.name for heir in heirs)
        place = above[0]
        return (
            f"{verb} {names}, {place.name}" if place and all(other is place for other in above) else f"{verb} {names}"
        )

    @cached_property
    def _others(self) -> Mapping[str, tuple[str, ...]]:
        return {unit.slug: self._other_names(unit) for unit in self.units}

    def other_names(self, unit: Unit) -> tuple[str, ...]:
        """Every name under which the same place was or is known: for search, which finds the old by the new and the reverse."""
        return self._others[unit.slug]

    def _other_names(self, unit: Unit) -> tuple[str, ...]:
        family = {one.slug: one for one in (*self._ancestors(unit, frozenset()), *self.heirs_of(unit))}
        names = (name for member in family.values() for name in (member.name, *member.also_known_as))
        return tuple(name for name in dict.fromkeys(names) if name != unit.name)

    def _ancestors(self, unit: Unit, seen: frozenset[str]) -> Iterator[Unit]:
        yield unit
        if unit.slug not in seen:
            for before in self.predecessors_of(unit):
                yield from self._ancestors(before, seen | {unit.slug})

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Unit, ...]]:
        return group(self.units, _spellings)

    def named(self, text: str, day: dt.date) -> Unit | None:
        """The unit that a name (or a slug) written on a day means; None when it means none, or one of several.

        The tone style of a name is part of it: "xã Hùng Hòa" and "xã Hùng Hoà" are two.
        """
        found = self._by_name.get(text.strip().casefold(), ())
        if len(found) > 1:
            found = tuple(unit for unit in found if _lives_on(unit, day))
        return found[0] if len(found) == 1 else None

    def units_in(self, place: str, day: dt.date) -> tuple[Unit, ...]:
        """The units that a place names, from the smallest: "thôn An Cư, xã Đông Xuyên, huyện Tiền Hải"."""
        whole = self.named(place, day)
        parts = (whole,) if whole else (self.named(part, day) for part in place.split(","))
        return tuple(unit for unit in parts if unit)


def make_lineage(units: Iterable[Unit], today: dt.date) -> Lineage:
    """Put units in order."""
    return Lineage(tuple(sorted(units, key=lambda unit: (sort_key(unit.name), unit.slug))), today)


def _spellings(unit: Unit) -> Iterable[str]:
    """What a text may write for a unit, in small letters."""
    return dict.fromkeys((unit.slug, unit.name.casefold(), *map(str.casefold, unit.also_known_as)))


def _lives_on(unit: Unit, day: dt.date) -> bool:
    return not unit.has_ended(day) and not (unit.founded and unit.founded.first_day > day)
