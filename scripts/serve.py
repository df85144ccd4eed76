"""Live preview for editors at http://127.0.0.1:8000/: a saved file is on the page about a second later."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Final

import environment

environment.enter()

import hooks
from arguments import Parser
from newsroom.problem import ConfigurationError
from statuses import CONFIGURATION_PROBLEMS, guarded

_PORTS: Final = range(1024, 65536)
"""Those that any user may listen on."""


def main() -> int:
    """Serve until interrupted; 2 wrong usage or configuration, a port that is taken."""
    parser = Parser(description="Xem thử trang, tự dựng lại mỗi khi lưu một tệp.")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    parser.add_argument("--port", type=int, default=8000, help="cổng trên 127.0.0.1")
    options = parser.parse_args()
    if options.port not in _PORTS:
        parser.error(f"--port {options.port}: cổng là một số từ {_PORTS[0]} đến {_PORTS[-1]}")
    if not _is_free(options.port):
        cure = f"đóng cửa sổ xem thử kia, hoặc thêm --port {_another(options.port)}"
        print(f"Cổng {options.port} đang được dùng: {cure}.", file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    parser.circumstances()
    try:
        hooks.run_serve(options.config.resolve(), options.port)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    return 0


def _is_free(port: int) -> bool:
    """Whether nobody listens on a port, asked before anything is built."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two listen
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _another(port: int) -> int:
    return port + 1 if port + 1 in _PORTS else _PORTS[0]


if __name__ == "__main__":
    raise SystemExit(guarded(main, "Đã dừng."))
