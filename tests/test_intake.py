"""What may lie under docs/ by its name: refused with what to do about it, or passed over as the system's own."""

from __future__ import annotations

import pytest
from conftest import Project, article_text
from test_library import proof_of


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("bai.MD", "đuôi “.MD” viết chữ hoa (đổi đuôi thành .md chữ thường)"),
        ("con.md", "Windows giữ tên “con.md” cho thiết bị, không mở được tệp (đổi sang tên khác)"),
        (f"{'a' * 101}.md", "tên “aaaaaaaaaaaaaaaaaaaa…” dài 104 ký tự (rút xuống nhiều nhất 100 ký tự)"),
        ("/".join(["a" * 60] * 4) + "/x.md", "đường dẫn dài 264 ký tự (bớt thư mục, rút xuống nhiều nhất 240 ký tự)"),
        ("anh.HEIC", "không nhận loại tệp “.heic” (mở ảnh, lưu hoặc xuất lại thành .jpg hay .png)"),
        ("cong-van.doc", "không nhận loại tệp “.doc” (mở bằng Word, lưu thành .docx hoặc .pdf)"),
        ("so-lieu.xls", "không nhận loại tệp “.xls” (mở bằng Excel, lưu thành .xlsx hoặc .pdf)"),
        ("x.php.txt", "tên tệp có đuôi của chương trình ở giữa (đổi tên: bỏ đuôi ở giữa)"),
    ],
)
def test_a_name_that_is_not_taken_is_told_what_to_do(project: Project, name: str, told: str) -> None:
    project.write(f"docs/tin-tuc/2026/01/{name}", article_text())
    (problem,) = proof_of(project).problems
    assert str(problem).endswith(f": {told}")


@pytest.mark.parametrize("name", ["desktop.ini", "Desktop.ini", "Thumbs.db", ".DS_Store", "~$bai.docx"])
def test_what_a_system_lays_into_folders_is_no_part_of_the_site(project: Project, name: str) -> None:
    project.write(f"docs/tin-tuc/2026/01/{name}", b"[.ShellClassInfo]")
    assert proof_of(project).problems == ()
    assert project.build().status == 0
    assert not list((project.root / "site").rglob(name))
