"""Folding: a text as plain letters, so that marks, widths and letters of other scripts disguise nothing."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsroom.code_page import encode, table
from newsroom.vetting.gambling_words import ALIKE, OTHER_LETTERS, WORDS_ONLY


def plain_letters(text: str) -> bytes:
    """Letters as they look, small and without marks; signs stay."""
    codes = encode(text)
    return _letter_by_letter(text) if codes is None else codes.translate(_PLAIN)


def _letter_by_letter(text: str) -> bytes:
    plain = text.lower().replace("đ", "d").replace("ð", "d").replace("…", " ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        if OTHER_LETTERS.search(plain):
            plain = plain.translate(ALIKE)
    return _TYPOGRAPHY.sub(" ", plain).encode("ascii", "ignore")


def parted(letters: bytes) -> bytes:
    """Small Latin letters and digits, one blank between words: those of "𝐍𝐡à-𝐜á𝐢" are "nha cai", of "n.h.à c.á.i" "n h a c a i"."""
    return b" ".join(letters.translate(WORDS_ONLY).split())


_TYPOGRAPHY: Final = re.compile("[‐-―•\u00a0“”‘’«»]")
"""Signs outside of ASCII that part words."""
_PLAIN: Final = table(lambda letter: _letter_by_letter(letter).decode())
