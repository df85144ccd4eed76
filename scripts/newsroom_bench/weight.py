"""What a reader downloads: the first article page of a visit, gzipped, without its pictures."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_TEXTS: Final = re.compile(r'<(?:link rel="stylesheet" href|script (?:defer )?src)="([^"?#]+)"')
_ICON: Final = re.compile(r'<link rel="icon" href="([^"]+)"')
_EAGER: Final = re.compile(r"<img [^>]*fetchpriority")


@dataclass(frozen=True, slots=True)
class PageWeight:
    """Bytes of HTML, CSS and JS (gzip -6), requests with the icon and the lead picture, the largest HTML of the site."""

    gzipped: int
    requests: int
    heaviest: int


def weigh_page(site: Path) -> PageWeight:
    """Weigh the heaviest article page of a site."""
    pages = {file: _gzipped(file) for file in site.rglob("*.html")}
    articles = {file: size for file, size in pages.items() if file.relative_to(site).parts[0] == "tin-tuc"}
    page = max(articles, key=lambda file: (articles[file], str(file)))
    html = page.read_text(encoding="utf-8")
    texts = {(page.parent / link).resolve() for link in _TEXTS.findall(html)}
    pictures = len(_ICON.findall(html)) + len(_EAGER.findall(html))
    return PageWeight(articles[page] + sum(map(_gzipped, texts)), 1 + len(texts) + pictures, max(pages.values()))


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))
