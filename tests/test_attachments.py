"""Attachments that are texts: vetted like every other text, remembered like every other attachment."""

from __future__ import annotations

import os

import pytest
from conftest import Project, article_text
from test_library import proof_of

from newsroom.attachments.texts import vet_text
from newsroom.codes import Code
from newsroom.hosts import Hosts

HOSTS = Hosts("https://thu.example/", ())
MEMBERS = "Họ tên,Ngày sinh,Số CCCD,Ngày vào Đảng\nNguyễn Văn Mẫu,12/03/1980,034080012345,03/02/2005\n"
REFUSED = {
    "a list of members": ("x.csv", MEMBERS, "1:1", Code.MEMBER_LIST),
    "a list under its title": ("x.csv", f"DANH SÁCH,,\n{MEMBERS}", "2:1", Code.MEMBER_LIST),
    "a list of quoted cells": ("x.csv", '"Họ và tên";"Quê quán"\n"A";"B; C"\n', "1:1", Code.MEMBER_LIST),
    "a list parted by tabs": ("x.txt", "Họ tên\tCCCD\nA\t1\n", "1:1", Code.MEMBER_LIST),
    "a number between commas": ("x.csv", "STT,Số\n1,0912345678,2\n", "2:3", Code.PERSONAL_DATA),
    "a number in quotes": ("x.csv", 'STT,Số\n1,"0912 345 678"\n', "2:4", Code.PERSONAL_DATA),
    "a number in a sentence": ("x.txt", "Gọi anh Mẫu 0912 345 678.\n", "1:13", Code.PERSONAL_DATA),
    "a planted advert": ("x.txt", "Nhà cái uy tín https://abc88.xyz nhận thưởng\n", "1:1", Code.GAMBLING),
}
HONEST = {
    "a table of figures": ("x.csv", 'Chi bộ,Tổng,Nữ\nThôn Mẫu,"1.234",20\nThôn Hai,60;5,2026-06-30\n'),
    "a form": ("x.txt", "Mẫu đơn\nHọ và tên: …………\nNgày sinh: …………\n"),
    "an office": ("x.csv", "Cơ quan,Điện thoại\nVăn phòng Ủy ban,0912 345 678\n"),
    "a quote that is never closed": ("x.csv", 'Chi bộ,"Tổng\n1,2\n'),
}


@pytest.mark.parametrize(("name", "text", "place", "code"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_what_no_text_may_tell_is_refused_where_it_stands(
    name: str, text: str, place: str, code: Code, encoding: str
) -> None:
    for written in (text, text.replace("\n", "\r\n")):
        found = vet_text(f"docs/{name}", written.encode(encoding), HOSTS)
        assert [(f"{told.line}:{told.column}", told.code) for told in found] == [(place, code)]


@pytest.mark.parametrize(("name", "text"), HONEST.values(), ids=HONEST)
def test_an_honest_attachment_is_left_alone(name: str, text: str) -> None:
    assert vet_text(f"docs/{name}", text.encode(), HOSTS) == ()


def test_figures_are_found_in_an_old_encoding_too() -> None:
    (told,) = vet_text("docs/x.csv", "S\xf4,M\xe3\nTh\xf4n,034080012345\n".encode("cp1252"), HOSTS)
    assert told.code is Code.PERSONAL_DATA


def test_a_list_without_end_is_told_in_few_lines() -> None:
    assert 1 < len(vet_text("docs/x.csv", b"1,034080012345,2\n" * 20_000, HOSTS)) < 100


def test_an_attachment_is_refused_until_it_is_mended_whatever_its_time(project: Project) -> None:
    file = project.write("docs/tai-lieu/danh-sach.csv", MEMBERS)
    assert [problem.code for problem in proof_of(project).problems] == [Code.MEMBER_LIST]
    for _ in range(2):
        run = project.build()
        assert (run.status, "docs/tai-lieu/danh-sach.csv:1:1: danh-sach-dang-vien" in run.err) == (1, True)
    status = file.stat()
    file.write_text(MEMBERS.replace("0", "1").replace(",", " "), encoding="utf-8")  # as long, and harmless
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert project.build().status == 0


LINK = "Xem [biểu mẫu](../../../tai-lieu/mau.txt).\n"


def test_an_attachment_of_what_readers_may_not_see_yet_waits_with_it(project: Project) -> None:
    project.write("docs/tai-lieu/mau.txt", "Mẫu đơn\n")
    project.write("docs/tin-tuc/2026/01/nhap.md", article_text(status="draft", body=LINK))
    copy = project.root / "site/tai-lieu/mau.txt"
    for text, is_public in {
        article_text("Bài thử thứ hai của kho"): False,
        article_text("Bài thử thứ hai của kho", body=LINK): True,
        article_text("Bài thử thứ hai của kho", date="2026-11-30 08:00", body=LINK): False,
    }.items():
        month = "11" if "2026-11" in text else "01"
        file = project.write(f"docs/tin-tuc/2026/{month}/bai.md", text)
        assert project.build().status == 0
        assert copy.exists() is is_public
        file.unlink()
    (project.root / "docs/tin-tuc/2026/01/nhap.md").unlink()
    assert project.build().status == 0
    assert copy.exists()  # nobody points to it: whoever put it there meant it for readers


def test_an_attachment_of_an_official_document_is_public_whatever_drafts_do(project: Project) -> None:
    project.write("docs/tai-lieu/mau.txt", "Mẫu đơn\n")
    project.write("docs/tin-tuc/2026/01/nhap.md", article_text(status="draft", body=LINK))
    project.write("docs/van-ban/nghi-quyet-1-nq-vd-2020.md", DOCUMENT)
    assert project.build().status == 0
    assert (project.root / "site/tai-lieu/mau.txt").exists()


DOCUMENT = """---
kind: resolution
number: 1-NQ/VD
date: 2020-01-31
issuer: Cơ quan ví dụ
summary: "Nghị quyết giả định dùng trong kiểm thử."
attachments:
  - {file: ../tai-lieu/mau.txt, title: Toàn văn}
sources:
  - {name: Bản in}
---
"""
DRAFT = article_text(status="draft", body="Ông Mẫu, số định danh 034080012345.\n")


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("bai-nhap.md.txt", "đổi đuôi .md.txt thành .md"),
        ("bai-nhap.MD.TXT", "đổi đuôi .md.txt thành .md"),
        ("bai-nhap.txt", "đổi đuôi .txt thành .md"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_article_that_was_saved_as_a_plain_text_is_refused_with_its_cure(
    project: Project, name: str, cure: str, mark: str
) -> None:
    project.write(f"docs/tin-tuc/2026/11/{name}", mark + DRAFT)
    (told,) = proof_of(project).problems
    assert (told.code, told.cure) == (Code.FILE_TYPE, cure)


def test_a_text_that_begins_with_a_rule_is_no_article(project: Project) -> None:
    project.write("docs/tai-lieu/mau.txt", "---\n\nMẫu đơn\n---\n")
    assert proof_of(project).problems == ()
