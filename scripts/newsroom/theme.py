"""The theme: what stands around every page of ours, drawn by the framework at the edge and kept between builds.

A shell is the same for all pages of one menu entry at one depth, so a whole site needs some dozens. They are kept under
a key of all that decides how they come out; while it stays the same, the framework is not even loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol

from newsroom.addresses import NOT_FOUND, depth_of
from newsroom.cache import open_cache, seal, unseal
from newsroom.digests import bytes_digest, digest
from newsroom.folders import files_below
from newsroom.policy import Policy
from newsroom.render.leaf import Leaf
from newsroom.render.shell import Shell, root_links

Kind = tuple[str, int]
"""A menu entry and a depth below the root: pages of one kind share a shell."""
_POLICY: Final = "policy"
_FILES: Final = "files"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS shells (
    place TEXT, depth INTEGER, start TEXT, before_head TEXT, before_body TEXT, after_body TEXT, digest BLOB,
    PRIMARY KEY (place, depth)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS looks (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;  -- sealed
"""


class Theme(Protocol):
    """What is asked of the framework. That it was opened means that its files lie where it writes to."""

    @property
    def policy(self) -> Policy:
        """What pages may load and run."""

    def shell(self, place: str, depth: int) -> Shell:
        """The page around those of a menu entry at a depth."""

    def page(self, leaf: Leaf) -> Shell:
        """The page around one leaf, with its table of contents when it has one."""


class KeptTheme:
    """The theme as earlier builds saw it under the same key; it is opened when something else is asked of it.

    `file` keeps what is learnt, None for nothing; `folder` is where the theme lays its files.
    """

    def __init__(self, file: Path | None, key: str, folder: Path, unfold: Callable[[], Theme]) -> None:
        self._database = open_cache(file, _TABLES, reading=key, read=("shells", "looks"))
        self._folder = folder
        self._unfold = unfold
        looks = self._database.execute("SELECT name, value FROM looks")
        self._looks = {name: bytes(unseal(value)).decode() for name, value in looks}
        rows = self._database.execute("SELECT * FROM shells")
        self._shells = {(place, depth): _kept_shell((a, b, c, d), told) for place, depth, a, b, c, d, told in rows}
        self._opened: Theme | None = None

    def open(self) -> Theme:
        """The theme itself. Raises ConfigurationError."""
        if self._opened is None:
            self._opened = self._unfold()
            self._looks = {_POLICY: " ".join(self._opened.policy.scripts), _FILES: _digest_of(_read(self._folder))}
            with self._database:
                rows = ((name, seal(value.encode())) for name, value in self._looks.items())
                self._database.executemany("REPLACE INTO looks VALUES (?, ?)", rows)
        return self._opened

    @cached_property
    def policy(self) -> Policy:
        """What pages may load and run."""
        if _POLICY not in self._looks:
            self.open()
        return Policy(tuple(self._looks[_POLICY].split()))

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The theme's own files, by path below the site."""
        found = _read(self._folder)
        if self._looks.get(_FILES) != _digest_of(found):
            self.open()
            found = _read(self._folder)
        return found

    def prepare(self, kinds: Iterable[Kind]) -> None:
        """Have the shells of these kinds at hand: processes that are forked later need not make them."""
        fresh = {kind: self.open().shell(*kind) for kind in sorted(set(kinds) - self._shells.keys())}
        self._shells |= fresh
        if fresh:
            with self._database:
                rows = ((*kind, *shell.pieces, shell.digest) for kind, shell in fresh.items())
                self._database.executemany("REPLACE INTO shells VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def shell(self, place: str, depth: int) -> Shell:
        """The page around those of a menu entry at a depth."""
        if (place, depth) not in self._shells:
            self.prepare([(place, depth)])
        return self._shells[place, depth]

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _kept_shell(pieces: tuple[str, str, str, str], told: bytes) -> Shell:
    """A shell as it was kept: it stands around thousands of pages.

    Raises ValueError when it is not what was written.
    """
    shell = Shell(pieces)
    if shell.digest != told:
        raise ValueError("a shell in the cache is damaged")
    return shell


@dataclass(frozen=True, slots=True)
class Frame:
    """The theme around the pages of one build. `digest` tells whether one page is framed as before.

    `root` is the path of the site on its host. `whole`, every page has a shell of its own: what a shared one must equal.
    """

    theme: KeptTheme
    digest: bytes
    root: str
    whole: bool

    def fill(self, leaf: Leaf) -> bytes:
        """The whole page of a leaf, in UTF-8."""
        own = self.whole or leaf.contents is not None
        shell = self.theme.open().page(leaf) if own else self.theme.shell(leaf.place, depth_of(leaf.url))
        page = shell.fill(leaf)
        if leaf.url == NOT_FOUND:  # it appears at any depth
            return root_links(page.decode(), self.root).encode()
        return page


def _read(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in sorted(files_below(folder))}


def _digest_of(files: dict[str, bytes]) -> str:
    return digest([(path, bytes_digest(data)) for path, data in files.items()]).hex()
