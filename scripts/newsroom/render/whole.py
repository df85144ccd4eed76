"""Everything the generator draws itself, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.render.archive import archive_plans
from newsroom.render.branches import branch_plans
from newsroom.render.comparison import comparison_plans
from newsroom.render.data_page import data_page_plan
from newsroom.render.documents import document_plans
from newsroom.render.edition import Edition
from newsroom.render.front_page import front_page_plan
from newsroom.render.lists import author_plans, section_plans
from newsroom.render.official_documents import official_document_plans
from newsroom.render.people import person_plans
from newsroom.render.plan import PagePlan
from newsroom.render.programmes import programme_plans
from newsroom.render.single_pages import not_found_plan, search_plan
from newsroom.render.tables import Table
from newsroom.render.units import unit_plans


def page_plans(edition: Edition, tables: tuple[Table, ...]) -> Iterator[PagePlan]:
    """Every generated page but those of articles; `tables` are the open data that one of them explains."""
    library = edition.library
    yield front_page_plan(edition)
    for section in library.settings.sections:
        yield from section_plans(edition, section)
    for author in sorted(library.by_author):
        yield from author_plans(edition, author)
    yield from archive_plans(edition)
    yield from branch_plans(edition)
    yield from official_document_plans(edition)
    yield from comparison_plans(edition)
    yield from programme_plans(edition)
    yield from unit_plans(edition)
    yield from person_plans(edition)
    yield from document_plans(edition)
    yield data_page_plan(edition, tables)
    yield search_plan(edition)
    yield not_found_plan(edition)
