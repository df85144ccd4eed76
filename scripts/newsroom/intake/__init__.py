"""Intake: what may lie under `docs/` at all, told from names, sizes and first bytes – before anything is read as a text."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsroom.codes import Code
from newsroom.intake.kinds import kind_problem
from newsroom.intake.names import name_problem
from newsroom.pictures import PICTURE_TYPES
from newsroom.problem import Problem, printable
from newsroom.scan import Scan, Signature

__all__ = ["Intake", "look_through", "unseen_pictures"]

_LARGEST_TEXT = 512 * 1024
"""Bytes of a Markdown file: some eighty thousand words."""


class Intake(NamedTuple):
    """The files that may go on, the texts that may not, and why."""

    files: dict[str, Signature]
    refused: tuple[str, ...]
    problems: tuple[Problem, ...]


def look_through(docs: Path, found: Scan, known: Container[tuple[str, Signature]]) -> Intake:
    """Judge everything the scan found. The first bytes of a file in `known` were seen by an earlier build."""
    files = dict(found.files)
    problems = list(_strangers(docs, found))
    refused: list[str] = []
    for uri, signature in found.files.items():
        problem = name_problem(docs, uri) or _size_problem(docs, uri, signature)
        if not problem and not _is_looked_at_later(uri) and (uri, signature) not in known:
            problem = kind_problem(docs, uri, signature[1])
        if problem:
            problems.append(problem)
            refused.append(uri)
            del files[uri]
    return Intake(files, tuple(refused), tuple(problems))


def _is_looked_at_later(uri: str) -> bool:
    """Texts have no first bytes to know them by; pictures are decoded when a text shows them."""
    return uri.endswith(".md") or uri.lower().endswith(PICTURE_TYPES)


def unseen_pictures(docs: Path, files: Mapping[str, Signature], seen: Container[str]) -> Iterator[Problem]:
    """What is wrong with the pictures that no text shows: they are not published, but they are no pictures either."""
    for uri, signature in files.items():
        if (
            uri.lower().endswith(PICTURE_TYPES)
            and uri not in seen
            and (problem := kind_problem(docs, uri, signature[1]))
        ):
            yield problem


def _strangers(docs: Path, found: Scan) -> Iterator[Problem]:
    for uri, what in found.strangers.items():
        path = printable(f"{docs.name}/{uri}")
        yield Problem(
            path, 1, 1, Code.NOT_A_FILE, f"{what.value}, không phải bài hay ảnh", "thay bằng tệp thật, hoặc xóa đi"
        )


def _size_problem(docs: Path, uri: str, signature: Signature) -> Problem | None:
    if not uri.endswith(".md") or signature[1] <= _LARGEST_TEXT:
        return None
    message = f"tệp dài {signature[1] // 1024} KB, quá mức {_LARGEST_TEXT // 1024} KB của một bài"
    return Problem(
        f"{docs.name}/{uri}", 1, 1, Code.TOO_LARGE, message, "chia thành nhiều bài; dữ liệu để trong tệp đính kèm"
    )
