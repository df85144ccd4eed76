"""The manifest: the SHA-256 of every file of a release, in the form `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from newsroom.addresses import HEADERS, SERVERS

NAME: Final = "MANIFEST.sha256"
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([^\x00-\x1f\\]+)")
_UNSERVED: Final = (HEADERS, SERVERS)
"""What web servers read themselves and keep from readers."""


@dataclass(frozen=True)
class Manifest:
    """`files` are the hexadecimal digests by path below the site's root, in the order of the paths."""

    files: Mapping[str, str]

    @classmethod
    def of(cls, digests: Mapping[str, str]) -> Manifest:
        """The manifest of a site with these digests."""
        return cls({path: digests[path] for path in sorted(digests)})

    @classmethod
    def parse(cls, text: str) -> Manifest:
        """Read a manifest.

        Raises ValueError for anything that is none, paths that lead out of the site among it.
        """
        files: dict[str, str] = {}
        for number, line in enumerate(text.splitlines(), start=1):
            match = _LINE.fullmatch(line)
            if not match or ".." in match[2].split("/") or match[2].startswith("/"):
                raise ValueError(f"dòng {number} không phải của một bản kê SHA-256")
            files[match[2]] = match[1]
        if not files:
            raise ValueError("bản kê trống")
        return cls(files)

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return "".join(f"{digest}  {path}\n" for path, digest in self.files.items())

    @cached_property
    def digest(self) -> str:
        """A short name for exactly these files."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(path.endswith(".html") for path in self.files)

    @property
    def served(self) -> Mapping[str, str]:
        """The files that readers can fetch."""
        return {path: digest for path, digest in self.files.items() if not path.startswith(_UNSERVED)}


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, hexadecimal.

    Raises OSError.
    """
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
