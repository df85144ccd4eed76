"""Workers: results come in the order of the items, whoever did them; what the first loads, all have."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from newsroom.workers import WORTH_FORKING, each

loaded: list[int] = []


def note(item: int) -> tuple[int, int, list[int]]:
    """The item, who did it, and who had done one before."""
    before = list(loaded)
    loaded.append(os.getpid())
    return item, os.getpid(), before


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="nothing is forked here")
def test_workers_inherit_what_the_first_item_loaded() -> None:
    loaded.clear()
    done = list(each(note, range(WORTH_FORKING + 5), 2))
    assert [item for item, _, _ in done] == list(range(WORTH_FORKING + 5))
    assert done[0][1] == os.getpid()
    assert {who for _, who, _ in done[1:]}.isdisjoint({os.getpid()})
    assert all(before[0] == os.getpid() for _, _, before in done[1:])


def test_few_items_are_done_here() -> None:
    assert {who for _, who, _ in each(note, range(3), 2)} == {os.getpid()}
    assert list(each(note, [], 2)) == []
