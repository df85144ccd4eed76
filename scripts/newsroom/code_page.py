"""The code page: Vietnamese text as one byte for each letter, so that tables answer for a whole text in one pass.

ASCII keeps its codes. A text with any sign that is not of the page has no such form; who asks about it then takes the long
way, letter by letter. Most texts are of these letters and no others.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

_VOWELS: Final = "aăâeêioôơuưy"
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SMALL: Final = unicodedata.normalize("NFC", "".join(vowel + tone for vowel in _VOWELS for tone in _TONES)) + "đ"
_ASCII: Final = "\t\n" + "".join(map(chr, range(0x20, 0x7F)))
_TYPOGRAPHY: Final = "\u00a0–—“”‘’«»…•"
LETTERS: Final = "".join(dict.fromkeys(_ASCII + _SMALL + _SMALL.upper() + _TYPOGRAPHY))
"""Every letter and sign of the page."""
_NONE: Final = "\ufffe"
"""What the codecs of Python take for a code that stands for nothing."""


def _codes() -> Iterator[str]:
    """What each code stands for; that of 0 is asked for by the codecs, and no text of the page holds it."""
    others = (letter for letter in LETTERS if not letter.isascii())
    for code in range(256):
        letter = chr(code)
        yield letter if letter in _ASCII or not code else next(others, _NONE)


_CODES: Final = "".join(_codes())
_ENCODING: Final = codecs.charmap_build(_CODES)


@lru_cache(maxsize=4)
def encode(text: str) -> bytes | None:
    """The codes of a text, one for each letter; None where it holds a sign that is not of the page.

    The last texts are kept: several rules ask for the same.
    """
    try:
        codes = codecs.charmap_encode(text, "strict", _ENCODING)[0]
    except UnicodeEncodeError:
        return None
    return None if b"\0" in codes else codes


def decode(codes: bytes) -> str:
    """The text of some codes."""
    return codecs.charmap_decode(codes, "strict", _CODES)[0]


def lower(text: str) -> str:
    """`text.lower()`, in a tenth of the time where the text is of the page."""
    codes = encode(text)
    return text.lower() if codes is None else decode(codes.translate(_SMALLER))


def recoding(form: Callable[[str], str]) -> bytes:
    """A table for `bytes.translate`: `form` is asked for the letter of the page that a letter becomes."""
    return bytes(_CODES.index(form(letter)) if letter in LETTERS else 0 for letter in _CODES)


def table(form: Callable[[str], str]) -> bytes:
    """A table for `bytes.translate`: `form` is asked for the one ASCII sign that a letter of the page becomes."""
    return bytes(ord(form(letter)) if letter in LETTERS else 0 for letter in _CODES)


def codes_of(is_one: Callable[[str], object]) -> bytes:
    """The codes of those letters of the page for which `is_one` is true."""
    return bytes(code for code, letter in enumerate(_CODES) if letter in LETTERS and is_one(letter))


_SMALLER: Final = recoding(str.lower)
