"""Fragments: links within one page – to headings, to footnotes and back – that must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote

from newsroom.body.anchors import TAKEN
from newsroom.codes import Code
from newsroom.problem import Problem
from newsroom.source import Source

_ID: Final = re.compile(r'<[a-z][^<>]* id="([^"]*)"')
_LINK: Final = re.compile(r'<a [^<>]*href="#([^"]+)"')
_BACK: Final = "fnref:"
"""With what the converter begins the id of the place where a footnote is asked for."""


def lost_fragments(html: str, source: Source) -> Iterator[Problem]:
    """A problem for each link of a finished body that leads to no place in it."""
    links = {unescape(found[1]): None for found in _LINK.finditer(html)} if 'href="#' in html else {}
    ids = {unescape(found[1]) for found in _ID.finditer(html)} if links else set()
    for link in links:
        fragment = unquote(link)
        if fragment not in ids and fragment not in TAKEN:
            yield _footnote(source, fragment) if fragment.startswith(_BACK) else _nowhere(source, link)


def _footnote(source: Source, fragment: str) -> Problem:
    mark = f"[^{fragment.removeprefix(_BACK)}]"
    message, cure = (
        f"chú thích {mark} không có chỗ nào trong bài dùng tới",
        f"viết {mark} vào chỗ cần, hoặc xóa dòng này",
    )
    return source.problem_at(f"{mark}:", Code.BROKEN_LINK, message, cure)


def _nowhere(source: Source, link: str) -> Problem:
    message = f"trong bài không có chỗ nào mang tên “#{link}”"
    cure = "lấy chữ của tiêu đề, bỏ dấu, nối bằng gạch: #viec-can-lam cho “## Việc cần làm”"
    return source.problem_at(f"#{link}", Code.BROKEN_LINK, message, cure)
