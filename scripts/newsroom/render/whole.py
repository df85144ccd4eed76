"""Everything the generator draws itself, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.render.archive import archive_leaves
from newsroom.render.articles import article_leaf
from newsroom.render.branches import branch_leaves
from newsroom.render.edition import Edition
from newsroom.render.front_page import front_page_leaf
from newsroom.render.leaf import Leaf
from newsroom.render.lists import author_leaves, section_leaves
from newsroom.render.single_pages import not_found_leaf, search_leaf


def all_leaves(edition: Edition) -> Iterator[Leaf]:
    """Every generated page."""
    library = edition.library
    yield front_page_leaf(edition)
    for section in library.settings.sections:
        yield from section_leaves(edition, section)
    for article in library.articles:
        yield article_leaf(edition, article)
    for author in sorted(library.by_author):
        yield from author_leaves(edition, author)
    yield from archive_leaves(edition)
    yield from branch_leaves(edition)
    yield search_leaf(edition)
    yield not_found_leaf(edition)
