"""The workshop: the folders in which builds work and remember, beside the sources and the site."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import IO, Final

from newsroom.cache import forget
from newsroom.codes import Code
from newsroom.configuration import OVERRIDES
from newsroom.disk import told_disk
from newsroom.lock import acquire
from newsroom.problem import ConfigurationError, Problem

CACHE: Final = ".cache"
LEDGER: Final = "ledger.sqlite"
_LOCK: Final = "lock"
_PUBLISHING: Final = "publishing"
_NO_CACHE: Final = (_LOCK, _PUBLISHING, "bench")
"""What stands among the caches and is none: who holds them, what a publishing is looking at, the tools of the benchmark."""

log = logging.getLogger("mkdocs.newsroom")


def hold_cache(root: Path) -> IO[str]:
    """Take the lock, without which nobody may read or write what builds remember."""
    return acquire(root / CACHE / _LOCK, lambda: log.warning("Một lần dựng khác đang chạy; chờ nó xong …"))


def check_place(site: Path, config: Path, docs: Path) -> None:
    """The site has a folder of its own: whatever stands there and is no part of it is deleted.

    Raises ConfigurationError.
    """
    root, site = config.parent, site.resolve()
    sources = {place.name: place.resolve() for place in (docs, root / OVERRIDES, root / "scripts")}
    within = [name for name, folder in sources.items() if folder in site.parents]
    kept = {**sources, CACHE: (root / CACHE).resolve(), config.name: config.resolve()}
    holds = [name for name, place in kept.items() if site == place or site in place.parents]
    if within or holds:
        cure = "chọn một thư mục riêng cho trang, như site"
        message = f"không ghi trang vào {site} được: {(within + holds)[0]} ở đó sẽ bị xóa"
        raise ConfigurationError([Problem(config.name, 1, 1, Code.CONFIGURATION, message, cure)])


def check_destination(releases: Path, site: Path, config: Path, docs: Path) -> None:
    """What readers see lies where no build deletes it, and none takes it for a source.

    Raises ConfigurationError.
    """
    root = config.parent
    ours = (site, docs, root / OVERRIDES, root / "scripts", root / CACHE)
    if within := [folder.name for folder in ours if releases.resolve().is_relative_to(folder.resolve())]:
        cure = "chọn một thư mục riêng cho bản đăng, như published"
        message = f"không đăng vào {releases} được: {within[0]}/ là chỗ của việc dựng trang"
        raise ConfigurationError([Problem(config.name, 1, 1, Code.CONFIGURATION, message, cure)])


def give_up_caches(error: Exception) -> None:
    """Tell that what builds remember is damaged, and not used.

    Raises the error where the disk is to blame: to begin anew would not help.
    """
    if told_disk(error):
        raise error
    log.warning("Bộ nhớ đệm có lẽ đã hỏng; bỏ đi, dựng lại từ đầu.", exc_info=error)


def forget_caches(root: Path) -> None:
    """Throw away what builds remember. Who calls it holds the cache."""
    forget(root / CACHE, _NO_CACHE)


def theirs_of(root: Path) -> Path:
    """The folder the framework writes its own pages to; nobody but the press takes them from there."""
    return root / CACHE / "mkdocs"


def empty_folder_of(root: Path) -> Path:
    """The folder the framework is shown as the sources: it would walk and list the whole archive at every build."""
    folder = root / CACHE / "empty"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def preview_of(root: Path) -> Path:
    """The site of the preview, kept from one preview to the next."""
    return root / CACHE / "preview"


def publishing_tree_of(root: Path) -> Path:
    """The site that publishing builds for itself: nobody else writes there between check and release."""
    return root / CACHE / _PUBLISHING
