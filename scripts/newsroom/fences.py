"""Fences: the two lines of three hyphens that part the front matter of a document from its body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from newsroom.breakage import FENCE_CURE, is_like_fence
from newsroom.codes import Code
from newsroom.problem import ContentError, Problem

_FENCE: Final = "---"
_CLOSING: Final = re.compile(r"\n---[^\S\n]*(?=\n|\Z)")
_LONGEST: Final = 128 * 1024
"""Characters of front matter; the fullest profile has a tenth."""


@dataclass(frozen=True, slots=True)
class Split:
    """A document cut in two; `block_line` and `body_line` are the lines where the parts begin."""

    block: str
    block_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Split:
    """Cut a document into front matter and body.

    Raises ContentError (`thieu-khai-bao`, `khai-bao-ho`).
    """
    first = text.find("\n")
    if text[: first if first >= 0 else len(text)].rstrip() != _FENCE:
        raise _unopened(text, path)
    closing = _CLOSING.search(text, first) if first >= 0 else None
    if not closing:
        raise _unclosed(text, path)
    lines = text.count("\n", 0, closing.start()) + 1
    if closing.start() - lines + 1 > _LONGEST:
        cure = "khai báo chỉ nêu điều cần; nội dung viết ở thân bài"
        raise _refuse(path, 1, Code.TOO_LARGE, f"phần khai báo dài quá {_LONGEST} ký tự", cure)
    return Split(text[first + 1 : closing.start()], 2, text[closing.end() + 1 :], lines + 2)


def _unopened(text: str, path: str) -> ContentError:
    """What is wrong with the line that was meant to open the front matter, or that there is none."""
    number, line = next(((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()), (1, ""))
    if is_like_fence(line):
        message, cure = f"dòng mở phần khai báo viết là “{line.rstrip()}”", FENCE_CURE
    elif line.rstrip() == _FENCE:
        number, message, cure = 1, "trước dòng --- mở phần khai báo có dòng trống", "xóa dòng trống ở đầu tệp"
    else:
        number, message, cure = 1, "tệp chưa có phần khai báo", "thêm khai báo giữa hai dòng --- ở đầu tệp"
    return _refuse(path, number, Code.NO_FRONT_MATTER, message, cure)


def _unclosed(text: str, path: str) -> ContentError:
    """What is wrong with the line that was meant to close the front matter, or that there is none."""
    before_a_blank_line = takewhile(str.strip, text.split("\n"))  # behind one it is a rule of the body
    for number, line in enumerate(before_a_blank_line, 1):
        if is_like_fence(line):
            message = f"dòng khép phần khai báo viết là “{line.rstrip()}”"
            return _refuse(path, number, Code.OPEN_FRONT_MATTER, message, FENCE_CURE)
    message, cure = "phần khai báo chưa khép lại", "thêm một dòng --- sau trường cuối cùng"
    return _refuse(path, 1, Code.OPEN_FRONT_MATTER, message, cure)


def _refuse(path: str, line: int, code: Code, message: str, cure: str) -> ContentError:
    return ContentError([Problem(path, line, 1, code, message, cure)])
