"""Abbreviations: "HTX" and "hợp tác xã" find each other. The list is a file that the owners of a site can grow."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count, pairwise
from pathlib import Path
from typing import Any, Final

from newsroom.codes import Code
from newsroom.digests import digest
from newsroom.problem import ConfigurationError, Problem
from newsroom.search.tokens import PLAIN, fold, syllables, words

_NAME: Final = "viet-tat.json"
_CURE: Final = 'viết như các dòng khác: "HTX": "hợp tác xã", cuối dòng có dấu phẩy, trừ dòng cuối cùng'

Span = tuple[int, int, str]
"""First word of an expansion in a text, the word after its last, the word that is its abbreviation."""


@dataclass(frozen=True)
class Abbreviations:
    """`pairs` are (abbreviation, expansion), folded; `by_start` the expansions as words, by their first two."""

    pairs: tuple[tuple[str, str], ...]
    by_start: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def of(cls, told: Mapping[str, str | Sequence[str]]) -> Abbreviations:
        """Those of `{"HTX": "hợp tác xã", "BTC": ["ban tổ chức", "bộ tài chính"]}`; what makes no sense is left out."""
        pairs: set[tuple[str, str]] = set()
        starts: defaultdict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for short, expansions in told.items():
            for long in [expansions] if isinstance(expansions, str) else expansions:
                folded, spelt = [fold(syllable) for syllable in syllables(short)], tuple(words(long))
                if len(folded) == 1 and len(spelt) > 1:
                    pairs.add((folded[0], " ".join(word[:-1] for word in spelt)))
                    starts[spelt[0], spelt[1]].append((spelt, folded[0] + PLAIN))
        return cls(tuple(sorted(pairs)), {start: tuple(sorted(found)) for start, found in starts.items()})

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that is read short, and how: the expansions as they are spelt, of which the pairs have no marks."""
        return digest(self.pairs, sorted(self.by_start.items()))

    def spans(self, text: Sequence[str]) -> list[Span]:
        """Where expansions stand in a text."""
        starts = self.by_start
        return [
            (place, place + len(spelt), short)
            for place in compress(count(), map(starts.__contains__, pairwise(text)))
            for spelt, short in starts[text[place], text[place + 1]]
            if tuple(text[place : place + len(spelt)]) == spelt
        ]


def read_abbreviations(folder: Path) -> Abbreviations:
    """The list that stands in a folder of templates.

    Raises OSError, and ConfigurationError with every entry that cannot be understood, or the one place where none can.
    """
    path = f"{folder.parent.name}/{folder.name}/{_NAME}"
    text = (folder / _NAME).read_text(encoding="utf-8-sig", errors="replace")
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        place = path, error.lineno, error.colno
        raise ConfigurationError([Problem(*place, Code.CONFIGURATION, "chỗ này sai quy cách JSON", _CURE)]) from None
    if not isinstance(told, dict):
        problem = Problem(path, 1, 1, Code.CONFIGURATION, "danh sách chữ viết tắt phải nằm trong { }", _CURE)
        raise ConfigurationError([problem])
    if wrong := [short for short, long in told.items() if not _is_expansion(long)]:
        message = "chữ viết tắt phải kèm lời viết đủ, hoặc danh sách [ ] các lời viết đủ"
        raise ConfigurationError(
            Problem(path, _line_of(short, text), 1, Code.CONFIGURATION, f"“{short}”: {message}", _CURE)
            for short in wrong
        )
    return Abbreviations.of(told)


def _is_expansion(told: Any) -> bool:
    return isinstance(told, str) or (isinstance(told, list) and all(isinstance(long, str) for long in told))


def _line_of(short: str, text: str) -> int:
    return text[: text.find(f'"{short}"')].count("\n") + 1


def beside(text: Sequence[str], spans: Sequence[Span]) -> Iterator[tuple[tuple[str, str], int]]:
    """The pairs of neighbours that a text has when its expansions are read as abbreviations, with the second's place."""
    starting: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for start, end, short in spans:
        starting[start].append((short, end - 1))
    for start, end, short in spans:
        if start:
            yield (text[start - 1], short), end - 1
        if end < len(text):
            yield (short, text[end]), end
        for following, last in starting.get(end, ()):
            yield (short, following), last
