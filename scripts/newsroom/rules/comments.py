"""Rule on comments: # behind a blank ends a value, and whoever wrote a sentence with it is told what is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.codes import Code
from newsroom.nodes import scalars
from newsroom.problem import Problem
from newsroom.source import Source

_LOST: Final = re.compile(r"\s+(#[^\s#].*)")
"""A comment has a blank behind its sign: what has none was meant to be read."""


def check_comments(source: Source, text: str) -> Iterator[Problem]:
    """Words of a field that its reader never sees; `text` is the whole file."""
    if " #" not in text:
        return
    lines = text.split("\n")
    for scalar in scalars(source.front):
        line = lines[scalar.line - 1]
        start = scalar.column - 1
        if scalar.quoted or not scalar.text or not line.startswith(scalar.text, start):
            continue
        if lost := _LOST.fullmatch(line, start + len(scalar.text)):
            message = f"“{lost[1].rstrip()}” đứng sau dấu # nên bị coi là lời ghi chú, không hiện trên trang"
            cure = "đặt cả câu trong ngoặc kép thẳng; nếu đúng là ghi chú thì thêm dấu cách sau dấu #"
            yield Problem(source.path, scalar.line, lost.start(1) + 1, Code.LOST_TO_COMMENT, message, cure)
