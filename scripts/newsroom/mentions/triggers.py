"""Triggers: the digits of a text at which a citation may stand. All other text is never searched for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsroom.mentions.forms import KINDS_BY_WORD

_BEFORE: Final = tuple(dict.fromkeys(word[-3:] for word in KINDS_BY_WORD if len(word) > 2))
_ENDS: Final = (*_BEFORE, "NQ", "NĐ", "CT", "QĐ", "HD", "ương", "T.Ư", "TW", "TƯ")
_LAST: Final = "".join(sorted({end[-1] for end in (*_ENDS, "số", "số:")}))
TRIGGER: Final = re.compile(
    rf"\d(?:(?<=\s\d)(?<=[{_LAST}]\s\d)(?:(?<=\bsố\s\d)|(?<=\bsố:\s\d)|"
    + "|".join(rf"(?<={end}\s\d)" for end in _ENDS)
    + r")|(?<=TW\d)|[\d]{0,4}[a-zđ]?\s?[-–/]\s?(?:\d{4}\s?[/-]\s?)?[A-ZĐ])"
)
"""The digit first, then the letter before it: few digits of a text stand behind one that ends such a word."""


def may_cite(texts: Iterable[str]) -> bool:
    """Whether any of some short texts may cite a document; asked of all at once."""
    return bool(TRIGGER.search(with_vietnamese_d("\n".join(texts))))


def with_vietnamese_d(text: str) -> str:
    """The text with Đ for the Icelandic letter that looks the same and comes from the same keyboards."""
    return text.replace("Ð", "Đ")
