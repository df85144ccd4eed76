"""Reading: one source read and validated by itself, without regard to any other."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsroom.article import Article
from newsroom.body import plain_body
from newsroom.branch import Branch
from newsroom.card import Card, card_of
from newsroom.codes import Code
from newsroom.entry import pack_body, pack_document
from newsroom.hosts import Hosts
from newsroom.library import Document
from newsroom.page import Page
from newsroom.pictures import Picture, PictureBook
from newsroom.problem import ContentError, Problem
from newsroom.rules import find_lead_picture
from newsroom.source import EMPTY, DocumentType, Source, decode, parse_source
from newsroom.targets import resolve
from newsroom.vetting import measure, vet
from newsroom.watch import TooMuch, watched

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


def read(docs: Path, uri: str, book: PictureBook, hosts: Hosts, *, plainly: bool = False) -> Reading:
    """Read, vet and validate one source by itself; `plainly` makes the bodies of plain articles at once.

    A source that exceeds every measure, or the time for one, is told as a problem like any other.
    """
    contents = b""
    try:
        with watched():
            data = (docs / uri).read_bytes()
            contents = digest(data)
            source = parse_source(docs, uri, decode(data, f"{docs.name}/{uri}"))
            problems = _vetted(source, hosts)
            document = _document(source, problems)
    except ContentError as error:
        return Reading(uri, "", contents, b"", None, None, (), error.problems)
    except (OSError, TooMuch) as error:
        return Reading(uri, "", contents, b"", None, None, (), (_unread(f"{docs.name}/{uri}", error),))
    if not isinstance(document, Article):
        return Reading(uri, document.url, contents, _pack(document), None, None, (), tuple(problems))
    picture, more = find_lead_picture(document, book)
    problems += more
    card = card_of(document, picture)
    shown = resolve(uri, document.image.file) if document.image else ""
    answers = ((shown, book.answer(shown)),) if shown else ()
    body = plain_body(document.source_file.body) if plainly else None
    made = (pack_body(body), body.digest) if body else ()
    return Reading(uri, document.url, contents, pack_document(document), card, picture, answers, tuple(problems), *made)


def _vetted(source: Source, hosts: Hosts) -> list[Problem]:
    """What is wrong with the words of a source.

    Raises ContentError when it is too long or deep to be looked at any further.
    """
    if excess := list(measure(source)):
        raise ContentError(excess)
    return list(vet(source, hosts))


def _document(source: Source, problems: Sequence[Problem]) -> Document:
    """The document of a source.

    Raises ContentError with its problems and those found already.
    """
    try:
        return _of_its_type(source)
    except ContentError as error:
        raise ContentError([*problems, *error.problems]) from None


def _unread(path: str, error: BaseException) -> Problem:
    if isinstance(error, TooMuch):
        return Problem(path, 1, 1, Code.TOO_COMPLEX, "tệp quá phức tạp, đọc mãi không xong", "chia bài, viết phẳng lại")
    return Problem(path, 1, 1, Code.NOT_A_FILE, "tệp không đọc được", "chép lại tệp")


def _of_its_type(source: Source) -> Document:
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
