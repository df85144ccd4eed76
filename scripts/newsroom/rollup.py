"""Roll-up: what the profiles below a committee add up to – and of how many of them that may be said.

Figures of different dates are added only with both dates told; times and persons are never added to each other, and a
breakdown of a small group stays unseen, also where it could be told by taking one sum from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from newsroom.branch import Branch, Membership
from newsroom.branch.membership import MINORITY, WOMEN
from newsroom.dates import PartialDate
from newsroom.vocabulary import ModelState, Rating


@dataclass(frozen=True, slots=True)
class Count:
    """A sum over some of the profiles. `told` is how many gave the figure; `first` and `last` when."""

    total: int
    told: int
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Rollup:
    """What the profiles below a committee add up to. A figure nobody tells is None."""

    branches: int
    members: Count | None
    women: Count | None
    minorities: Count | None
    probationary: Count | None
    admitted: Count | None
    ratings: tuple[tuple[str, str, int], ...]
    models: tuple[tuple[str, int], ...]
    amount: Count | None
    grants: Count | None
    people: Count | None

    @property
    def is_empty(self) -> bool:
        """Whether no profile tells any figure."""
        told = (self.members, self.admitted, self.amount, self.grants, self.people)
        return not (any(told) or self.ratings or self.models)


def roll_up(branches: Iterable[Branch], hidden: Collection[str] = ()) -> Rollup:
    """Add up the profiles. `hidden` names parts that some of them hide though no small cell of their own asks for it."""
    below = tuple(branches)
    latest = [count for branch in below if (count := latest_membership(branch))]
    funds = [branch.funds for branch in below]
    return Rollup(
        branches=len(below),
        members=_dated([(count.total, count.as_of) for count in latest]),
        women=_part(latest, _women) if WOMEN not in hidden else None,
        minorities=_part(latest, _minorities) if not any(name.startswith(MINORITY) for name in hidden) else None,
        probationary=_part(latest, _probationary),
        admitted=_sum([[a.admitted for a in branch.admissions] for branch in below]),
        ratings=_ratings(below),
        models=_models(below),
        amount=_sum([[fund.amount for fund in told] for told in funds]),
        grants=_sum([[fund.grants for fund in told] for told in funds]),
        people=_sum([[fund.people for fund in told] for told in funds]),
    )


def latest_membership(branch: Branch) -> Membership | None:
    """The members of a branch at the latest date told."""
    return max(branch.membership, key=lambda count: count.as_of, default=None)


def _dated(figures: list[tuple[int, PartialDate]]) -> Count | None:
    if not figures:
        return None
    dates = sorted(date for _, date in figures)
    return Count(sum(number for number, _ in figures), len(figures), str(dates[0]), str(dates[-1]))


def _part(latest: list[Membership], numbers_of: Callable[[Membership], tuple[int, ...]]) -> Count | None:
    """A part of the members, of those profiles that tell it; None where one of them hides its own: so is no sum."""
    told = [(numbers, count) for count in latest if (numbers := numbers_of(count))]
    if not all(count.may_show(number) for numbers, count in told for number in numbers):
        return None
    return _dated([(sum(numbers), count.as_of) for numbers, count in told])


def _women(count: Membership) -> tuple[int, ...]:
    return () if count.women is None else (count.women,)


def _minorities(count: Membership) -> tuple[int, ...]:
    return tuple(minority.count for minority in count.minorities)


def _probationary(count: Membership) -> tuple[int, ...]:
    return () if count.probationary is None else (count.probationary,)


def _sum(figures: list[list[int | None]]) -> Count | None:
    told = [[number for number in numbers if number is not None] for numbers in figures]
    given = [sum(numbers) for numbers in told if numbers]
    return Count(sum(given), len(given)) if given else None


def _ratings(branches: Iterable[Branch]) -> tuple[tuple[str, str, int], ...]:
    """(year, level, how many branches), the latest year first, the best level first."""
    order = list(Rating)
    counted = Counter((rating.year, rating.level) for branch in branches for rating in branch.ratings if rating.year)
    rows = sorted(counted.items(), key=lambda row: (-(row[0][0] or 0), order.index(row[0][1])))
    return tuple((str(year), level.label, number) for (year, level), number in rows)


def _models(branches: Iterable[Branch]) -> tuple[tuple[str, int], ...]:
    """(state, how many models), in the order of the steps."""
    counted = Counter(model.state for branch in branches for model in branch.models)
    return tuple((state.label, counted[state]) for state in ModelState if counted[state])
