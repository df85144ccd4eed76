"""The words beside a picture: an alternative text must tell what is seen, a credit must name someone.

What Word, phones and hurried hands leave in their place – paths, file names, "ảnh 1", "Nguồn: Internet" – tells nobody
anything; of a picture pasted without words Word leaves the path it had on its writer's computer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsroom.codes import Code
from newsroom.vietnamese import fold

_PATH: Final = re.compile(
    r"^description:|^(?:[a-z]:)?[\\/]|\\|\b(?:https?|file|blob|data):|"
    r"\.(?:jpe?g|jfif|png|gif|bmp|webp|avif|heic|heif|tiff?|svg|pdf|docx?)\b",
    re.IGNORECASE,
)
_FILE_NAME: Final = re.compile(
    r"(?:img|dsc\w?|pxl|dji|mvimg|image|photo|picture|screenshot|zalo|viber|received)[ _-]?\d[\w()-]*|"
    r"(?:anh|hinh|z)[_-]?\d[\w()-]*|"
    r"[^\W_]+(?:[_-][^\W_]+){2,}|[0-9a-f]{12,}"
)
"""What cameras, programs and people call files, marks stripped, without blanks."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_IDLE_WORDS: Final = """
    anh hinh buc tam minh hoa image images img picture photo pic photos logo alt text description untitled title mo ta
    loi chu thich chen vao day noi dung bai viet dai dien tieu de test thu abc xyz xxx todo tbd lorem ipsum dolor cap
    nhat sau dang bo sung no caption placeholder screenshot man chup so la the cua trong
"""
_IDLE: Final = frozenset(_IDLE_WORDS.split())
"""Words that stand where a description will once be; a text of these alone describes nothing."""
_WORDS_FOR_NOBODY: Final = """
    internet mang google facebook fb zalo youtube web website net online st suutam
"""
_NOBODY: Final = frozenset(_WORDS_FOR_NOBODY.split())
_WORDS_AROUND: Final = """
    nguon anh hinh theo tu suu tam tren mang lay o cac trang xa hoi source photo cop
"""
_AROUND: Final = frozenset(_WORDS_AROUND.split())
_CREDITS_NOBODY: Final = re.compile(
    r"\b(?:nguon|anh|hinh|photo|source)(?: anh)?\s*[:(/–-]\s*(?:internet|suu tam|mang|google|facebook|zalo)\b"
)


_CREDIT_LINE: Final = re.compile(r"^[ >*_(]*((?:[Nn]guồn|[ẢA]nh)\b[^\n]{0,40}?)[ *_.)]*$", re.MULTILINE)
_NOBODY_SIGNS: Final = ("nternet", "INTERNET", "ưu tầm", "oogle", "acebook", "guồn mạng", "guồn: mạng")


class Judgement(NamedTuple):
    """What is wrong with some words, and how to mend it."""

    code: Code
    message: str
    cure: str


def judge_alt(alt: str) -> Judgement | None:
    """What is wrong with an alternative text that is not empty; None for nothing."""
    plain = fold(alt)
    if _PATH.search(alt.strip()) or _FILE_NAME.fullmatch(plain):
        cure = "tả điều nhìn thấy trong ảnh bằng một câu"
        return Judgement(Code.LEAKED_PATH, f"lời tả ảnh “{alt}” là đường dẫn hoặc tên tệp", cure)
    if not set(_WORD.findall(plain)) - _IDLE:
        cure = "tả điều nhìn thấy trong ảnh: ai, làm gì, ở đâu"
        return Judgement(Code.PLACEHOLDER_ALT, f"lời tả ảnh “{alt}” không tả gì", cure)
    return judge_caption(alt)


def judge_caption(caption: str) -> Judgement | None:
    """What is wrong with words that may name who made the picture; None for nothing."""
    return _vague(caption) if _CREDITS_NOBODY.search(fold(caption)) or _names_nobody(caption) else None


def vague_credit_lines(text: str) -> Iterator[tuple[str, Judgement]]:
    """Each line of its own that names a picture's source and nobody: “*Nguồn: Internet*”."""
    if any(map(text.__contains__, _NOBODY_SIGNS)):
        for line in _CREDIT_LINE.findall(text):
            if _names_nobody(line):
                yield line, _vague(line)


def judge_credit(credit: str) -> Judgement | None:
    """What is wrong with words that are to name who made the picture; None for nothing."""
    return _vague(credit) if _names_nobody(credit) else None


def _names_nobody(credit: str) -> bool:
    words = set(_WORD.findall(fold(credit)))
    is_collected = {"suu", "tam"} <= words
    return bool(words & _NOBODY or is_collected) and not words - _NOBODY - _AROUND


def _vague(words: str) -> Judgement:
    return Judgement(
        Code.VAGUE_CREDIT, f"ghi nguồn ảnh “{words}” không cho biết của ai", "ghi tên người chụp hoặc cơ quan"
    )
