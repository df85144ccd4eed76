"""Lost layout: what a word processor set out by bullets, tabs and indents, and Markdown reads as something else.

A list within a list is set in by four blanks, or is none. Lines with bullets right below a sentence run on in it, so do the rows of a table parted by tabs; a paragraph that is set in
is taken for code. Nothing of it can be seen in the text as it is typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from newsroom.codes import Code
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.verbatim import without_code, without_marked_code

_ITEM: Final = re.compile(
    r"^[ ]{0,3}(?:(?P<sign>[-+*•▪●◦–—])(?=\s|[^\W\d_])|(?:\d{1,2}|[a-zđ])(?P<after>[.)/])(?=\s|[^\W\d_]))[^\n\x02]{1,40}",
    re.MULTILINE,
)
"""A line that its writer counts, by a sign or by a number or letter; what follows it for certain as it was typed."""
_LEAST_ITEMS: Final = 2
_ROW: Final = r"(?![^\w\s]{1,2}\t|\w{1,3}[.)/]\t)[^\s|][^\t\n|]*\t[^\n]*"
_ROWS: Final = re.compile(rf"^{_ROW}(?:\n{_ROW})+", re.MULTILINE)
"""Lines one below the other in which tabs part words, and not a bullet from its words."""
_NUMBER: Final = r"\d{1,3}\.[ \t]"
_BULLET: Final = r"[-*+][ \t]"
_SHALLOW: Final = re.compile(
    rf"^(?:(?:{_NUMBER}|{_BULLET})[^\n]*\n {{2,3}}(?=(?:{_NUMBER}|{_BULLET})\S)|{_NUMBER}[^\n]*\n(?={_BULLET}\S)|{_BULLET}[^\n]*\n(?={_NUMBER}\S))",
    re.MULTILINE,
)
"""An item, and right below it one of another list: it becomes an item of the same, or runs on in the one above."""
_VIETNAMESE: Final = re.compile("[À-ỹ]")


def lost_layout(root: Element, source: Source) -> Iterator[Problem]:
    """A warning for each list and table that became one paragraph, and each paragraph that became code."""
    seen: Counter[str] = Counter()
    for element in root.iter():
        found = _items(element) if element.tag == "p" else _prose(element) if element.tag == "pre" else None
        if found:
            needle, message, cure = found
            places = _places(needle, source.body)
            place = places[min(seen[needle], len(places) - 1)]
            seen[needle] += 1
            yield source.problem_by_place(place, Code.LOST_LAYOUT, message, cure)
    yield from _shallow(source)
    if "\t" in source.body:
        for match in _ROWS.finditer(without_code(source.body)):
            message = "bảng dán từ Word hay Excel còn dấu Tab nên các ô dính thành một đoạn"
            cure = "kẻ lại bằng dấu |: dòng đầu là | Tổ | Dài |, dòng thứ hai là | --- | --- |"
            yield source.problem_by_place(match.start(), Code.LOST_LAYOUT, message, cure)


def _shallow(source: Source) -> Iterator[Problem]:
    """The first item of each list that should be part of the item above it, and is set in too little for that."""
    told = -1
    text = without_marked_code(source.body)
    for match in _SHALLOW.finditer(text):
        if told < 0 or "\n\n" in text[told : match.start()]:
            message = "danh sách con thụt chưa đủ bốn dấu cách nên không thành danh sách con"
            cure = "thụt mỗi dòng của danh sách con vào bốn dấu cách; danh sách khác thì để một dòng chữ ở giữa"
            yield source.problem_by_place(match.end(), Code.LOST_LAYOUT, message, cure)
            told = match.end()


def _places(words: str, body: str) -> list[int]:
    """Every offset at which a line of the body begins with the words, whatever blanks part them; the first where none does."""
    typed = r"[ \t]+".join(map(re.escape, words.split()))
    line = re.compile(rf"^[ \t>]*({typed})", re.MULTILINE)
    return [match.start(1) for match in line.finditer(body)] or [0]


def _items(paragraph: Element) -> tuple[str, str, str] | None:
    """The first of the lines that should be a list; who breaks lines on purpose wants none."""
    text = "".join(paragraph.itertext())
    if "\n" not in text or paragraph.find("br") is not None:
        return None
    kinds: dict[str, list[str]] = {}
    for match in _ITEM.finditer(text):
        kinds.setdefault(match["sign"] or match["after"], []).append(match[0].strip())
    items = next((lines for lines in kinds.values() if len(lines) >= _LEAST_ITEMS), None)
    if items is None:
        return None
    cure = "để một dòng trống phía trên, mỗi dòng mở đầu bằng “- ” hoặc “1. ”; hoặc để một dòng trống giữa các dòng"
    return items[0], f"các dòng như “{items[0]}” dính liền thành một đoạn, không thành danh sách", cure


def _prose(code: Element) -> tuple[str, str, str] | None:
    """The first line of an indented block that is no code: its words are Vietnamese."""
    text = "".join(code.itertext()).strip()
    if not _VIETNAMESE.search(text):
        return None
    cure = "xóa khoảng trắng ở đầu dòng; nếu đúng là mã thì đặt giữa hai dòng ```"
    return text.partition("\n")[0], "dòng thụt vào bốn dấu cách hoặc một Tab nên thành khung chữ máy", cure
