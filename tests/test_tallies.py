"""What the index counts and how it is laid into files: held against a plain count, word by word."""

from __future__ import annotations

import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
import pytest

from newsroom.search.abbreviations import Abbreviations
from newsroom.search.columns import _varints
from newsroom.search.counting import make_run
from newsroom.search.merging import merge
from newsroom.search.packing import varint as packed_varint
from newsroom.search.records import Fields, Record
from newsroom.search.runs import UNIT, Run, unpack_head, unpack_part, unpack_vocabulary
from newsroom.search.shards import file_of, groups, layout
from newsroom.search.tally import follower
from newsroom.search.tokens import words

SHORT: Final = Abbreviations.of({"HTX": "hợp tác xã", "TX": "tác xã", "CB": ["cán bộ", "chi bộ"]})
SAID: Final = """
hợp tác xã hội cán bộ chi chị chì Đảng dâng lúa lụa lua mới tốt 12 7 tw khoẻ khỏe khoe và ở Ø ½ đx
"""
SYLLABLES: Final = SAID.split()
LEVELS: Final = {1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 4, 7: 5, 9: 5, 10: 6, 15: 6, 16: 7, 40: 7}
TITLE: Final = 8
LONGEST: Final = 256

Key = tuple[str, str]
Weights = dict[Key, int]
Posting = tuple[int, int, int]
"""Unit, document, weight."""


class Told(NamedTuple):
    """A key as a file tells it: its postings by form, and how many there are where not all are told."""

    postings: dict[str, list[Posting]]
    length: int


def texts(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(SYLLABLES, [1 + place % 5 for place in range(len(SYLLABLES))], k=length))


def documents(seed: int, count: int) -> list[Fields]:
    chance = random.Random(seed)
    return [
        Fields(
            texts(chance, chance.randrange(6)),
            texts(chance, chance.choice((0, 1, 2, 12))),
            tuple(texts(chance, chance.randrange(4)) for _ in range(chance.randrange(3))),
            texts(chance, chance.choice((0, 1, 30, 150))),
        )
        for _ in range(count)
    ]


def record(fields: Fields) -> Record:
    return Record("/a", "", "bai", "", "2026-01-01", "", repr(fields).encode(), lambda: fields)


def run_of(found: Sequence[Fields]) -> Run:
    return make_run(SHORT, [record(fields) for fields in found])


def level(count: int) -> int:
    return LEVELS[max(least for least in LEVELS if least <= count)]


def standing(text: list[str]) -> Iterator[tuple[str, str, str | None]]:
    """Each word, each pair and what follows it; once more where an expansion is read short."""
    after = [*text, "", ""]
    for place, word in enumerate(text):
        yield word, "", None
        if place + 1 < len(text):
            yield word, text[place + 1], after[place + 2]
    spans = [
        (start, start + len(spelt), short)
        for start in range(len(text))
        for spelt, short in chain.from_iterable(SHORT.by_start.values())
        if tuple(text[start : start + len(spelt)]) == spelt
    ]
    for start, end, short in spans:
        yield short, "", None
        if start:
            yield text[start - 1], short, after[end]
        if end < len(text):
            yield short, text[end], after[end + 1]
        for following, last, other in spans:
            if following == end:
                yield short, other, after[last]


def plainly(fields: Fields) -> Weights:
    """The weight of every key of a document, as the reader of the index would work it out with pencil and paper."""
    count: Counter[Key] = Counter()
    follows: defaultdict[Key, list[int]] = defaultdict(list)
    titled: set[Key] = set()
    for text, is_title, is_lead in (
        (fields.title, True, False),
        (fields.lead, False, True),
        *((text, False, False) for text in (*fields.names, fields.body)),
    ):
        spelt = words(text)
        for place, (first, second, then) in enumerate(standing(spelt)):
            is_own = place < max(0, 2 * len(spelt) - 1)
            count[first, second] += 2 if is_lead and is_own else 1
            if is_title:
                titled.add((first, second))
            if then is not None:
                follows[first, second].append(follower(then[:-1]))
    weights = {}
    for key, number in count.items():
        told = follows[key]
        bits = 0 if not told else told[0] if number == 1 else sum(1 << bit for bit in {one & 3 for one in told})
        weights[key] = bits << 4 | (TITLE if key in titled else 0) | level(number)
    return weights


def counted(run: Run) -> dict[int, Weights]:
    """What a run tells of each document."""
    found: defaultdict[int, Weights] = defaultdict(dict)
    for part in map(unpack_part, run.parts[:-1]):
        place = 0
        for key, more in zip(part.spelt_keys(), part.counts, strict=True):
            for _ in range(more + 1):
                found[part.documents[place]][key] = part.weights[place]
                place += 1
    return dict(found)


@pytest.mark.parametrize("seed", range(4))
def test_a_run_counts_what_stands_in_its_documents(seed: int) -> None:
    found = documents(seed, 40)
    run = run_of(found)
    assert counted(run) == {number: plainly(fields) for number, fields in enumerate(found) if plainly(fields)}
    vocabulary: Counter[str] = Counter()
    for fields in found:
        vocabulary.update(first[:-1] for first, second in plainly(fields) if not second and first[:-1].isalpha())
    assert unpack_vocabulary(run.parts[-1]) == vocabulary


def test_a_run_of_documents_that_say_nothing_is_empty() -> None:
    run = run_of([Fields("", " ", ("",), "— …"), Fields("", "", (), "")])
    assert counted(run) == {}
    assert layout([unpack_head(run.head)])[0] == 1
    assert [unpacked(file) for file in merge([run.parts[:-1]], 2)] == [{}, {}]


# --- files ---------------------------------------------------------------------


def varint(column: Iterator[int]) -> int:
    number = shift = 0
    while True:
        byte = next(column)
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return number


def unpacked(file: bytes) -> dict[Key, Told]:
    """What a file tells, read as its description says."""
    data = iter(zlib.decompress(file, -15))
    columns = [bytes(next(data) for _ in range(varint(data))) for _ in range(7)]
    shapes, more, forms, units, numbers, weights = map(iter, columns[1:])
    found: dict[Key, Told] = {}
    heading = ""
    for line in columns[0].decode().split("\n") if columns[0] else ():
        if line.startswith("="):
            heading = line[1:]
            continue
        key = (heading, line[1:]) if line.startswith(" ") else (line, "")
        shape = next(shapes)
        length = varint(more) if shape > 128 else 0
        count = varint(more) if shape % 128 == 127 else shape % 128 or 1
        postings: dict[str, list[Posting]] = {}
        for _ in range(count):
            form = "".join(chr(next(forms)) for _ in range(2 if key[1] else 1))
            stretches = varint(more) if shape else 1
            sizes = [next(more) + 1 if shape else 1 for _ in range(stretches)]
            unit = number = 0
            postings[form] = []
            for size in sizes:
                unit += next(units)
                for _ in range(size):
                    number = (number + next(numbers)) % UNIT
                    postings[form].append((unit, number, next(weights)))
        found[key] = Told(postings, length)
    assert [*shapes, *more, *forms, *units, *numbers, *weights] == []
    return found


def laid_out(runs: Sequence[Run]) -> dict[Key, Told]:
    """What all files of a segment tell; each key stands where it is looked for."""
    found: dict[Key, Told] = {}
    for _, parts, files in groups(layout([unpack_head(run.head) for run in runs])):
        for number, file in enumerate(merge([[run.parts[part] for part in parts] for run in runs], files)):
            told = unpacked(file)
            assert all(file_of(*key, files) == number for key in told) or files == 1
            assert list(told) == sorted(told)
            assert found.keys().isdisjoint(told)
            found |= told
    return found


def gathered(units: Sequence[Sequence[Fields]]) -> Mapping[Key, Mapping[str, list[Posting]]]:
    found: defaultdict[Key, defaultdict[str, list[Posting]]] = defaultdict(lambda: defaultdict(list))
    for unit, members in enumerate(units):
        for number, fields in enumerate(members):
            for (first, second), weight in plainly(fields).items():
                form = first[-1] + second[-1:]
                found[first[:-1], second[:-1]][form].append((unit, number, weight))
    return found


def least_kept(postings: Sequence[Posting]) -> tuple[int, int]:
    """Of a long list the weight and the unit from which on it is kept: titles, then the heaviest, then the newest units."""
    room = LONGEST - sum(one[2] & TITLE > 0 for one in postings)
    for rank in range(TITLE - 1, -1, -1):
        same = Counter(unit for unit, _, weight in postings if weight & 15 == rank)
        if sum(same.values()) > room:
            for unit in sorted(same, reverse=True):
                room -= same[unit]
                if room < 0:
                    return rank, unit + 1
        room -= sum(same.values())
    return 0, 0


@pytest.mark.parametrize(("seed", "sizes"), [(1, (30,)), (2, (UNIT, UNIT, 90)), (3, (20,) * 140)])
def test_the_files_of_a_segment_tell_what_its_units_hold(seed: int, sizes: Sequence[int]) -> None:
    units = [documents(seed * 1000 + place, size) for place, size in enumerate(sizes)]
    told, plain = laid_out([run_of(unit) for unit in units]), gathered(units)
    assert told.keys() == plain.keys()
    cut = 0
    for key, forms in plain.items():
        every = [posting for postings in forms.values() for posting in postings]
        if key[1] or len(every) <= LONGEST:
            assert told[key] == (forms, 0)
            assert list(told[key].postings) == sorted(forms)
            continue
        cut += 1
        rank, unit = least_kept(every)
        expected = {
            form: [one for one in forms[form] if one[2] & 15 > rank or (one[2] & 15 == rank and one[0] >= unit)]
            for form in sorted(forms)
        }
        assert told[key] == ({form: postings for form, postings in expected.items() if postings}, len(every))
    assert bool(cut) == (sum(sizes) > LONGEST)


def test_a_group_of_many_files_holds_each_key_where_it_is_looked_for() -> None:
    unit = documents(9, 60)
    run = run_of(unit)
    told = [unpacked(file) for file in merge([run.parts[:-1]], 40)]
    assert sum(map(len, told)) == len(gathered([unit]))
    for number, keys in enumerate(told):
        assert {file_of(*key, 40) for key in keys} <= {number}


@pytest.mark.parametrize("sizes", [(200,), (130, 150), (UNIT, UNIT)])
def test_a_syllable_that_alike_texts_hold_in_several_forms_is_told_in_each(sizes: Sequence[int]) -> None:
    units = [[Fields("", "", (), "chi chị chì")] * size for size in sizes]
    told, plain = laid_out([run_of(unit) for unit in units]), gathered(units)
    assert told.keys() == plain.keys()
    forms, length = told["chi", ""]
    assert (forms.keys(), length) == (plain["chi", ""].keys(), 3 * sum(sizes))
    assert all(set(forms[form]) <= set(plain["chi", ""][form]) for form in forms)
    assert {unit for postings in forms.values() for unit, _, _ in postings} == {len(sizes) - 1}
    assert LONGEST // 2 < sum(map(len, forms.values())) <= LONGEST


MARKED: Final = [f"{onset}{vowel}" for onset in ("l", "b") for vowel in "aàáảãạăằắẳẵặâầấẩẫậ"]


def test_a_key_in_very_many_forms_tells_them_all() -> None:
    pairs = [f"{first} {second}" for first in MARKED[:18] for second in MARKED[18:]]
    unit = [Fields("", "", (), ". ".join(pairs[place::9])) for place in range(9)]
    run = run_of(unit)
    told = laid_out([run])
    assert told.keys() == gathered([unit]).keys()
    assert len(told["la", "ba"].postings) == len(pairs) == 324
    assert told["la", "ba"].postings == gathered([unit])["la", "ba"]


@pytest.mark.parametrize("number", [1, 127, 128, 16_256, 16_257, 16_383, 16_384, 65_536])
def test_numbers_take_as_many_bytes_as_they_need(number: int) -> None:
    cells = list(_varints(np.array([0, number, 0]), 3))
    assert bytes(int(cell[1]) for cell, told in cells if told[1]) == packed_varint(number)
    assert not any(told[0] or told[2] for _, told in cells)
