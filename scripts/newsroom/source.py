"""Sources: the files under `docs/` as they were read, before anyone asks what they mean."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from newsroom.addresses import ARTICLES, BRANCHES, DOCUMENTS, PROGRAMMES, UNITS
from newsroom.code_page import encode
from newsroom.codes import Code
from newsroom.fences import split
from newsroom.front_matter import parse
from newsroom.letter_faults import SAVE_AS, letter_fault
from newsroom.letters import drop_invisible, guess_encoding, is_common
from newsroom.nodes import Mapping, Scalar, locate, written
from newsroom.places import places_of
from newsroom.problem import ContentError, Problem

EMPTY: Final = Mapping((), 1, 1)
"""Front matter of which nothing is kept."""


class DocumentType(Enum):
    """What a source is, told by its folder."""

    ARTICLE = ARTICLES
    BRANCH = BRANCHES
    OFFICIAL_DOCUMENT = DOCUMENTS
    UNIT = UNITS
    PROGRAMME = PROGRAMMES
    PAGE = ""


_OF_PROGRAMS: Final = {
    b"PK\x03\x04": "tệp Word (.docx) hay tệp nén",
    b"\xd0\xcf\x11\xe0": "tệp Word đời cũ (.doc)",
    b"{\\rt": "tệp Word (.rtf)",
    b"%PDF": "tệp PDF",
}
"""How files begin that are no texts, whatever they are called."""
_OF_ARTICLES: Final = ("lead", "section", "authors")
"""Fields that only articles have, and all of them do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file as read. `uri` is its path under docs/, `path` the one shown to editors."""

    uri: str
    path: str
    front: Mapping
    body: str
    body_line: int

    @property
    def type(self) -> DocumentType:
        """The document type that the folder stands for."""
        return document_type(self.uri)

    def problem(self, code: Code, message: str, cure: str, *field: str | int) -> Problem:
        """A problem at a field of the front matter: `("branches", 1)` is the second branch."""
        node = locate(self.front, *field)
        return Problem(self.path, node.line, node.column, code, message, cure)

    def place_of(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a place in the body."""
        return self.body_line + self.body.count("\n", 0, offset), offset - self.body.rfind("\n", 0, offset)

    def problem_in_field(self, field: str, needle: str, code: Code, message: str, cure: str) -> Problem:
        """A problem where `needle` stands in a field that is one line of the file; else where the field begins."""
        node = locate(self.front, field)
        below = [key.line for key, _ in self.front.entries if key.line > node.line] or [self.body_line - 1]
        column = node.column
        if isinstance(node, Scalar) and below[0] == node.line + 1:
            column += node.quoted + next(iter(places_of(needle, node.text)), 0)
        return Problem(self.path, node.line, column, code, message, cure)

    def problem_by_place(self, place: int, code: Code, message: str, cure: str) -> Problem:
        """A problem at an offset in the body."""
        return Problem(self.path, *self.place_of(place), code, message, cure)

    def problem_at(self, needle: str, code: Code, message: str, cure: str) -> Problem:
        """A problem where `needle` first stands in the body as a word, not as code (its first line, where it is not found)."""
        return self.problem_by_place(next(iter(places_of(needle, self.body)), 0), code, message, cure)


def document_type(uri: str) -> DocumentType:
    """The document type that a path under docs/ stands for."""
    folder = uri[: uri.find("/") + 1]
    return next((kind for kind in DocumentType if kind.value == folder), DocumentType.PAGE)


def read_text(docs: Path, uri: str) -> str:
    """The text of a file.

    Raises ContentError when it cannot be decoded.
    """
    return decode((docs / uri).read_bytes(), f"{docs.name}/{uri}")


def parse_source(docs: Path, uri: str, text: str) -> Source:
    """A source from its text.

    Raises ContentError when its front matter cannot be read, or is that of an article in a place for other documents.
    """
    path = f"{docs.name}/{uri}"
    parts = split(text, path)
    source = Source(uri, path, parse(parts.block, path, parts.block_line), parts.body, parts.body_line)
    if not uri.startswith(ARTICLES) and all(map(source.front.get, _OF_ARTICLES)):
        raise ContentError([_misplaced(source)])
    return source


def _misplaced(source: Source) -> Problem:
    """An article outside the folder of articles: its fields would all be told as wrong."""
    date = re.match(r"(\d{4})-(\d{2})\b", written(source.front.get("date") or source.front).strip('"'))
    folder = f"{ARTICLES}{date[1]}/{date[2]}/" if date else f"{ARTICLES}NĂM/THÁNG/"
    message = f"tệp giống một bài viết (có {', '.join(_OF_ARTICLES)}) mà nằm ngoài docs/{ARTICLES}"
    return source.problem(Code.BAD_PATH, message, f"chuyển sang docs/{folder}")


def body_of(docs: Path, uri: str, text: str) -> Source:
    """A source of which only the body is looked at: its front matter is known to be good."""
    path = f"{docs.name}/{uri}"
    parts = split(text, path)
    return Source(uri, path, EMPTY, parts.body, parts.body_line)


def read_source(docs: Path, uri: str) -> Source:
    """Read one Markdown file.

    Raises ContentError when it cannot be decoded, or its front matter cannot be read.
    """
    return parse_source(docs, uri, read_text(docs, uri))


def decode(data: bytes, path: str) -> str:
    """Bytes to NFC text with plain newlines, without marks of no width.

    Raises ContentError (`ma-hoa`, `ky-tu-la`, `chu-gia`) naming the line.
    """
    if program := _OF_PROGRAMS.get(data[:4]):
        message = f"bên trong là {program}, không phải chữ thuần"
        cure = "mở bằng Word, chép chữ sang Notepad, lưu thành tệp .md mới"
        raise ContentError([Problem(path, 1, 1, Code.ENCODING, message, cure)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        guess = guess_encoding(data)
        message = "tệp không phải UTF-8" + (f" (có thể là {guess})" if guess else "")
        raise ContentError([Problem(path, line, column, Code.ENCODING, message, SAVE_AS)]) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if encode(text) is None:  # what has a code is composed
        text = unicodedata.normalize("NFC", text)
    if is_common(text):
        return text
    if not text.isascii():
        text = drop_invisible(text)
    if found := letter_fault(text):
        code, place, message, cure = found
        line = text.count("\n", 0, place) + 1
        raise ContentError([Problem(path, line, place - text.rfind("\n", 0, place), code, message, cure)])
    return text
