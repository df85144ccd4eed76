"""Rules on people: one name is one person only where that is sure."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.branch import Branch
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem


def names_are_one_person(library: Library) -> Iterator[Problem]:
    """A name that two profiles tell of without `person` stands at one body, or at bodies of one line."""
    first: dict[str, Branch] = {}
    for branch in library.branches:
        for block in ("committee", "officials"):
            for number, told in enumerate(getattr(branch, block)):
                other = first.setdefault(told.person_slug, branch)
                if not told.person and other is not branch and not _in_line(library, branch, other):
                    message = f"“{told.name}” cũng có ở hồ sơ {other.name}"
                    cure = "ghi person: cùng một mã nếu là một người, hai mã khác nhau nếu trùng tên"
                    field = (block, number, "name")
                    yield library.problem(branch.source_file.uri, Code.SAME_PERSON_NAME, message, cure, *field)


def _in_line(library: Library, one: Branch, other: Branch) -> bool:
    return other in library.ancestors_of(one) or one in library.ancestors_of(other)
