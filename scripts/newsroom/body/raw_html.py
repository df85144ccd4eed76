"""Raw HTML: whatever an HTML5 parser would take for a tag, a comment or a declaration in the text of a body.

The converter shows such text as the characters it is made of, so nothing of it runs; but its writer meant something else,
or was not its writer. What stands in code or as an entity is about HTML, not HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from newsroom.codes import Code
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.vetting import ELEMENTS, TAG

_CODE: Final = ("code", "pre", "kbd", "samp")


def refuse_html(root: Element, source: Source) -> Iterator[Problem]:
    """A problem for each kind of tag, where it stands first outside of code."""
    for name, needle in raw_html(root):
        cure = "bỏ thẻ; muốn viết về nó thì đặt trong dấu `…` hoặc viết &lt;"
        yield source.problem_at(needle, Code.RAW_HTML, f"bài có thẻ HTML {name}", cure)


def raw_html(root: Element) -> Iterator[tuple[str, str]]:
    """(the element's name as it is told, the characters it begins with) for each kind of tag in the text of a body."""
    told: set[str] = set()
    for name, needle in _tags(root):
        if name not in told:
            told.add(name)
            yield name, needle


def _tags(root: Element) -> Iterator[tuple[str, str]]:
    for text in texts_of(root):
        if "<" not in text:
            continue
        for match in TAG.finditer(text):
            name = (match[1] or "").lower()
            if not name:
                yield ("<!-- … -->" if match[2] == "!--" else f"<{match[2]} …>"), match[0]
            elif name in ELEMENTS or ":" in name or ">" in text[match.end() :]:
                yield f"<{name}>", match[0]


def texts_of(element: Element) -> Iterator[str]:
    """Every stretch of text outside of code."""
    if element.tag not in _CODE and element.text and not isinstance(element.text, AtomicString):
        yield element.text
    for child in element:
        if element.tag not in _CODE:
            yield from texts_of(child)
        if child.tail:
            yield child.tail
