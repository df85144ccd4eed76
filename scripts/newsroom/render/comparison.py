"""Profiles side by side: the latest figures of each, with their dates; what nobody tells stays empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from newsroom.addresses import BRANCHES, COMPARISON
from newsroom.branch import Branch
from newsroom.digests import digest
from newsroom.progress import told_of
from newsroom.provenance import YEAR
from newsroom.render.edition import Edition
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan
from newsroom.rollup import latest_membership
from newsroom.vietnamese import format_number
from newsroom.vocabulary import Level, ModelState

_NAME = "So sánh các hồ sơ"


class Cell(NamedTuple):
    """A figure and its time, both "" where nobody tells; and whether the profile has a caveat about it."""

    figure: str = ""
    time: str = ""
    has_note: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A profile in the table."""

    name: str
    url: str
    kind: str
    members: Cell
    admitted: Cell
    rating: Cell
    models: Cell
    digital: Cell
    supervised: Cell


def comparison_plans(edition: Edition) -> Iterator[PagePlan]:
    """The table of all profiles; a single profile has nothing beside it."""
    branches = edition.library.branches
    if len(branches) < 2:
        return
    groups = tuple((level.label, tuple(row_of(b) for b in branches if b.level is level)) for level in Level)
    told = tuple(group for group in groups if group[1])
    yield PagePlan(COMPARISON, BRANCHES, digest(told), partial(_leaf, edition, told))


def row_of(branch: Branch) -> Row:
    """The latest figures of a profile."""
    rating = max(branch.ratings, key=lambda r: r.year or 0, default=None)
    visit = max(branch.supervision, key=lambda v: v.date, default=None)
    return Row(
        name=branch.name,
        url=branch.url,
        kind=branch.kind.label,
        members=_members(branch),
        admitted=_admitted(branch),
        rating=Cell(rating.level.label, str(rating.year or rating.period), bool(rating.note)) if rating else Cell(),
        models=_models(branch),
        digital=_digital(branch),
        supervised=Cell(f"{visit.date:%d/%m/%Y}", visit.by) if visit else Cell(),
    )


def _members(branch: Branch) -> Cell:
    count = latest_membership(branch)
    if not count:
        return Cell()
    return Cell(format_number(count.total), f"{'khoảng ' if count.estimated else ''}{count.as_of}", bool(count.note))


def _digital(branch: Branch) -> Cell:
    told = max(branch.digital, key=lambda d: d.as_of, default=None)
    if not told:
        return Cell()
    return Cell(f"{format_number(told.percent)}%", f"{told.app}, {told.as_of}", bool(told.note))


def _admitted(branch: Branch) -> Cell:
    if not branch.admissions:
        return Cell()
    last = max(reversed(branch.admissions), key=lambda admission: YEAR.findall(admission.period)[-1:])
    parts = [f"{format_number(last.admitted)} người"] if last.admitted is not None else []
    if last.percent_of_target is not None:
        parts.append(f"{format_number(last.percent_of_target)}% chỉ tiêu")
    return Cell(", ".join(parts), last.period, bool(last.note))


def _models(branch: Branch) -> Cell:
    if not branch.models:
        return Cell()
    recognised = told_of(branch.models, ModelState.RECOGNISED)
    judged = "chưa có tin công nhận" if recognised is None else f"{recognised} công nhận"
    return Cell(f"{len(branch.models)} đăng ký, {judged}", has_note=any(model.note for model in branch.models))


def _leaf(edition: Edition, groups: tuple[tuple[str, tuple[Row, ...]], ...]) -> Leaf:
    settings = edition.library.settings
    crumbs = [(settings.name, ""), ("Hồ sơ chi bộ", BRANCHES), (_NAME, COMPARISON)]
    head = Head(
        url=COMPARISON,
        title=_NAME,
        description=f"Số liệu mới nhất của các chi bộ, đảng bộ có hồ sơ trên {settings.name}, đặt cạnh nhau, mỗi số một thời điểm.",
        data=(crumbs_data(settings, crumbs),),
    )
    return edition.leaf("comparison.html", head, BRANCHES, groups=groups)
