"""Office files that do something behind a reader's back are refused, ordinary ones are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
from conftest import Project
from test_library import proof_of

from newsroom.active_files import activity
from newsroom.codes import Code

TYPES: Final = "[Content_Types].xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DRAWN: Final = 'xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:x="http://www.w3.org/1999/xlink"'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def office(more: Mapping[str, str | bytes] = MappingProxyType({})) -> bytes:
    """A Word file with further members."""
    return packed({TYPES: "<Types/>", "word/document.xml": document("Kế hoạch"), **more})


def document(text: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_WORD}><w:body>{text}</w:body></w:document>'


def related(kind: str, target: str) -> bytes:
    """A Word file that names something outside of itself."""
    told = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return packed({TYPES: "<Types/>", "word/_rels/settings.xml.rels": f"<Relationships>{told}</Relationships>"})


def fields(*pieces: str) -> bytes:
    """A Word file with a field in pieces."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return packed({TYPES: "<Types/>", "word/document.xml": document(runs)})


def opened(content: str) -> bytes:
    """A file of LibreOffice."""
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def locked() -> bytes:
    """A file of which the first member says that it has a password."""
    data = bytearray(office())
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(sign) + (6 if sign[2:] == b"\x03\x04" else 8)] |= 1
    return bytes(data)


def spoilt() -> bytes:
    """A file whose first member says something else than it was packed from."""
    data = office()
    start = data.index(TYPES.encode()) + len(TYPES)
    return data[:start] + b"\xff" * 8 + data[start + 8 :]


ACTIVE: Final = {
    "macro": (office({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "có macro"),
    "macro in capitals": (office({"word/VBAPROJECT.BIN": b"\xd0\xcf\x11\xe0"}), "có macro"),
    "macro of old tables": (office({"xl/macrosheets/sheet1.xml": "<a/>"}), "có macro"),
    "macro of LibreOffice": (packed({"mimetype": "x", "Basic/Standard/Module1.xml": "<a/>"}), "có macro"),
    "a listener": (opened('<o:c xmlns:o="o" xmlns:s="s"><s:event-listener s:language="x"/></o:c>'), "có macro"),
    "a control": (office({"word/activeX/activeX1.bin": b"x"}), "có tệp nhúng bên trong"),
    "a program beside the text": (office({"word/oleObject1.bin": b"MZ"}), "có tệp nhúng bên trong"),
    "a macro behind a backslash": (office({"word\\vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "có macro"),
    "a program within": (office({"word/embeddings/oleObject1.bin": b"MZ"}), "có tệp nhúng bên trong"),
    "an object of LibreOffice": (packed({"mimetype": "x", "Object 1": b"\xd0\xcf"}), "có tệp nhúng bên trong"),
    "a template elsewhere": (related("attachedTemplate", "https://la.example/x.dotm"), "tự lấy nội dung"),
    "a template elsewhere, disguised": (related("attachedTemplate", "&#104;ttps://la.example/x.dotm"), "tự lấy"),
    "a template of the network": (related("attachedTemplate", "\\\\la.example\\x\\y.dotm"), "tự lấy nội dung"),
    "a file of another machine": (related("frame", "file://la.example/x.docx"), "tự lấy nội dung"),
    "a folder of the network as a file": (related("frame", "file:////la.example/x.docx"), "tự lấy nội dung"),
    "a page that is run": (related("oleObject", "mhtml:https://la.example/x!x-usc:https://la.example/x"), "tự lấy"),
    "a picture that counts readers": (related("image", "http://la.example/x.gif"), "tự lấy nội dung"),
    "a picture of LibreOffice elsewhere": (
        opened(f'<c {_DRAWN}><d:image x:href="https://la.example/x.png" x:actuate="onLoad"/></c>'),
        "tự lấy nội dung",
    ),
    "a program asked by a field": (fields(' DDEAUTO c:\\windows\\cmd.exe "/k"'), "có lệnh gọi chương trình khác"),
    "a program asked in pieces": (fields(" D", "DEAUTO cmd.exe"), "có lệnh gọi chương trình khác"),
    "a program asked in short": (
        office({"word/header1.xml": document('<w:fldSimple w:instr="DDE cmd x"/>')}),
        "có lệnh gọi chương trình khác",
    ),
    "a program asked by a table": (
        office({"xl/externalLinks/e1.xml": '<e><ddeLink ddeService="cmd"/></e>'}),
        "có lệnh gọi chương trình khác",
    ),
    "a table that asks, named in capitals": (
        office({"xl/externalLinks/E1.XML": '<e><ddeLink ddeService="cmd"/></e>'}),
        "có lệnh gọi chương trình khác",
    ),
    "two bytes a letter": (office({"word/x.xml": "<a/>".encode("utf-16")}), "viết khác thường"),
    "letters of its own": (office({"word/x.xml": '<?xml version="1.0" encoding="utf-7"?><a/>'}), "khác thường"),
    "words of its own": (office({"word/x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "viết khác thường"),
    "broken relations": (office({"word/_rels/x.rels": "<a TargetMode='External'"}), "viết khác thường"),
    "a bomb": (office({"word/x.xml": b" " * ((64 << 20) + 1)}), "nén quá lớn"),
    "a password": (locked(), "đặt mật khẩu"),
    "a password of LibreOffice": (opened('<m:f xmlns:m="m"><m:encryption-data/></m:f>'), "đặt mật khẩu"),
    "another archive": (packed({"x.exe": b"MZ"}), "không phải tệp Office"),
    "half of one": (office()[:200], "không mở được"),
    "spoilt by a disk": (spoilt(), "không mở được"),
    "more files than anybody packs": (
        packed({TYPES: "<Types/>", **{f"{n}": "" for n in range(20_000)}}),
        "quá nhiều tệp",
    ),
}
QUIET: Final = {
    "plain": office(),
    "folders": office({"word/embeddings/": b"", "word/media/image1.png": b"\x89PNG"}),
    "a chart with its table": office(
        {"word/embeddings/Bang.xlsx": office(), "word/embeddings/_rels/Bang.xlsx.rels": "<Relationships/>"}
    ),
    "a link to click": related("hyperlink", "https://chinhphu.vn/"),
    "the template of its writer's machine": related("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm"),
    "contents and page numbers": fields(' TOC \\o "1-3" ', " PAGE "),
    "words on such things": office(
        {"word/footnotes.xml": document("DDEAUTO, ddeLink, encryption-data, event-listener: External, onLoad")}
    ),
    "LibreOffice": opened(f'<c {_DRAWN}><d:image x:href="Pictures/x.png" x:actuate="onLoad"/></c>'),
    "a link to click beside a picture": opened(
        f'<c {_DRAWN}><a x:href="https://chinhphu.vn/" x:actuate="onRequest"/>'
        '<d:image x:href="Pictures/x.png" x:actuate="onLoad"/></c>'
    ),
    "a chart of LibreOffice": packed(
        {"mimetype": "x", "Object 1/content.xml": "<a/>", "ObjectReplacements/Object 1": ""}
    ),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_an_office_file_that_does_something_is_told(name: str, tmp_path: Path) -> None:
    data, told = ACTIVE[name]
    (tmp_path / "x.docx").write_bytes(data)
    assert told in activity(tmp_path / "x.docx")


@pytest.mark.parametrize("name", QUIET)
def test_an_office_file_that_does_nothing_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(QUIET[name])
    assert activity(tmp_path / "x.docx") == ""


@pytest.mark.parametrize("ending", ["docx", "XLSX", "pptx", "odt", "ods", "odp"])
def test_every_kind_is_looked_into_when_a_site_is_built(project: Project, ending: str) -> None:
    project.write(f"docs/tai-lieu/mau.{ending}", ACTIVE["macro"][0])
    assert [problem.code for problem in proof_of(project).problems] == [Code.ACTIVE_FILE]
    project.write(f"docs/tai-lieu/mau.{ending}", QUIET["plain"])
    assert proof_of(project).problems == ()
