"""Places: how a text tells where a thing lies – “xã Tân Lập, huyện Mẫu” – and how high each place stands."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

CAPITAL: Final = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"

_RANKS: Final = {
    **dict.fromkeys(("thôn", "ấp", "xóm", "bản", "làng", "khu phố", "tổ dân phố", "khóm"), 1),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), 2),
    **dict.fromkeys(("huyện", "quận", "thị xã"), 3),
    "thành phố": 4,
    "tỉnh": 5,
}
LEVELS: Final = tuple(_RANKS)
"""Words for the level of a unit, as they stand before its name."""
_LEVEL: Final = "|".join(sorted(_RANKS, key=len, reverse=True))
_NAME: Final = rf"(?: (?:{CAPITAL}|\d)\w*)+"
_RANKED: Final = re.compile(rf"(?<!\w)(?i:({_LEVEL})){_NAME}")
_BEHIND: Final = re.compile(rf"(?:,? (?:thuộc )?| ?\((?:thuộc )?)(?P<place>(?i:(?:{_LEVEL})){_NAME})")


class Behind(NamedTuple):
    """The places that stand right behind a name, the nearest first, and where they end."""

    places: tuple[str, ...]
    end: int


def rank_of(name: str) -> int:
    """How high the highest place in a name stands: 2 for “Đảng bộ xã Mẫu”, 5 for a province, 0 where it names no level."""
    return max((_RANKS[match[1].lower()] for match in _RANKED.finditer(name)), default=0)


def places_behind(text: str, end: int) -> Behind:
    """What a text says right behind a name of where it lies: “, huyện Mẫu, tỉnh Mẫu”."""
    places: list[str] = []
    while match := _BEHIND.match(text, end):
        places.append(match["place"])
        end = match.end()
    return Behind(tuple(places), end)
