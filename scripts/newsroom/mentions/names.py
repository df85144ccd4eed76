"""Names: a table of the names of branches, units, people, and where a text holds one of them – the longest, once in a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

_OLD_TO_NEW: Final = {
    old: new
    for tones_old, tones_new in (
        (("òa", "óa", "ỏa", "õa", "ọa"), ("oà", "oá", "oả", "oã", "oạ")),
        (("òe", "óe", "ỏe", "õe", "ọe"), ("oè", "oé", "oẻ", "oẽ", "oẹ")),
        (("ùy", "úy", "ủy", "ũy", "ụy"), ("uỳ", "uý", "uỷ", "uỹ", "uỵ")),
    )
    for old, new in zip(tones_old, tones_new, strict=True)
}
_NEW_TO_OLD: Final = {new: old for old, new in _OLD_TO_NEW.items()}
_OLD: Final = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_TO_NEW)})(?!\w)")
_NEW: Final = re.compile(rf"(?<![qQ])(?:{'|'.join(_NEW_TO_OLD)})(?!\w)")


class Named(NamedTuple):
    """A name with its place in the text that was searched; `key` is what its owner was entered under."""

    start: int
    end: int
    key: str


class NameTable:
    """Names and what they stand for. A name that is entered for two keys stands for neither: nobody can tell whom it means.

    A name is found whatever the case of its first letter and wherever its tones are placed (ủy, uỷ) – except where that
    would be another entry's own name: xã Hùng Hòa and xã Hùng Hoà are two.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Enter (key, name) pairs; a key may have many names."""
        self._keys = _keys_of(names)

    @property
    def forms(self) -> Mapping[str, str]:
        """Every form that is looked for, with its key: what the findings of a text depend on."""
        return self._keys

    @cached_property
    def _expression(self) -> re.Pattern[str] | None:
        return re.compile(_branches(_trie(self._keys))) if self._keys else None

    def find(self, text: str) -> list[Named]:
        """Every name of the table in a text, in order, the longest in each place, whole words only."""
        return list(self._find(text)) if self._expression else []

    def _find(self, text: str) -> Iterator[Named]:
        assert self._expression
        place = 0
        while match := self._expression.search(text, place):
            start, end = match.span()
            if start and text[start - 1].isalnum():
                place = start + 1
                continue
            yield Named(start, end, self._keys[match[0]])
            place = end


def _keys_of(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for key, name in names:
        for form in _cases(name):
            owners.setdefault(form, set()).add(key)
    variants: dict[str, set[str]] = {}
    for form, keys in owners.items():
        for variant in (_OLD.sub(lambda m: _OLD_TO_NEW[m[0]], form), _NEW.sub(lambda m: _NEW_TO_OLD[m[0]], form)):
            if variant not in owners:
                variants.setdefault(variant, set()).update(keys)
    entered = {**owners, **variants}
    return {form: next(iter(entered[form])) for form in sorted(entered) if len(entered[form]) == 1}


def _cases(name: str) -> Iterator[str]:
    if name:
        yield from dict.fromkeys((name, name[0].upper() + name[1:], name[0].lower() + name[1:]))


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
