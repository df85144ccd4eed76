"""A build without its search index, run as `build.py` is: peers that have none are held against it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import build

if __name__ == "__main__":
    build.leave(build.main(indexed=False))
