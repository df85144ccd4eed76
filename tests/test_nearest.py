"""The cure for an unknown slug: a question where a slip of the hand is likely, no wrong guess elsewhere."""

from __future__ import annotations

import pytest

from newsroom.rules.nearest import among, nearest

KNOWN = [
    *("chi-bo-thon-an-cu", "chi-bo-thon-2", "chi-bo-thon-muoi", "xa-tan-hung", "dang-bo-xa-vi-du"),
    *("thong-bao", "nong-thon", "xay-dung-dang", "dan-van", "kiem-tra-giam-sat"),
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("chi-bo-thon-an-cuu", "chi-bo-thon-an-cu"),
        ("chi-bo-thon-ancu", "chi-bo-thon-an-cu"),
        ("chi-bo-an-cu", "chi-bo-thon-an-cu"),
        ("thon-an-cu", "chi-bo-thon-an-cu"),
        ("xa-tan-hng", "xa-tan-hung"),
        ("dang-bo-xa-vidu", "dang-bo-xa-vi-du"),
        ("thong-boa", "thong-bao"),
        ("nong-thon-moi", "nong-thon"),
        ("xay-dung", "xay-dung-dang"),
        ("danvan", "dan-van"),
        ("kiem-tra-giam-sta", "kiem-tra-giam-sat"),
    ],
)
def test_a_slip_comes_with_a_question(word: str, meant: str) -> None:
    assert nearest(word, KNOWN, "khác") == f"có phải “{meant}”?"


@pytest.mark.parametrize(
    "word", ["chi-bo-thon-mau", "chi-bo-thon-1", "chi-bo-thon-mot", "xa-vi-du", "the-thao", "x", "van-hoa"]
)
def test_a_slug_of_its_own_is_not_taken_for_another(word: str) -> None:
    assert nearest(word, KNOWN[:4] + KNOWN[5:], "khác") == "khác"


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("x", [], "khác") == "khác"


def test_few_slugs_are_told_and_many_are_not() -> None:
    assert among(["b", "a"]) == "; đang có: a, b"
    assert among([]) == among([str(number) for number in range(99)]) == ""
