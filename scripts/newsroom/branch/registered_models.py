"""Models (mô hình) that a branch registered with a programme, from registration over appraisal to recognition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from newsroom.fields import Choice, Count, Identifier, Quantity, Text
from newsroom.provenance import Note, SourceId
from newsroom.vocabulary import ModelState, RecognitionLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredModel:
    """A model and the years of its steps; `framework` and `points` where it was scored."""

    programme: Annotated[str, Identifier("Chương trình")]
    name: Annotated[str, Text("Tên mô hình")]
    source: SourceId
    field: Annotated[str, Identifier("Lĩnh vực", "Mã một lĩnh vực mà trang của chương trình khai báo.")] = ""
    registered: Annotated[int | None, Count("Năm đăng ký", least=1930, most=2100)] = None
    appraised: Annotated[int | None, Count("Năm thẩm định", least=1930, most=2100)] = None
    recognised: Annotated[int | None, Count("Năm công nhận", least=1930, most=2100)] = None
    declined: Annotated[int | None, Count("Năm kết luận không đạt", least=1930, most=2100)] = None
    level: Annotated[RecognitionLevel | None, Choice("Cấp công nhận", words=RecognitionLevel)] = None
    framework: Annotated[str, Identifier("Khung tiêu chí", "Mã một khung của chương trình.")] = ""
    points: Annotated[float | None, Quantity("Tổng điểm")] = None
    note: Note = ""

    @property
    def state(self) -> ModelState:
        """The last step it is known to have reached."""
        if self.recognised:
            return ModelState.RECOGNISED
        if self.declined:
            return ModelState.DECLINED
        return ModelState.APPRAISED if self.appraised else ModelState.REGISTERED

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """The years that are known, as (field, year), in the order in which they must run."""
        told = (("registered", self.registered), ("appraised", self.appraised), ("recognised", self.recognised))
        return tuple((name, year) for name, year in (*told, ("declined", self.declined)) if year)

    @property
    def first_year(self) -> int | None:
        """The year it is counted under: that of its first known step."""
        return self.steps[0][1] if self.steps else None
