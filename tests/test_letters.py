"""Letters: what a text may not hold is seen, whatever quick look comes first."""

from __future__ import annotations

import re
import sys

import pytest

from newsroom import letters

CHARACTERS = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)


@pytest.mark.parametrize("rule", ["CONTROL", "_DROPPED", "_INVISIBLE", "_OTHER_SCRIPT", "_GREEK_LETTER", "_SUSPECT"])
def test_a_text_with_a_sign_that_a_rule_looks_for_is_not_common(rule: str) -> None:
    pattern: re.Pattern[str] = getattr(letters, rule)
    signs = set(pattern.findall(CHARACTERS))
    assert signs
    assert [sign for sign in sorted(signs) if letters.is_common(f"chữ {sign} chữ")] == []


def test_a_text_with_piled_marks_or_a_lost_letter_is_not_common() -> None:
    piled = [mark for mark in CHARACTERS if letters.piled_marks(f"ế{mark * 3}")]
    assert len(piled) > 200
    assert not any(map(letters.is_common, (f"ế{mark * 3}" for mark in piled)))
    assert not letters.is_common("mất \ufffd chữ")


def test_vietnamese_is_common() -> None:
    assert letters.is_common("Đảng ủy xã họp ngày 25/10/2022 – “đúng hẹn”…\n\tKhoẻ, khỏe; ÀẢÁẠ ưỡng 😀")
