"""Plans: every file of the index, told by what it is made of. Runs that the ledger does not know are counted first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Final, NamedTuple

from newsroom.addresses import INDEX
from newsroom.digests import digest, tag, together
from newsroom.render.edition import Edition
from newsroom.render.plan import FilePlan
from newsroom.search.abbreviations import Abbreviations
from newsroom.search.cards import chunk_size, chunks, compact, pack_chunk, pack_kinds, suggested, years
from newsroom.search.letters import LETTERS
from newsroom.search.packing import deflate
from newsroom.search.rolls import article_roll, guide_records, other_records
from newsroom.search.runs import (
    PARTS,
    Head,
    Run,
    unit_digest,
    unpack_head,
    unpack_part,
    unpack_vocabulary,
)
from newsroom.search.segments import FRESH, Roll, Segment, Unit, segments_of
from newsroom.search.shards import groups, layout
from newsroom.search.sieve import pack_sieve
from newsroom.workers import each

_BESIDE: Final = "muc-luc"
"""The part that stands beside the segments: their directory, and what is suggested."""
_SMALL: Final = 1024
"""In a segment up to this size every word is in the vocabulary; in larger ones those of two documents."""


@dataclass
class _Bound:
    """A segment with the heads of its runs; merges a group of files at a time and keeps the last."""

    edition: Edition
    segment: Segment
    digests: Sequence[bytes]
    heads: Sequence[Head]
    merged: tuple[int, list[bytes]] = (-1, [])

    @cached_property
    def cut(self) -> list[int]:
        """For each part of the runs how many files it is cut into."""
        return layout(self.heads)

    @cached_property
    def version(self) -> str:
        """Names the state of the segment in addresses, so that no file of another state is taken from a cache.

        What was counted has its say, too: other code may read other words in the same texts.
        """
        return tag(b"".join(chain(self.digests, *(head.digests for head in self.heads))))

    def inputs(self, parts: range, files: int) -> bytes:
        """A digest of what a group of files is merged from."""
        told = (head.digests[part] for head in self.heads for part in parts)
        return together((digest(parts.start, parts.stop, files), *told))

    def shard(self, first: int, parts: range, files: int, number: int) -> bytes:
        """The bytes of a file of the group that begins with file `first`."""
        if self.merged[0] != first:
            from newsroom.search.merging import merge  # loads numpy, which a build with nothing to merge never needs

            ledger = self.edition.ledger
            units = ([ledger.run_part(key, part) for part in parts] for key in self.digests)
            self.merged = first, merge(units, files)
        return self.merged[1][number]

    def sieve(self) -> str:
        """Tells which pairs may stand in the segment."""
        parts = (unpack_part(self.edition.ledger.run_part(key, part)) for key in self.digests for part in range(PARTS))
        return pack_sieve(
            {(first[:-1], second[:-1]) for part in parts for first, second in part.spelt_keys() if second}
        )

    def vocabulary(self) -> bytes:
        """Each word of the segment with the number of documents that hold it."""
        total: dict[str, int] = {}
        for key in self.digests:
            for word, count in unpack_vocabulary(self.edition.ledger.run_part(key, PARTS)).items():
                total[word] = total.get(word, 0) + count
        least = 1 if self.segment.size <= _SMALL else 2
        lines = [f"{word} {count}" for word, count in sorted(total.items()) if count >= least]
        return deflate("\n".join(lines).encode())


class IndexPart(NamedTuple):
    """Files of the index: a segment, or what stands beside the segments. While `inputs` stay, so do they; `files` are many."""

    name: str
    inputs: bytes
    files: int
    plans: Callable[[], Iterable[FilePlan]]


def index_parts(edition: Edition, abbreviations: Abbreviations, jobs: int = 1) -> Iterator[IndexPart]:
    """The whole index. Units that the ledger does not know are counted."""
    articles, guides = article_roll(edition), list(guide_records(edition))
    others = [*guides, *other_records(edition)]
    roll = Roll([""] * len(others), [record.drawn for record in others], others.__getitem__)
    bound = _bind(edition, abbreviations, segments_of(articles, roll), jobs)
    sections = [(section.slug, section.name) for section in edition.library.settings.sections]
    slugs = [slug for slug, _ in sections]
    for one in bound:
        inputs, files = digest(one.segment.name, one.digests, slugs), sum(one.cut) + len(chunks(one.segment)) + 2
        yield IndexPart(one.segment.name, inputs, files, partial(_segment_plans, one, slugs))
    suggestions = compact(suggested(others, articles))
    manifest = {  # the version of a segment tells what its sieve is made of: that is worked out only to be written
        "segments": [_described(segment) for segment in bound],
        "guides": len(guides),
        "letters": LETTERS,
        "sections": sections,
        "abbreviations": abbreviations.pairs,
        "suggestions": digest(suggestions).hex()[:10],
    }
    beside = (
        FilePlan(f"{INDEX}goi-y.bin", digest(suggestions), lambda: deflate(suggestions.encode())),
        FilePlan(f"{INDEX}muc-luc.json", digest(compact(manifest)), partial(_directory, manifest, bound)),
    )
    yield IndexPart(_BESIDE, together([plan.inputs for plan in beside]), len(beside), lambda: beside)


def _bind(edition: Edition, abbreviations: Abbreviations, segments: Sequence[Segment], jobs: int) -> list[_Bound]:
    """Segments with their runs; those that the ledger does not know are counted, those no longer used are dropped."""
    keyed = [[unit_digest(abbreviations, unit.drawn) for unit in segment.units] for segment in segments]
    units = {
        key: unit
        for segment, keys in zip(segments, keyed, strict=True)
        for key, unit in zip(keys, segment.units, strict=True)
    }
    heads = edition.ledger.run_heads()
    missing = [key for key in units if key not in heads]
    for key, run in zip(missing, _count(abbreviations, [units[key] for key in missing], jobs), strict=True):
        edition.ledger.keep_run(key, *run)
        heads[key] = run.head
    edition.ledger.forget_runs(heads.keys() - units.keys())
    return [
        _Bound(edition, segment, keys, [unpack_head(heads[key]) for key in keys])
        for segment, keys in zip(segments, keyed, strict=True)
    ]


def _count(abbreviations: Abbreviations, units: Sequence[Unit], jobs: int) -> Iterable[Run]:
    if not units:
        return ()
    from newsroom.search.counting import make_run  # loads numpy, which a build with nothing to count never needs

    return each(lambda unit: make_run(abbreviations, unit.records), units, jobs, chunk=1)


def _segment_plans(bound: _Bound, sections: Sequence[str]) -> Iterator[FilePlan]:
    segment = bound.segment
    folder = f"{INDEX}{segment.name}/"
    for first, parts, files in groups(bound.cut):
        inputs = bound.inputs(parts, files)
        for number in range(files):
            draw = partial(bound.shard, first, parts, files, number)
            yield FilePlan(f"{folder}{first + number:x}.bin", digest(inputs, number), draw)
    for number, chunk in enumerate(chunks(segment)):
        inputs = together(segment.drawn[chunk.start : chunk.stop])
        yield FilePlan(f"{folder}the-{number:x}.bin", inputs, partial(pack_chunk, segment, chunk))
    words = together(head.digests[PARTS] for head in bound.heads)
    yield FilePlan(f"{folder}tu.bin", words, bound.vocabulary)
    kinds = digest(sections, together(segment.drawn))
    yield FilePlan(f"{folder}loai.bin", kinds, partial(pack_kinds, segment, sections))


def _directory(told: Mapping[str, object], bound: Sequence[_Bound]) -> str:
    """The directory as it is written: with the sieve of the fresh segment, where there are others."""
    is_sifted = len(bound) > 1
    segments = [
        {**_described(one), "sieve": one.sieve()} if is_sifted and one.segment.name == FRESH else _described(one)
        for one in bound
    ]
    return compact({**told, "segments": segments})


def _described(bound: _Bound) -> dict[str, object]:
    segment = bound.segment
    return {
        "name": segment.name,
        "version": bound.version,
        "documents": segment.size,
        "cut": bound.cut,
        "cards": chunk_size(segment),
        "years": years(segment),
    }
