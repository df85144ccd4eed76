"""Spotting: one pass over a text finds the signs and words that a look at each would find."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsroom.spotting import Memory, Spotter, words_of

SIGNS = (b"w88", b"nhacai", b"acai", b"slot", b"8us", b"lot0")
SPOTTER = Spotter(SIGNS)
PARTS = st.lists(st.sampled_from([*SIGNS, b"a", b"nha", b"cai", b"8", b"w8", b"zz", b"lo", b"TM"]), max_size=12)
LONG, SHORT = b"nghiengngang", b"nghieng"
WORDS = st.lists(st.sampled_from([LONG, b"nghiengnang", SHORT, b"a", b"an", b"\0", b"\0\0"]), max_size=20)


@given(PARTS)
def test_signs_are_found_as_if_each_was_looked_for(parts: list[bytes]) -> None:
    text = b"".join(parts)
    assert sorted(SPOTTER.within(text)) == sorted(sign for sign in SIGNS if sign in text)


def test_a_sign_is_found_at_both_ends() -> None:
    assert SPOTTER.within(b"w88") == [b"w88"]
    assert SPOTTER.within(b"xxslot") == [b"slot"]
    assert SPOTTER.within(b"") == []


@given(WORDS)
def test_words_are_what_stands_between_zeros(parts: list[bytes]) -> None:
    text = b"".join(parts)
    written = re.findall(rb"[^\0]+", text)
    words = words_of(text)
    assert [words.at(np.array([place])) for place in range(len(words.starts))] == [{word} for word in written]
    assert words.doubled() >= {word for word, after in pairwise(written) if word == after}


@given(WORDS)
def test_nothing_unknown_is_taken_for_known(parts: list[bytes]) -> None:
    memory, words = Memory(), words_of(b"".join(parts))
    memory.remember([SHORT, b"a", LONG])
    written = words.at(np.arange(len(words.starts)))
    assert memory.unknown(words) == written - {SHORT, b"a"}


def test_what_falls_on_the_place_of_another_is_not_taken_for_it() -> None:
    memory = Memory()
    many = [b"%x" % number for number in range(1 << 17)]
    memory.remember(many)
    unheard = [b"%x" % number for number in range(1 << 17, (1 << 17) + 5000)]
    assert memory.unknown(words_of(b"\0".join(unheard))) == set(unheard)
    assert len(memory.unknown(words_of(b"\0".join(many)))) < len(many)
