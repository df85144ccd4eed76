"""Passages: the stretches of text a document is made of – its body, and each text of its front matter – with their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsroom.codes import Code
from newsroom.nodes import scalars
from newsroom.problem import Problem
from newsroom.source import Source


class Passage(NamedTuple):
    """Some text and where it begins in its file; `field` of the front matter, or "" for the body."""

    path: str
    text: str
    line: int
    column: int
    field: str = ""

    def problem(self, code: Code, message: str, cure: str, offset: int = 0) -> Problem:
        """A problem at a place of the text."""
        lines = self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset) if lines else self.column + offset
        return Problem(self.path, self.line + lines, column, code, message, cure)


def passages_of(source: Source) -> list[Passage]:
    """Every passage of a source; the body comes last."""
    found = [
        Passage(source.path, scalar.text, scalar.line, scalar.column, key.text)
        for key, node in source.front.entries
        for scalar in scalars(node)
    ]
    return [*found, Passage(source.path, source.body, source.body_line, 1)]


def whole(passages: Iterable[Passage]) -> str:
    """All passages in one text, a line or more for each."""
    return "\n".join([passage.text for passage in passages])
