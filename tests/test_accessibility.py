"""Axe finds nothing to object to on any type of page: WCAG 2.2 A and AA and its own best practice."""

from __future__ import annotations

from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_types import DESK, PAGE_TYPES, PHONE, PageType, come_to_rest, every_page_type, new_page
from playwright.sync_api import Browser, Page, expect

RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
SCHEMES: Final[dict[Scheme, str]] = {"light": "default", "dark": "slate"}


def violations(page: Page) -> list[str]:
    """What axe objects to, one line for each element."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def violations_in_each_scheme(page: Page, first: Scheme = "light") -> dict[str, list[str]]:
    """What axe objects to as the page was opened, and when the reader's device turns to the other scheme."""
    found: dict[str, list[str]] = {}
    for scheme in sorted(SCHEMES, key=lambda scheme: scheme != first):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        come_to_rest(page)
        found[scheme] = violations(page)
    return found


@pytest.mark.parametrize(("width", "first"), [(PHONE, "light"), (DESK, "dark")])
@every_page_type
def test_axe_finds_no_violation(
    page_type: PageType, width: int, first: Scheme, browser: Browser, site_url: str
) -> None:
    with new_page(browser, width, color_scheme=first) as page:
        page_type.open(page, site_url)
        assert violations_in_each_scheme(page, first) == {scheme: [] for scheme in SCHEMES}


@pytest.mark.parametrize("name", ["front-page", "article", "handbook-page"])
def test_axe_finds_no_violation_with_the_drawer_open_on_a_phone(name: str, browser: Browser, site_url: str) -> None:
    page_type = next(page_type for page_type in PAGE_TYPES if page_type.name == name)
    with new_page(browser, PHONE) as page:
        page_type.open(page, site_url)
        page.get_by_role("button", name="Mở trình đơn").click()
        expect(page.locator("#__drawer")).to_be_checked()
        assert violations_in_each_scheme(page) == {scheme: [] for scheme in SCHEMES}


def test_axe_sees_a_violation_where_there_is_one(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.goto(site_url)
        page.evaluate("document.querySelector('.nr-lead__title a').style.color = '#ddd'")
        found = violations_in_each_scheme(page)
        assert any(line.startswith("color-contrast") for line in found["light"])
        assert found["dark"] == []
