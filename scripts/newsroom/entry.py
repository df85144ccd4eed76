"""Entries: what is known of a source without opening it, and how that and its body are packed for the ledger."""

from __future__ import annotations

import marshal
import pickle
from typing import Any, Final, NamedTuple

from newsroom.article import Article
from newsroom.body import Body, Heading
from newsroom.card import WITHOUT_REFERENCES, Card, card_from_row, card_to_row
from newsroom.codes import Code
from newsroom.library import Document, Other
from newsroom.mentions import Citation, Mention, Placed
from newsroom.particulars import Particulars, particulars_from_row, particulars_of, particulars_to_row
from newsroom.pictures import Picture
from newsroom.problem import Problem
from newsroom.scan import Signature

_CODES: Final = {code.value: code for code in Code}


class Entry(NamedTuple):
    """What is known of a source without opening it.

    `answers` are the (target, answer) pairs its card and body were made with; `contents` is the digest of its text,
    `drawn` that of its converted body. `citations` are the official documents it names, each once, as and where it names them.
    `names` are those that stand in an article, found by the table whose digest is `named_by`, empty before that.
    `card` is None for documents that are no articles.
    """

    uri: str
    signature: Signature
    contents: bytes
    drawn: bytes
    answers: tuple[tuple[str, str], ...]
    pictures: tuple[Picture, ...]
    warnings: tuple[Problem, ...]
    citations: tuple[Placed, ...]
    card: Card | None
    names: tuple[Mention, ...] = ()
    named_by: bytes = b""


Packed = tuple[Any, ...]
"""An entry as plain values that `marshal` takes, its path aside."""


def pack_entry(entry: Entry) -> Packed:
    """The plain values of an entry."""
    warnings = tuple((p.path, p.line, p.column, p.code.value, p.message, p.cure) for p in entry.warnings)
    card = card_to_row(entry.card) if entry.card else None
    pictures: tuple[Any, ...] = tuple(map(tuple, entry.pictures))
    citations = tuple((tuple(placed.citation), placed.line, placed.column) for placed in entry.citations)
    named = tuple(map(tuple, entry.names)), entry.named_by
    return (entry.signature, entry.contents, entry.drawn, entry.answers, pictures, warnings, citations, card, *named)


def unpack_entry(uri: str, packed: Packed) -> Entry:
    """The entry of a source. Most have no pictures, warnings, citations or names: nothing is made of those."""
    signature, contents, drawn, answers, pictures, warnings, citations, card, names, named_by = packed
    fields = (
        uri,
        signature,
        contents,
        drawn,
        answers,
        pictures and tuple(map(Picture._make, pictures)),
        warnings and tuple(map(_problem, warnings)),
        citations and tuple(Placed(Citation._make(citation), line, column) for citation, line, column in citations),
        card and card_from_row(card),
        names and tuple(map(Mention._make, names)),
        named_by,
    )
    return Entry._make(fields)


def _problem(row: tuple[str, int, int, str, str, str]) -> Problem:
    path, line, column, code, message, cure = row
    return Problem(path, line, column, _CODES[code], message, cure)


def pack_document(document: Document) -> bytes:
    """The bytes of a document: of an article its particulars, since all else of it is on its card."""
    if isinstance(document, Article):
        return marshal.dumps(particulars_to_row(particulars_of(document)))
    return pickle.dumps(document, protocol=5)


def unpack_particulars(packed: bytes | memoryview) -> Particulars:
    """The particulars of an article."""
    return particulars_from_row(marshal.loads(packed))


def unpack_document(packed: bytes | memoryview) -> Other:
    """A document that is no article."""
    document: Other = pickle.loads(packed)
    return document


def pack_body(body: Body) -> bytes:
    """The bytes of a converted body, the same for the same; its problems and pictures are the entry's."""
    headings = [_heading_to(heading) for heading in body.headings]
    return marshal.dumps((body.html, body.text, headings), WITHOUT_REFERENCES)


def unpack_body(packed: bytes | memoryview) -> Body:
    """A converted body without its problems and pictures."""
    html, text, headings = marshal.loads(packed)
    return Body(html, text, tuple(map(_heading_from, headings)))


def _heading_to(heading: Heading) -> tuple[Any, ...]:
    return heading.id, heading.title, heading.level, [_heading_to(child) for child in heading.children]


def _heading_from(row: tuple[str, str, int, list[Any]]) -> Heading:
    return Heading(row[0], row[1], row[2], tuple(map(_heading_from, row[3])))
