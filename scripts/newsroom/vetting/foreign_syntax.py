"""Foreign syntax: what other generators would act on – inclusion of files, blocks of HTML, attributes – and ours prints.

Nothing of it does anything here. It is refused so that a text never publishes what it was meant to hide, and so that it stays
harmless should it ever be built by another generator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.codes import Code
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.verbatim import without_code

_SIGNS: Final = (
    (re.compile(r"^[ \t>]*-+8<-+.*$", re.MULTILINE), "chèn tệp khác (--8<--)", ""),
    (re.compile(r"\{!.{1,200}?!\}"), "chèn tệp khác ({! … !})", "{!"),
    (re.compile(r"^[ \t>]*/{3,} *[a-z][\w-]*(?: *\|.*)?$", re.MULTILINE), "khối /// của trình khác", "///"),
    (
        re.compile(r"\{:?[ \t]*(?:[^{}\n]*?[\s:])?(?:[#.][\w:.-]+|[\w:-]+\s*=\s*[^{}\n]*)[ \t]*[^{}\n]*\}"),
        "danh sách thuộc tính { … }",
        "{",
    ),
)
"""What is looked for, what it is called, and a sign without which it is not there."""
_CURE: Final = "bỏ đi; muốn viết về nó thì đặt trong dấu `…`"


def foreign_syntax(source: Source) -> Iterator[Problem]:
    """Each kind of foreign syntax outside of code, where it stands first."""
    body = source.body
    if not ("{" in body or "8<" in body or "///" in body):
        return
    text = without_code(body)
    for pattern, name, sign in _SIGNS:
        if (sign in text) and (match := pattern.search(text)):
            place = match.start() + len(match[0]) - len(match[0].lstrip(" \t>"))
            yield source.problem_by_place(place, Code.FOREIGN_SYNTAX, f"bài có {name}, trang không dùng", _CURE)
