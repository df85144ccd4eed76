"""Crumbs: the way from the front page to a page. Every page has them, so plain strings serve better than a template."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def crumbs_html(base: str, trail: Iterable[tuple[str, str]]) -> Markup:
    """A list of (name, address); a step without an address is the page itself."""
    steps = "".join(f"<li>{_step(base, name, url)}</li>" for name, url in trail)
    home = f'<li><a href="{base}">Trang nhất</a></li>'
    return Markup(f'<nav class="nr-crumbs" aria-label="Đường dẫn"><ol>{home}{steps}</ol></nav>\n')


def _step(base: str, name: str, url: str) -> str:
    return f'<a href="{base}{url}">{escape(name)}</a>' if url else f'<span aria-current="page">{escape(name)}</span>'
