"""Weaving: mentions in finished HTML made links – never inside links, code or headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Final, NamedTuple

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|<!--.*?-->", re.DOTALL)
_CLOSED: Final = frozenset(
    ["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "abbr", "script", "style", "button", "figcaption"]
)
"""Elements whose text gets no links: links already, code, headings, and the captions of pictures."""


class Link(NamedTuple):
    """A stretch of HTML text that is to lead to `url` (below the root); `title` is told to who points at it."""

    start: int
    end: int
    url: str
    title: str = ""


def free_texts(html: str) -> Iterator[tuple[int, int]]:
    """The stretches of text in HTML (between tags) where a link may stand, as (start, end)."""
    place, closed = 0, 0
    for tag in _TAG.finditer(html):
        if not closed and tag.start() > place:
            yield place, tag.start()
        place = tag.end()
        if tag[2] and tag[2].lower() in _CLOSED:
            closed = max(0, closed - 1) if tag[1] else closed + 1
    if not closed and place < len(html):
        yield place, len(html)


def weave(html: str, find: Callable[[str], Iterable[Link]], base: str, kind: str) -> str:
    """HTML with links where `find` (asked of each free stretch of text) says; `kind` becomes their class."""
    parts: list[str] = []
    done = 0
    for start, end in free_texts(html):
        for link in find(html[start:end]):
            title = f' title="{escape(link.title)}"' if link.title else ""
            parts.append(html[done : start + link.start])
            done = start + link.end
            parts.append(f'<a class="{kind}" href="{base}{link.url}"{title}>{html[start + link.start : done]}</a>')
    parts.append(html[done:])
    return "".join(parts)
