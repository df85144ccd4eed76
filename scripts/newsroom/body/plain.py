"""Plain bodies: nothing but paragraphs of one line without a mark of Markdown. Most news are; their HTML is written at once.

That this is what the stock converter makes is tested together with the gates, and holds only where they are closed.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from newsroom.body.parts import Body
from newsroom.code_page import encode

_MARKS: Final = "\t<[]\\`*_|\x02\x03"
"""What inline patterns look for, entities aside."""
_ENTITY: Final = re.compile(r"&[#\w]+;")
_PARAGRAPH: Final = re.compile(r"""[^\W\d_]|["“‘«(]|\d+(?![\d.])""")
"""Begins as no block does that is not a paragraph."""
_BETWEEN: Final = re.compile(r"\n{2,}")


def plain_body(text: str) -> Body | None:
    """The body made of a plain text; None when the text must be converted."""
    if any(map(text.__contains__, _MARKS)) or _ENTITY.search(text):
        return None
    paragraphs = _paragraphs(text.strip("\n"))
    words = " ".join(paragraphs)
    if "\n" in words or not all(map(_PARAGRAPH.match, paragraphs)):
        return None
    html = escape("\n".join(paragraphs), quote=False).replace("\n", "</p>\n<p>")
    return Body(f"<p>{html}</p>", _single_spaced(words), ())


def _paragraphs(text: str) -> list[str]:
    """What stands between blank lines; of more than one in a row there are few, and an expression is slow."""
    return _BETWEEN.split(text) if "\n\n\n" in text else text.split("\n\n")


def _single_spaced(words: str) -> str:
    """The words with one blank between them; of the blanks of the code page two stand in such a text."""
    if encode(words) is None or "  " in words or "\u00a0" in words or words.endswith(" "):
        return " ".join(words.split())
    return words
