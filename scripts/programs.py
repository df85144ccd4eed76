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
_SHELL: Final = "chromium-headless-shell"
"""The same engine without windows around it: the tests take two thirds of the time."""
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def provide_chromium() -> None:
    """Set CHROMIUM; unset, Playwright takes its own, which is fetched where there is no other."""
    shell = os.environ.get(CHROMIUM) or shutil.which(_SHELL) or _installed(_SHELL)
    browser = shell or _find_browser() or _installed("chromium")
    if browser:
        os.environ[CHROMIUM] = browser
    else:
        _fetch_shell()


def provide_nginx() -> bool:
    """Set NGINX; whether there is one."""
    server = _find_nginx() or _install_nginx()
    if server:
        os.environ[NGINX] = server
    return bool(server)


def _installed(browser: str) -> str | None:
    """A browser from the package of its name, with letters for every page."""
    return shutil.which(browser) if _install_packages(browser, "fonts-noto-core") else None


def _find_browser() -> str | None:
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def _fetch_shell() -> None:
    print("Tải Chromium của Playwright …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    subprocess.run(command, check=False, cwd=environment.ROOT)


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
    patience = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"]
    subprocess.run(["apt-get", *patience, "update", "-qq"], check=False)
    command = ["apt-get", *patience, "install", "-y", "-qq", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=quiet).returncode == 0
