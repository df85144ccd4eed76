"""Slips of the hand and of Word, found in texts; good Vietnamese left alone."""

from __future__ import annotations

import pytest
from conftest import article_text

from newsroom.codes import Code
from newsroom.fences import split
from newsroom.front_matter import parse
from newsroom.problem import Problem
from newsroom.rules.wording import _doubled_words, _lost_letters, _suspects, check_wording
from newsroom.source import EMPTY, Source
from newsroom.syllables import has_lost_letters, is_syllable

SLIPS = {
    "giữ vng nếp họp": (Code.LOST_LETTERS, "vng"),
    "ấp Nht họp": (Code.LOST_LETTERS, "Nht"),
    "vốn tnguồn khác": (Code.LOST_LETTERS, "tnguồn"),
    "củng cốnâng cao": (Code.LOST_LETTERS, "cốnâng"),
    "triển khaitổ chức": (Code.LOST_LETTERS, "khaitổ"),
    "việc của của thôn": (Code.DOUBLED_WORD, "của của"),
    "Ðảng bộ xã": (Code.FOREIGN_D, "Ðảng"),
    "Số 12/QÐ-UBND": (Code.FOREIGN_D, "QÐ"),
    'gọi là “hai tốt” và "ba không"': (Code.MIXED_QUOTES, '"ba không"'),
    "\u00a0\u00a0\u00a0Thôn họp": (Code.NO_BREAK_RUN, "\u00a0\u00a0\u00a0"),
    "Description: C:\\Users\\A\\b.JPG": (Code.PATH_IN_TEXT, "Description: C:\\Users\\A\\b.JPG"),
    "file:///C:/Users/A/clip_image002.jpg": (Code.PATH_IN_TEXT, "file:///C:/Users/A/clip_image002.jpg"),
    "*Nguồn: Internet*": (Code.VAGUE_CREDIT, "Nguồn: Internet"),
    "(Ảnh sưu tầm.)": (Code.VAGUE_CREDIT, "Ảnh sưu tầm"),
    "(Ảnh: Người Chụp)Sau đó": (Code.CAPTION_RUN_IN, "(Ảnh: Người Chụp)"),
    "Ảnh: Quang PhươngTheo ông": (Code.CAPTION_RUN_IN, "Ảnh: Quang Phương"),
}

GOOD = [
    "Luôn luôn, dần dần, người người, nhà nhà thi đua; xa xa có con đò.",
    "Huyện Krông Pắc, tỉnh Đắk Lắk; anh Ksor Blăm đi ôtô, chở bêtông.",
    "Khuya, quýt, nguệch ngoạc, khuỷu tay, giếng, quốc, thuở, loà xoà, uỷ, ủy, khoẻ, khỏe, rượu, hươu, xoong, yêu.",
    "Bón urê; zậy mới zui; ông Guðmundur và bà Sigurðardóttir; việc của của chung.",
    "Xe buýt đi đi về về mỗi ngày; cả nước nghỉ để để tang; chị về xã Ea B’hốk, thôn R'hốk.",
    "Nguồn tin từ Internet phải kiểm chứng.\n\nẢnh: Nguyễn Văn Mẫu, sưu tầm từ kho của thôn",
    "Số 25-NQ/TW, QĐ, HĐND, 12 km, https://vnn.example/nht",
    'Xem [bài](x.md "chú thích") và `"mã"`; gọi là “hai tốt”.',
]
GROUND = "Sáng nay, chi bộ thôn Mẫu họp bàn việc làm đường; bà con góp công, góp của. " * 8
"""Enough good text for a long one."""


QUOTED = {Code.LOST_LETTERS, Code.PATH_IN_TEXT, Code.CAPTION_RUN_IN, Code.VAGUE_CREDIT}
"""Slips whose message says the wrong letters again."""


def told_of(text: str) -> list[Problem]:
    """What is told of an article with this body."""
    return list(check_wording(Source("tin-tuc/2026/01/x.md", "x.md", EMPTY, text, 1)))


def assert_told_once(text: str, code: Code, letters: str) -> None:
    """The letters are the only slip of the text, told where they stand, with a cure."""
    (problem,) = told_of(text)
    assert (problem.code, problem.line, problem.column) == (code, 1, text.index(letters) + 1)
    assert (f"“{letters}”" in problem.message) is (code in QUOTED)
    assert problem.cure


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_found_with_a_cure(text: str) -> None:
    assert_told_once(text, *SLIPS[text])


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_found_in_a_long_text_too(text: str) -> None:
    assert_told_once(f"{text}\n{GROUND}", *SLIPS[text])


def test_a_text_is_asked_in_arrays_as_word_by_word() -> None:
    for text in (*SLIPS, *GOOD, "từ từ", "của\n\ncủa", "là là", "nghiêngngả", "Krông vng", "a 1 b", "nht.vn"):
        long = f"{GROUND} {text}"
        lost, doubled = _suspects(long)
        assert lost or not list(_lost_letters(long))
        assert doubled or not list(_doubled_words(long))
    assert _suspects(GROUND) == (False, False)


def test_brackets_and_code_are_no_text() -> None:
    assert_told_once('“Hai tốt”, xem [bài](x.md)"ba không" và `"mã"`.', Code.MIXED_QUOTES, '"ba không"')
    assert told_of('“Hai tốt”, xem x"ba không".') == []


@pytest.mark.parametrize("text", GOOD)
def test_good_vietnamese_is_left_alone(text: str) -> None:
    assert told_of(text) == []


@pytest.mark.parametrize(
    ("word", "can_be"), [("nghiêng", True), ("khuyếch", False), ("cắc", True), ("cằc", False), ("hòà", False)]
)
def test_a_syllable_has_one_tone_that_fits_its_end(word: str, can_be: bool) -> None:
    assert is_syllable(word) is can_be


def test_the_tone_style_is_nobody_s_slip() -> None:
    assert not any(map(has_lost_letters, ("hòa", "hoà", "thủy", "thuỷ", "khóa", "khoá", "quý", "quí")))


@pytest.mark.parametrize(
    ("lead", "place", "code"),
    [
        ('"Chi bộ thôn Mẫu họp của của thôn"', (4, 28), Code.DOUBLED_WORD),
        ("Chi bộ thôn Mẫu họp của của thôn", (4, 27), Code.DOUBLED_WORD),
        ("|\n  Chi bộ thôn Mẫu họp của của thôn", (4, 7), Code.DOUBLED_WORD),
        ('"Chi bộ **thôn Mẫu** họp thường kỳ"', (4, 15), Code.STRAY_MARK),
        ('"Chi bộ [thôn Mẫu](x.md) họp thường kỳ"', (4, 15), Code.STRAY_MARK),
    ],
)
def test_a_slip_in_a_field_stands_at_its_words(lead: str, place: tuple[int, int], code: Code) -> None:
    path = "docs/tin-tuc/2026/01/x.md"
    parts = split(article_text(lead=lead), path)
    source = Source(
        "tin-tuc/2026/01/x.md", path, parse(parts.block, path, parts.block_line), parts.body, parts.body_line
    )
    found = list(check_wording(source))
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(*place, code)]
