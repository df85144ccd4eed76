"""Names: what a file may be called, so that it has the same address on every system and none of them takes it for a command."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from newsroom.addresses import ARTICLES
from newsroom.codes import Code
from newsroom.pictures import PICTURE_TYPES
from newsroom.problem import Problem, printable

_USUAL: Final = re.compile(rf"{ARTICLES}\d{{4}}/\d\d/[a-z0-9]{{1,20}}-[a-z0-9-]{{1,75}}\.md")
"""What nearly every file of an archive is called: nothing below has anything against it."""
_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*/)*[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*"
)
"""Segments of an address: ASCII letters, digits, hyphens; a dot inside."""
_PICTURE: Final = re.compile(r"[^\W_][\w ()–,-]*(?:\.[\w ()–,-]*[\w)])*", re.UNICODE)
"""A picture is published under a name we make, so its own may have Vietnamese letters and blanks."""
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself, whatever the ending."""
_RENAME: Final = "đổi tên: chữ thường không dấu, số, gạch nối"
_LONGEST: Final = 100
_LONGEST_PATH: Final = 240
_ENDINGS_THAT_RUN: Final = re.compile(
    r"\.(?:php\d?|phtml|phar|asp|aspx|jsp|cgi|pl|py|sh|exe|js|html?|svg)\.", re.IGNORECASE
)
"""Servers have run `x.php.jpg`."""


def name_problem(docs: Path, uri: str) -> Problem | None:
    """What is wrong with the path of a file under docs/; Markdown has stricter rules of its own besides."""
    fault = None if _USUAL.fullmatch(uri) else _fault(uri)
    return fault and Problem(printable(f"{docs.name}/{uri}"), 1, 1, Code.BAD_PATH, *fault)


def _fault(uri: str) -> tuple[str, str] | None:
    """What is wrong, and the cure."""
    if not uri.isprintable() or (not uri.isascii() and unicodedata.normalize("NFC", uri) != uri):
        return "tên tệp có ký tự ẩn, hỏng hoặc dấu rời", _RENAME
    parts = uri.split("/")
    if long := next((part for part in parts if len(part) > _LONGEST), ""):
        return f"tên “{long[:20]}…” dài {len(long)} ký tự", f"rút xuống nhiều nhất {_LONGEST} ký tự"
    if len(uri) > _LONGEST_PATH:
        return f"đường dẫn dài {len(uri)} ký tự", f"bớt thư mục, rút xuống nhiều nhất {_LONGEST_PATH} ký tự"
    if device := next((part for part in parts if _DEVICES.match(part)), ""):
        return f"Windows giữ tên “{device}” cho thiết bị, không mở được tệp", "đổi sang tên khác"
    folder, _, name = uri.rpartition("/")
    if _ENDINGS_THAT_RUN.search(name):
        return "tên tệp có đuôi của chương trình ở giữa", "đổi tên: bỏ đuôi ở giữa"
    if name.lower().endswith(PICTURE_TYPES):
        places = [*folder.split("/"), name] if folder else [name]
        return None if all(map(_PICTURE.fullmatch, places)) else ("tên tệp ảnh có ký tự không dùng được", _RENAME)
    return None if _ADDRESS.fullmatch(uri) else ("tên tệp hoặc thư mục chưa đúng", _RENAME)
