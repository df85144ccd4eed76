"""Specimens: the first page of each kind, drawn before a file of the site is touched, so that a template's slip costs nobody a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from newsroom.addresses import depth_of
from newsroom.problem import ConfigurationError, Problem
from newsroom.render.plan import PagePlan
from newsroom.render.templates import Templates
from newsroom.sheets import Job, Sheet, drawn_page


def draw_specimens(job: Job, sheets: Iterable[Sheet]) -> Mapping[str, bytes]:
    """Whole pages by their paths below the site. Whatever these sheets take from the theme and our templates is at hand then:
    before processes are forked.

    Raises ConfigurationError with each template that cannot be understood or drawn with, and when the theme cannot be opened.
    """
    pages = [(sheet.path, sheet.plan) for sheet in sheets if isinstance(sheet.plan, PagePlan)]
    _make_ready(job, [plan for _, plan in pages])
    first: dict[object, tuple[str, PagePlan]] = {}
    for path, plan in pages:
        first.setdefault(_kind_of(plan), (path, plan))
    drawn: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, plan in first.values():
        try:
            drawn[path] = drawn_page(job, plan)
        except ConfigurationError as error:
            problems += error.problems
    if problems:
        raise ConfigurationError(problems)
    return drawn


def _make_ready(job: Job, plans: Sequence[PagePlan]) -> None:
    if plans:
        Templates(job.edition.environment).compile()
    theme = job.frame.theme
    if any(plan.has_contents or job.frame.whole for plan in plans):
        theme.open()
    theme.prepare({(plan.place, depth_of(plan.url)) for plan in plans if not plan.has_contents})


def _kind_of(plan: PagePlan) -> object:
    """Pages that one function draws are of one kind."""
    return plan.draw.func if isinstance(plan.draw, partial) else type(plan.draw)
