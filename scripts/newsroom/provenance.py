"""Where a figure comes from: the sources a document lists, and the words by which its figures name them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Final

from newsroom.fields import Day, Identifier, RelativeFile, Text, WebAddress

SourceId = Annotated[str, Identifier("Mã nguồn", "Mã của một mục trong sources.", "s1")]
Period = Annotated[str, Text("Kỳ số liệu", "Ví dụ 2015–2020 hoặc 9 tháng năm 2022.", longest=60)]
Note = Annotated[str, Text("Ghi chú", longest=500)]
YEAR: Final = re.compile(r"(?:19|20)\d\d")
"""A year that a period names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A source of a document's figures."""

    id: Annotated[str, Identifier("Mã nguồn")]
    name: Annotated[str, Text("Tên báo, trang, cơ quan", longest=160)]
    title: Annotated[str, Text("Tên bài, tên tài liệu")] = ""
    author: Annotated[str, Text("Tác giả", longest=120)] = ""
    date: Annotated[dt.date | None, Day("Ngày")] = None
    url: Annotated[str, WebAddress("Địa chỉ")] = ""
    article: Annotated[str, RelativeFile("Bài trên trang này")] = ""
