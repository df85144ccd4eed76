"""Redirects: old addresses lead to the document that lives on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from built_pages import SHIPPED_ADDRESS, read_page, shipped_sources
from conftest import MINIMAL_CONFIG, Project, article_text, branch_text, make_project

from newsroom.rules.addresses import alias_file, is_generated

ARTICLE = "tin-tuc/2026/01/bai-thu/"
OLD_AND_FILE = [
    ("/cu/bai-123.html", "cu/bai-123.html"),
    ("/cu/thu-muc/", "cu/thu-muc/index.html"),
    ("/cu/khong-gach", "cu/khong-gach/index.html"),
    ("/mot.html", "mot.html"),
    ("/a/b/c/d/BAI_Cu~1.htm", "a/b/c/d/BAI_Cu~1.htm"),
    ("/default.aspx", "default.aspx"),
    ("/tin-tuc/2025/12/ten-truoc/", "tin-tuc/2025/12/ten-truoc/index.html"),
]
ALIASES = f"[{', '.join(old for old, _ in OLD_AND_FILE)}]"

every_alias = pytest.mark.parametrize(("old", "file"), OLD_AND_FILE)


def build(project: Project, address: str = "https://thu.example/") -> Path:
    run = project.build(environment={"NEWSROOM_SITE_URL": address})
    assert run.status == 0, run.err
    return project.root / "site"


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site served at https://thu.example/kho/ with an article that was found elsewhere."""
    project = make_project(tmp_path_factory.mktemp("moved") / "project")
    project.write(f"docs/{ARTICLE.rstrip('/')}.md", article_text(aliases=ALIASES))
    return build(project, "https://thu.example/kho/")


@every_alias
def test_an_old_address_leads_to_the_article_with_and_without_a_click(moved_site: Path, old: str, file: str) -> None:
    stub = read_page(moved_site / file)
    wait, _, target = stub.one("meta", "http-equiv", "refresh")["content"].partition("; url=")
    assert wait == "0"
    assert stub.one("a")["href"] == target
    assert "://" not in target
    served_at = f"https://thu.example/kho/{file.removesuffix('index.html')}"
    assert urljoin(served_at, target) == f"https://thu.example/kho/{ARTICLE}"


@every_alias
def test_an_old_address_tells_machines_the_new_one(moved_site: Path, old: str, file: str) -> None:
    stub = read_page(moved_site / file)
    assert stub.one("link", "rel", "canonical")["href"] == f"https://thu.example/kho/{ARTICLE}"
    assert stub.one("meta", "name", "robots")["content"] == "noindex"


def test_a_redirect_is_a_page_of_its_own_in_vietnamese(moved_site: Path) -> None:
    stub = read_page(moved_site / "mot.html")
    assert stub.one("html")["lang"] == "vi"
    assert stub.one("main").one("h1").text == stub.one("title").text != ""


@every_alias
def test_the_map_for_the_web_server_names_every_old_address(moved_site: Path, old: str, file: str) -> None:
    lines = (moved_site / "chuyen-huong.map").read_text(encoding="utf-8").splitlines()
    served_at = f"/kho/{file.removesuffix('index.html')}"
    assert f"{served_at} /kho/{ARTICLE};" in lines
    assert len(lines) == len(OLD_AND_FILE)


def test_the_map_is_sorted_and_has_no_entry_where_nothing_moved(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    site = build(project)
    for name in ("chuyen-huong.map", "chuyen-huong.caddy"):
        assert (site / name).read_text(encoding="utf-8") == "# Chưa có địa chỉ cũ nào.\n"
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(aliases="[/z/, /b.html, /a/]"))
    lines = (build(project) / "chuyen-huong.map").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in lines] == ["/a/", "/b.html", "/z/"]


def test_branches_and_documentation_pages_may_have_moved_too(project: Project) -> None:
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text(aliases="[/ho-so/1.html]"))
    project.write(
        "docs/gioi-thieu/index.md",
        '---\ntitle: "Giới thiệu"\ndescription: "Trang giới thiệu giả định, trước ở chỗ khác."\naliases: [/gt/]\n---\nChữ.\n',
    )
    site = build(project)
    assert read_page(site / "ho-so/1.html").one("a")["href"] == "../chi-bo/chi-bo-mau/"
    assert read_page(site / "gt/index.html").one("a")["href"] == "../gioi-thieu/"


def test_every_alias_of_the_shipped_site_leads_to_its_document(shipped_site: Path) -> None:
    aliases = {alias: address for address, front in shipped_sources().items() for alias in front.get("aliases", [])}
    assert aliases
    for alias, address in aliases.items():
        stub = read_page(shipped_site / (f"{alias}index.html" if alias.endswith("/") else alias).lstrip("/"))
        assert stub.one("link", "rel", "canonical")["href"] == SHIPPED_ADDRESS + address


@pytest.mark.parametrize(
    "alias",
    [
        "/index.html",
        "/404.html",
        "/rss.xml",
        "/feed.json",
        "/sitemap.xml",
        "/sitemap/trang.xml",
        "/robots.txt",
        "/chuyen-huong.map",
        "/chi-bo/index.html",
        "/tin-tuc/2026/01/bai-thu/",
        "/tin-tuc/2026/01/bai-thu/index.html",
        "/./tin-tuc/2026/01/bai-thu/",
        "/tin-tuc/2026/01/bai-thu/.",
        "/tai-lieu/to-trinh.pdf",
        "/trang-cu.html/con/",
    ],
)
def test_an_old_address_that_would_replace_another_page_or_file_is_a_problem(project: Project, alias: str) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    project.write(
        "docs/tin-tuc/2026/01/bai-khac.md",
        article_text("Bài khác muốn chiếm chỗ của trang có sẵn", aliases=f"[/trang-cu.html, {alias}]"),
    )
    project.write("docs/tai-lieu/to-trinh.pdf", b"%PDF-1.4")
    run = project.check()
    assert run.status == 1, run.err
    assert "docs/tin-tuc/2026/01/bai-khac.md:7:" in run.err
    assert "trung-dia-chi" in run.err or "sai-dang" in run.err


@pytest.mark.parametrize("alias", ["/trang/1/", "/trang/1", "/Trang/12/index.html", "/trang/1/index.html/con/"])
def test_an_old_address_that_may_become_an_older_page_of_a_list_is_a_problem(project: Project, alias: str) -> None:
    project.write("docs/chi-bo/thon-mau.md", branch_text())
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(aliases=f"[/chi-bo/thon-cu{alias}]"))
    assert project.check().status == 0
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(aliases=f"[/chi-bo/thon-mau{alias}]"))
    run = project.check()
    assert (run.status, run.err.count("trung-dia-chi")) == (1, 1)


@pytest.mark.parametrize("alias", ["/.cu/x.html", "/.newsroom-stamp", "/cu/.an/", "/cu/..an"])
def test_an_old_address_with_a_hidden_name_is_no_address(project: Project, alias: str) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(aliases=f"[{alias}]"))
    run = project.check()
    assert (run.status, run.err.count("sai-dang")) == (1, 1)


@pytest.mark.parametrize(
    "path",
    [
        "rss.xml/y.txt",
        "404.html/x.txt",
        "chi-bo/index.html/x.txt",
        "tin-tuc/2026/01/bai-thu/index.html/sau/x.txt",
        "trang-cu.html/x.txt",
        "chi-bo/thon-mau/trang/1/index.html/x.txt",
    ],
)
def test_an_attachment_in_a_folder_named_like_a_page_is_a_problem(project: Project, path: str) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(aliases="[/trang-cu.html]"))
    project.write("docs/chi-bo/thon-mau.md", branch_text())
    project.write(f"docs/{path}", "Chữ.")
    run = project.check()
    assert (run.status, run.err.count("trung-dia-chi")) == (1, 1)


def test_an_old_address_that_another_needs_for_a_folder_is_a_problem(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-mot.md", article_text(aliases="[/cu.html/sau/]"))
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text("Một bài khác nữa", aliases="[/cu.html]"))
    run = project.check()
    assert (run.status, run.err.count("trung-dia-chi")) == (1, 1)


@pytest.mark.parametrize("alias", ["/", "/.", "/./", "//.", "/./.", "/./index.html", "/Index.html"])
def test_every_way_to_write_the_root_is_the_home_page(alias: str) -> None:
    assert alias_file(alias) == "index.html"
    assert is_generated(alias_file(alias))


def test_an_address_says_nothing_to_a_web_server_but_where_it_leads(project: Project) -> None:
    address = "https://chinhphu.vn/a,b;rm?x=$uri&y={env.TOKEN}&z=%20+#m(1)"
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(moved_to=f'"{address}"'))
    site = build(project)
    told = "https://chinhphu.vn/a,b%3Brm?x=%24uri&y=%7Benv.TOKEN%7D&z=%20+#m%281%29"
    assert (site / "chuyen-huong.map").read_text("utf-8") == f"/{ARTICLE} {told};\n"
    assert (site / "chuyen-huong.caddy").read_text("utf-8") == f"redir /{ARTICLE} {told} permanent\n"


def moved_project(root: Path, archive: str = "") -> Project:
    """Articles of two places, one of them taken over at an address of its own, on a site that may be an archive."""
    config = MINIMAL_CONFIG + archive
    project = make_project(root, config)
    unit = "---\nname: {}\nlevel: commune\nsummary: Đơn vị giả định dùng trong kiểm thử, không có thật.\n{}sources: [{{id: s1, name: X}}]\n---\n"
    end = "ended: {date: 2025-07-01, manner: merged, successors: [xa-ke, xa-moi], source: s1}\n"
    project.write("docs/don-vi/xa-cu.md", unit.format("xã Cũ", end))
    project.write("docs/don-vi/xa-ke.md", unit.format("xã Kế chưa có trang", ""))
    project.write("docs/don-vi/xa-moi.md", unit.format("xã Mới", "site: https://xa-moi.example/\n"))
    project.write("docs/tin-tuc/2026/01/a.md", article_text(places="[xã Cũ]", aliases="[/cu/a.html]"))
    moved = article_text("Bài đã có nơi tiếp nhận", aliases="[/cu/b.html]", moved_to="https://noi-khac.example/b")
    project.write("docs/tin-tuc/2026/01/b.md", moved)
    project.write("docs/tin-tuc/2026/01/c.md", article_text("Bài không có nơi tiếp nhận", aliases="[/cu/c.html]"))
    return project


ARCHIVE = "    archive: {body: huyện Mẫu, until: 2025-06-30, now: tỉnh Minh Họa, indexed: false, forward: true}\n"


def test_each_article_of_an_old_site_goes_to_its_own_successor(tmp_path: Path) -> None:
    site = build(moved_project(tmp_path / "project", ARCHIVE))
    rows = (site / "chuyen-huong.csv").read_text(encoding="utf-8").splitlines()
    assert rows == [
        "old,new,source",
        "/cu/a.html,https://xa-moi.example/tin-tuc/2026/01/a/,tin-tuc/2026/01/a.md",
        "/cu/b.html,https://noi-khac.example/b,tin-tuc/2026/01/b.md",
        "/cu/c.html,https://thu.example/tin-tuc/2026/01/c/,tin-tuc/2026/01/c.md",
        "/tin-tuc/2026/01/a/,https://xa-moi.example/tin-tuc/2026/01/a/,tin-tuc/2026/01/a.md",
        "/tin-tuc/2026/01/b/,https://noi-khac.example/b,tin-tuc/2026/01/b.md",
    ]
    nginx = (site / "chuyen-huong.map").read_text(encoding="utf-8").splitlines()
    caddy = (site / "chuyen-huong.caddy").read_text(encoding="utf-8").splitlines()
    assert nginx[0] == "/cu/a.html https://xa-moi.example/tin-tuc/2026/01/a/;"
    assert caddy[2] == "redir /cu/c.html /tin-tuc/2026/01/c/ permanent"
    stub = read_page(site / "cu/a.html")
    assert stub.one("a")["href"] == "https://xa-moi.example/tin-tuc/2026/01/a/"


def test_an_archive_says_whose_it_is_on_every_page(tmp_path: Path) -> None:
    site = build(moved_project(tmp_path / "project", ARCHIVE))
    for page in ("index.html", "tin-tuc/2026/01/a/index.html", "don-vi/xa-cu/index.html"):
        html = (site / page).read_text(encoding="utf-8")
        assert "Nội dung lưu trữ của huyện Mẫu</strong> (đến 30/06/2025) – nay thuộc tỉnh Minh Họa." in html
        assert '<meta name="robots" content="noindex">' in html


def test_a_site_that_is_no_archive_sends_away_only_what_was_taken_over(tmp_path: Path) -> None:
    site = build(moved_project(tmp_path / "project"))
    rows = (site / "chuyen-huong.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[1] for row in rows] == [
        "https://thu.example/tin-tuc/2026/01/a/",
        "https://noi-khac.example/b",
        "https://thu.example/tin-tuc/2026/01/c/",
        "https://noi-khac.example/b",
    ]
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "nr-archived" not in html
    assert "noindex" not in html
    assert "noi-khac.example" in (site / "tin-tuc/2026/01/b/index.html").read_text(encoding="utf-8")
