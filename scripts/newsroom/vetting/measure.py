"""Measure: how long, how deep and how full of brackets a text may be.

Python-Markdown takes quadratic time over runs of brackets and recurses into every level of a list; within these measures
the worst text known takes a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.codes import Code
from newsroom.problem import Problem
from newsroom.source import Source

_LONGEST_LINE: Final = 20_000
_MOST_LINES: Final = 20_000
_DEEPEST: Final = 20
_MOST_OPEN: Final = 200
"""Brackets opened in one block (between blank lines)."""
_MOST_MARKS: Final = {
    "[": (4000, "dấu ngoặc vuông"),
    "`": (6000, "dấu `"),
    "<": (4000, "dấu <"),
    "*": (12000, "dấu *"),
    "_": (12000, "dấu _"),
    "\\": (5000, "dấu \\"),
    "&": (10000, "dấu &"),
    "\n#": (400, "tiêu đề"),
    "\n=": (400, "dòng gạch dưới tiêu đề"),
    "\n-\n": (400, "dòng gạch dưới tiêu đề"),
    "\n---": (400, "dòng gạch ngang"),
    "\n:": (1000, "dòng định nghĩa"),
    "|": (20000, "ô bảng"),
    "[^": (1000, "chú thích"),
    "!!!": (300, "khung"),
    "???": (300, "khung"),
}
"""Signs a whole text may hold, and what they are called."""
_FEWEST: Final = {
    mark[0]: min(most for sign, (most, _) in _MOST_MARKS.items() if sign[0] == mark[0]) for mark in _MOST_MARKS
}
"""Of each letter that begins a sign, how many a text may hold before its signs are counted."""
_DEEP_LINE: Final = re.compile(r"\n(?:(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13}| {81}|(?:\t| {4}){20})")
"""A line thirteen levels deep in quotations and lists, or indented by twenty."""
_BRACKETS: Final = re.compile(r"[][]")
_CURE: Final = "kiểm tra xem có dán nhầm dữ liệu không; viết phẳng lại hoặc chia bài"


def measure(source: Source) -> Iterator[Problem]:
    """Each way in which a body exceeds what is taken; such a body is not converted at all."""
    body = source.body
    if len(body) > _LONGEST_LINE:
        yield from _long_lines(source)
    if match := _DEEP_LINE.search(f"\n{body}"):
        yield _problem(source, match.start(), Code.TOO_COMPLEX, "danh sách hoặc trích dẫn lồng quá sâu")
    for letter, fewest in _FEWEST.items():
        if len(body) > fewest and body.count(letter) > fewest:
            yield from _too_many(source, letter)
    if body.count("[") > _DEEPEST:
        yield from _brackets(source)


def _too_many(source: Source, letter: str) -> Iterator[Problem]:
    for mark, (most, name) in _MOST_MARKS.items():
        if mark[0] == letter and source.body.count(mark) > most:
            yield _problem(source, source.body.find(mark.strip()), Code.TOO_COMPLEX, f"bài có quá {most} {name}")


def _long_lines(source: Source) -> Iterator[Problem]:
    lines = source.body.split("\n")
    if len(lines) > _MOST_LINES:
        yield _problem(source, 0, Code.TOO_LARGE, f"bài có {len(lines)} dòng, quá mức {_MOST_LINES}")
    start = 0
    for line in lines:
        if len(line) > _LONGEST_LINE:
            message = f"một dòng dài {len(line)} ký tự, quá mức {_LONGEST_LINE}"
            yield _problem(source, start, Code.TOO_LARGE, message)
            return
        start += len(line) + 1


def _brackets(source: Source) -> Iterator[Problem]:
    start = 0
    for block in source.body.split("\n\n"):
        if block.count("[") > _MOST_OPEN:
            yield _problem(source, start + block.find("["), Code.TOO_COMPLEX, f"một đoạn mở quá {_MOST_OPEN} dấu [")
            return
        if _depth(block) > _DEEPEST:
            yield _problem(source, start + block.find("["), Code.TOO_COMPLEX, f"dấu [ lồng quá {_DEEPEST} lớp")
            return
        start += len(block) + 2


def _depth(block: str) -> int:
    """How many brackets stand open at once; those never closed count too."""
    depth = deepest = 0
    for match in _BRACKETS.finditer(block):
        depth = depth + 1 if match[0] == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _problem(source: Source, place: int, code: Code, message: str) -> Problem:
    return source.problem_by_place(place, code, message, _CURE)
