"""What `mkdocs.yml` says, read from its nodes: texts, menu, Markdown extensions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import yaml

from newsroom.nodes import Mapping, Node, Scalar, Sequence

_UNSAFE_EXTENSIONS: Final = (
    *("attr_list", "extra", "legacy_attrs", "md_in_html", "pymdownx.b64", "pymdownx.blocks.html", "pymdownx.extra"),
    *("pymdownx.pathconverter", "pymdownx.snippets"),
)
"""Extensions by which a text reaches files, elements or attributes that are not its own."""
CONVERTERS: Final = ("markdown", "pymdownx")
"""Packages of Markdown extensions that our own requirements bring."""
THEME: Final = "material"
HOOK: Final = "scripts/hooks.py"
OVERRIDES: Final = "overrides"
_BRINGS_IN_MORE: Final = ("INHERIT", "!ENV")
"""What lets other files have a say: only the framework can tell what comes of it."""


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A file or address that mkdocs.yml names – in `nav:`, the footer, as the picture – and where it stands."""

    target: str
    line: int
    column: int


def text(root: Mapping, key: str) -> str:
    """The text under a key; "" when there is none."""
    node = root.get(key)
    return node.text if isinstance(node, Scalar) else ""


def child(node: Node | None, key: str) -> Node | None:
    """The node under a key of a group."""
    return node.get(key) if isinstance(node, Mapping) else None


def brings_in_more(written: str) -> bool:
    """Whether mkdocs.yml, as it is written, inherits a file or asks environment variables."""
    return any(sign in written for sign in _BRINGS_IN_MORE)


def hooks(root: Mapping) -> list[str]:
    """The hooks, in their order."""
    named = root.get("hooks")
    return [getattr(hook, "text", "") for hook in named.items] if isinstance(named, Sequence) else []


def is_self_contained(root: Mapping, written: str) -> bool:
    """Whether what the framework does with mkdocs.yml is decided by that file, its one hook and `overrides/` alone.

    An inherited file, environment variables, plugins and further hooks may bring in anything.
    """
    theme, plugins = root.get("theme"), root.get("plugins")
    return (
        not brings_in_more(written)
        and isinstance(theme, Mapping)
        and (text(theme, "name"), text(theme, "custom_dir").rstrip("/")) == (THEME, OVERRIDES)
        and isinstance(plugins, Sequence)
        and not plugins.items
        and hooks(root) == [HOOK]
    )


def navigation(node: Node | None) -> list[NavigationEntry]:
    """Every target of a menu, in its order."""
    match node:
        case Scalar(text, line, column):
            return [NavigationEntry(text, line, column)]
        case Sequence(items):
            return [entry for item in items for entry in navigation(item)]
        case Mapping(entries):
            return [entry for _, value in entries for entry in navigation(value)]
    return []


def extensions(node: Node | None) -> list[tuple[str, dict[str, object]]]:
    """The Markdown extensions with their options."""
    found: list[tuple[str, dict[str, object]]] = []
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar):
            found.append((item.text, {}))
        elif isinstance(item, Mapping):
            found.extend((key.text, _options(value)) for key, value in item.entries)
    return found


def package_of(name: str) -> str:
    """The package at the top that brings a Markdown extension."""
    top = name.partition(".")[0].partition(":")[0]
    if top in CONVERTERS or _is_module(f"markdown.extensions.{name}"):
        return top if top in CONVERTERS else "markdown"
    return _short_names().get(name, top).partition(".")[0].partition(":")[0]


def files_of(package: str) -> list[Path]:
    """The files that a package at the top is made of, or the one of a module; it is looked at, not loaded."""
    spec = find_spec(package)
    if spec is None:
        return []
    folders = spec.submodule_search_locations or ()
    files = [file for folder in folders for file in sorted(Path(folder).rglob("*.py"))]
    return files or [Path(place) for place in (spec.origin,) if place and Path(place).is_file()]


def is_extension(name: str) -> bool:
    """Whether a Markdown extension of that name is installed."""
    return _is_module(f"markdown.extensions.{name}") or _is_module(name) or name in _short_names()


def _is_module(name: str) -> bool:
    """Whether there is such a module; the packages it lies in are looked at, not loaded."""
    top, *below = name.split(".")
    try:
        spec = find_spec(top)
        for depth in range(len(below)):
            places = spec.submodule_search_locations if spec else None
            spec = PathFinder.find_spec(".".join((top, *below[: depth + 1])), places) if places else None
    except (ImportError, ValueError):
        return False
    return spec is not None


def is_unsafe(name: str) -> bool:
    """Whether a Markdown extension lets a text reach beyond itself."""
    return name.removeprefix("markdown.extensions.") in _UNSAFE_EXTENSIONS


@cache
def _short_names() -> dict[str, str]:
    """Names by which packages offer Markdown extensions, and where these are; asking looks at every package there is."""
    from importlib.metadata import entry_points  # loads slowly, and is hardly ever asked

    return {entry.name: entry.value for entry in entry_points(group="markdown.extensions")}


def _options(node: Node) -> dict[str, object]:
    entries = node.entries if isinstance(node, Mapping) else ()
    return {key.text: _option(value) for key, value in entries if isinstance(value, Scalar)}


def _option(value: Scalar) -> object:
    """The value of an option: a number, true or false, or words; what only looks like more YAML is words."""
    if value.quoted:
        return value.text
    try:
        told = yaml.safe_load(value.text)
    except yaml.YAMLError:
        return value.text
    return value.text if isinstance(told, dict | list) else told
