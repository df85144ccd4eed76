"""Places: where in a Markdown text stands what is to be mended – not the same words in code, nor letters of a longer word."""

from __future__ import annotations

import re
from typing import Final

from newsroom.verbatim import without_code, without_marked_code

_TARGET: Final = re.compile(r"(?:\]\([ \t]*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?|<(?=[^\s>]))([^\s)>]*)", re.MULTILINE)
_STEM: Final = re.compile(r"[^\s)>]*")
"""As much of a target as can be told from what follows it."""
_BIG_HEADING: Final = re.compile(
    r"^(?:(?:[ \t]*(?:>|[-*+]|\d+[.)]))+[ \t]*|(?: {4}|\t)+)?(#)(?!#)|(?<![^\n]\n)^[^\n]*\S[^\n]*\n(=+)[ \t]*$",
    re.MULTILINE,
)


def places_of(words: str, text: str) -> list[int]:
    """Every offset at which words stand by themselves; within longer ones when they never do."""
    before, after = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    bordered = re.compile(f"{before}{re.escape(words)}{after}")
    return _told(bordered, text) or [text.find(words)] * (words in text)


def big_headings(text: str) -> list[tuple[int, str]]:
    """The offset of the mark of every heading of the first level, and the mark: "#", or the "=" of the line below it."""
    return [(place, text[place]) for place in _told(_BIG_HEADING, text)]


class Targets:
    """Where the links and pictures of a text lead, as it is typed."""

    def __init__(self, text: str) -> None:
        self._places: dict[str, list[int]] = {}
        self._text = text
        for place in _told(_TARGET, text):
            self._places.setdefault(_stem(text, place), []).append(place)

    def place(self, target: str, number: int) -> int:
        """The offset at which a target stands for the `number`th time, from 0; the last one when there are fewer."""
        places = self._places.get(_stem(target)) or places_of(target, self._text) or [0]
        return places[min(number, len(places) - 1)]


def _stem(text: str, start: int = 0) -> str:
    found = _STEM.match(text, start)
    return found[0] if found else ""


def _told(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where (the first group of) a pattern stands outside of code; indented lines may be a list's or code: they come last."""
    plain = without_code(text)
    places = [_start(match) for match in pattern.finditer(without_marked_code(text))]
    sure = [place for place in places if plain[place : place + 1] == text[place : place + 1]]
    return [*sure, *sorted({*places} - {*sure})] or [_start(match) for match in pattern.finditer(text)]


def _start(match: re.Match[str]) -> int:
    return match.start(match.lastindex or 0)
