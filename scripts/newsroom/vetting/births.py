"""Births: the whole date on which somebody with a name was born; the year alone is fit for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.surnames import SURNAMES

_DAY_FIRST: Final = r"\d{1,2}\s*(?:[/.-]|,?\s*tháng)\s*\d{1,2}\s*(?:[/.-]|,?\s*năm|,)\s*"
SIGN: Final = re.compile(rf"{_DAY_FIRST}\d\d|(?:19|20)\d\d[/.-]\d{{1,2}}[/.-]\d")
WORD: Final = re.compile(r"s(?:inh|\.?n)(?: nhật)?(?: vào)?(?: ngày)?[\s.:|]*(?:m[ùồ]ng )?\d")
_DATE: Final = rf"{_DAY_FIRST}((?:19|20)\d\d|\d\d(?![\d/.-]*\d))|((?:19|20)\d\d)[/.-]\d{{1,2}}[/.-]\d{{1,2}}(?!\d)"
_BORN: Final = re.compile(
    rf"\b(?:ngày(?:,? tháng,? năm)? sinh\s*[:|]?|sinh(?: nhật)?(?: vào)?(?: ngày)?\s*:?|s\.?n\.?)\s*(?:m[ùồ]ng )?({_DATE})",
    re.IGNORECASE,
)
_NO_BIRTH: Final = re.compile(r"\b(?:h[yi]|học|thí|vệ|tuyển|phát)\s+$", re.IGNORECASE)
"""What makes another word of “sinh”: học sinh, vệ sinh, hy sinh."""
_RARER: Final = "Bàn|Cà|Cầm|Cù|Doãn|Đàm|Đèo|Đồng|Giàng|Giáp|Hầu|Hứa|Khuất|Lò|Lục|Lường|Ma|Mùa|Ninh|Phí|Quàng|Sùng|Thân|Thào|Tòng|Vàng"
"""Surnames that are words, or of few people, and yet surnames where a birthday follows."""
_NAME_BEFORE: Final = re.compile(
    rf"(?:\b(?:[Đđ]ồng chí|[Đđ]/c|[Cc]háu|[Hh]ọ (?:và )?tên)\b|\b(?:{SURNAMES}|{_RARER})\s+[A-ZĐÀ-Ỹ])[^.\n]{{0,45}}$"
)
"""A comrade, or somebody with a Vietnamese name, just before."""
_BEFORE: Final = 80
_FIRST_LIVING: Final = 1936
"""Who was born before is in the history books more often than among the living."""


def birthdays(text: str) -> Iterator[tuple[int, str, str]]:
    """(place, the words themselves, what they are) of every birthday of one who may be living."""
    for match in _BORN.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        labelled = ":" in match[0] or "|" in match[0]
        if (
            _may_be_living(match[2] or match[3])
            and not _NO_BIRTH.search(before)
            and (labelled or _NAME_BEFORE.search(before))
        ):
            yield match.start(1), match[1], "ngày sinh của một người"


def _may_be_living(year: str) -> bool:
    """Of years of two digits nobody can tell the century."""
    return len(year) < len("1936") or int(year) >= _FIRST_LIVING
