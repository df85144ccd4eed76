"""Attachments that would do something are refused, whatever they hide behind; ordinary ones are not."""

from __future__ import annotations

import base64
import time
import zlib

import pytest
from conftest import Project
from test_library import proof_of

from newsroom.active_files import activity
from newsroom.codes import Code


def pdf(catalog: str, *streams: bytes) -> bytes:
    """A small PDF with that catalog."""
    parts = [b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + catalog.encode() + b" >>\nendobj\n", *streams]
    return b"".join([*parts, b"trailer << /Root 1 0 R >>\n%%EOF\n"])


def raw_stream(dictionary: str, data: bytes) -> bytes:
    return b"5 0 obj\n<< " + dictionary.encode() + b" >>\nstream\n" + data + b"\nendstream\nendobj\n"


def stream(dictionary: str, data: bytes) -> bytes:
    return raw_stream(dictionary, zlib.compress(data))


def packed(filters: str, data: bytes, more: str = "") -> bytes:
    """A PDF with an object stream of these bytes."""
    return pdf("/Pages 2 0 R", raw_stream(f"/Type /ObjStm /N 1 /First 4 /Filter {filters} {more}", data))


def text_of(action: str) -> bytes:
    """What an object stream unpacks to."""
    return f"7 0 << /S {action} >>".encode()


SCRIPT = text_of("/JavaScript /JS (x)")
FLATE = zlib.compress(SCRIPT)
HIDDEN = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", SCRIPT)
OPENS = b"1 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n"
ACTIVE = {
    "javascript": pdf("/OpenAction << /S /JavaScript /JS (app.alert) >>"),
    "javascript in hexadecimal": pdf("/OpenAction << /S /J#61vaScript >>"),
    "javascript in an object stream": pdf("/Pages 2 0 R", HIDDEN),
    "object stream named in hexadecimal": pdf("", HIDDEN.replace(b"/ObjStm", b"/Obj#53tm")),
    "launch": pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"),
    "embedded file": pdf("/Names << /EmbeddedFiles 3 0 R >>"),
    "form that sends": pdf("/AA << /O << /S /SubmitForm >> >>"),
    "xfa": pdf("/AcroForm << /XFA 4 0 R >>"),
    "password": pdf("/Encrypt 9 0 R"),
    "a bomb": pdf("", stream("/Type /ObjStm /Filter /FlateDecode", bytes(70 << 20))),
    "no PDF": b"MZ\x90\x00",
    "between comments that name a stream": pdf("", b"% stream\n", OPENS, b"% endstream\n"),
    "behind a string that names a stream": pdf("", b"4 0 obj\n(stream\n)\nendobj\n", OPENS, HIDDEN[-20:]),
    "within a stream": pdf("", raw_stream("/Length 60", OPENS)),
    "ascii85 and flate": packed("[/ASCII85Decode /FlateDecode]", base64.a85encode(FLATE) + b"~>"),
    "ascii85": packed("/A85", b"<~" + base64.a85encode(SCRIPT) + b"~>"),
    "digits": packed("/ASCIIHexDecode", SCRIPT.hex().encode() + b">"),
    "digits, half of one left out": packed("/AHx", text_of("/Launch ").hex().encode()[:-1] + b">"),
    "no filter": packed("[]", SCRIPT),
    "flate twice": packed("[/FlateDecode /Fl]", zlib.compress(FLATE)),
    "filter in hexadecimal": packed("/Flat#65Decode", FLATE),
    "a filter that nobody knows": packed("/RunLengthDecode", b"\x04quiet\x80"),
    "a filter elsewhere": packed("9 0 R", zlib.compress(text_of("/GoTo"))),
    "two filters, one meant": packed("/FlateDecode /Filter /LZWDecode", zlib.compress(text_of("/GoTo"))),
    "differences of signs": packed("/FlateDecode", zlib.compress(text_of("/GoTo")), "/DecodeParms << /Predictor 2 >>"),
    "a padded dictionary": packed("/FlateDecode", FLATE, f"/Pad [{'0 ' * 40_000}]"),
    "a string in the dictionary": packed("/FlateDecode", FLATE, "/Pad (stream\n7 0 null\nendstream endobj 8 0 obj <<)"),
    "a comment in the dictionary": packed("/FlateDecode", FLATE, "% stream\n"),
    "a line before the data": packed("/FlateDecode", b"\r\n\n" + FLATE),
    "a wrong checksum": packed("/FlateDecode", FLATE[:-4] + b"\0\0\0\0"),
    "an end among the data": packed("/FlateDecode", zlib.compress(b"7 0 (endstream)" + SCRIPT, 0)),
    "a fault behind the action": packed("/FlateDecode", zlib.compress(SCRIPT + bytes(range(256)))[:-40] + b"\xff" * 40),
    "a damaged stream": pdf("", HIDDEN[:-60] + b"\nendstream\n"),
    "no text at all": packed("/FlateDecode", b"\xff" * 40),
    "only the place of the first object": pdf("", stream("/N 1 /First 4 /Filter /FlateDecode", SCRIPT)),
    "stream and return": pdf("", HIDDEN.replace(b"stream\n", b"stream\r", 1)),
    "a script written as two bytes a sign": pdf("/AA << /JS (\\376\\377) >>"),
}
QUIET = {
    "plain": pdf("/Pages 2 0 R"),
    "goes to a page when opened": pdf("/OpenAction [3 0 R /Fit]"),
    "words in a page's text": pdf("", stream("/Filter /FlateDecode", b"BT (/JavaScript /Launch) Tj ET")),
    "objects that end too early": packed("/FlateDecode", zlib.compress(text_of("/GoTo") + bytes(range(256)))[:-40]),
    "objects packed together": packed("/FlateDecode", zlib.compress(text_of("/GoTo /D [3 0 R /Fit]"))),
    "objects packed together, spelt otherwise": packed(
        "[ /A85 /Fl ]", base64.a85encode(zlib.compress(text_of("/GoTo"))) + b"~>"
    ),
    "an outline": pdf("", b"4 0 obj\n<< /Type /Outlines /First 12 0 R /Last 13 0 R /Count 2 >>\nendobj\n"),
    "a photo whose bytes spell short names": pdf(
        "", raw_stream("/Filter /DCTDecode", b"\xff\xd8/JS(\x9c/EF<\x01/3D\n\xfe/XFA \x80/JS<<\x00")
    ),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_a_pdf_that_does_something_is_told(name: str) -> None:
    assert activity("x.pdf", ACTIVE[name])


@pytest.mark.parametrize("name", QUIET)
def test_a_pdf_that_does_nothing_is_left_alone(name: str) -> None:
    assert activity("x.pdf", QUIET[name]) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"stream\n" * 40_000,
        b"<</First 1>>stream\n" * 20_000,
        b"/First 1 " * 40_000,
        b"1 0 obj<</ObjStm>>stream\n" * 20_000,
    ],
)
def test_a_small_pdf_keeps_nobody_waiting(data: bytes) -> None:
    start = time.process_time()
    activity("x.pdf", b"%PDF-1.4\n" + data)
    assert time.process_time() - start < 1


def test_a_pdf_that_takes_too_long_is_refused() -> None:
    """Each stream goes on to the end of the file, through the others and through blocks that unpack to nothing."""
    text = b"7 0 null 1 0 obj<</First 1/Filter/Fl>>stream\nx\x9c"
    block = b"\0" + len(text).to_bytes(2, "little") + (len(text) ^ 0xFFFF).to_bytes(2, "little") + text
    data = b"%PDF-1.4\n" + (block + b"\0\0\0\xff\xff" * 2000) * 2500
    assert activity("x.pdf", data) == "rối quá, soát mãi không xong"


@pytest.mark.parametrize("name", ["x.svg", "x.SVG", "x.svgz", "x.xml", "x.txt"])
def test_a_drawing_is_told_by_its_name_or_its_text(name: str) -> None:
    assert activity(name, b'<?xml version="1.0"?><svg onload="x()"/>')


def test_a_pdf_under_another_name_is_looked_into() -> None:
    assert activity("x.docx", ACTIVE["launch"])


def test_the_same_file_is_refused_again_by_the_next_build_and_taken_once_mended(project: Project) -> None:
    project.write("docs/tai-lieu/x.pdf", ACTIVE["javascript"])
    for _ in range(2):
        assert [problem.code for problem in proof_of(project).problems] == [Code.ACTIVE_FILE]
        run = project.build()
        assert (run.status, "docs/tai-lieu/x.pdf:1:1: tep-co-ma" in run.err) == (1, True)
    project.write("docs/tai-lieu/x.pdf", QUIET["plain"])
    assert project.build().status == 0
