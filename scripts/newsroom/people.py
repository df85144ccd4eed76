"""People: public roles gathered from profiles. Nothing else of a person is known here, and nobody without such a role is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from newsroom.addresses import PEOPLE
from newsroom.branch import Branch
from newsroom.dates import PartialDate
from newsroom.grouping import group
from newsroom.provenance import SourceEntry
from newsroom.vietnamese import slugify, sort_key


@dataclass(frozen=True, slots=True)
class Role:
    """A role at a body, at a time, by a source. `from_` and `to` are known of few; `as_of` of all."""

    title: str
    branch: Branch
    as_of: PartialDate
    from_: PartialDate | None
    to: PartialDate | None
    source: SourceEntry | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name, with the roles that profiles tell of, the latest first."""

    slug: str
    name: str
    roles: tuple[Role, ...]

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return f"{PEOPLE}{self.slug}/"

    @property
    def latest(self) -> Role:
        """The role told of last."""
        return self.roles[0]


@dataclass(frozen=True)
class Roster:
    """Everybody with a public role, in the order of their names."""

    people: tuple[Person, ...]

    @cached_property
    def by_slug(self) -> Mapping[str, Person]:
        """People by slug."""
        return MappingProxyType({person.slug: person for person in self.people})

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Person, ...]]:
        return group(self.people, lambda person: dict.fromkeys((person.slug, slugify(person.name))))

    def named(self, text: str) -> Person | None:
        """The person that a name (or a slug) means; None for nobody, or for one of several of that name."""
        exact = self.by_slug.get(text)
        found = self._by_name.get(slugify(text), ())
        return exact or (found[0] if len(found) == 1 else None)


def make_roster(branches: Iterable[Branch]) -> Roster:
    """Gather the roles that profiles tell of."""
    names: dict[str, str] = {}
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for branch in branches:
        for told in branch.roles:
            names.setdefault(told.person_slug, told.name)
            source = branch.source_of(told.source)
            roles[told.person_slug].append(Role(branch.title_of(told), branch, told.as_of, told.from_, told.to, source))
    people = (Person(slug, names[slug], tuple(sorted(found, key=_age))) for slug, found in roles.items())
    return Roster(tuple(sorted(people, key=lambda person: (sort_key(person.name), person.slug))))


def _age(role: Role) -> tuple[int, int, int, str, str]:
    """Sorts the latest first; ties by title and body."""
    latest = role.to or role.as_of
    return -latest.year, -latest.month, -latest.day, role.title, role.branch.slug
