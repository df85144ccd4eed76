"""The watch: work on one document is stopped when it takes more time or memory than any honest document needs.

Processor time is counted, not the clock, so a busy machine stops nothing. Where the system has no such timer (Windows, and
threads that are not the first) the limits on size, lines and nesting bound the work; the watch is the second lock.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, NoReturn

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

SECONDS: Final = 5.0
_AGAIN: Final = 0.2
"""Seconds after which work that goes on is told once more to stop."""
_MEMORY: Final = 512 * 1024 * 1024
"""Bytes more than the process has when the work begins."""
_PAGES: Final = "/proc/self/statm"


class TooMuch(BaseException):
    """The work was stopped. No Exception: nothing on the way may take it for one of its own."""


@contextmanager
def watched(seconds: float = SECONDS) -> Iterator[None]:
    """Raise TooMuch in the body of the statement when it exceeds its share of time, memory or the stack."""
    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    alarms: list[int] = []

    def stop(alarm: int, _frame: FrameType | None) -> NoReturn:
        alarms.append(alarm)
        raise TooMuch

    before = signal.signal(signal.SIGPROF, stop) if timed else None
    limits = _limit_memory()
    try:
        if timed:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        yield
    except (MemoryError, RecursionError) as error:
        raise TooMuch from error
    finally:
        if timed:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
        if limits:
            resource.setrlimit(resource.RLIMIT_AS, limits)
    if alarms:  # whatever was called just then may have swallowed it: a destructor does
        raise TooMuch


def _pages() -> bytes:
    """What the system tells of the pages of this process; read without a buffer, for it is asked at every document."""
    file = os.open(_PAGES, os.O_RDONLY)
    try:
        return os.read(file, 200)
    finally:
        os.close(file)


def _limit_memory() -> tuple[int, int] | None:
    """Allow the process so much more; the limits there were, where the system tells what it has."""
    if resource is None:
        return None
    try:
        has = int(_pages().split()[0]) * resource.getpagesize()
    except OSError:
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = has + _MEMORY
    if resource.RLIM_INFINITY not in (soft, hard) and wanted > min(soft, hard):
        return None
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    return soft, hard
