"""The ledger: what earlier builds learnt of every source, so that only what changed is read and converted again.

One SQLite file for all sites made from one `docs/`. It may be lost at any time: that costs time, never correctness.
Whatever made an entry (code, converter, versions) is named in `reading`; another name empties the ledger.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from newsroom.attachments import Seen
from newsroom.body import Body
from newsroom.cache import open_cache, seal, unseal
from newsroom.entry import Entry, unpack_body, unpack_document, unpack_particulars
from newsroom.library import Other
from newsroom.particulars import Particulars
from newsroom.pictures import Picture
from newsroom.scan import Signature
from newsroom.shelves import NAMES, TABLES, Shelves

_TABLES: Final = """
-- every BLOB but a key is sealed
CREATE TABLE IF NOT EXISTS pictures (uri TEXT PRIMARY KEY, seen BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS attachments (uri TEXT PRIMARY KEY, seen BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settled (question TEXT PRIMARY KEY, answer INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (key BLOB PRIMARY KEY, head BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run_parts (key BLOB, part INTEGER, data BLOB, PRIMARY KEY (key, part));
CREATE TABLE IF NOT EXISTS bodies (uri TEXT PRIMARY KEY, document BLOB, body BLOB);
"""
_READ: Final = (*NAMES, "bodies", "pictures", "attachments", "settled", "runs", "run_parts")
"""The tables that depend on how sources are read: runs name the texts in their keys, not what is made of them."""
_FETCH: Final = "SELECT document, body FROM bodies WHERE uri = ?"


class Ledger:
    """The open ledger. `path` None keeps it in memory, for a build that remembers nothing."""

    def __init__(self, path: Path | None, reading: str) -> None:
        self.path = path
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._database = open_cache(path, _TABLES + TABLES, reading=reading, read=_READ)
        self._shelves = Shelves(self._database)
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

    def settled(self, question: str, ask: Callable[[], bool]) -> bool:
        """The answer to a question on which nothing has a say but how sources are read: asked once."""
        row: tuple[int] | None = self._database.execute(
            "SELECT answer FROM settled WHERE question = ?", (question,)
        ).fetchone()
        if row is None:
            row = (int(ask()),)
            with self._database:
                self._database.execute("REPLACE INTO settled VALUES (?, ?)", (question, *row))
        return bool(row[0])

    def entries(self) -> dict[str, Entry]:
        """Every entry, by the path of its source."""
        return self._shelves.entries()

    def article(self, uri: str) -> tuple[Particulars, Body]:
        """The particulars and the converted body of an article.

        Raises KeyError when there is none.
        """
        particulars, body = self._fetch(uri)
        return unpack_particulars(unseal(particulars)), unpack_body(unseal(body))

    def body(self, uri: str) -> Body:
        """The converted body of a source.

        Raises KeyError when there is none.
        """
        return unpack_body(unseal(self._fetch(uri)[1]))

    def document(self, uri: str) -> Other:
        """A validated document that is no article, without its text.

        Raises KeyError when there is none.
        """
        return unpack_document(unseal(self._fetch(uri)[0]))

    def _fetch(self, uri: str) -> tuple[bytes, bytes]:
        row: tuple[bytes, bytes] | None = self._connection.execute(_FETCH, (uri,)).fetchone()
        if row is None:
            raise KeyError(uri)
        return row

    def keep(self, entries: Iterable[Entry]) -> None:
        """Write entries whose body is kept already, or follows."""
        with self._database:
            self._shelves.put(entries)

    def keep_bodies(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Write (source, packed document, packed body) rows.

        Their entries are doubted until `keep` writes them: an entry never vouches for a body of another text.
        """
        uris: list[str] = []

        def noted() -> Iterable[tuple[str, bytes, bytes]]:
            for row in rows:
                uris.append(row[0])
                yield row[0], seal(row[1]), seal(row[2])

        with self._database:
            self._database.executemany("REPLACE INTO bodies VALUES (?, ?, ?)", noted())
            self._shelves.doubt(uris)

    def pictures(self) -> dict[str, tuple[Signature, Picture]]:
        """The pictures seen by earlier builds, with the signature of their file then."""
        rows = self._database.execute("SELECT uri, seen FROM pictures")
        unpacked = ((uri, marshal.loads(unseal(blob))) for uri, blob in rows)
        return {uri: (signature, Picture._make(picture)) for uri, (signature, picture) in unpacked}

    def keep_pictures(self, seen: Mapping[str, tuple[Signature, Picture]]) -> None:
        """Write what pictures were found to be."""
        rows = [(uri, seal(marshal.dumps((signature, tuple(picture))))) for uri, (signature, picture) in seen.items()]
        if rows:
            with self._database:
                self._database.executemany("REPLACE INTO pictures VALUES (?, ?)", rows)

    def attachments(self) -> dict[str, Seen]:
        """The attachments as earlier builds saw them."""
        rows = self._database.execute("SELECT uri, seen FROM attachments")
        return {uri: marshal.loads(unseal(blob)) for uri, blob in rows}

    def keep_attachments(self, seen: Mapping[str, Seen], known: Mapping[str, Seen]) -> None:
        """Write what attachments are now, where that differs from what is known."""
        changed = [(uri, seal(marshal.dumps(now))) for uri, now in seen.items() if known.get(uri) != now]
        gone = [(uri,) for uri in known.keys() - seen.keys()]
        if changed or gone:
            with self._database:
                self._database.executemany("REPLACE INTO attachments VALUES (?, ?)", changed)
                self._database.executemany("DELETE FROM attachments WHERE uri = ?", gone)

    def run_heads(self) -> dict[bytes, bytes]:
        """The head of every run of the search index, by its key."""
        return {key: bytes(unseal(head)) for key, head in self._database.execute("SELECT key, head FROM runs")}

    def run_part(self, key: bytes, part: int) -> bytes:
        """One part of a run.

        Raises KeyError when there is none.
        """
        found = self._connection.execute("SELECT data FROM run_parts WHERE key = ? AND part = ?", (key, part))
        row: tuple[bytes] | None = found.fetchone()
        if row is None:
            raise KeyError(key, part)
        return bytes(unseal(row[0]))

    def keep_run(self, key: bytes, head: bytes, parts: Iterable[bytes]) -> None:
        """Write a run."""
        with self._database:
            rows = ((key, place, seal(part)) for place, part in enumerate(parts))
            self._database.executemany("REPLACE INTO run_parts VALUES (?, ?, ?)", rows)
            self._database.execute("REPLACE INTO runs VALUES (?, ?)", (key, seal(head)))

    def forget_runs(self, keys: Iterable[bytes]) -> None:
        """Drop runs that no segment uses any more."""
        rows = [(key,) for key in keys]
        if rows:
            with self._database:
                self._database.executemany("DELETE FROM runs WHERE key = ?", rows)
                self._database.executemany("DELETE FROM run_parts WHERE key = ?", rows)

    def forget(self, uris: Iterable[str]) -> None:
        """Drop sources that are gone."""
        gone = list(uris)
        with self._database:
            self._shelves.take(gone)
            self._database.executemany("DELETE FROM bodies WHERE uri = ?", ((uri,) for uri in gone))
