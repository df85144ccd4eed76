"""Object streams: where a PDF keeps objects packed together, so that none can be read in the file itself (ISO 32000-1, 7.5.7).

Nothing is guessed here: what is written in another way than writers of PDFs write it might be read by some reader of them.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from typing import Final

from newsroom.unreadable import Unreadable

_MOST_UNPACKED: Final = 64 << 20
"""Bytes that may come out of all the streams of a file together."""
_SLICE: Final = 4096
_DAMAGED: Final = "có phần nén không đọc được nên không soát được"
_ODD: Final = "có phần nén viết khác thường nên không soát được"


def name_pattern(*names: str) -> bytes:
    """A pattern for PDF names in every spelling: any letter may be written in hexadecimal (7.3.5)."""
    spelled = ("".join(f"(?:{sign}|#{ord(sign):02x}|#{ord(sign):02X})" for sign in name) for name in names)
    return f"/(?:{'|'.join(spelled)})(?![A-Za-z0-9])".encode()


_HOLDS_OBJECTS: Final = re.compile(
    name_pattern("ObjStm") + rb"|" + name_pattern("First") + rb"\s+\d+(?!\d|\s+\d+\s+R\b)"
)
"""Some readers ask for the type, others for the place of the first object only; in an outline that is a reference."""
_FILTER: Final = re.compile(name_pattern("Filter") + rb"\s*(/[^\s/\[\]<>()]+|\[[^\]]*\])?")
_PARAMETERS: Final = re.compile(name_pattern("DecodeParms", "DP") + rb"(?!\s*(?:null|\[\s*null\s*\]))")
_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_BEGINNING: Final = re.compile(rb"stream\s*")
_NUMBERS: Final = re.compile(rb"\s*\d+\s+\d+\s")
"""How the table begins that an object stream begins with."""


def object_streams(data: bytes) -> Iterator[bytes]:
    """The text of every object stream, unpacked as far as readers unpack it; those of pages and pictures hold none.

    Raises Unreadable.
    """
    left = _MOST_UNPACKED
    place = 0
    while mention := _HOLDS_OBJECTS.search(data, place):
        beginning = _BEGINNING.search(data, mention.end())
        if beginning is None:
            raise Unreadable(_ODD)
        filters = _filters(_dictionary(data, mention.start(), beginning.start()))
        place = beginning.end()
        text: bytes | memoryview = memoryview(data)[place:]
        for one in filters:
            text = _undo(one, text, left)
            left -= len(text)
        if filters and text and not _NUMBERS.match(text):
            raise Unreadable(_DAMAGED)
        if filters:  # one without a filter is read in the file itself
            yield bytes(text)


def _dictionary(data: bytes, mention: int, end: int) -> bytes:
    """The dictionary of a stream; no strings or comments are in it, which may hold anything that looks like its end."""
    found = data[data.rfind(b"obj", 0, mention) + 3 : end].strip()
    is_whole = found.startswith(b"<<") and found.endswith(b">>") and found.count(b"<<") == found.count(b">>")
    if not is_whole or b"(" in found or b"%" in found:
        raise Unreadable(_ODD)
    return found


def _filters(dictionary: bytes) -> list[bytes]:
    """The names of the filters, the outermost first."""
    given = [match[1] for match in _FILTER.finditer(dictionary)]
    if len(given) > 1 or None in given or _PARAMETERS.search(dictionary):
        raise Unreadable(_ODD)
    value = _ESCAPE.sub(lambda sign: bytes([int(sign[1], 16)]), b"".join(given))
    return value.strip(b"[]").replace(b"/", b" /").split()


def _undo(filter_name: bytes, data: bytes | memoryview, most: int) -> bytes:
    try:
        match filter_name:
            case b"/FlateDecode" | b"/Fl":
                return _inflate(data, most)
            case b"/ASCII85Decode" | b"/A85":
                text = bytes(data).partition(b"~>")[0].strip()
                return base64.a85decode(text.removeprefix(b"<~"), ignorechars=b" \t\n\r\f\v\0")
            case b"/ASCIIHexDecode" | b"/AHx":
                digits = b"".join(bytes(data).partition(b">")[0].split())
                return bytes.fromhex(f"{digits.decode('ascii')}{'0' * (len(digits) % 2)}")
    except ValueError:
        raise Unreadable(_DAMAGED) from None
    raise Unreadable(_ODD)


def _inflate(data: bytes | memoryview, most: int) -> bytes:
    """What comes out before the end or the first fault; like readers, it does not ask for the checksum, nor where the end is."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    found = bytearray()
    for start in range(2, len(data), _SLICE):
        piece, before = data[start : start + _SLICE], unpacker.copy()
        try:
            found += unpacker.decompress(piece, most + 1 - len(found))
        except zlib.error:
            found += _before_the_fault(before, piece)
            break
        if len(found) > most:
            raise Unreadable("nén quá nhiều dữ liệu nên không soát được")
        if unpacker.eof:
            return bytes(found)
    if not found:
        raise Unreadable(_DAMAGED)
    return bytes(found)


def _before_the_fault(unpacker: zlib._Decompress, piece: bytes | memoryview) -> bytes:
    found = bytearray()
    try:
        for place in range(len(piece)):
            found += unpacker.decompress(piece[place : place + 1])
    except zlib.error:
        return bytes(found)
    return bytes(found)
