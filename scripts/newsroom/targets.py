"""Targets: what a path or an address written in a document points to."""

from __future__ import annotations

from pathlib import PurePosixPath

from newsroom.library import Library
from newsroom.pictures import ABSENT


def resolve(uri: str, target: str) -> str:
    """The path under docs/ that `target`, written in the document `uri`, points to; "" when it leaves docs/."""
    parts: list[str] = list(PurePosixPath(uri).parent.parts)
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def answer(library: Library, uri: str) -> str:
    """What a document that points to a path under docs/ is told: an address, the digest of a picture, or that nothing is there."""
    return library.addresses.get(uri, ABSENT) if uri.endswith(".md") else library.book.answer(uri)


def sources_at(url: str) -> tuple[str, ...]:
    """The paths under docs/ whose document could have this address."""
    stem = url.strip("/")
    return (f"{stem}.md", f"{stem}/index.md") if stem else ("index.md",)
