"""Folders: what lies below one, and how it is taken away. A link is never followed there: what it leads to is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from shutil import rmtree
from stat import S_ISDIR


def files_below(folder: Path) -> set[str]:
    """Every file below a folder, links to files among them, but the hidden ones at its top."""
    return {path for path in entries_below(folder) if (folder / path).is_file()}


def files_led_to(folder: Path) -> set[str]:
    """Every file that a path below a folder leads to, through links too, but the hidden ones at its top: what may be read there.

    What several links lead to is told by one of them.

    Raises OSError for a folder that cannot be looked into.
    """
    found, seen = set[str](), set[str]()
    for place, folders, names in os.walk(folder, followlinks=True, onerror=_raise_unless_gone):
        below = Path(place).relative_to(folder)
        if (real := os.path.realpath(place)) in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if below.parts or not name.startswith("."))
        found.update((below / name).as_posix() for name in names if below.parts or not name.startswith("."))
    return {path for path in found if (folder / path).is_file()}


def _raise_unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def entries_below(folder: Path) -> set[str]:
    """Whatever is no folder below a folder, but the hidden ones at its top, which are not ours.

    A link is none, wherever it leads.
    """
    found: set[str] = set()
    _list(os.fspath(folder), "", found)
    return found


def _list(folder: str, prefix: str, found: set[str]) -> None:
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if prefix or not entry.name.startswith(".")]
    except OSError:
        return  # `lost+found` of a disk, or gone meanwhile
    for entry in visible:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            _list(entry.path, f"{path}/", found)
        else:
            found.add(path)


def obstacles(site: Path, paths: Iterable[str]) -> set[str]:
    """What stands in the place of the folders that these files need, or that nothing but a file may have.

    Below an obstacle nothing is looked at: a link leads out of the site.
    """
    wanted = set(paths)
    real, found = {""}, set[str]()
    for folder in sorted({folder for path in wanted for folder in folders_above(path)}):
        if folder.rpartition("/")[0] in real:
            stands = is_folder(site / folder)
            (real if stands else found).update([] if stands is None else [folder])
    return found | {path for path in wanted if path.rpartition("/")[0] in real and is_folder(site / path)}


def is_folder(place: Path) -> bool | None:
    """Whether a folder stands there, and no link to one; None when nothing does."""
    try:
        return S_ISDIR(os.lstat(place).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None


def folders_above(path: str) -> list[str]:
    """The folders that a path leads through, the outermost first: "a/b/c.html" → "a", "a/b"."""
    return list(accumulate(path.split("/")[:-1], "{}/{}".format))


def remove(site: Path, paths: Iterable[str]) -> None:
    """Take away whatever stands at these places, whole folders too."""
    for path in paths:
        place = site / path
        if is_folder(place):
            rmtree(place)
        else:
            place.unlink()


def delete(site: Path, paths: Iterable[str]) -> None:
    """Take away files, unless something else has come in their place, and the folders that are empty then."""
    gone = list(paths)
    for path in gone:
        if is_folder(site / path) is False:
            (site / path).unlink()
    for folder in sorted({folder for path in gone for folder in folders_above(path)}, reverse=True):
        try:
            (site / folder).rmdir()
        except OSError:
            continue  # still in use, or gone with a folder above it
