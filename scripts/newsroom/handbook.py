"""The tables of the editors' handbook that are drawn from the models, so that the two cannot drift.

A line `[[truong bai-viet]]` in a documentation page becomes the table of an article's fields; `[[ma-loi]]` the table of
problem codes; `[[tu-vung the-loai]]` a closed vocabulary.
"""

from __future__ import annotations

import re
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


def _table(marker: re.Match[str]) -> str:
    match marker.groups():
        case "truong", name if name in RECORDS:
            return _fields(RECORDS[name])
        case "tu-vung", name if name in VOCABULARIES:
            return _words(VOCABULARIES[name])
        case "ma-loi", None:
            return _codes()
    return marker[0]


def _fields(record: type[Any]) -> str:
    required = required_fields(record)
    rows = [
        f"| `{key}` | {reader.label}{' **(bắt buộc)**' if key in required else ''} | {_cell(reader.help)} | {_cell(reader.form)} |"
        for key, reader in field_readers(record).items()
    ]
    return "\n".join(["| Trường | Tên | Ý nghĩa | Cách viết |", "| --- | --- | --- | --- |", *rows])


def _words(words: type[Labelled]) -> str:
    rows = [f"| `{word.value}` | {word.label} |" for word in words]
    return "\n".join(["| Viết | Nghĩa |", "| --- | --- |", *rows])


def _codes() -> str:
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
