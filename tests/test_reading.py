"""Reading: from the front page to an article, on to its section and to older articles; the tools of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pytest
from built_pages import SHIPPED_ADDRESS, SHIPPED_SECTIONS, headline, moment, shipped_articles
from page_types import ARTICLE, DESK, LARGEST_TEXT, PAGE_TYPES, PHONE, PageType, come_to_rest, faults_at_width, new_page
from playwright.sync_api import Browser, Locator, Page, expect

from newsroom.vietnamese import format_moment

ARTICLES: Final = shipped_articles()
SECTION_NAMES: Final = {section["slug"]: section["name"] for section in SHIPPED_SECTIONS}
FULLEST_SECTION: Final = Counter(front["section"] for front in ARTICLES.values()).most_common(1)[0][0]
SHEET: Final = 718
"""Pixels of A4 between margins of 1 cm."""
PERMALINK: Final = SHIPPED_ADDRESS + ARTICLE
OLDER: Final = re.compile("^Bài cũ hơn")
NEWER: Final = re.compile("^Bài mới hơn")
WITHOUT_SHARE: Final = "Object.defineProperty(Navigator.prototype, 'share', {value: undefined})"
WITH_SHARE: Final = "Navigator.prototype.share = async given => { window.shared = given; }"
WITHOUT_CLIPBOARD: Final = "Clipboard.prototype.writeText = () => Promise.reject(new Error('refused'))"
TOO_PALE_FOR_PAPER: Final = """() => {
    const luminance = color => {
        const [red, green, blue] = color.match(/[\\d.]+/g).slice(0, 3).map(part => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const hasText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll("main *, footer *")]
        .filter(element => element.checkVisibility() && hasText(element))
        .filter(element => 1.05 / (luminance(getComputedStyle(element).color) + 0.05) < 4.5)
        .map(element => element.outerHTML.slice(0, 120));
}"""

CUT_OFF: Final = """() => [...document.querySelectorAll("main *")]
    .filter(element => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
    .filter(element => !["visible", "clip"].includes(getComputedStyle(element).overflowX))
    .filter(element => getComputedStyle(element).clipPath === "none")
    .map(element => element.outerHTML.slice(0, 120))"""


def in_section(slug: str) -> list[str]:
    """The addresses of a section's articles, newest first."""
    return [address for address, front in ARTICLES.items() if front["section"] == slug]


def expect_article(page: Page, site_url: str, address: str) -> None:
    """The page shown is that article, by its address, heading, title and permalink."""
    front = ARTICLES[address]
    expect(page).to_have_url(site_url + address)
    expect(page).to_have_title(re.compile(f"^{re.escape(headline(front))} – "))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        " ".join([*filter(None, [front.get("kicker")]), front["title"]])
    )
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", SHIPPED_ADDRESS + address)


def expect_section(page: Page, site_url: str, slug: str) -> None:
    """The page shown is that section."""
    expect(page).to_have_url(f"{site_url}chuyen-muc/{slug}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(SECTION_NAMES[slug])


def address_of(page: Page, site_url: str) -> str:
    return page.url.removeprefix(site_url)


def font_size(page: Page) -> float:
    """Of the text of the page, in pixels."""
    return float(page.locator("main p").last.evaluate("text => parseFloat(getComputedStyle(text).fontSize)"))


def border_of(link: Locator) -> str:
    """The colour of the line under a link."""
    return str(link.evaluate("link => getComputedStyle(link).borderBottomColor"))


def answer_of(page: Page) -> Locator:
    return page.locator("[data-nr-tools]").get_by_role("status")


def press(page: Page, name: str, times: int = 1) -> None:
    for _ in range(times):
        page.get_by_role("button", name=name).click()


@pytest.fixture
def article(browser: Browser, site_url: str) -> Iterator[Page]:
    """An article that may use the clipboard."""
    with new_page(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(site_url + ARTICLE)
        yield page


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    with new_page(browser, PHONE, java_script_enabled=False) as page:
        yield page


@pytest.mark.parametrize("scripted", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_front_page_leads_to_its_first_story_its_section_and_an_older_article(
    scripted: bool, browser: Browser, site_url: str
) -> None:
    with new_page(browser, PHONE, java_script_enabled=scripted) as page:
        page.goto(site_url)
        page.get_by_role("region", name="Tin chính").get_by_role("link").click()
        first = address_of(page, site_url)
        expect_article(page, site_url, first)
        section = ARTICLES[first]["section"]
        page.get_by_role("navigation", name="Đường dẫn").get_by_role("link", name=SECTION_NAMES[section]).click()
        expect_section(page, site_url, section)
        oldest = in_section(section)[-1]
        page.locator("[data-article-item]").last.get_by_role("link").click()
        expect_article(page, site_url, oldest)
        assert oldest != first


def test_older_and_newer_links_walk_a_section_from_end_to_end(browser: Browser, site_url: str) -> None:
    section = in_section(FULLEST_SECTION)
    with new_page(browser) as page:
        page.goto(site_url + section[0])
        expect(page.get_by_role("link", name=NEWER)).to_have_count(0)
        for address in section[1:]:
            page.get_by_role("link", name=OLDER).click()
            expect_article(page, site_url, address)
        expect(page.get_by_role("link", name=OLDER)).to_have_count(0)
        for address in reversed(section[:-1]):
            page.get_by_role("link", name=NEWER).click()
            expect_article(page, site_url, address)


def test_text_grows_by_steps_to_a_limit_and_shrinks_back(article: Page) -> None:
    sizes = [font_size(article)]
    for _ in range(LARGEST_TEXT):
        press(article, "Chữ to hơn")
        sizes.append(font_size(article))
    assert sizes == sorted(set(sizes))
    press(article, "Chữ to hơn")
    assert font_size(article) == sizes[-1]
    press(article, "Chữ nhỏ hơn", times=LARGEST_TEXT + 1)
    assert font_size(article) == sizes[0]


@pytest.mark.parametrize("name", ["branch-profile", "official-document", "handbook-page", "about-page"])
def test_text_grows_on_other_pages_that_are_read(name: str, browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page_type(name).open(page, site_url)
        before = font_size(page)
        press(page, "Chữ to hơn")
        assert font_size(page) > before


def test_a_change_of_text_size_is_announced(article: Page) -> None:
    expect(answer_of(article)).to_be_empty()
    press(article, "Chữ to hơn")
    expect(answer_of(article)).to_have_text("Cỡ chữ to bậc 1")
    press(article, "Chữ to hơn")
    expect(answer_of(article)).to_have_text("Cỡ chữ to bậc 2")
    press(article, "Chữ nhỏ hơn", times=2)
    expect(answer_of(article)).to_have_text("Cỡ chữ thường")


def test_text_size_survives_a_reload_and_goes_along_to_other_pages(article: Page, site_url: str) -> None:
    small = font_size(article)
    press(article, "Chữ to hơn", times=2)
    large = font_size(article)
    article.reload()
    assert font_size(article) == large > small
    article.goto(f"{site_url}luu-tru/")
    expect(article.locator("html")).to_have_attribute("data-nr-text", "2")


def test_a_remembered_text_size_that_is_none_does_no_harm(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script("localStorage.setItem('newsroom.text', 'to')")
        page.goto(site_url + ARTICLE)
        before = font_size(page)
        press(page, "Chữ to hơn")
        assert font_size(page) > before
        assert errors == []


def test_a_copied_citation_holds_title_site_date_and_address(article: Page) -> None:
    front = ARTICLES[ARTICLE]
    press(article, "Chép trích dẫn")
    expect(answer_of(article)).to_have_text("Đã chép")
    copied = article.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(PERMALINK)
    for part in (f"“{headline(front)}”", format_moment(moment(front["date"])), front["authors"][0]["name"]):
        assert part in copied


def test_a_citation_that_may_not_be_copied_is_shown(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.add_init_script(WITHOUT_CLIPBOARD)
        page.goto(site_url + ARTICLE)
        press(page, "Chép trích dẫn")
        expect(answer_of(page)).to_contain_text(PERMALINK)


def test_sharing_copies_the_permalink_where_the_device_cannot_share(browser: Browser, site_url: str) -> None:
    with new_page(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.add_init_script(WITHOUT_SHARE)
        page.goto(f"{site_url}{ARTICLE}?from=feed#p")
        press(page, "Chia sẻ")
        expect(answer_of(page)).to_have_text("Đã chép địa chỉ bài")
        assert page.evaluate("navigator.clipboard.readText()") == PERMALINK


def test_sharing_hands_title_and_permalink_to_a_device_that_can_share(browser: Browser, site_url: str) -> None:
    with new_page(browser, PHONE) as page:
        page.add_init_script(WITH_SHARE)
        page.goto(site_url + ARTICLE)
        press(page, "Chia sẻ")
        assert page.evaluate("window.shared") == {"title": page.title(), "url": PERMALINK}


def test_the_print_button_prints(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.add_init_script("window.print = () => { window.printed = true; }")
        page.goto(site_url + ARTICLE)
        press(page, "In bài")
        assert page.evaluate("window.printed")


def test_on_paper_stands_the_article_without_tools_and_navigation(article: Page) -> None:
    article.emulate_media(media="print")
    for role in ("banner", "navigation", "button", "search"):
        expect(article.locator("body").get_by_role(role)).to_have_count(0)
    for part in ("h1", "[data-lead]", "figure img", "figcaption", ".nr-text p", "footer"):
        expect(article.locator(part).first).to_be_visible()
    expect(article.get_by_text(f"Địa chỉ bài: {PERMALINK}")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["article", "branch-profile", "handbook-page"])
def test_on_paper_every_word_is_dark_on_white(name: str, scheme: str, browser: Browser, site_url: str) -> None:
    with new_page(browser, color_scheme=scheme) as page:
        page_type(name).open(page, site_url)
        page.emulate_media(media="print")
        come_to_rest(page)
        assert page.evaluate(TOO_PALE_FOR_PAPER) == []


@pytest.mark.parametrize("name", ["article", "branch-profile", "comparison", "programme", "open-data"])
def test_nothing_is_cut_off_at_the_edge_of_a_sheet(name: str, browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page_type(name).open(page, site_url)
        page.emulate_media(media="print")
        assert faults_at_width(page, SHEET) == []
        assert page.evaluate(CUT_OFF) == []


def page_type(name: str) -> PageType:
    return next(page_type for page_type in PAGE_TYPES if page_type.name == name)


def test_a_phone_finds_the_contents_of_a_handbook_page_folded_and_a_desk_finds_them_beside_it(
    browser: Browser, site_url: str
) -> None:
    with new_page(browser, PHONE) as page:
        page_type("handbook-page").open(page, site_url)
        contents = page.locator("details.nr-contents")
        contents.get_by_text("Trong trang này").click()
        first = contents.get_by_role("link").first
        first.click()
        expect(page.get_by_role("heading", name=first.inner_text())).to_be_in_viewport()
        page.set_viewport_size({"width": DESK, "height": 800})
        expect(contents).to_be_hidden()
        expect(page.locator(".md-sidebar--secondary").get_by_role("link").first).to_be_visible()


def test_a_desk_shows_where_a_handbook_page_stands_in_the_menu(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page_type("about-page").open(page, site_url)
        expect(page.locator(".nr-nav [aria-current]")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["chuyen-muc/thong-bao/", "chi-bo/", "van-ban/", "luu-tru/"])
def test_a_phone_shows_the_section_it_is_in_and_the_top_of_the_page(
    address: str, browser: Browser, site_url: str
) -> None:
    with new_page(browser, PHONE) as page:
        page.goto(site_url + address)
        expect(page.locator(".nr-sections [aria-current]")).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == 0


def test_forced_colours_underline_the_current_section_alone(browser: Browser, site_url: str) -> None:
    with new_page(browser, forced_colors="active") as page:
        page.goto(f"{site_url}van-ban/")
        current = page.locator(".nr-sections [aria-current]")
        others = page.locator(".nr-sections a:not([aria-current])")
        assert border_of(current) not in {border_of(other) for other in others.all()}


def test_an_article_can_be_read_without_javascript(plain_page: Page, site_url: str) -> None:
    plain_page.goto(site_url + ARTICLE)
    expect_article(plain_page, site_url, ARTICLE)
    come_to_rest(plain_page)
    hidden = plain_page.locator("[data-article] :is(h1, h2, p, figure, img, table, blockquote, dl, time)").evaluate_all(
        "parts => parts.filter(part => !part.checkVisibility()).map(part => part.outerHTML.slice(0, 120))"
    )
    assert hidden == []


def test_without_javascript_sections_and_profiles_are_reached_from_an_article(plain_page: Page, site_url: str) -> None:
    plain_page.goto(site_url + ARTICLE)
    bar = plain_page.get_by_role("navigation", name=re.compile("chuyên mục", re.IGNORECASE))
    bar.get_by_role("link", name="Hồ sơ chi bộ").first.click()
    expect(plain_page).to_have_url(f"{site_url}chi-bo/")
    profile = plain_page.locator(".nr-page").get_by_role("heading").get_by_role("link").first
    name = profile.inner_text()
    profile.click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize("name", ["article", "archive", "branch-directory", "search"])
def test_without_javascript_what_needs_it_is_hidden_and_nothing_overflows(
    name: str, plain_page: Page, site_url: str
) -> None:
    plain_page.goto(site_url + page_type(name).address)
    for part in ("[data-nr-tools]", "[data-nr-menu]", "[data-nr-date]", "[data-nr-palette]"):
        expect(plain_page.locator(f"{part} >> visible=true")).to_have_count(0)
    expect(plain_page.get_by_role("radio")).to_have_count(0)
    assert faults_at_width(plain_page, PHONE) == []


def test_without_javascript_the_search_page_says_so_and_points_elsewhere(plain_page: Page, site_url: str) -> None:
    plain_page.goto(f"{site_url}tim-kiem/")
    notice = plain_page.locator("noscript p")
    expect(notice).to_contain_text("cần JavaScript")
    notice.get_by_role("link").click()
    expect(plain_page).to_have_url(f"{site_url}luu-tru/")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_number_of_a_document_in_a_headline_stands_in_one_line(width: int, browser: Browser, site_url: str) -> None:
    number = "25-NQ/TW"
    address = next(address for address, front in ARTICLES.items() if number in front["title"])
    with new_page(browser, width) as page:
        for place in ("", f"chuyen-muc/{ARTICLES[address]['section']}/", address):
            page.goto(site_url + place)
            inside = page.locator("h1, h2, h3").get_by_text(number, exact=True)
            expect(inside.first).to_be_visible()
            for told in inside.all():
                lines = told.evaluate(
                    "told => Math.round(told.clientHeight / parseFloat(getComputedStyle(told).lineHeight))"
                )
                assert lines == 1, place
