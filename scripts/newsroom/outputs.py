"""The outputs: which files a site folder holds and by what keys they were made, so that only what differs is written.

Files are known by quires: what stays together as long as one key does. A quire that stays is not opened. Before anything is
written, the journal names it; the keys are written last. A build that is killed leaves a journal, and whatever it names is
not trusted by the next one. The site carries a stamp of the keys it was made with: another folder put in its place, or an
older state of it, is noticed and written anew. Each file is kept with its time and size: what a hand took away or changed
is noticed, too.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from newsroom.cache import open_cache, seal, unseal
from newsroom.digests import tag, together

STAMP: Final = ".newsroom-stamp"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS quires (name TEXT PRIMARY KEY, key BLOB, files BLOB);  -- sealed; of each file: key, time, size
CREATE TABLE IF NOT EXISTS journal (path TEXT PRIMARY KEY) WITHOUT ROWID;
"""
"""What is kept of a file is named, too: a cache that was written with something else has other tables, and is empty."""

Laid: TypeAlias = tuple[bytes, int, int]
"""A file as it was written: its key, its time of modification in nanoseconds, its size.

Neither inode nor time of change: a cache of CI that brings a site back keeps what is here, and gives it new ones.
"""


class Gathered(NamedTuple):
    """A quire as it lies in the site: its key, and each of its files by path."""

    key: bytes
    files: dict[str, Laid]


class Outputs:
    """What is known of one site folder. `cache` is where such knowledge is kept."""

    def __init__(self, cache: Path, site: Path) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        self._site = site
        name = tag(str(site.resolve()).encode())
        self._database = open_cache(cache / f"outputs-{name}.sqlite", _TABLES)
        self._recorded: dict[str, bytes] = dict(self._database.execute("SELECT name, key FROM quires"))

    @property
    def names(self) -> Set[str]:
        """The quires of which anything is recorded, trusted or not."""
        return self._recorded.keys()

    def known(self) -> Mapping[str, bytes] | None:
        """The key of every quire; None when nothing can be trusted: a new, foreign or exchanged folder."""
        stamp = self._site / STAMP
        if not self._recorded or not stamp.is_file():
            return None
        return self._recorded if stamp.read_bytes() == stamp_of(self._recorded).encode() else None

    def files(self, name: str) -> dict[str, Laid]:
        """Every file of a quire as it was written, by path; none of one that is not known."""
        row: tuple[bytes] | None = self._database.execute("SELECT files FROM quires WHERE name = ?", (name,)).fetchone()
        files: dict[str, Laid] = marshal.loads(unseal(row[0])) if row else {}
        return files

    def intact(self, name: str) -> dict[str, Laid]:
        """Those files of a quire that lie as they were written."""
        return {path: laid for path, laid in self.files(name).items() if lay(self._site, path, laid[0]) == laid}

    def is_intact(self) -> bool:
        """Whether all files lie as they were written."""
        quires = self._database.execute("SELECT files FROM quires")
        return all(_lie_as_written(f"{self._site}/", marshal.loads(unseal(files))) for (files,) in quires)

    def unfinished(self) -> list[str]:
        """The files that a killed build was about to write or delete: they may be anything."""
        return [path for (path,) in self._database.execute("SELECT path FROM journal ORDER BY path")]

    def begin(self, paths: Iterable[str]) -> None:
        """Name what is about to be written or deleted."""
        with self._database:
            self._database.executemany("REPLACE INTO journal VALUES (?)", ((path,) for path in paths))

    def finish(self, gathered: Mapping[str, Gathered], names: Set[str]) -> None:
        """Everything named is done: `gathered` quires lie as they are now, the others among `names` as before."""
        rows = [(name, quire.key, seal(marshal.dumps(quire.files))) for name, quire in gathered.items()]
        gone = [(name,) for name in self._recorded.keys() - names - gathered.keys()]
        with self._database:
            self._database.executemany("DELETE FROM quires WHERE name = ?", gone)
            self._database.executemany("REPLACE INTO quires VALUES (?, ?, ?)", rows)
            self._database.execute("DELETE FROM journal")
        self._recorded = dict(self._database.execute("SELECT name, key FROM quires"))
        if (self._site / STAMP).is_symlink():
            (self._site / STAMP).unlink()
        (self._site / STAMP).write_text(stamp_of(self._recorded), encoding="ascii")

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def lay(site: Path, path: str, key: bytes) -> Laid | None:
    """A file that was made by a key, as it lies now; None when nothing is there."""
    try:
        status = os.lstat(f"{site}/{path}")
    except OSError:
        return None
    return key, status.st_mtime_ns, status.st_size


def _lie_as_written(prefix: str, files: dict[str, Laid]) -> bool:
    """Asked at every build of every file of an archive: nothing is made that is not compared."""
    lstat = os.lstat
    try:
        for path, (_, modified, size) in files.items():
            status = lstat(prefix + path)
            if status.st_mtime_ns != modified or status.st_size != size:
                return False
    except OSError:
        return False
    return True


def stamp_of(quires: Mapping[str, bytes]) -> str:
    """A digest of all keys: the same for the same site, whatever builds led to it."""
    return together([name.encode() + quires[name] for name in sorted(quires)]).hex()
