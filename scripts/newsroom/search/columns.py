"""Columns: the bytes of a shard. Alike stands beside alike, so that it deflates well.

Keys (pairs under their first syllable), the shape of each, what shapes need beyond a byte, forms, units, documents, weights.
Shape 0 is one document in one form; else the number of forms, plus 128 where a list was cut and its true length follows.
Within a form units and documents are told by their steps, documents modulo 256.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import chain
from operator import sub
from typing import Final, NamedTuple

from newsroom.search.postings import Entry, Forms, count_of, shorten
from newsroom.search.runs import UNIT

_LONGEST_SINGLE: Final = 256
_CUT: Final = 128
_ONE_STRETCH: Final = 2
"""Items of an entry that holds one stretch."""
_ONE_DOCUMENT: Final = b"\1\0"
"""What is told of one stretch of one document."""
_COUNTS: Final = tuple(max(0, size // 2 - 1) for size in range(2 * UNIT + 1))
"""Documents of a stretch of so many bytes, less one: they fit in a byte."""
_MODULO: Final = bytes(range(UNIT))
"""A step of -255 to 255 modulo 256: a negative place counts from the end."""


def pack_shard(keys: Iterable[tuple[tuple[str, str], Forms]]) -> bytes:
    """The bytes of one file. An empty one is a file as well: what is not there is no error."""
    lines: list[str] = []
    columns = _Columns(*(bytearray() for _ in _Columns._fields))
    heading = ""
    for (first, second), forms in keys:
        if second and first != heading:
            heading = first
            lines.append(f"={first}")
        lines.append(f" {second}" if second else first)
        form, entry = forms[0]
        if len(forms) == 1 and len(entry) == _ONE_STRETCH and len(entry[1]) == 2:
            columns.add_posting(form, entry)
        else:
            columns.add_forms(forms, is_cut=not second)
    return deflate("\n".join(lines).encode(), *columns)


class _Columns(NamedTuple):
    """What a file holds besides its keys."""

    shapes: bytearray
    more: bytearray
    forms: bytearray
    units: bytearray
    documents: bytearray
    weights: bytearray

    def add_posting(self, form: str, entry: Entry) -> None:
        """A key that stands in one document."""
        unit, (document, weight) = entry
        self.shapes.append(0)
        self.forms.extend(form.encode("latin-1"))
        self.units.append(unit)
        self.documents.append(document)
        self.weights.append(weight)

    def add_forms(self, forms: Forms, is_cut: bool) -> None:
        """A key in its forms, of a single syllable some postings only."""
        size = count_of(forms) if is_cut else 0
        if size > _LONGEST_SINGLE:
            forms = shorten(forms, _LONGEST_SINGLE)
            self.shapes.append(_CUT + len(forms))
            self.more.extend(varint(size))
        else:
            self.shapes.append(len(forms))
        for form, entry in sorted(forms) if len(forms) > 1 else forms:
            self.forms.extend(form.encode("latin-1"))
            self._add_entry(entry)

    def _add_entry(self, entry: Entry) -> None:
        if len(entry) == _ONE_STRETCH:
            unit, data = entry
            self.units.append(unit)
            if len(data) == 2:  # most of them: worth a short way
                self.more.extend(_ONE_DOCUMENT)
                self.documents.append(data[0])
                self.weights.append(data[1])
                return
            self.more.extend((1, len(data) // 2 - 1))
        else:
            units, stretches = entry[::2], entry[1::2]
            data = b"".join(stretches)
            self.more.extend(varint(len(units)))
            self.more.extend(map(_COUNTS.__getitem__, map(len, stretches)))
            self.units.extend(map(sub, units, chain((0,), units)))
        documents = data[::2]
        self.documents.append(documents[0])
        self.documents.extend(map(_MODULO.__getitem__, map(sub, documents[1:], documents)))
        self.weights.extend(data[1::2])


def deflate(*columns: bytes | bytearray) -> bytes:
    """Columns behind one another, each after its length, deflated without a header."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)  # 9 takes a sixth of merging more for a few bytes in ten thousand
    packed: list[bytes] = []
    for column in columns:  # a block of its own for each: their letters differ
        packed += (packer.compress(varint(len(column)) + bytes(column)), packer.flush(zlib.Z_BLOCK))
    return b"".join([*packed, packer.flush()])


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
