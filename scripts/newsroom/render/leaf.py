"""A leaf: the parts of a page that are its own; the theme's shell makes it whole."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.addresses import base_of
from newsroom.body import Heading


@dataclass(frozen=True, slots=True)
class Leaf:
    """`url` below the root; `title` as plain text; `head` and `body` as HTML; `place` the menu entry it belongs to.

    `contents` are the headings of a documentation page: the theme draws its menu and these beside it. `template` is ours
    that `body` was drawn with.
    """

    url: str
    title: str
    head: str
    body: str
    place: str
    contents: tuple[Heading, ...] | None = None
    template: str = ""

    @property
    def base(self) -> str:
        """The way from this page to the root."""
        return base_of(self.url)
