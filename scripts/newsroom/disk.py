"""The disk: what is told when it, or the machine, does not let a build go on, for that is no fault of ours, nor of a text."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from typing import Final

_WORDS: Final = {
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "hết phần đĩa được cấp",
    errno.EFBIG: "tệp lớn quá mức máy cho phép",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EEXIST: "đã có một tệp ở chỗ của thư mục này",
    errno.EISDIR: "có một thư mục ở chỗ của tệp",
    errno.ENOTDIR: "có một tệp ở chỗ của một thư mục",
    errno.ENOENT: "không còn ở đó, có lẽ vừa bị chuyển hay xóa giữa lúc dựng",
    errno.ESTALE: "vừa bị thay giữa lúc dựng",
    errno.EIO: "đĩa hỏng hoặc mất kết nối",
}
_OF_A_CACHE: Final = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
)
_PRIMARY: Final = 0xFF
"""The part of an extended SQLite code that tells its kind."""


def replaced(file: Path) -> OSError:
    """What is raised when a file is no longer the one that was looked at: nobody publishes, or keeps, what nobody checked."""
    return OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(file))


def told_file(error: OSError, why: str) -> str:
    """That a file could not be read or written, which one where the system says so, and why."""
    return f"Không đọc hay ghi được{f' {error.filename}' if error.filename else ''}: {why}."


def told_disk(error: Exception) -> str:
    """What is told, as one line; "" for an error that is none of the disk's."""
    if isinstance(error, ChildProcessError):
        return "Một tiến trình con bị dừng giữa chừng, có lẽ vì máy hết bộ nhớ; dựng lại, hoặc thêm --jobs 1."
    if isinstance(error, OSError) and error.errno in _WORDS:
        return told_file(error, f"{_WORDS[error.errno]} ({error.strerror})")
    if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & _PRIMARY in _OF_A_CACHE:
        return f"Không ghi được bộ nhớ đệm .cache: {error}."
    return ""
