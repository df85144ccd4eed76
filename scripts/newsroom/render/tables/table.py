"""A table of open data: its columns say what each cell means, its parts cut it into files that seldom change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsroom.addresses import DATA

Cell = str | int | float | tuple[str, ...] | None
"""None is what is not known; a tuple a list of texts."""
Row = Sequence[Cell]


class Form(StrEnum):
    """What a cell holds, as JSON Schema calls it."""

    TEXT = "string"
    DAY = "date"
    MOMENT = "date-time"
    ADDRESS = "uri"
    WHOLE = "integer"
    NUMBER = "number"
    LIST = "array"


FORM_LABELS = {
    Form.TEXT: "chữ",
    Form.DAY: "ngày, 2022-10-25",
    Form.MOMENT: "ngày giờ Việt Nam, ISO 8601",
    Form.ADDRESS: "địa chỉ web",
    Form.WHOLE: "số nguyên",
    Form.NUMBER: "số, phần lẻ sau dấu chấm",
    Form.LIST: "danh sách; trong CSV ngăn bằng “; ”",
}
"""What the page says of each form."""


@dataclass(frozen=True, slots=True)
class Column:
    """`key` in JSON and at the head of the CSV; `meaning` one sentence; `is_known` whether no cell is ever empty."""

    key: str
    meaning: str
    form: Form = Form.TEXT
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows in a file of their own. `name` is "" for a table of one part; `inputs` the digest of what they are made of."""

    name: str
    inputs: bytes
    count: int
    rows: Callable[[], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Table:
    """`slug` names its files: /du-lieu/van-ban.csv, or /du-lieu/bai-viet/2026.csv where it has parts by year."""

    slug: str
    name: str
    about: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...]

    def path(self, part: Part, suffix: str) -> str:
        """The file of a part below the root."""
        return f"{DATA}{self.slug}/{part.name}.{suffix}" if part.name else f"{DATA}{self.slug}.{suffix}"

    @property
    def schema_path(self) -> str:
        """The file of the JSON Schema of a row."""
        return f"{DATA}{self.slug}.schema.json"

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(part.count for part in self.parts)
