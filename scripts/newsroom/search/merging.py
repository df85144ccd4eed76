"""Merging: the files of a group, from what the units of a segment hold of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsroom.search.columns import Numbers, Small, Stretches, changes, pack_shards, starts_of
from newsroom.search.runs import PLACE, Part, unpack_part
from newsroom.search.shards import place_in_row, row_of


class _Rows(NamedTuple):
    """Keys as the units hold them: places of their words in one list, the unit, how many postings, and these."""

    firsts: Numbers
    seconds: Numbers
    units: Small
    counts: Numbers
    documents: Small
    weights: Small


def merge(units: Iterable[Sequence[bytes]], files: int) -> list[bytes]:
    """The files of a group; `units` are, for each unit in order, its packed parts."""
    place: defaultdict[str, int] = defaultdict(count().__next__)
    place[""]
    parts = [_rows(number, unpack_part(part), place) for number, packed in enumerate(units) for part in packed]
    rows = _Rows(*map(np.concatenate, zip(*parts, strict=True)))
    words = list(place)
    names = sorted({word[:-1] for word in words})
    return pack_shards(_stretches(rows, words, names, files), files, names)


def _rows(number: int, part: Part, place: defaultdict[str, int]) -> _Rows:
    words = np.fromiter(map(place.__getitem__, part.words), np.int64, len(part.words))
    firsts, seconds = (words[np.frombuffer(places, PLACE)] for places in (part.firsts, part.seconds))
    counts = np.frombuffer(part.counts, np.uint8).astype(np.int64) + 1
    units = np.full(counts.size, number, np.uint8)
    return _Rows(firsts, seconds, units, counts, *(np.frombuffer(told, np.uint8) for told in part[4:]))


def _stretches(rows: _Rows, words: Sequence[str], names: Sequence[str], files: int) -> Stretches:
    rank = {name: number for number, name in enumerate(names)}
    syllables = np.array([rank[word[:-1]] for word in words], np.int64)
    forms = np.array([ord(word[-1]) if word else 0 for word in words], np.uint8)
    firsts, seconds = syllables[rows.firsts], syllables[rows.seconds]
    first_forms, second_forms = forms[rows.firsts], forms[rows.seconds]
    key = (firsts * len(names) + seconds) << 16 | first_forms.astype(np.int64) << 8 | second_forms
    order = np.argsort(key, kind="stable")
    cut = _files(firsts[order], seconds[order], names, files)
    by_file = np.argsort(cut, kind="stable")
    order, cut = order[by_file], cut[by_file]
    counts = rows.counts[order]
    postings = np.repeat((starts_of(rows.counts)[order] - starts_of(counts)), counts) + np.arange(counts.sum())
    return Stretches(
        cut.astype(np.int64),
        firsts[order],
        seconds[order],
        first_forms[order],
        second_forms[order],
        rows.units[order],
        counts,
        rows.documents[postings],
        rows.weights[postings],
    )


def _files(firsts: Numbers, seconds: Numbers, names: Sequence[str], files: int) -> npt.NDArray[np.uint16]:
    """`file_of` of each key, where keys are sorted: once for what begins with one letter after a first syllable."""
    if files == 1:
        return np.zeros(firsts.size, np.uint16)
    letters = sorted({name[:1] for name in names})
    rank = {letter: number for number, letter in enumerate(letters)}
    initials = np.array([rank[name[:1]] for name in names], np.int64)[seconds]
    begins = changes(firsts, initials)
    rows = zip(firsts[begins].tolist(), initials[begins].tolist(), strict=True)
    begun = np.array([row_of(names[first], letters[letter]) for first, letter in rows], np.int64)
    further = np.array([place_in_row(name, files) for name in names], np.int64)
    found: npt.NDArray[np.uint16] = ((begun[np.cumsum(begins) - 1] + further[seconds]) % files).astype(np.uint16)
    return found
