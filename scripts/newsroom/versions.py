"""Digests of everything besides the content that decides what comes out: code, templates, settings, library versions.

Two digests, so that a change of a template or of the drawing code does not convert the archive's Markdown again.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from newsroom.configuration import CONVERTERS, files_of, package_of
from newsroom.digests import bytes_digest, together
from newsroom.settings import Settings

_PACKAGE: Final = Path(__file__).resolve().parent
_EDGE: Final = _PACKAGE.parent / "hooks.py"
"""The file that knows the framework."""
_KNOWN_BY: Final = ".dist-info"
DRAWING: Final = frozenset(
    (
        "bytecode",
        "charts",
        "feeds",
        "framework",
        "listings",
        "lock",
        "open_data",
        "outputs",
        "policy",
        "press",
        "progress",
        "publishing",
        "quires",
        "redirects",
        "related",
        "render",
        "rollup",
        "scaffold",
        "search",
        "sheets",
        "signers",
        "site_check",
        "sitemap",
        "stages",
        "theme",
        "trends",
        "web_servers",
        "workers",
    )
)
"""Modules that no entry of the ledger depends on; all others do."""
_IMAGING: Final = ("imaging", "pictures")


def reading_digest(settings: Settings) -> str:
    """What the ledger's entries depend on besides their sources."""
    libraries = ("markdown", "pymdown-extensions", "pillow", "pyyaml", "pygments", "nh3", "pypdf")
    own = (text for module, text in _sources() if module not in DRAWING)
    return _digest(
        sys.version,
        repr((settings.extensions, settings.docs_dir, settings.url, settings.trusted_hosts)),
        *map(version, libraries),
        *_of_others(settings),
        *own,
    )


def _of_others(settings: Settings) -> Iterator[bytes]:
    """Markdown extensions that no library named here brings: an owner may have written one, and no version tells it."""
    packages = {package_of(name) for name, _ in settings.extensions}
    for package in sorted(packages - set(CONVERTERS)):
        yield from (file.read_bytes() for file in files_of(package))


def drawing_digest(settings: Settings, config: Path) -> str:
    """What pages and files depend on besides entries, templates and shells."""
    libraries = ("jinja2", "markupsafe", "mkdocs", "mkdocs-material", "pillow")
    others = (config.read_bytes(), _EDGE.read_bytes())
    packer = zlib.ZLIB_RUNTIME_VERSION  # of the system, and its bytes are those of the search index
    return _digest(
        sys.version, packer, settings.url, *map(version, libraries), *(text for _, text in _sources()), *others
    )


@cache
def imaging_digest() -> str:
    """What the bytes of a rendition depend on besides its picture."""
    return _digest(sys.version, version("pillow"), *(text for module, text in _sources() if module in _IMAGING))


@cache
def templates_digest() -> str:
    """What a compiled template depends on besides its source: filters of ours may be applied while it is compiled."""
    libraries = ("jinja2", "markupsafe", "mkdocs", "mkdocs-material")
    return _digest(sys.version, *map(version, libraries), *(text for _, text in _sources()), _EDGE.read_bytes())


def version(package: str) -> str:
    """The version of an installed package.

    Raises PackageNotFoundError.
    """
    if told := _installed().get(package):
        return told
    from importlib.metadata import version as asked  # takes longer to load than all of this file to run

    return asked(package)


@cache
def _installed() -> Mapping[str, str]:
    """Versions by name, told by the names of the folders in which installers keep what they know (PEP 376, 503)."""
    found: dict[str, str] = {}
    for place in filter(None, sys.path):
        for folder in sorted(Path(place).glob(f"*{_KNOWN_BY}")):
            package, _, told = folder.stem.rpartition("-")
            found.setdefault(package.lower().replace("_", "-").replace(".", "-"), told)
    return found


@cache
def _sources() -> tuple[tuple[str, bytes], ...]:
    """(module at the top, path and text) of each file of ours, as it was when it was first asked for: that is what runs."""
    files = ((file.relative_to(_PACKAGE), file.read_bytes()) for file in sorted(_PACKAGE.rglob("*.py")))
    return tuple((path.parts[0].removesuffix(".py"), f"{path.as_posix()}\n".encode() + text) for path, text in files)


def _digest(*parts: str | bytes) -> str:
    return together(bytes_digest(part.encode() if isinstance(part, str) else part) for part in parts).hex()
