"""The verification: a folder or a live site compared with its manifest, byte by byte."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

from newsroom.publishing.manifest import NAME, Manifest, digest_of

_AT_ONCE: Final = 8
_PATIENCE: Final = 30.0
"""Seconds that a live site may take to answer."""
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A file that is not what the manifest says."""

    path: str
    message: str


class Unreachable(Exception):
    """A live site does not answer at all."""


def verify_folder(folder: Path, manifest: Manifest) -> list[Difference]:
    """Every file that differs, is missing, or is in nobody's list; sorted."""
    entries = (entry for entry in folder.rglob("*") if entry.is_symlink() or not entry.is_dir())
    there = {entry.relative_to(folder).as_posix() for entry in entries} - {NAME}
    found = [Difference(path, "tệp lạ, không có trong bản kê") for path in there - manifest.files.keys()]
    found += [Difference(path, "thiếu tệp") for path in manifest.files.keys() - there]
    for path in manifest.files.keys() & there:
        file = folder / path
        if file.is_symlink() or digest_of(file) != manifest.files[path]:
            found.append(Difference(path, "nội dung khác bản kê"))
    return sorted(found)


def verify_address(address: str, manifest: Manifest) -> list[Difference]:
    """Every file that a live site does not serve as it was published; sorted. Extra files cannot be seen from outside.

    Raises Unreachable when the site answers nothing at all.
    """
    root = address.rstrip("/") + "/"
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return sorted(found for found in pool.map(partial(_compare, root), manifest.served.items()) if found)


def fetch_manifest(address: str) -> Manifest:
    """The manifest that a live site tells of itself.

    Raises Unreachable.
    """
    try:
        request = urllib.request.Request(f"{address.rstrip('/')}/{NAME}")
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return Manifest.parse(answer.read().decode())
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(str(error)) from error


def _compare(root: str, item: tuple[str, str]) -> Difference | None:
    path, digest = item
    try:
        found = _digest_at(root + quote(path))
    except urllib.error.HTTPError as error:
        error.close()
        return Difference(path, f"máy chủ trả lời {error.code}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(str(error)) from error
    return None if found == digest else Difference(path, "nội dung khác bản kê")


def _digest_at(address: str) -> str:
    request = urllib.request.Request(address, headers={"Cache-Control": "no-cache"})
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
        state = hashlib.sha256()
        for chunk in _chunks(answer):
            state.update(chunk)
        return state.hexdigest()


def _chunks(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    while chunk := answer.read(_CHUNK):
        yield chunk
