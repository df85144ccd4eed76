"""Readers of dates and times."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Json
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from newsroom.codes import Code
from newsroom.dates import EARLIEST, OutOfTime, PartialDate, WrongForm, parse_day, parse_moment, parse_partial
from newsroom.fields.reader import Desk, Reader
from newsroom.nodes import Node

T = TypeVar("T")


def _read(reader: Reader[T], parse: Callable[[str], T], node: Node, desk: Desk) -> T | None:
    text = reader.scalar(node, desk)
    if text is None:
        return None
    try:
        return parse(text)
    except WrongForm:
        desk.report(node, Code.BAD_DATE, f"“{reader.label}” ghi “{text}” chưa đúng dạng ngày", f"viết {reader.form}")
    except OutOfTime:
        desk.report(node, Code.BAD_DATE, f"“{reader.label}” ghi “{text}”, quá xa về trước hoặc về sau", "xem lại năm")
    except ValueError:
        desk.report(
            node, Code.BAD_DATE, f"“{reader.label}” ghi “{text}” không phải ngày có thật", f"viết {reader.form}"
        )
    return None


@dataclass(frozen=True)
class Day(Reader[date]):
    """A whole day."""

    def read(self, node: Node, desk: Desk) -> date | None:
        return _read(self, parse_day, node, desk)

    @property
    def form(self) -> str:
        return "ngày dạng năm-tháng-ngày, ví dụ 2022-10-25"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class Moment(Reader[datetime]):
    """A moment; without a zone it is on a Vietnamese clock."""

    def read(self, node: Node, desk: Desk) -> datetime | None:
        return _read(self, parse_moment, node, desk)

    @property
    def form(self) -> str:
        return "ngày giờ Việt Nam, ví dụ 2022-10-25 21:46"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([T ]\d{1,2}:\d{2}(:\d{2})?.*)?$"}


@dataclass(frozen=True)
class Partial(Reader[PartialDate]):
    """A date known to the year, the month or the day, not before `earliest`."""

    earliest: date = EARLIEST

    def read(self, node: Node, desk: Desk) -> PartialDate | None:
        return _read(self, partial(parse_partial, earliest=self.earliest), node, desk)

    @property
    def form(self) -> str:
        return "năm, năm-tháng hoặc năm-tháng-ngày: 2022, 2022-10, 2022-10-25"

    def schema(self) -> Json[str, object]:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
