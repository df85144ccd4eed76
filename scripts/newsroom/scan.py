"""The scan: what files there are under `docs/`, and a signature of each that tells whether it must be read again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Signature = tuple[int, int, int]
"""Modification time in nanoseconds, size, inode: equal means the file was not touched on this machine."""


def scan(docs: Path) -> dict[str, Signature]:
    """Every visible file under docs/ (path with slashes → signature), in a fixed order. Links are not followed."""
    return dict(_walk(os.fspath(docs), ""))


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Signature]]:
    with os.scandir(folder) as entries:
        visible = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            status = entry.stat()
            yield prefix + entry.name, (status.st_mtime_ns, status.st_size, status.st_ino)
