"""Converting: the bodies of sources turned into HTML, each within its measure of time and memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.body import Body
from newsroom.codes import Code
from newsroom.digests import bytes_digest
from newsroom.disk import replaced
from newsroom.entry import pack_body
from newsroom.ledger import Ledger
from newsroom.library import Library
from newsroom.mentions import Citation, read_aloud
from newsroom.pictures import Picture
from newsroom.problem import Problem
from newsroom.reading import Answers, Reading, citations_in
from newsroom.source import Source, body_of, decode
from newsroom.watch import SECONDS, TooMuch, watched
from newsroom.workers import each

_AS_TYPED: Final = re.compile(r"<code\b.*?</code>", re.DOTALL)


class Conversion(NamedTuple):
    """A body converted; `body` packed."""

    uri: str
    body: bytes
    drawn: bytes
    pictures: tuple[Picture, ...]
    answers: Answers
    problems: tuple[Problem, ...]
    citations: tuple[Citation, ...]


def convert_all(library: Library, readings: Sequence[Reading], jobs: int, ledger: Ledger) -> dict[str, Conversion]:
    """The conversion of every reading, by its path; bodies go to the ledger as they come.

    Raises OSError when a source was replaced since it was read.
    """
    if not readings:
        return {}
    from newsroom.body.converter import Converter  # loads Markdown, which plain texts never need

    converter = Converter(library)

    def convert(reading: Reading) -> Conversion:
        source = body_of(library.docs, reading.uri, _text(library.docs, reading))
        nonlocal converter
        try:
            with watched(SECONDS):
                body = converter.convert(source, reading.url)
        except TooMuch:
            converter = Converter(library)  # the old one stopped in the middle of a text
            body = Body("", "", (), problems=(_too_complex(source),))
        told, packed = _cited(body), pack_body(body)
        return Conversion(reading.uri, packed, bytes_digest(packed), body.pictures, body.answers, body.problems, told)

    converted: dict[str, Conversion] = {}

    def rows() -> Iterable[tuple[str, bytes, bytes]]:
        for reading, conversion in zip(readings, each(convert, readings, jobs), strict=True):
            yield conversion.uri, reading.document, conversion.body
            converted[conversion.uri] = conversion._replace(body=b"")

    ledger.keep_bodies(rows())
    return converted


def _text(docs: Path, reading: Reading) -> str:
    """The text that was read and vetted.

    Raises OSError when the file holds another one by now.
    """
    data = (docs / reading.uri).read_bytes()
    if bytes_digest(data) != reading.contents:
        raise replaced(docs / reading.uri)
    return decode(data, f"{docs.name}/{reading.uri}")


def _cited(body: Body) -> tuple[Citation, ...]:
    """What a body cites where its Markdown is gone, too; what it shows as typed means nothing."""
    text = read_aloud(_AS_TYPED.sub(" ", body.html)) if "<code" in body.html else body.text
    return citations_in(text)


def _too_complex(source: Source) -> Problem:
    cure = "bỏ bớt ngoặc, bảng và danh sách lồng nhau, hoặc chia bài"
    return Problem(source.path, source.body_line, 1, Code.TOO_COMPLEX, "bài quá phức tạp, chuyển mãi không xong", cure)
