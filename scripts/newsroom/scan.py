"""The scan: what files there are under `docs/`, and a signature of each that tells whether it must be read again."""

from __future__ import annotations

import os
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

Signature = tuple[int, int, int, int]
"""Time of modification in nanoseconds, size, inode, time of the last change of status: equal means the file was not touched
on this machine. The first can be set at will, as programs that copy or unpack do; the last cannot."""
DEEPEST: Final = 12
"""Folders below docs/ that are looked into; no site needs half of them."""

_OF_WINDOWS: Final = frozenset(("desktop.ini", "Desktop.ini", "Thumbs.db", "thumbs.db", "ehthumbs.db"))
"""What Windows lays into folders, hidden there: editors do not see it."""
_OF_OFFICE: Final = "~$"
"""How the file begins that Word keeps beside one that is open in it, hidden too."""


class Stranger(Enum):
    """Why something under docs/ is no file that can be read."""

    LINK = "liên kết (symlink)"
    NO_FILE = "không phải tệp thường (ống nối, socket, thiết bị)"
    TOO_DEEP = "thư mục lồng quá sâu"
    UNREADABLE = "tệp hoặc thư mục không đọc được"


class Scan(NamedTuple):
    """Every visible regular file under docs/ (path with slashes → signature), and what else lies there, in a fixed order."""

    files: dict[str, Signature]
    strangers: dict[str, Stranger]


def scan(docs: Path) -> Scan:
    """Look through docs/. Links are not followed; hidden names (with a dot in front, and those of Windows and Word) are no part of the site."""
    found = Scan({}, {})
    _walk(os.fspath(docs), "", 1, found)
    return found


def _walk(folder: str, prefix: str, depth: int, found: Scan) -> None:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if entry.name[0] != "." and entry.name not in _OF_WINDOWS]
            visible = sorted(
                (entry for entry in shown if not entry.name.startswith(_OF_OFFICE)), key=attrgetter("name")
            )
    except OSError:
        found.strangers[prefix.rstrip("/")] = Stranger.UNREADABLE
        return
    files = found.files
    for entry in visible:
        uri = prefix + entry.name
        if entry.is_file(follow_symlinks=False):
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                found.strangers[uri] = Stranger.UNREADABLE
            else:
                files[uri] = status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns
        elif not entry.is_dir(follow_symlinks=False):
            found.strangers[uri] = Stranger.LINK if entry.is_symlink() else Stranger.NO_FILE
        elif depth >= DEEPEST:
            found.strangers[uri] = Stranger.TOO_DEEP
        else:
            _walk(entry.path, f"{uri}/", depth + 1, found)
