"""Stray marks: Markdown that its writer left open or misspelt, so that readers would see the marks themselves.

Asked of the tree, where a mark that did its work is gone and an escaped one no mark any more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from newsroom.body.raw_html import texts_of
from newsroom.codes import Code
from newsroom.places import places_of
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.verbatim import without_code


class _Mark(NamedTuple):
    """`sign` must be there for the `pattern` to be looked for."""

    sign: str
    pattern: re.Pattern[str]
    message: str
    cure: str


_MARKS: Final = (
    _Mark("](", re.compile(r"!?\[[^][\n]*\]\("), "liên kết hoặc ảnh chưa khép ngoặc", "viết đủ [chữ](địa chỉ)"),
    _Mark(
        "] (",
        re.compile(r"!?\[[^][\n]+\] \((?=https?:|[^()\s]+\.(?:md|jpe?g|png|webp|pdf|docx?|xlsx?)\b)"),
        "có dấu cách giữa ] và ( nên không thành liên kết hay ảnh",
        "bỏ dấu cách ấy: [chữ](địa chỉ)",
    ),
    _Mark(
        "[[",
        re.compile(r"!?\[\[[^][\n]+\]\]"),
        "dấu [[ … ]] của trình khác hiện nguyên trên trang",
        "viết [chữ](địa chỉ), hoặc ![lời tả](tệp ảnh)",
    ),
    _Mark(
        "[^",
        re.compile(r"\[\^[^]\s]+\]"),
        "dấu chú thích không có dòng giải thích",
        "thêm vào cuối bài dòng cùng dấu ấy, dấu hai chấm, rồi lời giải thích",
    ),
    _Mark(
        "!!!",
        re.compile(r"^!!! ?[a-z]", re.MULTILINE),
        "khung viết sai nên hiện nguyên dấu !!!",
        'viết: !!! note "Tên khung"',
    ),
    _Mark(
        "???",
        re.compile(r"^\?{3}\+? ?[a-z]", re.MULTILINE),
        "khung viết sai nên hiện nguyên dấu ???",
        'viết: ??? note "Tên khung"',
    ),
    _Mark(
        "|",
        re.compile(r"^\|[^\n]*\|[ \t]*(?:\n\|[^\n]*)+", re.MULTILINE),
        "bảng viết sai nên hiện nguyên dấu |",
        "để một dòng trống trước bảng; dòng thứ hai của bảng là | --- | --- |",
    ),
    _Mark(
        "**",
        re.compile(r"(?<![\d*])\*\*(?=[^\W_]|[“\"])|\*\* [^*\n]+ \*\*"),
        "dấu ** không thành chữ đậm nên hiện nguyên trên trang",
        "viết **chữ đậm**: đủ hai đầu, sát chữ",
    ),
    _Mark("```", re.compile(r"^```", re.MULTILINE), "khung mã chưa khép lại", "thêm một dòng ``` ở cuối khung"),
)
_AS_TYPED: Final = re.compile(r"[^\n\x02]{1,40}")
"""What follows a mark for certain as it was typed."""
_RULED: Final = re.compile(
    r"(?<![^\n]\n)^(?![#>|\s]|[-*+] )(?:[^\n]*[.!?…;,”]|[^\n]{89,}\S)[ \t]*\n(--+)[ \t]*$", re.MULTILINE
)
"""A line of dashes right below what is a paragraph, not a heading."""


def stray_marks(root: Element, text: str, source: Source) -> Iterator[Problem]:
    """A warning for each mark among the words of a body (`text`), and each box that says nothing."""
    seen: Counter[str] = Counter()
    marks = [mark for mark in _MARKS if mark.sign in text]
    for words in texts_of(root) if marks else ():
        for mark in marks:
            for match in mark.pattern.finditer(words) if mark.sign in words else ():
                typed = _AS_TYPED.match(words, match.start())
                needle = typed[0].rstrip() if typed else match[0]
                yield _problem(source, needle, seen[needle], mark.message, mark.cure)
                seen[needle] += 1
    if "!!!" in source.body or "???" in source.body:
        yield from _boxes(root, source)
    if "\n--" in source.body:
        for match in _RULED.finditer(without_code(source.body)):
            message = "dòng --- sát dưới đoạn văn biến đoạn ấy thành tiêu đề"
            yield source.problem_by_place(
                match.start(1), Code.STRAY_MARK, message, "thêm một dòng trống trước dòng ---"
            )


def _boxes(root: Element, source: Source) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for box in root.iter():
        kind = box.get("class", "").removeprefix("admonition ").partition(" ")[0]
        if box.tag != "details" and not box.get("class", "").startswith("admonition "):
            continue
        typed = f"{'!!!' if box.tag == 'div' else '???'} {kind}"
        if all(child.tag == "summary" or child.get("class") == "admonition-title" for child in box):
            message, cure = "khung trống: chữ bên dưới nằm ngoài khung", "thụt mỗi dòng của khung vào bốn dấu cách"
            yield _problem(source, typed, seen[typed], message, cure)
        seen[typed] += 1


def _problem(source: Source, typed: str, number: int, message: str, cure: str) -> Problem:
    places = places_of(typed, source.body) or [0]
    return source.problem_by_place(places[min(number, len(places) - 1)], Code.STRAY_MARK, message, cure)
