"""Reading: one source read and validated by itself, without regard to any other."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from newsroom.article import Article
from newsroom.body import plain_body
from newsroom.branch import Branch
from newsroom.card import Card, card_of
from newsroom.codes import Code
from newsroom.digests import bytes_digest
from newsroom.entry import pack_body, pack_document
from newsroom.hosts import Hosts
from newsroom.library import Document, Other
from newsroom.mentions import Citation, Placed, find_citations, may_cite, parse_citation
from newsroom.nodes import scalars
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.picture_book import PictureBook
from newsroom.pictures import Picture
from newsroom.placeholders import unwritten
from newsroom.problem import ContentError, Problem
from newsroom.programme import Programme
from newsroom.rules import check_comments, check_quotation, check_wording, find_lead_picture
from newsroom.source import EMPTY, DocumentType, Source, decode, parse_source
from newsroom.targets import resolve
from newsroom.unit import Unit
from newsroom.verbatim import without_marked_code
from newsroom.vetting import measure, vet
from newsroom.vocabulary import Status
from newsroom.watch import TooMuch, watched

Answers = tuple[tuple[str, str], ...]
"""What a document was told of the paths it points to: (path under docs/, answer)."""


class Reading(NamedTuple):
    """A source read and validated by itself; `document` packed, `card` and `picture` for articles only.

    `citations` are those of the file as it was typed. `body` is packed and `drawn` its digest, where it is so plain that no
    other document has a say in it; else both are empty. A plain tuple: workers send it home.
    """

    uri: str
    url: str
    contents: bytes
    document: bytes
    card: Card | None
    picture: Picture | None
    answers: Answers
    problems: tuple[Problem, ...]
    citations: tuple[Placed, ...] = ()
    body: bytes = b""
    drawn: bytes = b""


def read(docs: Path, uri: str, book: PictureBook, hosts: Hosts, *, plainly: bool = False) -> Reading:
    """Read, vet and validate one source by itself; `plainly` makes the bodies of plain articles at once.

    A source that exceeds every measure, or the time for one, is told as a problem like any other.
    """
    contents = b""
    try:
        with watched():
            data = _contents(f"{docs}/{uri}")
            contents = bytes_digest(data)
            text = decode(data, f"{docs.name}/{uri}")
            source = parse_source(docs, uri, text)
            problems = [*_vetted(source, hosts), *check_comments(source, text), *check_quotation(source)]
            document = _document(source, problems)
    except ContentError as error:
        return Reading(uri, "", contents, b"", None, None, (), error.problems)
    except (OSError, TooMuch) as error:
        return Reading(uri, "", contents, b"", None, None, (), (_unread(f"{docs.name}/{uri}", error),))
    if not _may_be_unwritten(document):
        problems += unwritten(source, text)
    if not isinstance(document, Article):
        told = _placed(source)
        told = (Placed(document.key, 1, 1), *told) if isinstance(document, OfficialDocument) else told
        slips = () if isinstance(document, Page) else tuple(check_wording(source))  # the handbook shows slips
        return Reading(uri, document.url, contents, _pack(document), None, None, (), (*problems, *slips), told)
    picture, more = find_lead_picture(document, book)
    problems += more
    card = card_of(document, picture)
    shown = resolve(uri, document.image.file) if document.image else ""
    answers = ((shown, book.answer(shown)),) if shown else ()
    body = plain_body(document.source_file.body) if plainly else None
    told = _placed(source)
    packed = pack_body(body) if body else b""
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
        packed,
        bytes_digest(packed) if packed else b"",
    )


def _may_be_unwritten(document: Document) -> bool:
    """A draft is still being written, and the handbook shows what that looks like."""
    return isinstance(document, Page) or (isinstance(document, Article) and document.status is Status.DRAFT)


def _contents(file: str) -> bytes:
    """The bytes of a file, read without a buffer: every text of the archive is."""
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
        return opened.read()


def citations_in(text: str) -> tuple[Citation, ...]:
    """What a text cites, in its order."""
    return tuple(cited.citation for cited in find_citations(text))


def _placed(source: Source) -> tuple[Placed, ...]:
    """What a file cites in its front matter and body, and where."""
    named = source.front.get("documents")
    found = [Placed(parse_citation(node.text), node.line, node.column) for node in scalars(named)] if named else []
    front = scalars(source.front)
    if may_cite(node.text for node in front):
        found += [Placed(told.citation, node.line, node.column) for node in front for told in find_citations(node.text)]
    body = without_marked_code(source.body)
    for cited in find_citations(body):
        before = body[: cited.start]
        found.append(Placed(cited.citation, source.body_line + before.count("\n"), cited.start - before.rfind("\n")))
    return tuple(found)


def each_once(typed: Iterable[Placed], printed: Iterable[Citation]) -> tuple[Placed, ...]:
    """Citations of a file as typed, and those that only show when its Markdown is gone, each where it first stands."""
    found: dict[Citation, Placed] = {}
    for placed in (*typed, *(Placed(citation, 1, 1) for citation in printed)):
        found.setdefault(placed.citation, placed)
    return tuple(found.values())


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
        case DocumentType.OFFICIAL_DOCUMENT:
            return OfficialDocument.from_source(source)
        case DocumentType.UNIT:
            return Unit.from_source(source)
        case DocumentType.PROGRAMME:
            return Programme.from_source(source)
        case DocumentType.PAGE:
            return Page.from_source(source)


def _pack(document: Other) -> bytes:
    source = document.source_file
    light = Source(source.uri, source.path, EMPTY, "", 1)
    return pack_document(dataclasses.replace(document, source_file=light))
