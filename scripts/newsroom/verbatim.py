"""Verbatim: what Markdown shows as it stands, so that nothing in it means anything."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_MARKED: Final = r"^([ \t>]*)(```+|~~~+)[^\n]*\n(?:.*?^\1\2[`~]*[ \t]*$)|(`+)[^`](?:[^\n]*?[^`\n])??\3(?!`)"
_CODE: Final = re.compile(rf"{_MARKED}|^(?: {{4}}|\t)[^\n]*$", re.MULTILINE | re.DOTALL)
_MARKED_CODE: Final = re.compile(_MARKED, re.MULTILINE | re.DOTALL)
_LETTER: Final = re.compile(r"[^\n]")


@lru_cache(maxsize=2)  # each problem of a text asks
def without_code(text: str) -> str:
    """The text with blanks for everything that stands in code; places stay what they are."""
    is_indented = "    " in text or "\t" in text  # the expression takes long, and most texts hold no code at all
    return _CODE.sub(_blank, text) if is_indented else without_marked_code(text)


@lru_cache(maxsize=2)
def without_marked_code(text: str) -> str:
    """The text with blanks for code between marks; an indented line may as well be a list's, and stays."""
    return _MARKED_CODE.sub(_blank, text) if "`" in text or "~~~" in text else text


def _blank(code: re.Match[str]) -> str:
    return _LETTER.sub(" ", code[0])
