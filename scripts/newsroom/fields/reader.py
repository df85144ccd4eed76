"""What every field reader is, and the desk where it leaves its problems."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from collections.abc import Mapping as Json
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from newsroom.codes import Code
from newsroom.nodes import Node, Scalar, Sequence, scalars, written
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
        if not isinstance(node, Scalar):
            shape = "danh sách" if isinstance(node, Sequence) else "nhóm trường"
            message = f"“{self.label}” phải là một giá trị, không phải {shape}"
            desk.report(node, Code.WRONG_SHAPE, message, f"viết {self.mended(node)}")
            return None
        text = node.text.strip()
        if text or node.quoted:
            return text
        cure = 'xóa mục ấy; chữ đứng sau dấu # là ghi chú, muốn giữ thì đặt trong ngoặc kép: "#…"'
        desk.report(node, Code.MISSING_FIELD, f"“{self.label}” có một mục trống", cure)
        return None

    def mended(self, node: Node) -> str:
        """A value of the wrong shape as it should have been written, as near as can be told."""
        first = next((scalar for scalar in scalars(node) if scalar.text), None)
        return written(first) if first else self.example or self.form


def is_blank(node: Node) -> bool:
    """Whether the editor left the value out: `key:` with nothing (or a bare ~ or null) behind it."""
    return isinstance(node, Scalar) and not node.quoted and node.text in ("", "~", "null")
