"""The frame around every page that is ours: the bar of sections and the footer with the imprint."""

from __future__ import annotations

from typing import Final

from newsroom.addresses import PEOPLE, PROGRAMMES, UNITS
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.render.edition import Edition
from newsroom.render.templates import Templates, draw

_SECTIONS_BAR: Final = "sections_bar.html"
_FOOTER: Final = "footer.html"
TEMPLATES: Final = (_SECTIONS_BAR, _FOOTER)
"""What the frame is drawn with, whatever the page."""


def frame_digest(edition: Edition) -> bytes:
    """A digest of all that the frame is drawn from besides the settings: templates, and the pages that menus name."""
    templates, library = Templates(edition.environment), edition.library
    named = [
        (page.title, page.url)
        for entry in library.settings.navigation
        if (page := library.page_by_uri.get(entry.target))
    ]
    return digest(*map(templates.digest, TEMPLATES), named, registers_of(library))


def sections_bar_html(edition: Edition, base: str, place: str) -> str:
    """The bar of sections; `place` is the one the page belongs to."""
    return draw(edition.environment, _SECTIONS_BAR, settings=edition.library.settings, base=base, place=place)


def footer_html(edition: Edition, base: str) -> str:
    """The footer: imprint and links."""
    settings = edition.library.settings
    named, registers = _footer_pages(edition.library), registers_of(edition.library)
    return draw(edition.environment, _FOOTER, settings=settings, base=base, footer_pages=named, registers=registers)


def registers_of(library: Library) -> list[tuple[str, str]]:
    """(name, address) of the registers that the site has something for."""
    entities = library.entities
    told = (
        ("Chương trình, phong trào", PROGRAMMES, bool(entities.programmes)),
        ("Đơn vị hành chính", UNITS, bool(entities.lineage.units)),
        ("Nhân sự", PEOPLE, bool(entities.roster.people)),
    )
    return [(name, url) for name, url, is_there in told if is_there]


def _footer_pages(library: Library) -> list[tuple[str, str]]:
    named = (library.page_by_uri.get(uri) for uri in library.settings.footer)
    return [(page.title, page.url) for page in named if page]
