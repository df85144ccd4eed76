"""A sieve: tells of most pairs that a short segment does not hold that it does not, so that nobody asks its files in vain."""

from __future__ import annotations

import base64
from collections.abc import Collection
from typing import Final
from zlib import crc32

from newsroom.search.packing import deflate

BITS: Final = 6
"""Bits for each pair: one pair in six or seven that is not there passes all the same."""


def pack_sieve(pairs: Collection[tuple[str, str]]) -> str:
    """A bit for each pair of folded syllables at the place its sum tells, deflated, in letters of base64.

    What a half-typed second syllable begins with has a bit as well.
    """
    told = {*pairs, *((first, second[:1]) for first, second in pairs)}
    size = max(8, len(told) * BITS)
    bits = bytearray(size // 8 + 1)
    for first, second in told:
        place = crc32(f"{first} {second}".encode()) % size
        bits[place >> 3] |= 1 << (place & 7)
    return f"{size} {base64.b64encode(deflate(bits)).decode()}"
