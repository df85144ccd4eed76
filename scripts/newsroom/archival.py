"""Archive mode: what a site says of itself when its body has ended and its pages are kept as they were."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from newsroom.fields import Day, Flag, Text, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Archival:
    """Whose archive it is, until when, and who comes after."""

    body: Annotated[str, Text("Nội dung lưu trữ của", "", "huyện Tiểu Cần", longest=160)]
    until: Annotated[dt.date, Day("Đến hết ngày", "Ngày cuối cùng trang còn cập nhật.")]
    now: Annotated[str, Text("Nay thuộc", "", "tỉnh Vĩnh Long", longest=160)] = ""
    site: Annotated[str, WebAddress("Trang kế tiếp")] = ""
    note: Annotated[str, Text("Ghi chú", longest=300)] = ""
    indexed: Annotated[bool, Flag("Cho máy tìm kiếm", "Đặt false để máy tìm kiếm bỏ qua bản lưu trữ.")] = True
    forward: Annotated[
        bool,
        Flag(
            "Dẫn từng bài sang đơn vị kế tiếp",
            "Bảng chuyển hướng đưa mỗi bài sang site: của đơn vị tiếp nhận địa bàn của bài, cùng địa chỉ.",
        ),
    ] = False
