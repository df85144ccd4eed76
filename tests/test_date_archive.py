"""“Xem tin theo ngày” in a browser: by links alone, and by the form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count, pairwise
from pathlib import Path
from typing import Final

import pytest
from built_pages import linked_data, moment, pages_of, shipped_articles, target
from page_types import PHONE, new_page
from playwright.sync_api import Browser, Locator, Page, Route, expect

from newsroom.vietnamese import format_day, format_weekday

ARTICLES: Final = shipped_articles()
DAYS: Final = sorted({moment(front["date"]).date() for front in ARTICLES.values()})
FIRST_DAY, LAST_DAY = DAYS[0], DAYS[-1]
EMPTY_DAY: Final = next(day for day in (FIRST_DAY + dt.timedelta(days=step) for step in count()) if day not in DAYS)


def articles_of(day: dt.date) -> list[str]:
    """The addresses of that day's articles, newest first."""
    return [address for address, front in ARTICLES.items() if moment(front["date"]).date() == day]


def expect_day(page: Page, site_url: str, day: dt.date) -> None:
    """The page shown is that of the day, with all its articles."""
    expect(page).to_have_url(f"{site_url}luu-tru/{day:%Y/%m/%d}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(format_day(day))
    links = page.locator("[data-article-item] a").evaluate_all("links => links.map(link => link.href)")
    assert links == [site_url + address for address in articles_of(day)]


def answer_of(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("status")


def ask_for(page: Page, day: dt.date) -> None:
    """Fill in the form and send it."""
    page.get_by_label("Chọn ngày").fill(day.isoformat())
    page.get_by_role("button", name="Xem tin").click()


@pytest.fixture
def plain_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """The archive on a phone without JavaScript, reached from the front page."""
    with new_page(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url)
        page.locator(".nr-page").get_by_role("link", name="Xem tin theo ngày").click()
        expect(page).to_have_url(f"{site_url}luu-tru/")
        yield page


@pytest.fixture
def archive(browser: Browser, site_url: str) -> Iterator[Page]:
    """The archive on a phone."""
    with new_page(browser, PHONE) as page:
        page.goto(f"{site_url}luu-tru/")
        yield page


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY], ids=str)
def test_a_year_and_its_calendar_lead_to_a_day_without_javascript(
    day: dt.date, plain_page: Page, site_url: str
) -> None:
    plain_page.get_by_role("link", name=f"Năm {day.year}").click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text(str(day.year))
    plain_page.get_by_role("link", name=f"{format_day(day)}: {len(articles_of(day))} bài").click()
    expect_day(plain_page, site_url, day)


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY], ids=str)
def test_a_month_and_its_list_lead_to_a_day_without_javascript(day: dt.date, plain_page: Page, site_url: str) -> None:
    year = plain_page.get_by_role("region", name=f"Năm {day.year}")
    year.get_by_role("link", name=f"Tháng {day.month}", exact=True).click()
    plain_page.get_by_role("link", name=f"{format_weekday(day)}, {format_day(day)}").click()
    expect_day(plain_page, site_url, day)


def test_the_form_stays_away_without_javascript(plain_page: Page) -> None:
    expect(plain_page.locator("form[data-nr-date]")).to_be_hidden()


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY], ids=str)
def test_the_form_goes_to_a_day_with_articles(day: dt.date, archive: Page, site_url: str) -> None:
    ask_for(archive, day)
    expect_day(archive, site_url, day)


def test_the_form_says_in_words_that_a_day_has_no_articles(archive: Page, site_url: str) -> None:
    expect(answer_of(archive)).to_be_empty()
    ask_for(archive, EMPTY_DAY)
    expect(answer_of(archive)).to_contain_text("Ngày này không có tin")
    expect(archive).to_have_url(f"{site_url}luu-tru/")


def test_after_an_empty_day_the_form_still_goes_to_a_day_with_articles(archive: Page, site_url: str) -> None:
    ask_for(archive, EMPTY_DAY)
    expect(answer_of(archive)).not_to_be_empty()
    ask_for(archive, LAST_DAY)
    expect_day(archive, site_url, LAST_DAY)


def test_the_form_says_in_words_that_the_network_is_away(archive: Page, site_url: str) -> None:
    archive.route("**/luu-tru/*/*/*/", lambda route: route.abort())
    ask_for(archive, LAST_DAY)
    expect(answer_of(archive)).to_contain_text("thử lại")
    archive.unroute_all()
    ask_for(archive, LAST_DAY)
    expect_day(archive, site_url, LAST_DAY)


def test_a_server_that_does_not_say_whether_there_is_a_day_is_not_taken_for_an_empty_day(
    archive: Page, site_url: str
) -> None:
    def refuse(route: Route) -> None:
        if route.request.method == "HEAD":
            route.fulfill(status=405)
        else:
            route.fallback()

    archive.route("**/luu-tru/*/*/*/", refuse)
    ask_for(archive, LAST_DAY)
    expect_day(archive, site_url, LAST_DAY)


def test_the_form_does_not_ask_for_days_outside_the_archive(archive: Page, site_url: str) -> None:
    ask_for(archive, LAST_DAY + dt.timedelta(days=1))
    assert archive.get_by_label("Chọn ngày").evaluate("field => field.validity.rangeOverflow")
    expect(archive).to_have_url(f"{site_url}luu-tru/")


@pytest.mark.parametrize("form", ["%Y", "%Y/%m"])
def test_months_and_years_lead_to_those_around_them_that_have_articles(form: str, shipped_site: Path) -> None:
    pages = pages_of(shipped_site)
    times = [f"luu-tru/{time}/" for time in sorted({day.strftime(form) for day in DAYS})]
    assert len(times) > 1
    for earlier, later in pairwise(times):
        assert target(later, pages[later].one("a", "rel", "next")["href"]) == earlier
        assert target(earlier, pages[earlier].one("a", "rel", "prev")["href"]) == later


def test_the_data_of_a_month_lead_through_its_year(shipped_site: Path) -> None:
    month = pages_of(shipped_site)[f"luu-tru/{LAST_DAY:%Y/%m}/"]
    names = [item["name"] for item in linked_data(month)["BreadcrumbList"]["itemListElement"]]
    assert names[1:] == ["Xem tin theo ngày", f"Năm {LAST_DAY.year}", f"Tháng {LAST_DAY.month}/{LAST_DAY.year}"]


@pytest.mark.parametrize("form", ["%Y", "%Y/%m", "%Y/%m/%d"])
def test_what_was_before_stands_on_the_left_as_on_a_calendar(form: str, browser: Browser, site_url: str) -> None:
    times = [f"{site_url}luu-tru/{time}/" for time in sorted({day.strftime(form) for day in DAYS})]
    with new_page(browser, PHONE) as page:
        for earlier, time, later in zip(times, times[1:], times[2:], strict=False):
            page.goto(time)
            links = page.locator(".nr-pager a")
            assert [link.evaluate("link => link.href") for link in links.all()] == [earlier, later]
            assert [text[0 if place == 0 else -1] for place, text in enumerate(links.all_inner_texts())] == ["←", "→"]
        page.goto(times[0])
        box = page.locator(".nr-pager a").bounding_box()
        assert box
        assert box["x"] > PHONE / 3, "what comes later stands on the right, alone as well"
