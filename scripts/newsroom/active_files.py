"""Active files: attachments that would do something when a reader opens them – PDFs with scripts, drawings in SVG.

A PDF may hide its actions in compressed streams and write names in hexadecimal, so both are undone before looking
(ISO 32000-1, 7.3.5 and 7.5.7; the actions of 12.6.4).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_HEADER: Final = b"%PDF-"
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_COMPRESSED: Final = re.compile(rb"/(?:ObjStm|XRef)\b")
_HEXADECIMAL: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIONS: Final = {
    rb"/(?:JavaScript|JS)\b": "có JavaScript",
    rb"/Launch\b": "có lệnh mở chương trình",
    rb"/(?:EmbeddedFiles?|EF|RichMedia|Movie|Sound|3D)\b": "có tệp nhúng bên trong",
    rb"/XFA\b": "có biểu mẫu XFA",
    rb"/(?:SubmitForm|ImportData|GoToE)\b": "có lệnh gửi hoặc lấy dữ liệu từ nơi khác",
    rb"/Encrypt\b": "đặt mật khẩu nên không soát được",
}
_PATTERNS: Final = {re.compile(pattern): words for pattern, words in _ACTIONS.items()}
_MOST_UNPACKED: Final = 64 << 20
"""Bytes of compressed streams that are looked into; a PDF that holds more is refused."""
_DRAWING: Final = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_START: Final = 4096


def activity(file: Path) -> str:
    """What an attachment could do to a reader, in words; "" for nothing.

    Raises OSError.
    """
    data = file.read_bytes()
    name = file.name.lower()
    if name.endswith((".svg", ".svgz")) or _DRAWING.search(data[:_START]):
        return "là hình vẽ SVG, có thể chứa mã"
    if name.endswith(".pdf") or _HEADER in data[:1024]:
        return _activity_of_pdf(data)
    return ""


def _activity_of_pdf(data: bytes) -> str:
    if _HEADER not in data[:1024]:
        return "mang tên PDF mà không phải PDF"
    try:
        texts = [_STREAM.sub(b"", data), *_object_streams(data)]
    except _TooMuch:
        return "nén quá nhiều dữ liệu nên không soát được"
    plain = _HEXADECIMAL.sub(lambda match: bytes([int(match[1], 16)]), b"\n".join(texts))
    return next((words for pattern, words in _PATTERNS.items() if pattern.search(plain)), "")


class _TooMuch(Exception):
    """The streams unpack to more than is looked into."""


def _object_streams(data: bytes) -> Iterator[bytes]:
    """Streams that hold objects, unpacked; those of pages and pictures hold none."""
    left = _MOST_UNPACKED
    for match in _STREAM.finditer(data):
        dictionary = data[max(0, match.start() - 512) : match.start()].rpartition(b"obj")[2]
        plain = _HEXADECIMAL.sub(lambda found: bytes([int(found[1], 16)]), dictionary)
        if not _COMPRESSED.search(plain):
            continue
        unpacker = zlib.decompressobj()
        try:
            text = unpacker.decompress(match[1], left)
        except zlib.error:
            continue
        if unpacker.unconsumed_tail:
            raise _TooMuch
        left -= len(text)
        yield text
