"""Front matter: the YAML block at the top of a document, read into nodes that remember where they stand.

YAML guesses types (`no` → false, `12:30` → 750, a date without seconds → text). We take every scalar as the
text the editor typed and let the field decide, so nothing is guessed. Anchors, aliases and tags are refused:
they are how a thousand bytes become four gigabytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import yaml

from newsroom.breakage import find_breakage
from newsroom.codes import Code
from newsroom.letter_faults import letter_fault
from newsroom.letters import CONTROL, drop_invisible
from newsroom.nodes import Mapping, Node, Scalar, Sequence
from newsroom.problem import ContentError, Problem

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HARD_INDENT: Final = re.compile(r"^\u00a0", re.MULTILINE)
_MOST_NESTED: Final = 8


def parse(block: str, path: str, first_line: int = 2, *, trusted: bool = False) -> Mapping:
    """Read a YAML block into nodes; `trusted` (our own mkdocs.yml) lets tags and anchors pass unread.

    Raises ContentError with every forbidden construct and duplicate key, every line that only seems indented, or the one place YAML breaks.
    """
    if not trusted and (slips := _hard_indents(block, path, first_line)):
        raise ContentError(slips)
    composer = _Composer(path, first_line, trusted, is_escaped="\\" in block)
    try:
        root = composer.compose(iter(_Loader(block).get_event, None))
    except yaml.MarkedYAMLError as error:
        raise ContentError([*composer.problems, composer.broken(block, error)]) from None
    except yaml.YAMLError:
        raise _refuse(
            path, first_line, 1, Code.CONTROL_CHARACTER, "khai báo có ký tự không đọc được", "xóa rồi gõ lại khai báo"
        ) from None
    if not isinstance(root, Mapping):
        line, column = (root.line, root.column) if root else (first_line, 1)
        composer.add(
            line, column, Code.BROKEN_YAML, "khai báo phải gồm các dòng “trường: giá trị”", "xem mẫu trong sổ tay"
        )
        root = Mapping((), first_line, 1)
    if composer.problems:
        raise ContentError(composer.problems)
    return root


def _hard_indents(block: str, path: str, first_line: int) -> list[Problem]:
    """Every line set in by blanks that do not break, as Word and pages have them copied: YAML takes those for letters."""
    message = "dòng này thụt bằng dấu cách cứng (chép từ Word hay trang web), không phải dấu cách thường"
    cure = "xóa khoảng trắng ở đầu dòng, gõ lại bằng phím cách"
    found = _HARD_INDENT.finditer(block) if "\u00a0" in block else ()
    lines = (first_line + block.count("\n", 0, match.start()) for match in found)
    return [Problem(path, line, 1, Code.BROKEN_YAML, message, cure) for line in lines]


class _Composer:
    """Builds nodes from YAML events, collecting what is forbidden on the way."""

    def __init__(self, path: str, first_line: int, trusted: bool, *, is_escaped: bool) -> None:
        self._path = path
        self._is_escaped = is_escaped and not trusted
        self._offset = first_line
        self._trusted = trusted
        self.problems: list[Problem] = []

    def add(self, line: int, column: int, code: Code, message: str, cure: str) -> None:
        self.problems.append(Problem(self._path, line, column, code, message, cure))

    def compose(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, 0)
                if root is not None:
                    self.add(
                        node.line,
                        node.column,
                        Code.BROKEN_YAML,
                        "có chữ thừa sau khai báo",
                        "bỏ dòng ... hoặc chữ thừa",
                    )
                root = root or node
        return root

    def broken(self, block: str, error: yaml.MarkedYAMLError) -> Problem:
        found = find_breakage(block, error)
        line, column = self._offset + found.line, found.column + 1
        return Problem(self._path, line, column, Code.BROKEN_YAML, found.message, found.cure)

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node:
        line, column = self._place(event)
        self._forbid(event, line, column)
        if depth > _MOST_NESTED:
            raise _refuse(self._path, line, column, Code.FORBIDDEN_YAML, "khai báo lồng nhau quá sâu", "viết phẳng lại")
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self._entries(events, depth + 1)), line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(events, depth + 1)), line, column)
        if isinstance(event, yaml.ScalarEvent):
            if not self._trusted and (found := CONTROL.search(event.value)):
                message = f"ký tự điều khiển U+{ord(found[0]):04X} ẩn trong khai báo"
                self.add(line, column, Code.CONTROL_CHARACTER, message, "xóa ký tự ấy, gõ lại cả từ")
            value = self._unescaped(event.value, line, column) if self._is_escaped else event.value
            return Scalar(value, line, column, bool(event.style))
        return Scalar("", line, column)

    def _unescaped(self, value: str, line: int, column: int) -> str:
        """A value some letters of which may be typed by their numbers: they are held to what letters of the file are."""
        value = unicodedata.normalize("NFC", drop_invisible(value))
        if not CONTROL.search(value) and (fault := letter_fault(value)):
            self.add(line, column, fault.code, fault.message, fault.cure)
        return value

    def _place(self, event: yaml.NodeEvent) -> tuple[int, int]:
        mark = event.start_mark
        return (self._offset + mark.line, mark.column + 1) if mark else (self._offset, 1)

    def _forbid(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        tag = getattr(event, "tag", None)
        if self._trusted:
            return
        if event.anchor is not None or tag is not None:
            what = "*" if isinstance(event, yaml.AliasEvent) else "!" if tag else "&"
            self.add(
                line, column, Code.FORBIDDEN_YAML, f"dấu {what} của YAML không được dùng", "đặt giá trị trong ngoặc kép"
            )

    def _items(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            assert isinstance(event, yaml.NodeEvent)
            yield self._node(event, events, depth)

    def _entries(self, events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            assert isinstance(event, yaml.NodeEvent)
            key = self._node(event, events, depth)
            value = self._node(_next_node(events), events, depth)
            if not isinstance(key, Scalar):
                self.add(key.line, key.column, Code.BROKEN_YAML, "tên trường phải là một từ", "đặt câu trong ngoặc kép")
            elif key.text in seen:
                message = f"trường “{key.text}” đã khai báo ở dòng {seen[key.text]}"
                self.add(key.line, key.column, Code.DUPLICATE_KEY, message, "giữ lại một dòng")
            else:
                seen[key.text] = key.line
                yield key, value


def _next_node(events: Iterator[yaml.Event]) -> yaml.NodeEvent:
    event = next(events)
    assert isinstance(event, yaml.NodeEvent)
    return event


def _refuse(path: str, line: int, column: int, code: Code, message: str, cure: str) -> ContentError:
    return ContentError([Problem(path, line, column, code, message, cure)])
