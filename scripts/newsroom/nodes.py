"""Nodes: what a YAML text is made of, each with the place where it stands. Plain tuples: a text has dozens."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NEEDS_QUOTES: Final = re.compile(r"""[\[\]{},"]|: |:$|\s#|^[\s#&*!|>'%@`?-]""")
"""What means something else inside a list or group."""


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


def scalars(node: Node) -> list[Scalar]:
    """Every single value in a node, however deep, in the order of the file."""
    if isinstance(node, Scalar):
        return [node]
    found: list[Scalar] = []
    for inner in node.items if isinstance(node, Sequence) else [value for _, value in node.entries]:
        if isinstance(inner, Scalar):
            found.append(inner)
        else:
            found += scalars(inner)
    return found


def written(node: Node) -> str:
    """A node as it may be written on one line, what needs quotation marks in them."""
    match node:
        case Scalar(text, _, _, quoted):
            told = text.replace('"', "”")
            return f'"{told}"' if quoted or _NEEDS_QUOTES.search(text) else told
        case Sequence(items):
            return f"[{', '.join(map(written, items))}]"
        case Mapping(entries):
            return f"{{{', '.join(f'{key.text}: {written(value)}' for key, value in entries)}}}"


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
