"""A problem: one breach of one rule, told to an editor in one line.

The shape is `path:line:column: CODE: what is wrong (how to mend it)`. Lines and columns count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from newsroom.codes import Code


class Severity(IntEnum):
    """How grave a problem is: errors stop the build, warnings do so only under `--strict`."""

    ERROR = 0
    WARNING = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One breach of one rule at one place of one file."""

    path: str
    line: int
    column: int
    code: Code
    message: str
    cure: str

    @property
    def severity(self) -> Severity:
        """Error or warning, fixed by the code."""
        return Severity.WARNING if self.code.is_warning else Severity.ERROR

    def __str__(self) -> str:
        label = "cảnh báo: " if self.severity is Severity.WARNING else ""
        told = printable(f"{self.code}: {label}{self.message} ({self.cure})")
        return f"{printable(self.path)}:{self.line}:{self.column}: {told}"


_UNPRINTABLE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def printable(text: str) -> str:
    """The text on one line, hidden characters spelt out: a file name must not write commands into the log of a robot."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class ContentError(Exception):
    """The content (or the configuration) has problems; carries all of them, sorted, without repeats."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = sort_problems(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        """As workers send it to whoever hired them: the problems, not the text of them."""
        return type(self), (self.problems,)


class ConfigurationError(ContentError):
    """`mkdocs.yml`, or what stands beside it for the site, has problems: the site cannot be built at all (exit status 2)."""


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place, drop repeats."""
    return tuple(sorted(set(problems)))


def errors_among(problems: Iterable[Problem], *, strict: bool = False) -> tuple[Problem, ...]:
    """Pick the problems that stop a build; with `strict` a warning does too."""
    return tuple(p for p in problems if strict or p.severity is Severity.ERROR)
