"""Runs a command and tells what it cost, from a process of its own: a child counts the memory of whom it was started by."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main() -> int:
    """Print seconds of wall clock and CPU, and the kilobytes of the largest process, of the command given; its exit status."""
    started = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps([time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
    return process.returncode


if __name__ == "__main__":
    raise SystemExit(main())
