"""The artifact: the site as one archive, the form in which hosts of static pages take it. Same files, same bytes."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

from newsroom.publishing.manifest import NAME, Manifest


def write_artifact(tree: Path, manifest: Manifest, target: Path) -> None:
    """Pack the files of the manifest, and the manifest, in the order of their paths, without times and owners.

    Raises OSError; an earlier archive stays then.
    """
    temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        with tarfile.open(temporary, "w", format=tarfile.PAX_FORMAT) as archive:
            for path in manifest.files:
                _add(archive, path, (tree / path).read_bytes())
            _add(archive, NAME, manifest.text.encode())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _add(archive: tarfile.TarFile, path: str, data: bytes) -> None:
    entry = tarfile.TarInfo(path)
    entry.size, entry.mode = len(data), 0o644
    archive.addfile(entry, io.BytesIO(data))
