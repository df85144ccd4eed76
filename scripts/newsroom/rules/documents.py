"""Rules on official documents: each stands in the register once, with the files it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.codes import Code
from newsroom.library import Library
from newsroom.mentions import Citation, parse_citation
from newsroom.official_document import OfficialDocument
from newsroom.problem import Problem
from newsroom.targets import resolve
from newsroom.vocabulary import DocumentKind

_YEAR: Final = re.compile(r"/((?:19|20)\d\d)/")
"""The year in the number of a law or decree: 91/2025/QH15."""


def documents_differ(library: Library) -> Iterator[Problem]:
    """No two documents have the same kind, number and day; two of these may well be shared."""
    taken: dict[Citation, str] = {}
    for document in sorted(library.register.documents, key=lambda one: one.source_file.uri):
        source = document.source_file
        if owner := taken.get(document.key):
            message = f"{document.full_name} đã có ở {owner}"
            yield library.problem(
                source.uri, Code.SAME_DOCUMENT, message, "bỏ một tệp, hoặc sửa ngày cho đúng", "number"
            )
        taken.setdefault(document.key, source.path)


def numbers_tell_kind_and_year(library: Library) -> Iterator[Problem]:
    """Where a number tells the kind and the year, they are those declared."""
    for document in library.register.documents:
        uri, number = document.source_file.uri, document.number
        told = parse_citation(number).kind
        if told and told != document.kind:
            label = next(kind.label for kind in DocumentKind if kind == told)
            message = f"thể loại khai báo là {document.kind.label}, còn {number} là số của {label}"
            cure = "xem lại văn bản, sửa kind hoặc number"
            yield library.problem(uri, Code.DOCUMENT_MISMATCH, message, cure, "kind")
        yield from _year_differs(library, document)


def _year_differs(library: Library, document: OfficialDocument) -> Iterator[Problem]:
    year = _YEAR.search(document.number)
    if year and document.date and int(year[1]) != document.date.year:
        message = f"số {document.number} là của năm {year[1]}, ngày ban hành lại thuộc năm {document.date.year}"
        cure = "xem lại văn bản, sửa number hoặc date"
        yield library.problem(document.source_file.uri, Code.DOCUMENT_MISMATCH, message, cure, "date")


def attached_files_exist(library: Library) -> Iterator[Problem]:
    """Every attachment of a document is there."""
    for document in library.register.documents:
        uri = document.source_file.uri
        for number, attachment in enumerate(document.attachments):
            if resolve(uri, attachment.file) not in library.files:
                message = f"không thấy tệp kèm “{attachment.file}”"
                cure = "chép tệp vào đúng chỗ; phân biệt chữ hoa, chữ thường"
                yield library.problem(uri, Code.MISSING_FILE, message, cure, "attachments", number, "file")
