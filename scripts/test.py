"""The tests: set up what they need, a Chromium too, then lint, types and every test. Exits with their status."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import environment

environment.enter("requirements-dev.txt")

CHROMIUM: Final = "NEWSROOM_CHROMIUM"
NGINX: Final = "NEWSROOM_NGINX"
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def main() -> int:
    """Arguments go to pytest; without any, style and types are checked too."""
    browser = _find_chromium() or _install_chromium()
    if browser:
        os.environ[CHROMIUM] = browser
    if server := _find_nginx() or _install_nginx():
        os.environ[NGINX] = server
    else:
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


def _find_chromium() -> str | None:
    given = os.environ.get(CHROMIUM)
    return given or next(filter(None, map(shutil.which, _NAMES)), None)


def _install_chromium() -> str | None:
    """Debian's package where it can be installed, else Playwright's own; None lets Playwright find its own."""
    if _install_packages("chromium", "fonts-noto-core"):
        return _find_chromium()
    print("Tải Chromium của Playwright …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, cwd=Path.cwd())
    return None


def _find_nginx() -> str | None:
    """The server a site is published through in the tests; Debian keeps it where only root looks."""
    return os.environ.get(NGINX) or shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _install_nginx() -> str | None:
    return _find_nginx() if _install_packages("nginx") else None


def _install_packages(*packages: str) -> bool:
    """Install Debian's packages where that is allowed; whether they are there now."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Cài từ gói Debian: {', '.join(packages)} …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=quiet).returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
