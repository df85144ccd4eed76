"""The scan: what files there are under `docs/`, and a signature of each that tells whether it must be read again."""

from __future__ import annotations

import os
import stat
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

Signature = tuple[int, int, int]
"""Modification time in nanoseconds, size, inode: equal means the file was not touched on this machine."""
DEEPEST: Final = 12
"""Folders below docs/ that are looked into; no site needs half of them."""


class Stranger(Enum):
    """Why something under docs/ is no file that can be read."""

    LINK = "liên kết (symlink)"
    NO_FILE = "không phải tệp thường (ống dẫn, ổ cắm, thiết bị)"
    TOO_DEEP = "thư mục lồng quá sâu"
    UNREADABLE = "tệp hoặc thư mục không đọc được"


class Scan(NamedTuple):
    """Every visible regular file under docs/ (path with slashes → signature), and what else lies there, in a fixed order."""

    files: dict[str, Signature]
    strangers: dict[str, Stranger]


def scan(docs: Path) -> Scan:
    """Look through docs/. Links are not followed; hidden names (those that begin with a dot) are no part of the site."""
    found = Scan({}, {})
    _walk(os.fspath(docs), "", 1, found)
    return found


def _walk(folder: str, prefix: str, depth: int, found: Scan) -> None:
    try:
        with os.scandir(folder) as entries:
            visible = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError:
        found.strangers[prefix.rstrip("/")] = Stranger.UNREADABLE
        return
    for entry in visible:
        uri = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if depth >= DEEPEST:
                found.strangers[uri] = Stranger.TOO_DEEP
            else:
                _walk(entry.path, f"{uri}/", depth + 1, found)
        elif isinstance(what := _look(entry), Stranger):
            found.strangers[uri] = what
        else:
            found.files[uri] = what


def _look(entry: os.DirEntry[str]) -> Signature | Stranger:
    if entry.is_symlink():
        return Stranger.LINK
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return Stranger.UNREADABLE
    if not stat.S_ISREG(status.st_mode):
        return Stranger.NO_FILE
    return status.st_mtime_ns, status.st_size, status.st_ino
