"""The content security policy: what a page of the site may load and run, said once for pages and web servers alike.

An inline script runs when its hash is named. Hashes are taken from the theme's templates, drawn without any content: a
script that came in through a text, whatever way it found, has none.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

META_NAME: Final = "Content-Security-Policy"
_ASKING: Final = (
    "// @page /tim-kiem/\nwindow.evalSearch = async q => (await window.newsroomSearch(q)).map(hit => hit.url);"
)
EVALUATION: Final = (_ASKING, f"{_ASKING}\n")
"""What the evaluation of search puts into a page to ask it: it names a function of the page's own, no more."""
_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HASH: Final = re.compile(r"'(sha256-[A-Za-z0-9+/]{43}=)'")
_DIRECTIVES: Final = (
    "style-src 'self'",
    "img-src 'self' data:",  # the stylesheets of the theme carry their small drawings
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
STILL: Final = f"""<meta http-equiv="{META_NAME}" content="default-src 'none'; base-uri 'none'; form-action 'none'">"""
"""The policy of a page that loads and runs nothing: a redirect."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`scripts` are the hashes of the inline scripts that may run, as the policy writes them, without quotation marks."""

    scripts: tuple[str, ...]

    @classmethod
    def of_templates(cls, texts: Iterable[str]) -> Policy:
        """The policy that lets the inline scripts of these drawn templates run, and those of the evaluation; no others."""
        found = (script for text in texts for script in _SCRIPT.findall(text))
        return cls(tuple(dict.fromkeys(map(hash_of, (*found, *EVALUATION)))))

    @classmethod
    def of_text(cls, text: str) -> Policy | None:
        """The policy that a page carries as `text`; None unless it is one of these to the letter, but for the hashes."""
        policy = cls(tuple(_HASH.findall(text)))
        return policy if policy.text == text else None

    @property
    def text(self) -> str:
        """The policy as a page carries it."""
        hashes = "".join(f" '{script}'" for script in self.scripts)
        return "; ".join(("default-src 'none'", f"script-src 'self'{hashes}", *_DIRECTIVES))

    @property
    def header(self) -> str:
        """The policy as a web server sends it: only there may it say who may frame a page."""
        return f"{self.text}; frame-ancestors 'none'"

    @property
    def meta(self) -> str:
        """The element for the head of a page, before anything the policy is to judge."""
        return f'<meta http-equiv="{META_NAME}" content="{self.text}">'


def hash_of(script: str) -> str:
    """The hash by which a policy knows an inline script (CSP level 2, "sha256-" and base64 of the text as it stands)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
