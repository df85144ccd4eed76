"""The rules: laws that need more than one field, or the whole library, to judge. Each yields its problems.

A new rule is a function in the file of its subject and a name in RULES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.rules.addresses import addresses_are_unique
from newsroom.rules.citations import check_citations
from newsroom.rules.comments import check_comments
from newsroom.rules.depth import (
    committees_hold_their_branches,
    meetings_are_long_enough,
    ratings_keep_their_rule,
    shares_are_shares,
    times_are_no_persons,
)
from newsroom.rules.documents import attached_files_exist, documents_differ, numbers_tell_kind_and_year
from newsroom.rules.figures import (
    estimates_are_explained,
    membership_adds_up,
    percentages_agree,
    small_cells_are_hidden,
)
from newsroom.rules.people import names_are_one_person
from newsroom.rules.pictures import find_lead_picture, site_picture_is_good
from newsroom.rules.programmes import frameworks_add_up, models_fit_their_programme
from newsroom.rules.quotation import check_quotation
from newsroom.rules.references import (
    branches_are_known,
    menu_entries_exist,
    parents_form_a_tree,
    programmes_are_known,
    sections_are_known,
)
from newsroom.rules.sources import named_articles_exist, sources_are_listed
from newsroom.rules.times import models_go_forward, periods_run_forward, roles_run_forward
from newsroom.rules.units import succession_goes_on, unit_names_are_told_apart, units_are_known
from newsroom.rules.wording import check_wording

__all__ = [
    "RULES",
    "Rule",
    "check_citations",
    "check_comments",
    "check_library",
    "check_quotation",
    "check_wording",
    "find_lead_picture",
]

Rule = Callable[[Library], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    addresses_are_unique,
    sections_are_known,
    branches_are_known,
    programmes_are_known,
    units_are_known,
    parents_form_a_tree,
    succession_goes_on,
    unit_names_are_told_apart,
    names_are_one_person,
    sources_are_listed,
    named_articles_exist,
    menu_entries_exist,
    membership_adds_up,
    percentages_agree,
    small_cells_are_hidden,
    estimates_are_explained,
    ratings_keep_their_rule,
    times_are_no_persons,
    shares_are_shares,
    meetings_are_long_enough,
    committees_hold_their_branches,
    models_fit_their_programme,
    frameworks_add_up,
    periods_run_forward,
    documents_differ,
    numbers_tell_kind_and_year,
    attached_files_exist,
    models_go_forward,
    roles_run_forward,
    site_picture_is_good,
)


def check_library(library: Library) -> list[Problem]:
    """Ask every rule."""
    return [problem for rule in RULES for problem in rule(library)]
