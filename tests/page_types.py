"""The types of page of the shipped site, one address for each, and how tests open them in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import pytest
from built_pages import moment, shipped_sources
from conftest import ROOT
from playwright.sync_api import Browser, BrowserContext, Page

from newsroom.vietnamese import slugify

PHONE: Final = 360
SMALLEST_PHONE: Final = 320
DESK: Final = 1280
LARGEST_TEXT: Final = 3
_HEIGHTS: Final = {SMALLEST_PHONE: 568, PHONE: 740, DESK: 800}
_ALL_PICTURES: Final = """() => Promise.all([...document.images].map(image => {
    image.loading = "eager";
    return image.decode().catch(() => image.decode());  // once more: another size may have been chosen meanwhile
}))"""
_ALL_MOTION: Final = "() => Promise.allSettled(document.getAnimations().map(motion => motion.finished))"

_STICKING_OUT: Final = """() => {
    const excused = element => {
        if (element === document.body) return false;
        const style = getComputedStyle(element);
        const scrolls = ["auto", "scroll"].includes(style.overflowX);
        const isForListenersOnly = style.clipPath !== "none";
        return scrolls || isForListenersOnly || excused(element.parentElement);
    };
    const boxOfText = text => {
        const range = document.createRange();
        range.selectNode(text);
        return range.getBoundingClientRect();
    };
    const sticksOut = node => {
        const box = node instanceof Element ? node.getBoundingClientRect() : boxOfText(node);
        return box.height > 1 && box.right > document.documentElement.clientWidth + 1;
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (sticksOut(node) && !excused(node.parentElement)) found.push(node.outerHTML ?? node.data.trim());
    }
    return found.map(text => text.slice(0, 120));
}"""


@dataclass(frozen=True)
class PageType:
    """A type of page; `address` is below the root, `settled` matches when the page has done what it does by itself."""

    name: str
    address: str
    settled: str = "h1"

    def open(self, page: Page, site_url: str) -> None:
        """Go there and wait until nothing changes any more."""
        page.goto(site_url + self.address)
        page.locator(self.settled).wait_for(state="attached")
        come_to_rest(page)

    @property
    def is_wrong_address(self) -> bool:
        """Whether the server answers 404, which a browser tells on its console."""
        return self.address.startswith("khong-co/")


def source_with(folder: str, *marks: str) -> str:
    """The address of a shipped document of that folder whose text holds all of the marks."""
    for address in sorted(shipped_sources(), reverse=True):
        file = ROOT / "docs" / f"{address.rstrip('/')}.md"
        if address.startswith(folder) and file.exists() and all(mark in file.read_text("utf-8") for mark in marks):
            return address
    raise LookupError(f"no document in {folder} holds {marks}")


def come_to_rest(page: Page) -> None:
    """Wait until every picture is shown and every transition has ended; a broken picture is an error."""
    page.evaluate(_ALL_PICTURES)
    page.evaluate(_ALL_MOTION)


def double_the_text(page: Page) -> None:
    """Do what a phone does that is set to twice the usual size of text."""
    page.evaluate("""() => {
        const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
        document.documentElement.style.fontSize = `${2 * size}px`;
    }""")


def faults_at_width(page: Page, width: int) -> list[str]:
    """What sticks out of a screen of that width, and by how much the page can be pushed aside."""
    page.set_viewport_size({"width": width, "height": 800})
    come_to_rest(page)
    surplus = page.evaluate("document.documentElement.scrollWidth") - width
    pushed = [f"the page is {surplus} px too wide"] if surplus > 0 else []
    return [f"at {width} px: {fault}" for fault in [*page.evaluate(_STICKING_OUT), *pushed]]


@contextmanager
def new_context(browser: Browser, width: int = DESK, **options: Any) -> Iterator[BrowserContext]:
    """A browser as of a reader who was never here; `options` are Playwright's."""
    context = browser.new_context(viewport={"width": width, "height": _HEIGHTS[width]}, **options)
    try:
        yield context
    finally:
        context.close()


@contextmanager
def new_page(browser: Browser, width: int = DESK, **options: Any) -> Iterator[Page]:
    """A page in a browser of its own."""
    with new_context(browser, width, **options) as context:
        yield context.new_page()


ARTICLE: Final = source_with("tin-tuc/", "\n| ---", "\n> ", "\nbranches:", "\ntags:", "\nimage:")
_FRONT: Final = shipped_sources()[ARTICLE]
_DAY: Final = moment(_FRONT["date"])
_SECRETARY: Final = next(
    slugify(front["committee"][0]["name"]) for front in shipped_sources().values() if front.get("committee")
)
_FOUND: Final = "[data-search-results][data-state=done]"

PAGE_TYPES: Final = [
    PageType("front-page", ""),
    PageType("article", ARTICLE),
    PageType("section", f"chuyen-muc/{_FRONT['section']}/"),
    PageType("author", f"tac-gia/{slugify(_FRONT['authors'][0]['name'])}/"),
    PageType("archive", "luu-tru/"),
    PageType("year", f"luu-tru/{_DAY:%Y}/"),
    PageType("month", f"luu-tru/{_DAY:%Y/%m}/"),
    PageType("day", f"luu-tru/{_DAY:%Y/%m/%d}/"),
    PageType("branch-directory", "chi-bo/"),
    PageType("branch-profile", source_with("chi-bo/", "\nindicators:", "\nmembership:")),
    PageType("branch-profile-with-models", source_with("chi-bo/", "\nmodels:")),
    PageType("comparison", "chi-bo/so-sanh/"),
    PageType("programme", source_with("chuong-trinh/", "\ntargets:", "\nframeworks:")),
    PageType("unit", source_with("don-vi/", "\nended:", "\nwithin:")),
    PageType("person", f"nhan-su/{_SECRETARY}/"),
    PageType("register", "van-ban/"),
    PageType("official-document", "van-ban/nghi-quyet-25-nq-tw-2013/"),
    PageType("official-document-of-a-long-number", "van-ban/nghi-quyet-202-2025-qh15/"),
    PageType("open-data", "du-lieu/"),
    PageType("search", "tim-kiem/?q=d%C3%A2n+v%E1%BA%ADn", _FOUND),
    PageType("search-without-result", "tim-kiem/?q=xyzzyq", _FOUND),
    PageType("wrong-address", "khong-co/trang-nay/"),
    PageType("handbook-page", source_with("huong-dan/", "\n|", "\n```", "\n!!! ")),
    PageType("about-page", source_with("gioi-thieu/", "\n|", "\n??? ")),
]

every_page_type: Final = pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda page_type: page_type.name)


def page_type(name: str) -> PageType:
    """The page type of that name."""
    return next(page_type for page_type in PAGE_TYPES if page_type.name == name)
