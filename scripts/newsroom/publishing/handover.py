"""The handover: an inspected site becomes the release that readers see; and the way back."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from newsroom.publishing.admission import is_suspiciously_small
from newsroom.publishing.inspection import Inspection
from newsroom.publishing.manifest import NAME, Manifest
from newsroom.publishing.releases import Release, Releases
from newsroom.publishing.verification import Difference, verify_folder


class TooSmall(Exception):
    """More than a fifth of the pages would be gone, and nobody said that it is meant."""

    def __init__(self, before: Manifest, after: Manifest) -> None:
        super().__init__(f"{before.pages} → {after.pages}")
        self.before = before
        self.after = after


class NothingToReturnTo(Exception):
    """There is no such release."""


class Ambiguous(Exception):
    """The names of more than one release begin so; carries them."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(*names)
        self.names = names


class Damaged(Exception):
    """A release is not what its manifest says; carries the differences."""

    def __init__(self, release: Release, differences: list[Difference]) -> None:
        super().__init__(release.name)
        self.release = release
        self.differences = differences


@dataclass(frozen=True, slots=True)
class Handover:
    """What readers see now, whether that is new to them, and the names of releases deleted."""

    release: Release
    is_new: bool
    deleted: list[str]


def hand_over(inspection: Inspection, releases: Releases, *, kept: int, forced: bool = False) -> Handover:
    """Show readers an inspected tree; the caller holds the lock.

    Raises TooSmall, releases.Changed, OSError; readers see what they saw then.
    """
    _check_place(releases.link)
    current, manifest = releases.current, inspection.manifest
    before = _manifest_of(current)
    if not forced and before and is_suspiciously_small(manifest, before):
        raise TooSmall(before, manifest)
    if current and before and before.files == manifest.files and not _differences(current):
        return Handover(current, False, [])
    release = releases.add(inspection.site, manifest)
    releases.show(release)
    return Handover(release, True, releases.forget(kept))


def _check_place(link: Path) -> None:
    """What somebody else laid in the place of the link is not ours to replace: told before a release is made in vain."""
    if link.exists() and not link.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(link))


def roll_back(releases: Releases, name: str = "") -> Release:
    """Show readers the release whose name begins so, or the one before the current; the caller holds the lock.

    Raises NothingToReturnTo, Ambiguous, Damaged, OSError.
    """
    current = releases.current
    if name:
        found = [release for release in releases.all() if release.name.startswith(name)]
        if len(found) > 1:
            raise Ambiguous([release.name for release in found])
        wanted = found[0] if found else None
    else:
        wanted = releases.before(current) if current else None
    if wanted is None:
        raise NothingToReturnTo(name)
    if differences := _differences(wanted):
        raise Damaged(wanted, differences)
    releases.show(wanted)
    return wanted


def _differences(release: Release) -> list[Difference]:
    """What is not as it was released; the name of a release tells the digest of its manifest."""
    manifest = _manifest_of(release)
    if manifest is None or not release.name.endswith(f"-{manifest.digest}"):
        return [Difference(NAME, "không phải bản kê lúc đăng")]
    return verify_folder(release.folder, manifest)


def _manifest_of(release: Release | None) -> Manifest | None:
    """The manifest of a release; None when there is none or it cannot be read: it is then replaced by a sound one."""
    try:
        return release.manifest if release else None
    except (OSError, ValueError):
        return None
