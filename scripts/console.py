"""The console: what a command prints goes there, and whether anybody takes it is no concern of the work.

Standard library only.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TextIO


class Console(io.TextIOWrapper):
    """Falls silent when nobody takes what is printed – `| head` has seen enough, the disk of a log is full – and stops nothing."""

    def write(self, text: str, /) -> int:
        """Print, or not."""
        try:
            return super().write(text)
        except OSError:
            self._fall_silent()
            return len(text)

    def flush(self) -> None:
        """Print what is waiting, or not."""
        try:
            super().flush()
        except OSError:
            self._fall_silent()

    def _fall_silent(self) -> None:
        """Let nothing take whatever is left and is still to come: Python prints its last words by itself."""
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, self.fileno())
        os.close(nothing)


def settle() -> None:
    """Have streams that stop no command: none is missing, as under some schedulers, none lacks Vietnamese letters."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    sys.stdout, sys.stderr = _settled(sys.stdout), _settled(sys.stderr)


def _settled(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if type(stream) is not io.TextIOWrapper:  # settled already, or somebody else's
        return stream
    encoding, is_by_line = stream.encoding, stream.line_buffering
    return Console(stream.detach(), encoding, "replace", line_buffering=is_by_line, write_through=stream.write_through)
