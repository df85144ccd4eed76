"""Publishes two trees in turn and kills each publishing at a random moment; run as a program of its own, without threads.

Arguments: destination, records, one tree, other tree, kills, seed. Prints how many were killed, how many had ended by
themselves just before, and every round after which readers were shown something that is not whole.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from newsroom.publishing.admission import objections
from newsroom.publishing.handover import hand_over
from newsroom.publishing.inspection import inspect_site
from newsroom.publishing.records import Records
from newsroom.publishing.releases import Releases
from newsroom.publishing.verification import verify_folder


def publish(destination: Path, file: Path, tree: Path) -> None:
    """Everything that publish.py does once the site is built."""
    releases = Releases(destination)
    with releases.lock():
        records = Records(file, "")
        inspection = inspect_site(tree, records, "/", 1)
        records.close()
        assert not objections(inspection, None, None)
        hand_over(inspection, releases, kept=3)


def killed_after(seconds: float, destination: Path, file: Path, tree: Path) -> bool:
    """Begin a publishing and kill it then; whether it had not ended by itself."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            publish(destination, file, tree)
            status = 0
        finally:
            os._exit(status)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WIFSIGNALED(status), "a publishing failed by itself"
    return os.WIFSIGNALED(status)


def faults_of(destination: Path) -> list[str]:
    """What is not whole about the release that readers see."""
    current = Releases(destination).current
    assert current is not None
    return [f"{found.path}: {found.message}" for found in verify_folder(current.folder, current.manifest)]


def time_of(destination: Path, file: Path, tree: Path) -> float:
    """How long a publishing takes, in seconds."""
    started = time.perf_counter()
    publish(destination, file, tree)
    return time.perf_counter() - started


def main() -> None:
    """Kill and look, round by round."""
    destination, file, *trees = (Path(argument) for argument in sys.argv[1:5])
    kills, seed = int(sys.argv[5]), int(sys.argv[6])
    chance = random.Random(seed)
    longest = min(time_of(destination, file, tree) for tree in (*trees, *trees))
    killed, rounds, broken = 0, 0, []
    while killed < kills and rounds < 4 * kills:
        killed += killed_after(chance.uniform(0, longest), destination, file, trees[rounds % 2])
        broken += [f"{rounds}: {fault}" for fault in faults_of(destination)]
        rounds += 1
    print(json.dumps({"killed": killed, "ended": rounds - killed, "broken": broken}))


if __name__ == "__main__":
    main()
