"""Attachments: the files under `docs/` that go to readers as they are – neither documents nor pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.active_files import activity, leftovers
from newsroom.attachments.texts import TEXT_TYPES, vet_text, vet_words
from newsroom.codes import Code
from newsroom.digests import bytes_digest
from newsroom.disk import replaced
from newsroom.hosts import Hosts
from newsroom.pictures import PICTURE_TYPES
from newsroom.problem import Problem
from newsroom.scan import Signature

__all__ = ["Seen", "attached", "attachment_problems", "attachments"]

Fault = tuple[int, int, str, str, str]
"""A problem without its path, as plain values: line, column, code, message, cure."""
Seen = tuple[Signature, bytes, tuple[Fault, ...]]
"""The signature of a file, the digest of its bytes then, and what was wrong with it."""
_CODES: Final = {code.value: code for code in Code}
_CURE: Final = "xuất lại thành PDF thường (In → Lưu thành PDF), hình vẽ thì xuất thành PNG"
_INSPECT: Final = "mở tệp, chọn Tệp → Thông tin → Kiểm tra tài liệu rồi bỏ những thứ ấy; hoặc xuất thành PDF"


def attachments(docs: Path, files: Mapping[str, Signature], known: Mapping[str, Seen], hosts: Hosts) -> dict[str, Seen]:
    """Every attachment by path under docs/; only those are read that `known` does not hold as they are now."""
    found: dict[str, Seen] = {}
    for uri, signature in files.items():
        if uri.endswith(".md") or uri.lower().endswith(PICTURE_TYPES):
            continue
        seen = known.get(uri)
        found[uri] = seen if seen and seen[0] == signature else _look(docs, uri, signature, hosts)
    return found


def attached(file: Path, digest: bytes) -> bytes:
    """The bytes of an attachment that was looked at.

    Raises OSError when it is another one by now.
    """
    data = file.read_bytes()
    if bytes_digest(data) != digest:
        raise replaced(file)
    return data


def attachment_problems(docs: Path, seen: Mapping[str, Seen]) -> Iterator[Problem]:
    """What is wrong with attachments: those that could do something to a reader, or tell what they should not."""
    for uri, (_, _, faults) in seen.items():
        for line, column, code, message, cure in faults:
            yield Problem(f"{docs.name}/{uri}", line, column, _CODES[code], message, cure)


def _look(docs: Path, uri: str, signature: Signature, hosts: Hosts) -> Seen:
    """What is wrong with a file; read once, so that the digest is that of the bytes which were looked at."""
    path, data = f"{docs.name}/{uri}", (docs / uri).read_bytes()
    faults: list[Fault] = []
    if could := activity(uri, data):
        faults.append((1, 1, Code.ACTIVE_FILE.value, f"tệp “{uri}” {could}", _CURE))
    elif left := leftovers(uri, data):
        faults.append((1, 1, Code.LEFTOVERS.value, f"tệp “{uri}” còn {', '.join(left)}", _INSPECT))
    found: tuple[Problem, ...] = ()
    if uri.lower().endswith(TEXT_TYPES):
        found = vet_text(path, data, hosts)
    elif not could:
        found = vet_words(path, data)
    faults += [(told.line, told.column, told.code.value, told.message, told.cure) for told in found]
    return signature, bytes_digest(data), tuple(faults)
