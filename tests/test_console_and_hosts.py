"""Nothing is wrong behind the page: no error, no request elsewhere, nothing kept of the reader, nothing too wide."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Final

import pytest
from conftest import MINIMAL_CONFIG, Project, article_text, branch_text, serve
from page_types import (
    DESK,
    LARGEST_TEXT,
    PAGE_TYPES,
    PHONE,
    SMALLEST_PHONE,
    PageType,
    double_the_text,
    every_page_type,
    faults_at_width,
    new_context,
    new_page,
)
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect

REMEMBERED: Final = ["newsroom.scheme", "newsroom.text"]
SEARCH_INDEX: Final = "/tim-kiem/muc-luc/"
WIDTHS: Final = [SMALLEST_PHONE, PHONE, DESK]


def faults_while_loading(page: Page, site_url: str, page_type: PageType) -> list[str]:
    """Open the page and list what went wrong behind it."""
    address = site_url + page_type.address
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        expected = page_type.is_wrong_address and message.location.get("url") == address
        if message.type in ("error", "warning") and not expected:
            faults.append(f"console: {message.text} {message.location.get('url')}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((site_url, "data:")):
            faults.append(f"another host: {request.url}")
        if request.resource_type in ("xhr", "fetch") and SEARCH_INDEX not in request.url:
            faults.append(f"needless: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400 and not (page_type.is_wrong_address and response.url == address):
            faults.append(f"{response.status}: {response.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
    page.on("request", on_request)
    page.on("response", on_response)
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url} {request.failure}"))
    page_type.open(page, site_url)
    page.wait_for_load_state("networkidle")
    return faults


@pytest.mark.parametrize("width", [PHONE, DESK])
@every_page_type
def test_a_page_loads_without_error_and_from_its_own_host_only(
    page_type: PageType, width: int, browser: Browser, site_url: str
) -> None:
    with new_page(browser, width) as page:
        assert faults_while_loading(page, site_url, page_type) == []


def test_no_cookie_is_set_and_only_the_two_known_settings_are_kept(browser: Browser, site_url: str) -> None:
    with new_context(browser) as context:
        page = context.new_page()
        for page_type in PAGE_TYPES:
            page_type.open(page, site_url)
            if page_type.name == "article":
                page.get_by_role("button", name="Chữ to hơn").click()
                page.get_by_role("button", name="Chuyển sang nền tối").click()
                expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert context.cookies() == []
        assert sorted(page.evaluate("Object.keys(localStorage)")) == REMEMBERED
        assert page.evaluate("Object.keys(sessionStorage)") == []
        assert page.evaluate("indexedDB.databases()") == []


@every_page_type
def test_nothing_is_wider_than_the_screen_whatever_the_text_size(
    page_type: PageType, browser: Browser, site_url: str
) -> None:
    with new_page(browser) as page:
        page_type.open(page, site_url)
        assert [fault for width in WIDTHS for fault in faults_at_width(page, width)] == []
        page.evaluate(f"document.documentElement.dataset.nrText = '{LARGEST_TEXT}'")
        assert [fault for width in WIDTHS for fault in faults_at_width(page, width)] == []


@every_page_type
def test_nothing_is_wider_than_a_phone_that_doubles_the_text(
    page_type: PageType, browser: Browser, site_url: str
) -> None:
    with new_page(browser, PHONE) as page:
        page_type.open(page, site_url)
        double_the_text(page)
        assert faults_at_width(page, PHONE) == []


def test_a_word_without_end_makes_no_page_wider_than_a_phone(project: Project, browser: Browser) -> None:
    word = 60 * "x"
    unit = "---\nname: {}\nlevel: commune\nsummary: Đơn vị giả định dùng trong kiểm thử, không có thật.\nsources: [{{id: s1, name: X}}]\n---\n"
    project.write("mkdocs.yml", MINIMAL_CONFIG + "extra_css: [assets/stylesheets/newsroom.css]\n")
    project.write("docs/tin-tuc/2026/01/bai-cu.md", article_text(f"Bài cũ {word}"))
    project.write(
        "docs/tin-tuc/2026/01/bai-moi.md", article_text(f"Bài mới {word}", authors=f"[{{name: Nhóm {word}}}]")
    )
    project.write("docs/chi-bo/chi-bo-thon-mau.md", branch_text(f"Chi bộ {word}"))
    project.write("docs/don-vi/xa-mau.md", unit.format(f"xã {word}"))
    run = project.build()
    assert run.status == 0, run.err
    with contextmanager(serve)(project.root / "site") as root, new_page(browser, SMALLEST_PHONE) as page:
        faults: list[str] = []
        for built in sorted((project.root / "site").glob("**/index.html")):
            page.goto(root + built.relative_to(project.root / "site").as_posix())
            faults += faults_at_width(page, SMALLEST_PHONE)
        assert faults == []
