"""What others rely on in our pages: their marks, and their addresses, which are kept for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from built_pages import (
    SHIPPED_ADDRESS,
    SHIPPED_SECTIONS,
    Element,
    moment,
    pages_of,
    read_page,
    shipped_articles,
    shipped_sources,
    target,
)
from conftest import Project, article_text, branch_text

from newsroom.vietnamese import slugify

ARTICLES = shipped_articles()
SECTION_SLUGS = [section["slug"] for section in SHIPPED_SECTIONS]
DAYS = sorted({moment(front["date"]).date() for front in ARTICLES.values()})
AUTHORS = sorted({slugify(author["name"]) for front in ARTICLES.values() for author in front["authors"]})
PEOPLE = sorted(
    {
        slugify(told["name"])
        for front in shipped_sources().values()
        for told in (*front.get("committee", ()), *front.get("officials", ()))
    }
)
GENERATED_PAGES = [
    "",
    "404.html",
    "tim-kiem/",
    "chi-bo/",
    "chi-bo/so-sanh/",
    "chuong-trinh/",
    "don-vi/",
    "du-lieu/",
    "nhan-su/",
    "van-ban/",
    "luu-tru/",
    *(f"nhan-su/{slug}/" for slug in PEOPLE),
    *(f"chuyen-muc/{slug}/" for slug in SECTION_SLUGS),
    *(f"tac-gia/{slug}/" for slug in AUTHORS),
    *sorted({f"luu-tru/{day:%Y}/" for day in DAYS}),
    *sorted({f"luu-tru/{day:%Y/%m}/" for day in DAYS}),
    *(f"luu-tru/{day:%Y/%m/%d}/" for day in DAYS),
]
GENERATED_FILES = [
    "rss.xml",
    "feed.json",
    "sitemap.xml",
    "robots.txt",
    *(f"chuyen-muc/{slug}/rss.xml" for slug in SECTION_SLUGS),
]
LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


@pytest.fixture
def pages(shipped_site: Path) -> Mapping[str, Element]:
    return pages_of(shipped_site)


def test_every_page_is_in_vietnamese_with_one_main_and_one_heading(pages: Mapping[str, Element]) -> None:
    told = {
        address: (page.one("html")["lang"], len(page.all("main")), len(page.all("h1")), len(page.all("head")))
        for address, page in pages.items()
    }
    assert told == dict.fromkeys(pages, ("vi", 1, 1, 1))


def test_the_heading_of_every_page_stands_in_its_main_part_and_says_something(pages: Mapping[str, Element]) -> None:
    silent = [address for address, page in pages.items() if not page.one("main").one("h1").text]
    assert silent == []


def test_every_page_names_its_own_canonical_address(pages: Mapping[str, Element]) -> None:
    named = {address: page.one("link", "rel", "canonical")["href"] for address, page in pages.items()}
    assert named == {address: SHIPPED_ADDRESS + address for address in pages}


def test_every_page_has_a_title_and_a_description_of_its_own(pages: Mapping[str, Element]) -> None:
    titles = [page.one("head").one("title").text for page in pages.values()]
    assert sorted({title for title in titles if titles.count(title) > 1 or not title}) == []
    assert [a for a, page in pages.items() if not page.one("meta", "name", "description")["content"]] == []


def skip_target(page: Element) -> Element | None:
    """What the link “bỏ qua” of a page leads to, if that is in the main part."""
    first = page.one("body").all("a")[0]
    assert first.text.startswith("Bỏ qua"), first.text
    assert first["href"].startswith("#")
    return next(iter(page.one("main").all("", "id", first["href"][1:])), None)


def test_the_first_link_of_every_page_skips_to_something_in_its_main_part(pages: Mapping[str, Element]) -> None:
    assert [address for address, page in pages.items() if skip_target(page) is None] == []


def test_a_documentation_page_without_headings_has_a_skip_link_too(project: Project) -> None:
    project.write(
        "docs/gioi-thieu/index.md",
        '---\ntitle: "Giới thiệu"\ndescription: "Trang giới thiệu giả định, không có tiêu đề nhỏ nào."\n---\nMột đoạn.\n',
    )
    assert project.build().status == 0
    assert skip_target(read_page(project.root / "site/gioi-thieu/index.html")) is not None


@pytest.mark.parametrize("address", GENERATED_PAGES)
def test_a_generated_page_stands_at_its_address(address: str, pages: Mapping[str, Element]) -> None:
    assert address in pages


@pytest.mark.parametrize("path", GENERATED_FILES)
def test_a_generated_file_stands_at_its_address(path: str, shipped_site: Path) -> None:
    assert (shipped_site / path).is_file()


def test_every_page_is_generated_or_has_a_source_and_every_source_has_its_page(pages: Mapping[str, Element]) -> None:
    assert sorted(pages) == sorted({*GENERATED_PAGES, *shipped_sources()})


def test_article_pages_are_those_of_the_articles(pages: Mapping[str, Element]) -> None:
    marked = [address for address, page in pages.items() if page.all("article", "data-article")]
    assert sorted(marked) == sorted(ARTICLES)


@pytest.mark.parametrize("address", ARTICLES)
def test_an_article_page_carries_its_marks_and_what_its_front_matter_says(
    address: str, pages: Mapping[str, Element]
) -> None:
    front = ARTICLES[address]
    article = pages[address].one("article", "data-article")
    assert article.one("h1").text == " ".join(filter(None, [front.get("kicker"), front["title"]]))
    assert article.all("time", "datetime")[0]["datetime"] == moment(front["date"]).isoformat()
    assert article.one("p", "data-lead").text == front["lead"]
    names = [name.text for name in article.all("a", "rel", "author")]
    assert sorted(names) == sorted(author["name"] for author in front["authors"])


@pytest.mark.parametrize("address", [address for address, front in ARTICLES.items() if front.get("image")])
def test_the_lead_picture_of_an_article_is_described_captioned_and_credited(
    address: str, pages: Mapping[str, Element]
) -> None:
    image = ARTICLES[address]["image"]
    figure = pages[address].one("article", "data-article").all("figure")[0]
    assert figure.one("img")["alt"] == image["alt"]
    assert figure.one("figcaption").text == f"{image.get('caption', '')} {image['credit']}".strip()


def test_an_article_without_a_picture_has_no_figure(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    assert project.build().status == 0
    article = read_page(project.root / "site/tin-tuc/2026/01/bai-thu/index.html").one("article", "data-article")
    assert article.all("figure") == []


def test_every_item_of_a_list_holds_one_link_and_it_leads_to_an_article(pages: Mapping[str, Element]) -> None:
    items = [(address, item) for address, page in pages.items() for item in page.all("li", "data-article-item")]
    links = [(address, [link["href"] for link in item.all("a")]) for address, item in items]
    assert [place for place in links if len(place[1]) != 1] == []
    assert {target(address, link) for address, (link,) in links} == set(ARTICLES)


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        *((f"luu-tru/{day:%Y/%m/%d}/", {a for a in ARTICLES if moment(ARTICLES[a]["date"]).date() == day}) for day in DAYS),
        *((f"chuyen-muc/{slug}/", {a for a in ARTICLES if ARTICLES[a]["section"] == slug}) for slug in SECTION_SLUGS),
    ],
)  # fmt: skip
def test_a_list_names_all_its_articles_newest_first(
    address: str, listed: set[str], pages: Mapping[str, Element]
) -> None:
    links = [item.one("a")["href"] for item in pages[address].all("li", "data-article-item")]
    assert [target(address, link) for link in links] == [a for a in ARTICLES if a in listed]


def test_links_of_the_page_for_wrong_addresses_work_at_any_depth(pages: Mapping[str, Element]) -> None:
    page = pages["404.html"]
    links = [element[key] for tag, key in LINKING.items() for element in page.all(tag, key)]
    assert len(links) > 20
    assert [link for link in links if not re.match(r"/(?!/)|#|https?://|mailto:", link)] == []


@pytest.mark.parametrize(
    "fields",
    [{"status": "draft"}, {"status": "removed"}, {"date": "2026-12-01 08:00"}],
    ids=["draft", "removed", "future"],
)
def test_a_withheld_article_is_nowhere_on_the_site(project: Project, fields: dict[str, str]) -> None:
    title = "Bài chưa đến lúc đăng của người thử"
    month = fields.get("date", "2026-01")[:7].replace("-", "/")
    project.write(f"docs/tin-tuc/{month}/chua-dang.md", article_text(title, **fields))
    project.write("docs/tin-tuc/2026/01/da-dang.md", article_text())
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text())
    assert project.build().status == 0
    texts = [file for file in (project.root / "site").rglob("*") if file.suffix in (".html", ".xml", ".json", ".map")]
    assert len(texts) > 10
    assert [file for file in texts if title in file.read_text(encoding="utf-8") or "chua-dang" in file.as_posix()] == []


def test_the_search_page_carries_its_marks(pages: Mapping[str, Element]) -> None:
    results = pages["tim-kiem/"].one("ol", "data-search-results")
    assert (results["data-state"], results["data-query"]) == ("idle", "")
