"""Spotting: the words of a whole text looked up in one pass, in arrays. Loads numpy, so only who reads a text imports it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from string import ascii_letters, digits
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

_SHORTEST: Final = 3
_PIECE: Final = 4
"""Letters that are looked up at once: as many as a number of 32 bits has bytes."""
_SCATTER_PIECES: Final = np.uint32(0x9E3779B1)
_PIECE_PLACES: Final = 18
"""Bits that tell the place of a piece. So few signs are looked for that next to none share one."""
_KEPT: Final = 8
"""Letters of the longest word that is remembered: as many as a number of 64 bits has bytes."""
_SCATTER_WORDS: Final = np.uint64(0x9E3779B97F4A7C15)
_WORD_PLACES: Final = 16
_BYTES_OF: Final = np.array([(1 << 8 * length) - 1 for length in range(_KEPT + 1)], np.uint64)


class Spotter:
    """Signs – strings of at least three ASCII letters and figures – that are looked for all at once."""

    def __init__(self, signs: Iterable[bytes]) -> None:
        by_place: defaultdict[int, list[bytes]] = defaultdict(list)
        for sign in signs:
            for place in set(_place_of_piece(_pieces(sign)).tolist()):
                by_place[place].append(sign)
        self._groups: list[list[bytes]] = [[]]
        self._group_at = np.zeros(1 << _PIECE_PLACES, np.uint8)
        for place, group in by_place.items():
            if group not in self._groups:
                self._groups.append(group)
            self._group_at[place] = self._groups.index(group)

    def within(self, text: bytes) -> list[bytes]:
        """The signs that stand in a text of ASCII letters and figures, in no order."""
        padded = text + b"\0" * _PIECE
        pieces = np.ndarray((len(text) + 1,), "<u4", padded, 0, (1,))
        groups = self._group_at.take(_place_of_piece(pieces)).tobytes().translate(None, b"\0")
        likely = {sign for group in set(groups) for sign in self._groups[group]}
        return [sign for sign in likely if sign in text]


def _pieces(sign: bytes) -> npt.NDArray[np.uint32]:
    """What a text with the sign holds one of: four letters of it, or three with whatever may follow.

    They are those in its middle, where one syllable ends and another begins: few other words have them.
    """
    assert len(sign) >= _SHORTEST
    start = max(0, len(sign) - _PIECE) // 2
    piece = sign[start : start + _PIECE]
    ends = f"\0{ascii_letters}{digits}".encode() if len(piece) < _PIECE else piece[_SHORTEST:]
    return np.frombuffer(b"".join(piece[:_SHORTEST] + bytes([end]) for end in ends), "<u4")


def _place_of_piece(pieces: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    return (pieces * _SCATTER_PIECES) >> np.uint32(32 - _PIECE_PLACES)


class Words(NamedTuple):
    """The words of a text: where each begins, how long it is, and its first eight letters as a number."""

    text: bytes
    starts: npt.NDArray[np.intp]
    lengths: npt.NDArray[np.intp]
    keys: npt.NDArray[np.uint64]

    def at(self, places: npt.NDArray[np.intp]) -> set[bytes]:
        """Some of the words, told by their places in the row."""
        starts = self.starts[places]
        ends = starts + self.lengths[places]
        return {self.text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)}

    def doubled(self) -> set[bytes]:
        """Words that stand right behind themselves, and long ones behind others that begin as they do."""
        return self.at((self.keys[1:] == self.keys[:-1]).nonzero()[0])


def words_of(text: bytes) -> Words:
    """The words of a text in which everything but letters is a zero byte."""
    padded = b"\0" + text + b"\0" * _KEPT
    is_letter = np.frombuffer(padded, np.uint8) != 0
    edges = (is_letter[1:] != is_letter[:-1]).nonzero()[0]
    starts = edges[::2]
    lengths = edges[1::2] - starts
    heads: npt.NDArray[np.uint64] = np.ndarray((len(text) + 1,), "<u8", padded, 1, (1,))[starts]
    return Words(text, starts, lengths, heads & _BYTES_OF.take(lengths, mode="clip"))


class Memory:
    """Words that were looked at and found good; one of several that fall on the same place is remembered."""

    def __init__(self) -> None:
        self._kept = np.zeros(1 << _WORD_PLACES, np.uint64)

    def unknown(self, words: Words) -> set[bytes]:
        """The words that are not remembered; long ones never are."""
        is_new = (self._kept.take(_place_of_word(words.keys)) != words.keys) | (words.lengths > _KEPT)
        return words.at(is_new.nonzero()[0])

    def remember(self, words: Iterable[bytes]) -> None:
        """Keep words that were found good."""
        short = [word.ljust(_KEPT, b"\0") for word in words if len(word) <= _KEPT]
        keys = np.frombuffer(b"".join(short), "<u8")
        self._kept[_place_of_word(keys)] = keys


def _place_of_word(keys: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    return (keys * _SCATTER_WORDS) >> np.uint64(64 - _WORD_PLACES)
