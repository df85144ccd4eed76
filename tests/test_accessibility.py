"""Axe finds nothing to object to on any type of page: WCAG 2.2 A and AA and its own best practice."""

from __future__ import annotations

from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_types import DESK, PAGE_TYPES, PHONE, PageType, come_to_rest, every_page_type, new_page
from playwright.sync_api import Browser, Page, expect

RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: Final = {"light": "default", "dark": "slate"}

in_each_scheme: Final = pytest.mark.parametrize("scheme", SCHEMES)


def violations(page: Page) -> list[str]:
    """What axe objects to, one line for each element."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def expect_scheme(page: Page, scheme: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])


@pytest.mark.parametrize("width", [PHONE, DESK])
@in_each_scheme
@every_page_type
def test_axe_finds_no_violation(page_type: PageType, scheme: str, width: int, browser: Browser, site_url: str) -> None:
    with new_page(browser, width, color_scheme=scheme) as page:
        page_type.open(page, site_url)
        expect_scheme(page, scheme)
        assert violations(page) == []


@pytest.mark.parametrize("name", ["front-page", "article", "handbook-page"])
@in_each_scheme
def test_axe_finds_no_violation_with_the_drawer_open_on_a_phone(
    name: str, scheme: str, browser: Browser, site_url: str
) -> None:
    page_type = next(page_type for page_type in PAGE_TYPES if page_type.name == name)
    with new_page(browser, PHONE, color_scheme=scheme) as page:
        page_type.open(page, site_url)
        expect_scheme(page, scheme)
        page.get_by_role("button", name="Mở trình đơn").click()
        expect(page.locator("#__drawer")).to_be_checked()
        come_to_rest(page)
        assert violations(page) == []


def test_axe_sees_a_violation_where_there_is_one(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.goto(site_url)
        page.evaluate("document.querySelector('.nr-lead__title a').style.color = '#ddd'")
        assert any(line.startswith("color-contrast") for line in violations(page))
