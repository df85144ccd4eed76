"""What to read next: the neighbours of an article in its section."""

from __future__ import annotations

from typing import Final

from newsroom.article import Article
from newsroom.library import Library
from newsroom.listings import nearby

SAME_SECTION: Final = 5
"""How many headlines “Tin cùng chuyên mục” shows."""


def same_section(library: Library, article: Article) -> tuple[Article, ...]:
    """Articles of the section next to this one in time: older ones first of all, so that the list stays as it is."""
    members = library.by_section[article.section]
    return nearby(members, library.place_in_section(article), SAME_SECTION)
