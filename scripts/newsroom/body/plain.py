"""Plain bodies: nothing but paragraphs of one line without a mark of Markdown. Most news are; their HTML is written at once.

That this is what the stock converter makes is tested together with the gates, and holds only where they are closed.
"""

from __future__ import annotations

import re
from typing import Final

from newsroom.body.parts import Body
from newsroom.code_page import encode

_MARKS: Final = "\t&<>[]\\`*_|\x02\x03"
"""All that an inline pattern or the writer looks for."""
_PARAGRAPH: Final = re.compile(r"""[^\W\d_]|["“‘«(]""")
"""Begins as no block does that is not a paragraph."""
_BETWEEN: Final = re.compile(r"\n{2,}")


def plain_body(text: str) -> Body | None:
    """The body made of a plain text; None when the text must be converted."""
    if any(map(text.__contains__, _MARKS)):
        return None
    paragraphs = _BETWEEN.split(text.strip("\n"))
    words = " ".join(paragraphs)
    if "\n" in words or not all(map(_PARAGRAPH.match, paragraphs)):
        return None
    return Body("<p>" + "</p>\n<p>".join(paragraphs) + "</p>", _single_spaced(words), ())


def _single_spaced(words: str) -> str:
    """The words with one blank between them; of the blanks of the code page two stand in such a text."""
    if encode(words) is None or "  " in words or "\u00a0" in words or words.endswith(" "):
        return " ".join(words.split())
    return words
