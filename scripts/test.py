"""The tests: set up what they need, a Chromium too, then lint, types and every test. Exits with their status."""

from __future__ import annotations

import shutil
import subprocess
import sys

import environment

environment.enter("requirements-dev.txt")

import programs


def main() -> int:
    """Arguments go to pytest; without any, style and types are checked too."""
    programs.provide_chromium()
    if not programs.provide_nginx():
        print("Không có nginx: BỎ QUA các phép thử đăng trang qua máy chủ thật.", file=sys.stderr, flush=True)
    steps = [[sys.executable, "-m", "pytest", *sys.argv[1:]]]
    if not sys.argv[1:]:
        checked = ["scripts", "tests", "illustrations"]
        steps = [
            [sys.executable, "-m", "ruff", "check", *checked],
            [sys.executable, "-m", "ruff", "format", "--check", *checked],
            [sys.executable, "-m", "mypy"],
            *_script_types(),
            *steps,
        ]
    statuses = [_run(step) for step in steps]
    return next((status for status in reversed(statuses) if status), 0)


def _script_types() -> list[list[str]]:
    """The types told in the scripts' comments are checked where the TypeScript compiler is at hand, as it is in CI."""
    compiler = shutil.which("tsc")
    if compiler is None:
        print("Không có tsc: bỏ qua việc kiểm tra kiểu của tập lệnh trình duyệt.", flush=True)
        return []
    return [[compiler, "-p", "scripts/jsconfig.json"]]


def _run(step: list[str]) -> int:
    print("→", " ".join(step[1:] if step[0] == sys.executable else step), flush=True)
    return subprocess.run(step, cwd=environment.ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
