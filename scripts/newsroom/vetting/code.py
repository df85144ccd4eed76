"""Code in a text: what Markdown shows as it stands."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(
    r"^([ \t>]*)(```+|~~~+)[^\n]*\n(?:.*?^\1\2[`~]*[ \t]*$)|(`+)[^`](?:[^\n]*?[^`\n])??\3(?!`)|^(?: {4}|\t)[^\n]*$",
    re.MULTILINE | re.DOTALL,
)
_LETTER: Final = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """The text with blanks for everything that stands in code; places stay what they are."""
    return _CODE.sub(lambda match: _LETTER.sub(" ", match[0]), text)
