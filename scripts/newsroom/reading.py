"""Reading: one source read and validated by itself, without regard to any other."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path
from typing import NamedTuple

from newsroom.article import Article
from newsroom.body import plain_body
from newsroom.branch import Branch
from newsroom.card import Card, card_of
from newsroom.entry import pack_body, pack_document
from newsroom.library import Document
from newsroom.page import Page
from newsroom.pictures import Picture, PictureBook
from newsroom.problem import ContentError, Problem
from newsroom.rules import find_lead_picture
from newsroom.source import EMPTY, DocumentType, Source, parse_source, read_text

Answers = tuple[tuple[str, str], ...]
"""What a document was told of the paths it points to: (path under docs/, answer)."""


class Reading(NamedTuple):
    """A source read and validated by itself; `document` packed, `card` and `picture` for articles only.

    `body` is packed and `drawn` its digest, where it is so plain that no other document has a say in it; else both are
    empty. A plain tuple: workers send it home.
    """

    uri: str
    url: str
    contents: bytes
    document: bytes
    card: Card | None
    picture: Picture | None
    answers: Answers
    problems: tuple[Problem, ...]
    body: bytes = b""
    drawn: bytes = b""


def digest(data: bytes) -> bytes:
    """The digest by which contents are compared."""
    return hashlib.blake2b(data, digest_size=16).digest()


def read(docs: Path, uri: str, book: PictureBook, *, plainly: bool = False) -> Reading:
    """Read and validate one source by itself; `plainly` makes the bodies of plain articles at once."""
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
    body = plain_body(document.source_file.body) if plainly else None
    made = (pack_body(body), body.digest) if body else ()
    return Reading(uri, document.url, contents, pack_document(document), card, picture, answers, tuple(problems), *made)


def _document(source: Source) -> Document:
    match source.type:
        case DocumentType.ARTICLE:
            return Article.from_source(source)
        case DocumentType.BRANCH:
            return Branch.from_source(source)
        case DocumentType.PAGE:
            return Page.from_source(source)


def _pack(document: Branch | Page) -> bytes:
    source = document.source_file
    light = Source(source.uri, source.path, EMPTY, "", 1)
    return pack_document(dataclasses.replace(document, source_file=light))
