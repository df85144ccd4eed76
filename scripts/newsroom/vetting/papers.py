"""Papers: the numbers of identity papers, old and new, and of the cards that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

TWELVE: Final = re.compile(r"0\d\d[ \n.-]?\d{3}[ \n.-]?\d{3}[ \n.-]?\d{3}|0\d{3}[ \n]\d{4}[ \n]\d{4}")
SIGN: Final = re.compile(r"\d{7}|\d[\d \n.]{7}")
"""Nothing shorter is the number of a person's papers."""
NAMES: Final = (
    *("cmnd", "cmt", "cccd", "căn cước", "chứng minh", "định danh", "hộ chiếu", "bhxh", "thẻ đảng", "bảo hiểm"),
    *("bhyt", "lái xe", "gplx", "thuế cá nhân", "mst cá nhân", "passport"),
)
_PROVINCES: Final = (
    "00[12468]|01[0124579]|02[024567]|03[01345678]|04[0245689]|05[124568]|06[024678]|07[024579]|08[0234679]|09[1-6]"
)
_CITIZEN: Final = re.compile(
    rf"(?<![\d.,/-])(?:{_PROVINCES})(?P<gap>[ \n.]?|-)[0-3]\d\d(?:[ \n.]?|(?<=-\d\d\d)-)\d{{3}}(?:[ \n.]?|(?<=-\d\d\d)-)\d{{3}}(?![\d/])|(?<!\d)(?:{_PROVINCES})[0-3]\d{{8}}(?!\d)"
    rf"|(?<![\d.,/-])(?:{_PROVINCES})[0-3][ \n]\d{{4}}[ \n]\d{{4}}(?![\d/])"
)
"""Twelve digits: province, century and sex, year of birth, chance (the number of a citizen's card)."""
_NUMBERED: Final = re.compile(
    r"(?:\bg?cmt?nd|\bs?cmt|\bcccd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|(?:số|mã) định danh(?: cá nhân)?|hộ chiếu|passport"
    r"|(?:mã|số|sổ)(?: số| sổ)? (?:bhxh|bảo hiểm xã hội)|thẻ đảng(?: viên)?|(?:mã số thuế|mst) cá nhân|(?:bằng|giấy phép) lái xe|gplx)"
    r"[^\d\n]{0,25}(?!\d{1,3}(?:\.\d{3})+\s+(?:thẻ|trường hợp|hồ sơ|công dân|người)\b)((?:[A-Z] ?\d{7}|\d(?:[\d .]|(?<=\d)\n(?=\d{3})){7,15}\d)(?!\d))"
    r"|thẻ đảng(?: viên)?[^\d\n]{0,25}(\d{2}[. ]?\d{6})(?!\d)"
    r"|(?:bhyt|bảo hiểm y tế)[^\d\n]{0,25}\b([A-Z]{2} ?\d ?\d{2} ?\d{10})(?!\d)",
    re.IGNORECASE,
)


def citizens(text: str) -> Iterator[tuple[int, str, str]]:
    """(place, the words themselves, what they are) of every number of a citizen's card."""
    for match in _CITIZEN.finditer(text):
        yield match.start(), match[0], "số định danh cá nhân"


def cards(text: str) -> Iterator[tuple[int, str, str]]:
    """The same of every other number that is said to be on a paper."""
    for match in _NUMBERED.finditer(text):
        group = match.lastindex or 0
        if not _CITIZEN.fullmatch(match[group]):
            yield match.start(group), match[group], "số giấy tờ tùy thân"
