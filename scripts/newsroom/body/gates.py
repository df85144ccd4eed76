"""Two gates that make Python-Markdown faster without changing a byte of what it makes.

An inline pattern need not run over text that lacks the character it begins with; a block of one line that begins with a
letter can only be a paragraph. Both rest on knowing every pattern and processor that is registered, by its type and its
expression: meet one unknown – or a known name that means something else – and the gates stay open, which is the stock
converter. They touch internals of Python-Markdown, so its version is pinned and tests compare the output with the stock
converter's.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_TRIGGERS: Final = {
    "backtick": "`\\",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "entity": "&",
    "em_strong": "*_",
    "footnote": "[",
}
"""Characters of which each known inline pattern needs one."""

_EVERY_TEXT: Final = ("",)
"""The trigger of a pattern that came after the gates were closed: every text holds it."""

_KNOWN: Final = (
    *("abbr", "admonition", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"),
    "pymdownx.details",
)
"""Extensions of whose processors, as of Python-Markdown's own, it is known that no line beginning with a letter, alone in
its block, is theirs. What a pattern or processor of theirs is today is asked of the extensions themselves.
"""
_AROUND: Final = ("preprocessors", "treeprocessors", "postprocessors")
"""The registries of whatever looks at a whole text, before and after its blocks and patterns."""


def install(md: Markdown) -> bool:
    """Close the gates of a converter; False when something unknown is registered and they stay open."""
    patterns, blocks, around = _known_patterns(), _known_blocks(), _known_around()
    inline = md.treeprocessors["inline"]
    if not (
        type(md.parser) is BlockParser
        and type(inline) is InlineProcessor
        and all(_expression(item) in patterns.get(name, ()) for name, item in _named(md.inlinePatterns))
        and all(type(item) in blocks.get(name, ()) for name, item in _named(md.parser.blockprocessors))
        and all((name, type(item)) in around for name, item in _around(md))
        and not _has_glossary(md)
    ):
        return False
    md.treeprocessors.register(_GatedInline(md), "inline", _priority(md.treeprocessors, "inline"))
    md.parser.__class__ = _GatedParser
    return True


@cache
def _known_patterns() -> dict[str, set[tuple[type, str]]]:
    """The type and expression of each known inline pattern, by its name."""
    known: dict[str, set[tuple[type, str]]] = {}
    for md in _stock_converters():
        for name, item in _named(md.inlinePatterns):
            if name in _TRIGGERS:
                known.setdefault(name, set()).add(_expression(item))
    return known


@cache
def _known_blocks() -> dict[str, set[type]]:
    """The types of each known block processor, by its name."""
    known: dict[str, set[type]] = {}
    for md in _stock_converters():
        for name, item in _named(md.parser.blockprocessors):
            known.setdefault(name, set()).add(type(item))
    return known


@cache
def _known_around() -> frozenset[tuple[str, type]]:
    """Name and type of each known processor of whole texts."""
    return frozenset((name, type(item)) for md in _stock_converters() for name, item in _around(md))


def _around(md: Markdown) -> list[tuple[str, Any]]:
    return [named for registry in _AROUND for named in _named(getattr(md, registry))]


def _has_glossary(md: Markdown) -> bool:
    """Whether abbreviations are explained that no text declares: they stand in plain ones too."""
    return "abbr" in md.treeprocessors and bool(md.treeprocessors["abbr"].abbrs)  # type: ignore[attr-defined]


@cache
def _stock_converters() -> tuple[Markdown, ...]:
    return Markdown(), Markdown(extensions=list(_KNOWN))


def _expression(pattern: Any) -> tuple[type, str]:
    return type(pattern), pattern.pattern


def _named(registry: Any) -> list[tuple[str, Any]]:
    """The items of a registry with their names, in its order."""
    registry._sort()
    return [(item.name, registry[item.name]) for item in registry._priority]


def _priority(registry: Any, name: str) -> float:
    priority: float = next(item.priority for item in registry._priority if item.name == name)
    return priority


class _GatedInline(InlineProcessor):
    """Skips the inline patterns whose characters do not occur."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._triggers: list[str | tuple[str, ...]] = []

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        self._triggers = [_TRIGGERS.get(name, _EVERY_TEXT) for name, _ in _named(self.md.inlinePatterns)]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """The stock method with one question more; its name is the one Python gives to a private method."""
        if isinstance(data, AtomicString):
            return data
        start = 0
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        patterns = self.inlinePatterns
        while patternIndex < len(patterns):
            if not start and not any(trigger in data for trigger in self._triggers[patternIndex]):
                patternIndex += 1  # noqa: N806
                continue
            data, matched, start = apply(patterns[patternIndex], data, patternIndex, start)
            if not matched:
                patternIndex += 1  # noqa: N806
        return data


class _GatedParser(BlockParser):
    """Takes a line that begins with a letter, alone in its block, for the paragraph it is."""

    def parseBlocks(self, parent: ET.Element, blocks: list[str]) -> None:  # noqa: N802
        while blocks:
            block = blocks[0]
            if block[:1].isalpha() and "\n" not in block and "|" not in block and not self.state.isstate("list"):
                blocks.pop(0)
                ET.SubElement(parent, "p").text = block
                continue
            for processor in self.blockprocessors:
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break
