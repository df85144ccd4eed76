"""The built site checked as a reader's browser would find it: links, anchors, headings, marks of the contract.

Works on any folder of HTML; knows nothing of the library that made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

_VOID_OF_MEANING: Final = ("http", "https", "mailto", "tel", "data")
_RESOURCES: Final = ("src", "srcset", "poster", "data")
"""Attributes by which an element loads something."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with a page of the built site."""

    page: str
    message: str


@dataclass
class _PageReader(HTMLParser):
    """Collects from one page what the checks ask about."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    language: str = ""
    canonical: str = ""
    unsized: list[str] = field(default_factory=list)
    undescribed: list[str] = field(default_factory=list)
    in_drawing: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if not self.in_drawing:  # a drawing has a <title> of its own
            self.counts[tag] = self.counts.get(tag, 0) + 1
        self.in_drawing = self.in_drawing or tag == "svg"
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link":
            self._read_link(values)
        elif tag == "img":
            self._read_image(values)
        for name in _RESOURCES:
            parts = values.get(name, "").split(", ") if name == "srcset" else [values.get(name, "")]
            self.resources += [part.split()[0] for part in parts if part.strip()]

    def handle_endtag(self, tag: str) -> None:
        self.in_drawing = self.in_drawing and tag != "svg"

    def _read_link(self, values: dict[str, str]) -> None:
        relations = values.get("rel", "").split()
        relation = next((word for word in ("icon", "alternate") if word in relations), values.get("rel", ""))
        if relation == "canonical":
            self.canonical = values.get("href", "")
        elif relation in ("stylesheet", "icon", "preload"):
            self.resources.append(values.get("href", ""))
        elif "alternate" in relation.split():
            self.links.append(values.get("href", ""))

    def _read_image(self, values: dict[str, str]) -> None:
        if "alt" not in values:
            self.undescribed.append(values.get("src", ""))
        if not (values.get("width") and values.get("height")):
            self.unsized.append(values.get("src", ""))


def check_site(site: Path, base_path: str = "/") -> list[Fault]:
    """Every fault of the site in `site`, sorted; `base_path` is the path it is served under."""
    pages = {str(file.relative_to(site).as_posix()): _read(file) for file in sorted(site.rglob("*.html"))}
    faults = [fault for name, page in pages.items() for fault in _check_page(name, page)]
    faults += [fault for name, page in pages.items() for fault in _check_links(site, base_path, name, page, pages)]
    return sorted(faults)


def _read(file: Path) -> _PageReader:
    reader = _PageReader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader


def _check_page(name: str, page: _PageReader) -> Iterator[Fault]:
    for tag in ("h1", "main", "title"):
        if page.counts.get(tag, 0) != 1:
            yield Fault(name, f"has {page.counts.get(tag, 0)} <{tag}> instead of one")
    if page.language != "vi":
        yield Fault(name, f"is in language {page.language!r}")
    if not page.canonical:
        yield Fault(name, "has no canonical link")
    for double in sorted({key for key in page.ids if page.ids.count(key) > 1}):
        yield Fault(name, f"has the id {double!r} twice")
    yield from _check_resources(name, page)


def _check_resources(name: str, page: _PageReader) -> Iterator[Fault]:
    for image in page.undescribed:
        yield Fault(name, f"has a picture without alternative text: {image}")
    for image in page.unsized:
        yield Fault(name, f"has a picture without width and height: {image}")
    for resource in page.resources:
        if urlsplit(resource).netloc:
            yield Fault(name, f"loads from another host: {resource}")


def _check_links(
    site: Path, base_path: str, name: str, page: _PageReader, pages: dict[str, _PageReader]
) -> Iterator[Fault]:
    for link in sorted({*page.links, *page.resources}):
        parts = urlsplit(link)
        if parts.scheme in _VOID_OF_MEANING or parts.netloc:
            continue
        if link.startswith("//"):
            yield Fault(name, f"links to nothing: {link}")
            continue
        target = _target(name, unquote(parts.path), base_path)
        if target is None or not (site / target).is_file():
            yield Fault(name, f"links to nothing: {link}")
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield Fault(name, f"links to a missing anchor: {link}")


def _target(name: str, path: str, base_path: str) -> str | None:
    """The file below the site that a link on page `name` leads to; None outside the site."""
    if path.startswith("/"):
        if not path.startswith(base_path):
            return None
        parts, steps = [], path[len(base_path) :].split("/")
    else:
        parts, steps = name.split("/")[:-1] if path else name.split("/"), path.split("/")
    for step in steps:
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    is_folder = path.endswith("/") or not path or steps[-1] in (".", "..")
    return "/".join([*parts, "index.html"] if path and is_folder else parts)
