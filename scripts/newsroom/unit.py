"""Units: administrative units and organisations under the name they bear, with what came before and after.

A succession is told once, by the unit that ended; what came before a unit is computed from those that name it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from newsroom.addresses import UNITS
from newsroom.codes import Code
from newsroom.dates import PartialDate
from newsroom.fields import (
    Choice,
    Day,
    Desk,
    Group,
    Identifier,
    Many,
    OfficialCode,
    OldAddress,
    Partial,
    Text,
    WebAddress,
    read_record,
)
from newsroom.filing import read_slug
from newsroom.problem import ContentError, Problem
from newsroom.provenance import Note, SourceEntry, SourceId
from newsroom.source import Source
from newsroom.vocabulary import Ending, UnitLevel

_OLDEST: Final = dt.date(1010, 1, 1)
"""Provinces are older than the Party, and none is told of before Thăng Long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """A unit above, and for how long."""

    unit: Annotated[str, Identifier("Mã đơn vị cấp trên", "Tên tệp (không có .md) trong docs/don-vi/.")]
    from_: Annotated[PartialDate | None, Partial("Từ")] = None
    to: Annotated[PartialDate | None, Partial("Đến")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """When, how and by what a unit ended, and which units came after it."""

    date: Annotated[dt.date, Day("Ngày kết thúc", "Ngày đầu tiên tên cũ không còn dùng.")]
    manner: Annotated[Ending, Choice("Cách kết thúc", words=Ending)]
    source: SourceId
    successors: Annotated[
        tuple[str, ...],
        Many("Kế tiếp", "Mã các đơn vị tiếp nhận, đơn vị chính đứng đầu.", each=Identifier("Mã đơn vị")),
    ] = ()
    basis: Annotated[str, Text("Căn cứ", "Văn bản quyết định.", longest=200)] = ""
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A valid administrative unit or organisation."""

    source_file: Source
    slug: str
    name: Annotated[
        str,
        Text("Tên đơn vị", "Đúng từng chữ, kể cả cách đặt dấu, có từ chỉ cấp.", "xã Hùng Hoà", shortest=4, longest=160),
    ]
    level: Annotated[UnitLevel, Choice("Cấp", words=UnitLevel)]
    summary: Annotated[str, Text("Tóm tắt", "Một, hai câu giới thiệu.", shortest=40, longest=500)]
    sources: Annotated[tuple[SourceEntry, ...], Many("Nguồn", each=Group("Nguồn", record=SourceEntry), least=1)]
    code: Annotated[str, OfficialCode("Mã đơn vị hành chính", "Mã chính thức, giữ các số 0 đứng đầu.")] = ""
    also_known_as: Annotated[
        tuple[str, ...], Many("Tên khác", "Tên gọi tắt, cách viết khác.", each=Text("Tên", longest=160))
    ] = ()
    within: Annotated[
        tuple[Belonging, ...],
        Many("Thuộc", "Đơn vị cấp trên qua các thời kỳ.", each=Group("Cấp trên", record=Belonging)),
    ] = ()
    founded: Annotated[PartialDate | None, Partial("Có từ", earliest=_OLDEST)] = None
    ended: Annotated[End | None, Group("Kết thúc", "Khi tên này không còn dùng.", record=End)] = None
    site: Annotated[str, WebAddress("Trang của đơn vị", "Bài của trang cũ có thể được dẫn sang đây.")] = ""
    aliases: Annotated[tuple[str, ...], Many("Địa chỉ cũ", each=OldAddress("Địa chỉ cũ"))] = ()

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return f"{UNITS}{self.slug}/"

    @property
    def title(self) -> str:
        """The name as it begins a heading or a line."""
        return self.name[:1].upper() + self.name[1:]

    def has_ended(self, today: dt.date) -> bool:
        """Whether its name is no longer in use."""
        return self.ended is not None and self.ended.date <= today

    @classmethod
    def from_source(cls, source: Source) -> Unit:
        """Validate a source.

        Raises ContentError with every problem of the file.
        """
        desk = Desk(source.path)
        slug = read_slug(source, UNITS, desk, "đơn vị", "ten-don-vi")
        unit = read_record(cls, source.front, desk, source_file=source, slug=slug)
        if unit:
            desk.problems.extend(_check_times(unit))
        if desk.problems or unit is None:
            raise ContentError(desk.problems)
        return unit


def _check_times(unit: Unit) -> Iterator[Problem]:
    source = unit.source_file
    if unit.founded and unit.ended and PartialDate.of(unit.ended.date).is_before(unit.founded):
        message = "đơn vị kết thúc trước khi có"
        yield source.problem(Code.ORDER_OF_TIME, message, "sửa một trong hai ngày", "ended", "date")
    for number, belonging in enumerate(unit.within):
        if belonging.from_ and belonging.to and belonging.to.is_before(belonging.from_):
            message = "thời kỳ trực thuộc hết trước khi bắt đầu"
            yield source.problem(Code.ORDER_OF_TIME, message, "sửa from hoặc to", "within", number, "to")
