"""Passages: the stretches of text a document is made of – its body, and each text of its front matter – with their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsroom.codes import Code
from newsroom.nodes import scalars
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.vetting.as_read import as_read


class Passage(NamedTuple):
    """Some text and where it begins in its file; `field` of the front matter, or "" for the body.

    Of a body as it is read only the lines are those of the file.
    """

    path: str
    text: str
    line: int
    column: int
    field: str = ""
    is_typed: bool = True

    def problem(self, code: Code, message: str, cure: str, offset: int = 0) -> Problem:
        """A problem at a place of the text."""
        lines = self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset) if lines else self.column + offset
        if not self.is_typed:
            column = 1
        return Problem(self.path, self.line + lines, column, code, message, cure)


def passages_of(source: Source) -> list[Passage]:
    """Every passage of a source; the body comes last, once more as it is read where that is another text."""
    found = [
        Passage(source.path, scalar.text, scalar.line, scalar.column, key.text)
        for key, node in source.front.entries
        for scalar in scalars(node)
    ]
    found.append(Passage(source.path, source.body, source.body_line, 1))
    read = as_read(source.body)
    if read != source.body:
        found.append(Passage(source.path, read, source.body_line, 1, is_typed=False))
    return found


def whole(passages: Iterable[Passage]) -> str:
    """All passages in one text, a line or more for each."""
    return "\n".join([passage.text for passage in passages])
