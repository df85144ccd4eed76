"""Feeds: RSS 2.0 and JSON Feed 1.1 for the site and for each section. No build date: the newest article dates the feed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET

from newsroom.addresses import FEED, JSON_FEED, section_url
from newsroom.card import Card
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.plan import FilePlan
from newsroom.settings import Settings

_NEWEST: Final = 30
_ATOM: Final = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class _Feed:
    """What both forms of a feed say; `folder` is the page it belongs to."""

    settings: Settings
    title: str
    about: str
    folder: str
    cards: tuple[Card, ...]
    sections: dict[str, str]


def feed_plans(edition: Edition) -> Iterator[FilePlan]:
    """Every feed of the site."""
    settings = edition.library.settings
    names = {section.slug: section.name for section in settings.sections}
    newest = edition.library.cards[:_NEWEST]
    yield from _plans(_Feed(settings, settings.name, settings.description, "", newest, names))
    for section in settings.sections:
        cards = edition.library.by_section.get(section.slug, ())[:_NEWEST]
        title = f"{section.name} – {settings.name}"
        yield from _plans(_Feed(settings, title, section.about or title, section_url(section.slug), cards, names))


def _plans(feed: _Feed) -> Iterator[FilePlan]:
    inputs = cards_digest(feed.cards)
    yield FilePlan(f"{feed.folder}{FEED}", inputs, partial(_rss, feed))
    yield FilePlan(f"{feed.folder}{JSON_FEED}", inputs, partial(_json_feed, feed))


def _rss(feed: _Feed) -> str:
    settings = feed.settings
    ET.register_namespace("atom", _ATOM)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", settings.absolute(feed.folder))
    _text(channel, "description", feed.about)
    _text(channel, "language", "vi")
    link = {"href": settings.absolute(f"{feed.folder}{FEED}"), "rel": "self", "type": "application/rss+xml"}
    ET.SubElement(channel, f"{{{_ATOM}}}link", link)
    if feed.cards:
        _text(channel, "lastBuildDate", _mail_date(max(card.changed for card in feed.cards)))
    for card in feed.cards:
        _item(channel, feed, card)
    ET.indent(rss)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(rss, encoding="unicode")}\n'


def _mail_date(moment: str) -> str:
    """A moment as mail has it (RFC 5322). Names of days are English: no command asks for the machine's own language."""
    return dt.datetime.fromisoformat(moment).strftime("%a, %d %b %Y %H:%M:%S %z")


def _item(channel: ET.Element, feed: _Feed, card: Card) -> None:
    settings = feed.settings
    item = ET.SubElement(channel, "item")
    _text(item, "title", card.full_title)
    _text(item, "link", settings.absolute(card.url))
    _text(item, "guid", settings.absolute(card.url)).set("isPermaLink", "true")
    _text(item, "pubDate", _mail_date(card.date))
    _text(item, "category", feed.sections.get(card.section, card.section))
    _text(item, "description", card.lead)


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element


def _json_feed(feed: _Feed) -> str:
    settings = feed.settings
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": settings.absolute(feed.folder),
        "feed_url": settings.absolute(f"{feed.folder}{JSON_FEED}"),
        "language": "vi",
        "items": [_json_item(feed, card) for card in feed.cards],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _json_item(feed: _Feed, card: Card) -> dict[str, object]:
    settings = feed.settings
    item: dict[str, object] = {
        "id": settings.absolute(card.url),
        "url": settings.absolute(card.url),
        "title": card.full_title,
        "summary": card.lead,
        "content_text": card.lead,
        "date_published": card.date,
        "date_modified": card.changed,
        "authors": [{"name": name} for name in dict.fromkeys(card.authors)],
        "tags": [feed.sections.get(card.section, card.section)],
    }
    if card.picture:
        item["image"] = settings.absolute(card.picture.social)
    return item
