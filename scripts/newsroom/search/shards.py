"""Shards: the postings of a segment, merged from its runs, cut into files of some kilobytes.

A file is a few columns deflated together: keys (pairs under their first syllable), the shape of each, what shapes need
beyond a byte, forms, units, postings (documents), postings (weights). Shape 0 is one document in one form; else the number
of forms, plus 128 where a list was cut and its true length follows.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import chain, compress, repeat
from operator import sub
from typing import Any, Final
from zlib import crc32

from newsroom.search.runs import PARTS, TITLE, UNIT, Head, unpack_part

_A_SHARD: Final = 47_000
"""Bytes of runs that make a file of some 8 kB."""
_A_SHARD_OF_FEW: Final = 20_000
_FEW: Final = 4
"""Units of a short segment."""
_LONGEST_PAIR: Final = 1536
_LONGEST_SINGLE: Final = 512
"""Longer lists keep every title, then the heaviest, then the newest."""
_CUT: Final = 128
_ONE_STRETCH: Final = 2
"""Items of an entry that holds one stretch."""
_STEPPED: Final = 6
"""Stretches of so many bytes tell documents by their steps."""
_COUNTS: Final = tuple(max(0, size // 2 - 1) for size in range(2 * UNIT + 1))
"""Documents of a stretch of so many bytes, less one: they fit in a byte."""

_RANKS: Final = bytes(weight & 15 for weight in range(256))
_AT_LEAST: Final = tuple(bytes(weight & 15 >= rank for weight in range(256)) for rank in range(17))

Entry = list[Any]
"""Unit, its postings, unit, its postings …"""
Forms = list[tuple[str, Entry]]


def layout(heads: Sequence[Head]) -> list[int]:
    """For each part how many files it is cut into; 0 where it shares the file of the part before.

    Those of a short segment are smaller: every query asks there as well.
    """
    wanted = _A_SHARD if len(heads) > _FEW else _A_SHARD_OF_FEW
    cut: list[int] = []
    room = 0
    for part in range(PARTS):
        size = sum(head.sizes[part] for head in heads)
        room -= size
        if room >= 0 and cut:
            cut.append(0)
            continue
        cut.append(max(1, round(size / wanted)))
        room = wanted - size
    return cut


def groups(cut: Sequence[int]) -> list[tuple[int, range, int]]:
    """The first file, the parts and the number of files of what is merged together."""
    found: list[tuple[int, range, int]] = []
    first = 0
    starts = [part for part in range(PARTS) if cut[part]]
    for start, end in zip(starts, [*starts[1:], PARTS], strict=True):
        found.append((first, range(start, end), cut[start]))
        first += cut[start]
    return found


def merge(units: Iterable[Sequence[bytes]], files: int) -> list[bytes]:
    """The files of a group; `units` are, for each unit in order, its packed parts."""
    entries: defaultdict[tuple[str, str], Entry] = defaultdict(list)
    for number, packed in enumerate(units):
        for part in packed:
            rows = unpack_part(part)
            lists = list(map(entries.__getitem__, zip(rows[::3], rows[1::3], strict=True)))
            deque(map(list.append, lists, repeat(number)), 0)
            deque(map(list.append, lists, rows[2::3]), 0)
    keys: defaultdict[tuple[str, str], Forms] = defaultdict(list)
    for (first, second), entry in entries.items():
        keys[first[:-1], second[:-1]].append((first[-1] + second[-1:], entry))
    cut: list[list[tuple[str, str]]] = [[] for _ in range(files)]
    for key in sorted(keys):
        cut[0 if files == 1 else file_of(*key, files)].append(key)
    return [pack_shard([(key, keys[key]) for key in members]) for members in cut]


def file_of(first: str, second: str, files: int) -> int:
    """Which of the files of a group holds a key: half-typed second syllables are found in one place."""
    return crc32(f"{first} {second[:1]}".encode()) % files


def pack_shard(keys: Iterable[tuple[tuple[str, str], Forms]]) -> bytes:
    """The bytes of one file. An empty one is a file as well: what is not there is no error."""
    lines: list[str] = []
    shapes, more, forms_at, units, postings = (bytearray() for _ in range(5))
    heading = ""
    for (first, second), forms in keys:
        if second and first != heading:
            heading = first
            lines.append(f"={first}")
        lines.append(f" {second}" if second else first)
        form, entry = forms[0]
        if len(forms) == 1 and len(entry) == 2 and len(entry[1]) == 2:
            shapes.append(0)
            forms_at += form.encode("latin-1")
            units.append(entry[0])
            postings += entry[1]
        else:
            _pack_forms(forms, _LONGEST_PAIR if second else _LONGEST_SINGLE, (shapes, more, forms_at, units, postings))
    return deflate("\n".join(lines).encode(), shapes, more, forms_at, units, postings[::2], postings[1::2])


def _pack_forms(forms: Forms, longest: int, columns: tuple[bytearray, ...]) -> None:
    shapes, more, forms_at, units, postings = columns
    size = sum(sum(map(len, entry[1::2])) for _, entry in forms) // 2
    if size > longest:
        forms = _cut(forms, longest)
        shapes.append(_CUT + len(forms))
        more += varint(size)
    else:
        shapes.append(len(forms))
    for form, entry in sorted(forms) if len(forms) > 1 else forms:
        forms_at += form.encode("latin-1")
        if len(entry) == _ONE_STRETCH:
            unit, data = entry
            more += bytes((1, len(data) // 2 - 1))
            units.append(unit)
            postings += data if len(data) < _STEPPED else _steps(data)
            continue
        more += varint(len(entry) // 2)
        places, stretches = entry[::2], entry[1::2]
        units += bytes(map(sub, places, chain((0,), places)))
        more += bytes(map(_COUNTS.__getitem__, map(len, stretches)))
        postings += b"".join([data if len(data) < _STEPPED else _steps(data) for data in stretches])


def _steps(data: bytes) -> bytearray:
    """The same postings, each document but the first as the step from the one before."""
    told = bytearray(data)
    documents = data[::2]
    told[2::2] = bytes(map(sub, documents[1:], documents))
    return told


def _cut(forms: Forms, longest: int) -> Forms:
    """The postings that matter most of a list that is too long."""
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


def deflate(*columns: bytes | bytearray) -> bytes:
    """Columns behind one another, each after its length, deflated without a header."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
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
