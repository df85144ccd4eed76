"""Programmes (chương trình, phong trào): fields, steps, criteria frameworks and targets by year – all of them data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from newsroom.addresses import PROGRAMMES
from newsroom.dates import PartialDate
from newsroom.fields import (
    Choice,
    Count,
    Desk,
    Group,
    Identifier,
    Many,
    OldAddress,
    Partial,
    Quantity,
    Text,
    read_record,
)
from newsroom.filing import read_slug
from newsroom.problem import ContentError
from newsroom.provenance import Note, SourceEntry, SourceId
from newsroom.source import Source
from newsroom.vocabulary import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion of a framework."""

    name: Annotated[str, Text("Tiêu chí", longest=300)]
    points: Annotated[float | None, Quantity("Điểm tối đa")] = None
    measure: Annotated[str, Text("Cách đo", longest=300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaGroup:
    """A group of criteria."""

    name: Annotated[str, Text("Nhóm tiêu chí", longest=200)]
    points: Annotated[float | None, Quantity("Điểm tối đa của nhóm")] = None
    criteria: Annotated[tuple[Criterion, ...], Many("Tiêu chí", each=Group("Tiêu chí", record=Criterion))] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A criteria framework (khung tiêu chí): places differ in theirs, so a programme may have several."""

    id: Annotated[str, Identifier("Mã khung")]
    name: Annotated[str, Text("Tên khung tiêu chí", longest=200)]
    groups: Annotated[tuple[CriteriaGroup, ...], Many("Nhóm", each=Group("Nhóm", record=CriteriaGroup), least=1)]
    source: SourceId
    basis: Annotated[str, Text("Căn cứ", longest=200)] = ""
    scope: Annotated[str, Text("Phạm vi", longest=200)] = ""
    from_: Annotated[PartialDate | None, Partial("Từ")] = None
    to: Annotated[PartialDate | None, Partial("Đến")] = None
    threshold: Annotated[float | None, Quantity("Điểm được công nhận")] = None
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target of a year and what came of it. `branch` is the profile of who set it."""

    name: Annotated[str, Text("Mục tiêu", longest=200)]
    year: Annotated[int, Count("Năm", least=1930, most=2100)]
    value: Annotated[float, Quantity("Mức đề ra")]
    source: SourceId
    unit: Annotated[str, Text("Đơn vị", longest=40)] = ""
    bound: Annotated[Bound, Choice("Mức ấy là", "Bỏ trống khi mục tiêu đúng bằng số.", words=Bound)] = Bound.EXACT
    result: Annotated[float | None, Quantity("Kết quả")] = None
    percent: Annotated[float | None, Quantity("Tỷ lệ đạt (%)")] = None
    branch: Annotated[str, Identifier("Hồ sơ đề ra mục tiêu")] = ""
    note: Note = ""

    @property
    def percent_of_target(self) -> float | None:
        """The stated percentage, else result over target, else None."""
        if self.percent is not None or self.result is None or not self.value:
            return self.percent
        return round(self.result / self.value * 100, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkField:
    """A field in which models are registered."""

    id: Annotated[str, Identifier("Mã lĩnh vực", "Chữ thường, gạch nối; mô hình trong hồ sơ ghi mã này.")]
    name: Annotated[str, Text("Tên lĩnh vực", longest=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when to when a programme runs."""

    from_: Annotated[PartialDate | None, Partial("Từ")] = None
    to: Annotated[PartialDate | None, Partial("Đến")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A valid programme."""

    source_file: Source
    slug: str
    name: Annotated[str, Text("Tên chương trình, phong trào", shortest=4, longest=160)]
    summary: Annotated[str, Text("Tóm tắt", "Hai, ba câu; hiện ở danh mục và kết quả tìm.", shortest=60, longest=500)]
    sources: Annotated[tuple[SourceEntry, ...], Many("Nguồn", each=Group("Nguồn", record=SourceEntry), least=1)]
    also_known_as: Annotated[tuple[str, ...], Many("Tên khác", each=Text("Tên", longest=160))] = ()
    led_by: Annotated[str, Text("Cơ quan chủ trì", longest=200)] = ""
    basis: Annotated[tuple[str, ...], Many("Căn cứ", "Số ký hiệu văn bản.", each=Text("Văn bản", longest=160))] = ()
    period: Annotated[Span | None, Group("Giai đoạn", record=Span)] = None
    fields: Annotated[tuple[WorkField, ...], Many("Lĩnh vực", each=Group("Lĩnh vực", record=WorkField))] = ()
    steps: Annotated[tuple[str, ...], Many("Các bước", each=Text("Bước", longest=200))] = ()
    frameworks: Annotated[
        tuple[Framework, ...], Many("Khung tiêu chí", each=Group("Khung tiêu chí", record=Framework))
    ] = ()
    targets: Annotated[tuple[Target, ...], Many("Mục tiêu theo năm", each=Group("Mục tiêu", record=Target))] = ()
    aliases: Annotated[tuple[str, ...], Many("Địa chỉ cũ", each=OldAddress("Địa chỉ cũ"))] = ()

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return f"{PROGRAMMES}{self.slug}/"

    def framework(self, framework_id: str) -> Framework | None:
        """One of its frameworks."""
        return next((framework for framework in self.frameworks if framework.id == framework_id), None)

    @classmethod
    def from_source(cls, source: Source) -> Programme:
        """Validate a source.

        Raises ContentError with every problem of the file.
        """
        desk = Desk(source.path)
        slug = read_slug(source, PROGRAMMES, desk, "chương trình", "ten-chuong-trinh")
        programme = read_record(cls, source.front, desk, source_file=source, slug=slug)
        if desk.problems or programme is None:
            raise ContentError(desk.problems)
        return programme
