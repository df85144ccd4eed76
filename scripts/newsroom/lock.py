"""The lock: one build at a time may write. A second one waits; a killed one holds nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO


def acquire(file: Path, on_wait: Callable[[], None]) -> IO[str]:
    """Take the lock, waiting for whoever holds it (`on_wait` is told). Closing the result gives it back."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = file.open("a+")
    if not _try(handle, wait=False):
        on_wait()
        while not _try(handle, wait=True):  # Windows gives up after ten seconds
            pass
    return handle


def acquire_now(file: Path) -> IO[str] | None:
    """Take the lock without waiting; None when someone holds it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = file.open("a+")
    if _try(handle, wait=False):
        return handle
    handle.close()
    return None


def _try(handle: IO[str], *, wait: bool) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            os.lseek(handle.fileno(), 0, os.SEEK_SET)
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
