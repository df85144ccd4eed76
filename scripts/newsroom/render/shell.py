"""The shell: the theme's page with slots for what is a page's own.

The theme is asked once for each (menu entry, depth); a page is then the joining of strings. The shell's text is its
own cache key: whatever in theme, configuration or navigation changes a page, changes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Final

from newsroom.digests import bytes_digest
from newsroom.render.leaf import Leaf

TITLE_SLOT: Final = "\x02newsroom-title\x03"
HEAD_SLOT: Final = "\x02newsroom-head\x03"
BODY_SLOT: Final = "\x02newsroom-body\x03"
_ADDRESS: Final = re.compile(r'((?:href|src|action|data-base|data-index)=")([^"]*)')
_AS_IT_IS: Final = re.compile(r"(<(?:script|pre|textarea)\b.*?</(?:script|pre|textarea)>)", re.DOTALL)
_BLANK: Final = re.compile(r"[ \t]*\n\s*")
_ABSOLUTE: Final = re.compile(r"[#/]|[a-z]+:")


@dataclass(frozen=True)
class Shell:
    """The four pieces of the theme's page around the three slots."""

    pieces: tuple[str, str, str, str]

    @classmethod
    def cut(cls, page: str) -> Shell:
        """Cut a page rendered with the slots' marks.

        Raises ValueError when a slot is missing or stands twice: the template is broken.
        """
        rest = _squeeze(page)
        pieces: list[str] = []
        for slot in (TITLE_SLOT, HEAD_SLOT, BODY_SLOT):
            before, found, rest = rest.partition(slot)
            if not found or slot in rest:
                raise ValueError(f"the shell must hold the slot {slot!r} once")
            pieces.append(before)
        return cls((pieces[0], pieces[1], pieces[2], rest))

    @property
    def digest(self) -> bytes:
        """The key of all four pieces."""
        return bytes_digest("\0".join(self.pieces).encode())

    @cached_property
    def _encoded(self) -> tuple[bytes, ...]:
        """The pieces as they are written: two thirds of most pages, encoded once."""
        return tuple(piece.encode() for piece in self.pieces)

    def fill(self, leaf: Leaf) -> bytes:
        """The whole page, in UTF-8."""
        first, second, third, last = self._encoded
        return b"".join(
            (first, escape(leaf.title).encode(), second, leaf.head.encode(), third, leaf.body.encode(), last)
        )


def _squeeze(page: str) -> str:
    """Without blank lines and indentation: the theme's templates leave a fifth of every page as blanks."""
    parts = _AS_IT_IS.split(page)
    parts[::2] = (_BLANK.sub("\n", part) for part in parts[::2])
    return "".join(parts)


def root_links(html: str, root: str) -> str:
    """Make the relative links of a page absolute: a page for wrong addresses is shown at any depth."""

    def rooted(match: re.Match[str]) -> str:
        attribute, address = match.groups()
        if _ABSOLUTE.match(address):
            return match[0]
        return f"{attribute}{root}{address.removeprefix('./').removeprefix('.')}"

    return _ADDRESS.sub(rooted, html).replace('{"base": "."', f'{{"base": "{root.rstrip("/") or "/"}"')
