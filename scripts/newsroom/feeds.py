"""Feeds: RSS 2.0 and JSON Feed 1.1 for the site and for each section. No build date: the newest article dates the feed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from typing import Final
from xml.etree import ElementTree as ET

from newsroom.render.cards import Card
from newsroom.render.edition import Edition
from newsroom.render.leaf import GeneratedFile
from newsroom.settings import Settings

_NEWEST: Final = 30
_ATOM: Final = "http://www.w3.org/2005/Atom"


def feed_files(edition: Edition) -> Iterator[GeneratedFile]:
    """Every feed of the site."""
    settings = edition.library.settings
    cards = edition.cards_of(edition.library.articles[:_NEWEST])
    yield from _feeds(settings, settings.name, settings.description, "", cards)
    for section in settings.sections:
        articles = edition.library.by_section.get(section.slug, ())[:_NEWEST]
        title = f"{section.name} – {settings.name}"
        about = section.about or title
        yield from _feeds(settings, title, about, f"chuyen-muc/{section.slug}/", edition.cards_of(articles))


def _feeds(settings: Settings, title: str, about: str, folder: str, cards: Sequence[Card]) -> Iterator[GeneratedFile]:
    yield GeneratedFile(f"{folder}rss.xml", _rss(settings, title, about, folder, cards))
    yield GeneratedFile(f"{folder}feed.json", _json_feed(settings, title, about, folder, cards))


def _rss(settings: Settings, title: str, about: str, folder: str, cards: Sequence[Card]) -> str:
    ET.register_namespace("atom", _ATOM)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _text(channel, "title", title)
    _text(channel, "link", settings.absolute(folder))
    _text(channel, "description", about)
    _text(channel, "language", "vi")
    link = {"href": settings.absolute(f"{folder}rss.xml"), "rel": "self", "type": "application/rss+xml"}
    ET.SubElement(channel, f"{{{_ATOM}}}link", link)
    if cards:
        _text(channel, "lastBuildDate", format_datetime(max(card.changed for card in cards)))
    for card in cards:
        _item(channel, settings, card)
    ET.indent(rss)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(rss, encoding="unicode")}\n'


def _item(channel: ET.Element, settings: Settings, card: Card) -> None:
    item = ET.SubElement(channel, "item")
    _text(item, "title", card.full_title)
    _text(item, "link", settings.absolute(card.url))
    _text(item, "guid", settings.absolute(card.url)).set("isPermaLink", "true")
    _text(item, "pubDate", format_datetime(card.date))
    _text(item, "category", card.section_name)
    _text(item, "description", card.lead)


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element


def _json_feed(settings: Settings, title: str, about: str, folder: str, cards: Sequence[Card]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": about,
        "home_page_url": settings.absolute(folder),
        "feed_url": settings.absolute(f"{folder}feed.json"),
        "language": "vi",
        "items": [_json_item(settings, card) for card in cards],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(settings: Settings, card: Card) -> dict[str, object]:
    item: dict[str, object] = {
        "id": settings.absolute(card.url),
        "url": settings.absolute(card.url),
        "title": card.full_title,
        "summary": card.lead,
        "content_text": card.lead,
        "date_published": card.date.isoformat(),
        "date_modified": card.changed.isoformat(),
        "authors": [{"name": name} for name in dict.fromkeys(card.authors)],
        "tags": [card.section_name],
    }
    if card.picture:
        item["image"] = settings.absolute(card.picture.social)
    return item
