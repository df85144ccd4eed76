"""Caches: SQLite files of what earlier runs learnt. They may be lost at any time: that costs time, never correctness."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from zlib import crc32

DAMAGE: Final = (sqlite3.DatabaseError, pickle.UnpicklingError, EOFError, KeyError, TypeError, ValueError)
"""What is raised when what was kept is not what was written: a part of a file is lost, or it is of somebody else."""

_SEAL: Final = 4
"""Bytes of a checksum."""
_FACTS: Final = "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"


def open_cache(file: Path | None, tables: str, *, reading: str = "", read: Sequence[str] = ()) -> sqlite3.Connection:
    """The open cache with its tables; without a file it is kept in memory. A damaged one, or one of other tables, is an empty one.

    `reading` names whatever decides what stands in the tables `read`: under another name they are emptied.
    """
    try:
        return _prepare(file, tables, reading, read)
    except sqlite3.DatabaseError:
        if file is None:
            raise
        delete_cache(file)
        return _prepare(file, tables, reading, read)


def _prepare(file: Path | None, tables: str, reading: str, read: Sequence[str]) -> sqlite3.Connection:
    database = sqlite3.connect(file or ":memory:", isolation_level="IMMEDIATE")
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        is_new = not database.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        with database:
            database.executescript(_FACTS + tables)
        known: dict[str, str] = dict(database.execute("SELECT name, value FROM facts"))
        if not is_new and known.get("tables") != tables:
            raise sqlite3.DatabaseError("the cache has other tables")
        if known.get("reading") != reading:
            with database:
                for table in read:
                    database.execute(f"DELETE FROM {table}")  # our own names
                facts = (("tables", tables), ("reading", reading))
                database.executemany("REPLACE INTO facts VALUES (?, ?)", facts)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def delete_cache(file: Path) -> None:
    """Delete a cache that nobody has open; what SQLite had not yet written would be written to a new one."""
    for part in ("", "-wal", "-shm"):
        file.with_name(file.name + part).unlink(missing_ok=True)


def seal(data: bytes) -> bytes:
    """What is written of some bytes: SQLite itself does not see when a disk spoils what stands in a table."""
    return checksum(data) + data


def checksum(data: bytes) -> bytes:
    """What tells some bytes from those that a disk spoilt."""
    return crc32(data).to_bytes(_SEAL, "little")


def unseal(kept: bytes) -> memoryview:
    """The bytes that were sealed.

    Raises sqlite3.DatabaseError when they are not what was written.
    """
    data = memoryview(kept)[_SEAL:]
    if crc32(data) != int.from_bytes(kept[:_SEAL], "little"):
        raise sqlite3.DatabaseError("a part of the cache is damaged")
    return data


def forget(folder: Path, but: Sequence[str]) -> None:
    """Empty a folder of caches, `but` for what has these names, whatever their endings."""
    for kept in folder.iterdir() if folder.is_dir() else ():
        if kept.name.partition(".")[0] in but:
            continue
        if kept.is_dir() and not kept.is_symlink():
            shutil.rmtree(kept)
        else:
            kept.unlink()
