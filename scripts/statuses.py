"""Statuses: how a command ends, for whoever or whatever ran it, and what it tells of a fault of ours.

Standard library only, until a command has begun: its environment says how it ends as well.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import Final

CONTENT_PROBLEMS: Final = 1
CONFIGURATION_PROBLEMS: Final = 2
"""Wrong usage too, and a disk or machine that does not let a command go on."""
OUR_FAULT: Final = 3
STOPPED: Final = 130
"""At the keyboard: what shells say of a process that ended by that signal."""


def guarded(command: Callable[[], int], stopped: str) -> int:
    """The status of a command; 2 for a disk, 3 for a fault of ours, never the 1 that means the content has problems.

    130 when it was stopped at the keyboard: then `stopped` is told.
    """
    from newsroom.disk import told_disk

    try:
        return command()
    except KeyboardInterrupt:
        print(stopped, file=sys.stderr)
        return STOPPED
    except Exception as error:
        if words := told_disk(error):
            print(words, file=sys.stderr)
            return CONFIGURATION_PROBLEMS
        return tell_our_fault()


def tell_our_fault(more: str = "") -> int:
    """Tell of the exception that is being handled, and whom to ask, with `more` that a reader of it should know."""
    traceback.print_exc()
    words = "Lỗi của chương trình, không phải của bài. Xin báo người phụ trách kỹ thuật."
    print(f"{words} {more}".rstrip(), file=sys.stderr)
    return OUR_FAULT
