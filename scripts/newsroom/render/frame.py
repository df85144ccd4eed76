"""The frame around every page that is ours: the bar of sections and the footer with the imprint."""

from __future__ import annotations

from newsroom.library import Library
from newsroom.render.edition import Edition


def sections_bar_html(edition: Edition, base: str, place: str) -> str:
    """The bar of sections; `place` is the one the page belongs to."""
    template = edition.environment.get_template("sections_bar.html")
    return template.render(settings=edition.library.settings, base=base, place=place)


def footer_html(edition: Edition, base: str) -> str:
    """The footer: imprint and links."""
    template = edition.environment.get_template("footer.html")
    settings = edition.library.settings
    return template.render(settings=settings, base=base, footer_pages=_footer_pages(edition.library))


def _footer_pages(library: Library) -> list[tuple[str, str]]:
    named = (library.page_by_uri.get(uri) for uri in library.settings.footer)
    return [(page.title, page.url) for page in named if page]
