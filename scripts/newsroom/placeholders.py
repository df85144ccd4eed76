"""Placeholders: the sentences that stand in a new document where its editor is to write. Left in, they are told.

The scaffold takes them from here, so that it writes none that is not found again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.codes import Code
from newsroom.nodes import scalars
from newsroom.problem import Problem
from newsroom.source import Source

_HERE: Final = " ở đây"

LEAD: Final = "Viết sa-pô ở đây: hai, ba câu nói ai làm gì, ở đâu, khi nào và vì sao đáng đọc; dài từ 80 đến 500 ký tự."
TEXT: Final = "Viết bài ở đây. Tiêu đề nhỏ bắt đầu bằng hai dấu thăng."
HEADING: Final = "Viết tiêu đề nhỏ ở đây, hoặc xóa dòng này"
PARAGRAPH: Final = "Viết đoạn văn ở đây."
BRANCH_SUMMARY: Final = (
    "Viết tóm tắt ở đây: tổ chức đảng này là gì, ở đâu, trực thuộc tổ chức nào; dài từ 80 đến 500 ký tự."
)
UNIT_SUMMARY: Final = "Viết tóm tắt ở đây: đơn vị nào, ở đâu, vì sao được nhắc trên trang này."
PROGRAMME_SUMMARY: Final = (
    "Viết tóm tắt ở đây: chương trình gì, ai chủ trì, từ năm nào, ai tham gia; dài từ 60 đến 500 ký tự."
)
ABSTRACT: Final = "Viết trích yếu ở đây, đúng như trên văn bản: văn bản về việc gì."
INTRODUCTION: Final = "Viết giới thiệu ở đây."
NOTE: Final = "Viết ghi chú ở đây, hoặc xóa dòng này."
ALL: Final = (
    *(LEAD, TEXT, HEADING, PARAGRAPH),
    *(BRANCH_SUMMARY, UNIT_SUMMARY, PROGRAMME_SUMMARY, ABSTRACT, INTRODUCTION, NOTE),
)
_OPENINGS: Final = tuple({text[: text.index(_HERE) + len(_HERE) + 1] for text in ALL})
"""Each up to the sign behind its first words: who begins to write behind a placeholder has not replaced it."""


def unwritten(source: Source, text: str) -> Iterator[Problem]:
    """A problem for each placeholder left in a source; `text` is its whole file, of which few hold the words at all."""
    if _HERE not in text:
        return
    for scalar in scalars(source.front):
        if scalar.text.startswith(_OPENINGS):
            yield _problem(source, scalar.line, scalar.column, scalar.text, "thay bằng lời của mình")
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        said = line.lstrip("# ")
        if said.startswith(_OPENINGS):
            column = len(line) - len(said) + 1
            yield _problem(source, number, column, said, "thay bằng lời của mình, hoặc xóa dòng ấy")


def _problem(source: Source, line: int, column: int, said: str, cure: str) -> Problem:
    opening = said[: said.index(_HERE) + len(_HERE)]
    return Problem(source.path, line, column, Code.UNWRITTEN, f"còn câu nhắc “{opening}…” của tệp mẫu", cure)
