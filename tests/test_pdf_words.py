"""What an attached PDF says of people is told to its editor; real files, printed by the browser."""

from __future__ import annotations

import functools
from typing import Final

import pytest
from conftest import Project
from page_types import new_page
from playwright.sync_api import Browser
from test_library import proof_of

from newsroom.pdf_words import words_of_pdf
from newsroom.unreadable import Unreadable

PDF: Final = "docs/tai-lieu/mau.pdf"
_NAMES: Final = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả")
TELLING: Final = {
    "a list": (
        "<p>Chi bộ Thôn Mẫu</p><table><tr><th>TT<th>Họ và tên<th>Ngày sinh<th>Quê quán</tr>"
        + "".join(f"<tr><td>{n}<td>{name}<td>0{n}/3/1960<td>Thôn Mẫu</tr>" for n, name in enumerate(_NAMES, 1))
        + "</table>",
        "danh sách người kèm thông tin riêng",
    ),
    "a telephone": ("<p>Hỏi bà Mẫu, số 0912 345 678.</p>", "số di động"),
    "an identity": ("<p>Bà Trần Thị Thử, số định danh cá nhân 034080012345.</p>", "số định danh cá nhân"),
    "on its last page": (
        "<p style='break-after:page'>Tờ bìa</p><p>Hỏi bà Mẫu, số 0912 345 678.</p>",
        "số di động",
    ),
    "letters in parts": ("<p>CMND sô\u0301 123456789 của bà Mẫu.</p>", "số giấy tờ tùy thân"),
}
NO_MATTER: Final = {
    "an office": "<p>Văn phòng Đảng ủy: 0912 345 678</p>",
    "figures": "<table><tr><th>Năm<th>Số đảng viên</tr><tr><td>2024<td>125</tr><tr><td>2025<td>130</tr></table>",
    "columns of text": "<div style='columns:2;height:4em'><p>Chi bộ họp ngày 5 tháng 3.<p>Bàn việc nạo vét mương.</div>",
    "no words": "<svg width=90 height=90><circle r=40 cx=45 cy=45 /></svg>",
}


@functools.cache
def printed(browser: Browser, content: str) -> bytes:
    """A page with this content, printed."""
    with new_page(browser) as page:
        page.set_content(f"<!doctype html><meta charset=utf-8><style>td,th{{padding:0 2em}}</style>{content}")
        return page.pdf()


def test_what_a_pdf_tells_of_people_is_told_to_its_editor(browser: Browser, project: Project) -> None:
    files = {f"docs/tai-lieu/{number}.pdf": TELLING[name] for number, name in enumerate(TELLING)}
    for path, (content, _) in files.items():
        project.write(path, printed(browser, content))
    for _ in range(2):
        run = project.build()
        assert run.status == 0
        for path, (_, told) in files.items():
            assert f"{path}:1:1: tep-lo-tin: cảnh báo: chữ trong tệp có {told} (xóa hoặc che" in run.err


@pytest.mark.parametrize("name", NO_MATTER)
def test_what_may_be_public_in_a_pdf_is_left_alone(name: str, browser: Browser, project: Project) -> None:
    project.write(PDF, printed(browser, NO_MATTER[name]))
    assert proof_of(project).problems == ()


def test_a_table_is_drawn_as_markdown_would_have_it(browser: Browser) -> None:
    table = words_of_pdf(printed(browser, TELLING["a list"][0]))[1]
    assert table.splitlines()[:2] == [
        "| TT | Họ và tên | Ngày sinh | Quê quán |",
        "| 1 | Nguyễn Văn Mẫu | 01/3/1960 | Thôn Mẫu |",
    ]


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_damaged_pdf_is_told_of_by_nobody_but_its_readers(share: float, browser: Browser, project: Project) -> None:
    whole = printed(browser, TELLING["a list"][0])
    project.write(PDF, whole[: int(len(whole) * share)])
    run = project.build()
    assert (run.status, "Traceback" in run.err) == (0, False)
    assert all(line.startswith("docs/") for line in run.err.splitlines())


def test_a_file_that_is_none_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        words_of_pdf(b"%PDF-1.7\n" + b"1 0 obj <</Kids [1 0 R]>> endobj\n" * 9)
