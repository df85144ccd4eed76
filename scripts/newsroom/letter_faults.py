"""Faults of letters: what no text may hold, and what its editor is told."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsroom.codes import Code
from newsroom.letters import CONTROL, mixed_word, piled_marks, wrong_encoding

SAVE_AS: Final = "mở tệp, chọn Lưu thành với mã hóa UTF-8; chữ TCVN3, VNI phải chuyển mã trước"
"""How to mend a file of another encoding."""
_OF_A_FONT: Final = range(0xF000, 0xF100)
"""Where Symbol and Wingdings have their signs: the bullets that Word makes."""
_AGAIN: Final = "xóa ký tự ấy, gõ lại cả từ"


class LetterFault(NamedTuple):
    """A fault and the offset at which it stands."""

    code: Code
    place: int
    message: str
    cure: str


def letter_fault(text: str) -> LetterFault | None:
    """The first of what no text should hold."""
    if match := CONTROL.search(text):
        sign = f"U+{ord(match[0]):04X}"
        message, cure = f"ký tự điều khiển {sign} ẩn trong tệp", _AGAIN
        if ord(match[0]) in _OF_A_FONT:
            message = f"dấu {sign} chỉ phông Symbol, Wingdings của Word mới có"
            cure = "dấu đầu dòng thì thay bằng “- ” (gạch nối, dấu cách), dấu khác thì xóa"
        return LetterFault(Code.CONTROL_CHARACTER, match.start(), message, cure)
    if text.isascii():
        return None
    if wrong := wrong_encoding(text):
        return LetterFault(Code.ENCODING, wrong[1], wrong[0], SAVE_AS)
    if piled := piled_marks(text):
        message = "nhiều dấu chồng lên một chữ"
        return LetterFault(Code.CONTROL_CHARACTER, piled.start(), message, "gõ lại cả từ")
    if mixed := mixed_word(text):
        message = f"từ “{mixed[0]}” trộn chữ của hệ chữ khác trông giống chữ Việt"
        return LetterFault(Code.FALSE_LETTERS, mixed.start(), message, "gõ lại cả từ bằng bàn phím tiếng Việt")
    return None
