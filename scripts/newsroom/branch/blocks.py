"""The blocks of figures in a profile. Each names its time (`as_of`, `period`, `year`) and its `source`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from newsroom.dates import PartialDate
from newsroom.fields import Choice, Count, Day, Flag, Many, Partial, Quantity, RelativeFile, Text
from newsroom.provenance import Note, Period, SourceId
from newsroom.vocabulary import MeetingKind, Rating, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Members admitted in a period, against the target."""

    period: Period
    source: SourceId
    admitted: Annotated[int | None, Count("Số kết nạp")] = None
    target: Annotated[int | None, Count("Chỉ tiêu", least=1)] = None
    over_target_percent: Annotated[float | None, Quantity("Vượt chỉ tiêu (%)")] = None
    result_percent: Annotated[float | None, Quantity("Đạt so với chỉ tiêu (%)")] = None
    note: Note = ""

    @property
    def percent_of_target(self) -> float | None:
        """The stated percentage, else result over target, else None."""
        if self.result_percent is not None:
            return self.result_percent
        if self.over_target_percent is not None:
            return self.over_target_percent + 100
        return round(self.admitted / self.target * 100, 2) if self.target and self.admitted is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A target against its result."""

    name: Annotated[str, Text("Chỉ tiêu", longest=160)]
    period: Period
    source: SourceId
    unit: Annotated[str, Text("Đơn vị", longest=40)] = ""
    target: Annotated[float | None, Quantity("Mục tiêu")] = None
    result: Annotated[float | None, Quantity("Kết quả")] = None
    percent: Annotated[float | None, Quantity("Tỷ lệ đạt (%)")] = None
    lower_is_better: Annotated[
        bool, Flag("Càng thấp càng tốt", "Ví dụ tỷ lệ hộ nghèo; khi ấy không tính tỷ lệ đạt.")
    ] = False
    note: Note = ""

    @property
    def percent_of_target(self) -> float | None:
        """The stated percentage, else result over target, else None."""
        if self.percent is not None or self.lower_is_better:
            return self.percent
        if self.target and self.result is not None:
            return round(self.result / self.target * 100, 2)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Meetings held in a period."""

    period: Period
    kind: Annotated[MeetingKind, Choice("Loại sinh hoạt", words=MeetingKind)]
    source: SourceId
    count: Annotated[int | None, Count("Số cuộc")] = None
    attendances: Annotated[int | None, Count("Lượt người dự")] = None
    minutes: Annotated[int | None, Count("Số phút một cuộc", "Của cuộc ngắn nhất trong kỳ.")] = None
    with_topic: Annotated[
        bool, Flag("Gồm cả chuyên đề", "Đặt true khi họp thường kỳ và sinh hoạt chuyên đề trong cùng một buổi.")
    ] = False
    topic: Annotated[str, Text("Nội dung")] = ""
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """People sent to courses."""

    period: Period
    people: Annotated[int, Count("Số người")]
    source: SourceId
    topic: Annotated[str, Text("Nội dung")] = ""
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingGiven:
    """A yearly rating and the rule it was given under."""

    level: Annotated[Rating, Choice("Mức xếp loại", words=Rating)]
    source: SourceId
    year: Annotated[int | None, Count("Năm", least=1930, most=2100)] = None
    period: Annotated[str, Text("Kỳ", longest=60)] = ""
    rule: Annotated[str, Text("Căn cứ xếp loại", longest=80)] = ""
    points: Annotated[float | None, Quantity("Tổng điểm", "Trên thang 100, khi nguồn nêu.")] = None
    note: Note = ""


_Finding = Text("Nhận xét", longest=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """An inspection or supervision with its findings."""

    date: Annotated[dt.date, Day("Ngày")]
    by: Annotated[str, Text("Cơ quan")]
    subject: Annotated[str, Text("Nội dung", longest=500)]
    source: SourceId
    strengths: Annotated[tuple[str, ...], Many("Ưu điểm", each=_Finding)] = ()
    limits: Annotated[tuple[str, ...], Many("Hạn chế", each=_Finding)] = ()
    demands: Annotated[tuple[str, ...], Many("Yêu cầu", each=_Finding)] = ()
    article: Annotated[str, RelativeFile("Bài viết")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitalAdoption:
    """Share of members who use an application."""

    app: Annotated[str, Text("Ứng dụng", longest=120)]
    as_of: Annotated[PartialDate, Partial("Tính đến")]
    percent: Annotated[float, Quantity("Tỷ lệ (%)")]
    source: SourceId
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Money lent or given. `grants` counts times (lượt), `people` counts persons (người): never the same thing."""

    name: Annotated[str, Text("Nguồn vốn, quỹ", longest=200)]
    period: Period
    source: SourceId
    amount: Annotated[int | None, Count("Số tiền (đồng)")] = None
    grants: Annotated[int | None, Count("Số lượt")] = None
    people: Annotated[int | None, Count("Số người")] = None
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A public work the branch had a part in."""

    name: Annotated[str, Text("Công trình", longest=200)]
    source: SourceId
    period: Annotated[str, Text("Kỳ", longest=60)] = ""
    amount: Annotated[int | None, Count("Kinh phí (đồng)")] = None
    households: Annotated[int | None, Count("Số hộ")] = None
    note: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A mass organisation at the branch's body."""

    name: Annotated[str, Text("Đoàn thể", longest=120)]
    state: Annotated[State, Choice("Tình trạng", words=State)]
    source: SourceId
    reason: Annotated[str, Text("Lý do")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A target set for a period, with no result yet."""

    name: Annotated[str, Text("Mục tiêu", longest=200)]
    period: Period
    value: Annotated[str, Text("Mức phấn đấu", longest=120)]
    source: SourceId
    note: Note = ""
