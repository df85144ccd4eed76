"""The tables of the editors' handbook that are drawn from the models, so that the two cannot drift.

A line `[[truong bai-viet]]` in a documentation page becomes the table of an article's fields; `[[ma-loi]]` the table of
problem codes; `[[tu-vung the-loai]]` a closed vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from newsroom import vocabulary
from newsroom.archival import Archival
from newsroom.article import Article, Author, LeadPicture, Origin
from newsroom.branch import Branch, CommitteeMember, Membership, Official, RegisteredModel, blocks
from newsroom.codes import Code
from newsroom.disclosure import Disclosure
from newsroom.fields import field_readers, required_fields
from newsroom.history import Correction
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.programme import Framework, Programme, Target
from newsroom.unit import Belonging, End, Unit
from newsroom.vocabulary import Labelled

RECORDS: Final[dict[str, type[Any]]] = {
    "bai-viet": Article,
    "tac-gia": Author,
    "anh": LeadPicture,
    "nguon": Origin,
    "dinh-chinh": Correction,
    "ho-so": Branch,
    "dang-vien": Membership,
    "ket-nap": blocks.Admission,
    "chi-tieu": blocks.Indicator,
    "quy": blocks.Fund,
    "van-ban": OfficialDocument,
    "mo-hinh": RegisteredModel,
    "cap-uy": CommitteeMember,
    "chuc-danh": Official,
    "sinh-hoat": blocks.Meeting,
    "xep-loai": blocks.RatingGiven,
    "don-vi": Unit,
    "ket-thuc": End,
    "thuoc": Belonging,
    "chuong-trinh": Programme,
    "muc-tieu": Target,
    "khung": Framework,
    "luu-tru": Archival,
    "trang": Page,
    "cong-khai": Disclosure,
}
"""The records whose fields the handbook may list, by the word its pages use."""

VOCABULARIES: Final[dict[str, type[Labelled]]] = {
    "the-loai": vocabulary.Genre,
    "vai-tro": vocabulary.Credit,
    "trang-thai": vocabulary.Status,
    "cap": vocabulary.Level,
    "loai-hinh": vocabulary.Kind,
    "tinh-trang": vocabulary.State,
    "xep-loai": vocabulary.Rating,
    "the-loai-van-ban": vocabulary.DocumentKind,
    "hieu-luc": vocabulary.Validity,
    "cap-don-vi": vocabulary.UnitLevel,
    "cach-ket-thuc": vocabulary.Ending,
    "muc-ay": vocabulary.Bound,
}
"""The closed lists the handbook may show."""

_MARKER: Final = re.compile(r"^\[\[(truong|tu-vung|ma-loi)(?: ([a-z-]+))?\]\]$", re.MULTILINE)


def expand_tables(text: str) -> str:
    """Replace the markers of a handbook page by Markdown tables. An unknown marker stays as it is."""
    return _MARKER.sub(_table, text) if "[[" in text else text


def _table(match: re.Match[str]) -> str:
    subject, name = match[1], match[2] or ""
    makers: dict[str, Callable[[str], str]] = {"truong": _fields, "tu-vung": _words, "ma-loi": _codes}
    known = {"truong": name in RECORDS, "tu-vung": name in VOCABULARIES, "ma-loi": not name}
    return makers[subject](name) if known[subject] else match[0]


def _fields(name: str) -> str:
    record = RECORDS[name]
    required = required_fields(record)
    rows = [
        f"| `{key}` | {reader.label}{' **(bắt buộc)**' if key in required else ''} | {_cell(reader.help)} | {_cell(reader.form)} |"
        for key, reader in field_readers(record).items()
    ]
    return "\n".join(["| Trường | Tên | Ý nghĩa | Cách viết |", "| --- | --- | --- | --- |", *rows])


def _words(name: str) -> str:
    rows = [f"| `{word.value}` | {word.label} |" for word in VOCABULARIES[name]]
    return "\n".join(["| Viết | Nghĩa |", "| --- | --- |", *rows])


def _codes(_: str) -> str:
    rows = [f"| `{code.value}` | {'cảnh báo' if code.is_warning else 'lỗi'} | {_cell(code.meaning)} |" for code in Code]
    return "\n".join(["| Mã | Mức | Ý nghĩa và cách sửa |", "| --- | --- | --- |", *rows])


def _cell(text: str) -> str:
    return (
        text.replace("|", "\\|")
        .replace("&", "&amp;")
        .replace("*", "\\*")
        .replace("[", "\\[")
        .replace("---", "\\-\\-\\-")
    )
