"""What became of an article after it was published: what was set right, how often it was read elsewhere, that it was taken down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from newsroom.fields import Count, Day, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was set right after publication."""

    date: Annotated[dt.date, Day("Ngày đính chính")]
    text: Annotated[str, Text("Nội dung đính chính", shortest=10, longest=500)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """A frozen count taken over from an older site."""

    count: Annotated[int, Count("Số lượt xem cũ")]
    as_of: Annotated[dt.date, Day("Tính đến ngày")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Why and when an article was taken down."""

    date: Annotated[dt.date, Day("Ngày gỡ")]
    reason: Annotated[str, Text("Lý do gỡ")]
