"""What every field reader is, and the desk where it leaves its problems."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from collections.abc import Mapping as Json
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from newsroom.codes import Code
from newsroom.front_matter import Node, Scalar
from newsroom.problem import Problem

T = TypeVar("T")


@dataclass(slots=True)
class Desk:
    """Collects the problems of one document while its fields are read."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def report(self, node: Node, code: Code, message: str, cure: str) -> None:
        """Note a problem at the place of `node`."""
        self.problems.append(Problem(self.path, node.line, node.column, code, message, cure))


@dataclass(frozen=True)
class Reader(ABC, Generic[T]):
    """Reads one kind of value. `label` is what editors call the field, `help` one sentence for the handbook."""

    label: str
    help: str = ""
    example: str = ""

    @abstractmethod
    def read(self, node: Node, desk: Desk) -> T | None:
        """The value, or None after a problem was reported to `desk`."""

    @property
    @abstractmethod
    def form(self) -> str:
        """What may be written here, in a few Vietnamese words for the handbook."""

    @property
    def inner(self) -> Collection[str]:
        """The fields of the record that the value, or each of its items, is."""
        return ()

    @abstractmethod
    def schema(self) -> Json[str, object]:
        """The JSON Schema of the value."""

    def scalar(self, node: Node, desk: Desk) -> str | None:
        """The text of a single value, trimmed; None (and a problem) for lists and groups."""
        if isinstance(node, Scalar):
            return node.text.strip()
        desk.report(
            node,
            Code.WRONG_SHAPE,
            f"“{self.label}” phải là một giá trị, không phải danh sách",
            f"viết như: {self.example or self.form}",
        )
        return None


def is_blank(node: Node) -> bool:
    """Whether the editor left the value out: `key:` with nothing (or a bare ~ or null) behind it."""
    return isinstance(node, Scalar) and not node.quoted and node.text in ("", "~", "null")
