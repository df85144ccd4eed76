"""Shelves: the entries of the ledger, many to a pack. A whole archive is unpacked in few pieces, and one entry moves one pack.

Nothing here commits: whoever asks holds the transaction.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

from newsroom.cache import seal, unseal
from newsroom.entry import Entry, Packed, pack_entry, unpack_entry

TABLES: Final = """
-- entries are sealed
CREATE TABLE IF NOT EXISTS shelves (number INTEGER PRIMARY KEY, entries BLOB);
CREATE TABLE IF NOT EXISTS doubted (uri TEXT PRIMARY KEY) WITHOUT ROWID;
"""
NAMES: Final = ("shelves", "doubted")
_SHELVES: Final = 256
"""At 100,000 articles 400 entries on each: reading one again for a single change is nothing."""


class Shelves:
    """The entries in an open cache that has the tables."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def entries(self) -> dict[str, Entry]:
        """Every entry that is not in doubt, by the path of its source."""
        doubted = {uri for (uri,) in self._database.execute("SELECT uri FROM doubted")}
        shelves = self._database.execute("SELECT entries FROM shelves ORDER BY number")
        found = (packed for (shelf,) in shelves for packed in marshal.loads(unseal(shelf)).items())
        return {uri: unpack_entry(uri, packed) for uri, packed in found if uri not in doubted}

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep these entries, beyond doubt, each in the place of what was known of its source."""
        packed = {entry.uri: pack_entry(entry) for entry in entries}
        for number, uris in _by_shelf(packed):
            self._fill(number, self._shelf(number) | {uri: packed[uri] for uri in uris})
        self._settle(packed)

    def take(self, uris: Iterable[str]) -> None:
        """Keep nothing of these sources."""
        gone = frozenset(uris)
        for number, _ in _by_shelf(gone):
            self._fill(number, {uri: packed for uri, packed in self._shelf(number).items() if uri not in gone})
        self._settle(gone)

    def doubt(self, uris: Iterable[str]) -> None:
        """Trust no entry of these sources until another is put in its place."""
        self._database.executemany("REPLACE INTO doubted VALUES (?)", ((uri,) for uri in uris))

    def _settle(self, uris: Iterable[str]) -> None:
        self._database.executemany("DELETE FROM doubted WHERE uri = ?", ((uri,) for uri in uris))

    def _shelf(self, number: int) -> dict[str, Packed]:
        row: tuple[bytes] | None = self._database.execute(
            "SELECT entries FROM shelves WHERE number = ?", (number,)
        ).fetchone()
        found: dict[str, Packed] = marshal.loads(unseal(row[0])) if row else {}
        return found

    def _fill(self, number: int, packed: dict[str, Packed]) -> None:
        self._database.execute("REPLACE INTO shelves VALUES (?, ?)", (number, seal(marshal.dumps(packed))))


def _by_shelf(uris: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Sources by the number of their shelf: a digest tells it, so that shelves are filled alike however folders are."""
    shelves: dict[int, list[str]] = {}
    for uri in uris:
        shelves.setdefault(crc32(uri.encode()) % _SHELVES, []).append(uri)
    yield from sorted(shelves.items())
