"""A leaf: the parts of a page that are its own; the theme's shell makes it whole."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.addresses import base_of


@dataclass(frozen=True, slots=True)
class Leaf:
    """`url` below the root; `title` as plain text; `head` and `body` as HTML; `place` the menu entry it belongs to."""

    url: str
    title: str
    head: str
    body: str
    place: str

    @property
    def base(self) -> str:
        """The way from this page to the root."""
        return base_of(self.url)
