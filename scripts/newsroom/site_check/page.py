"""One page read into what the checks ask about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from newsroom.policy import META_NAME, hash_of

_VOID_OF_MEANING: Final = ("http", "https", "mailto", "tel", "data")
_RESOURCES: Final = ("src", "srcset", "poster", "data")
"""Attributes by which an element loads something."""
_NOWHERE: Final = ""


class Facts(NamedTuple):
    """What there is to know of a page: faults of its own, and what only the whole site can judge.

    `targets` are (file below the site, anchor there, link as written); `scripts` the hashes of inline scripts that run.
    """

    faults: tuple[str, ...]
    ids: frozenset[str]
    targets: tuple[tuple[str, str, str], ...]
    scripts: tuple[str, ...]
    policy: str
    is_redirect: bool


def read_facts(name: str, html: str, base_path: str = "/") -> Facts:
    """The facts of the page at the path `name` of a site served under `base_path`."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    return Facts(
        faults=tuple(reader.faults()),
        ids=frozenset(reader.ids),
        targets=tuple(_targets(name, sorted({*reader.links, *reader.resources}), base_path)),
        scripts=tuple(map(hash_of, reader.scripts)),
        policy=reader.policy,
        is_redirect=reader.is_redirect,
    )


@dataclass
class _PageReader(HTMLParser):
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    language: str = ""
    canonical: str = ""
    policy: str = ""
    is_redirect: bool = False
    unsized: list[str] = field(default_factory=list)
    undescribed: list[str] = field(default_factory=list)
    unsafe: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    in_drawing: bool = False
    in_script: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if not self.in_drawing:  # a drawing has a <title> of its own
            self.counts[tag] = self.counts.get(tag, 0) + 1
        self.in_drawing = self.in_drawing or tag == "svg"
        if "id" in values:
            self.ids.append(values["id"])
        self._read_element(tag, values)
        self.unsafe += (f"<{tag} {name}>" for name in values if name.startswith("on") or name == "style")
        for name in _RESOURCES:
            parts = values.get(name, "").split(", ") if name == "srcset" else [values.get(name, "")]
            self.resources += [part.split()[0] for part in parts if part.strip()]

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.in_drawing = self.in_drawing and tag != "svg"
        self.in_script = self.in_script and tag != "script"

    def _read_element(self, tag: str, values: dict[str, str]) -> None:
        match tag:
            case "html":
                self.language = values.get("lang", "")
            case "a" if "href" in values:
                self.links.append(values["href"])
            case "link":
                self._read_link(values)
            case "img":
                self._read_image(values)
            case "meta" if "http-equiv" in values:
                self._read_order(values)
            case "script" if "src" not in values and not values.get("type", "").endswith("json"):
                self.in_script = True
                self.scripts.append("")
            case "style" | "base" | "object" | "embed":
                self.unsafe.append(f"<{tag}>")

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

    def _read_order(self, values: dict[str, str]) -> None:
        if values["http-equiv"] == META_NAME:
            self.policy = values.get("content", "")
        elif values["http-equiv"].lower() == "refresh":
            self.is_redirect = True

    def faults(self) -> Iterator[str]:
        for tag in ("h1", "main", "title"):
            if self.counts.get(tag, 0) != 1:
                yield f"có {self.counts.get(tag, 0)} thẻ <{tag}>, đúng ra là một"
        if self.language != "vi":
            yield f"ghi ngôn ngữ {self.language!r}, đúng ra là 'vi'"
        if not self.canonical:
            yield "thiếu liên kết canonical"
        for double in sorted({key for key in self.ids if self.ids.count(key) > 1}):
            yield f"có hai chỗ cùng id {double!r}"
        yield from (f"có ảnh không có lời tả: {image}" for image in self.undescribed)
        yield from (f"có ảnh không ghi kích thước: {image}" for image in self.unsized)
        yield from (f"có chỗ chạy được mã hoặc tự đặt kiểu hiển thị: {place}" for place in self.unsafe)
        yield from (f"tải từ nơi khác: {address}" for address in self.resources if _netloc(address))


def _netloc(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


def _targets(name: str, links: list[str], base_path: str) -> Iterator[tuple[str, str, str]]:
    for link in links:
        try:
            parts = urlsplit(link)
        except ValueError:
            yield _NOWHERE, "", link
            continue
        if link == "//" or (parts.scheme not in _VOID_OF_MEANING and not parts.netloc):
            target = _NOWHERE if link.startswith("//") else _target(name, unquote(parts.path), base_path)
            yield target, unquote(parts.fragment), link


def _target(name: str, path: str, base_path: str) -> str:
    """The file below the site that a link on page `name` leads to; "" outside the site."""
    if path.startswith("/"):
        if not path.startswith(base_path):
            return _NOWHERE
        parts, steps = [], path[len(base_path) :].split("/")
    else:
        parts, steps = name.split("/")[:-1] if path else name.split("/"), path.split("/")
    for step in steps:
        if step == "..":
            if not parts:
                return _NOWHERE
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    is_folder = path.endswith("/") or not path or steps[-1] in (".", "..")
    return "/".join([*parts, "index.html"] if path and is_folder else parts)
