"""Rules on sources: every figure names one that its document lists, and every article that is pointed to is there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from newsroom.branch import Branch
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.programme import Programme
from newsroom.rules.nearest import nearest
from newsroom.targets import resolve
from newsroom.unit import Unit

Sourced = Branch | Programme | Unit
"""A document whose figures name their sources."""

Path = tuple[str | int, ...]
"""Where in the front matter something stands."""


def sources_are_listed(library: Library) -> Iterator[Problem]:
    """Every figure names a source that its document lists."""
    for document in _sourced(library):
        uri = document.source_file.uri
        known = [entry.id for entry in document.sources]
        for number, name in enumerate(known):
            if name in known[:number]:
                message = f"mã nguồn “{name}” khai báo hai lần"
                yield library.problem(uri, Code.DUPLICATE_KEY, message, "đổi một trong hai mã", "sources", number, "id")
        for path, source_id in _named(document):
            if source_id not in known:
                cure = nearest(source_id, known, f"mã đang có: {', '.join(known)}")
                message = f"nguồn “{source_id}” không có trong mục sources"
                yield library.problem(uri, Code.UNKNOWN_SOURCE, message, cure, *path)


def named_articles_exist(library: Library) -> Iterator[Problem]:
    """Every article that a document's sources or inspections point to is there."""
    for document in _sourced(library):
        blocks = ("sources", "supervision") if isinstance(document, Branch) else ("sources",)
        for block in blocks:
            for number, item in enumerate(getattr(document, block)):
                uri = resolve(document.source_file.uri, item.article) if item.article else ""
                if uri and uri not in library.addresses and uri not in library.unreadable:
                    message = f"không có bài “{item.article}”"
                    cure = "trỏ tới tệp .md có thật, tính từ thư mục của tệp này"
                    field = (block, number, "article")
                    yield library.problem(document.source_file.uri, Code.BROKEN_LINK, message, cure, *field)


def _sourced(library: Library) -> tuple[Sourced, ...]:
    return (*library.branches, *library.entities.programmes, *library.entities.lineage.units)


def _named(document: Sourced) -> Iterator[tuple[Path, str]]:
    """The sources that the blocks of a document name, with their places."""
    for field in dataclasses.fields(document):
        value = getattr(document, field.name)
        for number, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(source_id := getattr(item, "source", None), str):
                yield (field.name, number, "source"), source_id
        if isinstance(source_id := getattr(value, "source", None), str):
            yield (field.name, "source"), source_id
