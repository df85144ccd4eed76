"""Progress of a programme: targets against results by year, and how far the models registered with it have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from newsroom.branch import Branch, RegisteredModel
from newsroom.programme import Target
from newsroom.vocabulary import ModelState


@dataclass(frozen=True, slots=True)
class Entered:
    """A model with the branch that registered it."""

    branch: Branch
    model: RegisteredModel


@dataclass(frozen=True, slots=True)
class YearOfModels:
    """Models by the year of their registration ("" when nobody knows) and how many took each later step; None where no
    source tells of one that did, and of some not what became of them.
    """

    year: str
    registered: int
    appraised: int | None
    recognised: int | None
    declined: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """A target through the years, the earliest first. `branch` is the slug of who set it."""

    name: str
    unit: str
    branch: str
    targets: tuple[Target, ...]


def models_of(programme: str, branches: Iterable[Branch]) -> tuple[Entered, ...]:
    """The models registered with a programme, the latest first; ties by branch and name."""
    entered = [Entered(branch, model) for branch in branches for model in branch.models if model.programme == programme]
    return tuple(sorted(entered, key=lambda e: (-(e.model.first_year or 0), e.branch.slug, e.model.name)))


def by_year(entered: Iterable[Entered]) -> tuple[YearOfModels, ...]:
    """The models of each year, the earliest first; those of an unknown year last."""
    rows = sorted(entered, key=lambda e: e.model.first_year or 9999)
    return tuple(_year(year, list(models)) for year, models in groupby(rows, key=lambda e: e.model.first_year))


def _year(year: int | None, entered: list[Entered]) -> YearOfModels:
    models = [one.model for one in entered]
    appraised = sum(bool(model.appraised) or model.state in _JUDGED for model in models)
    recognised, declined = (told_of(models, state) for state in (ModelState.RECOGNISED, ModelState.DECLINED))
    return YearOfModels(str(year or ""), len(models), appraised or None, recognised, declined)


def told_of(models: Iterable[RegisteredModel], judgement: ModelState) -> int | None:
    """How many models are told to have been recognised, or declined: none only where all were judged otherwise, else None."""
    states = [model.state for model in models]
    return states.count(judgement) or (0 if _JUDGED.issuperset(states) else None)


_JUDGED = frozenset((ModelState.RECOGNISED, ModelState.DECLINED))
"""States that no model reaches without having been appraised."""


def series_of(targets: Iterable[Target]) -> tuple[Series, ...]:
    """Targets of one name, unit and setter together, in the order in which they are first told."""
    found: dict[tuple[str, str, str], list[Target]] = {}
    for target in targets:
        found.setdefault((target.name, target.unit, target.branch), []).append(target)
    return tuple(
        Series(name, unit, branch, tuple(sorted(members, key=lambda target: target.year)))
        for (name, unit, branch), members in found.items()
    )
