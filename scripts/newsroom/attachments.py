"""Attachments: the files under `docs/` that go to readers as they are – neither texts nor pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsroom.active_files import activity
from newsroom.codes import Code
from newsroom.pictures import PICTURE_TYPES
from newsroom.problem import Problem
from newsroom.scan import Signature

Seen = tuple[Signature, bytes, str]
"""The signature of a file, the digest of its bytes then, and what it could do to a reader ("" for nothing)."""
_CURE = "xuất lại thành PDF thường (In → Lưu thành PDF), hình vẽ thì xuất thành PNG"


def attachments(docs: Path, files: Mapping[str, Signature], known: Mapping[str, Seen]) -> dict[str, Seen]:
    """Every attachment by path under docs/; only those are read that `known` does not hold as they are now."""
    found: dict[str, Seen] = {}
    for uri, signature in files.items():
        if uri.endswith(".md") or uri.lower().endswith(PICTURE_TYPES):
            continue
        seen = known.get(uri)
        is_known = seen is not None and seen[0] == signature
        found[uri] = seen if seen and is_known else (signature, _digest(docs / uri), activity(docs / uri))
    return found


def active_attachments(docs: Path, seen: Mapping[str, Seen]) -> Iterator[Problem]:
    """A problem for each attachment that could do something to a reader."""
    for uri, (_, _, could) in seen.items():
        if could:
            yield Problem(f"{docs.name}/{uri}", 1, 1, Code.ACTIVE_FILE, f"tệp “{uri}” {could}", _CURE)


def _digest(file: Path) -> bytes:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, lambda: hashlib.blake2b(digest_size=16)).digest()
