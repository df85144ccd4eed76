"""Taps: what is pressed at a link's place is that link, and a finger finds room on it."""

from __future__ import annotations

from typing import Final

import pytest
from page_types import DESK, PHONE, PageType, every_page_type, new_page
from playwright.sync_api import Browser

COVERED: Final = """async () => {
    const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const hitBy = link => {
        link.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
        const {left, top, width, height} = link.getClientRects()[0];
        return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    const isShown = link => link.checkVisibility({visibilityProperty: true}) && !link.closest(".md-skip");
    const found = [];
    for (const link of [...document.links].filter(isShown)) {
        if (link.contains(hitBy(link))) continue;
        await drawn();  // the theme moves what stands beside the page after a scroll
        const hit = hitBy(link);
        if (!link.contains(hit)) found.push(`${link.outerHTML.slice(0, 80)} lies under ${hit?.outerHTML.slice(0, 80)}`);
    }
    return found;
}"""

TOO_SMALL: Final = """() => {
    const standsAlone = ":is(.nr-header, .nr-crumbs, .nr-months, .nr-register, .nr-register__item, .nr-register__others, "
        + ".nr-tree__name, .nr-branch-list, .nr-data__files, .nr-calendar caption, .nr-pager, .nr-more) :is(a, button)";
    const isInASentence = link => getComputedStyle(link).display === "inline" && !link.closest("sup")
        && [...link.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const least = link => link.matches(standsAlone) ? 43.5 : isInASentence(link) || link.closest(".nr-item") ? 0 : 24;
    return [...document.querySelectorAll("a[href], button, summary")]
        .filter(link => link.checkVisibility({visibilityProperty: true}) && !link.closest(".md-skip"))
        .filter(link => {
            const {width, height} = link.getBoundingClientRect();
            return height < least(link) || width < Math.min(least(link), 24);
        })
        .map(link => link.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("width", [PHONE, DESK])
@every_page_type
def test_a_tap_on_a_link_opens_that_link(page_type: PageType, width: int, browser: Browser, site_url: str) -> None:
    with new_page(browser, width) as page:
        page_type.open(page, site_url)
        assert page.locator("a[href]").count() > 0
        assert page.evaluate(COVERED) == []


@every_page_type
def test_a_finger_finds_room_on_every_link_and_button(page_type: PageType, browser: Browser, site_url: str) -> None:
    with new_page(browser, PHONE) as page:
        page_type.open(page, site_url)
        assert page.evaluate(TOO_SMALL) == []
