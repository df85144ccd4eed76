"""Built pages read back as a browser parses them, and the sources they came from, read without our own code."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

import yaml
from conftest import ROOT

_CHILDLESS: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
VIETNAM: Final = dt.timezone(dt.timedelta(hours=7))
SHIPPED: Final[dict[str, Any]] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
SHIPPED_ADDRESS: Final[str] = SHIPPED["site_url"]
SHIPPED_SECTIONS: Final[list[dict[str, str]]] = SHIPPED["extra"]["newsroom"]["sections"]


@dataclass(eq=False, repr=False, slots=True)
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", attribute: str = "", value: str | None = None) -> list[Element]:
        """The elements of that tag with that attribute (of that value); each left out means any."""
        return [
            element
            for element in self.walk()
            if (not tag or element.tag == tag)
            and (not attribute or attribute in element.attributes)
            and (value is None or element.attributes[attribute] == value)
        ]

    def one(self, tag: str = "", attribute: str = "", value: str | None = None) -> Element:
        """The only such element."""
        found = self.all(tag, attribute, value)
        assert len(found) == 1, f"{len(found)} elements <{tag} {attribute}={value}> in <{self.tag}>"
        return found[0]

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}>"

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    @property
    def text(self) -> str:
        """What a reader reads, white space folded."""
        return " ".join("".join(self._strings()).split())

    def _strings(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Element):
                yield from child._strings()
            else:
                yield child


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _CHILDLESS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in [element.tag for element in self._open]:
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read_page(file: Path) -> Element:
    """Parse an HTML file."""
    builder = _Builder()
    builder.feed(file.read_text(encoding="utf-8"))
    builder.close()
    return builder.root


@lru_cache(maxsize=2)
def pages_of(site: Path) -> Mapping[str, Element]:
    """Every page of a site that changes no more, by its address below the root; redirects are no pages."""
    pages = {address_of_file(file.relative_to(site)): read_page(file) for file in sorted(site.rglob("*.html"))}
    return {address: page for address, page in pages.items() if not page.all("meta", "http-equiv", "refresh")}


def address_of_file(file: Path) -> str:
    """The address of a file below the site's root: "a/index.html" → "a/"."""
    path = file.as_posix()
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def file_at(site: Path, address: str, root: str = SHIPPED_ADDRESS) -> Path:
    """The file behind a full address of the site served at `root`."""
    assert address.startswith(root), address
    below = address.removeprefix(root)
    return site / (f"{below}index.html" if not below or below.endswith("/") else below)


def target(address: str, link: str) -> str:
    """The address below the root that a link on the page at `address` leads to."""
    return urljoin(f"/{address}", link).lstrip("/")


def linked_data(page: Element) -> dict[str, dict[str, Any]]:
    """The JSON-LD objects of a page by their type."""
    found = [json.loads("".join(script._strings())) for script in page.all("script", "type", "application/ld+json")]
    return {data["@type"]: data for data in found}


def meta(page: Element, name: str) -> str:
    """The content of the one `<meta>` of that name or property."""
    key = "property" if ":" in name and not name.startswith("twitter:") else "name"
    return page.one("meta", key, name)["content"]


def front_matter(file: Path) -> dict[str, Any]:
    """The front matter of a source, every scalar as typed."""
    block = file.read_text(encoding="utf-8").split("---\n", 2)[1]
    values: dict[str, Any] = yaml.load(block, Loader=yaml.BaseLoader)
    return values


def moment(text: str) -> dt.datetime:
    """A date and time as editors write it."""
    read = dt.datetime.fromisoformat(text)
    return read.replace(tzinfo=VIETNAM) if read.tzinfo is None else read


def changed(front: Mapping[str, Any]) -> dt.datetime:
    """When an article was last changed."""
    return moment(front.get("updated") or front["date"])


def headline(front: Mapping[str, Any]) -> str:
    """Kicker and title in one line."""
    return f"{front['kicker']}: {front['title']}" if front.get("kicker") else str(front["title"])


@lru_cache(maxsize=1)
def shipped_sources() -> Mapping[str, dict[str, Any]]:
    """The front matter of every source of the shipped site, by the address it has for ever."""
    docs = ROOT / "docs"
    files = {file.relative_to(docs).with_suffix("").as_posix(): file for file in sorted(docs.rglob("*.md"))}
    return {f"{stem.removesuffix('/index')}/": front_matter(file) for stem, file in files.items()}


def shipped_articles() -> dict[str, dict[str, Any]]:
    """The articles among them, newest first."""
    articles = {address: front for address, front in shipped_sources().items() if address.startswith("tin-tuc/")}
    return dict(sorted(articles.items(), key=lambda item: (-moment(item[1]["date"]).timestamp(), item[0])))
