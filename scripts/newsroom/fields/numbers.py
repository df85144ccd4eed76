"""Readers of numbers, which editors write plainly: 1254, 104.5. The page formats them the Vietnamese way."""

from __future__ import annotations

import re
from collections.abc import Mapping as Json
from dataclasses import dataclass
from typing import Final

from newsroom.codes import Code
from newsroom.fields.reader import Desk, Reader
from newsroom.nodes import Node

_MOST: Final = 10**15
_EXAMPLE: Final = 1254


@dataclass(frozen=True)
class Count(Reader[int]):
    """A whole number from `least` to `most`."""

    least: int = 0
    most: int = _MOST

    def read(self, node: Node, desk: Desk) -> int | None:
        text = self.scalar(node, desk)
        if text is None:
            return None
        if re.fullmatch(r"\d{1,15}", text) and self.least <= int(text) <= self.most:
            return int(text)
        desk.report(node, Code.BAD_NUMBER, f"“{self.label}” ghi “{text}”, không phải số viết đúng", f"viết {self.form}")
        return None

    @property
    def form(self) -> str:
        top = f" đến {self.most}" if self.most < _MOST else ""
        example = _EXAMPLE if self.least <= _EXAMPLE <= self.most else self.least
        return f"số nguyên từ {self.least}{top}, không dấu chấm: {example}"

    def schema(self) -> Json[str, object]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Quantity(Reader[float]):
    """A number with a point for its decimals; percentages too."""

    def read(self, node: Node, desk: Desk) -> float | None:
        text = self.scalar(node, desk)
        if text is None:
            return None
        if re.fullmatch(r"-?\d{1,15}(\.\d{1,4})?", text):
            return float(text)
        desk.report(node, Code.BAD_NUMBER, f"“{self.label}” ghi “{text}”, không phải số viết đúng", f"viết {self.form}")
        return None

    @property
    def form(self) -> str:
        return "số, phần lẻ sau dấu chấm: 104.5"

    def schema(self) -> Json[str, object]:
        return {"type": "number"}
