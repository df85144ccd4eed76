"""Tokens: text cut into syllables without marks, each with its written form. The page's script does the very same.

A *word* is a folded syllable followed by one character for its form: "đảng" → "dang" + form. The form tells tone, vowel
mark and đ, not where the tone stands: hoà and hòa are one word.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import Final

_SYLLABLE: Final = re.compile(r"[^\W_]+")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_ZEROS: Final = re.compile(r"0+(?=[0-9])")
_TONES: Final = {"\u0300": 1, "\u0301": 2, "\u0303": 3, "\u0309": 4, "\u0323": 5}
_VOWEL_MARKS: Final = {"\u0302": 8, "\u0306": 16, "\u031b": 32}
_STROKE: Final = 64
_FIRST: Final = 128
"""Forms are characters above ASCII, so that none is a blank or a line's end."""
_MOST_STRETCHES: Final = 300_000
PLAIN: Final = chr(_FIRST)
"""The form of a syllable without any mark."""


def syllables(text: str) -> list[str]:
    """The syllables and numbers of a text as written, in lower case: "25-NQ/TW" → 25, nq, tw."""
    lowered = unicodedata.normalize("NFC", text).lower().replace("ð", "đ")
    return _SYLLABLE.findall(_MARKS.sub("", lowered))


def fold(syllable: str) -> str:
    """Without marks, đ→d, without leading zeros: "03" → "3"."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", syllable)).replace("đ", "d")
    zeros = _ZEROS.match(bare)
    return bare[zeros.end() :] if zeros else bare


def form_of(syllable: str) -> str:
    """One character for the marks: tone in three bits, vowel marks in three, đ in one."""
    tone, rest = 0, 0
    for char in unicodedata.normalize("NFD", syllable):
        tone = _TONES.get(char, tone)
        rest |= _VOWEL_MARKS.get(char, _STROKE if char == "đ" else 0)
    return chr(_FIRST | tone | rest)


class _Lexicon(dict[str, tuple[str, ...]]):
    """The words of a stretch without blanks, as written ("Đảng", "25-NQ/TW,"), worked out once each."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        if len(self) > _MOST_STRETCHES:
            self.clear()
        found = tuple(fold(syllable) + form_of(syllable) for syllable in syllables(stretch))
        self[stretch] = found
        return found


_LEXICON: Final = _Lexicon()


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return list(chain.from_iterable(map(_LEXICON.__getitem__, text.split())))
