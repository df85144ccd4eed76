"""Releases: complete folders side by side, and one link that says which of them readers see.

Below the destination stand `releases/000042-<digest>/` and `current`, a link to one of them. A release is made in a folder
of another name and renamed when it is whole; the link is replaced, never changed. Whatever is killed at whatever moment,
`current` leads to a whole release. Names count up and tell no time: a wrong clock changes nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Final

from newsroom.lock import acquire_now
from newsroom.publishing.manifest import NAME, Manifest, digest_of

KEPT: Final = 5
"""How many releases stay, the current one among them."""
_RELEASE: Final = re.compile(r"(\d{6,})-[0-9a-f]{12}")
_FILE_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755
_CHUNK: Final = 1 << 20
_MANY: Final = 500


class Busy(Exception):
    """Another publishing to the same destination is running, or has just changed what this one was to follow."""


class Changed(Exception):
    """A file of the tree changed while it was being released."""


@dataclass(frozen=True)
class Release:
    """A whole release."""

    folder: Path

    @property
    def name(self) -> str:
        """Its name: a number that counts up, and the digest of its manifest."""
        return self.folder.name

    @cached_property
    def manifest(self) -> Manifest:
        """Its manifest.

        Raises OSError, ValueError.
        """
        return Manifest.parse((self.folder / NAME).read_text(encoding="utf-8"))


class Releases:
    """The releases at a destination on this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / "releases"
        self.link = root / "current"

    def lock(self) -> IO[str]:
        """Keep others out until the result is closed, and take away what a killed publishing left.

        Raises Busy, OSError.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        held = acquire_now(self.root / ".lock")
        if held is None:
            raise Busy
        for left in self.leftovers():
            _remove(left)
        return held

    def leftovers(self) -> list[Path]:
        """What a publishing began and did not end, or could not delete; each publishing tries once more."""
        return sorted([*self._folder.glob(".*.tmp"), *self.root.glob(".*.tmp")])

    def all(self) -> list[Release]:
        """Every whole release, oldest first."""
        entries = self._folder.iterdir() if self._folder.is_dir() else ()
        return sorted(
            (Release(entry) for entry in entries if _RELEASE.fullmatch(entry.name)), key=lambda found: found.name
        )

    @property
    def current(self) -> Release | None:
        """The release that readers see."""
        return Release(self._folder / self.link.readlink().name) if self.link.is_symlink() else None

    def add(self, tree: Path, manifest: Manifest) -> Release:
        """Make a release of the files of `tree`; what the current one has already is linked, not copied.

        Raises Changed, OSError; what was begun is gone then.
        """
        before = self.all()
        number = int(before[-1].name.partition("-")[0]) + 1 if before else 1
        name = f"{number:06}-{manifest.digest}"
        staging = self._folder / f".{name}.tmp"
        try:
            _reach_the_disk(self._fill(staging, tree, manifest))
            staging.rename(self._folder / name)
        except BaseException:
            _remove(staging)
            raise
        _settle(self._folder)
        return Release(self._folder / name)

    def _fill(self, staging: Path, tree: Path, manifest: Manifest) -> list[Path]:
        """The files that were written, not linked."""
        before = self.current
        known = _files_of(before)
        written = [staging / NAME]
        _make_folders(staging, manifest.files)
        for path, digest in manifest.files.items():
            target = staging / path
            if before and known.get(path) == digest and _is_still(before.folder / path, digest):
                os.link(before.folder / path, target)
            else:
                _copy(tree / path, target, digest)
                written.append(target)
        (staging / NAME).write_text(manifest.text, encoding="utf-8")
        (staging / NAME).chmod(_FILE_MODE)
        return written

    def show(self, release: Release) -> None:
        """Let readers see a release; from the next request on they do.

        Raises OSError.
        """
        temporary = self.root / ".current.tmp"
        temporary.unlink(missing_ok=True)
        temporary.symlink_to(Path("releases") / release.name)
        temporary.replace(self.link)
        _settle(self.root)

    def forget(self, kept: int) -> list[str]:
        """Delete all but the newest `kept` releases and the current one; the names of those deleted."""
        current = self.current
        old = [release for release in self.all()[:-kept] if current is None or release.name != current.name]
        for release in old:
            doomed = release.folder.with_name(f".{release.name}.tmp")  # half a release must not look whole
            release.folder.rename(doomed)
            _remove(doomed)
        return [release.name for release in old]

    def before(self, release: Release) -> Release | None:
        """The release just before one."""
        return next((older for older in reversed(self.all()) if older.name < release.name), None)


def _files_of(release: Release | None) -> Mapping[str, str]:
    try:
        return release.manifest.files if release else {}
    except (OSError, ValueError):
        return {}  # a release that lost its manifest is linked to no more


def _make_folders(staging: Path, paths: Iterable[str]) -> None:
    folders = {staging, *(staging / path for path in {path.rpartition("/")[0] for path in paths})}
    needed = {above for folder in folders for above in (folder, *folder.parents)} - {*staging.parents}
    for folder in sorted(needed):
        folder.mkdir()
        folder.chmod(_FOLDER_MODE)


def _is_still(released: Path, digest: str) -> bool:
    """Whether a released file is what it was, by its bytes: sizes and times stay what they are when a disk or a hand spoils it."""
    try:
        return not released.is_symlink() and digest_of(released) == digest
    except OSError:
        return False


def _copy(source: Path, target: Path, digest: str) -> None:
    """Copy a file that has the digest; its time goes with it, for browsers ask by it whether a file has changed."""
    state = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as written:
        while chunk := read.read(_CHUNK):
            state.update(chunk)
            written.write(chunk)
    if state.hexdigest() != digest:
        raise Changed(source)
    status = source.stat()
    os.utime(target, ns=(status.st_mtime_ns, status.st_mtime_ns))
    target.chmod(_FILE_MODE)


def _reach_the_disk(files: list[Path]) -> None:
    """Wait until the disk has what was written: one by one where it is little, else everything of this machine at once."""
    if len(files) > _MANY:
        os.sync()
        return
    for path in files:
        _settle(path)


def _settle(path: Path) -> None:
    """Have the disk keep the bytes of a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    """Delete as much as can be; the rest is a leftover, of which publishing tells and readers see nothing."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
