"""Items: an article in a list. Drawn so often that plain strings serve better than a template."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from newsroom.card import Card
from newsroom.picture_html import THUMBNAIL, picture_html
from newsroom.vietnamese import format_iso_day

_NUMBER: Final = re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ][\w-]*(?:/[A-ZĐ][\w-]*)?")
"""The number of an official document, in text that is escaped: 25-NQ/TW, 356/2025/NĐ-CP, 91/2025/QH15."""


def headline_html(card: Card) -> Markup:
    """Kicker and title, in which no number of a document is broken at its hyphen."""
    kicker = f'<span class="nr-kicker">{escape(card.kicker)}</span> ' if card.kicker else ""
    title = _NUMBER.sub(r'<span class="nr-number">\g<0></span>', str(escape(card.title)))
    return Markup(f"{kicker}{title}")


def day_html(card: Card) -> Markup:
    """The day of publication."""
    return Markup(f'<time datetime="{card.date}">{format_iso_day(card.date)}</time>')


@lru_cache(maxsize=2048)
def item_html(
    card: Card, base: str, section: str = "", *, level: int = 3, lead: bool = True, picture: bool = True
) -> Markup:
    """A list item with one link, drawn once for all lists at the same depth; `section` is the name of the section, if it is to be shown."""
    shown = card.picture if picture else None
    summary = f'<p class="nr-item__lead">{escape(card.lead)}</p>' if lead else ""
    label = f"<span>{escape(section)}</span> · " if section else ""
    image = f'<div class="nr-item__picture">{picture_html(shown, base, "", THUMBNAIL)}</div>' if shown else ""
    return Markup(
        f'<li class="nr-item{" nr-item--pictured" if shown else ""}" data-article-item>{image}'
        f'<div class="nr-item__text"><h{level} class="nr-item__title">'
        f'<a href="{base}{card.url}">{headline_html(card)}</a></h{level}>'
        f'{summary}<p class="nr-item__meta">{label}{day_html(card)}</p></div></li>\n'
    )
