"""Numbers: the few places of a text where a number of a person, or a date, may stand."""

from __future__ import annotations

import re
from typing import Final

from newsroom.code_page import encode, table

_DIGIT: Final = re.compile(r"\d")
_WITHIN: Final = re.compile(r"[\d\s.,/()\-–thángnăm]")
_NUMBER: Final = re.compile(f"{_DIGIT.pattern}{_WITHIN.pattern}{{4,}}{_DIGIT.pattern}")
_KINDS: Final = table(lambda letter: "0" if _DIGIT.match(letter) else "." if _WITHIN.match(letter) else " ")
_NUMBER_BY_KINDS: Final = re.compile(rb"0[0.]{4,}0")


def numbers_in(text: str) -> str:
    """Every long number of a text with all that may stand within one, “12 tháng 3 năm 1975” too; a bar between them."""
    codes = encode(text)
    if codes is None:
        return "|".join(_NUMBER.findall(text))
    found = _NUMBER_BY_KINDS.finditer(codes.translate(_KINDS))
    return "|".join(text[match.start() : match.end()] for match in found)
