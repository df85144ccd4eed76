"""Pages of which there is one: the search page, the page for a wrong address."""

from __future__ import annotations

from functools import partial

from newsroom.addresses import NOT_FOUND, SEARCH
from newsroom.render.edition import HOME, Edition
from newsroom.render.head import Head
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan


def search_plan(edition: Edition) -> PagePlan:
    """The search page; the index and the script do the rest."""
    return PagePlan(SEARCH, SEARCH, b"", partial(_search, edition))


def not_found_plan(edition: Edition) -> PagePlan:
    """The page a web server shows for a wrong address. Its links are absolute: it may appear at any depth."""
    return PagePlan(NOT_FOUND, HOME, b"", partial(_not_found, edition))


def _search(edition: Edition) -> Leaf:
    head = Head(
        url=SEARCH,
        title="Tìm kiếm",
        description=f"Tìm trong {edition.library.settings.name}, gõ có dấu hay không dấu đều được.",
        indexed=False,
        scripts=("assets/javascripts/search-passages.js", "assets/javascripts/search.js"),
    )
    return edition.leaf("search.html", head, SEARCH)


def _not_found(edition: Edition) -> Leaf:
    head = Head(
        url=NOT_FOUND, title="Không tìm thấy trang", description="Địa chỉ này không có trang nào.", indexed=False
    )
    return edition.leaf("not_found.html", head, HOME, root=edition.library.settings.base_path)
