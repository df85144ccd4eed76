"""Cards: what a result shows of a document, in small chunks; and the lists for filters and for suggestions."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile
from operator import eq
from typing import Final

from newsroom.search.columns import deflate
from newsroom.search.records import ARTICLE, DOCUMENT, PROFILE, Record
from newsroom.search.segments import Segment

CHUNK: Final = 18
_MARKS: Final = re.compile("[\u0300-\u036f]")
_NO_SLUG: Final = re.compile("[^a-z0-9]+")
_SUGGESTED: Final = 240
_DOCUMENT_MARK: Final = 253
_PROFILE_MARK: Final = 254
_PAGE_MARK: Final = 255
_KIND_MARKS: Final = {DOCUMENT: _DOCUMENT_MARK, PROFILE: _PROFILE_MARK}


def chunks(segment: Segment) -> list[tuple[Record, ...]]:
    """The records of a segment by files of cards."""
    records = segment.records
    return list(iter(lambda: tuple(islice(records, CHUNK)), ()))


def pack_chunk(records: Iterable[Record]) -> bytes:
    """What is told of the address (its place in two columns), title, kind, section, day and excerpt of some documents."""
    rows = [[*told_address(r), r.title, r.kind, r.section, r.day, r.excerpt] for r in records]
    return deflate(compact(rows).encode())


def told_address(record: Record) -> tuple[int, str]:
    """How much of an article's slug its title tells, and the rest; of any other document -1 and the whole address."""
    folder, _, slug = record.url.strip("/").rpartition("/")
    if folder != f"tin-tuc/{record.day[:4]}/{record.day[5:7]}":
        return -1, record.url
    shared = sum(takewhile(bool, map(eq, slug, plain_slug(record.title))))
    return shared, slug[shared:]


def plain_slug(title: str) -> str:
    """The title as the page's script makes a slug of it."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", title)).replace("đ", "d").replace("Đ", "d")
    return _NO_SLUG.sub("-", bare.lower()).strip("-")


def pack_kinds(segment: Segment, sections: Sequence[str]) -> bytes:
    """A byte for each document: the place of its section, or that it is a document, a profile or a page."""
    places: Mapping[str, int] = {slug: place for place, slug in enumerate(sections)}
    return deflate(bytes(_mark(record, places) for record in segment.records))


def _mark(record: Record, places: Mapping[str, int]) -> int:
    if record.kind == ARTICLE:
        return min(places[record.section], _DOCUMENT_MARK - 1)
    return _KIND_MARKS.get(record.kind, _PAGE_MARK)


def years(segment: Segment) -> list[tuple[int, int]]:
    """Each year with the place of its first document; 0 stands for what has no date."""
    found: list[tuple[int, int]] = []
    for place, record in enumerate(segment.records):
        year = int(record.day[:4] or 0)
        if not found or found[-1][0] != year:
            found.append((year, place))
    return found


def suggested(records: Sequence[Record]) -> list[list[str]]:
    """Titles with their addresses for suggestions while one types: every profile, the newest articles and pages."""
    profiles = [record for record in records if record.kind == PROFILE]
    others = [record for record in reversed(records) if record.kind != PROFILE]
    return [[record.title, record.url] for record in [*profiles, *others][: _SUGGESTED + len(profiles)]]


def compact(data: object) -> str:
    """JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
