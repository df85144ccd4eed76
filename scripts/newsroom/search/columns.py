"""Columns: the bytes of shards. Alike stands beside alike, so that it deflates well.

Keys (pairs under their first syllable), the shape of each, what shapes need beyond a byte, forms, units, documents, weights.
Shape 0 is one document in one form; else the number of forms – from 127 on it follows –, plus 128 where a list was cut and its
true length follows first.
Within a form units and documents are told by their steps, documents modulo 256. An *entry* is a key in one form, a
*stretch* what one unit holds of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from newsroom.search.packing import deflate
from newsroom.search.postings import longest_kept

Numbers = npt.NDArray[np.int64]
Small = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

_LONGEST_SINGLE: Final = 256
_CUT: Final = 128
_MANY_FORMS: Final = 127
_SEVEN_BITS: Final = 127


class Stretches(NamedTuple):
    """Stretches in the order of files, keys, forms and units: the file of each, its key's syllables as places in a list
    whose first is "", their forms (0: none), its unit, and how many of the postings are its.
    """

    files: Numbers
    firsts: Numbers
    seconds: Numbers
    first_forms: Small
    second_forms: Small
    units: Small
    counts: Numbers
    documents: Small
    weights: Small

    @property
    def begins_key(self) -> Flags:
        """Which stretch is the first of a key in a file."""
        return changes(self.files, self.firsts, self.seconds)

    @property
    def begins_entry(self) -> Flags:
        """Which stretch is the first of an entry."""
        return changes(self.files, self.firsts, self.seconds, self.first_forms, self.second_forms)


class _Column(NamedTuple):
    """The bytes of all files, and how many of them are each stretch's."""

    data: Small
    sizes: Numbers


def pack_shards(stretches: Stretches, files: int, names: Sequence[str]) -> list[bytes]:
    """The bytes of each file. An empty one is a file as well: what is not there is no error."""
    if not stretches.counts.size:
        return [deflate(*7 * [b""])] * files
    stretches, lengths = _shortened(stretches)
    edges = np.searchsorted(stretches.files, np.arange(files + 1))
    columns = zip(*(_slices(column, edges) for column in _columns(stretches, lengths)), strict=True)
    keys = _slices(_keys(stretches, names), edges)
    return [deflate(lines[:-1], *told) for lines, told in zip(keys, columns, strict=True)]  # no line ends the last one


def _shortened(stretches: Stretches) -> tuple[Stretches, Numbers]:
    """Lists of single syllables brought down to what is kept; the true length of each key's that was cut, else 0."""
    starts = np.flatnonzero(stretches.begins_key)
    sizes = np.add.reduceat(stretches.counts, starts)
    is_long = (stretches.seconds[starts] == 0) & (sizes > _LONGEST_SINGLE)
    lengths = np.where(is_long, sizes, 0)
    if not is_long.any():
        return stretches, lengths
    ends = np.cumsum(sizes)
    units = np.repeat(stretches.units, stretches.counts)
    kept = np.ones(units.size, np.bool_)
    for start, end in zip((ends - sizes)[is_long].tolist(), ends[is_long].tolist(), strict=True):
        kept[start:end] = longest_kept(units[start:end], stretches.weights[start:end], _LONGEST_SINGLE)
    counts = np.add.reduceat(kept, starts_of(stretches.counts), dtype=np.int64)
    left = counts > 0
    return Stretches(
        stretches.files[left],
        stretches.firsts[left],
        stretches.seconds[left],
        stretches.first_forms[left],
        stretches.second_forms[left],
        stretches.units[left],
        counts[left],
        stretches.documents[kept],
        stretches.weights[kept],
    ), lengths


def _keys(stretches: Stretches, names: Sequence[str]) -> _Column:
    """A line for each key, with the first syllable above the pairs that begin with it."""
    begins = stretches.begins_key
    starts = np.flatnonzero(begins)
    firsts, seconds = stretches.firsts[starts], stretches.seconds[starts]
    pairs = starts[seconds > 0]
    is_headed = np.zeros(begins.size, np.bool_)
    is_headed[pairs] = changes(stretches.files[pairs], stretches.firsts[pairs])
    lines = [
        f"={names[first]}\n {names[second]}\n" if headed else f" {names[second]}\n" if second else f"{names[first]}\n"
        for first, second, headed in zip(firsts.tolist(), seconds.tolist(), is_headed[starts].tolist(), strict=True)
    ]
    sizes = np.zeros(begins.size, np.int64)
    sizes[starts] = [len(line.encode()) for line in lines]
    return _Column(np.frombuffer("".join(lines).encode(), np.uint8), sizes)


def _columns(stretches: Stretches, lengths: Numbers) -> Iterator[_Column]:
    begins_key, begins_entry = stretches.begins_key, stretches.begins_entry
    starts = np.flatnonzero(begins_key)
    sizes, forms = (np.add.reduceat(told, starts, dtype=np.int64) for told in (stretches.counts, begins_entry))
    shapes = np.where(sizes > 1, np.minimum(forms, _MANY_FORMS) + _CUT * (lengths > 0), 0)
    yield _Column(shapes.astype(np.uint8), begins_key.astype(np.int64))
    yield _more(stretches, sizes, lengths, np.where(forms < _MANY_FORMS, 0, forms))
    spelt = np.stack((stretches.first_forms, stretches.second_forms), axis=1)
    yield _chosen(spelt, begins_entry[:, None] & np.stack((begins_entry, stretches.seconds > 0), axis=1))
    yield _Column(_steps(stretches.units, begins_entry), np.ones(begins_key.size, np.int64))
    begins_documents = np.zeros(stretches.documents.size, np.bool_)
    begins_documents[starts_of(stretches.counts)[begins_entry]] = True
    yield _Column(_steps(stretches.documents, begins_documents), stretches.counts)
    yield _Column(stretches.weights, stretches.counts)


def _more(stretches: Stretches, sizes: Numbers, lengths: Numbers, forms: Numbers) -> _Column:
    """What shapes do not tell.

    Of each key the true length, where it was cut, and the number of forms, where they are many; of each entry how many
    stretches; of each stretch how many documents.
    """
    begins_key, begins_entry = stretches.begins_key, stretches.begins_entry
    length, many, units = np.zeros((3, begins_key.size), np.int64)
    length[begins_key], many[begins_key] = lengths, forms
    starts = np.flatnonzero(begins_entry)
    units[starts] = np.diff(starts, append=begins_entry.size)
    told = [*_varints(length, 3), *_varints(many, 2), *_varints(units, 2)]
    told.append((stretches.counts - 1, np.ones_like(begins_key)))
    cells, is_told = (np.stack(columns, axis=1) for columns in zip(*told, strict=True))
    is_more = (sizes > 1)[np.cumsum(begins_key) - 1]
    return _chosen(cells.astype(np.uint8), is_told & is_more[:, None])


def _varints(numbers: Numbers, most: int) -> Iterator[tuple[Numbers, Flags]]:
    """Numbers as `packing.varint` tells them, byte after byte, and where there is one; of 0 there is none."""
    for place in range(most):
        rest = numbers >> 7 * place
        yield rest & _SEVEN_BITS | (rest > _SEVEN_BITS) << 7, rest > 0


def _chosen(cells: Small, told: Flags) -> _Column:
    return _Column(cells[told], np.count_nonzero(told, axis=1).astype(np.int64))


def _steps(numbers: Small, begins: Flags) -> Small:
    """Each number less the one before, modulo 256; where a row begins, the number itself."""
    steps = numbers.copy()
    steps[1:] -= numbers[:-1]
    return np.where(begins, numbers, steps)


def _slices(column: _Column, edges: Numbers) -> Iterator[bytes]:
    places = np.append(0, np.cumsum(column.sizes))[edges].tolist()
    data = column.data.tobytes()
    return (data[start:end] for start, end in pairwise(places))


def starts_of(counts: Numbers) -> Numbers:
    """Where each stretch begins, by how many each holds."""
    return np.cumsum(counts) - counts


def changes(*columns: npt.NDArray[np.integer]) -> Flags:
    """Where any column is another than in the row before; the first row is."""
    found = np.ones(columns[0].size, np.bool_)
    if found.size:
        found[1:] = False
        for column in columns:
            found[1:] |= column[1:] != column[:-1]
    return found
