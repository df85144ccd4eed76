"""Attachments: the files under `docs/` that go to readers as they are – neither texts nor pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from newsroom.pictures import PICTURE_TYPES
from newsroom.scan import Signature

Seen = tuple[Signature, bytes]
"""The signature of a file and the digest of its bytes then."""


def attachments(docs: Path, files: Mapping[str, Signature], known: Mapping[str, Seen]) -> dict[str, Seen]:
    """Every attachment by path under docs/; only those are read that `known` does not hold as they are now."""
    found: dict[str, Seen] = {}
    for uri, signature in files.items():
        if uri.endswith(".md") or uri.lower().endswith(PICTURE_TYPES):
            continue
        seen = known.get(uri)
        found[uri] = seen if seen and seen[0] == signature else (signature, _digest(docs / uri))
    return found


def _digest(file: Path) -> bytes:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, lambda: hashlib.blake2b(digest_size=16)).digest()
