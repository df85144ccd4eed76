"""Activity: what office files run and fetch behind the back of a reader. Links to click are no concern here.

Names of elements are looked for in the bytes, where XML lets nobody disguise them; values are parsed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, iterparse

from newsroom.office_files.archive import opened, read
from newsroom.unreadable import Unreadable

_CONTENTS: Final = {"[content_types].xml", "mimetype"}
"""What every file of these kinds holds one of."""
_MACROS: Final = re.compile(r"(?:^|/)vba(?:Project\.bin|Data\.xml)$|^(?:Basic|Scripts)/|/macrosheets/", re.IGNORECASE)
_PACKED: Final = re.compile(
    r"/(?:activeX|embeddings)/(?!_rels/|.*\.(?:xlsx|docx|pptx)$)[^/]|/oleObject\d*\.bin$|^Object [^/]*$", re.IGNORECASE
)
"""Controls, and files within the file; the tables behind charts are of its own kind."""
_LISTENER: Final = re.compile(rb"<(?:[\w.-]+:)?(?:event-listener|macrosheet)[\s/>]")
_LOCK: Final = re.compile(rb"<(?:[\w.-]+:)?encryption-data[\s/>]")
_EXCHANGE: Final = re.compile(rb"<(?:[\w.-]+:)?ddeLink[\s/>]")
_WORTH_PARSING: Final = re.compile(rb"\bExternal\b|\bonLoad\b|(?:instrText|fldSimple)[\s>]", re.IGNORECASE)
_COMMAND: Final = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
"""A field that asks another program (ISO/IEC 29500-1, 17.16.5)."""
_REMOTE: Final = re.compile(r"\s*(?:(?!file:)[a-z][a-z0-9+.-]+:|(?:file:)?(?:\\\\|//)(?!/)|file:/{4,})", re.IGNORECASE)
"""A place on another machine: of the network, or shared by it."""
_ODD_LETTERS: Final = re.compile(
    rb"\xff\xfe|\xfe\xff|.?\0|<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE
)
_MOST_MEMBERS: Final = 20_000
_ODD: Final = "có phần viết khác thường nên không soát được"
_FETCHES: Final = "tự lấy nội dung từ máy khác khi mở"
_RUNS: Final = "có lệnh gọi chương trình khác"


def activity_of_office(data: bytes) -> str:
    """What an office file could do to a reader, in words; "" for nothing."""
    try:
        with opened(data) as archive:
            return next(_faults(archive), "")
    except Unreadable as error:
        return str(error)


def _faults(archive: zipfile.ZipFile) -> Iterator[str]:
    members = archive.infolist()
    names = [member.filename.replace("\\", "/") for member in members]
    if _CONTENTS.isdisjoint(map(str.lower, names)):
        yield "mang tên tệp Office mà không phải tệp Office"
    if len(members) > _MOST_MEMBERS:
        yield "có quá nhiều tệp bên trong nên không soát được"
    if any(member.flag_bits & 1 for member in members):
        yield "đặt mật khẩu nên không soát được"
    if any(map(_MACROS.search, names)):
        yield "có macro"
    if any(map(_PACKED.search, names)):
        yield "có tệp nhúng bên trong"
    for member, name in zip(members, names, strict=True):
        if name.lower().endswith((".xml", ".rels")):
            yield from _faults_of_part(read(archive, member))


def _faults_of_part(data: bytes) -> Iterator[str]:
    if _ODD_LETTERS.match(data) or b"<!ENTITY" in data:
        yield _ODD
    if _LOCK.search(data):
        yield "đặt mật khẩu nên không soát được"
    if _LISTENER.search(data):
        yield "có macro"
    if _EXCHANGE.search(data):
        yield _RUNS
    if _WORTH_PARSING.search(data):
        yield from _faults_of_elements(data)


def _faults_of_elements(data: bytes) -> Iterator[str]:
    commands: list[str] = []
    try:
        for _, element in iterparse(io.BytesIO(data)):
            if _fetches(element):
                yield _FETCHES
            commands += _commands(element)
            element.clear()
    except ParseError:
        raise Unreadable(_ODD) from None
    if _COMMAND.search("".join(commands)):
        yield _RUNS


def _fetches(element: Element) -> bool:
    """Whether an element leads to another machine without being asked: a relation that is no link to click, or a picture."""
    said = {name.rpartition("}")[2].lower(): value for name, value in element.items()}
    if said.get("targetmode", "").lower() == "external":
        return not said.get("type", "").lower().endswith("/hyperlink") and bool(_REMOTE.match(said.get("target", "")))
    return said.get("actuate", "").lower() == "onload" and bool(_REMOTE.match(said.get("href", "")))


def _commands(element: Element) -> Iterator[str]:
    """The instructions of fields, which may be cut into pieces."""
    name = element.tag.rpartition("}")[2]
    if name == "instrText":
        yield element.text or ""
    elif name == "fldSimple":
        yield from (f" {value} " for key, value in element.items() if key.rpartition("}")[2] == "instr")
