"""Pages of which there is one: the search page, the page for a wrong address."""

from __future__ import annotations

from newsroom.render.edition import HOME, Edition
from newsroom.render.head import Head
from newsroom.render.leaf import Leaf

SEARCH = "tim-kiem/"
NOT_FOUND = "404.html"


def search_leaf(edition: Edition) -> Leaf:
    """The search page; the index and the script do the rest."""
    head = Head(
        url=SEARCH,
        title="Tìm kiếm",
        description=f"Tìm trong {edition.library.settings.name}, gõ có dấu hay không dấu đều được.",
        indexed=False,
        scripts=("assets/javascripts/search.js",),
    )
    return edition.leaf("search.html", head, SEARCH)


def not_found_leaf(edition: Edition) -> Leaf:
    """The page a web server shows for a wrong address. Its links are absolute: it may appear at any depth."""
    head = Head(
        url=NOT_FOUND, title="Không tìm thấy trang", description="Địa chỉ này không có trang nào.", indexed=False
    )
    return edition.leaf("not_found.html", head, HOME, root=edition.library.settings.base_path)
