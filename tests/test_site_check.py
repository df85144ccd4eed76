"""The check of the built site finds every planted fault, and nothing on a sound site."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text

from newsroom.site_check import Fault, check_site

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
        (tmp_path / name).touch()
    (tmp_path / "index.html").write_text(SOUND, encoding="utf-8")
    (tmp_path / "hai/index.html").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_a_sound_site_has_no_fault(site: Path) -> None:
    assert check_site(site) == []


@pytest.mark.parametrize(
    ("sound", "planted", "message"),
    [
        ('href="hai/"', 'href="khong-co/"', "links to nothing: khong-co/"),
        ('href="hai/"', 'href="hai/khong-co.html"', "links to nothing: hai/khong-co.html"),
        ('href="hai/"', 'href="/khong-co/"', "links to nothing: /khong-co/"),
        ('href="hai/"', 'href="../hai/"', "links to nothing: ../hai/"),
        ('href="hai/"', 'href="hai"', "links to nothing: hai"),
        ('href="hai/"', 'href="//"', "links to nothing: //"),
        ("./hai/#muc-a", "./hai/#muc-b", "links to a missing anchor: ./hai/#muc-b"),
        ("#chinh", "#khong-co", "links to a missing anchor: #khong-co"),
        ('href="tep/kieu.css">\n<link rel="alt', 'href="tep/mat.css">\n<link rel="alt', "links to nothing: tep/mat.css"),
        ('xml" href="tep/kieu.css"', 'xml" href="mat.xml"', "links to nothing: mat.xml"),
        ("tep/ma.js", "tep/mat.js", "links to nothing: tep/mat.js"),
        ("tep/anh.jpg", "tep/mat.jpg", "links to nothing: tep/mat.jpg"),
        ("tep/anh.webp 960w", "tep/mat.webp 960w", "links to nothing: tep/mat.webp"),
        ('alt="" width', 'srcset="tep/mat.jpg 480w" alt="" width', "links to nothing: tep/mat.jpg"),
        ("<p>", "<h1>Thêm</h1><p>", "has 2 <h1> instead of one"),
        ('<h1 id="tieu-de">Trang thử</h1>', "", "has 0 <h1> instead of one"),
        ("</body>", "<main></main></body>", "has 2 <main> instead of one"),
        ("<title>Trang thử</title>", "", "has 0 <title> instead of one"),
        ('<link rel="canonical" href="https://thu.example/">', "", "has no canonical link"),
        ('lang="vi"', 'lang="en"', "is in language 'en'"),
        (' lang="vi"', "", "is in language ''"),
        ("<p>", '<p id="tieu-de">', "has the id 'tieu-de' twice"),
        (' alt=""', "", "has a picture without alternative text: tep/anh.jpg"),
        (' width="4"', "", "has a picture without width and height: tep/anh.jpg"),
        (' height="3"', "", "has a picture without width and height: tep/anh.jpg"),
        ('"tep/ma.js"', '"https://xa.example/ma.js"', "loads from another host: https://xa.example/ma.js"),
        ('"tep/ma.js"', '"//xa.example/ma.js"', "loads from another host: //xa.example/ma.js"),
        ('"tep/anh.jpg"', '"https://xa.example/a.jpg"', "loads from another host: https://xa.example/a.jpg"),
        ("tep/anh.webp 960w", "https://xa.example/a.webp 960w", "loads from another host: https://xa.example/a.webp"),
        ('alt="" width', 'srcset="https://xa.example/a.jpg 9w" alt="" width', "loads from another host: https://xa.example/a.jpg"),
        ("<svg>", '<iframe src="https://xa.example/khung"></iframe><svg>', "loads from another host: https://xa.example/khung"),
        ("<svg>", '<video src="https://xa.example/phim"></video><svg>', "loads from another host: https://xa.example/phim"),
        ("</head>", '<link rel="preload" href="https://xa.example/chu"></head>', "loads from another host: https://xa.example/chu"),
        ("</head>", '<link rel="stylesheet" href="//xa.example/chu"></head>', "loads from another host: //xa.example/chu"),
        ("</head>", '<link rel="shortcut icon" href="//xa.example/i"></head>', "loads from another host: //xa.example/i"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_and_nothing_else(site: Path, sound: str, planted: str, message: str) -> None:
    assert SOUND.count(sound) == 1 or sound in ("<p>", "<svg>")
    (site / "index.html").write_text(SOUND.replace(sound, planted, 1), encoding="utf-8")
    assert check_site(site) == [Fault("index.html", message)]


def test_faults_are_told_for_every_page_in_their_order(site: Path) -> None:
    (site / "hai/index.html").write_text(SECOND.replace('lang="vi"', "").replace("../", "../../"), encoding="utf-8")
    (site / "index.html").write_text(SOUND.replace("tep/ma.js", "mat.js"), encoding="utf-8")
    assert check_site(site) == [
        Fault("hai/index.html", "is in language ''"),
        Fault("hai/index.html", "links to nothing: ../../"),
        Fault("index.html", "links to nothing: mat.js"),
    ]


def test_a_site_below_a_folder_is_checked_under_its_path(site: Path) -> None:
    below = SOUND.replace('href="/hai/index.html"', 'href="/kho/hai/index.html"')
    (site / "index.html").write_text(below, encoding="utf-8")
    assert check_site(site, "/kho/") == []
    assert check_site(site) == [Fault("index.html", "links to nothing: /kho/hai/index.html")]
    (site / "index.html").write_text(SOUND, encoding="utf-8")
    assert check_site(site, "/kho/") == [Fault("index.html", "links to nothing: /hai/index.html")]


def test_the_shipped_site_is_sound(shipped_site: Path) -> None:
    assert check_site(shipped_site) == []


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
    assert check_site(project.root / "site", path) == []
    assert {fault.page for fault in check_site(project.root / "site")} == {"404.html"}
