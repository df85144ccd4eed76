"""Plans: what is to stand at an address, told by a key, and how to draw it. Only what has another key is drawn again.

Plain tuples: every build makes as many as there are pages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsroom.addresses import file_of
from newsroom.render.leaf import Leaf

ANY: Final = ""
"""The template of a page of which there are so few that any of ours redraws it."""


class PagePlan(NamedTuple):
    """A page. `inputs` is the digest of all that it is drawn from, its `template` (or any of them) and its shell aside.

    `has_contents`, the theme draws a table of contents beside it.
    """

    url: str
    place: str
    inputs: bytes
    draw: Callable[[], Leaf]
    template: str = ANY
    has_contents: bool = False

    @property
    def path(self) -> str:
        """The file it is written to."""
        return file_of(self.url)


class FilePlan(NamedTuple):
    """A file that is no page: a feed, a map, an index."""

    path: str
    inputs: bytes
    draw: Callable[[], str | bytes]
