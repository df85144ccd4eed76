"""Small groups: figures of ethnicity and faith so small that they point at persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

OF_COMRADES: Final = ("đảng viên", "đồng chí", "đ/c")
OF_GROUPS: Final = (
    *("dân tộc", "đạo", "giáo", "tin lành", "khmer", "chăm", "hoa", "tày"),
    *("thái", "mường", "nùng", "mông", "dao", "đê", "ba na", "gia rai"),
)
_SMALL_CELL: Final = re.compile(
    r"(?<!\d[.,])\b(?:0?[1-4]|một|hai|ba|bốn) (?:đảng viên|đồng chí|đ/c)(?: là)?(?: người)?(?: đồng bào)?(?: là)? "
    r"(?:dân tộc|người dân tộc|khmer|chăm|(?:hoa|thái|dao)\b(?! (?:tươi|độ|động)\b)|tày|mường|nùng|mông|ê đê|ba na|gia rai|theo (?:đạo|công giáo|phật giáo|tin lành)|có đạo|công giáo|tin lành|phật giáo|cao đài|hòa hảo|tôn giáo)"
    r"|\bdân tộc (?:thiểu số|khmer|chăm|hoa|tày|thái|mường|nùng|mông|dao)\s*[:|]\s*(?:0?[1-4]|một|hai|ba|bốn) (?:đảng viên|đồng chí|đ/c)"
    r"|đảng viên (?:là )?(?:người )?(?:dân tộc (?:thiểu số|khmer|chăm|hoa|tày|thái|mường|nùng|mông|dao)|theo đạo|có đạo|công giáo|tin lành)\s*[:|=]?\s*0?[1-4](?![\d.,%])",
    re.IGNORECASE,
)
FEW: Final = re.compile(
    r"(?:[1-4]|một|hai|ba|bốn) (?:đảng viên|đồng chí|đ/c)|đảng viên (?:là )?(?:người )?(?:dân tộc|theo đạo|có đạo|công giáo|tin lành)"
)


def small_groups(text: str) -> Iterator[tuple[int, str, str]]:
    """(place, the words themselves, what they are) of every figure below five."""
    for match in _SMALL_CELL.finditer(text):
        yield match.start(), match[0], "số liệu dân tộc, tôn giáo của một nhóm dưới năm người"
