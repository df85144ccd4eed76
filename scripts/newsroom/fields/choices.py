"""Readers of closed lists and of yes and no."""

from __future__ import annotations

from collections.abc import Mapping as Json
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from newsroom.codes import Code
from newsroom.fields.reader import Desk, Reader
from newsroom.nodes import Node
from newsroom.vietnamese import fold
from newsroom.vocabulary import Labelled

L = TypeVar("L", bound=Labelled)


@dataclass(frozen=True)
class Choice(Reader[L], Generic[L]):
    """One word of a closed vocabulary; its Vietnamese label is understood too."""

    words: type[L] = Labelled  # type: ignore[assignment]

    def read(self, node: Node, desk: Desk) -> L | None:
        text = self.scalar(node, desk)
        if text is None:
            return None
        for word in self.words:
            if text == word.value or fold(text) == fold(word.label):
                return word
        close = get_close_matches(text, [word.value for word in self.words], n=1)
        hint = f"có phải {close[0]}? " if close else ""
        desk.report(
            node, Code.BAD_CHOICE, f"“{self.label}” ghi “{text}”, không có trong danh sách", f"{hint}chọn: {self.form}"
        )
        return None

    @property
    def form(self) -> str:
        return ", ".join(f"{word.value} ({word.label})" for word in self.words)

    def schema(self) -> Json[str, object]:
        return {"enum": [word.value for word in self.words]}


@dataclass(frozen=True)
class Flag(Reader[bool]):
    """Yes or no."""

    def read(self, node: Node, desk: Desk) -> bool | None:
        text = self.scalar(node, desk)
        if text is None:
            return None
        if text in ("true", "false"):
            return text == "true"
        desk.report(
            node, Code.BAD_CHOICE, f"“{self.label}” ghi “{text}”, không có trong danh sách", f"chọn: {self.form}"
        )
        return None

    @property
    def form(self) -> str:
        return "true (có) hoặc false (không)"

    def schema(self) -> Json[str, object]:
        return {"type": "boolean"}
