"""A real nginx in front of a folder, with the configuration that the site itself carries."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pytest

PROGRAM: Final = os.environ.get("NEWSROOM_NGINX") or shutil.which("nginx", path=f"{os.environ.get('PATH')}:/usr/sbin")
needs_nginx: Final = pytest.mark.skipif(not PROGRAM, reason="NO NGINX HERE: scripts/test.py installs it where it may")
_LONGEST_WAIT: Final = 10.0
_CONFIGURATION: Final = """\
{user}
worker_processes 1;
error_log {place}/error.log;
pid {place}/nginx.pid;
events {{}}
http {{
    types {{ text/html html; text/css css; text/javascript js; application/json json; application/xml xml;
             image/svg+xml svg; image/webp webp; image/jpeg jpg; application/octet-stream bin; }}
    charset utf-8;
    access_log off;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {root}/may-chu/nginx.conf;
    }}
}}
"""


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def listens(port: int) -> bool:
    """Whether somebody comes to listen on the port in time."""
    end = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        time.sleep(0.02)
    return False


@contextmanager
def nginx(root: Path, place: Path) -> Iterator[str]:
    """Serve what `root` leads to; its own files go to `place`. Yields the address, with a slash at the end."""
    assert PROGRAM
    place.mkdir()
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(_CONFIGURATION.format(user=user, place=place, port=port, root=root))
    command = [PROGRAM, "-p", str(place), "-c", str(place / "nginx.conf"), "-g", "daemon off;"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert listens(port), (place / "error.log").read_text()
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(_LONGEST_WAIT)
