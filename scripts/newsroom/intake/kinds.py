"""Kinds: the types of file that are taken, each held to its first bytes. Everything else is refused, hosts' own files too."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from newsroom.codes import Code
from newsroom.problem import Problem

_ZIP: Final = b"PK\x03\x04"
_HEAD: Final = 1024
_LARGEST: Final = 100 * 1024 * 1024
"""Bytes of one file; larger ones belong on a server for files."""


def _begins(*signs: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(signs)


def _webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _iso_media(head: bytes) -> bool:
    return head[4:8] == b"ftyp"


def _mp3(head: bytes) -> bool:
    return head[:3] == b"ID3" or (head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE0 == 0xE0)


def _plain_text(head: bytes) -> bool:
    """Text that no browser could take for a page."""
    return b"\x00" not in head and not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


_KINDS: Final[dict[str, Callable[[bytes], bool]]] = {
    ".jpg": _begins(b"\xff\xd8\xff"),
    ".jpeg": _begins(b"\xff\xd8\xff"),
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    ".webp": _webp,
    ".pdf": _begins(b"%PDF-"),
    ".docx": _begins(_ZIP),
    ".xlsx": _begins(_ZIP),
    ".pptx": _begins(_ZIP),
    ".odt": _begins(_ZIP),
    ".ods": _begins(_ZIP),
    ".odp": _begins(_ZIP),
    ".mp3": _mp3,
    ".m4a": _iso_media,
    ".mp4": _iso_media,
    ".csv": _plain_text,
    ".txt": _plain_text,
}
"""Endings that are taken, and what the first bytes must be."""
_PICTURE_AGAIN: Final = "mở ảnh, lưu hoặc xuất lại thành .jpg hay .png"
_UNPACK: Final = "giải nén, đặt từng tệp vào docs/"
_CURES: Final = {
    **dict.fromkeys((".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".jfif"), _PICTURE_AGAIN),
    **dict.fromkeys((".doc", ".docm", ".dot", ".rtf", ".wps"), "mở bằng Word, lưu thành .docx hoặc .pdf"),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb"), "mở bằng Excel, lưu thành .xlsx hoặc .pdf"),
    **dict.fromkeys((".ppt", ".pptm", ".pps", ".ppsx"), "mở bằng PowerPoint, lưu thành .pptx hoặc .pdf"),
    **dict.fromkeys((".zip", ".rar", ".7z"), _UNPACK),
}
"""What to do with files that offices have and that are not taken, by their endings."""
_DOCUMENT: Final = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[ \t]*\w+[ \t]*:")
"""How a document begins: the rule of its front matter, and the first field."""


def kind_problem(docs: Path, uri: str, size: int) -> Problem | None:
    """What is wrong with the type of a file that is no Markdown."""
    path = f"{docs.name}/{uri}"
    name = uri.rpartition("/")[2]
    ending = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    fits = _KINDS.get(ending)
    if ending == ".md":  # what ends in small letters is no concern of this room
        cure = "đổi đuôi thành .md chữ thường"
        return Problem(path, 1, 1, Code.FILE_TYPE, f"đuôi “{name[-3:]}” viết chữ hoa", cure)
    if fits is None:
        cure = _CURES.get(ending) or f"chỉ nhận: .md, {', '.join(_KINDS)}"
        return Problem(path, 1, 1, Code.FILE_TYPE, f"không nhận loại tệp “{ending or name}”", cure)
    if not size:
        return Problem(path, 1, 1, Code.FILE_TYPE, "tệp trống, không có gì bên trong", "chép lại tệp, hoặc xóa đi")
    if size > _LARGEST:
        return Problem(
            path, 1, 1, Code.TOO_LARGE, f"tệp nặng {size // 1048576} MB, quá mức 100 MB", "nén hoặc chia nhỏ"
        )
    try:
        with (docs / uri).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return Problem(path, 1, 1, Code.NOT_A_FILE, "tệp không đọc được", "chép lại tệp")
    if ending == ".txt" and (slip := _document_problem(path, head)):
        return slip
    if fits(head):
        return None
    return Problem(
        path, 1, 1, Code.FILE_TYPE, f"nội dung tệp không phải {ending}", "mở bằng chương trình gốc, lưu lại đúng loại"
    )


def _document_problem(path: str, head: bytes) -> Problem | None:
    """Whether a plain text is a document that its editor's program gave another ending."""
    name = path.lower()
    if name.endswith(".md.txt"):
        return Problem(path, 1, 1, Code.FILE_TYPE, "bài bị lưu thành tệp .md.txt", "đổi đuôi .md.txt thành .md")
    if _DOCUMENT.match(head):
        return Problem(path, 1, 1, Code.FILE_TYPE, "bài bị lưu thành tệp .txt", "đổi đuôi .txt thành .md")
    return None
