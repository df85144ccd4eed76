"""Rules on official documents: each stands in the register once, with the files it names."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.codes import Code
from newsroom.library import Library
from newsroom.mentions import Citation
from newsroom.problem import Problem
from newsroom.targets import resolve


def documents_differ(library: Library) -> Iterator[Problem]:
    """No two documents have the same kind, number and day (field guide §0.6)."""
    taken: dict[Citation, str] = {}
    for document in sorted(library.register.documents, key=lambda one: one.source_file.uri):
        source = document.source_file
        if owner := taken.get(document.key):
            message = f"{document.full_name} đã có ở {owner}"
            yield library.problem(
                source.uri, Code.SAME_DOCUMENT, message, "bỏ một tệp, hoặc sửa ngày cho đúng", "number"
            )
        taken.setdefault(document.key, source.path)


def attached_files_exist(library: Library) -> Iterator[Problem]:
    """Every attachment of a document is there."""
    for document in library.register.documents:
        uri = document.source_file.uri
        for number, attachment in enumerate(document.attachments):
            if resolve(uri, attachment.file) not in library.files:
                message = f"không thấy tệp kèm “{attachment.file}”"
                cure = "chép tệp vào đúng chỗ; phân biệt chữ hoa, chữ thường"
                yield library.problem(uri, Code.MISSING_FILE, message, cure, "attachments", number, "file")
