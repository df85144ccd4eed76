"""Postings: what a weight tells first of, and what is kept of a list that is too long."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

TITLE: Final = 8
"""The bit of a weight that tells of the title."""
_RANKS: Final = 16
"""The title and how often: what stands higher is heavier."""


def longest_kept(units: npt.NDArray[np.uint8], weights: npt.NDArray[np.uint8], longest: int) -> npt.NDArray[np.bool_]:
    """Which postings are kept of more than `longest`: every title, then the heaviest, then those of the newest units.

    Where the newest unit alone holds too many – a syllable in several forms – some of it are, evenly: no list is empty.
    """
    ranks = weights % _RANKS
    counts = np.bincount(ranks, minlength=_RANKS).tolist()
    rank, room = _RANKS - 1, longest
    while rank >= TITLE or counts[rank] <= room:
        room -= counts[rank]
        rank -= 1
    held = np.bincount(units[ranks == rank], minlength=256)
    is_newest = np.cumsum(held[::-1])[::-1] <= room
    kept: npt.NDArray[np.bool_] = (ranks > rank) | ((ranks == rank) & is_newest[units])
    if not kept.any():
        newest = np.flatnonzero((ranks == rank) & (units == held.nonzero()[0].max()))
        kept[newest[:: -(-newest.size // longest)]] = True
    return kept
