"""Leftovers: what an office file still carries of the work on it, and shows to whoever knows where to look.

None of it is on the page that its editor saw last: remarks, passages struck out, sheets and slides put aside, notes to speak
from. Some is left on purpose, so a person decides. Names of authors are in nearly every file, and are not told.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from newsroom.office_files.archive import opened, read
from newsroom.unreadable import Unreadable


class _Kind(NamedTuple):
    """What is left, in words; the members it may be in, and whether one of them holds it."""

    words: str
    members: re.Pattern[str]
    holds: Callable[[bytes], object]


_OF_WORD: Final = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml")
_HIDDEN: Final = re.compile(rb"<w:vanish\s*(?:/>|w:val\s*=\s*[\"'](?:1|true|on))")
_RUN: Final = re.compile(rb"<w:r[\s>]")


def _hidden_words(data: bytes) -> bool:
    """Whether a run has words and is hidden; entries of an index are hidden runs, and have none."""
    runs = (_RUN.split(part)[-1] for part in data.split(b"</w:r>") if b"<w:vanish" in part)
    return any(_HIDDEN.search(run) and b"<w:t" in run for run in runs)


_KINDS: Final = (
    _Kind(
        "lời nhận xét (comment)",
        re.compile(r"(?:word|xl|ppt)/(?:comments|threadedComments)[^/]*(?:/[^/]+)?\.xml|content\.xml"),
        re.compile(rb"<(?:[\w.-]+:)?(?:comment|threadedComment|cm|annotation)[\s/>]").search,
    ),
    _Kind(
        "chỗ sửa đang theo dõi (track changes)",
        re.compile(rf"{_OF_WORD.pattern}|content\.xml"),
        re.compile(rb"<(?:w:(?:ins|del|moveFrom|moveTo)|text:changed-region)[\s/>]").search,
    ),
    _Kind("chữ ẩn", _OF_WORD, _hidden_words),
    _Kind(
        "trang tính ẩn",
        re.compile(r"xl/workbook\.xml|content\.xml"),
        re.compile(
            rb"<(?:[\w.-]+:)?sheet\s[^>]*\bstate\s*=\s*[\"'](?:veryH|h)idden|\btable:display\s*=\s*[\"']false"
        ).search,
    ),
    _Kind(
        "trang chiếu ẩn",
        re.compile(r"ppt/slides/slide\d+\.xml"),
        re.compile(rb"<p:sld\s[^>]*\bshow\s*=\s*[\"'](?:0|false)").search,
    ),
    _Kind(
        "lời ghi dưới trang chiếu (notes)",
        re.compile(r"ppt/notesSlides/notesSlide\d+\.xml"),
        re.compile(rb"<a:r[\s>](?:(?!</a:r>).)*<a:t>\s*[^\s<]", re.DOTALL).search,
    ),
)


def leftovers_of_office(data: bytes) -> tuple[str, ...]:
    """What is left in an office file, in words; nothing for one that cannot be read."""
    try:
        with opened(data) as archive:
            found = set(_found(archive))
    except Unreadable:
        return ()
    return tuple(kind.words for kind in _KINDS if kind.words in found)


def _found(archive: zipfile.ZipFile) -> Iterator[str]:
    for member in archive.infolist():
        kinds = [kind for kind in _KINDS if kind.members.fullmatch(member.filename)]
        data = read(archive, member) if kinds else b""
        yield from (kind.words for kind in kinds if kind.holds(data))
