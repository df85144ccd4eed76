"""Statuses: how a command ends, for whoever or whatever ran it, and what it tells of a fault of ours."""

from __future__ import annotations

import sys
import traceback
from typing import Final

CONTENT_PROBLEMS: Final = 1
CONFIGURATION_PROBLEMS: Final = 2
"""Wrong usage too, and a disk or machine that does not let a command go on."""
OUR_FAULT: Final = 3
STOPPED: Final = 130
"""At the keyboard: what shells say of a process that ended by that signal."""


def tell_our_fault(more: str = "") -> int:
    """Tell of the exception that is being handled, and whom to ask, with `more` that a reader of it should know."""
    traceback.print_exc()
    words = "Lỗi của chương trình, không phải của bài. Xin báo người phụ trách kỹ thuật."
    print(f"{words} {more}".rstrip(), file=sys.stderr)
    return OUR_FAULT
