"""The library: every document, and the questions that pages ask."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from conftest import MINIMAL_CONFIG, NOW, Project, article_text, branch_text
from PIL import Image

from newsroom.card import Card
from newsroom.codes import Code
from newsroom.dates import parse_moment
from newsroom.library import Library
from newsroom.proof import Proof, proofread
from newsroom.related import same_section
from newsroom.settings import read_settings
from newsroom.targets import resolve

BROKEN = "---\ntitle: Thôn Mẫu: hỏng\n---\n"
JPEG = io.BytesIO()
Image.new("RGB", (64, 48), "gray").save(JPEG, "JPEG")
PICTURE = JPEG.getvalue()
"""A small grey photo."""


def proof_of(project: Project, now: str = NOW) -> Proof:
    """A project proofread in this process, as check.py does it."""
    settings = read_settings(project.root / "mkdocs.yml")
    return proofread(project.root / settings.docs_dir, settings, parse_moment(now))


def library_of(project: Project, now: str = NOW) -> Library:
    """The library of a project that has no problem."""
    proof = proof_of(project, now)
    assert proof.problems == ()
    return proof.library


def page_text(title: str = "Trang thử", body: str = "Đoạn văn.\n") -> str:
    """A valid synthetic documentation page."""
    return (
        f'---\ntitle: "{title}"\ndescription: "Một trang thử, chỉ dùng trong kiểm thử, không nói gì thêm."\n---\n{body}'
    )


def write_article(project: Project, slug: str, day: str = "2026-01-15 08:00", **fields: str) -> None:
    """An article in the folder of its month."""
    project.write(f"docs/tin-tuc/{day[:4]}/{day[5:7]}/{slug}.md", article_text(f"Bài thử {slug}", date=day, **fields))


def slugs(articles: tuple[Card, ...]) -> list[str]:
    """The articles by their file names."""
    return [article.slug for article in articles]


@pytest.fixture
def archive(project: Project) -> Project:
    """Five articles over two years in two sections, two profiles, one page."""
    write_article(project, "mot", "2025-03-01 08:00", branches="[chi-bo-thon-mau]")
    write_article(project, "hai", "2025-12-31 23:30", section="thong-bao")
    write_article(
        project, "ba", "2026-01-15 08:00", authors="[{name: Người Viết Thử}, {name: Người Chụp, role: photo}]"
    )
    write_article(project, "bon", "2026-01-15 21:00", branches="[chi-bo-thon-mau, dang-bo-xa-vi-du]")
    write_article(project, "nam", "2026-01-15 21:00", section="thong-bao", pinned_until="2026-11-22")
    project.write("docs/chi-bo/chi-bo-thon-mau.md", branch_text(parent="dang-bo-xa-vi-du"))
    project.write("docs/chi-bo/dang-bo-xa-vi-du.md", branch_text("Đảng bộ xã Ví Dụ"))
    project.write("docs/gioi-thieu.md", page_text())
    return project


def test_articles_stand_newest_first_and_ties_by_address(archive: Project) -> None:
    assert slugs(library_of(archive).cards) == ["bon", "nam", "ba", "hai", "mot"]


def test_articles_are_known_by_section(archive: Project) -> None:
    by_section = library_of(archive).by_section
    assert {section: slugs(found) for section, found in by_section.items()} == {
        "tin-chung": ["bon", "ba", "mot"],
        "thong-bao": ["nam", "hai"],
    }


def test_articles_are_known_by_the_branches_they_name(archive: Project) -> None:
    articles = proof_of(archive).names.articles
    assert {url: slugs(found) for url, found in articles.items()} == {
        "chi-bo/chi-bo-thon-mau/": ["bon", "mot"],
        "chi-bo/dang-bo-xa-vi-du/": ["bon"],
    }


def test_an_article_that_names_a_branch_twice_is_listed_once(archive: Project) -> None:
    write_article(archive, "sau", "2026-02-01", branches="[dang-bo-xa-vi-du, dang-bo-xa-vi-du]")
    assert slugs(proof_of(archive).names.articles["chi-bo/dang-bo-xa-vi-du/"]) == ["sau", "bon"]


def test_articles_are_known_by_their_authors(archive: Project) -> None:
    library = library_of(archive)
    assert slugs(library.by_author["nguoi-viet-thu"]) == ["bon", "nam", "ba", "hai", "mot"]
    assert slugs(library.by_author["nguoi-chup"]) == ["ba"]
    assert library.author_names == {"nguoi-viet-thu": "Người Viết Thử", "nguoi-chup": "Người Chụp"}


def test_an_author_of_two_parts_is_listed_once_under_the_oldest_spelling(project: Project) -> None:
    write_article(project, "cu", "2025-01-01", authors="[{name: Người Viết Thử}, {name: NGƯỜI VIẾT THỬ, role: photo}]")
    write_article(project, "moi", "2026-01-01", authors="[{name: Nguời viết thử}]")
    library = library_of(project)
    assert slugs(library.by_author["nguoi-viet-thu"]) == ["moi", "cu"]
    assert library.author_names["nguoi-viet-thu"] == "Người Viết Thử"


def test_articles_are_known_by_their_vietnamese_day(archive: Project) -> None:
    write_article(archive, "sau", "2026-01-31T18:00:00+00:00")
    (archive.root / "docs/tin-tuc/2026/02").mkdir()
    (archive.root / "docs/tin-tuc/2026/01/sau.md").rename(archive.root / "docs/tin-tuc/2026/02/sau.md")
    by_day = library_of(archive).by_day
    assert {day.isoformat(): slugs(found) for day, found in by_day.items()} == {
        "2026-02-01": ["sau"],
        "2026-01-15": ["bon", "nam", "ba"],
        "2025-12-31": ["hai"],
        "2025-03-01": ["mot"],
    }


@pytest.mark.parametrize(
    ("slug", "older", "newer"),
    [("bon", "ba", None), ("ba", "mot", "bon"), ("mot", None, "ba"), ("nam", "hai", None), ("hai", None, "nam")],
)
def test_neighbours_are_those_of_the_section(archive: Project, slug: str, older: str | None, newer: str | None) -> None:
    library = library_of(archive)
    (article,) = (article for article in library.cards if article.slug == slug)
    around = library.neighbours(article)
    assert (around.older and around.older.slug, around.newer and around.newer.slug) == (older, newer)


def test_a_single_article_has_no_neighbours(project: Project) -> None:
    write_article(project, "mot")
    library = library_of(project)
    around = library.neighbours(library.cards[0])
    assert (around.older, around.newer) == (None, None)
    assert same_section(library, library.cards[0]) == ()


def test_what_to_read_next_is_of_the_same_section_and_older_first(project: Project) -> None:
    for day in range(10, 19):
        write_article(project, f"bai-{day}", f"2026-01-{day} 08:00")
    write_article(project, "khac", "2026-01-12 09:00", section="thong-bao")
    library = library_of(project)
    chosen = {article.slug: slugs(same_section(library, article)) for article in library.cards}
    assert chosen["bai-17"] == ["bai-16", "bai-15", "bai-14", "bai-13", "bai-12"]
    assert chosen["bai-11"] == ["bai-15", "bai-14", "bai-13", "bai-12", "bai-10"]


def test_documents_are_found_by_their_files(archive: Project) -> None:
    library = library_of(archive)
    assert set(library.addresses) == {uri for uri in library.files if uri.endswith(".md")}
    assert library.addresses["gioi-thieu.md"] == "gioi-thieu/"
    assert library.branch_by_slug["chi-bo-thon-mau"].url == "chi-bo/chi-bo-thon-mau/"


def test_profiles_stand_in_the_order_of_the_vietnamese_alphabet(project: Project) -> None:
    for slug, name in (("c", "Chi bộ Vinh"), ("b", "Chi bộ Đà Nẵng"), ("a", "Chi bộ Dầu Tiếng")):
        project.write(f"docs/chi-bo/{slug}.md", branch_text(name))
    assert [branch.slug for branch in library_of(project).branches] == ["a", "b", "c"]


def test_ancestors_are_told_nearest_first_and_children_by_name(project: Project) -> None:
    project.write("docs/chi-bo/huyen.md", branch_text("Đảng bộ huyện Ví Dụ"))
    project.write("docs/chi-bo/xa.md", branch_text("Đảng bộ xã Ví Dụ", parent="huyen"))
    project.write("docs/chi-bo/thon-a.md", branch_text("Chi bộ thôn Đông", parent="xa"))
    project.write("docs/chi-bo/thon-b.md", branch_text("Chi bộ thôn Dưới", parent="xa"))
    library = library_of(project)
    named = library.branch_by_slug
    assert library.ancestors_of(named["thon-a"]) == (named["xa"], named["huyen"])
    assert library.ancestors_of(named["huyen"]) == ()
    assert library.children_of(named["xa"]) == (named["thon-b"], named["thon-a"])


def test_a_circle_of_parents_ends_the_chain_and_is_reported_for_each(project: Project) -> None:
    for slug, parent in (("mot", "hai"), ("hai", "ba"), ("ba", "mot")):
        project.write(f"docs/chi-bo/{slug}.md", branch_text(f"Chi bộ thôn {slug}", parent=parent))
    proof = proof_of(project)
    assert [problem.code for problem in proof.problems] == [Code.PARENT_CYCLE] * 3
    assert len(proof.library.ancestors_of(proof.library.branches[0])) == 3


@pytest.mark.parametrize(
    ("now", "pinned"), [("2026-11-22 23:59", ["nam"]), ("2026-11-23 00:00", []), ("2026-01-15 20:59", [])]
)
def test_a_notice_is_pinned_to_the_end_of_its_day(archive: Project, now: str, pinned: list[str]) -> None:
    assert slugs(proof_of(archive, now).library.pinned()) == pinned


@pytest.mark.parametrize(
    ("now", "public"),
    [("2026-01-15 20:59:59", False), ("2026-01-15 21:00", True), ("2026-01-15T14:00:00Z", True)],
)
def test_a_scheduled_article_is_withheld_until_its_time(archive: Project, now: str, public: bool) -> None:
    library = proof_of(archive, now).library
    assert ("bon" in slugs(library.cards)) is public
    assert ("bon" in slugs(library.withheld)) is not public
    assert ("tin-tuc/2026/01/bon.md" in library.addresses) is public


@pytest.mark.parametrize("status", ["draft", "submitted", "returned", "approved", "removed"])
def test_an_article_that_is_not_published_is_in_no_list(archive: Project, status: str) -> None:
    write_article(archive, "sau", "2026-02-01", status=status, branches="[chi-bo-thon-mau]")
    library = library_of(archive)
    naming = proof_of(archive).names.articles
    lists = [library.cards, *library.by_section.values(), *naming.values(), *library.by_day.values()]
    assert all("sau" not in slugs(found) for found in lists)
    assert slugs(library.withheld) == ["sau"]


def test_a_withheld_article_is_judged_like_any_other(project: Project) -> None:
    write_article(project, "mot", status="draft", section="khong-co", branches="[khong-co]", body="[x](khong-co.md)\n")
    found = {problem.code for problem in proof_of(project).problems}
    assert found == {Code.UNKNOWN_SECTION, Code.UNKNOWN_BRANCH, Code.BROKEN_LINK}


def mentions(site: Path, word: bytes) -> list[str]:
    """The files of a site that hold a word, or have it in their name."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    return [name for name, file in files.items() if word in name.encode() or word in file.read_bytes()]


def test_nothing_of_a_scheduled_article_is_on_the_site_before_its_time(project: Project) -> None:
    write_article(project, "da-dang")
    write_article(project, "hen-gio", "2026-12-01 08:00", body="![Trụ sở trong nắng sớm](thuoc-bai-hen-gio.jpg)\n")
    project.write("docs/tin-tuc/2026/12/thuoc-bai-hen-gio.jpg", PICTURE)
    assert project.build("--now", "2026-11-30T23:59:59+07:00").status == 0
    assert mentions(project.root / "site", b"hen-gio") == []
    assert project.build("--now", "2026-12-01T08:00:00+07:00").status == 0
    assert "tin-tuc/2026/12/hen-gio/index.html" in mentions(project.root / "site", b"hen-gio")


def test_nothing_of_a_removed_article_stays_on_the_site(project: Project) -> None:
    write_article(project, "con-lai")
    write_article(
        project,
        "bi-go",
        status="removed",
        removal="{date: 2026-02-01, reason: Theo đề nghị}",
        aliases="[/cu/bi-go/]",
        image='{file: anh-bi-go.jpg, alt: "Một bức ảnh thử", credit: Người Chụp Thử}',
        body="![Trụ sở trong nắng sớm](anh-bi-go.jpg)\n",
    )
    project.write("docs/tin-tuc/2026/01/anh-bi-go.jpg", PICTURE)
    assert project.build().status == 0
    assert mentions(project.root / "site", b"bi-go") == []


def test_what_names_an_unreadable_document_has_no_problem_of_its_own(project: Project) -> None:
    project.write(
        "mkdocs.yml", MINIMAL_CONFIG.replace("  - Chi bộ: chi-bo/\n", "  - Chi bộ: chi-bo/\n  - trang-hong.md\n")
    )
    project.write("docs/chi-bo/ho-so-hong.md", BROKEN)
    project.write("docs/tin-tuc/2026/01/bai-hong.md", BROKEN)
    project.write("docs/trang-hong.md", BROKEN)
    project.write("docs/qua-dai.md", page_text(body="Dài. " * 150_000))
    links = "[hồ sơ](../../../chi-bo/ho-so-hong.md), [bài](bai-hong.md#muc), [trang](../../../trang-hong.md)"
    links += ", [trang dài](../../../qua-dai.md)\n"
    write_article(project, "lanh", branches="[ho-so-hong]", body=links)
    project.write(
        "docs/chi-bo/ho-so-lanh.md",
        branch_text(
            parent="ho-so-hong",
            succession="{predecessors: [{name: Hồ sơ hỏng, profile: ho-so-hong}]}",
            sources="[{id: s1, name: Báo cáo, article: ../tin-tuc/2026/01/bai-hong.md}]",
        ),
    )
    proof = proof_of(project)
    assert [(problem.path, problem.code) for problem in proof.problems] == [
        ("docs/chi-bo/ho-so-hong.md", Code.BROKEN_YAML),
        ("docs/qua-dai.md", Code.TOO_LARGE),
        ("docs/tin-tuc/2026/01/bai-hong.md", Code.BROKEN_YAML),
        ("docs/trang-hong.md", Code.BROKEN_YAML),
    ]
    assert len(proof.library.unreadable) == 4


def test_what_is_wrong_with_the_words_is_told_beside_what_is_wrong_with_the_fields(project: Project) -> None:
    write_article(project, "sai", lede="sai", body="Số căn cước 001085123456 của một người.\n")
    assert {problem.code for problem in proof_of(project).problems} == {Code.UNKNOWN_FIELD, Code.PERSONAL_DATA}


def test_a_document_with_a_wrong_field_is_named_without_follow_on_problems(project: Project) -> None:
    project.write("docs/chi-bo/ho-so-hong.md", branch_text(level="khong-co"))
    write_article(project, "lanh", branches="[ho-so-hong]", body="[hồ sơ](../../../chi-bo/ho-so-hong.md)\n")
    assert [problem.code for problem in proof_of(project).problems] == [Code.BAD_CHOICE]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("y.md", "a/b/y.md"),
        ("./y.md", "a/b/y.md"),
        ("../y.md", "a/y.md"),
        ("../../y.md", "y.md"),
        ("../../../y.md", ""),
        ("../../../../a/y.md", ""),
        ("c//d/../y.md", "a/b/c/y.md"),
    ],
)
def test_a_path_is_resolved_from_the_document_that_names_it(target: str, found: str) -> None:
    assert resolve("a/b/x.md", target) == found
