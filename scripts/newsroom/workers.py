"""Workers: the same function over many items, in forked processes where that pays and can be done."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741

WORTH_FORKING: Final = 120
"""Below this many items a fork costs more than it saves."""
_CHUNK: Final = 50

_work: tuple[Callable[..., object], Sequence[object]] | None = None
"""What forked workers inherit: the function and the items. Only places in the list travel to them."""


def each(function: Callable[[I], O], items: Sequence[I], jobs: int, chunk: int = _CHUNK) -> Iterator[O]:
    """`function` of every item, in the order of the items.

    Forked workers inherit what the function and the items know, and what the first item, done before, had loaded; they send
    back only what the function returns. In the preview (other threads run there) and on systems that cannot fork, everything
    happens in this process. `chunk` items go to a worker at a time: few where each is much work.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if jobs < 2 or len(items) * _CHUNK < WORTH_FORKING * chunk or not can_fork:
        yield from map(function, items)
        return
    global _work
    _work = (function, items)
    try:
        yield function(items[0])
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            yield from pool.imap(_call, range(1, len(items)), chunksize=chunk)
    finally:
        _work = None


def _call(place: int) -> object:
    assert _work is not None
    function, items = _work
    return function(items[place])
