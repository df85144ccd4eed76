"""The outputs: which files a site folder holds and by what keys they were made, so that only what differs is written.

Before anything is written, the journal names it; the keys are written last. A build that is killed leaves a journal, and
whatever it names is not trusted by the next one. The site carries a stamp of the keys it was made with: another folder put
in its place, or an older state of it, is noticed and written anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from newsroom.cache import open_cache

STAMP: Final = ".newsroom-stamp"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS outputs (path TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS journal (path TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Outputs:
    """What is known of one site folder. `cache` is where such knowledge is kept."""

    def __init__(self, cache: Path, site: Path) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        self._site = site
        name = hashlib.blake2b(str(site.resolve()).encode(), digest_size=6).hexdigest()
        self._database = open_cache(cache / f"outputs-{name}.sqlite", _TABLES)
        self._recorded: dict[str, bytes] = dict(self._database.execute("SELECT path, key FROM outputs"))

    def known(self) -> dict[str, bytes] | None:
        """The key of every file that can be trusted; None when nothing can: a new, foreign or exchanged folder."""
        stamp = self._site / STAMP
        if not self._recorded or not stamp.is_file():
            return None
        if stamp.read_text(encoding="ascii") != self._stamp():
            return None
        unfinished = set(self.unfinished())
        if not unfinished:
            return self._recorded
        return {path: key for path, key in self._recorded.items() if path not in unfinished}

    def _stamp(self) -> str | None:
        """The stamp of the site that was recorded last: written with its keys, so it needs not be made of them again."""
        row: tuple[str] | None = self._database.execute("SELECT value FROM facts WHERE name = 'stamp'").fetchone()
        return row[0] if row else None

    def unfinished(self) -> list[str]:
        """The files that a killed build was about to write or delete: they may be anything."""
        return [path for (path,) in self._database.execute("SELECT path FROM journal ORDER BY path")]

    def begin(self, paths: Iterable[str]) -> None:
        """Name what is about to be written or deleted."""
        with self._database:
            self._database.executemany("REPLACE INTO journal VALUES (?)", ((path,) for path in paths))

    def finish(self, keys: Mapping[str, bytes]) -> None:
        """Everything named is done; these are the files there are now."""
        recorded = self._recorded
        changed = [(path, key) for path, key in keys.items() if recorded.get(path) != key]
        gone = [(path,) for path in recorded.keys() - keys.keys()]
        stamp = stamp_of(keys)
        with self._database:
            self._database.executemany("DELETE FROM outputs WHERE path = ?", gone)
            self._database.executemany("REPLACE INTO outputs VALUES (?, ?)", changed)
            self._database.execute("DELETE FROM journal")
            self._database.execute("REPLACE INTO facts VALUES ('stamp', ?)", (stamp,))
        self._recorded = dict(keys)
        (self._site / STAMP).write_text(stamp, encoding="ascii")

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def files_below(folder: Path) -> set[str]:
    """Every file below a folder but the hidden ones at its top, which are not ours."""
    found: set[str] = set()
    for place, folders, names in os.walk(folder):
        if place == str(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        below = Path(place).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        found.update(prefix + name for name in names)
    return found


def stamp_of(keys: Mapping[str, bytes]) -> str:
    """A digest of all keys: the same for the same site, whatever builds led to it."""
    told = b"".join([path.encode() + keys[path] for path in sorted(keys)])
    return hashlib.blake2b(told, digest_size=16).hexdigest()
