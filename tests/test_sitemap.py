"""Maps for search engines: an index over monthly maps, with true dates; robots.txt."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from built_pages import (
    SHIPPED_ADDRESS,
    changed,
    file_at,
    moment,
    pages_of,
    read_page,
    shipped_articles,
    shipped_sources,
)
from conftest import Project, article_text, branch_text

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ARTICLES = shipped_articles()
MONTHS = sorted({moment(front["date"]).strftime("%Y-%m") for front in ARTICLES.values()})


def read_map(file: Path, root: str) -> list[tuple[str, str]]:
    """The (address, lastmod) pairs of a map; "" for no lastmod."""
    tree = ET.parse(file).getroot()
    assert tree.tag == SPACE + root
    return [(entry.findtext(f"{SPACE}loc", ""), entry.findtext(f"{SPACE}lastmod", "")) for entry in tree]


def read_maps(site: Path, root: str = SHIPPED_ADDRESS) -> dict[str, list[tuple[str, str]]]:
    """Every map that the index names, by its name."""
    names = [address for address, _ in read_map(site / "sitemap.xml", "sitemapindex")]
    return {address.removeprefix(root): read_map(file_at(site, address, root), "urlset") for address in names}


def test_the_index_names_every_map_and_nothing_else(shipped_site: Path) -> None:
    files = [file.relative_to(shipped_site).as_posix() for file in (shipped_site / "sitemap").iterdir()]
    assert sorted(read_maps(shipped_site)) == sorted(files)


def test_there_is_one_map_a_month_and_one_for_the_rest(shipped_site: Path) -> None:
    assert sorted(read_maps(shipped_site)) == [*(f"sitemap/{month}.xml" for month in MONTHS), "sitemap/trang.xml"]


@pytest.mark.parametrize("month", MONTHS)
def test_the_map_of_a_month_lists_its_articles_with_the_true_date_of_their_last_change(
    shipped_site: Path, month: str
) -> None:
    listed = read_map(shipped_site / f"sitemap/{month}.xml", "urlset")
    assert listed == sorted(
        (SHIPPED_ADDRESS + address, changed(front).isoformat())
        for address, front in ARTICLES.items()
        if moment(front["date"]).strftime("%Y-%m") == month
    )


def test_pages_are_dated_by_their_editors_or_not_at_all(shipped_site: Path) -> None:
    dates = {address: front.get("updated", "") for address, front in shipped_sources().items()}
    dated = dict(read_map(shipped_site / "sitemap/trang.xml", "urlset"))
    assert dated == {address: dates.get(address.removeprefix(SHIPPED_ADDRESS), "") for address in dated}
    assert any(dated.values())


def test_the_index_dates_a_map_by_the_newest_change_in_it(shipped_site: Path) -> None:
    maps = read_maps(shipped_site)
    index = read_map(shipped_site / "sitemap.xml", "sitemapindex")
    newest: defaultdict[str, str] = defaultdict(str)
    for name, entries in maps.items():
        newest[SHIPPED_ADDRESS + name] = max(date for _, date in entries)
    assert index == [(address, newest[address]) for address, _ in index]


def test_every_listed_address_is_a_page(shipped_site: Path) -> None:
    listed = [address for entries in read_maps(shipped_site).values() for address, _ in entries]
    assert [address for address in listed if not file_at(shipped_site, address).is_file()] == []


def test_every_page_is_listed_once_but_search_and_the_page_for_wrong_addresses(shipped_site: Path) -> None:
    listed = [address for entries in read_maps(shipped_site).values() for address, _ in entries]
    unlisted = {"tim-kiem/", "404.html"}
    assert sorted(listed) == sorted(SHIPPED_ADDRESS + page for page in pages_of(shipped_site).keys() - unlisted)


def test_unlisted_pages_ask_not_to_be_indexed_and_listed_ones_do_not(shipped_site: Path) -> None:
    hidden = [
        address
        for address, page in pages_of(shipped_site).items()
        if any("noindex" in tag["content"] for tag in page.all("meta", "name", "robots"))
    ]
    assert sorted(hidden) == ["404.html", "tim-kiem/"]


def test_robots_may_read_everything_and_are_told_of_the_map(shipped_site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((shipped_site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("*", f"{SHIPPED_ADDRESS}tin-tuc/")
    assert robots.site_maps() == [f"{SHIPPED_ADDRESS}sitemap.xml"]


@pytest.fixture
def small_site(project: Project) -> Path:
    """A site with two months, an old address and an article changed in a later month."""
    project.write("docs/tin-tuc/2026/01/cu.md", article_text(aliases="[/a/b.html]", updated="2026-03-02 10:00"))
    project.write("docs/tin-tuc/2026/02/moi.md", article_text("Bài mới hơn một tháng", date="2026-02-01 09:00"))
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text())
    run = project.build(environment={"NEWSROOM_SITE_URL": "https://x.example/kho/"})
    assert run.status == 0, run.err
    return project.root / "site"


def test_a_later_change_does_not_move_an_article_to_another_map(small_site: Path) -> None:
    maps = read_maps(small_site, "https://x.example/kho/")
    assert maps["sitemap/2026-01.xml"] == [
        ("https://x.example/kho/tin-tuc/2026/01/cu/", "2026-03-02T10:00:00+07:00"),
    ]
    assert sorted(maps) == ["sitemap/2026-01.xml", "sitemap/2026-02.xml", "sitemap/trang.xml"]


def test_redirects_are_not_listed(small_site: Path) -> None:
    assert read_page(small_site / "a/b.html").all("meta", "http-equiv", "refresh")
    listed = [address for entries in read_maps(small_site, "https://x.example/kho/").values() for address, _ in entries]
    assert "https://x.example/kho/a/b.html" not in listed
    assert "https://x.example/kho/chi-bo/chi-bo-mau/" in listed


def test_robots_are_told_of_the_map_below_a_folder(small_site: Path) -> None:
    assert "Sitemap: https://x.example/kho/sitemap.xml\n" in (small_site / "robots.txt").read_text(encoding="utf-8")
