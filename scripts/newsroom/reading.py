"""Reading: one source read and validated by itself, without regard to any other."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from pathlib import Path

from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.card import Card, card_of
from newsroom.entry import pack_document
from newsroom.library import Document
from newsroom.page import Page
from newsroom.pictures import Picture, PictureBook
from newsroom.problem import ContentError, Problem
from newsroom.rules import find_lead_picture
from newsroom.source import EMPTY, DocumentType, Source, parse_source, read_text

Answers = tuple[tuple[str, str], ...]
"""What a document was told of the paths it points to: (path under docs/, answer)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read and validated by itself; `document` packed, `card` and `picture` for articles only."""

    uri: str
    url: str
    contents: bytes
    document: bytes
    card: Card | None
    picture: Picture | None
    answers: Answers
    problems: tuple[Problem, ...]


def digest(data: bytes) -> bytes:
    """The digest by which contents are compared."""
    return hashlib.blake2b(data, digest_size=16).digest()


def read(docs: Path, uri: str, book: PictureBook) -> Reading:
    """Read and validate one source by itself."""
    contents = digest((docs / uri).read_bytes())
    try:
        document = _document(parse_source(docs, uri, read_text(docs, uri)))
    except ContentError as error:
        return Reading(uri, "", contents, b"", None, None, (), error.problems)
    if not isinstance(document, Article):
        return Reading(uri, document.url, contents, _pack(document), None, None, (), ())
    picture, problems = find_lead_picture(document, book)
    card = card_of(document, picture)
    answers = ((picture.uri, picture.digest),) if picture else ()
    return Reading(uri, document.url, contents, _pack(document), card, picture, answers, tuple(problems))


def _document(source: Source) -> Document:
    match source.type:
        case DocumentType.ARTICLE:
            return Article.from_source(source)
        case DocumentType.BRANCH:
            return Branch.from_source(source)
        case DocumentType.PAGE:
            return Page.from_source(source)


def _pack(document: Document) -> bytes:
    source = document.source_file
    light = Source(source.uri, source.path, EMPTY, "", 1)
    return pack_document(dataclasses.replace(document, source_file=light))
