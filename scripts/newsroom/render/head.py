"""What machines read in the head of a page: description, canonical address, Open Graph, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from newsroom.pictures import Picture
from newsroom.settings import Settings

Json = Mapping[str, object]


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
    newer: str | None = None
    older: str | None = None
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


def data_scripts(data: Iterable[Json]) -> Markup:
    """JSON-LD scripts; no text can close them."""
    parts = (json.dumps(item, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") for item in data)
    return Markup("".join(f'<script type="application/ld+json">{part}</script>' for part in parts))
