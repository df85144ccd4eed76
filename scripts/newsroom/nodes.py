"""Nodes: what a YAML text is made of, each with the place where it stands. Plain tuples: a text has dozens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Scalar(NamedTuple):
    """A single value as typed. `line` and `column` count from 1 in the file."""

    text: str
    line: int
    column: int
    quoted: bool = False


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with their nodes, in the order of the file."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The node under `key`, or None."""
        return next((node for name, node in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def scalars(node: Node) -> Iterator[Scalar]:
    """Every single value in a node, however deep, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Mapping():
            for _, inner in node.entries:
                yield from scalars(inner)
        case Sequence():
            for inner in node.items:
                yield from scalars(inner)


def locate(node: Node, *field: str | int) -> Node:
    """The deepest node that exists along `field`."""
    for step in field:
        if isinstance(node, Mapping) and isinstance(step, str):
            deeper = node.get(step)
            if deeper is None:
                return node
            node = deeper
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return node
    return node
