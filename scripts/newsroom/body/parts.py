"""What a body is made of once it is converted."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.pictures import Picture
from newsroom.problem import Problem


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; `level` 2 to 6."""

    id: str
    title: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A converted body: HTML for the page, plain text for the search index, headings, and the pictures it shows.

    `answers` is what it was told of the paths it points to; with other answers it must be converted again.
    """

    html: str
    text: str
    headings: tuple[Heading, ...]
    pictures: tuple[Picture, ...] = ()
    problems: tuple[Problem, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
