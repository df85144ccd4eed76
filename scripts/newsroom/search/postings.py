"""Postings: where a key stands, by written form and unit; and what is kept of a list that is too long."""

from __future__ import annotations

from collections import Counter
from itertools import chain, compress
from typing import Any, Final

Entry = list[Any]
"""Unit, its postings, unit, its postings …"""
Forms = list[tuple[str, Entry]]

TITLE: Final = 8
"""The bit of a weight that tells of the title."""
_RANKS: Final = bytes(weight & 15 for weight in range(256))
_AT_LEAST: Final = tuple(bytes(weight & 15 >= rank for weight in range(256)) for rank in range(17))


def count_of(forms: Forms) -> int:
    """How many postings there are."""
    return sum(sum(map(len, entry[1::2])) for _, entry in forms) // 2


def shorten(forms: Forms, longest: int) -> Forms:
    """At most `longest` postings and all of titles: every title, then the heaviest, then the newest."""
    counts: Counter[int] = Counter()
    for _, entry in forms:
        counts.update(b"".join(entry[1::2])[1::2].translate(_RANKS))
    rank, room = 15, longest
    while rank >= TITLE or counts[rank] <= room:
        room -= counts[rank]
        rank -= 1
    newest = _newest(forms, rank, room)
    found: Forms = []
    for form, entry in forms:
        kept: Entry = []
        for unit, data in zip(entry[::2], entry[1::2], strict=True):
            chosen = data[1::2].translate(_AT_LEAST[rank if unit in newest else rank + 1])
            if any(chosen):
                kept += (unit, bytes(chain.from_iterable(compress(zip(data[::2], data[1::2], strict=True), chosen))))
        if kept:
            found.append((form, kept))
    return found


def _newest(forms: Forms, rank: int, room: int) -> set[int]:
    """The newest units that between them hold no more than `room` postings of a rank."""
    held: Counter[int] = Counter()
    for _, entry in forms:
        for unit, data in zip(entry[::2], entry[1::2], strict=True):
            held[unit] += data[1::2].translate(_RANKS).count(rank)
    found: set[int] = set()
    for unit in sorted(held, reverse=True):
        room -= held[unit]
        if room < 0:
            break
        found.add(unit)
    return found
