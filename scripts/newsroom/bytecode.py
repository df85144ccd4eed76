"""Bytecode: templates as they were compiled by earlier builds, sealed like all that is kept: what is spoilt draws no page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from newsroom.cache import forget, seal, unseal
from newsroom.versions import templates_digest

_FOLDER: Final = "templates"
"""Among the caches."""


class SealedBytecode(BytecodeCache):
    """Compiled templates in a folder of their own. Jinja holds each against its source, the folder's name all else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take over what is kept of a template, if anything.

        Raises sqlite3.DatabaseError when that is not what was written.
        """
        try:
            kept = (self._folder / bucket.key).read_bytes()
        except FileNotFoundError:
            return
        bucket.bytecode_from_string(bytes(unseal(kept)))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; who reads meanwhile reads the former one."""
        temporary = self._folder / f"{bucket.key}.{os.getpid()}.tmp"
        temporary.write_bytes(seal(bucket.bytecode_to_string()))
        temporary.replace(self._folder / bucket.key)


def compiled_templates(cache: Path) -> SealedBytecode:
    """Where compiled templates are kept between builds, in the folder of all caches; those of other versions are thrown away."""
    folder = cache / _FOLDER / templates_digest()
    if not folder.is_dir():
        forget(folder.parent, ())
        folder.mkdir(parents=True)
    return SealedBytecode(folder)
