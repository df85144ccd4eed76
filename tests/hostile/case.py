"""A case: something handed in, and what must become of it."""

from __future__ import annotations

from typing import NamedTuple

FRONT = {
    "title": '"Chi bộ thôn Mẫu họp thường kỳ"',
    "date": "2026-01-15 08:00",
    "lead": '"Đây là sa-pô của một bài thử, chỉ dùng trong kiểm thử, không nói về việc có thật nào."',
    "section": "tin-chung",
    "authors": "[{name: Người Viết Thử}]",
}
BODY_LINE = len(FRONT) + 3
"""The line of the file on which the body of a case begins."""


class Case(NamedTuple):
    """`data` is the whole file; `code` the problem it must earn ("" for none that stops it), `line` where."""

    name: str
    data: bytes
    code: str
    line: int
    path: str = ""

    @property
    def uri(self) -> str:
        """Where it is laid below docs/."""
        return self.path or f"tin-tuc/2026/01/{self.name}.md"


def body(name: str, code: str, text: str, line: int = 1) -> Case:
    """An article with this body; `line` counts from the body's first."""
    return Case(name, article(text).encode(), code, BODY_LINE + line - 1 if code else 0)


def front(name: str, code: str, line: int, **fields: str) -> Case:
    """An article with other front matter ("" leaves a field out); `line` counts from the top of the file."""
    return Case(name, article("Một đoạn văn.\n", **fields).encode(), code, line)


def raw(name: str, code: str, line: int, data: bytes | str, path: str = "") -> Case:
    """A file of these bytes."""
    return Case(name, data if isinstance(data, bytes) else data.encode(), code, line, path)


def article(text: str, **fields: str) -> str:
    """A whole article."""
    lines = "".join(f"{key}: {value}\n" for key, value in {**FRONT, **fields}.items() if value)
    return f"---\n{lines}---\n{text}"
