"""Live preview for editors at http://127.0.0.1:8000/: a saved file is on the page about a second later."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

import hooks
from newsroom.problem import ConfigurationError


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="Xem thử trang, tự dựng lại mỗi khi lưu một tệp.")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    parser.add_argument("--port", type=int, default=8000, help="cổng trên 127.0.0.1")
    options = parser.parse_args()
    try:
        hooks.run_serve(options.config.resolve(), options.port)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
