"""Two gates that make Python-Markdown faster without changing a byte of what it makes.

An inline pattern need not run over text that lacks the character it begins with; a block of one line that begins with a
letter can only be a paragraph. Both rest on knowing every pattern and processor that is registered: meet one unknown and
the gates stay open, which is the stock converter. They touch internals of Python-Markdown, so its version is pinned and
a test compares the output with the stock converter's.
"""

from __future__ import annotations

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

_BLOCKS: Final = frozenset(
    [
        "admonition",
        "details",
        "empty",
        "indent",
        "defindent",
        "code",
        "table",
        "hashheader",
        "setextheader",
        "hr",
        "olist",
        "ulist",
        "deflist",
        "quote",
        "footnote",
        "abbr",
        "reference",
        "paragraph",
    ]
)
"""Block processors of which it is known that no line beginning with a letter, alone in its block, is theirs."""


def install(md: Markdown) -> bool:
    """Close the gates of a converter; False when something unknown is registered and they stay open."""
    patterns = {item.name for item in md.inlinePatterns._priority}  # type: ignore[attr-defined]
    blocks = {item.name for item in md.parser.blockprocessors._priority}  # type: ignore[attr-defined]
    if not (patterns <= _TRIGGERS.keys() and blocks <= _BLOCKS):
        return False
    md.treeprocessors.register(_GatedInline(md), "inline", 20)
    md.parser.__class__ = _GatedParser
    return True


class _GatedInline(InlineProcessor):
    """Skips the inline patterns whose characters do not occur."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._triggers: list[str] = []

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        self._triggers = [_TRIGGERS[item.name] for item in _in_order(self.md.inlinePatterns)]
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


def _in_order(registry: Any) -> list[Any]:
    registry._sort()
    ordered: list[Any] = registry._priority
    return ordered
