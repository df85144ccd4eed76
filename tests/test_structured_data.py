"""What machines read in the head of a page: JSON-LD, Open Graph, canonical addresses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from built_pages import (
    SHIPPED,
    SHIPPED_ADDRESS,
    SHIPPED_SECTIONS,
    Element,
    changed,
    file_at,
    headline,
    linked_data,
    meta,
    moment,
    pages_of,
    read_page,
    shipped_articles,
    shipped_sources,
)
from conftest import Project, article_text, branch_text, open_project
from PIL import Image

from newsroom.vietnamese import slugify

ARTICLES = shipped_articles()
BRANCHES = {address: front for address, front in shipped_sources().items() if address.startswith("chi-bo/")}
SECTION_NAMES = {section["slug"]: section["name"] for section in SHIPPED_SECTIONS}
PUBLISHER = SHIPPED["extra"]["newsroom"]["imprint"]["managing_body"]
SPITEFUL = 'Họp "khẩn" </ alert(1) < 2 > & bàn \\ việc'
"""What the gate lets through: markup by its name is refused before anything is drawn (test_hostile.py)."""

every_article = pytest.mark.parametrize("address", ARTICLES)
every_branch = pytest.mark.parametrize("address", BRANCHES)


@pytest.fixture
def pages(shipped_site: Path) -> Mapping[str, Element]:
    return pages_of(shipped_site)


@every_article
def test_the_data_of_an_article_say_what_its_front_matter_says(address: str, pages: Mapping[str, Element]) -> None:
    front = ARTICLES[address]
    data = linked_data(pages[address])["NewsArticle"]
    assert data["@context"] == "https://schema.org"
    assert data["headline"] == headline(front)[:110]
    assert data["description"] == front["lead"]
    assert data["datePublished"] == moment(front["date"]).isoformat()
    assert data["dateModified"] == changed(front).isoformat()
    assert data["inLanguage"] == "vi"
    assert data["articleSection"] == SECTION_NAMES[front["section"]]
    assert data["mainEntityOfPage"] == SHIPPED_ADDRESS + address
    assert data["publisher"] == {"@type": "Organization", "name": PUBLISHER, "url": SHIPPED_ADDRESS}
    assert data.get("keywords", []) == front.get("tags", [])


@every_article
def test_the_data_of_an_article_name_its_authors_and_their_pages(
    address: str, pages: Mapping[str, Element], shipped_site: Path
) -> None:
    told = linked_data(pages[address])["NewsArticle"]["author"]
    names = list(dict.fromkeys(author["name"] for author in ARTICLES[address]["authors"]))
    assert [author["name"] for author in told] == names
    assert [author["url"] for author in told] == [f"{SHIPPED_ADDRESS}tac-gia/{slugify(name)}/" for name in names]
    assert {author["@type"] for author in told} <= {"Person", "Organization"}
    assert all(file_at(shipped_site, author["url"]).is_file() for author in told)


@every_article
def test_the_data_of_an_article_show_its_picture(
    address: str, pages: Mapping[str, Element], shipped_site: Path
) -> None:
    pictures = linked_data(pages[address])["NewsArticle"].get("image", [])
    assert len(pictures) == ("image" in ARTICLES[address])
    assert all(file_at(shipped_site, picture).is_file() for picture in pictures)


def test_sources_and_corrections_of_an_article_are_told(project: Project) -> None:
    origin = "{name: Báo Giả Định, title: Bài gốc, url: 'https://bao.example/bai-goc'}"
    corrections = '[{date: 2026-01-16, text: "Số hộ dân là 36, không phải 63."}]'
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(source=origin, corrections=corrections))
    data = article_data(project)
    assert data["isBasedOn"] == "https://bao.example/bai-goc"
    assert data["correction"] == [
        {"@type": "CorrectionComment", "datePublished": "2026-01-16", "text": "Số hộ dân là 36, không phải 63."}
    ]


def test_a_group_that_signs_an_article_is_no_person(project: Project) -> None:
    authors = "[{name: Nhóm biên soạn thử}, {name: Ban Tuyên giáo giả định}, {name: Người Viết Thử}]"
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(authors=authors))
    kinds = [author["@type"] for author in article_data(project)["author"]]
    assert kinds == ["Organization", "Organization", "Person"]


def article_data(project: Project) -> dict[str, Any]:
    run = project.build()
    assert run.status == 0, run.err
    return linked_data(read_page(project.root / "site/tin-tuc/2026/01/bai-thu/index.html"))["NewsArticle"]


@every_branch
def test_the_data_of_a_branch_say_what_its_profile_says(address: str, pages: Mapping[str, Element]) -> None:
    front = BRANCHES[address]
    data = linked_data(pages[address])["Organization"]
    assert (data["name"], data["description"]) == (front["name"], front["summary"])
    assert data["url"] == data["@id"] == SHIPPED_ADDRESS + address
    assert data.get("alternateName", []) == front.get("also_known_as", [])
    assert data.get("location", {}).get("name") == front.get("place", {}).get("name")


@every_branch
def test_the_data_of_a_branch_name_its_parent(address: str, pages: Mapping[str, Element]) -> None:
    parent = BRANCHES[address].get("parent")
    told = linked_data(pages[address])["Organization"].get("parentOrganization")
    assert told == (
        {
            "@type": "Organization",
            "@id": f"{SHIPPED_ADDRESS}chi-bo/{parent}/",
            "name": BRANCHES[f"chi-bo/{parent}/"]["name"],
        }
        if parent
        else None
    )


def crumbs_of(page: Element) -> list[tuple[int, str, str]]:
    items = linked_data(page)["BreadcrumbList"]["itemListElement"]
    assert {item["@type"] for item in items} == {"ListItem"}
    return [(item["position"], item["name"], item["item"]) for item in items]


def test_every_page_below_the_front_page_has_breadcrumbs_from_the_root_that_open(
    shipped_site: Path, pages: Mapping[str, Element]
) -> None:
    trails = {a: crumbs_of(page) for a, page in pages.items() if a not in ("", "404.html", "tim-kiem/")}
    assert {trail[0] for trail in trails.values()} == {(1, SHIPPED["site_name"], SHIPPED_ADDRESS)}
    assert [a for a, trail in trails.items() if [place for place, *_ in trail] != list(range(1, len(trail) + 1))] == []
    steps = {(name, item) for trail in trails.values() for _, name, item in trail}
    assert [step for step in steps if not step[0] or not file_at(shipped_site, step[1]).is_file()] == []


@every_article
def test_the_breadcrumbs_of_an_article_lead_through_its_section(address: str, pages: Mapping[str, Element]) -> None:
    front = ARTICLES[address]
    assert crumbs_of(pages[address])[1:] == [
        (2, SECTION_NAMES[front["section"]], f"{SHIPPED_ADDRESS}chuyen-muc/{front['section']}/"),
        (3, headline(front), SHIPPED_ADDRESS + address),
    ]


@every_branch
def test_the_breadcrumbs_of_a_branch_lead_down_from_the_highest_parent(
    address: str, pages: Mapping[str, Element]
) -> None:
    profiles = [item.removeprefix(SHIPPED_ADDRESS) for _, _, item in crumbs_of(pages[address])[2:]]
    assert profiles[-1] == address
    assert "parent" not in BRANCHES[profiles[0]]
    assert all(BRANCHES[lower]["parent"] == higher.split("/")[1] for higher, lower in pairwise(profiles))


def test_the_front_page_tells_of_the_site_and_its_publisher(pages: Mapping[str, Element]) -> None:
    data = linked_data(pages[""])["WebSite"]
    assert (data["name"], data["url"], data["inLanguage"]) == (SHIPPED["site_name"], SHIPPED_ADDRESS, "vi")
    assert data["publisher"]["name"] == PUBLISHER


def test_every_page_shares_a_picture_that_exists_in_the_size_it_says(
    shipped_site: Path, pages: Mapping[str, Element]
) -> None:
    said = {
        meta(page, "og:image"): (int(meta(page, "og:image:width")), int(meta(page, "og:image:height")))
        for page in pages.values()
    }
    assert said == {address: size_of(file_at(shipped_site, address)) for address in said}
    assert {Path(address).suffix for address in said} == {".jpg"}


def size_of(file: Path) -> tuple[int, int]:
    with Image.open(file) as picture:
        return picture.size


def test_open_graph_says_what_the_page_says(pages: Mapping[str, Element]) -> None:
    for address, page in pages.items():
        assert meta(page, "og:url") == page.one("link", "rel", "canonical")["href"] == SHIPPED_ADDRESS + address
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:site_name") == SHIPPED["site_name"]
        assert meta(page, "og:title") in page.one("head").one("title").text


@every_article
def test_open_graph_of_an_article_tells_title_times_section_and_picture(
    address: str, pages: Mapping[str, Element]
) -> None:
    front, page = ARTICLES[address], pages[address]
    assert (meta(page, "og:type"), meta(page, "og:title")) == ("article", headline(front))
    assert meta(page, "article:published_time") == moment(front["date"]).isoformat()
    assert meta(page, "article:modified_time") == changed(front).isoformat()
    assert meta(page, "article:section") == SECTION_NAMES[front["section"]]
    if "image" in front:
        assert [meta(page, "og:image")] == linked_data(page)["NewsArticle"]["image"]
        assert meta(page, "og:image:alt") == front["image"]["alt"]


@pytest.fixture(scope="module")
def spiteful_site(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    """A site whose titles try to break out of scripts and attributes."""
    project = open_project(tmp_path_factory.mktemp("spite") / "project", opened_theme)
    name = json.dumps(SPITEFUL)[1:-1]
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(name))
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text(name))
    project.write(
        "docs/gioi-thieu/index.md",
        f'---\ntitle: "{name}"\ndescription: "Trang giả định, tiêu đề muốn thoát ra ngoài: {name}"\n---\n## Mục\n\nMột đoạn.\n',
    )
    run = project.build()
    assert run.status == 0, run.err
    return project.root / "site"


@pytest.mark.parametrize(
    ("address", "kind", "key"),
    [
        ("tin-tuc/2026/01/bai-thu/", "NewsArticle", "headline"),
        ("chi-bo/chi-bo-mau/", "Organization", "name"),
    ],
)
def test_a_title_cannot_break_out_of_its_data(spiteful_site: Path, address: str, kind: str, key: str) -> None:
    page = read_page(spiteful_site / address / "index.html")
    assert linked_data(page)[kind][key] == SPITEFUL
    assert crumbs_of(page)[-1][1] == SPITEFUL


def test_a_title_of_a_documentation_page_cannot_break_out_of_its_data(spiteful_site: Path) -> None:
    assert crumbs_of(read_page(spiteful_site / "gioi-thieu/index.html"))[-1][1] == SPITEFUL


@pytest.mark.parametrize("address", ["tin-tuc/2026/01/bai-thu/", "chi-bo/chi-bo-mau/", "gioi-thieu/"])
def test_a_title_cannot_break_out_of_the_head(spiteful_site: Path, address: str) -> None:
    page = read_page(spiteful_site / address / "index.html")
    assert meta(page, "og:title") == SPITEFUL
    assert page.one("head").one("title").text == f"{SPITEFUL} – Trang thử"
    assert [
        script for script in page.all("script") if "alert(1)" in script.text and "type" not in script.attributes
    ] == []


def test_addresses_in_the_head_follow_the_address_of_the_site(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    run = project.build(environment={"NEWSROOM_SITE_URL": "https://x.example/kho"})
    assert run.status == 0, run.err
    page = read_page(project.root / "site/tin-tuc/2026/01/bai-thu/index.html")
    address = "https://x.example/kho/tin-tuc/2026/01/bai-thu/"
    assert page.one("link", "rel", "canonical")["href"] == address
    assert linked_data(page)["NewsArticle"]["mainEntityOfPage"] == address
    assert [item for _, _, item in crumbs_of(page)] == [
        "https://x.example/kho/",
        "https://x.example/kho/chuyen-muc/tin-chung/",
        address,
    ]
