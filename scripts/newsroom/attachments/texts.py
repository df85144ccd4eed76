"""Attached texts: tables and plain texts, whose words are vetted as those of a document are, and what other files say.

A table is read as a Markdown one would be: its cells parted by bars, a rule under whatever may be the names of its columns.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsroom.codes import Code
from newsroom.hosts import Hosts
from newsroom.office_files import ENDINGS, words_of_office
from newsroom.problem import Problem, sort_problems
from newsroom.source import EMPTY
from newsroom.unreadable import Unreadable
from newsroom.vetting.gambling import gambling
from newsroom.vetting.passages import Passage
from newsroom.vetting.personal import kinds_of_personal_data, personal_data
from newsroom.watch import TooMuch, watched

TEXT_TYPES: Final = (".csv", ".txt")
"""Endings of attachments that are texts."""
_PARTS_OF_A_TABLE: Final = re.compile(r'"[^"]*"|[,;\t]')
_HEADINGS: Final = 20
"""Rows at the top of a table among which the names of its columns stand."""
_MOST_TOLD: Final = 50
"""Problems of one file: a list of a thousand people is no better known by a thousand lines."""
_LOOK: Final = "xóa hoặc che những chỗ ấy rồi chép lại tệp; luật cho công khai thì cứ để"
_CURE: Final = "xóa dữ liệu ấy khỏi tệp; cả tệp là danh sách như thế thì đưa tệp ra ngoài docs/"


def vet_text(path: str, data: bytes, hosts: Hosts) -> tuple[Problem, ...]:
    """Adverts for gambling and personal data in an attached text, told with its path; a list of people is told as one.

    What is no UTF-8 is looked at all the same: figures are alike in every encoding that a kind of file may have here.
    """
    try:
        with watched():
            body = Passage(path, _text(path, data), 1, 1)
            found = list(gambling([body], hosts))
            found += [dataclasses.replace(problem, cure=_CURE) for problem in _personal(body)]
    except TooMuch:
        cure = "chia thành nhiều tệp nhỏ"
        return (Problem(path, 1, 1, Code.TOO_COMPLEX, "tệp quá dài, soát mãi không xong", cure),)
    return sort_problems(found)


def vet_words(path: str, data: bytes) -> tuple[Problem, ...]:
    """A warning when what an office file or PDF says tells of people what no text may; a person sees if the law wants it so.

    Nothing for other files, and for one that is spoilt: nobody reads that.
    """
    try:
        with watched():
            texts = [Passage(path, text, 1, 1) for text in _words(path.lower(), data)]
            kinds = kinds_of_personal_data([passage for text in texts for passage in (*_headings(text), text)])
    except Unreadable:
        return ()
    except TooMuch:
        message = "chữ trong tệp quá nhiều, soát mãi không xong"
        return (Problem(path, 1, 1, Code.LEFTOVERS, message, "xin tự xem lại trước khi đăng"),)
    message = f"chữ trong tệp có {', '.join(kinds)}"
    return (Problem(path, 1, 1, Code.LEFTOVERS, message, _LOOK),) if kinds else ()


def _words(name: str, data: bytes) -> tuple[str, ...]:
    """What a file says, where its kind can be read."""
    if name.endswith(ENDINGS):
        return words_of_office(data)
    if not name.endswith(".pdf"):
        return ()
    from newsroom.pdf_words import words_of_pdf  # the library takes a quarter of a second to load, and PDFs are rare

    return words_of_pdf(data)


def _text(path: str, data: bytes) -> str:
    text = unicodedata.normalize("NFC", data.decode("utf-8-sig", errors="replace"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _PARTS_OF_A_TABLE.sub(_barred, text) if path.lower().endswith(".csv") else text.replace("\t", "|")


def _barred(part: re.Match[str]) -> str:
    """A bar for what parts cells, blanks for the quotes around one: everything stays in its place."""
    return "|" if len(part[0]) == 1 else f" {part[0][1:-1]} "


def _personal(body: Passage) -> list[Problem]:
    found = list(islice(personal_data(EMPTY, [*_headings(body), body]), _MOST_TOLD))
    lists = [problem for problem in found if problem.code is Code.MEMBER_LIST]
    return lists[:1] or found


def _headings(body: Passage) -> Iterator[Passage]:
    """What may be the names of columns, each with a rule below."""
    for number, line in enumerate(body.text.split("\n", _HEADINGS)[:_HEADINGS]):
        if "|" in line:
            yield Passage(body.path, f"{line}\n---", body.line + number, 1)
