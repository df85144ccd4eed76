"""Plain bodies: nothing but paragraphs of one line without a mark of Markdown. Most news are; their HTML is written at once.

That this is what the stock converter makes is tested together with the gates, and holds only where they are closed.
"""

from __future__ import annotations

import re
from typing import Final

from newsroom.body.parts import Body

_PARAGRAPH: Final = re.compile(r"""(?:[^\W\d_]|["“‘«(])[^\n\t&<>\[\]\\`*_|\x02\x03]*""")
"""Begins as no block does that is not a paragraph; holds nothing that an inline pattern or the writer looks for."""
_BETWEEN: Final = re.compile(r"\n{2,}")


def plain_body(text: str) -> Body | None:
    """The body made of a plain text; None when the text must be converted."""
    paragraphs = _BETWEEN.split(text.strip("\n"))
    if not all(map(_PARAGRAPH.fullmatch, paragraphs)):
        return None
    html = "<p>" + "</p>\n<p>".join(paragraphs) + "</p>"
    return Body(html, " ".join(" ".join(paragraphs).split()), ())
