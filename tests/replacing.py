"""Runs one of our commands, and puts another text into a file just before the command opens it for the n-th time.

Arguments: the file, n, the other text, the command, its arguments.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any, Final

_SCRIPTS: Final = Path(__file__).resolve().parent.parent / "scripts"


def main() -> None:
    """Wait for that time, and leave the way free then."""
    file, times, text, command, *arguments = sys.argv[1:]
    left = int(times)

    def watch(event: str, told: tuple[Any, ...]) -> None:
        nonlocal left
        if event == "open" and left and str(told[0]).endswith(file):
            left -= 1
            if not left:
                Path(file).write_text(text, encoding="utf-8")

    sys.addaudithook(watch)
    sys.argv = [command, *arguments]
    sys.path.insert(0, str(_SCRIPTS))
    runpy.run_path(str(_SCRIPTS / f"{command}.py"), run_name="__main__")


if __name__ == "__main__":
    main()
