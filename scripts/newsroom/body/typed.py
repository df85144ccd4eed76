"""Typed and meant: where the links and pictures of a body lead as it is typed, and as Markdown reads it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, ETX, STX

from newsroom.places import Targets

_ESCAPED: Final = re.compile(f"{STX}(\\d+){ETX}")


def meant(text: str) -> str:
    """An attribute with its escaped signs as signs: attributes are not looked at again later."""
    return _ESCAPED.sub(lambda sign: chr(int(sign[1])), text)


def typed(element: Element) -> str:
    """The target of a link or picture as it was typed: an escaped sign had a backslash before it."""
    target = unescape(element.get("href" if element.tag == "a" else "src", "").replace(AMP_SUBSTITUTE, "&"))
    return _ESCAPED.sub(lambda sign: f"\\{chr(int(sign[1]))}", target.removeprefix("mailto:"))


class Pointers:
    """The links and pictures of one body, each with its place: the third of a target in the tree is the third in the text."""

    def __init__(self, body: str, elements: Iterable[Element]) -> None:
        self._body = body
        self._typed: dict[Element, tuple[str, int]] = {}
        seen: Counter[str] = Counter()
        for element in elements:
            if element.tag in ("a", "img"):
                target = typed(element)
                self._typed[element] = target, seen[target]
                seen[target] += 1

    def typed(self, element: Element) -> str:
        """Its target as it was typed."""
        return self._typed[element][0]

    def place(self, element: Element) -> int:
        """The offset of its target in the body."""
        return self._targets.place(*self._typed[element])

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self._body)
