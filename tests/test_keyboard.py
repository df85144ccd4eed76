"""Everything can be done with the keyboard alone, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Final

import pytest
from built_pages import moment, shipped_articles
from conftest import Project, article_text, serve
from page_types import ARTICLE, DESK, PHONE, PageType, come_to_rest, every_page_type, new_page, page_type
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, Page, expect

LAST_DAY: Final = max(moment(front["date"]) for front in shipped_articles().values())
MOST_STOPS: Final = 150
"""More than any page has: who has not come to the end by then goes round in a circle."""
SEEN_CHANGE: Final = 24
"""How much lighter or darker, of 255, a point must become for the change to count."""
SEEN_POINTS: Final = 40
PLACE: Final = "() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"
NAME: Final = "() => document.activeElement.outerHTML.replace(/\\s+/g, ' ').slice(0, 120)"
ON_BODY: Final = "() => document.activeElement === document.body"
STRIP: Final = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const whole = box.height < 2;
    const top = whole ? 0 : Math.max(0, box.top - 12);
    const bottom = whole ? innerHeight : Math.min(innerHeight, box.bottom + 12);
    return {x: 0, y: top, width: innerWidth, height: bottom - top};
}"""
ACTIONABLE: Final = """() => [...document.querySelectorAll("*")].flatMap((element, place) => {
    const acts = element.matches("a[href], button, summary, input:not([type=hidden], [type=radio]), [tabindex='0']");
    return acts && element.checkVisibility({visibilityProperty: true}) ? [place] : [];
})"""
UNCOVERED: Final = """() => {
    const active = document.activeElement;
    if (active === document.body) return true;
    const box = active.getClientRects()[0];
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return active.contains(top);
}"""
SKIPPED_TO_START: Final = """() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const heading = document.querySelector("h1");
    const follows = target.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING;
    return target === heading || Boolean(follows);
}"""
BEHIND_TARGET: Final = """() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const follows = target.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
    return Boolean(follows) && !document.activeElement.closest(".md-sidebar--primary");
}"""


def stops(page: Page) -> Iterator[int]:
    """Press Tab until the focus leaves the page; yields the place of each stop in the document."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(ON_BODY):
            return
        yield page.evaluate(PLACE)
    raise AssertionError(f"the focus never leaves the page; it is on {page.evaluate(NAME)}")


def back_to(page: Page) -> int:
    """Press Shift and Tab; the place one comes to."""
    page.keyboard.press("Shift+Tab")
    place: int = page.evaluate(PLACE)
    return place


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal, or one of several, has the focus."""
    for _ in stops(page):
        if goal.evaluate_all("goals => goals.includes(document.activeElement)"):
            return
    raise AssertionError(f"Tab never comes to {goal}")


def changed_points(before: bytes, after: bytes) -> int:
    """How many points of two pictures differ visibly."""
    pictures = [Image.open(BytesIO(picture)).convert("L") for picture in (before, after)]
    return sum(ImageChops.difference(*pictures).histogram()[SEEN_CHANGE:])


def shows_focus(page: Page) -> bool:
    """Whether the focused element looks other than without focus."""
    clip: Any = page.evaluate(STRIP)
    if clip["height"] < 1:
        return False
    focused = page.screenshot(clip=clip, animations="disabled")
    element = page.evaluate_handle("document.activeElement")
    element.evaluate("element => element.blur()")
    blurred = page.screenshot(clip=clip, animations="disabled")
    element.evaluate("element => element.focus({preventScroll: true})")
    return changed_points(focused, blurred) >= SEEN_POINTS


@pytest.fixture
def article(browser: Browser, site_url: str) -> Iterator[Page]:
    """An article on a desk."""
    with new_page(browser) as page:
        page.goto(site_url + ARTICLE)
        yield page


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Page]:
    """An article on a phone."""
    with new_page(browser, PHONE) as page:
        page.goto(site_url + ARTICLE)
        yield page


def menu_button(page: Page) -> Locator:
    return page.locator("[data-nr-menu]")


def drawer(page: Page) -> Locator:
    return page.locator(".md-sidebar--primary")


def open_drawer(page: Page, key: str = "Enter") -> None:
    """Open the drawer with the keyboard."""
    tab_to(page, menu_button(page))
    page.keyboard.press(key)
    expect(page.locator("#__drawer")).to_be_checked()
    come_to_rest(page)


@every_page_type
def test_the_skip_link_comes_first_is_seen_and_leads_to_the_start_of_the_content(
    page_type: PageType, browser: Browser, site_url: str
) -> None:
    with new_page(browser, PHONE) as page:
        page_type.open(page, site_url)
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Bỏ qua, đến nội dung chính")
        expect(skip).to_be_focused()
        come_to_rest(page)
        expect(skip).to_be_in_viewport(ratio=1)
        assert shows_focus(page)
        page.keyboard.press("Enter")
        assert page.evaluate(SKIPPED_TO_START)
        page.keyboard.press("Tab")
        assert page.evaluate(BEHIND_TARGET)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("name", ["article", "handbook-page", "search"])
def test_tab_visits_everything_once_in_order_and_leaves_the_page_at_both_ends(
    name: str, width: int, browser: Browser, site_url: str
) -> None:
    with new_page(browser, width) as page:
        page_type(name).open(page, site_url)
        forward = list(stops(page))
        assert forward == sorted(set(forward))
        assert set(page.evaluate(ACTIONABLE)) - set(forward) == set()
        assert [back_to(page) for _ in forward] == forward[::-1]


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_every_stop_of_an_article_shows_that_it_has_the_focus(
    width: int, scheme: str, browser: Browser, site_url: str
) -> None:
    with new_page(browser, width, color_scheme=scheme) as page:
        page.goto(site_url + ARTICLE)
        unseen = [page.evaluate(NAME) for _ in stops(page) if not shows_focus(page)]
    assert unseen == []


def test_a_closed_drawer_holds_no_stop(phone: Page) -> None:
    inside = "() => Boolean(document.activeElement.closest('.md-sidebar--primary'))"
    assert [phone.evaluate(NAME) for _ in stops(phone) if phone.evaluate(inside)] == []


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_button_opens_the_drawer_and_escape_leads_back_to_it(key: str, phone: Page) -> None:
    expect(menu_button(phone)).to_have_attribute("aria-expanded", "false")
    open_drawer(phone, key)
    expect(menu_button(phone)).to_have_attribute("aria-expanded", "true")
    expect(drawer(phone).locator(":focus")).to_be_in_viewport(ratio=1)
    assert phone.evaluate(UNCOVERED)
    phone.keyboard.press("Escape")
    expect(phone.locator("#__drawer")).not_to_be_checked()
    expect(menu_button(phone)).to_have_attribute("aria-expanded", "false")
    expect(menu_button(phone)).to_be_focused()


def test_the_drawer_has_a_button_that_closes_it(phone: Page) -> None:
    open_drawer(phone)
    phone.get_by_role("button", name="Đóng trình đơn").press("Enter")
    expect(phone.locator("#__drawer")).not_to_be_checked()
    expect(menu_button(phone)).to_be_focused()


def test_a_window_made_wide_is_not_left_dead_behind_an_open_drawer(phone: Page) -> None:
    open_drawer(phone)
    phone.set_viewport_size({"width": DESK, "height": 800})
    expect(phone.locator("[inert]")).to_have_count(0)


@pytest.mark.parametrize("name", ["front-page", "article", "handbook-page"])
def test_every_entry_of_the_open_drawer_is_reached_and_seen(name: str, browser: Browser, site_url: str) -> None:
    with new_page(browser, PHONE) as page:
        page_type(name).open(page, site_url)
        open_drawer(page)
        reached = [page.evaluate("document.activeElement.href")]
        covered: list[str] = []
        for _ in stops(page):
            come_to_rest(page)
            reached.append(page.evaluate("document.activeElement.href"))
            if not page.evaluate(UNCOVERED):
                covered.append(page.evaluate(NAME))
        assert covered == []
        entries = drawer(page).locator("a:not(.md-nav--secondary *, .md-nav__title *)")
        assert entries.count() > 20
        assert set(entries.evaluate_all("links => links.map(link => link.href)")) - set(reached) == set()


def test_an_entry_of_the_drawer_is_followed_with_enter(phone: Page, site_url: str) -> None:
    open_drawer(phone)
    tab_to(phone, drawer(phone).get_by_role("link", name="Xem tin theo ngày", include_hidden=True))
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(f"{site_url}luu-tru/")


def test_a_search_from_the_header_to_its_first_result_needs_no_mouse(article: Page, site_url: str) -> None:
    tab_to(article, article.get_by_role("banner").get_by_role("searchbox"))
    article.keyboard.type("dân vận khéo")
    article.keyboard.press("Enter")
    expect(article.locator("[data-search-results]")).to_have_attribute("data-state", "done")
    first = article.locator("a[data-search-result]").first
    title = first.inner_text()
    tab_to(article, first)
    article.keyboard.press("Enter")
    expect(article.get_by_role("heading", level=1)).to_have_text(title.replace(":", ""))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_text_size_is_changed_with_the_keyboard(key: str, article: Page) -> None:
    tab_to(article, article.get_by_role("button", name="Chữ to hơn"))
    article.keyboard.press(key)
    expect(article.locator("html")).to_have_attribute("data-nr-text", "1")
    expect(article.get_by_role("button", name="Chữ to hơn")).to_be_focused()


@pytest.mark.parametrize(
    ("scheme", "other", "names"),
    [("light", "slate", ["nền tối", "nền sáng"]), ("dark", "default", ["nền sáng", "nền tối"])],
)
def test_light_and_dark_are_changed_with_the_keyboard_by_a_button_that_is_named_after_its_effect(
    scheme: str, other: str, names: list[str], browser: Browser, site_url: str
) -> None:
    with new_page(browser, color_scheme=scheme) as page:
        page.goto(site_url + ARTICLE)
        tab_to(page, page.get_by_role("button", name=f"Chuyển sang {names[0]}"))
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)
        expect(page.get_by_role("button", name=f"Chuyển sang {names[1]}")).to_be_focused()
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)


def test_a_date_is_chosen_with_the_keyboard(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.goto(f"{site_url}luu-tru/")
        field = page.get_by_label("Chọn ngày")
        tab_to(page, field)
        field.fill(f"{LAST_DAY:%Y-%m-%d}")
        tab_to(page, page.get_by_role("button", name="Xem tin"))
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{site_url}luu-tru/{LAST_DAY:%Y/%m/%d}/")


@pytest.mark.parametrize("address", ["chuyen-muc/tin-chung/", "chuyen-muc/tin-chung/trang/1/"])
def test_a_single_letter_never_leaves_the_page(address: str, project: Project, browser: Browser) -> None:
    for number in range(1, 46):
        project.write(f"docs/tin-tuc/2026/01/bai-{number}.md", article_text(f"Bài thử số {number}"))
    run = project.build()
    assert run.status == 0, run.err
    with contextmanager(serve)(project.root / "site") as root, new_page(browser) as page:
        answer = page.goto(root + address)
        assert answer is not None
        assert answer.ok
        left: list[str] = []
        page.on("framenavigated", lambda frame: left.append(frame.url))
        for key in ("n", "p", ".", ",", "f", "s", "/"):
            page.keyboard.press(key)
        page.wait_for_load_state("networkidle")
        assert left == []
