"""“Xem tin theo ngày”: years, months and days, by links alone, on a Vietnamese calendar."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from pathlib import Path

import pytest
from built_pages import Element, read_page, target
from conftest import Project, article_text, open_project

ARTICLES = {
    "2024/12/cuoi-nam": "2024-12-31 23:59",
    "2026/01/dau-nam": "2026-01-01 00:30",
    "2026/01/sang": "2026-01-15 08:00",
    "2026/01/chieu": "2026-01-15 16:00",
    "2026/02/thang-hai": "2026-02-28 12:00",
}
DAYS = ["2024/12/31", "2026/01/01", "2026/01/15", "2026/02/28"]


def build(project: Project, **environment: str) -> Path:
    run = project.build(environment=environment)
    assert run.status == 0, run.err
    return project.root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    project = open_project(tmp_path_factory.mktemp("archive") / "project", opened_theme)
    for place, date in ARTICLES.items():
        project.write(f"docs/tin-tuc/{place}.md", article_text(f"Bài đăng lúc {date}", date=date))
    return build(project)


def archive(site: Path, place: str = "") -> Element:
    return read_page(site / "luu-tru" / place / "index.html").one("main")


def days_among(page: Element, place: str, relation: str = "") -> list[str]:
    """The days that the links on the page of a place lead to, in their order."""
    links = page.all("a", "rel", relation) if relation else page.all("a", "href")
    targets = [target(f"luu-tru/{place}/", link["href"]) for link in links]
    return [match[1] for address in targets if (match := re.fullmatch(r"luu-tru/(\d{4}/\d{2}/\d{2})/", address))]


def articles_on(page: Element) -> list[str]:
    """Where the articles listed on a page stand, in their order."""
    links = [item.one("a")["href"] for item in page.all("li", "data-article-item")]
    return [link.rpartition("tin-tuc/")[2].rstrip("/") for link in links]


def test_there_is_a_page_for_every_year_month_and_day_with_articles_and_no_other(site: Path) -> None:
    folders = {file.parent.relative_to(site / "luu-tru").as_posix() for file in (site / "luu-tru").rglob("index.html")}
    assert folders == {".", "2024", "2026", "2024/12", "2026/01", "2026/02", *DAYS}


def test_the_landing_page_leads_to_every_year_and_month_with_their_numbers(site: Path) -> None:
    page = archive(site)
    links = {link["href"] for link in page.all("a", "href")}
    assert links >= {f"../luu-tru/{place}/" for place in ("2024", "2026", "2024/12", "2026/01", "2026/02")}
    assert [heading.text for heading in page.all("h2")] == ["Năm 2026 4 bài", "Năm 2024 1 bài"]
    months = [item.text for part in page.all("ul", "class", "nr-months") for item in part.all("li")]
    assert months == ["Tháng 2 1 bài", "Tháng 1 3 bài", "Tháng 12 1 bài"]


def test_a_year_shows_the_months_that_have_articles(site: Path) -> None:
    captions = [caption.text for caption in archive(site, "2026").all("caption")]
    assert captions == ["Tháng 1/2026", "Tháng 2/2026"]


@pytest.mark.parametrize("place", ["2024", "2026", "2024/12", "2026/01", "2026/02"])
def test_a_calendar_links_the_days_with_articles_and_only_those(site: Path, place: str) -> None:
    page = archive(site, place)
    sheets = page.all("tbody")
    assert [day for sheet in sheets for day in days_among(sheet, place)] == [d for d in DAYS if d.startswith(place)]
    spoken = [link["aria-label"] for sheet in sheets for link in sheet.all("a")]
    assert spoken == [
        "{2}/{1}/{0}: ".format(*day.split("/")) + f"{2 if day == '2026/01/15' else 1} bài"
        for day in DAYS
        if day.startswith(place)
    ]


@pytest.mark.parametrize(
    ("place", "year", "month"), [("2026/01", 2026, 1), ("2026/02", 2026, 2), ("2024/12", 2024, 12)]
)
def test_a_calendar_shows_every_day_of_its_month_under_its_weekday(
    site: Path, place: str, year: int, month: int
) -> None:
    table = archive(site, place).one("table")
    assert [cell.text for cell in table.one("thead").all("th")] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    columns = [[cell.text for cell in row.all("td")] for row in table.one("tbody").all("tr")]
    assert {len(row) for row in columns} == {7}
    shown = {int(text): weekday for row in columns for weekday, text in enumerate(row) if text}
    days = range(1, calendar.monthrange(year, month)[1] + 1)
    assert shown == {day: dt.date(year, month, day).weekday() for day in days}


def test_a_month_lists_its_articles_day_by_day_newest_first(site: Path) -> None:
    assert articles_on(archive(site, "2026/01")) == ["2026/01/chieu", "2026/01/sang", "2026/01/dau-nam"]


def test_a_crowded_month_shows_its_calendar_only(project: Project) -> None:
    for number in range(1, 42):
        date = f"2026-01-{number % 28 + 1:02d} 08:00"
        project.write(f"docs/tin-tuc/2026/01/bai-{number:02d}.md", article_text(f"Bài thử số {number:02d}", date=date))
    site = build(project)
    assert articles_on(archive(site, "2026/01")) == []
    assert len(days_among(archive(site, "2026/01"), "2026/01")) == 28
    assert len(articles_on(archive(site, "2026/01/02"))) == 2


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        ("2024/12/31", ["2024/12/cuoi-nam"]),
        ("2026/01/01", ["2026/01/dau-nam"]),
        ("2026/01/15", ["2026/01/chieu", "2026/01/sang"]),
        ("2026/02/28", ["2026/02/thang-hai"]),
    ],
)
def test_a_day_lists_its_articles_newest_first(site: Path, day: str, listed: list[str]) -> None:
    assert articles_on(archive(site, day)) == listed


def test_a_day_says_its_weekday(site: Path) -> None:
    assert archive(site, "2026/01/15").one("h1").text == "Thứ Năm, 15/01/2026"


def test_days_are_chained_to_the_days_with_articles_before_and_after(site: Path) -> None:
    for place, day in enumerate(DAYS):
        page = archive(site, day)
        assert days_among(page, day, "next") == DAYS[max(place - 1, 0) : place]
        assert days_among(page, day, "prev") == DAYS[place + 1 : place + 2]


def test_a_day_leads_up_to_its_month_and_year(site: Path) -> None:
    links = {target("luu-tru/2026/01/15/", link["href"]) for link in archive(site, "2026/01/15").all("a", "href")}
    assert links >= {"luu-tru/", "luu-tru/2026/", "luu-tru/2026/01/"}


def test_the_date_form_knows_the_first_and_the_last_day(site: Path) -> None:
    field = archive(site).one("input", "type", "date")
    assert (field["min"], field["max"]) == ("2024-12-31", "2026-02-28")


def test_an_article_leads_to_its_day(site: Path) -> None:
    page = read_page(site / "tin-tuc/2026/01/dau-nam/index.html")
    assert "../../../../luu-tru/2026/01/01/" in {link["href"] for link in page.one("main").all("a", "href")}


def test_a_site_without_articles_has_an_archive_that_says_so(project: Project) -> None:
    page = archive(build(project))
    assert "Chưa có bài nào." in page.text
    assert not {"min", "max"} & page.one("input", "type", "date").attributes.keys()


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("America/Los_Angeles", "2026-01-15T00:30:00+07:00"),
        ("America/Los_Angeles", "2026-01-15 00:30"),
        ("Pacific/Kiritimati", "2026-01-14T17:30:00Z"),
        ("UTC", "2026-01-14T17:30:00Z"),
    ],
)
def test_an_article_stands_on_its_vietnamese_day_whatever_the_clock_of_the_machine(
    project: Project, zone: str, written: str
) -> None:
    project.write("docs/tin-tuc/2026/01/nua-dem.md", article_text(date=written))
    site = build(project, TZ=zone)
    assert articles_on(archive(site, "2026/01/15")) == ["2026/01/nua-dem"]
    assert not (site / "luu-tru/2026/01/14").exists()
    shown = read_page(site / "tin-tuc/2026/01/nua-dem/index.html").one("article").all("time")[0]
    assert (shown["datetime"], shown.text) == ("2026-01-15T00:30:00+07:00", "Thứ Năm, 15/01/2026, 00:30")


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_an_article_of_the_last_minute_of_a_vietnamese_year_stays_in_it(project: Project, zone: str) -> None:
    project.write("docs/tin-tuc/2025/12/giao-thua.md", article_text(date="2025-12-31T16:59:00Z"))
    site = build(project, TZ=zone)
    assert articles_on(archive(site, "2025/12/31")) == ["2025/12/giao-thua"]
    assert not (site / "luu-tru/2026").exists()


def test_a_moment_that_is_next_month_in_vietnam_belongs_into_the_folder_of_that_month(project: Project) -> None:
    project.write("docs/tin-tuc/2025/12/sang-thang.md", article_text(date="2025-12-31T17:30:00Z"))
    run = project.build()
    assert run.status == 1
    assert "docs/tin-tuc/2025/12/sang-thang.md:3:7: thang-lech:" in run.err
