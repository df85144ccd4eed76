"""The cure for a slug that is not known: the nearest one that is."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from operator import eq
from typing import Final

_CLOSE: Final = 0.65
"""Of the letters in which two slugs differ at all: two letters of three, swapped."""
_WORDS: Final = 2
"""Shared words that make a slug a shorter or longer form of another."""
_FEW: Final = 12
"""Slugs that can be told in one line."""


def nearest(word: str, known: Sequence[str], otherwise: str) -> str:
    """A question for the nearest known slug, else what to do otherwise."""
    likeness, best = max(((_likeness(word, other), other) for other in known), default=(0.0, ""))
    return f"có phải “{best}”?" if likeness >= _CLOSE else otherwise


def among(known: Sequence[str]) -> str:
    """What there is to choose from, as the end of a sentence; "" where it is too much to be told."""
    return f"; đang có: {', '.join(sorted(known))}" if 0 < len(known) <= _FEW else ""


def _likeness(one: str, other: str) -> float:
    """From 0 to 1. Slugs share whole words (chi-bo-thon-…), which say nothing: the rest is compared."""
    mine, theirs = one.split("-"), other.split("-")
    fewer, more = sorted((set(mine), set(theirs)), key=len)
    if len(fewer) >= _WORDS and fewer <= more:
        return SequenceMatcher(None, one, other).ratio() / 2 + 0.5
    for _ in range(2):  # what they begin with, then what they end with
        shared = len([*takewhile(bool, map(eq, mine, theirs))])
        mine, theirs = mine[shared:][::-1], theirs[shared:][::-1]
    return SequenceMatcher(None, "-".join(mine), "-".join(theirs)).ratio()
