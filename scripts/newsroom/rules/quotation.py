"""Rule on quotation marks in front matter: Word bends the straight ones, and bent ones hold no value together for YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.codes import Code
from newsroom.nodes import Scalar, scalars
from newsroom.problem import Problem
from newsroom.source import Source

_BENT: Final = ("“", "”", "„")
_CURE: Final = (
    'đổi hai dấu ấy thành ngoặc kép thẳng: "…"; đúng là lời trích thì đặt thêm ngoặc kép thẳng ở ngoài: "“…”"'
)
_CURE_OPEN: Final = (
    'đặt cả câu trong ngoặc kép thẳng: "…"; ngoặc cong không giữ được dấu phẩy, nên danh sách cắt câu ở đó'
)


def check_quotation(source: Source) -> Iterator[Problem]:
    """Values that stand in bent marks instead of straight ones: readers see the marks, and lists end them at a comma."""
    for scalar in scalars(source.front):
        if scalar.text.startswith(_BENT) and not scalar.quoted and (found := _slip(scalar)):
            yield Problem(source.path, scalar.line, scalar.column, Code.BENT_QUOTES, *found)


def _slip(scalar: Scalar) -> tuple[str, str] | None:
    """What is wrong with a value that begins with a bent mark, and the cure; one that begins with somebody's words is right."""
    words = scalar.text[1:]
    places = [place for place, letter in enumerate(words) if letter in _BENT]
    if not places:
        return f"“{words}” mở bằng ngoặc kép cong mà không đóng", _CURE_OPEN
    if places == [len(words) - 1]:
        return "cả giá trị đặt trong ngoặc kép cong “ ”, người đọc thấy nguyên hai dấu ấy", _CURE
    return None
