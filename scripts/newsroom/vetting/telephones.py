"""Telephones: numbers of mobiles, in whatever groups people write them; those of an office are public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_GAP: Final = r"(?: {0,2}\n| ?[-–.] ?| )"
"""A line that ends within a number goes on: readers see one number."""
SIGN: Final = re.compile(r"(?:[35789]|\d9)(?:[ \n.)–-]{0,3}\d){7}")
"""What every number of a mobile holds, its zero aside, which some write as a letter."""
_MOBILE: Final = re.compile(
    rf"(?:(?<![\d.,/-])|(?<=\d{{3}}[/-]))(?:\(?(?:\+ ?|00)?84\)?{_GAP}?(?:\(0\)|0)?|\(?(?:0|(?<!\w)[Oo])){_GAP}?"
    rf"(?=3{_GAP}?[2-9]|5{_GAP}?[25689]|7{_GAP}?[06-9]|8{_GAP}?[1-9]|9)\d(?:\)?{_GAP}?\d){{8}}(?:{_GAP}?\d)?"
    rf"(?!\d|[.,]\d|[/-](?!0[35789])\d|/[A-ZĐ]{{2}})"
)
"""Nine digits, or one more by a slip, after 0 or +84."""
_GROUP: Final = re.compile(r"\d+")
_OFFICE: Final = re.compile(
    r"hotline|đường dây nóng|tổng đài|văn phòng|trực (?:ban|chỉ huy|24|cấp cứu|tiếp)|ban chỉ huy|cơ quan|trụ sở|ubnd|ủy ban|uỷ ban|tiếp nhận|công an"
    r"|công ty|tòa soạn|toà soạn|trạm y tế|bệnh viện|trung tâm|phòng |sở |bộ phận một cửa|24/|giờ hành chính|\bsim\b|số máy đẹp",
    re.IGNORECASE,
)
_OF_A_PAPER: Final = re.compile(r"(?:số báo danh|\bsbd|vận đơn|công văn)(?: số)?[ :]*$", re.IGNORECASE)
"""Just before a number that no telephone has."""
_AFTER_LANDLINE: Final = re.compile(r"\b02\d{1,2}\)?[ .-]?\d{3,4}(?:[ .-]?\d{3,4}\s*[-–/,;]\s*|[ .-])$")
"""Just before the end of a number of an office, or its second number."""
_OLD_LANDLINE: Final = "08"
"""What numbers of Ho Chi Minh City began with until 2017: 08 3818 1436."""
_BEFORE: Final = 110
"""Letters before a number in which an office may be named."""


def mobiles(text: str) -> Iterator[tuple[int, str, str]]:
    """(place, the words themselves, what they are) of every number that is not said to be an office's."""
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n\n")[2]
        is_other = any(look.search(before) for look in (_OFFICE, _OF_A_PAPER, _AFTER_LANDLINE))
        if not is_other and _is_grouped(match[0]):
            yield match.start(), match[0], "số di động"


def _is_grouped(number: str) -> bool:
    """Whether the digits stand in the groups of a telephone: two and more, or each by itself; not 0, 9 and what follows."""
    area, *groups = _GROUP.findall(number.replace("(0)", ""))
    sizes = {len(digits) for digits in groups}
    if area == _OLD_LANDLINE and sizes != {2}:
        return False
    return 1 not in sizes or sizes == {1}
