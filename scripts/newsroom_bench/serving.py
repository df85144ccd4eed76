"""Serves a built site to the browser that is measured: counts what is sent of the search, over a line as slow as is asked."""

from __future__ import annotations

import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from newsroom.addresses import INDEX

_OF_SEARCH: Final = (f"/{INDEX}", "/search-engine.js", "/search-inflate.js")
"""What counts as downloaded for an answer, also where it came before the question."""
_TEXTS: Final = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
_PIECE: Final = 4096
"""Bytes that go over a slow line at once: whoever else waits comes next."""


class Line(NamedTuple):
    """Bytes a second over all connections together (0: without limit), and seconds until a request is answered."""

    rate: float = 0
    delay: float = 0


FAST: Final = Line()
SLOW: Final = Line(rate=400_000 / 8, delay=0.4)
"""A phone at the edge of a village: 400 kbit/s, 400 ms."""


@dataclass
class Served:
    """A site at `root`, over a `line` that may be changed while it is served."""

    root: str = ""
    line: Line = FAST
    _sizes: list[int] = field(default_factory=list)
    _free: float = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, path: str, size: int) -> None:
        """A file was sent."""
        if any(part in path for part in _OF_SEARCH):
            with self._lock:
                self._sizes.append(size)

    def taken(self) -> list[int]:
        """The bytes of each file of the search that was sent since this was last asked."""
        with self._lock:
            sizes, self._sizes = self._sizes, []
        return sizes

    def wait(self, size: int) -> None:
        """Until so many bytes have gone over the line after all that others sent."""
        if not self.line.rate:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / self.line.rate
            end = self._free
        time.sleep(max(0.0, end - time.monotonic()))


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Answers as a host does that compresses texts and keeps connections."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, served: Served, *arguments: Any, **options: Any) -> None:
        self._served = served
        super().__init__(*arguments, **options)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve a file, and note its size."""
        time.sleep(self._served.line.delay)
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in _TEXTS:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self._served.note(self.path, len(data))
        with suppress(BrokenPipeError, ConnectionResetError):  # a visit may end before all is sent
            self._send(data)

    def _send(self, data: bytes) -> None:
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            self._served.wait(len(piece))
            self.wfile.write(piece)


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    """Serve a built site on a free port of this machine."""
    served = Served()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, served, directory=str(site)))
    served.root = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
