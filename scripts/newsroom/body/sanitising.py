"""Sanitising: the rule of GOV.UK's govspeak – a converted body is good only if a sanitiser would leave it as it is.

nh3 (ammonia on html5ever) reads the HTML as a browser does and drops what is not on the list. Nothing is ever published
cleaned: a difference refuses the text, and the first element that differs is named. The list is what our converter makes.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Final

import nh3

_TAGS: Final = frozenset(
    (
        *("a", "abbr", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt"),
        *("em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "ins", "kbd", "li"),
        *("mark", "ol", "p", "picture", "pre", "q", "s", "section", "small", "source", "span", "strong"),
        *("sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_ATTRIBUTES: Final = {
    "*": {"class", "title"},
    "a": {"href", "rel"},
    "details": {"open"},
    "div": {"tabindex"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    **{heading: {"id"} for heading in ("h1", "h2", "h3", "h4", "h5", "h6", "sup")},
    "li": {"id", "value"},
    "ol": {"start"},
    "source": {"srcset", "sizes", "type", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_CLEANER: Final = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    url_schemes={"https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)


_CLASSES: Final = frozenset(
    (
        *("nr-table", "nr-scroll", "nr-figure", "align-left", "align-center", "align-right"),
        *("admonition", "admonition-title", "footnote", "footnote-ref", "footnote-backref"),
        *("note", "abstract", "summary", "tldr", "info", "todo", "tip", "hint", "important", "success", "check"),
        *("done", "question", "help", "faq", "warning", "caution", "attention", "failure", "fail", "missing"),
        *("danger", "error", "bug", "example", "quote", "cite"),
    )
)
"""What a body may be styled as: anything else is a part of the theme, which hides and moves words."""
_CLASS: Final = re.compile(r'<[a-z][a-z0-9]*\b[^<>]*? class="([^"<>]*)"')


def unknown_class(html: str) -> str:
    """The first class of an element that no body has; "" for none."""
    names = (name for match in _CLASS.finditer(html) for name in match[1].split())
    return next((name for name in names if name not in _CLASSES and not name.startswith("language-")), "")


def difference(html: str) -> str:
    """The element, with its attribute, that a sanitiser would drop or change first; "" when it changes nothing."""
    clean = _CLEANER.clean(html)
    if clean == html:
        return ""
    for ours, theirs in zip_longest(_pieces(html), _pieces(clean)):
        if ours != theirs:
            return _name(ours, theirs)
    return ""


Piece = tuple[str, str, tuple[tuple[str, str | None], ...]]
"""(kind, name or text, attributes)."""


class _Reader(HTMLParser):
    """Takes HTML apart, so that only meaning is compared: quotes, entities and the order of attributes are no difference."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(("<", tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append((">", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.pieces and self.pieces[-1][0] == "text":
            data = self.pieces.pop()[1] + data
        self.pieces.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(("!", f"!--{data[:20]}", ()))

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(("!", f"!{decl[:20]}", ()))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.pieces.append(("!", f"?{data[:20]}", ()))


def _pieces(html: str) -> list[Piece]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.pieces


def _name(ours: Piece | None, theirs: Piece | None) -> str:
    if ours is None or (ours[0] == "text" and theirs is not None):
        return f"<{theirs[1]}>" if theirs and theirs[0] != "text" else "chữ"
    if theirs is not None and ours[:2] == theirs[:2]:
        more = sorted(set(ours[2]) - set(theirs[2]))
        return f"<{ours[1]} {more[0][0]}=…>" if more else f"<{ours[1]}>"
    return f"<{ours[1]}>"
