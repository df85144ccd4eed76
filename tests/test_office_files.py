"""Office files that do something behind a reader's back are refused, those that tell too much are told, ordinary ones pass."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from itertools import count
from types import MappingProxyType
from typing import Final

import pytest
from conftest import Project
from test_library import proof_of

from newsroom.active_files import activity, leftovers
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
def test_an_office_file_that_does_something_is_told(name: str) -> None:
    data, told = ACTIVE[name]
    assert told in activity("x.docx", data)


@pytest.mark.parametrize("name", QUIET)
def test_an_office_file_that_does_nothing_is_left_alone(name: str) -> None:
    assert activity("x.docx", QUIET[name]) == ""


@pytest.mark.parametrize("ending", ["docx", "XLSX", "pptx", "odt", "ods", "odp"])
def test_every_kind_is_looked_into_when_a_site_is_built(project: Project, ending: str) -> None:
    project.write(f"docs/tai-lieu/mau.{ending}", ACTIVE["macro"][0])
    assert [problem.code for problem in proof_of(project).problems] == [Code.ACTIVE_FILE]
    project.write(f"docs/tai-lieu/mau.{ending}", QUIET["plain"])
    assert proof_of(project).problems == ()


CELLS: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SLIDE: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
LEFT: Final = {
    "a remark": (office({"word/comments.xml": f'<w:comments {_WORD}><w:comment w:id="0"/></w:comments>'}), "nhận xét"),
    "a remark on a cell": (
        office({"xl/comments1.xml": f'<comments {CELLS}><comment ref="A1"/></comments>'}),
        "nhận xét",
    ),
    "a talk on a cell": (
        office({"xl/threadedComments/threadedComment1.xml": '<ThreadedComments><threadedComment ref="A1"/></x>'}),
        "nhận xét",
    ),
    "a remark on a slide": (office({"ppt/comments/comment1.xml": f"<p:cmLst {SLIDE}><p:cm/></p:cmLst>"}), "nhận xét"),
    "a remark of LibreOffice": (opened("<o:c xmlns:o='o'><office:annotation></office:annotation></o:c>"), "nhận xét"),
    "words struck out": (
        office(
            {"word/document.xml": document('<w:p><w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>')}
        ),
        "đang theo dõi",
    ),
    "words put in": (office({"word/footnotes.xml": document("<w:ins w:id='1'><w:r/></w:ins>")}), "đang theo dõi"),
    "words changed in LibreOffice": (opened("<text:changed-region/>"), "đang theo dõi"),
    "hidden words": (
        office({"word/header1.xml": document("<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>mật</w:t></w:r>")}),
        "chữ ẩn",
    ),
    "a hidden sheet": (
        office({"xl/workbook.xml": '<sheets><sheet name="A" state="hidden"/></sheets>'}),
        "trang tính ẩn",
    ),
    "a sheet hidden well": (office({"xl/workbook.xml": "<x:sheet x:name='A' state='veryHidden'/>"}), "trang tính ẩn"),
    "a hidden sheet of LibreOffice": (opened('<style:table-properties table:display="false"/>'), "trang tính ẩn"),
    "a hidden slide": (office({"ppt/slides/slide2.xml": f'<p:sld {SLIDE} show="0"/>'}), "trang chiếu ẩn"),
    "notes to speak from": (
        office({"ppt/notesSlides/notesSlide1.xml": "<a:p><a:r><a:rPr/><a:t>Nhớ nói</a:t></a:r></a:p>"}),
        "lời ghi dưới trang chiếu",
    ),
}
CLEAN: Final = {
    **QUIET,
    "no remarks": office(
        {"word/comments.xml": f"<w:comments {_WORD}/>", "xl/comments1.xml": "<comments><commentList/></x>"}
    ),
    "an entry of the index": office(
        {
            "word/document.xml": document(
                "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE</w:instrText></w:r><w:r><w:t>A</w:t></w:r>"
            )
        }
    ),
    "a hidden mark of a paragraph": office(
        {"word/document.xml": document("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>A</w:t></w:r></w:p>")}
    ),
    "words that are shown again": office(
        {"word/document.xml": document('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>A</w:t></w:r>')}
    ),
    "sheets in sight": office({"xl/workbook.xml": '<sheets><sheet name="hidden" state="visible"/></sheets>'}),
    "a slide in sight": office({"ppt/slides/slide1.xml": f'<p:sld {SLIDE} show="1"/>'}),
    "the number of a slide": office(
        {"ppt/notesSlides/notesSlide1.xml": "<a:p><a:fld><a:rPr/><a:t>1</a:t></a:fld><a:r><a:t> </a:t></a:r></a:p>"}
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_of_the_work_on_a_file_is_told(name: str, project: Project) -> None:
    data, told = LEFT[name]
    project.write("docs/tai-lieu/mau.docx", data)
    (problem,) = proof_of(project).problems
    assert problem.code is Code.LEFTOVERS
    assert told in problem.message


@pytest.mark.parametrize("name", CLEAN)
def test_a_finished_file_is_left_alone(name: str) -> None:
    assert leftovers("x.docx", CLEAN[name]) == ()


def test_all_that_is_left_is_told_at_once_and_again(project: Project) -> None:
    data = office({"word/comments.xml": "<w:comment />", "word/document.xml": document("<w:ins />")})
    project.write("docs/tai-lieu/mau.docx", data)
    for _ in range(2):
        run = project.build()
        assert run.status == 0
        assert "còn lời nhận xét (comment), chỗ sửa đang theo dõi (track changes) (mở tệp" in run.err


def test_what_cannot_be_read_is_told_once(project: Project) -> None:
    project.write("docs/tai-lieu/mau.docx", locked())
    assert [problem.code for problem in proof_of(project).problems] == [Code.ACTIVE_FILE]
    assert leftovers("mau.docx", locked()) == ()


LISTED: Final = (("TT", "Họ và tên", "Năm sinh"), ("1", "Nguyễn Văn Mẫu", "1980"), ("2", "Trần Thị Mẫu", "1985"))
A_LIST: Final = "danh sách người kèm thông tin riêng"
_OPENED: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def tables(row: str, cell: str) -> str:
    """The list, with what stands around a row and around a cell."""
    return "".join(row.replace("…", "".join(cell.replace("…", words) for words in words_of)) for words_of in LISTED)


def in_word(words: str) -> bytes:
    return packed({TYPES: "<Types/>", "word/document.xml": document(words)})


def in_excel(rows: str, shared: str = "") -> bytes:
    parts = {"xl/worksheets/sheet1.xml": f"<worksheet {CELLS}><sheetData>{rows}</sheetData></worksheet>"}
    return packed({TYPES: "<Types/>", "xl/sharedStrings.xml": f"<sst {CELLS}>{shared}</sst>", **parts})


def numbered(rows: str) -> tuple[str, str]:
    """Rows of which each cell tells the number of its text, and the texts."""
    cells, places = [words for row in LISTED for words in row], count()
    rows = re.sub("<v>.*?</v>", lambda _: f"<v>{next(places)}</v>", rows)
    return rows, "".join(f"<si><r><t>{words[:1]}</t></r><r><t>{words[1:]}</t></r></si>" for words in cells)


TELLING: Final = {
    "Word": (
        in_word(f"<w:tbl>{tables('<w:tr>…</w:tr>', '<w:tc><w:p><w:r><w:t>…</w:t></w:r></w:p></w:tc>')}</w:tbl>"),
        A_LIST,
    ),
    "Excel": (in_excel(*numbered(tables("<row>…</row>", '<c t="s"><v>…</v></c>'))), A_LIST),
    "Excel, texts in their cells": (in_excel(tables("<row>…</row>", '<c t="inlineStr"><is><t>…</t></is></c>')), A_LIST),
    "a list below other rows": (
        in_excel(f"<row><c><v>Danh sách</v></c></row><row/>{tables('<row>…</row>', '<c><is><t>…</t></is></c>')}"),
        A_LIST,
    ),
    "PowerPoint": (
        packed(
            {
                TYPES: "<Types/>",
                "ppt/slides/slide1.xml": f"<p:sld {SLIDE}><a:tbl>"
                f"{tables('<a:tr>…</a:tr>', '<a:tc><a:p><a:r><a:t>…</a:t></a:r></a:p></a:tc>')}</a:tbl></p:sld>",
            }
        ),
        A_LIST,
    ),
    "LibreOffice": (
        opened(
            f"<office:c {_OPENED}><table:table>"
            f"{tables('<table:table-row>…</table:table-row>', '<table:table-cell><text:p>…</text:p></table:table-cell>')}"
            "</table:table></office:c>"
        ),
        A_LIST,
    ),
    "a number in pieces": (
        in_word("<w:p><w:r><w:t>Gọi 0912</w:t></w:r><w:r><w:tab/><w:t>345 678</w:t></w:r></w:p>"),
        "số di động",
    ),
    "a number in a cell": (in_excel("<row><c><v>034080012345</v></c></row>"), "số định danh cá nhân"),
    "a footer": (
        office({"word/footer2.xml": document("<w:p><w:t>Bà Mẫu, CMND số 123456789</w:t></w:p>")}),
        "số giấy tờ tùy thân",
    ),
}
NO_MATTER: Final = {
    "an office": in_word("<w:p><w:r><w:t>Văn phòng Đảng ủy: 0912 345 678</w:t></w:r></w:p>"),
    "two paragraphs": in_word("<w:p><w:t>Tổng 0912</w:t></w:p><w:p><w:t>345678 người</w:t></w:p>"),
    "two paragraphs of a cell": in_word(
        "<w:tbl><w:tr><w:tc><w:p><w:t>03408</w:t></w:p><w:p><w:t>0012345</w:t></w:p></w:tc></w:tr></w:tbl>"
    ),
    "figures": in_excel(
        "<row><c><v>Năm</v></c><c><v>Số đảng viên</v></c></row><row><c><v>2024</v></c><c><v>125</v></c></row>"
    ),
    "the number of no text": in_excel('<row><c t="s"><v>7</v></c><c t="s"><v>x</v></c></row>'),
    "a broken part": office({"word/footer1.xml": "<w:p>0912 345 678"}),
}


def test_what_an_office_file_tells_of_people_is_told_to_its_editor(project: Project) -> None:
    files = {f"docs/tai-lieu/{number}.xlsx": TELLING[name] for number, name in enumerate(TELLING)}
    for path, (data, _) in files.items():
        project.write(path, data)
    for _ in range(2):
        run = project.build()
        assert run.status == 0
        for path, (_, told) in files.items():
            assert f"{path}:1:1: tep-lo-tin: cảnh báo: chữ trong tệp có {told} (xóa hoặc che" in run.err


@pytest.mark.parametrize("name", NO_MATTER)
def test_what_may_be_public_in_an_office_file_is_left_alone(name: str, project: Project) -> None:
    project.write("docs/tai-lieu/mau.docx", NO_MATTER[name])
    assert proof_of(project).problems == ()


def test_an_office_file_that_says_too_much_is_left_to_its_editor(project: Project) -> None:
    """In a process of its own: a run of the collector that pytest listens to would swallow the alarm, and tell of it."""
    project.write("docs/tai-lieu/mau.xlsx", in_excel("<c/>" * 8_000_000))
    run = project.check()
    assert run.status == 0
    assert "docs/tai-lieu/mau.xlsx:1:1: tep-lo-tin: cảnh báo: chữ trong tệp quá nhiều, soát mãi không xong (" in run.err
