"""Workers: the same function over many items, on several processors where that is worth it, with results in their order."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741

WORTH_FORKING: Final = 120
"""Below this many items a fork costs more than it saves."""
_CHUNK: Final = 50

_work: tuple[Callable[..., object], Sequence[object]] | None = None
"""What forked workers inherit: the function and the items. Only places in the list travel to them."""


def each(function: Callable[[I], O], items: Sequence[I], jobs: int, chunk: int = _CHUNK) -> Iterator[O]:
    """`function` of every item, in order, computed by up to `jobs` processes.

    Forked workers inherit what the function and the items know, and what the first item, done before, had loaded; they send
    back only what the function returns. In the preview (other threads run there) and on systems that cannot fork, everything
    happens in this process. `chunk` items go to a worker at a time: few where each is much work.

    Raises ChildProcessError when a worker is killed, as systems do that run out of memory.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if jobs < 2 or len(items) * _CHUNK < WORTH_FORKING * chunk or not can_fork:
        yield from map(function, items)
        return
    global _work
    _work = (function, items)
    try:
        yield function(items[0])
        yield from _by_forks(len(items), jobs, chunk)
    finally:
        _work = None


def _by_forks(count: int, jobs: int, chunk: int) -> Iterator[Any]:
    """What workers make of all items but the first."""
    from concurrent.futures import process  # loads slowly, and most builds fork nothing

    pool = process.ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=_begin)
    try:
        yield from pool.map(_call, range(1, count), chunksize=chunk)
    except process.BrokenProcessPool as error:
        if error.__cause__:  # what a worker sent could not be read: nobody killed it
            raise
        raise ChildProcessError(errno.ECHILD, "a worker was killed") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """A worker leaves the keyboard to whoever hired it, and ends with that one: it holds the same lock."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_hirer, daemon=True).start()


def _end_with_the_hirer() -> None:
    hirer = multiprocessing.parent_process()
    assert hirer
    hirer.join()
    os._exit(1)


def _call(place: int) -> object:
    assert _work is not None
    function, items = _work
    return function(items[place])
