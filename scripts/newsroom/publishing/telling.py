"""What is told when nothing was published: in one or few lines, with the exit status that goes with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, Final

from newsroom.disk import told_disk, told_file
from newsroom.problem import ConfigurationError, ContentError
from newsroom.publishing.handover import Ambiguous, Damaged, NothingToReturnTo, TooSmall
from newsroom.publishing.releases import Busy, Changed
from newsroom.publishing.remote import RemoteFault
from newsroom.publishing.verification import Unreachable
from newsroom.site_check import Fault

NOT_PUBLISHED: Final = 1
CANNOT: Final = 2
_STAYS: Final = "Người đọc vẫn thấy bản cũ."
_SHOWN_FAULTS: Final = 50
_BUSY: Final = "Một lần đăng khác đang chạy hoặc vừa xong; đợi rồi chạy lại."


class Refused(Exception):
    """The site may not be published; carries its faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(len(faults))
        self.faults = faults


def _told_faults(error: Refused) -> str:
    lines = [f"{fault.page}: {fault.message}" for fault in error.faults]
    more = [f"… và {len(lines) - _SHOWN_FAULTS} chỗ nữa"] if len(lines) > _SHOWN_FAULTS else []
    return "\n".join([*lines[:_SHOWN_FAULTS], *more, f"{len(lines)} chỗ hỏng trong bản dựng; chưa đăng."])


def _told_size(error: TooSmall) -> str:
    return (
        f"Bản mới chỉ có {error.after.pages} trang, bản đang chạy có {error.before.pages}: mất hơn một phần năm. "
        "Chưa đăng. Nếu đúng là chủ ý, chạy lại với --force."
    )


def _told_damage(error: Damaged) -> str:
    return f"Bản {error.release.name} hỏng {len(error.differences)} tệp; không trở về bản ấy."


def _told_names(error: Ambiguous) -> str:
    return f"Nhiều bản có tên bắt đầu như vậy: {', '.join(error.names)}. Ghi thêm vài chữ số của tên."


def _told_system(error: OSError) -> str:
    return told_disk(error) or told_file(error, error.strerror or str(error))


_TOLD: Final[tuple[tuple[type[Exception], int, Callable[[Any], str]], ...]] = (
    (Refused, NOT_PUBLISHED, _told_faults),
    (TooSmall, NOT_PUBLISHED, _told_size),
    (Busy, NOT_PUBLISHED, lambda _: _BUSY),
    (Changed, NOT_PUBLISHED, lambda error: f"Tệp {error} đổi giữa chừng; chạy lại."),
    (Damaged, NOT_PUBLISHED, _told_damage),
    (ConfigurationError, CANNOT, str),
    (ContentError, NOT_PUBLISHED, lambda error: f"{error}\n{len(error.problems)} chỗ cần sửa; chưa đăng."),
    (RemoteFault, CANNOT, lambda error: f"Máy chủ không nhận: {error}."),
    (Unreachable, CANNOT, lambda error: f"Không tới được trang: {error}."),
    (Ambiguous, CANNOT, _told_names),
    (NothingToReturnTo, CANNOT, lambda _: "Không có bản nào như vậy."),
    (OSError, CANNOT, _told_system),
    (sqlite3.OperationalError, CANNOT, lambda error: f"Không ghi được bộ nhớ đệm .cache: {error}."),
)
"""Kind of error, exit status, words; the first that fits counts."""


def told(error: Exception) -> tuple[str, int] | None:
    """The words and the exit status for an error; None for one that is a fault of ours."""
    for kind, status, words in _TOLD:
        if isinstance(error, kind):
            stays = "" if kind is Unreachable else f" {_STAYS}"  # what cannot be reached, nobody sees
            return f"{words(error)}{stays}", status
    return None
