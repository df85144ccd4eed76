"""Builds of a walk's project, all in this process: plain, from nothing, killed on the way, by other library versions."""

from __future__ import annotations

import functools
import os
import shutil
import signal
import sqlite3
import sys
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import markdown

import edge
from newsroom.build import REFERENCE, log
from newsroom.circumstances import NOW
from newsroom.workshop import CACHE

SITE: Final = "site"
_LINKED: Final = ("docs", "overrides", "scripts")
_TEMPLATES: Final = "templates"
_WRITING: Final = os.O_WRONLY | os.O_RDWR
_LASTING: Final = frozenset(["os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir"])
"""Audit events of calls that leave something on disk; those of opening a file to write and of SQLite come to them."""


def build(root: Path, now: str) -> None:
    """Build the project in place, from whatever earlier builds left."""
    with patch.dict(os.environ, {NOW: now}), patch.object(log, "disabled", True):
        edge.run_build(root / "mkdocs.yml", root / SITE, strict=False)


def build_anew(root: Path, twin: Path, now: str, *, reference: bool) -> None:
    """Build the same sources in `twin`, remembering nothing; `reference` in the slow way that shares nothing.

    Only compiled templates are kept between such builds – Jinja holds each against its source –, and none for a reference.
    """
    _empty(twin, None if reference else twin / CACHE / _TEMPLATES)
    twin.mkdir(parents=True, exist_ok=True)
    for name in _LINKED:
        (twin / name).symlink_to(root / name)
    shutil.copy(root / "mkdocs.yml", twin)
    with patch.dict(os.environ, {REFERENCE: "1"} if reference else {}):
        build(twin, now)


def build_killed(root: Path, now: str, turn: int, *, in_site: bool) -> bool:
    """Start a build and kill it before the `turn`-th call that would leave something on disk; False when it ended earlier.

    `in_site` counts only what happens to files of the site. Calls are counted, not seconds, so that a seed tells the same
    story on every machine.
    """
    return _build_apart(root, now, lambda: _Countdown(turn, f"{root / SITE}/" if in_site else "").start())


def build_while_replaced(root: Path, now: str, file: Path, data: bytes, turn: int) -> None:
    """Build, and put `data` into a file just before that is opened for the `turn`-th time. The build may be given up."""
    left = turn

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event == "open" and left and str(arguments[0]) == str(file):
            left -= 1
            if not left:
                file.write_bytes(data)

    _build_apart(root, now, lambda: sys.addaudithook(watch))


def _build_apart(root: Path, now: str, prepare: Callable[[], None]) -> bool:
    """Build in a process of its own that is prepared for it; whether it was killed."""
    with warnings.catch_warnings():  # Python warns of forks where threads run; those of pytest do nothing here
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            prepare()
            build(root, now)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def build_by_other_versions(root: Path, now: str) -> None:
    """Build with libraries of other versions, whose Markdown comes out otherwise."""
    stock = markdown.Markdown.convert

    def convert(converter: markdown.Markdown, source: str) -> str:
        return f"{stock(converter, source)}\n<p>Bản khác</p>"

    with (
        patch("newsroom.versions.version", lambda name: f"{version(name)}.khac"),
        patch.object(markdown.Markdown, "convert", convert),
    ):
        build(root, now)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def differing_files(one: Path, other: Path) -> list[str]:
    """The files that one folder has and the other has not, or has otherwise."""
    ours, theirs = contents(one), contents(other)
    return sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))


class _Countdown:
    """Kills this process, none that it forks, before the `turn`-th call that would leave something on disk.

    With a `folder`, only calls for files in it count, and none for SQLite.
    """

    def __init__(self, turn: int, folder: str) -> None:
        self._left = turn
        self._folder = folder
        self._process = os.getpid()

    def start(self) -> None:
        """Count from now on; there is no end to it."""
        sys.addaudithook(self._audit)
        if not self._folder:
            patch("sqlite3.connect", functools.partial(sqlite3.connect, factory=_counted(self.tick))).start()

    def tick(self) -> None:
        """One call more."""
        if os.getpid() == self._process:
            self._left -= 1
            if not self._left:
                os.kill(self._process, signal.SIGKILL)

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if (opens or event in _LASTING) and str(arguments[0]).startswith(self._folder):
            self.tick()


def _counted(tick: Callable[[], None]) -> type[sqlite3.Connection]:
    """Connections to SQLite that tell of every statement."""

    class Counted(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            tick()
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            tick()
            return super().executemany(*arguments)

    return Counted


def _empty(folder: Path, kept: Path | None) -> None:
    """Take everything away but one folder in it."""
    for entry in folder.iterdir() if folder.exists() else ():
        if entry.is_symlink() or entry.is_file():
            entry.unlink()
        elif kept is None or not kept.is_relative_to(entry):
            shutil.rmtree(entry)
        elif entry != kept:
            _empty(entry, kept)
