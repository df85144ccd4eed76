"""Weaving: mentions in finished HTML made links – never inside links, code or headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape, unescape
from typing import Final, NamedTuple

from newsroom.mentions.places import rank_of
from newsroom.mentions.recognising import Mention, occurrences

_TAG: Final = re.compile(r'<span class="nr-now">[^<]*</span>|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|<!--.*?-->', re.DOTALL)
"""A tag, or a whole gloss: its words are ours, not the author's."""
_CLOSED: Final = frozenset(
    ["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "abbr", "script", "style", "button", "figcaption"]
)
"""Elements whose text gets no links: links already, code, headings, and the captions of pictures."""


_INLINE: Final = re.compile(r"</?(?:a|abbr|b|em|i|mark|q|small|span|strong|sub|sup|u)\b[^>]*>")
_ANY: Final = re.compile(r"<[^>]*>")


def read_aloud(html: str) -> str:
    """The text of HTML, a line for each block: what a paragraph ends with does not go on in the next."""
    text = _INLINE.sub("", html.replace("\n", " "))
    return unescape(_ANY.sub("\n", text))


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
    """HTML with links where `find` (asked of each free stretch of text, in order) says; `kind` becomes their class."""
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


def first_mentions(mentions: Sequence[Mention], linked: Iterable[str]) -> Callable[[str], list[Link]]:
    """For `weave`: a link at the first mention of each page but those that are `linked` already.

    A place that only tells where the one before it lies (“xã Mẫu, huyện Mẫu”) gets none: one link leads to both.
    """
    done = set(linked)
    typed = [Mention(escape(mention.text, quote=False), mention.url) for mention in mentions]

    def find(text: str) -> list[Link]:
        links: list[Link] = []
        last = Mention("", "")
        told = 0
        for start, end, mention in occurrences(text.replace("\n", " "), typed):
            inside = told and text[told:start] == ", " and rank_of(mention.text) > rank_of(last.text)
            last, told = mention, end
            if mention.url and mention.url not in done and not inside:
                done.add(mention.url)
                links.append(Link(start, end, mention.url))
        return links

    return find
