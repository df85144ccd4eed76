"""The code page: every letter has its code and comes back; a text with any other sign has none."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from newsroom.code_page import LETTERS, codes_of, decode, encode, lower, table

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1)]


def test_every_letter_has_one_code_and_comes_back() -> None:
    codes = encode(LETTERS)
    assert codes is not None
    assert len(set(codes)) == len(codes) == len(LETTERS)
    assert decode(codes) == LETTERS


def test_no_other_sign_has_a_code() -> None:
    assert {letter for letter in CHARACTERS if encode(letter) is not None} == set(LETTERS)


@pytest.mark.parametrize("letter", "đĐưƯẳỴÀỹ–“\u00a0a@~\t\n")
def test_vietnamese_is_of_the_page(letter: str) -> None:
    assert letter in LETTERS


def test_a_text_of_the_page_is_composed() -> None:
    assert all(unicodedata.is_normalized("NFC", letter) for letter in LETTERS)
    assert not any(map(unicodedata.combining, LETTERS))


def test_a_table_makes_of_each_letter_what_its_form_says() -> None:
    signs = table(lambda letter: "a" if letter.isalpha() else " ")
    codes = encode("Đảng ủy xã, 25")
    assert codes is not None
    assert codes.translate(signs) == b"aaaa aa aa    "
    assert codes.translate(None, codes_of(str.isalpha)) == b"  , 25"


def test_letters_are_made_small_as_python_does() -> None:
    assert lower(LETTERS) == LETTERS.lower()
    assert lower("İ ΑΣ") == "İ ΑΣ".lower()


def test_case_is_ignored_in_an_expression_as_small_letters_do() -> None:
    for letter in LETTERS:
        alike = [other for other in LETTERS if other.lower() == letter.lower()]
        assert re.findall(re.escape(letter), LETTERS, re.IGNORECASE) == alike
