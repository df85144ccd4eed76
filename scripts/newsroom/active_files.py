"""Active files: attachments that would do something when a reader opens them – PDFs with scripts, macros, drawings in SVG.

A PDF is searched whole, whatever its bytes seem to be part of: readers of PDFs go to an object by its place, past
comments, strings and streams. Only what is packed in object streams is unpacked before (the actions: ISO 32000-1, 12.6.4).
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from newsroom.object_streams import name_pattern, object_streams
from newsroom.office_files import ENDINGS, activity_of_office, leftovers_of_office
from newsroom.unreadable import Unreadable
from newsroom.watch import TooMuch, watched

_HEADER: Final = b"%PDF-"
_TEXT: Final = rb"(?=[\t\n\f\r -~]{12}|\s*\(\xfe\xff)"
"""What follows a name in an object; two letters alone are in the bytes of many a photo."""
_ACTIONS: Final = {
    re.compile(name_pattern("JavaScript") + rb"|" + name_pattern("JS") + _TEXT): "có JavaScript",
    re.compile(name_pattern("Launch")): "có lệnh mở chương trình",
    re.compile(
        name_pattern("EmbeddedFiles", "EmbeddedFile", "RichMedia", "Movie", "Sound", "Rendition")
        + rb"|"
        + name_pattern("EF", "3D")
        + _TEXT
    ): "có tệp nhúng bên trong",
    re.compile(name_pattern("XFA") + _TEXT): "có biểu mẫu XFA",
    re.compile(name_pattern("SubmitForm", "ImportData", "GoToE")): "có lệnh gửi hoặc lấy dữ liệu từ nơi khác",
    re.compile(name_pattern("Encrypt")): "đặt mật khẩu nên không soát được",
}
_DRAWING: Final = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_START: Final = 4096
_TOO_MUCH: Final = "rối quá, soát mãi không xong"


def activity(name: str, data: bytes) -> str:
    """What an attachment called so could do to a reader, in words; "" for nothing."""
    name = name.lower()
    if name.endswith((".svg", ".svgz")) or _DRAWING.search(data[:_START]):
        return "là hình vẽ SVG, có thể chứa mã"
    if name.endswith(".pdf") or _HEADER in data[:1024]:
        return _activity_of_pdf(data)
    return _watched_activity_of_office(data) if name.endswith(ENDINGS) else ""


def leftovers(name: str, data: bytes) -> tuple[str, ...]:
    """What an attachment still carries of the work on it, in words; nothing for one that cannot be looked into."""
    if not name.lower().endswith(ENDINGS):
        return ()
    try:
        with watched():
            return leftovers_of_office(data)
    except TooMuch:
        return ()


def _watched_activity_of_office(data: bytes) -> str:
    try:
        with watched():
            return activity_of_office(data)
    except TooMuch:
        return _TOO_MUCH


def _activity_of_pdf(data: bytes) -> str:
    if _HEADER not in data[:1024]:
        return "mang tên PDF mà không phải PDF"
    try:
        with watched():
            return next((found for text in chain([data], object_streams(data)) if (found := _action(text))), "")
    except Unreadable as error:
        return str(error)
    except TooMuch:
        return _TOO_MUCH


def _action(text: bytes) -> str:
    return next((words for pattern, words in _ACTIONS.items() if pattern.search(text)), "")
