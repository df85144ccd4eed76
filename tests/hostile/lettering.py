"""Letters: files in other encodings, text read in the wrong one, characters nobody sees."""

from __future__ import annotations

import unicodedata

from hostile.case import article, body, front, raw

_SENTENCE = "Nghị quyết của Đảng ủy xã về việc phát triển kinh tế, giữ vững đoàn kết trong chi bộ thôn."
_TCVN3 = "NghÞ quyÕt cña §¶ng ñy x· vÒ viÖc ph¸t triÓn kinh tÕ, gi÷ v÷ng ®oµn kÕt trong chi bé th«n."
_VNI = "Nghò quyeát cuûa Ñaûng uûy xaõ veà vieäc phaùt trieån kinh teá, giöõ vöõng ñoaøn keát trong chi boä thoân."
_HIDDEN = {
    "null": "\x00",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "next-line": "\x85",
    "c1": "\x9d",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
    "bidi-override": "\u202e",
    "bidi-embedding": "\u202a",
    "bidi-isolate": "\u2066",
    "arabic-mark": "\u061c",
    "tag": "\U000e0041",
    "noncharacter": "\ufffe",
    "noncharacter-last": "\uffff",
    "private-use": "\ue000",
    "private-plane": "\U000f0000",
    "hangul-filler": "\u3164",
    "braille-blank": "\u2800",
    "object": "\ufffc",
    "annotation": "\ufff9",
}


_NUMBERED = {"null": "&#0;", "escape": "&#27;", "bidi": "&#x202e;", "bidi-decimal": "&#8238;", "filler": "&#12644;"}
_ESCAPED = {
    "yaml": ("chu-gia", "\\u0441hi bộ thôn Mẫu họp thường kỳ"),
    "yaml-piled": ("ky-tu-la", "Chi b\\u0301\\u0302\\u0303\\u0304ộ thôn Mẫu họp thường kỳ"),
}


def _broken(encoding: str) -> bytes:
    return article(_SENTENCE).encode(encoding, errors="ignore")


_TCVN3_BYTES = article("").encode("ascii", "ignore") + _TCVN3.encode("latin-1", "ignore")

CASES = (
    *(body(f"ky-tu-{name}", "ky-tu-la", f"Chi bộ {letter}họp.\n") for name, letter in _HIDDEN.items()),
    body("ky-tu-line", "ky-tu-la", "Đoạn một.\n\nĐoạn \x1bhai.\n", 3),
    body("ky-tu-piled", "ky-tu-la", "Chi b\u0301\u0302\u0303\u0304\u0305ộ họp.\n"),
    body("ky-tu-replaced", "ma-hoa", "Chi b\ufffd họp.\n"),
    body("ma-tcvn3", "ma-hoa", f"{_TCVN3}\n"),
    body("ma-vni", "ma-hoa", f"{_VNI}\n"),
    body("ma-twice", "ma-hoa", f"{_SENTENCE.encode().decode('cp1252', 'ignore')}\n"),
    body("ma-twice-latin", "ky-tu-la", f"{_SENTENCE.encode().decode('latin-1')}\n"),
    raw("ma-utf-16", "ma-hoa", 1, article(_SENTENCE).encode("utf-16")),
    raw("ma-utf-16-le", "ma-hoa", 2, article(_SENTENCE).encode("utf-16-le")),
    raw("ma-utf-16-be", "ma-hoa", 2, article(_SENTENCE).encode("utf-16-be")),
    raw("ma-utf-32", "ma-hoa", 1, article(_SENTENCE).encode("utf-32")),
    raw("ma-tcvn3-bytes", "ma-hoa", 8, _TCVN3_BYTES),
    raw("ma-1258", "ma-hoa", 2, unicodedata.normalize("NFC", article(_SENTENCE)).encode("cp1258", "ignore")),
    raw("ma-half", "ma-hoa", 8, article("Chi bộ").encode()[:-1]),
    raw("ma-binary", "ma-hoa", 1, bytes(range(128, 256)) * 20),
    body("chu-gia-cyrillic", "chu-gia", "Chi bộ hоp bàn.\n"),
    body("chu-gia-a", "chu-gia", "Đảng uỷ xã Mаu.\n"),
    body("chu-gia-greek", "chu-gia", "Thôn Αn Cư họp.\n"),
    body("chu-gia-greek-small", "chu-gia", "Hợp tác xã hοp bàn.\n"),
    body("chu-gia-armenian", "chu-gia", "Hợp tác xã hօp bàn.\n"),
    *(body(f"ky-tu-so-{name}", "ky-tu-la", f"Đoạn một.\n\nChi {sign} bộ.\n", 3) for name, sign in _NUMBERED.items()),
    body("chu-gia-entity", "chu-gia", "Chi bộ h&#1086;p bàn.\n"),
    body("chu-gia-strong", "chu-gia", "Chi bộ h**\u043e**p bàn.\n"),
    *(front(f"chu-gia-{name}", code, 2, title=f'"{title}"') for name, (code, title) in _ESCAPED.items()),
)
