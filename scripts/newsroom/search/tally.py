"""Tallies: how often each word and pair stands in each document of a unit, in its title or not, and what goes on with a pair.

A unit is counted as a whole: its texts become one row of numbers, which is sorted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newsroom.search.abbreviations import Abbreviations, beside
from newsroom.search.postings import TITLE
from newsroom.search.runs import UNIT, part_of

Numbers = npt.NDArray[np.int64]
Small = npt.NDArray[np.uint8]

_END: Final = ""
"""Stands after each text, where texts are looked through as one; and for the second word of a key that is no pair."""
_LEVELS: Final = np.array([0, 0, 1, 2, 3, 4, 4, 5, 5, 5, *6 * [6], 7], np.uint8)
"""The level of each count: it saturates."""
_TOLD_BITS: Final = 6
"""Of what is sorted, the lowest bits: of the title, counts twice, four of the syllable that follows."""


class Text(NamedTuple):
    """Words of a document that stand together: in its title; in its lead, where they count twice; or elsewhere."""

    document: int
    words: Sequence[str]
    is_title: bool = False
    is_lead: bool = False


class Tally(NamedTuple):
    """The postings of a unit, sorted by key and document: of each the places of its words, its document and its weight.

    `vocabulary` are the words, those of one part in a row; the first is "", the second word of a single one.
    """

    vocabulary: list[str]
    firsts: Numbers
    seconds: Numbers
    documents: Small
    weights: Small


class _Seen(NamedTuple):
    """Occurrences: the places of the words, the document, and what is told besides in the lowest bits."""

    firsts: Numbers
    seconds: Numbers
    documents: Numbers
    told: Numbers


def tally(abbreviations: Abbreviations, texts: Sequence[Text]) -> Tally:
    """Count the texts of a unit; expansions count as the abbreviations that they have, beside what stands there."""
    texts = [text for text in texts if text.words]
    short = [_read_short(abbreviations, text) for text in texts]
    vocabulary = _vocabulary(texts, short)
    place = {word: number for number, word in enumerate(vocabulary)}
    after = np.array([follower(word[:-1]) for word in vocabulary], np.int64)
    seen = [*_standing(texts, place, after), _shortened(texts, short, place, after)]
    return _counted(vocabulary, _Seen(*map(np.concatenate, zip(*seen, strict=True))))


def follower(syllable: str) -> int:
    """Four bits that stand for a folded syllable where it goes on with a pair; those of "" where the text ends."""
    return crc32(syllable.encode()) & 15


_Short = list[tuple[str, str, str]]
"""What a text holds besides, read short: first word, second or "", and the word after a pair."""


def _read_short(abbreviations: Abbreviations, text: Text) -> _Short:
    spans = abbreviations.spans(text.words)
    words = text.words
    found = [(short, _END, _END) for _, _, short in spans]
    for (first, second), at in beside(words, spans) if spans else ():
        found.append((first, second, words[at + 1] if at + 1 < len(words) else _END))
    return found


def _vocabulary(texts: Sequence[Text], short: Sequence[_Short]) -> list[str]:
    words = set(chain.from_iterable(text.words for text in texts))
    words.update(word for found in short for one in found for word in one[:2])
    return [_END, *sorted(words - {_END}, key=lambda word: (part_of(word[:-1]), word))]


def _standing(texts: Sequence[Text], place: Mapping[str, int], after: Numbers) -> Iterator[_Seen]:
    """Every word and every pair of neighbours that stands in a text."""
    sizes = [len(text.words) + 1 for text in texts]
    flat = chain.from_iterable(chain(text.words, (_END,)) for text in texts)
    words = np.fromiter(map(place.__getitem__, flat), np.int64, sum(sizes))
    documents = np.repeat(np.array([text.document for text in texts], np.int64), sizes)
    told = np.repeat(np.array([text.is_title | text.is_lead << 1 for text in texts], np.int64), sizes)
    standing = words > 0
    yield _Seen(words[standing], np.zeros_like(words[standing]), documents[standing], told[standing])
    first = np.flatnonzero(standing[:-1] & standing[1:])
    following = after[words[np.minimum(first + 2, words.size - 1)]]
    yield _Seen(words[first], words[first + 1], documents[first], told[first] | following << 2)


def _shortened(texts: Sequence[Text], short: Sequence[_Short], place: Mapping[str, int], after: Numbers) -> _Seen:
    rows = [
        (place[first], place[second], text.document, text.is_title | (int(after[place[then]]) << 2 if second else 0))
        for text, found in zip(texts, short, strict=True)
        for first, second, then in found
    ]
    return _Seen(*np.array(rows, np.int64).reshape(-1, len(_Seen._fields)).T)


def _counted(vocabulary: list[str], seen: _Seen) -> Tally:
    """Occurrences sorted, those of one key in one document weighed together."""
    size = len(vocabulary)
    standing = np.sort(((seen.firsts * size + seen.seconds) * UNIT + seen.documents) << _TOLD_BITS | seen.told)
    postings = standing >> _TOLD_BITS
    starts = np.flatnonzero(np.diff(postings, prepend=-1))
    postings = postings[starts]
    keys = postings // UNIT
    firsts, seconds = keys // size, keys % size
    weights = _weights(standing, starts, is_pair=seconds > 0)
    return Tally(vocabulary, firsts, seconds, (postings % UNIT).astype(np.uint8), weights)


def _weights(standing: Numbers, starts: Numbers, *, is_pair: npt.NDArray[np.bool_]) -> Small:
    """A weight: a bit for the title, three for how often, four for what follows a pair.

    Where a pair stands once, they tell of the syllable that follows; where more often, each of a bit for the last two
    bits of one.
    """
    if not starts.size:
        return np.zeros(0, np.uint8)
    counts = np.add.reduceat(1 + (standing >> 1 & 1), starts)
    titled = np.bitwise_or.reduceat(standing & 1, starts)
    following = standing >> 2 & 15
    once, often = following[starts], np.bitwise_or.reduceat(1 << (following & 3), starts)
    told = np.where(is_pair, np.where(counts > 1, often, once), 0)
    levels = _LEVELS[np.minimum(counts, _LEVELS.size - 1)]
    weights: Small = (told << 4 | titled * TITLE | levels).astype(np.uint8)
    return weights
