"""Headings of the first level: a document has one, its title in the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.codes import Code
from newsroom.places import big_headings
from newsroom.problem import Problem
from newsroom.source import Source


def refuse_headings(count: int, source: Source) -> Iterator[Problem]:
    """A problem for each of the `count` big headings that were made of a body."""
    for place, mark in big_headings(source.body)[:count]:
        if mark == "#":
            message, cure = "dòng # tạo thêm một tiêu đề bài", "dùng ## cho tiêu đề nhỏ trong bài"
        else:
            message = "dòng dấu = biến dòng trên nó thành tiêu đề bài"
            cure = "bỏ dòng dấu =; cần tiêu đề nhỏ thì thêm ## vào đầu dòng trên"
        yield source.problem_by_place(place, Code.HEADING_LEVEL, message, cure)
