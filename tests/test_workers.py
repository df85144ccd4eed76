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


_KILLED: Final = """
import os, signal, sys
from newsroom.disk import told_disk
from newsroom.workers import each

def work(item):
    if item == 70:
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    return item

taken = []
try:
    taken.extend(each(work, range(1000), 2))
except ChildProcessError as error:
    print(told_disk(error))
"""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="nothing is forked here")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_a_worker_that_is_killed_is_not_waited_for(name: str) -> None:
    command = [sys.executable, "-c", _KILLED, name]
    run = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=True, timeout=30)
    assert "Một tiến trình con bị dừng" in run.stdout


_FAILING: Final = """
from newsroom.workers import each

class Odd(Exception):
    def __init__(self, one, other):
        super().__init__(one)

def work(item):
    if item == 70:
        raise FileNotFoundError(2, "gone", "bai.md")
    if item == 700:
        raise Odd(1, 2)
    return item

for start in (0, 500):
    try:
        list(each(work, range(start, start + 400), 2))
    except Exception as error:
        print(type(error).__name__, getattr(error, "filename", ""), str(error.__cause__).count("in work") > 0)
"""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="nothing is forked here")
def test_what_a_worker_raises_arrives() -> None:
    command = [sys.executable, "-c", _FAILING]
    run = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=True, timeout=30)
    assert run.stdout.splitlines() == ["FileNotFoundError bai.md True", "BrokenProcessPool  False"]


_ENDLESS: Final = """
import os, time
from newsroom.workers import each

def work(item):
    if item:
        print(os.getpid(), flush=True)
        time.sleep(600)
    return item

list(each(work, range(1000), 2))
"""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="nothing is forked here")
def test_workers_end_with_the_one_who_hired_them() -> None:
    command = [sys.executable, "-c", _ENDLESS]
    with subprocess.Popen(command, cwd=ROOT / "scripts", stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        workers = {int(run.stdout.readline()) for _ in range(2)}
        assert len(workers) == 2
        run.kill()
        assert run.communicate(timeout=30)[0] == ""  # comes to its end when nobody holds it any more


def test_beside_other_threads_nothing_is_forked() -> None:
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: list(each(lambda _: os.getpid(), range(WORTH_FORKING + 5), 2))).result()
    assert set(done) == {os.getpid()}


def test_few_items_are_done_in_their_order() -> None:
    assert list(each(str, range(3), 2)) == ["0", "1", "2"]
    assert list(each(str, [], 2)) == []
