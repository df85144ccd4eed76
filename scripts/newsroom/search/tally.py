"""Tallies: how often each word and pair stands in a document, in its title or not, and what goes on with a pair.

The inner loops are those of `map`: there are millions of turns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, compress, pairwise, repeat
from typing import Final
from zlib import crc32

from newsroom.search.abbreviations import Abbreviations, beside
from newsroom.search.postings import TITLE

Pair = tuple[str, str]

_EDGE: Final = ("",)
"""Stands after each text where texts are looked through as one."""
_LEVELS: Final = bytes([0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6]) + b"\7" * 1_000_000
"""The level of each count: it saturates."""
_ONE_OF: Final = tuple(16 << (told >> 4 & 3) for told in range(256))
"""What is told where a pair stands more than once: a bit for the last two bits of each syllable that follows."""


def follower(syllable: str) -> int:
    """Four bits that stand for a folded syllable where it goes on with a pair; those of "" where the text ends."""
    return crc32(syllable.encode()) & 15


class Followers(dict[str, int]):
    """What each word is told by after a pair, at its place in the weight."""

    def __missing__(self, word: str) -> int:
        told = self[word] = follower(word[:-1]) << 4
        return told


class Tally:
    """Of a document given as words: the title, the lead, which counts twice, and the rest."""

    def __init__(
        self, title: Sequence[str], lead: Sequence[str], rest: Sequence[Sequence[str]], after: Followers
    ) -> None:
        self._after = after
        self._title = title
        self._texts = [text for text in (title, lead, *rest) if text]
        flat = list(chain.from_iterable(chain.from_iterable(zip(self._texts, repeat(_EDGE)))))
        neighbours = list(pairwise(flat))
        following = list(map(after.__getitem__, chain(flat[2:], _EDGE)))
        self._words, self._pairs = Counter(flat), Counter(neighbours)
        self._once = dict(zip(neighbours, following, strict=True))
        self._often = {pair: 0 for pair, count in self._pairs.items() if count > 1}
        for pair, told in compress(zip(neighbours, following, strict=True), map(self._often.__contains__, neighbours)):
            self._often[pair] |= _ONE_OF[told]
        self._drop_edges()
        self._titled, self._title_pairs = set(title), set(pairwise(title))
        for pair in pairwise(lead):
            self._pairs[pair] += 1
            self._often.setdefault(pair, _ONE_OF[self._once[pair]])
        self._words.update(lead)

    def _drop_edges(self) -> None:
        del self._words[""]
        for text in self._texts:
            for edge in ((text[-1], ""), ("", text[0])):
                del self._pairs[edge]
                self._once.pop(edge, None)
                self._often.pop(edge, None)

    def read_short(self, abbreviations: Abbreviations) -> None:
        """Count expansions as the abbreviations that they have, beside what stands there."""
        if abbreviations.by_start.keys().isdisjoint(self._pairs):
            return
        for text in self._texts:
            spans = abbreviations.spans(text)
            self._words.update(short for _, _, short in spans)
            pairs = list(beside(text, spans))
            for pair, place in pairs:
                self._add(pair, self._after[text[place + 1] if place + 1 < len(text) else ""])
            if text is self._title:
                self._titled.update(short for _, _, short in spans)
                self._title_pairs.update(pair for pair, _ in pairs)

    def _add(self, pair: Pair, told: int) -> None:
        if pair in self._once:
            self._often[pair] = self._often.get(pair, _ONE_OF[self._once[pair]]) | _ONE_OF[told]
        else:
            self._once[pair] = told
        self._pairs[pair] += 1

    def word_weights(self) -> dict[str, int]:
        """The weight of each word."""
        weights = dict(zip(self._words, map(_LEVELS.__getitem__, self._words.values()), strict=True))
        for word in self._titled:
            weights[word] |= TITLE
        return weights

    def pair_weights(self) -> dict[Pair, int]:
        """The weight of each pair."""
        weights = self._once
        for pair, told in self._often.items():
            weights[pair] = told | _LEVELS[self._pairs[pair]]
        for pair in self._title_pairs:
            weights[pair] |= TITLE
        return weights
