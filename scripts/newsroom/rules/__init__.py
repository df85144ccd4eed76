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
from newsroom.rules.documents import attached_files_exist, documents_differ
from newsroom.rules.figures import (
    estimates_are_explained,
    membership_adds_up,
    percentages_agree,
    small_cells_are_hidden,
)
from newsroom.rules.pictures import find_lead_picture, site_picture_is_good
from newsroom.rules.references import (
    branches_are_known,
    menu_entries_exist,
    named_articles_exist,
    parents_form_a_tree,
    sections_are_known,
    sources_are_listed,
)
from newsroom.rules.times import periods_run_forward
from newsroom.rules.wording import check_wording

__all__ = ["RULES", "Rule", "check_citations", "check_library", "check_wording", "find_lead_picture"]

Rule = Callable[[Library], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    addresses_are_unique,
    sections_are_known,
    branches_are_known,
    parents_form_a_tree,
    sources_are_listed,
    named_articles_exist,
    menu_entries_exist,
    membership_adds_up,
    percentages_agree,
    small_cells_are_hidden,
    estimates_are_explained,
    periods_run_forward,
    documents_differ,
    attached_files_exist,
    site_picture_is_good,
)


def check_library(library: Library) -> list[Problem]:
    """Ask every rule."""
    return [problem for rule in RULES for problem in rule(library)]
