"""Quick ways: what is asked of a text by its codes, or once for the whole, comes out as letter by letter, line by line."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from newsroom.body import plain_body
from newsroom.fences import Split, split
from newsroom.letters import _RARE, is_common
from newsroom.mentions.names import _TONES, folded
from newsroom.nodes import Mapping
from newsroom.problem import ContentError
from newsroom.source import Source, decode
from newsroom.vetting import measure

LINES: Final = st.lists(
    st.sampled_from(["---", "--- ", "---\u00a0", "--- x", "----", " ---", "a: b", "", "\x85", "---\x1c"])
)
WORDS: Final = st.lists(
    st.sampled_from(
        [
            *("Chữ", "ổ", "một", "😀", "İ", "½", "1", ".", "“", "*", "&", "a;", ">"),
            *(" ", "  ", "\u00a0", "\u2003", "\x1f", "\t", "\n", "\n\n"),
        ]
    )
)
MARKED: Final = st.lists(
    st.sampled_from(["òa", "Oà", "UỶ", "–", "—", "İ", "Σ", "»", "Ã", "e\u0301", "\r", "\r\n", "đ", "\u200b"])
)
DEEP: Final = st.lists(st.sampled_from(["\n", ">", "- ", "1. ", " " * 81, "\t" * 20, "x", "> " * 12]), max_size=12)
PARAGRAPH: Final = re.compile(r"""(?:[^\W\d_]|["“‘«(]|\d+(?![\d.]))(?:[^\n\t&<\[\]\\`*_|\x02\x03]|&(?![#\w]+;))*""")
DEEP_LINE: Final = re.compile(
    r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13}|^ {81}|^(?:\t| {4}){20}", re.MULTILINE
)


def cut(text: str) -> Split | None:
    """A document cut line by line."""
    first, *lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if first.rstrip() != "---" or not fences:
        return None
    number = fences[0]
    return Split("\n".join(lines[:number]), 2, "\n".join(lines[number + 1 :]), number + 3)


@given(LINES)
def test_a_document_is_cut_as_line_by_line(lines: list[str]) -> None:
    text = "\n".join(["---", *lines])
    try:
        parts: Split | None = split(text, "docs/bai.md")
    except ContentError:
        parts = None
    assert parts == cut(text)


@given(WORDS)
def test_a_plain_body_is_made_of_its_paragraphs_and_words(parts: list[str]) -> None:
    text = "".join(parts)
    paragraphs = re.split(r"\n{2,}", text.strip("\n"))
    body = plain_body(text)
    assert bool(body) == all(map(PARAGRAPH.fullmatch, paragraphs))
    if body:
        shown = [paragraph.replace("&", "&amp;").replace(">", "&gt;") for paragraph in paragraphs]
        assert body.html == "\n".join(f"<p>{paragraph}</p>" for paragraph in shown)
        assert body.text == " ".join(text.split())


@given(MARKED)
def test_names_are_folded_as_letter_by_letter(parts: list[str]) -> None:
    text = "".join(parts)
    small = text.lower().replace("–", "-")
    for old, new in _TONES:
        small = small.replace(old, new)
    assert folded(text) == small


@given(MARKED)
def test_a_common_text_is_told_as_sign_by_sign_and_composed(parts: list[str]) -> None:
    text = "".join(parts)
    assert is_common(text) is not bool(_RARE.search(text))
    try:
        read = decode(text.encode(), "docs/bai.md")
    except ContentError:
        return
    assert unicodedata.is_normalized("NFC", read)
    assert "\r" not in read


@given(DEEP)
def test_deep_lines_are_found_where_they_begin(parts: list[str]) -> None:
    source = Source("bai.md", "docs/bai.md", Mapping((), 1, 1), "".join(parts), 3)
    found = DEEP_LINE.search(source.body)
    assert [(problem.line, problem.column) for problem in measure(source)] == (
        [source.place_of(found.start())] if found else []
    )
