"""Large text on a small phone: what stands beside the words gives way to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from page_types import DESK, LARGEST_TEXT, PHONE, SMALLEST_PHONE, double_the_text, new_page, page_type
from playwright.sync_api import Browser, Locator, Page

on_small_phones = pytest.mark.parametrize("width", [SMALLEST_PHONE, PHONE])


@contextmanager
def large_page(browser: Browser, width: int) -> Iterator[Page]:
    """A page whose reader chose the largest text."""
    with new_page(browser, width) as page:
        page.add_init_script(f"localStorage.setItem('newsroom.text', '{LARGEST_TEXT}')")
        yield page


def width_of(element: Locator) -> float:
    width: float = element.evaluate("element => element.getBoundingClientRect().width")
    return width


@on_small_phones
def test_the_header_is_one_row(width: int, browser: Browser, site_url: str) -> None:
    with large_page(browser, width) as page:
        page.goto(site_url)
        box = page.get_by_role("banner").bounding_box()
        assert box is not None
        assert box["height"] <= 100


@on_small_phones
def test_the_names_of_a_comparison_leave_half_the_screen_to_its_figures(
    width: int, browser: Browser, site_url: str
) -> None:
    with large_page(browser, width) as page:
        page_type("comparison").open(page, site_url)
        names = page.locator(".nr-table--compared tbody th").all()
        assert names
        assert [width_of(name) for name in names if width_of(name) > width / 2] == []


def test_the_notes_of_a_comparison_are_no_larger_on_paper_than_its_figures(browser: Browser, site_url: str) -> None:
    with new_page(browser, DESK) as page:
        page_type("comparison").open(page, site_url)
        page.emulate_media(media="print")
        sizes = "note => [note, note.parentElement].map(element => parseFloat(getComputedStyle(element).fontSize))"
        note, figure = page.locator(".nr-table--compared .nr-note").first.evaluate(sizes)
        assert note <= figure


def test_a_picture_leaves_most_of_its_row_to_the_words(browser: Browser, site_url: str) -> None:
    with new_page(browser, SMALLEST_PHONE) as page:
        page_type("section").open(page, site_url)
        double_the_text(page)
        item = page.locator(".nr-item--pictured").first
        assert width_of(item.locator(".nr-item__text")) > 0.5 * width_of(item)


def test_the_box_of_the_search_page_has_a_row_of_its_own(browser: Browser, site_url: str) -> None:
    with new_page(browser, PHONE) as page:
        page.goto(f"{site_url}tim-kiem/")
        double_the_text(page)
        main = page.get_by_role("main")
        assert width_of(main.get_by_role("searchbox")) >= 0.9 * width_of(main.get_by_role("search"))
