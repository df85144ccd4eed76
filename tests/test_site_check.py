"""The check of the built site finds every planted fault, and nothing on a sound site."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text, faults_of

from newsroom.policy import Policy, hash_of
from newsroom.site_check import Fault

SOUND = """\
<!doctype html>
<html lang="vi">
<head>
<title>Trang thử</title>
<link rel="canonical" href="https://thu.example/">
<link rel="stylesheet" href="tep/kieu.css">
<link rel="alternate" type="application/rss+xml" href="tep/kieu.css">
<script src="tep/ma.js" defer></script>
</head>
<body>
<a href="#chinh">Bỏ qua</a>
<main id="chinh">
<h1 id="tieu-de">Trang thử</h1>
<p><a href="hai/">Trang hai</a>, <a href="./hai/#muc-a">mục a</a>, <a href="/hai/index.html">lại trang hai</a>,
<a href="https://khac.example/x">nơi khác</a>, <a href="mailto:thu@example.org">thư</a>, <a href="tel:190">gọi</a></p>
<picture><source srcset="tep/anh.webp 480w, tep/anh.webp 960w"><img src="tep/anh.jpg" alt="" width="4" height="3"></picture>
<svg><title>Hình vẽ</title><desc>Lời tả</desc></svg>
</main>
</body>
</html>
"""
SECOND = """\
<!doctype html>
<html lang="vi"><head><title>Hai</title><link rel="canonical" href="https://thu.example/hai/"></head>
<body><main><h1>Hai</h1><p id="muc-a"><a href="../">Trang một</a> <a href="?x=1">trang này</a> <a href="">cũng trang này</a></p></main></body></html>
"""
FILES = ("tep/kieu.css", "tep/ma.js", "tep/anh.jpg", "tep/anh.webp")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sound site of two pages."""
    for name in (*FILES, "hai/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Một tệp.", encoding="utf-8")
    (tmp_path / "index.html").write_text(SOUND, encoding="utf-8")
    (tmp_path / "hai/index.html").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_a_sound_site_has_no_fault(site: Path) -> None:
    assert faults_of(site) == []


@pytest.mark.parametrize(
    ("sound", "planted", "message"),
    [
        ('href="hai/"', 'href="khong-co/"', "liên kết tới chỗ không có: khong-co/"),
        ('href="hai/"', 'href="hai/khong-co.html"', "liên kết tới chỗ không có: hai/khong-co.html"),
        ('href="hai/"', 'href="/khong-co/"', "liên kết tới chỗ không có: /khong-co/"),
        ('href="hai/"', 'href="../hai/"', "liên kết tới chỗ không có: ../hai/"),
        ('href="hai/"', 'href="hai"', "liên kết tới chỗ không có: hai"),
        ('href="hai/"', 'href="//"', "liên kết tới chỗ không có: //"),
        ("./hai/#muc-a", "./hai/#muc-b", "liên kết tới mục không có: ./hai/#muc-b"),
        ("#chinh", "#khong-co", "liên kết tới mục không có: #khong-co"),
        ('href="tep/kieu.css">\n<link rel="alt', 'href="tep/mat.css">\n<link rel="alt', "liên kết tới chỗ không có: tep/mat.css"),
        ('xml" href="tep/kieu.css"', 'xml" href="mat.xml"', "liên kết tới chỗ không có: mat.xml"),
        ("tep/ma.js", "tep/mat.js", "liên kết tới chỗ không có: tep/mat.js"),
        ("tep/anh.jpg", "tep/mat.jpg", "liên kết tới chỗ không có: tep/mat.jpg"),
        ("tep/anh.webp 960w", "tep/mat.webp 960w", "liên kết tới chỗ không có: tep/mat.webp"),
        ('alt="" width', 'srcset="tep/mat.jpg 480w" alt="" width', "liên kết tới chỗ không có: tep/mat.jpg"),
        ("<p>", "<h1>Thêm</h1><p>", "có 2 thẻ <h1>, đúng ra là một"),
        ('<h1 id="tieu-de">Trang thử</h1>', "", "có 0 thẻ <h1>, đúng ra là một"),
        ("</body>", "<main></main></body>", "có 2 thẻ <main>, đúng ra là một"),
        ("<title>Trang thử</title>", "", "có 0 thẻ <title>, đúng ra là một"),
        ('<link rel="canonical" href="https://thu.example/">', "", "thiếu liên kết canonical"),
        ('lang="vi"', 'lang="en"', "ghi ngôn ngữ 'en', đúng ra là 'vi'"),
        (' lang="vi"', "", "ghi ngôn ngữ '', đúng ra là 'vi'"),
        ("<p>", '<p id="tieu-de">', "có hai chỗ cùng id 'tieu-de'"),
        (' alt=""', "", "có ảnh không có lời tả: tep/anh.jpg"),
        (' width="4"', "", "có ảnh không ghi kích thước: tep/anh.jpg"),
        (' height="3"', "", "có ảnh không ghi kích thước: tep/anh.jpg"),
        ('"tep/ma.js"', '"https://xa.example/ma.js"', "tải từ nơi khác: https://xa.example/ma.js"),
        ('"tep/ma.js"', '"//xa.example/ma.js"', "tải từ nơi khác: //xa.example/ma.js"),
        ('"tep/anh.jpg"', '"https://xa.example/a.jpg"', "tải từ nơi khác: https://xa.example/a.jpg"),
        ("tep/anh.webp 960w", "https://xa.example/a.webp 960w", "tải từ nơi khác: https://xa.example/a.webp"),
        ('alt="" width', 'srcset="https://xa.example/a.jpg 9w" alt="" width', "tải từ nơi khác: https://xa.example/a.jpg"),
        ("<svg>", '<iframe src="https://xa.example/khung"></iframe><svg>', "tải từ nơi khác: https://xa.example/khung"),
        ("<svg>", '<video src="https://xa.example/phim"></video><svg>', "tải từ nơi khác: https://xa.example/phim"),
        ("</head>", '<link rel="preload" href="https://xa.example/chu"></head>', "tải từ nơi khác: https://xa.example/chu"),
        ("</head>", '<link rel="stylesheet" href="//xa.example/chu"></head>', "tải từ nơi khác: //xa.example/chu"),
        ("<h1 id", '<h1 onclick="x()" id', "có chỗ chạy được mã hoặc tự đặt kiểu hiển thị: <h1 onclick>"),
        ("<h1 id", '<h1 style="color:red" id', "có chỗ chạy được mã hoặc tự đặt kiểu hiển thị: <h1 style>"),
        ("</head>", "<style>a{}</style></head>", "có chỗ chạy được mã hoặc tự đặt kiểu hiển thị: <style>"),
        ('href="hai/"', 'href="javascript:x()"', "liên kết tới chỗ không có: javascript:x()"),
        ('href="hai/"', 'href="http://[x"', "liên kết tới chỗ không có: http://[x"),
        ("</head>", '<link rel="shortcut icon" href="//xa.example/i"></head>', "tải từ nơi khác: //xa.example/i"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_and_nothing_else(site: Path, sound: str, planted: str, message: str) -> None:
    assert SOUND.count(sound) == 1 or sound in ("<p>", "<svg>")
    (site / "index.html").write_text(SOUND.replace(sound, planted, 1), encoding="utf-8")
    assert faults_of(site) == [Fault("index.html", message)]


def test_faults_are_told_for_every_page_in_their_order(site: Path) -> None:
    (site / "hai/index.html").write_text(SECOND.replace('lang="vi"', "").replace("../", "../../"), encoding="utf-8")
    (site / "index.html").write_text(SOUND.replace("tep/ma.js", "mat.js"), encoding="utf-8")
    assert faults_of(site) == [
        Fault("hai/index.html", "ghi ngôn ngữ '', đúng ra là 'vi'"),
        Fault("hai/index.html", "liên kết tới chỗ không có: ../../"),
        Fault("index.html", "liên kết tới chỗ không có: mat.js"),
    ]


def test_a_site_below_a_folder_is_checked_under_its_path(site: Path) -> None:
    below = SOUND.replace('href="/hai/index.html"', 'href="/kho/hai/index.html"')
    (site / "index.html").write_text(below, encoding="utf-8")
    assert faults_of(site, "/kho/") == []
    assert faults_of(site) == [Fault("index.html", "liên kết tới chỗ không có: /kho/hai/index.html")]
    (site / "index.html").write_text(SOUND, encoding="utf-8")
    assert faults_of(site, "/kho/") == [Fault("index.html", "liên kết tới chỗ không có: /hai/index.html")]


def test_a_page_with_a_script_of_its_own_or_without_the_policy_is_a_fault(site: Path) -> None:
    policy = Policy.of_templates(["<script>trang()</script>"])
    for name in ("index.html", "hai/index.html"):
        page = (site / name).read_text("utf-8").replace("<title>", f"{policy.meta}<script>trang()</script><title>")
        (site / name).write_text(page, encoding="utf-8")
    assert faults_of(site, policy=policy) == []
    page = (site / "index.html").read_text("utf-8")
    (site / "index.html").write_text(page.replace("</body>", "<script>la()</script></body>"), encoding="utf-8")
    assert faults_of(site, policy=policy) == [
        Fault("index.html", f"có 1 đoạn mã không phải của trang: {hash_of('la()')}")
    ]
    (site / "index.html").write_text(page.replace(policy.meta, ""), encoding="utf-8")
    assert faults_of(site, policy=policy) == [Fault("index.html", "không mang chính sách nội dung (CSP) của trang")]


def test_the_shipped_site_is_sound(shipped_site: Path) -> None:
    assert faults_of(shipped_site) == []


@pytest.mark.parametrize(("address", "path"), [("https://x.example/kho/", "/kho/"), ("https://x.example/a/b", "/a/b/")])
def test_a_site_built_for_a_folder_is_sound_under_its_path_and_nowhere_else(
    project: Project, address: str, path: str
) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(branches="[chi-bo-mau]", aliases="[/cu/1.html]"))
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text())
    project.write(
        "docs/gioi-thieu/index.md",
        '---\ntitle: "Giới thiệu"\ndescription: "Trang giới thiệu giả định dùng trong kiểm thử."\n---\n'
        "Đọc [bài thử](../tin-tuc/2026/01/bai-thu.md).\n\n## Mục\n\nĐoạn văn.\n",
    )
    run = project.build(environment={"NEWSROOM_SITE_URL": address})
    assert run.status == 0, run.err
    assert faults_of(project.root / "site", path) == []
    assert {fault.page for fault in faults_of(project.root / "site")} == {"404.html"}
