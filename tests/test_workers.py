"""Workers: results come in the order of the items, whoever did them; what the first loads, all have."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import pytest
from conftest import ROOT

from newsroom.workers import WORTH_FORKING, each

_SCRIPT: Final = """
import json, os, sys
from newsroom.workers import each

loaded = []

def note(item):
    before = list(loaded)
    loaded.append(os.getpid())
    return item, os.getpid(), before

print(json.dumps([os.getpid(), list(each(note, range(int(sys.argv[1])), 2))]))
"""
"""Each item, who did it, and who had done one before – in a process without other threads, for such a one does not fork."""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="nothing is forked here")
def test_workers_inherit_what_the_first_item_loaded() -> None:
    many = WORTH_FORKING + 5
    command = [sys.executable, "-c", _SCRIPT, str(many)]
    run = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=True)
    parent, done = json.loads(run.stdout)
    assert [item for item, _, _ in done] == list(range(many))
    assert done[0][1] == parent
    assert all(who != parent for _, who, _ in done[1:])
    assert all(before[0] == parent for _, _, before in done[1:])


def test_beside_other_threads_nothing_is_forked() -> None:
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: list(each(lambda _: os.getpid(), range(WORTH_FORKING + 5), 2))).result()
    assert set(done) == {os.getpid()}


def test_few_items_are_done_in_their_order() -> None:
    assert list(each(str, range(3), 2)) == ["0", "1", "2"]
    assert list(each(str, [], 2)) == []
