"""Counting: the run of a unit, from what its documents say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from newsroom.search.abbreviations import Abbreviations
from newsroom.search.records import Record
from newsroom.search.runs import PARTS, PLACE, Part, Run, pack_run, part_of
from newsroom.search.tally import Numbers, Tally, Text, tally
from newsroom.search.tokens import words

_ROW: Final = 15
"""What a key weighs besides its letters and two bytes for each document, where files are cut to equal weight."""


def make_run(abbreviations: Abbreviations, records: Sequence[Record]) -> Run:
    """Count the documents of a unit."""
    texts = [text for number, record in enumerate(records) for text in _texts(number, record)]
    counted = tally(abbreviations, texts)
    starts, counts = _keys(counted)
    firsts, seconds = counted.firsts[starts], counted.seconds[starts]
    parts = np.array([part_of(word[:-1]) for word in counted.vocabulary], np.int64)[firsts]
    letters = np.array([len(word.encode()) for word in counted.vocabulary], np.int64)
    weighed = _ROW + letters[firsts] + letters[seconds] + 2 * counts
    sizes = np.bincount(parts, weighed, PARTS).astype(np.int64).tolist()
    edges = np.searchsorted(parts, np.arange(PARTS + 1))
    return pack_run(list(_cut(counted, starts, counts, edges)), sizes, _vocabulary(counted, starts, counts))


def _texts(number: int, record: Record) -> Iterator[Text]:
    fields = record.fields()
    for title in (fields.title, *fields.titles):
        yield Text(number, words(title), is_title=True)
    yield Text(number, words(fields.lead), is_lead=True)
    for rest in (*fields.names, fields.body):
        yield Text(number, words(rest))


def _keys(counted: Tally) -> tuple[Numbers, Numbers]:
    """Where the postings of each key begin, and how many there are."""
    is_first = np.ones(counted.firsts.size, np.bool_)
    is_first[1:] = (np.diff(counted.firsts) != 0) | (np.diff(counted.seconds) != 0)
    starts = np.flatnonzero(is_first)
    return starts, np.diff(starts, append=counted.firsts.size)


def _cut(counted: Tally, starts: Numbers, counts: Numbers, edges: Numbers) -> Iterator[Part]:
    postings = np.append(starts, counted.firsts.size)
    documents, weights = counted.documents.tobytes(), counted.weights.tobytes()
    for first, last in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        keys = starts[first:last]
        used, places = np.unique(np.concatenate((counted.firsts[keys], counted.seconds[keys])), return_inverse=True)
        told = places.astype(PLACE).tobytes()
        start, end = int(postings[first]), int(postings[last])
        yield Part(
            [counted.vocabulary[word] for word in used.tolist()],
            told[: len(told) // 2],
            told[len(told) // 2 :],
            (counts[first:last] - 1).astype(np.uint8).tobytes(),
            documents[start:end],
            weights[start:end],
        )


def _vocabulary(counted: Tally, starts: Numbers, counts: Numbers) -> dict[str, int]:
    """How many documents hold each syllable that is no number, in each of its forms."""
    single = counted.seconds[starts] == 0
    found: dict[str, int] = {}
    for word, count in zip(counted.firsts[starts[single]].tolist(), counts[single].tolist(), strict=True):
        syllable = counted.vocabulary[word][:-1]
        if syllable.isalpha():
            found[syllable] = found.get(syllable, 0) + count
    return found
