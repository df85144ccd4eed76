"""Words: what an office file says – its running text, and each of its tables, drawn as Markdown would have one.

Word, Excel and PowerPoint have a vocabulary each, LibreOffice one for all; what is a table, a row, a cell or a paragraph is
called so in each of them, whatever prefix stands before it. The words stand for themselves: no style, no formula, no place.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from newsroom.office_files.archive import opened, read
from newsroom.unreadable import Unreadable

_SAYING: Final = re.compile(
    r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml|xl/worksheets/sheet\d+\.xml"
    r"|ppt/(?:slides|notesSlides)/\w+\.xml|content\.xml"
)
_SHARED: Final = "xl/sharedStrings.xml"
"""Where Excel keeps the texts of cells; a cell tells the number of its own."""
_TABLES: Final = ("tbl", "table", "sheetData")
_ROWS: Final = ("tr", "table-row", "row")
_CELLS: Final = ("tc", "table-cell", "c")
_PARAGRAPHS: Final = ("p", "h")
_GAPS: Final = ("tab", "br", "cr", "s", "line-break")
"""What parts words, as the end of a paragraph does, and has none of its own."""

_NEXT_PARAGRAPH: Final = "\n "
"""In Markdown a line goes on in the next, a number too; a paragraph does not: its blank says so."""


def words_of_office(data: bytes) -> tuple[str, ...]:
    """The running text of each member, a line a paragraph, and each table, a line a row, `| a | b |`.

    Raises Unreadable for what is no such file or is spoilt.
    """
    with opened(data) as archive:
        members = {member.filename: member for member in archive.infolist()}
        texts = _shared(archive, members.get(_SHARED))
        saying = sorted(name for name in members if _SAYING.fullmatch(name))
        return tuple(text for name in saying for text in _texts(_root(archive, members[name]), texts))


def _shared(archive: zipfile.ZipFile, member: zipfile.ZipInfo | None) -> Sequence[str]:
    return [_said(text) for text in _root(archive, member)] if member else ()


def _root(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Element:
    try:
        root = fromstring(read(archive, member))
    except ParseError:
        raise Unreadable("có phần viết khác thường nên không soát được") from None
    for element in root.iter():
        if _name(element) in _GAPS:
            element.text = " "
        elif _name(element) in _PARAGRAPHS:
            element.tail = " "
    return root


def _texts(root: Element, shared: Sequence[str]) -> Iterator[str]:
    """The tables of a member in their order, a table within another as part of it, then all that stands outside of them."""
    told: set[Element] = set()
    lines: list[str] = []
    for element in root.iter():
        if element in told:
            continue
        if (name := _name(element)) in _TABLES:
            told.update(element.iter())
            yield "\n".join(_row(row, shared) for row in element.iter() if _name(row) in _ROWS)
        elif name in _PARAGRAPHS:
            told.update(element.iter())
            lines.append(_said(element))
    yield _NEXT_PARAGRAPH.join(lines)


def _row(row: Element, shared: Sequence[str]) -> str:
    return f"| {' | '.join(_cell(cell, shared) for cell in row if _name(cell) in _CELLS)} |"


def _cell(cell: Element, shared: Sequence[str]) -> str:
    value = cell.findtext("{*}v")
    if value is None:
        return _said(cell)
    is_shared = cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared)
    return shared[int(value)] if is_shared else value


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
