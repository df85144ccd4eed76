"""Proofreading: everything under `docs/` validated and converted – read anew only where something changed.

A source is kept as the ledger knows it when its file was not touched (or its text is the same) and everything it points
to still answers as it did. All others are read, validated and converted; only then the rules judge the whole library.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from newsroom.attachments import Seen, attachment_problems, attachments
from newsroom.citations import Citations
from newsroom.converting import Conversion, convert_all
from newsroom.digests import bytes_digest
from newsroom.entry import Entry
from newsroom.hosts import Hosts
from newsroom.intake import Intake, look_through, unseen_pictures
from newsroom.ledger import Ledger
from newsroom.library import Library, make_library
from newsroom.names import Names
from newsroom.picture_book import PictureBook
from newsroom.problem import Problem, errors_among, sort_problems
from newsroom.reading import Reading, each_once, read
from newsroom.recognition import recognise_names
from newsroom.rules import check_citations, check_library
from newsroom.scan import Signature, scan
from newsroom.settings import Settings
from newsroom.targets import answer, asks_library, withheld_targets
from newsroom.workers import each


@dataclass(frozen=True)
class Proof:
    """The library of what is valid, what is known of each source and public attachment (by path under docs/), what is wrong."""

    library: Library
    citations: Citations
    names: Names
    entries: Mapping[str, Entry]
    attachments: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    ledger: Ledger


def proofread(docs: Path, settings: Settings, now: dt.datetime, ledger: Ledger | None = None, jobs: int = 1) -> Proof:
    """Read → validate → model → convert. Problems are sorted by place and complete: nothing stops at the first.

    Without a ledger everything is read, and nothing remembered.
    """
    ledger = ledger or Ledger(None, "")
    intake = _intake(docs, ledger)
    files = intake.files
    known = ledger.entries()
    book = PictureBook(docs, files, ledger.pictures())
    kept, touched = _sort_out(docs, files, known, book)
    readings, converted = _read(docs, settings, touched, book, ledger, jobs)
    library = _library(docs, settings, now, intake, book, ledger, kept, readings)
    moved = [uri for uri, entry in kept.items() if entry.answers and not _links_hold(library, entry)]
    good = [reading for reading in readings.values() if reading.document]
    good += (read(docs, uri, book, settings.hosts) for uri in moved)
    converted.update(convert_all(library, [reading for reading in good if reading.uri not in converted], jobs, ledger))
    entries = {uri: entry for uri, entry in kept.items() if uri not in converted}
    entries.update(_entries(files, good, converted))
    entries = recognise_names(library, entries, ledger, jobs)
    book.learn(picture for reading in good for picture in entries[reading.uri].pictures)
    problems = list(intake.problems)
    problems += (problem for reading in readings.values() for problem in reading.problems)
    problems += (problem for entry in entries.values() for problem in entry.warnings)
    problems += check_library(library)
    citations = Citations(library, {uri: entry.citations for uri, entry in entries.items() if entry.citations})
    problems += check_citations(citations)
    names = Names(library, {uri: entry.names for uri, entry in entries.items() if entry.names})
    seen = _attachments(docs, files, ledger, settings.hosts)
    problems += attachment_problems(docs, seen)
    named = {uri: [target for target, _ in entry.answers] for uri, entry in entries.items() if entry.answers}
    shown = {settings.picture.target, *chain.from_iterable(named.values())}  # the book knows what was shown once, too
    problems += unseen_pictures(docs, files, shown)
    _remember(ledger, known, entries, converted, book)
    withheld = withheld_targets(library, named.items()) if seen else ()
    digests = {uri: digest for uri, (_, digest, _) in seen.items() if uri not in withheld}
    return Proof(library, citations, names, entries, digests, sort_problems(problems), ledger)


def _intake(docs: Path, ledger: Ledger) -> Intake:
    """What lies under docs/; what an earlier build took for a picture or an attachment is not opened again."""
    known = {(uri, signature) for uri, (signature, _) in ledger.pictures().items()}
    known.update((uri, signature) for uri, (signature, *_) in ledger.attachments().items())
    return look_through(docs, scan(docs), known)


def _attachments(docs: Path, files: Mapping[str, Signature], ledger: Ledger, hosts: Hosts) -> dict[str, Seen]:
    known = ledger.attachments()
    seen = attachments(docs, files, known, hosts)
    ledger.keep_attachments(seen, known)
    return seen


def _sort_out(
    docs: Path, files: Mapping[str, Signature], known: Mapping[str, Entry], book: PictureBook
) -> tuple[dict[str, Entry], list[str]]:
    """The entries that hold, and the sources that must be read."""
    kept: dict[str, Entry] = {}
    touched: list[str] = []
    for uri, signature in files.items():
        if not uri.endswith(".md"):
            continue
        entry = known.get(uri)
        if entry and entry.signature != signature:
            entry = entry._replace(signature=signature) if _text_holds(docs, entry) else None
        if entry and (not entry.answers or _files_hold(entry, book)):
            kept[uri] = entry
        else:
            touched.append(uri)
    return kept, touched


def _text_holds(docs: Path, entry: Entry) -> bool:
    try:
        return entry.contents == bytes_digest((docs / entry.uri).read_bytes())
    except OSError:
        return False  # who reads it anew tells why it cannot be read


def _files_hold(entry: Entry, book: PictureBook) -> bool:
    return all(book.answer(target) == told for target, told in entry.answers if not asks_library(target))


def _links_hold(library: Library, entry: Entry) -> bool:
    return all(answer(library, target) == told for target, told in entry.answers if asks_library(target))


def _library(
    docs: Path,
    settings: Settings,
    now: dt.datetime,
    intake: Intake,
    book: PictureBook,
    ledger: Ledger,
    kept: Mapping[str, Entry],
    readings: Mapping[str, Reading],
) -> Library:
    cards = [entry.card for entry in kept.values() if entry.card]
    cards += [reading.card for reading in readings.values() if reading.card]
    others = [uri for uri, entry in kept.items() if entry.card is None]
    others += [reading.uri for reading in readings.values() if reading.document and reading.card is None]
    documents = [ledger.document(uri) for uri in sorted(others)]
    unreadable = [*intake.refused, *(reading.uri for reading in readings.values() if not reading.document)]
    return make_library(
        settings,
        docs,
        now,
        cards,
        documents,
        intake.files,
        unreadable,
        book,
    )


def _read(
    docs: Path, settings: Settings, uris: Sequence[str], book: PictureBook, ledger: Ledger, jobs: int
) -> tuple[dict[str, Reading], dict[str, Conversion]]:
    """The readings by path, and of plain bodies the conversions too. What is bulky goes to the ledger as it comes."""
    plainly = bool(uris) and ledger.settled("gated", lambda: _is_gated(settings))
    hosts = settings.hosts
    readings: dict[str, Reading] = {}
    converted: dict[str, Conversion] = {}

    def rows() -> Iterable[tuple[str, bytes, bytes]]:
        for reading in each(lambda uri: read(docs, uri, book, hosts, plainly=plainly), uris, jobs):
            if reading.document:
                yield reading.uri, reading.document, reading.body
            if reading.body:
                converted[reading.uri] = Conversion(reading.uri, b"", reading.drawn, (), (), (), ())
            readings[reading.uri] = reading._replace(body=b"")

    ledger.keep_bodies(rows())
    return readings, converted


def _is_gated(settings: Settings) -> bool:
    from newsroom.body.converter import is_gated  # loads the converter, which plain texts never need

    return is_gated(settings)


def _entries(
    files: Mapping[str, Signature], readings: Iterable[Reading], converted: Mapping[str, Conversion]
) -> dict[str, Entry]:
    return {
        reading.uri: Entry(
            uri=reading.uri,
            signature=files[reading.uri],
            contents=reading.contents,
            drawn=converted[reading.uri].drawn,
            answers=(*reading.answers, *converted[reading.uri].answers),
            pictures=tuple(filter(None, (reading.picture, *converted[reading.uri].pictures))),
            warnings=tuple(sort_problems((*reading.problems, *converted[reading.uri].problems))),
            citations=each_once(reading.citations, converted[reading.uri].citations),
            card=reading.card,
        )
        for reading in readings
    }


def _remember(
    ledger: Ledger, known: Mapping[str, Entry], entries: Mapping[str, Entry], fresh: Collection[str], book: PictureBook
) -> None:
    """Write what was learnt. What has errors is not kept: it is read again until it is good."""
    bad = {uri for uri in fresh if errors_among(entries[uri].warnings)}
    ledger.forget(known.keys() - entries.keys() | bad)
    moved = (entry for uri, entry in entries.items() if known.get(uri) is not entry and uri not in bad)
    ledger.keep(entry for entry in moved if entry.uri in fresh or known.get(entry.uri) != entry)
    ledger.keep_pictures(book.looked_at)
