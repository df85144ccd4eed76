"""Addresses: what lies where below the site's root – the map, told once –, how one page leads to another, in which file it is.

The map is kept for ever: readers hold its links. Our templates and scripts say the same words in their own languages.
"""

from __future__ import annotations

from typing import Final

ARTICLES: Final = "tin-tuc/"
"""Below it, as under docs/, a folder for each year and in that one for each month."""
BRANCHES: Final = "chi-bo/"
COMPARISON: Final = f"{BRANCHES}so-sanh/"
DOCUMENTS: Final = "van-ban/"
PROGRAMMES: Final = "chuong-trinh/"
UNITS: Final = "don-vi/"
PEOPLE: Final = "nhan-su/"
AUTHORS: Final = "tac-gia/"
SECTIONS: Final = "chuyen-muc/"
ARCHIVE: Final = "luu-tru/"
"""Below it years, months and days."""
SEARCH: Final = "tim-kiem/"
INDEX: Final = f"{SEARCH}muc-luc/"
"""The files of the search index."""
DATA: Final = "du-lieu/"
PICTURES: Final = "anh-bai/"
"""The renditions of pictures."""
LIST_PAGES: Final = "trang/"
"""Below the address of whatever lists articles, the older pages of its list, by number."""
THEME_FILES: Final = "assets/"
SITEMAPS: Final = "sitemap/"
SERVERS: Final = "may-chu/"
"""The parts of server configurations, which servers keep from readers."""

NOT_FOUND: Final = "404.html"
FEED: Final = "rss.xml"
JSON_FEED: Final = "feed.json"
"""Both of the site, and of each section below its own address."""
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
HEADERS: Final = "_headers"
MOVES: Final = "chuyen-huong"
"""The maps of old addresses, each with the ending of what reads it."""


def section_url(slug: str) -> str:
    """The address of a section."""
    return f"{SECTIONS}{slug}/"


def author_url(slug: str) -> str:
    """The address of an author."""
    return f"{AUTHORS}{slug}/"


def depth_of(url: str) -> int:
    """How many folders below the root a page's file lies: "" → 0, "tac-gia/x/" → 2, "a/b.html" → 1."""
    return url.count("/")


def base_of(url: str) -> str:
    """The way from a page back to the root: "../../" for depth 2, "./" at the root."""
    return "../" * depth_of(url) or "./"


def url_of(file: str) -> str:
    """The address at which a web server shows a file: "a/b/index.html" → "a/b/"."""
    return file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file


def file_of(url: str) -> str:
    """The file that a web server shows at an address: "a/b/" → "a/b/index.html"."""
    return f"{url}index.html" if not url or url.endswith("/") else url
