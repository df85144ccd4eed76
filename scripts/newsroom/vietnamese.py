"""The rules of Vietnamese text: folding for search and slugs, collation, dates and numbers as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

VIETNAM_TIME: Final = timezone(timedelta(hours=7))

_STROKED_D: Final = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS: Final = "aăâbcdđeêghijklmnoôơpqrstuưvwxyz"
_WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_TONE_ORDER: Final = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SLUG_BREAK: Final = re.compile(r"[^a-z0-9]+")


def strip_marks(text: str) -> str:
    """Drop every tone and vowel mark, and the stroke of đ: "Đảng ủy" → "Dang uy"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKED_D))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Reduce to what a reader types without marks: lower case, no marks, đ→d, one blank between words."""
    return " ".join(strip_marks(text).casefold().split())


@lru_cache(maxsize=4096)
def slugify(text: str, separator: str = "-") -> str:
    """Make an ASCII slug: "Đại hội Chi bộ" → "dai-hoi-chi-bo". Empty where no letter or digit is left."""
    return _SLUG_BREAK.sub(separator, strip_marks(text).casefold()).strip(separator)


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Order as a Vietnamese dictionary does: letters a ă â b … đ …, then tones ngang huyền hỏi ngã sắc nặng."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text).casefold():
        tone, base = _split_tone(char)
        tones.append(_TONE_ORDER[tone])
        place = _LETTERS.find(base)
        letters.append(100 + place if place >= 0 else min(ord(base[0]), 99) if base.isascii() else 1000 + ord(base[0]))
    return tuple(letters), tuple(tones), text


def _split_tone(char: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", char)
    tone = next((c for c in decomposed if c in _TONES), "")
    return tone, unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed)


def in_vietnam(moment: datetime) -> datetime:
    """The same moment on a Vietnamese clock; a naive time is taken to be Vietnamese already."""
    return moment.replace(tzinfo=VIETNAM_TIME) if moment.tzinfo is None else moment.astimezone(VIETNAM_TIME)


def format_day(day: date) -> str:
    """25/10/2022."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_cited_day(day: date) -> str:
    """As official documents write it, a nought before the first two months only: 03/6/2013, 24/02/2025."""
    return f"{day.day:02d}/{day.month:0{2 if day.month < 3 else 1}d}/{day.year:04d}"


def format_iso_day(moment: str) -> str:
    """The day of an ISO text: "2022-10-25T21:46:16+07:00" → 25/10/2022."""
    return f"{moment[8:10]}/{moment[5:7]}/{moment[:4]}"


def format_weekday(day: date) -> str:
    """Thứ Ba."""
    return _WEEKDAYS[day.weekday()]


def format_moment(moment: datetime) -> str:
    """Thứ Ba, 25/10/2022, 21:46."""
    local = in_vietnam(moment)
    return f"{format_weekday(local)}, {format_day(local)}, {local.hour:02d}:{local.minute:02d}"


def format_number(number: int | float) -> str:
    """Group with dots, decimals after a comma, no needless zeros: 1254 → "1.254", 104.5 → "104,5"."""
    whole, _, decimals = f"{number:,.4f}".partition(".")
    decimals = decimals.rstrip("0")
    grouped = whole.replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def format_money(amount: int) -> str:
    """Đồng as people say them: 744000000 → "744 triệu đồng", 1029000000 → "1,029 tỷ đồng"."""
    if amount >= 10**9 and amount % 10**6 == 0:
        return f"{format_number(amount / 10**9)} tỷ đồng"
    if amount >= 10**6 and amount % 10**5 == 0:
        return f"{format_number(amount / 10**6)} triệu đồng"
    return f"{format_number(amount)} đồng"
