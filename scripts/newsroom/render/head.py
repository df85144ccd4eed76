"""What machines read in the head of a page: description, canonical address, Open Graph, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from newsroom.addresses import FEED, JSON_FEED, base_of
from newsroom.pictures import Picture
from newsroom.settings import Settings

Json = Mapping[str, object]
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LESS_THAN: Final = "\\u003c"


@dataclass(frozen=True, slots=True)
class Head:
    """`kind` is the Open Graph type; `data` the JSON-LD objects; `feed` the page's own feed below the root."""

    url: str
    title: str
    description: str
    picture: Picture | None = None
    alt: str = ""
    kind: str = "website"
    published: str = ""
    modified: str = ""
    section: str = ""
    feed: str = ""
    feed_title: str = ""
    indexed: bool = True
    scripts: tuple[str, ...] = ()
    data: tuple[Json, ...] = ()


def crumbs_data(settings: Settings, crumbs: Sequence[tuple[str, str]]) -> Json:
    """A BreadcrumbList of (name, address) pairs."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": settings.absolute(url)}
            for number, (name, url) in enumerate(crumbs, start=1)
        ],
    }


def publisher_data(settings: Settings) -> Json:
    """The Organization behind the site."""
    imprint = settings.imprint
    data: dict[str, object] = {"@type": "Organization", "name": imprint.managing_body, "url": settings.url}
    if imprint.address:
        data["address"] = imprint.address
    if imprint.phone:
        data["telephone"] = imprint.phone
    return data


def head_html(head: Head, settings: Settings, picture: Picture | None) -> str:
    """The HTML of a head. Plain strings: every page of the archive has one."""
    base, url = base_of(head.url), settings.absolute(head.url)
    title, about = escape(head.title), escape(head.description)
    lines = [f'<meta name="description" content="{about}">', f'<link rel="canonical" href="{url}">']
    if not head.indexed or (settings.archive and not settings.archive.indexed):
        lines.append('<meta name="robots" content="noindex">')
    lines += _feed_links(head, settings, base)
    lines += [
        f'<meta property="og:site_name" content="{escape(settings.name)}">',
        '<meta property="og:locale" content="vi_VN">',
        f'<meta property="og:type" content="{head.kind}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{about}">',
        f'<meta property="og:url" content="{url}">',
    ]
    if picture:
        lines += _picture_lines(picture, head.alt, settings)
    if head.published:
        lines.append(f'<meta property="article:published_time" content="{head.published}">')
        lines.append(f'<meta property="article:modified_time" content="{head.modified}">')
        lines.append(f'<meta property="article:section" content="{escape(head.section)}">')
    lines += map(_data_script, head.data)
    lines += (f'<script src="{base}{script}" defer></script>' for script in head.scripts)
    return "\n".join([*lines, ""])


def _feed_links(head: Head, settings: Settings, base: str) -> list[str]:
    name = str(escape(settings.name))
    feeds = [("rss+xml", name, FEED), ("feed+json", name, JSON_FEED)]
    if head.feed and head.feed != FEED:
        feeds.append(("rss+xml", f"{escape(head.feed_title)} – {name}", head.feed))
    return [
        f'<link rel="alternate feed" type="application/{kind}" title="{title}" href="{base}{path}">'
        for kind, title, path in feeds
    ]


def _picture_lines(picture: Picture, alt: str, settings: Settings) -> list[str]:
    width = picture.widths[-1]
    lines = [
        f'<meta property="og:image" content="{settings.absolute(picture.social)}">',
        f'<meta property="og:image:width" content="{width}">',
        f'<meta property="og:image:height" content="{picture.height_at(width)}">',
    ]
    if alt:
        lines.append(f'<meta property="og:image:alt" content="{escape(alt)}">')
    return [*lines, '<meta name="twitter:card" content="summary_large_image">']


def _data_script(data: Json) -> str:
    """A JSON-LD script; no text can close it."""
    return f'<script type="application/ld+json">{_JSON.encode(data).replace("<", _LESS_THAN)}</script>'
