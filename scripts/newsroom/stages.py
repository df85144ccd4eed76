"""How long each stage of a build takes, one line a stage, when the environment asks for it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

REPORT: Final = "NEWSROOM_REPORT"


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Time what happens inside; wall and CPU seconds go to stderr when NEWSROOM_REPORT is set."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    if os.environ.get(REPORT):
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        print(f"{name}: {wall:.2f} s (CPU {cpu:.2f} s)", file=sys.stderr, flush=True)
