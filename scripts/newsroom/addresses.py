"""Addresses of pages: how deep they lie, how one leads to another, in which file they are written."""

from __future__ import annotations


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
