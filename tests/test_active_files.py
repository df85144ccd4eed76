"""Attachments that would do something are refused, whatever they hide behind; ordinary ones are not."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from conftest import Project
from test_library import proof_of

from newsroom.active_files import activity
from newsroom.codes import Code


def pdf(catalog: str, *streams: bytes) -> bytes:
    """A small PDF with that catalog."""
    parts = [b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + catalog.encode() + b" >>\nendobj\n", *streams]
    return b"".join([*parts, b"trailer << /Root 1 0 R >>\n%%EOF\n"])


def stream(dictionary: str, data: bytes) -> bytes:
    return b"5 0 obj\n<< " + dictionary.encode() + b" >>\nstream\n" + zlib.compress(data) + b"\nendstream\nendobj\n"


HIDDEN = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", b"7 0 << /S /JavaScript /JS (x) >>")
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
}
QUIET = {
    "plain": pdf("/Pages 2 0 R"),
    "goes to a page when opened": pdf("/OpenAction [3 0 R /Fit]"),
    "words in a page's text": pdf("", stream("/Filter /FlateDecode", b"BT (/JavaScript /Launch) Tj ET")),
    "a damaged stream": pdf("", HIDDEN[:-60] + b"\nendstream\n"),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_a_pdf_that_does_something_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(ACTIVE[name])
    assert activity(tmp_path / "x.pdf")


@pytest.mark.parametrize("name", QUIET)
def test_a_pdf_that_does_nothing_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(QUIET[name])
    assert activity(tmp_path / "x.pdf") == ""


@pytest.mark.parametrize("name", ["x.svg", "x.SVG", "x.svgz", "x.xml", "x.txt"])
def test_a_drawing_is_told_by_its_name_or_its_text(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text('<?xml version="1.0"?><svg onload="x()"/>', encoding="utf-8")
    assert activity(tmp_path / name)


def test_a_pdf_under_another_name_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(ACTIVE["launch"])
    assert activity(tmp_path / "x.docx")


def test_the_same_file_is_refused_again_by_the_next_build_and_taken_once_mended(project: Project) -> None:
    project.write("docs/tai-lieu/x.pdf", ACTIVE["javascript"])
    for _ in range(2):
        assert [problem.code for problem in proof_of(project).problems] == [Code.ACTIVE_FILE]
        run = project.build()
        assert (run.status, "docs/tai-lieu/x.pdf:1:1: tep-co-ma" in run.err) == (1, True)
    project.write("docs/tai-lieu/x.pdf", QUIET["plain"])
    assert project.build().status == 0
