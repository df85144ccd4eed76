"""Plain bodies: nothing but paragraphs of one line without a mark of Markdown. Most news are; their HTML is written at once.

That this is what the stock converter makes is tested together with the gates, and holds only where they are closed.
"""

from __future__ import annotations

import re
from typing import Final

_PARAGRAPH: Final = re.compile(r"""(?:[^\W\d_]|["“‘«(])[^\n\t&<>\[\]\\`*_|\x02\x03]*""")
"""Begins as no block does that is not a paragraph; holds nothing that an inline pattern or the writer looks for."""
_BETWEEN: Final = re.compile(r"\n{2,}")


def plain_paragraphs(text: str) -> list[str] | None:
    """The paragraphs of a plain body; None when it must be converted."""
    paragraphs = _BETWEEN.split(text.strip("\n"))
    return paragraphs if all(map(_PARAGRAPH.fullmatch, paragraphs)) else None


def paragraphs_html(paragraphs: list[str]) -> str:
    """Their HTML."""
    return "<p>" + "</p>\n<p>".join(paragraphs) + "</p>"
