"""Records: a mapping of front matter read into a frozen dataclass, field by field, all problems at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from collections.abc import Mapping as Json
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Final, Generic, TypeVar, get_type_hints

from newsroom.codes import Code
from newsroom.fields.reader import Desk, Reader, is_blank
from newsroom.fields.unknown import guess
from newsroom.nodes import Mapping, Node, Scalar, Sequence, written

T = TypeVar("T")

_PRIVATE: Final = """
    members member_list list_of_members danh_sach danh_sach_dang_vien dang_vien cccd cmnd birth_date birthday
    ngay_sinh address dia_chi phone mobile dien_thoai religion ethnicity ton_giao ngay_vao_dang
"""
_PRIVATE_KEYS: Final = frozenset(_PRIVATE.split())
"""Keys under which people try to store what must never be public of a person."""


_readers: dict[type[Any], dict[str, Reader[Any]]] = {}
_required: dict[type[Any], frozenset[str]] = {}
"""Kept: a record is looked at once, not once for each of ten thousand articles."""


def field_readers(record: type[Any]) -> dict[str, Reader[Any]]:
    """The fields of a record that are read from front matter, by their key, in the order of their declaration.

    The attribute `from_` is the key `from`: Python keeps some words for itself.
    """
    if record not in _readers:
        _readers[record] = _find_readers(record)
    return _readers[record]


def _find_readers(record: type[Any]) -> dict[str, Reader[Any]]:
    found: dict[str, Reader[Any]] = {}
    for name, hint in get_type_hints(record, include_extras=True).items():
        reader = next((extra for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, Reader)), None)
        if reader:
            found[name.removesuffix("_")] = reader
    return found


def required_fields(record: type[Any]) -> frozenset[str]:
    """The fields without a default."""
    if record not in _required:
        _required[record] = _find_required(record)
    return _required[record]


def _find_required(record: type[Any]) -> frozenset[str]:
    missing = dataclasses.MISSING
    return frozenset(
        f.name.removesuffix("_")
        for f in dataclasses.fields(record)
        if f.name.removesuffix("_") in field_readers(record) and f.default is missing and f.default_factory is missing
    )


def read_record(record: type[T], node: Mapping, desk: Desk, **given: object) -> T | None:
    """Read `node` into `record`; `given` fills the fields that do not come from front matter.

    None after problems: missing, unknown and wrong fields are all reported.
    """
    before = len(desk.problems)
    readers = field_readers(record)
    values: dict[str, object] = dict(given)
    unknown: list[Scalar] = []
    for key, value in node.entries:
        reader = readers.get(key.text)
        if reader is None:
            unknown.append(key)
        elif not is_blank(value):
            attribute = f"{key.text}_" if iskeyword(key.text) else key.text
            values[attribute] = reader.read(value, desk)
    meant = {_report_unknown(key, node, readers, desk) for key in unknown}
    for name in sorted(required_fields(record) - {key.removesuffix("_") for key in values} - meant):
        message = f"thiếu trường {name} (“{readers[name].label}”)"
        desk.report(node, Code.MISSING_FIELD, message, _line_to_add(name, readers[name]))
    return record(**values) if len(desk.problems) == before else None


def _line_to_add(name: str, reader: Reader[Any]) -> str:
    line = f"thêm dòng “{name}: {reader.mended(Scalar('…', 1, 1))}”"
    return line if reader.inner else f"{line}, viết {reader.form}"


def _report_unknown(key: Scalar, record: Mapping, readers: dict[str, Reader[Any]], desk: Desk) -> str:
    """Report a key that is no field; the field that was meant, which is not missing then, or ""."""
    if key.text in _PRIVATE_KEYS:
        cure = "bỏ trường này; chỉ công bố số liệu tổng hợp"
        desk.report(key, Code.MEMBER_LIST, f"trường “{key.text}” chứa thông tin riêng của đảng viên", cure)
        return ""
    found = guess(key, record, readers)
    desk.report(found.node, found.code, found.message, found.cure)
    return found.meant


def record_schema(record: type[Any]) -> dict[str, object]:
    """The JSON Schema of a record: closed, with the fields' labels as titles."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(required_fields(record)),
        "properties": {
            name: {"title": reader.label, "description": reader.help, **reader.schema()}
            for name, reader in field_readers(record).items()
        },
    }


@dataclass(frozen=True)
class Group(Reader[T], Generic[T]):
    """A record inside a record."""

    record: type[T] = object  # type: ignore[assignment]

    def read(self, node: Node, desk: Desk) -> T | None:
        if isinstance(node, Mapping):
            return read_record(self.record, node, desk)
        desk.report(node, Code.WRONG_SHAPE, f"“{self.label}” phải là nhóm trường", f"viết {self.mended(node)}")
        return None

    def mended(self, node: Node) -> str:
        if isinstance(node, Mapping):
            return written(node)
        if isinstance(node, Sequence) and len(node.items) == 1:
            return self.mended(node.items[0])
        names = [name for name in self.inner if name in required_fields(self.record)]
        taker = next((name for name in names if self._takes(name, node)), "")
        told = (f"{name}: {written(node) if name == taker else '…'}" for name in names)
        return f"{{{', '.join(told)}}}"

    def _takes(self, name: str, node: Node) -> bool:
        """Whether a field could hold what was written for the whole group."""
        desk = Desk("")
        field_readers(self.record)[name].read(node, desk)
        return not desk.problems

    @property
    def form(self) -> str:
        required = required_fields(self.record)
        names = (name if name in required else f"{name}?" for name in field_readers(self.record))
        return "nhóm {" + ", ".join(names) + "}"

    @property
    def inner(self) -> Collection[str]:
        return field_readers(self.record)

    def schema(self) -> Json[str, object]:
        return record_schema(self.record)


@dataclass(frozen=True)
class Many(Reader[tuple[T, ...]], Generic[T]):
    """A list of values of one kind."""

    each: Reader[T] | None = None
    least: int = 0

    def read(self, node: Node, desk: Desk) -> tuple[T, ...] | None:
        assert self.each is not None
        if not isinstance(node, Sequence):
            desk.report(node, Code.WRONG_SHAPE, f"“{self.label}” phải là danh sách", f"viết {self.mended(node)}")
            return None
        values = [self.each.read(item, desk) for item in node.items]
        if len(values) < self.least:
            desk.report(node, Code.MISSING_FIELD, f"“{self.label}” đang trống", f"thêm ít nhất {self.least} mục")
        return tuple(value for value in values if value is not None)

    def mended(self, node: Node) -> str:
        assert self.each is not None
        if isinstance(node, Scalar) and not node.quoted and not self.inner:
            return f"[{node.text}]"  # its commas part the entries
        return f"[{self.each.mended(node)}]"

    @property
    def form(self) -> str:
        assert self.each is not None
        return f"danh sách [{self.each.form}]"

    @property
    def inner(self) -> Collection[str]:
        assert self.each is not None
        return self.each.inner

    def schema(self) -> Json[str, object]:
        assert self.each is not None
        return {"type": "array", "minItems": self.least, "items": self.each.schema()}
