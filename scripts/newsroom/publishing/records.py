"""The records: what earlier publishings found in each file of the built site, so that only what changed is read again.

They may be lost at any time: that costs time, never correctness.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.cache import DAMAGE, delete_cache, open_cache, seal, unseal
from newsroom.scan import Signature
from newsroom.site_check.page import Facts

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, seen BLOB) WITHOUT ROWID;  -- sealed
"""


class Seen(NamedTuple):
    """A file as it was: its signature and digest, the facts of a page (None for other files), faults of its own."""

    signature: Signature
    digest: str
    facts: Facts | None
    faults: tuple[str, ...]


class Records:
    """What is known of the files of one tree. Whatever decides what is seen is named in `reading`."""

    def __init__(self, file: Path, reading: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file, self._reading = file, reading
        self._database = self._open()

    def _open(self) -> sqlite3.Connection:
        return open_cache(self._file, _TABLES, reading=self._reading, read=("files",))

    def known(self) -> dict[str, Seen]:
        """Every file as it was seen, by path; none where that is damaged."""
        try:
            return {path: _unpack(blob) for path, blob in self._database.execute("SELECT path, seen FROM files")}
        except DAMAGE:
            self._database.close()
            delete_cache(self._file)
            self._database = self._open()
            return {}

    def keep(self, seen: Mapping[str, Seen], gone: Iterable[str]) -> None:
        """Write what was seen anew, drop what is gone."""
        with self._database:
            rows = ((path, _pack(now)) for path, now in seen.items())
            self._database.executemany("REPLACE INTO files VALUES (?, ?)", rows)
            self._database.executemany("DELETE FROM files WHERE path = ?", ((path,) for path in gone))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _pack(seen: Seen) -> bytes:
    return seal(marshal.dumps((seen.signature, seen.digest, tuple(seen.facts) if seen.facts else None, seen.faults)))


def _unpack(blob: bytes) -> Seen:
    signature, digest, facts, faults = marshal.loads(unseal(blob))
    return Seen(signature, digest, Facts._make(facts) if facts else None, faults)
