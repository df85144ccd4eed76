"""The inspection: every file of a built site read once – its digest, the facts of a page, what should not be public."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from newsroom.digests import digest
from newsroom.publishing.manifest import NAME, Manifest
from newsroom.publishing.records import Records, Seen
from newsroom.scan import Signature, Stranger, scan
from newsroom.site_check import Fault
from newsroom.site_check.page import Facts, read_facts
from newsroom.workers import each

_SECRETS: Final = (
    ("khóa riêng", re.compile(rb"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----")),
    ("mã truy cập GitHub", re.compile(rb"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40})")),
    ("mã truy cập GitLab", re.compile(rb"\bglpat-[A-Za-z0-9_-]{20}")),
    ("khóa của Amazon", re.compile(rb"\bAKIA[0-9A-Z]{16}\b")),
    ("khóa của Google", re.compile(rb"\bAIza[0-9A-Za-z_-]{35}")),
    ("mã truy cập Slack", re.compile(rb"\bxox[abprs]-[0-9A-Za-z-]{20}")),
    ("địa chỉ kèm mật khẩu", re.compile(rb"\b(?:https?|ftp|postgres(?:ql)?|mysql)://[^\s/:@\"'<>]+:[^\s/@\"'<>]+@")),
)
_PRIVATE: Final = re.compile(
    r"(^|/)\.(?!well-known/)|\.(md|py|pyc|php\d?|phtml|cgi|sqlite|pem|key|p12|tmp|bak|swp)$|~$", re.IGNORECASE
)
"""Names that no file for readers has: hidden ones, sources, programs of a server, keys, leftovers."""


@dataclass(frozen=True)
class Inspection:
    """What stands in the tree `site`: its manifest, the facts of its pages by path, and faults of single files."""

    site: Path
    manifest: Manifest
    pages: Mapping[str, Facts]
    faults: tuple[Fault, ...]


def inspect_site(site: Path, records: Records, base_path: str, jobs: int) -> Inspection:
    """Read what is new or changed; `base_path` is the path the site is served under.

    Raises OSError.
    """
    (files, strangers), known = scan(site), records.known()
    files.pop(NAME, None)  # of an earlier release; each gets its own
    stale = [(path, signature) for path, signature in files.items() if _changed(known.get(path), signature)]
    read = each(partial(_read, site, base_path), stale, jobs)
    fresh = {path: seen for (path, _), seen in zip(stale, read, strict=True)}
    records.keep(fresh, known.keys() - files.keys())
    seen = {path: fresh.get(path) or known[path] for path in files}
    unread = [Fault(path or ".", told.value) for path, told in strangers.items() if told is Stranger.UNREADABLE]
    return Inspection(
        site,
        Manifest.of({path: now.digest for path, now in seen.items()}),
        {path: now.facts for path, now in seen.items() if now.facts},
        tuple(sorted([*unread, *(Fault(path, message) for path, now in seen.items() for message in now.faults)])),
    )


def _changed(seen: Seen | None, signature: Signature) -> bool:
    return seen is None or _as_linked(seen.signature) != _as_linked(signature)


def _as_linked(signature: Signature) -> tuple[int, ...]:
    """What stays of a signature when another release links the file: that changes its status."""
    return signature[:3]


def _read(site: Path, base_path: str, item: tuple[str, Signature]) -> Seen:
    path, signature = item
    data = (site / path).read_bytes()
    facts = None
    faults = [f"có thể lộ {name}" for name, pattern in _SECRETS if pattern.search(data)]
    if _PRIVATE.search(path):
        faults.append("loại tệp không được đưa ra cho người đọc")
    if not data:
        faults.append("tệp trống")
    elif path.endswith(".html"):
        facts = read_facts(path, data.decode(), base_path)
    return Seen(signature, hashlib.sha256(data).hexdigest(), facts, tuple(faults))


def inspector_digest(base_path: str) -> str:
    """What the records depend on besides the files: the code that reads them, the path the site is served under."""
    package = Path(__file__).resolve().parent.parent
    files = (Path(__file__), package / "policy.py", *sorted((package / "site_check").glob("*.py")))
    return digest(base_path, [file.read_bytes() for file in files]).hex()
