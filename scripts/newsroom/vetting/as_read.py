"""As read: what a body shows when its entities, escapes and inline marks are gone, and blanks and figures of every kind.

Readers see “0912 345 678” whether it is typed so or as “0912**345**&nbsp;678”; so do the rules on what a text may say.
Every line stays the line it is.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from newsroom.letters import drop_invisible

_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\n]{1,80}\]")
_LINK: Final = re.compile(
    r"!?\[([^\[\]]{0,500})\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)| ?\[[^\[\]\n]{0,200}\](?!:))"
)
_REFERENCE_BELOW: Final = re.compile(r"\]\n(\[[^\[\]\n]{0,200}\](?!:)[^\n]*)")
"""The end of what a link says, its reference on the next line, and what goes on behind that."""
_CODE: Final = re.compile(r"(`{1,9})(?!`)([^\n]{1,500}?)(?<!`)\1(?!`)")
_STARS: Final = re.compile(r"(?<!\*)(\*{1,3})(?=[^\s*])([^*]{1,500})(?<=\S)\1(?!\*)")
_DASHES: Final = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])(.{1,500}?)(?<=[^\s_])\1(?!\w)")
_ENTITY: Final = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|\w{1,40});", re.ASCII)
_WINDOWS: Final = range(0x80, 0xA0)
"""Numbers by which browsers mean the signs of Windows-1252: &#150; is a dash."""
_BLANK: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_FIGURE: Final = re.compile(r"(?![0-9])\d|[．。｡․]")
_HIDDEN_FIGURES: Final = re.compile(r"\d\*\d[^*]*[^\W\d_][^*]*\d\*\d")
"""Two numbers of which an editor hid a part, and words between them: 0912*678, gọi 0912*679."""


def as_read(body: str) -> str:
    """The body as its readers see it; the very same where nothing is marked."""
    if not ("&" in body or "*" in body or "[" in body or "`" in body or "\\" in body or "_" in body):
        return body
    text = _ESCAPED.sub(r"\1", body) if "\\" in body else body
    if "[" in text:
        text = _REFERENCE_BELOW.sub(r"] \1\n", text) if "]\n[" in text else text
        text = _LINK.sub(r"\1", _LINK.sub(r"\1", _FOOTNOTE.sub("", text)))
        text = text.replace("[", "").replace("]", "") if "]:" in text else text
    text = _CODE.sub(r"\2", text) if "`" in text else text
    for _ in range(2 * ("*" in text)):
        text = _STARS.sub(_without_stars, text)
    text = _DASHES.sub(r"\2", text) if "_" in text else text
    text = _ENTITY.sub(_sign, text) if "&" in text else text
    return body if text == body else unicodedata.normalize("NFC", drop_invisible(text))


def with_plain_figures(text: str) -> str:
    """The text with ordinary blanks, figures and full stops, each in the place where another stood."""
    return _FIGURE.sub(lambda match: str(unicodedata.decimal(match[0], ".")), _BLANK.sub(" ", text))


def _without_stars(match: re.Match[str]) -> str:
    start, end = match.span()
    around = f"{match.string[start - 1 : start]}*{match[2]}*{match.string[end : end + 1]}"
    return match[0] if _HIDDEN_FIGURES.fullmatch(around) else match[2]


def _sign(match: re.Match[str]) -> str:
    number = int(match[1] or match[2] or "0", 10 if match[1] else 16)
    by_name = not (match[1] or match[2])
    sign = unescape(match[0]) if by_name or number in _WINDOWS or number > 0x10FFFF else chr(number)
    return " " if sign in "\n\r" else "\ufffd" if 0xD800 <= ord(sign[0]) < 0xE000 else sign
