"""Cards: what a result shows of a document, in small chunks; and the lists for filters and for suggestions."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile
from operator import eq
from typing import Final

from newsroom.addresses import ARTICLES
from newsroom.search.letters import one_byte_each
from newsroom.search.packing import deflate
from newsroom.search.records import ARTICLE, DOCUMENT, PAGE, PERSON, PROFILE, PROGRAMME, UNIT, Record
from newsroom.search.segments import MANY, Roll, Segment

_CHUNK: Final = 15
_CHUNK_OF_MANY: Final = 8
"""Of a long segment: the hits of a page lie far apart there, each in another file."""
_MARKS: Final = re.compile("[\u0300-\u036f]")
_NO_SLUG: Final = re.compile("[^a-z0-9]+")
_SUGGESTED: Final = 240
_KIND_MARKS: Final[Mapping[str, int]] = {PAGE: 255, PROFILE: 254, DOCUMENT: 253, PROGRAMME: 252, UNIT: 251, PERSON: 250}
"""The byte of each kind that stands in no section; search-engine.js reads them."""
_MOST_SECTIONS: Final = 240


def chunk_size(segment: Segment) -> int:
    """How many cards of a segment are in a file."""
    return _CHUNK_OF_MANY if len(segment.units) > MANY else _CHUNK


def chunks(segment: Segment) -> list[range]:
    """The places of the documents of a segment by files of cards."""
    size = chunk_size(segment)
    return [range(start, min(start + size, segment.size)) for start in range(0, segment.size, size)]


def pack_chunk(segment: Segment, places: range) -> bytes:
    """Titles and excerpts of some documents, a line each, and of each what is told of its address, kind, section and day."""
    shown = [(" ".join(record.title.split()), record) for record in segment.records(places)]
    texts = "\n".join([*(title for title, _ in shown), *(record.excerpt for _, record in shown)])
    rows = [[*told_address(record), record.kind, record.section, record.day] for _, record in shown]
    return deflate(one_byte_each(texts), compact(rows).encode())


def told_address(record: Record) -> tuple[int, str]:
    """How much of an article's slug its title tells, and the rest; of any other document -1 and the whole address."""
    folder, _, slug = record.url.strip("/").rpartition("/")
    if folder != f"{ARTICLES}{record.day[:4]}/{record.day[5:7]}":
        return -1, record.url
    shared = sum(takewhile(bool, map(eq, slug, plain_slug(record.title))))
    return shared, slug[shared:]


def plain_slug(title: str) -> str:
    """The title as the page's script makes a slug of it."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", title)).replace("đ", "d").replace("Đ", "d")
    return _NO_SLUG.sub("-", bare.lower()).strip("-")


def pack_kinds(segment: Segment, sections: Sequence[str]) -> bytes:
    """A byte for each document: the place of its section, or what else it is."""
    places: Mapping[str, int] = {slug: place for place, slug in enumerate(sections)}
    return deflate(bytes(_mark(record, places) for record in segment.records(range(segment.size))))


def _mark(record: Record, places: Mapping[str, int]) -> int:
    if record.kind == ARTICLE:
        return min(places[record.section], _MOST_SECTIONS)
    return _KIND_MARKS[record.kind]


def years(segment: Segment) -> list[tuple[int, int]]:
    """Each year with the place of its first document; 0 stands for what has no date."""
    found: list[tuple[int, int]] = []
    place = 0
    for unit in segment.units:
        year = int(unit.year or 0)
        if not found or found[-1][0] != year:
            found.append((year, place))
        place += len(unit.span)
    return found


def suggested(others: Sequence[Record], articles: Roll) -> list[list[str]]:
    """Titles with their addresses for suggestions while one types: every profile, what else has a name, the newest articles."""
    profiles = [record for record in others if record.kind == PROFILE]
    named = list(islice((record for record in reversed(others) if record.kind != PROFILE), _SUGGESTED // 2))
    newest = islice(map(articles.record, reversed(range(len(articles.years)))), _SUGGESTED - len(named))
    return [[record.title, record.url] for record in (*profiles, *named, *newest)]


def compact(data: object) -> str:
    """JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
