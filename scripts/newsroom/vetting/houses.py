"""Houses: sites for gambling known by the shape of their names, for new ones come every day: abc88.com, 8kbet.net, vip69.win.

The shape alone says nothing: honest sites have figures in their names, too. What stands around it does.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from newsroom.hosts import Hosts
from newsroom.vetting.gambling_words import CALLS

_ENDING: Final = re.compile(
    rb"\.(com|net|org|info|xyz|top|io|me|co|cc|asia|biz|online|site|club|vip|bet|win|app|live|casino|poker|games?|fun|vin|pro|tv|link|icu|example)"
    rb"\b(?!\.[a-z])"
)
_LABEL: Final = re.compile(rb"[a-z0-9]{3,20}\Z")
_REACH: Final = 20
_ENDINGS: Final = (b"bet", b"casino", b"poker")
"""Endings of addresses that nobody else asks for."""
_NAME: Final = re.compile(
    rb"[a-z]{1,10}\d{2,3}(?:[a-z]{0,4})|\d{0,3}[a-z]{0,8}(?:bet|casino|slot)\d{0,3}|\d{1,3}[a-z]{0,6}(?:win|vin|vip|club|king)"
)
_LURES: Final = re.compile(
    rb"\b(?:nha cai|tai xiu|xoc dia|no hu|san hu|quay hu|soi cau|bach thu|song thu|cuoc the thao|ca cuoc|casino|slots?|baccarat|poker|jackpot|game bai"
    rb"|cong game|doi thuong|nap dau|nap rut|tan thu|xo so online|choi la thang|\d an \d\d|link vao|nhan (?:ngay )?\d+k|tang \d+k)\b"
)
"""What is to be had at such a house, as words without marks."""
_INVITES: Final = re.compile(
    rb"\b(?:dang ky (?:ngay )?tai|dang nhap|truy cap|tai (?:ngay )?app|tham gia ngay|trai nghiem|rut tien|hoan tra|khong bi chan|tang code|moi nhat)\b"
)
"""What such an advert asks for besides what any does."""


_LEAST_LURES: Final = 2
"""Different ones that ask for a reviewer where nobody is invited: reports name sites, too."""


class Suspicion(Enum):
    """How much a text with the name of a house says of it."""

    ADVERT = "advert"
    DOUBT = "doubt"


def house_in(letters: bytes, hosts: Hosts) -> bytes:
    """The first site called as a house is, of those that nobody reviewed; b"" for none. Letters are small, without marks, signs among them."""
    for ending in _ENDING.finditer(letters):
        label = _LABEL.search(letters[max(0, ending.start() - _REACH) : ending.start()])
        if label and (ending[1] in _ENDINGS or _NAME.fullmatch(label[0])):
            site = label[0] + ending[0]
            if not hosts.knows(site.decode()):
                return site
    return b""


def suspicion(words: bytes) -> Suspicion | None:
    """What the words of a text, one blank between them, say of a house that it names."""
    lures = set(_LURES.findall(words))
    if lures and (CALLS.search(words) or _INVITES.search(words)):
        return Suspicion.ADVERT
    return Suspicion.DOUBT if len(lures) >= _LEAST_LURES else None
