"""Letters: characters that no text needs, and texts that were written in another encoding than they claim."""

from __future__ import annotations

import re
from typing import Final

from newsroom.code_page import codes_of, encode

CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u2028-\u202e\u2066-\u206f\u2800\u3164\uffa0"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufffc\ufffe\uffff\U000e0000-\U0010ffff]"
)
"""Characters that no text needs and no reader sees: controls, overrides of direction, tags, fillers, private letters."""
_DROPPED: Final = re.compile(
    "[\u00ad\u034f\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]"
    "|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)
"""Marks without a width that programs leave between letters; a joiner stays where it joins two emoji."""
_INVISIBLE: Final = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_PILED: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}")
_MIXED: Final = re.compile(
    r"(?=[^\W\d_]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff])(?=[^\W\d_]*[\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u2c80-\u2cff])[^\W\d_]+"
)
_OTHER_SCRIPT: Final = re.compile("[\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u2c80-\u2cff]")
_GREEK_ALIKE: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΆΈΉΊΌΎοόυύιίν"
"""Greek letters that Latin ones look like; a word may well end with another: TNFα, μg, kΩ."""
_MIXED_GREEK: Final = re.compile(
    f"(?<![^\\W\\d_])(?=[^\\W\\d_]*[{_GREEK_ALIKE}])(?=(?:[^\\W\\d_]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff]){{2}}|[^\\W\\d_]*[Α-ΩΆ-Ύ])"
    "[^\\W\\d_]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff][^\\W\\d_]*"
)
_GREEK_LETTER: Final = re.compile(f"[{_GREEK_ALIKE}]")
_SUSPECT: Final = re.compile("[µ¶¸¹¨¾¼½ÆÇ®¬ªÐÎÏÑÖ×ØÜÞßäåæçîïñö÷øûüþÃÄº»]")
_ENCODED_TWICE: Final = re.compile(
    "á[º»][^\\sA-Za-z]|Ã[^\\sA-Za-z.,;:!?”]|Ä[‘ƒ‚\u0090\u0091]|Æ[°¡]|Â[^\\sA-Za-z.,;:!?”]"
)
_TCVN3: Final = re.compile(
    "(?<=[A-Za-z])[µ¶¸¹¨¾¼½ÆÇ®¬ªÐÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ]|[µ¶¸¹¨¾¼½ÆÇ®¬ªÐÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ§](?=[A-Za-z])"
)
_VNI: Final = re.compile("[aeiouyöôAEIOUYÖÔ][øûïØÛÏ]|[aeyöAEYÖ][ùõÙÕ]|[oO][âåäÂÅÄ]|[aA][êåäÊÅÄ]|[ñÑ][aeiouöô]")
_RARE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u0386-\u03cd\u0400-\u058f\u061c\u115f\u1160\u13a0-\u13ff\u180e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u2c80-\u2cff\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe20-\ufe2f\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U0010ffffµ¶¸¹¨¾¼½ÆÇ®¬ªÐÎÏÑÖ×ØÜÞßäåæçîïñö÷øûüþÃÄº»]"
)
"""Every sign that any rule of this file looks for: most texts hold none."""
_RARE_CODES: Final = codes_of(_RARE.match)
_LEAST: Final = 4
"""Signs of another encoding below which a text is taken for what it says: names of foreigners have some."""
_NO_LETTER: Final = re.compile("[A-Za-z][µ¶¸·¹¨¾¼½®¬ª]|[®§][a-z]")
_LEAST_SIGNS: Final = 2
"""TCVN3 puts signs that are no letters anywhere into words; names from Northern Europe have letters only."""
_DENSITY: Final = 12
"""Words for each such sign, at most."""
_TCVN3_BYTES: Final = re.compile(rb"[\xa8\xa9\xaa\xab\xac\xad\xae\xb5-\xbf\xc6-\xfe]")
_VNI_BYTES: Final = re.compile(rb"[aeiouy][\xf8\xf9\xfb\xf5\xef]|[oa][\xe2\xe5\xe4\xea]|\xf1")
_CP1258_BYTES: Final = re.compile(rb"[A-Za-z\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]")


def is_common(text: str) -> bool:
    """Whether a text holds no sign at all that a rule of this file looks for."""
    codes = encode(text)
    return not (_RARE.search(text) if codes is None else any(map(codes.__contains__, _RARE_CODES)))


def drop_invisible(text: str) -> str:
    """The text without marks of no width; what they hid is seen by every later check."""
    return _DROPPED.sub("", text) if _INVISIBLE.search(text) else text


def piled_marks(text: str) -> re.Match[str] | None:
    """Three and more marks on one letter (NFC): no language writes so."""
    return _PILED.search(text) if not text.isascii() else None


def mixed_word(text: str) -> re.Match[str] | None:
    """A word of Latin letters in which some are another script's that look alike: Greek, Cyrillic, Armenian, Cherokee, Coptic."""
    if _OTHER_SCRIPT.search(text) and (mixed := _MIXED.search(text)):
        return mixed
    return _MIXED_GREEK.search(text) if _GREEK_LETTER.search(text) else None


def wrong_encoding(text: str) -> tuple[str, int] | None:
    """The encoding a text was read in wrongly, and where it shows first: "Nghá»‹ quyáº¿t", "NghÞ quyÕt", "Nghò quyeát"."""
    if "\ufffd" in text:
        return "đã chuyển mã hỏng, còn dấu \ufffd", text.index("\ufffd")
    if not _SUSPECT.search(text):
        return None
    least = max(_LEAST, text.count(" ") // _DENSITY)
    for name, signs in (("UTF-8 mã hóa hai lần", _ENCODED_TWICE), ("TCVN3, phông .VnTime", _TCVN3), ("VNI", _VNI)):
        found = list(signs.finditer(text))
        if len(found) >= least and (signs is not _TCVN3 or len(_NO_LETTER.findall(text)) >= _LEAST_SIGNS):
            return f"chữ viết bằng {name}", found[0].start()
    return None


def guess_encoding(data: bytes) -> str:
    """The likely encoding of bytes that are not UTF-8; "" for none in particular."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:200]:
        return "UTF-16"
    if len(_VNI_BYTES.findall(data)) > len(data) / 40:
        return "VNI"
    if len(_CP1258_BYTES.findall(data)) > len(data) / 50:
        return "Windows-1258"
    if len(_TCVN3_BYTES.findall(data)) > len(data) / 50:
        return "TCVN3, phông .VnTime"
    return ""
