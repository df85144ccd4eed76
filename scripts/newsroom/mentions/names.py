"""Names: a table of who bears which name, and where a text holds one of them – the longest, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

from newsroom.code_page import decode, encode, recoding
from newsroom.digests import digest

Tones = tuple[tuple[str, str], ...]
"""Where a tone stands, in the old way and the new."""
_TONES: Final[Tones] = tuple(
    (old, new)
    for tones_old, tones_new in (
        (("òa", "óa", "ỏa", "õa", "ọa"), ("oà", "oá", "oả", "oã", "oạ")),
        (("òe", "óe", "ỏe", "õe", "ọe"), ("oè", "oé", "oẻ", "oẽ", "oẹ")),
        (("ùy", "úy", "ủy", "ũy", "ụy"), ("uỳ", "uý", "uỷ", "uỹ", "uỵ")),
    )
    for old, new in zip(tones_old, tones_new, strict=True)
)
_FORMS: Final = recoding(lambda letter: "-" if letter == "–" else letter.lower())


class Bearer(NamedTuple):
    """Who bears names: a page at `url`.

    `short` names tell of it only where it is known from elsewhere in the text. `above` are the places it lies within;
    `beside` the addresses of what is often named with it – where it `needs` that, it is never meant without. A plain
    tuple of texts: its `repr` is what the findings of a text depend on.
    """

    url: str
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    needs: bool = False


class Claim(NamedTuple):
    """A bearer that a found name may mean, and the name as its bearer writes it."""

    bearer: Bearer
    name: str
    is_short: bool


class Found(NamedTuple):
    """A name with its place in the text that was searched, and whom it may mean."""

    start: int
    end: int
    claims: tuple[Claim, ...]


class NameTable:
    """Names and who bears them.

    A name is found wherever its tones are placed (ủy, uỷ) and whatever dash stands in it; its capitals must be there, the
    first letter aside. Where two bearers differ in the place of a tone only, as xã Hùng Hòa and xã Hùng Hoà, each has its own.
    """

    def __init__(self, bearers: Iterable[Bearer], also: object = ()) -> None:
        """`also` is what findings depend on besides: anything with a faithful `repr`."""
        self.bearers = tuple(bearers)
        self._also = also
        self._claims: dict[str, list[Claim]] = {}
        for bearer in self.bearers:
            for names, is_short in ((bearer.names, False), (bearer.short, True)):
                for name in dict.fromkeys(names):
                    self._claims.setdefault(folded(name), []).append(Claim(bearer, name, is_short))

    @cached_property
    def by_url(self) -> Mapping[str, Bearer]:
        """Bearers by address."""
        return {bearer.url: bearer for bearer in self.bearers}

    @cached_property
    def digest(self) -> bytes:
        """What the findings of a text depend on."""
        return digest(self.bearers, self._also)

    @cached_property
    def _tones(self) -> Tones:
        """Those that stand in names of the table: whatever else a text holds is no name."""
        return tuple(pair for pair in _TONES if any(pair[1] in form for form in self._claims))

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(_branches(_trie(self._claims)))

    def find(self, text: str) -> Iterator[Found]:
        """Every name of the table in a text, in order, the longest in each place. The text is NFC."""
        plain = folded(text, self._tones)
        if not self._claims or len(plain) != len(text):  # a foreign letter that is longer when small
            return
        place = 0
        while match := self._expression.search(plain, place):
            start, end = match.span()
            claims = () if start and text[start - 1].isalnum() else self._claimed(text[start:end], match[0])
            if claims:
                yield Found(start, end, claims)
            place = end if claims else start + 1

    def _claimed(self, written: str, form: str) -> tuple[Claim, ...]:
        claims = tuple(claim for claim in self._claims[form] if _has_capitals(written, claim.name))
        exact = tuple(claim for claim in claims if claim.name[1:] == written[1:])
        return exact or claims


def folded(text: str, tones: Tones = _TONES) -> str:
    """Small letters, tones in one place, one kind of dash; as long as the text."""
    codes = encode(text)
    text = text.lower().replace("–", "-") if codes is None else decode(codes.translate(_FORMS))
    for old, new in tones:
        text = text.replace(old, new)
    return text


def _has_capitals(written: str, name: str) -> bool:
    pairs = zip(written[1:], name[1:], strict=True)
    return all(letter.isupper() for letter, own in pairs if own.isupper())


def _trie(forms: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def _branches(node: dict[str, Any]) -> str:
    """The expression of a trie: longer names before shorter ones, whole words only."""
    ways = [re.escape(letter) + _branches(node[letter]) for letter in sorted(node) if letter]
    if "" in node:
        ways.append(r"(?!\w)")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
