"""Programs that Python's packages do not bring: looked for, and where that may be done installed from Debian's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Final

import environment

CHROMIUM: Final = "NEWSROOM_CHROMIUM"
"""Names the browser for whatever runs one."""
NGINX: Final = "NEWSROOM_NGINX"
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def provide_chromium() -> None:
    """Set CHROMIUM; unset, Playwright takes its own, which is fetched where there is no other."""
    browser = _find_chromium() or _install_chromium()
    if browser:
        os.environ[CHROMIUM] = browser


def provide_nginx() -> bool:
    """Set NGINX; whether there is one."""
    server = _find_nginx() or _install_nginx()
    if server:
        os.environ[NGINX] = server
    return bool(server)


def _find_chromium() -> str | None:
    given = os.environ.get(CHROMIUM)
    return given or next(filter(None, map(shutil.which, _NAMES)), None)


def _install_chromium() -> str | None:
    """Debian's package where it can be installed, else Playwright's own; None lets Playwright find its own."""
    if _install_packages("chromium", "fonts-noto-core"):
        return _find_chromium()
    print("Tải Chromium của Playwright …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, cwd=environment.ROOT)
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
