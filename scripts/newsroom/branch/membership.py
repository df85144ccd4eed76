"""Members counted at one date: aggregates only, ages as bands, small groups never broken down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from newsroom.dates import PartialDate
from newsroom.fields import Choice, Count, Flag, Group, Many, Partial, Text
from newsroom.provenance import Note, SourceId
from newsroom.vocabulary import AgeBand

SMALL_GROUP: Final = 50
"""Below this many members no breakdown is shown: it would point at persons. A measure of this house, no law's."""
SMALL_CELL: Final = 5
"""No cell below this is shown."""
WOMEN: Final = "nữ"
MINORITY: Final = "dân tộc "


def may_show(total: int, count: int) -> bool:
    """Whether a breakdown of `count` among `total` may be public: neither the group nor the cell is small."""
    return total >= SMALL_GROUP and count >= SMALL_CELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Minority:
    """How many members belong to an ethnic minority."""

    group: Annotated[str, Text("Dân tộc", longest=40)]
    count: Annotated[int, Count("Số đảng viên")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Members at one date. Aggregates only; ages as bands."""

    as_of: Annotated[PartialDate, Partial("Tính đến")]
    total: Annotated[int, Count("Tổng số đảng viên", least=1)]
    source: SourceId
    official: Annotated[int | None, Count("Đảng viên chính thức")] = None
    probationary: Annotated[int | None, Count("Đảng viên dự bị")] = None
    women: Annotated[int | None, Count("Đảng viên nữ")] = None
    minorities: Annotated[tuple[Minority, ...], Many("Dân tộc thiểu số", each=Group("Dân tộc", record=Minority))] = ()
    youngest_band: Annotated[AgeBand | None, Choice("Nhóm tuổi trẻ nhất", words=AgeBand)] = None
    oldest_band: Annotated[AgeBand | None, Choice("Nhóm tuổi cao nhất", words=AgeBand)] = None
    estimated: Annotated[bool, Flag("Mốc ước lượng")] = False
    note: Note = ""

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """The parts that small groups hide, each with its name."""
        women = () if self.women is None else ((WOMEN, self.women),)
        return (*women, *((f"{MINORITY}{minority.group}", minority.count) for minority in self.minorities))

    def may_show(self, count: int) -> bool:
        """Whether a breakdown of that many may be public: neither the group nor the cell is small."""
        return may_show(self.total, count)
