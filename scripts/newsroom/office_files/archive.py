"""Archive: an office file opened as what it is inside, and its members read within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from newsroom.unreadable import Unreadable

_MOST_READ: Final = 64 << 20
"""Bytes of one member that is looked through."""


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive that a file is.

    Raises Unreadable, for what goes wrong while it is open, too.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError):
        raise Unreadable("không mở được, có lẽ tệp hỏng") from None


def read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member.

    Raises Unreadable for one that is locked or larger than any honest one, and what the archive raises for damage.
    """
    if member.flag_bits & 1:
        raise Unreadable("đặt mật khẩu nên không soát được")
    with archive.open(member) as handle:
        data = handle.read(_MOST_READ + 1)
    if len(data) > _MOST_READ:
        raise Unreadable("có phần nén quá lớn nên không soát được")
    return data
