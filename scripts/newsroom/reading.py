"""Reading: one source read and validated by itself, without regard to any other."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsroom.article import Article
from newsroom.body import plain_body
from newsroom.branch import Branch
from newsroom.card import Card, card_of
from newsroom.entry import pack_body, pack_document
from newsroom.library import Document, Other
from newsroom.mentions import Citation, find_citations, parse_citation
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.pictures import Picture, PictureBook
from newsroom.problem import ContentError, Problem
from newsroom.rules import check_wording, find_lead_picture
from newsroom.source import EMPTY, DocumentType, Source, parse_source, read_text

Answers = tuple[tuple[str, str], ...]
"""What a document was told of the paths it points to: (path under docs/, answer)."""


class Reading(NamedTuple):
    """A source read and validated by itself; `document` packed, `card` and `picture` for articles only.

    `citations` are those of the front matter, and of the body where that is made already. `body` is packed and `drawn` its digest, where it is so plain that no other document has a say in it; else both are
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
    citations: tuple[Citation, ...] = ()
    body: bytes = b""
    drawn: bytes = b""


def digest(data: bytes) -> bytes:
    """The digest by which contents are compared."""
    return hashlib.blake2b(data, digest_size=16).digest()


def read(docs: Path, uri: str, book: PictureBook, *, plainly: bool = False) -> Reading:
    """Read and validate one source by itself; `plainly` makes the bodies of plain articles at once."""
    contents = digest((docs / uri).read_bytes())
    try:
        source = parse_source(docs, uri, read_text(docs, uri))
        document = _document(source)
    except ContentError as error:
        return Reading(uri, "", contents, b"", None, None, (), error.problems)
    if not isinstance(document, Article):
        told = citations_in(" \n".join(_texts(document)))
        told = (document.key, *told) if isinstance(document, OfficialDocument) else told
        slips = () if isinstance(document, Page) else tuple(check_wording(source))  # the handbook shows slips
        return Reading(uri, document.url, contents, _pack(document), None, None, (), slips, told)
    picture, problems = find_lead_picture(document, book)
    card = card_of(document, picture)
    answers = ((picture.uri, picture.digest),) if picture else ()
    body = plain_body(document.source_file.body) if plainly else None
    told = (*map(parse_citation, document.documents), *citations_in(f"{document.title}\n{document.lead}"))
    told += citations_in(body.text) if body else ()
    made = (pack_body(body), body.digest) if body else ()
    return Reading(
        uri,
        document.url,
        contents,
        pack_document(document),
        card,
        picture,
        answers,
        (*problems, *check_wording(source)),
        told,
        *made,
    )


def citations_in(text: str) -> tuple[Citation, ...]:
    """What a text cites, in its order."""
    return tuple(cited.citation for cited in find_citations(text))


def _texts(value: object) -> Iterator[str]:
    """Every text of a document's fields, its source aside."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Source):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _document(source: Source) -> Document:
    match source.type:
        case DocumentType.ARTICLE:
            return Article.from_source(source)
        case DocumentType.BRANCH:
            return Branch.from_source(source)
        case DocumentType.OFFICIAL_DOCUMENT:
            return OfficialDocument.from_source(source)
        case DocumentType.PAGE:
            return Page.from_source(source)


def _pack(document: Other) -> bytes:
    source = document.source_file
    light = Source(source.uri, source.path, EMPTY, "", 1)
    return pack_document(dataclasses.replace(document, source_file=light))
