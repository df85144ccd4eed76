"""Templates: which of ours a page is drawn with, told by a digest, so that a change of one redraws no page of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import Environment, TemplateNotFound

from newsroom.digests import digest, together
from newsroom.render.plan import ANY

_ENDINGS: Final = ["html", "svg"]
_NAMING: Final = re.compile(
    r"\{%[-+]?\s*(?:include|import|from|extends)\b\s*"
    r"(?:(?:'([^']+)'|\"([^\"]+)\")\s*(?=[-+]?%\}|(?:as|ignore|import|with|without)\b)(ignore\s+missing\b)?)?"
)
"""A tag that names another template: by a literal and nothing else – it may be missing –, or by what only drawing tells."""


class Templates:
    """The templates of an environment; each is read once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._known: dict[str, bytes] = {}

    def digest(self, name: str) -> bytes:
        """A digest of a template and of every one it names, in turn; of all of them for `ANY`.

        Raises jinja2.TemplateNotFound.
        """
        if name not in self._known:
            names = self._all() if name == ANY else self.needed(name)
            self._known[name] = together(digest(one, self._text(one)) for one in sorted(names))
        return self._known[name]

    def needed(self, name: str) -> set[str]:
        """A template and every one it names, in turn. One that names some by no literal may need any."""
        found: set[str] = set()
        fresh = {name}
        while fresh:
            found |= fresh
            named = {one for known in fresh for one in self._named(known)}
            fresh = (self._all() if ANY in named else named) - found
        return found

    def _named(self, name: str) -> Iterator[str]:
        for match in _NAMING.finditer(self._text(name)):
            one = match[1] or match[2] or ANY
            if not match[3] or self._is_there(one):
                yield one

    def _is_there(self, name: str) -> bool:
        try:
            self._text(name)
        except TemplateNotFound:
            return False
        return True

    def _text(self, name: str) -> str:
        assert self._environment.loader is not None
        return self._environment.loader.get_source(self._environment, name)[0]

    def _all(self) -> set[str]:
        return set(self._environment.list_templates(extensions=_ENDINGS))
