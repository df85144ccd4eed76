"""Rules on units: what they name exists, succession has a direction, and no address stands for two of one name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsroom.addresses import UNITS
from newsroom.codes import Code
from newsroom.grouping import group_by
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.rules.nearest import nearest
from newsroom.unit import Unit
from newsroom.vietnamese import slugify


def units_are_known(library: Library) -> Iterator[Problem]:
    """Every unit that a unit or profile names has a page."""
    for unit in library.entities.lineage.units:
        uri = unit.source_file.uri
        for number, belonging in enumerate(unit.within):
            yield from _is_known(library, uri, belonging.unit, "within", number, "unit")
        for number, slug in enumerate(unit.ended.successors if unit.ended else ()):
            yield from _is_known(library, uri, slug, "ended", "successors", number)
    for branch in library.branches:
        if branch.place and branch.place.unit:
            yield from _is_known(library, branch.source_file.uri, branch.place.unit, "place", "unit")


def _is_known(library: Library, uri: str, slug: str, *field: str | int) -> Iterator[Problem]:
    known = library.entities.lineage.by_slug
    if slug in known or f"{UNITS}{slug}.md" in library.unreadable:
        return
    cure = nearest(slug, list(known), "tạo trang bằng lệnh new.py don-vi hoặc bỏ dòng này")
    yield library.problem(uri, Code.UNKNOWN_UNIT, f"không có trang docs/don-vi/{slug}.md", cure, *field)


def succession_goes_on(library: Library) -> Iterator[Problem]:
    """No unit comes after itself or lies within itself, and none is succeeded by one that began later."""
    lineage = library.entities.lineage
    for unit in lineage.units:
        uri = unit.source_file.uri
        if _comes_back(unit, lineage.successors_of):
            message, cure = f"“{unit.name}” kế tiếp chính mình qua các đơn vị khác", "sửa successors của một đơn vị"
            yield library.problem(uri, Code.SUCCESSION_CYCLE, message, cure, "ended", "successors")
        if _comes_back(unit, lambda one: (lineage.by_slug[b.unit] for b in one.within if b.unit in lineage.by_slug)):
            message, cure = f"“{unit.name}” thuộc chính mình qua các đơn vị khác", "sửa within của một đơn vị"
            yield library.problem(uri, Code.SUCCESSION_CYCLE, message, cure, "within")
        for number, successor in enumerate(lineage.successors_of(unit)):
            if unit.ended and successor.founded and successor.founded.first_day > unit.ended.date:
                message = f"“{successor.name}” có từ {successor.founded}, sau ngày đơn vị này kết thúc"
                field = ("ended", "successors", number)
                yield library.problem(uri, Code.ORDER_OF_TIME, message, "sửa date hoặc founded", *field)


def _comes_back(unit: Unit, steps: Callable[[Unit], Iterable[Unit]]) -> bool:
    seen: set[str] = set()
    ahead = list(steps(unit))
    while ahead:
        one = ahead.pop()
        if one is unit:
            return True
        if one.slug not in seen:
            seen.add(one.slug)
            ahead.extend(steps(one))
    return False


def unit_names_are_told_apart(library: Library) -> Iterator[Problem]:
    """Units whose names are the same without marks have their official codes in their addresses: xã Hùng Hòa, xã Hùng Hoà."""
    for units in group_by(library.entities.lineage.units, lambda unit: slugify(unit.name)).values():
        for unit in units if len(units) > 1 else ():
            if not unit.code or not unit.slug.endswith(f"-{unit.code}"):
                other = next(one for one in units if one is not unit)
                code = unit.code or "MÃ"
                message = f"tên “{unit.name}” trùng với “{other.name}” khi bỏ dấu"
                cure = f"khai báo code, rồi đổi tên tệp thành {slugify(unit.name)}-{code}.md"
                yield library.problem(unit.source_file.uri, Code.SAME_UNIT_NAME, message, cure, "name")
