"""Subtraction: parts of a committee's members that, less those shown below it at the same date, would tell a small cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.branch import Branch, Membership
from newsroom.branch.membership import may_show
from newsroom.library import Library


class Telltale(NamedTuple):
    """A part that must not be shown: of which of a profile's counts, and its name."""

    number: int
    part: str


def telltales_of(library: Library, branch: Branch) -> tuple[Telltale, ...]:
    """Parts of a profile that are large enough themselves, but leave too small a rest beside those shown below it."""
    return tuple(
        Telltale(number, name)
        for number, count in enumerate(branch.membership)
        for name, size in count.parts
        if count.may_show(size) and not _leaves_enough(library, branch, count, name, frozenset())
    )


def _leaves_enough(library: Library, branch: Branch, count: Membership, name: str, seen: frozenset[str]) -> bool:
    """Whether the members of whom nothing is shown below, and their part, are no small group."""
    below = tuple(_shown_below(library, branch, count.as_of.iso, name, seen | {branch.slug}))
    members = count.total - sum(one.total for one in below)
    return members <= 0 or may_show(members, _size(count, name) - sum(_size(one, name) for one in below))


def _shown_below(library: Library, branch: Branch, date: str, name: str, seen: frozenset[str]) -> Iterator[Membership]:
    """The nearest counts below that show a part at a date, no member twice; a cycle ends it."""
    for child in library.children_of(branch):
        if child.slug in seen:
            continue
        told = (count for count in child.membership if count.as_of.iso == date and count.may_show(_size(count, name)))
        shown = next((count for count in told if _leaves_enough(library, child, count, name, seen)), None)
        if shown:
            yield shown
        else:
            yield from _shown_below(library, child, date, name, seen | {child.slug})


def _size(count: Membership, name: str) -> int:
    return dict(count.parts).get(name, 0)
