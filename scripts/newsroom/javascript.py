"""The browser's scripts as readers get them: without what is told to maintainers and to the type checker."""

from __future__ import annotations

import re
from typing import Final

_CHECKED: Final = b"// @ts-check\n"
"""Begins the scripts that are written in this house; those of others are published as they are."""
_TYPES: Final = re.compile(rb"/\*\*.*?\*/", re.DOTALL)
"""Documentation and types. No text of ours holds such letters."""
_LINES: Final = re.compile(rb"^[ \t]*(?://[^\n]*)?\n|^[ \t]+", re.MULTILINE)
"""Lines that are empty or nothing but a comment, and indentation."""


def without_comments(script: bytes) -> bytes:
    """A script of ours without comments and indentation; a foreign one as it is."""
    return _LINES.sub(b"", _TYPES.sub(b"", script)) if script.startswith(_CHECKED) else script
