"""The cure for a name that is not known: the nearest one that is."""

from __future__ import annotations

from difflib import get_close_matches


def nearest(word: str, known: list[str], otherwise: str) -> str:
    """A question for the nearest known word, else what to do otherwise."""
    close = get_close_matches(word, known, n=1, cutoff=0.4)
    return f"có phải “{close[0]}”?" if close else otherwise
