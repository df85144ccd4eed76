"""Passages: the stretches of text a document is made of – its body, and each text of its front matter – with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.codes import Code
from newsroom.front_matter import Mapping, Node, Scalar, Sequence
from newsroom.problem import Problem
from newsroom.source import Source


class Passage(NamedTuple):
    """Some text and where it begins in its file."""

    path: str
    text: str
    line: int
    column: int

    def problem(self, code: Code, message: str, cure: str, offset: int = 0) -> Problem:
        """A problem at a place of the text."""
        lines = self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset) if lines else self.column + offset
        return Problem(self.path, self.line + lines, column, code, message, cure)


def passages_of(source: Source, *, without: tuple[str, ...] = ()) -> list[Passage]:
    """Every passage of a source, the fields named in `without` left out; the body comes last."""
    front = (entry for entry in source.front.entries if entry[0].text not in without)
    found = [
        Passage(source.path, scalar.text, scalar.line, scalar.column) for _, node in front for scalar in scalars(node)
    ]
    return [*found, Passage(source.path, source.body, source.body_line, 1)]


def scalars(node: Node) -> Iterator[Scalar]:
    """Every single value at and below a node."""
    match node:
        case Scalar():
            yield node
        case Sequence(items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries):
            for _, value in entries:
                yield from scalars(value)
