"""Abbreviations: "HTX" and "hợp tác xã" find each other. The list is a file that the owners of a site can grow."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise

from newsroom.search.tokens import PLAIN, fold, syllables, words

Span = tuple[int, int, str]
"""First word of an expansion in a text, the word after its last, the word that is its abbreviation."""


@dataclass(frozen=True)
class Abbreviations:
    """`pairs` are (abbreviation, expansion), folded; `by_start` the expansions as words, by their first two."""

    pairs: tuple[tuple[str, str], ...]
    by_start: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def from_json(cls, text: str) -> Abbreviations:
        """Read `{"HTX": "hợp tác xã", "BTC": ["ban tổ chức", "bộ tài chính"]}`; what makes no sense is left out."""
        pairs: set[tuple[str, str]] = set()
        starts: defaultdict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for short, told in json.loads(text).items():
            for long in [told] if isinstance(told, str) else told:
                folded, spelt = [fold(syllable) for syllable in syllables(short)], tuple(words(long))
                if len(folded) == 1 and len(spelt) > 1:
                    pairs.add((folded[0], " ".join(word[:-1] for word in spelt)))
                    starts[spelt[0], spelt[1]].append((spelt, folded[0] + PLAIN))
        return cls(tuple(sorted(pairs)), {start: tuple(sorted(found)) for start, found in starts.items()})

    def spans(self, text: Sequence[str]) -> list[Span]:
        """Where expansions stand in a text."""
        starts = self.by_start
        return [
            (place, place + len(spelt), short)
            for place in compress(count(), map(starts.__contains__, pairwise(text)))
            for spelt, short in starts[text[place], text[place + 1]]
            if tuple(text[place : place + len(spelt)]) == spelt
        ]


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
