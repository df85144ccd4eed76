"""The ledger: what earlier builds learnt of every source, so that only what changed is read and converted again.

One SQLite file for all sites made from one `docs/`. It may be lost at any time: that costs time, never correctness.
Whatever made an entry (code, converter, versions) is named in `reading`; another name empties the ledger.
"""

from __future__ import annotations

import marshal
import os
import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from newsroom.body import Body, Heading
from newsroom.card import Card, card_from_row, card_to_row
from newsroom.codes import Code
from newsroom.library import Document
from newsroom.pictures import Picture
from newsroom.problem import Problem
from newsroom.scan import Signature

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entries (uri TEXT PRIMARY KEY, entry BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pictures (uri TEXT PRIMARY KEY, seen BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bodies (uri TEXT PRIMARY KEY, document BLOB, body BLOB);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a source without opening it.

    `answers` are the (target, answer) pairs its card and body were made with; `contents` is the digest of its text,
    `drawn` that of its converted body. `card` is None for documents that are no articles.
    """

    uri: str
    signature: Signature
    contents: bytes
    drawn: bytes
    answers: tuple[tuple[str, str], ...]
    pictures: tuple[Picture, ...]
    warnings: tuple[Problem, ...]
    card: Card | None


class Ledger:
    """The open ledger. `path` None keeps it in memory, for a build that remembers nothing."""

    def __init__(self, path: Path | None, reading: str) -> None:
        self.path = path
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._database = _open(path, reading)
        self._process = os.getpid()

    @property
    def _connection(self) -> sqlite3.Connection:
        """The connection of this process: one must not be used across a fork."""
        if self.path and self._process != os.getpid():
            self._database = sqlite3.connect(self.path)
            self._process = os.getpid()
        return self._database

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def entries(self) -> dict[str, Entry]:
        """Every entry, by the path of its source."""
        rows = self._database.execute("SELECT uri, entry FROM entries")
        return {uri: _entry_from(uri, marshal.loads(blob)) for uri, blob in rows}

    def body(self, uri: str) -> Body:
        """The converted body of a source.

        Raises KeyError when there is none.
        """
        return _body_from(self._fetch(uri, "body"))

    def document(self, uri: str) -> Document:
        """The validated document of a source, without its text.

        Raises KeyError when there is none.
        """
        document: Document = pickle.loads(self._fetch(uri, "document"))
        return document

    def _fetch(self, uri: str, column: str) -> bytes:
        row = self._connection.execute(f"SELECT {column} FROM bodies WHERE uri = ?", (uri,)).fetchone()
        if row is None:
            raise KeyError(uri)
        blob: bytes = row[0]
        return blob

    def keep(self, entries: Iterable[Entry]) -> None:
        """Write entries whose body is kept already, or follows."""
        rows = [(entry.uri, marshal.dumps(_entry_to(entry))) for entry in entries]
        with self._database:
            self._database.executemany("REPLACE INTO entries VALUES (?, ?)", rows)

    def keep_bodies(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Write (source, packed document, packed body) rows.

        Their entries are dropped until `keep` writes them: an entry never vouches for a body of another text.
        """
        with self._database:
            for uri, document, body in rows:
                self._database.execute("DELETE FROM entries WHERE uri = ?", (uri,))
                self._database.execute("REPLACE INTO bodies VALUES (?, ?, ?)", (uri, document, body))

    def pictures(self) -> dict[str, tuple[Signature, Picture]]:
        """The pictures seen by earlier builds, with the signature of their file then."""
        rows = self._database.execute("SELECT uri, seen FROM pictures")
        unpacked = ((uri, marshal.loads(blob)) for uri, blob in rows)
        return {uri: (signature, Picture._make(picture)) for uri, (signature, picture) in unpacked}

    def keep_pictures(self, seen: Mapping[str, tuple[Signature, Picture]]) -> None:
        """Write what pictures were found to be."""
        rows = [(uri, marshal.dumps((signature, tuple(picture)))) for uri, (signature, picture) in seen.items()]
        with self._database:
            self._database.executemany("REPLACE INTO pictures VALUES (?, ?)", rows)

    def forget(self, uris: Iterable[str]) -> None:
        """Drop sources that are gone."""
        rows = [(uri,) for uri in uris]
        if rows:
            with self._database:
                self._database.executemany("DELETE FROM entries WHERE uri = ?", rows)
                self._database.executemany("DELETE FROM bodies WHERE uri = ?", rows)


def pack_document(document: Document) -> bytes:
    """The bytes of a document without its text."""
    return pickle.dumps(document, protocol=5)


def pack_body(body: Body) -> bytes:
    """The bytes of a converted body; its problems and pictures are the entry's."""
    headings = [_heading_to(heading) for heading in body.headings]
    return marshal.dumps((body.html, body.text, headings))


def _open(path: Path | None, reading: str) -> sqlite3.Connection:
    database = sqlite3.connect(path or ":memory:", isolation_level="IMMEDIATE")
    try:
        return _prepare(database, reading)
    except sqlite3.DatabaseError:
        if path is None:
            raise
        database.close()  # a damaged cache is an empty one
        path.unlink(missing_ok=True)
        return _prepare(sqlite3.connect(path, isolation_level="IMMEDIATE"), reading)


def _prepare(database: sqlite3.Connection, reading: str) -> sqlite3.Connection:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    with database:
        database.executescript(_TABLES)
    known = database.execute("SELECT value FROM facts WHERE name = 'reading'").fetchone()
    if known is None or known[0] != reading:
        with database:
            database.execute("DELETE FROM entries")
            database.execute("DELETE FROM bodies")
            database.execute("DELETE FROM pictures")
            database.execute("REPLACE INTO facts VALUES ('reading', ?)", (reading,))
    return database


def _entry_to(entry: Entry) -> tuple[Any, ...]:
    warnings = [(p.path, p.line, p.column, p.code.value, p.message, p.cure) for p in entry.warnings]
    card = card_to_row(entry.card) if entry.card else None
    pictures = [tuple(picture) for picture in entry.pictures]
    return entry.signature, entry.contents, entry.drawn, entry.answers, pictures, warnings, card


def _entry_from(uri: str, row: tuple[Any, ...]) -> Entry:
    signature, contents, drawn, answers, pictures, warnings, card = row
    return Entry(
        uri,
        signature,
        contents,
        drawn,
        answers,
        tuple(map(Picture._make, pictures)),
        tuple(_problem_from(warning) for warning in warnings),
        card_from_row(card) if card else None,
    )


def _problem_from(row: tuple[str, int, int, str, str, str]) -> Problem:
    path, line, column, code, message, cure = row
    return Problem(path, line, column, next(known for known in Code if known.value == code), message, cure)


def _body_from(blob: bytes) -> Body:
    html, text, headings = marshal.loads(blob)
    return Body(html, text, tuple(map(_heading_from, headings)), (), ())


def _heading_to(heading: Heading) -> tuple[Any, ...]:
    return heading.id, heading.title, heading.level, [_heading_to(child) for child in heading.children]


def _heading_from(row: tuple[str, str, int, list[Any]]) -> Heading:
    return Heading(row[0], row[1], row[2], tuple(map(_heading_from, row[3])))
