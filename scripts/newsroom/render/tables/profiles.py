"""Profiles as open data: a table of organisations, and one of every dated figure. Small cells are left out as on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.branch import Branch, Membership
from newsroom.digests import digest, together
from newsroom.library import Library
from newsroom.render.edition import Edition
from newsroom.render.tables.table import Column, Form, Part, Row, Table
from newsroom.subtraction import telltales_of

_COLUMNS = (
    Column("id", "Mã hồ sơ, không bao giờ đổi", is_known=True),
    Column("url", "Địa chỉ hồ sơ", Form.ADDRESS, is_known=True),
    Column("name", "Tên tổ chức đảng, đúng từng chữ", is_known=True),
    Column("level", "Cấp", is_known=True),
    Column("kind", "Loại hình", is_known=True),
    Column("state", "Tình trạng", is_known=True),
    Column("parent", "Mã hồ sơ cấp trên trực tiếp"),
    Column("place", "Địa bàn, theo tên khi đó"),
    Column("unit", "Mã đơn vị hành chính trên trang này"),
    Column("programmes", "Mã các chương trình tham gia", Form.LIST, is_known=True),
    Column("sources", "Nguồn", Form.LIST, is_known=True),
)
_FIGURE_COLUMNS = (
    Column("id", "Mã hồ sơ", is_known=True),
    Column("name", "Tên tổ chức đảng", is_known=True),
    Column("group", "Nhóm số liệu", is_known=True),
    Column("figure", "Tên con số", is_known=True),
    Column("time", "Thời điểm hoặc kỳ, như nguồn cho biết"),
    Column("unit", "Đơn vị tính; lượt và người là hai đơn vị khác nhau", is_known=True),
    Column("target", "Mức đề ra", Form.NUMBER),
    Column("value", "Kết quả", Form.NUMBER),
    Column("note", "Ghi chú"),
    Column("source", "Nguồn", is_known=True),
)
_Figure = tuple[str, str, str, str, float | None, float | None, str, str]
"""Group, figure, time, unit, target, value, note, source id."""


def profile_table(edition: Edition) -> Table:
    """The table of organisations, in the order of their names."""
    branches = edition.library.branches
    inputs = together(map(edition.drawn, branches))
    about = "Chi bộ, đảng bộ có hồ sơ: tên, cấp, loại hình, tình trạng, trực thuộc, địa bàn."
    part = Part("", inputs, len(branches), partial(_rows, edition.library))
    return Table("ho-so", "Hồ sơ chi bộ", about, _COLUMNS, (part,))


def _rows(library: Library) -> list[Row]:
    return [
        (
            branch.slug,
            library.settings.absolute(branch.url),
            branch.name,
            branch.level.label,
            branch.kind.label,
            branch.state.label,
            branch.parent or None,
            branch.place.name if branch.place else None,
            (branch.place.unit if branch.place else "") or None,
            branch.programmes,
            tuple(entry.name for entry in branch.sources),
        )
        for branch in library.branches
    ]


def figure_table(edition: Edition) -> Table:
    """The table of dated figures: members, admissions, indicators, funds, adoption, models."""
    branches = edition.library.branches
    inputs = digest(together(map(edition.drawn, branches)))
    count = sum(1 for branch in branches for _ in _figures(edition.library, branch))
    about = "Mọi con số có thời điểm và nguồn trong các hồ sơ. Ô quá nhỏ không có ở đây, cũng như trên trang."
    part = Part("", inputs, count, partial(_figure_rows, edition.library))
    return Table("so-lieu-ho-so", "Số liệu trong hồ sơ", about, _FIGURE_COLUMNS, (part,))


def _figure_rows(library: Library) -> list[Row]:
    return [_row(branch, figure) for branch in library.branches for figure in _figures(library, branch)]


def _row(branch: Branch, figure: _Figure) -> Row:
    group, name, time, unit, target, value, note, source_id = figure
    source = branch.source_of(source_id)
    told = f"{source.name}, “{source.title}”" if source and source.title else source.name if source else source_id
    return branch.slug, branch.name, group, name, time or None, unit, target, value, note or None, told


def _figures(library: Library, branch: Branch) -> Iterator[_Figure]:
    yield from _membership(library, branch)
    yield from _admissions(branch)
    yield from _indicators(branch)
    yield from _funds(branch)
    for used in branch.digital:
        yield "chuyển đổi số", used.app, used.as_of.iso, "%", None, used.percent, used.note, used.source


def _membership(library: Library, branch: Branch) -> Iterator[_Figure]:
    for count, name, number in _members(library, branch):
        yield "đảng viên", name, count.as_of.iso, "người", None, number, count.note, count.source


def _admissions(branch: Branch) -> Iterator[_Figure]:
    for one in branch.admissions:
        yield "kết nạp", "kết nạp", one.period, "người", one.target, one.admitted, one.note, one.source
        if one.percent_of_target is not None:
            yield "kết nạp", "đạt chỉ tiêu", one.period, "%", None, one.percent_of_target, one.note, one.source


def _indicators(branch: Branch) -> Iterator[_Figure]:
    for one in branch.indicators:
        if one.target is not None or one.result is not None:
            yield "chỉ tiêu", one.name, one.period, one.unit, one.target, one.result, one.note, one.source
        if one.percent_of_target is not None:
            percent = one.percent_of_target
            yield "chỉ tiêu", f"{one.name}: đạt", one.period, "%", None, percent, one.note, one.source


def _funds(branch: Branch) -> Iterator[_Figure]:
    for fund in branch.funds:
        counts = (("số tiền", "đồng", fund.amount), ("lượt", "lượt", fund.grants), ("người", "người", fund.people))
        for name, unit, amount in counts:
            if amount is not None:
                yield "quỹ", f"{fund.name}: {name}", fund.period, unit, None, amount, fund.note, fund.source


def _members(library: Library, branch: Branch) -> Iterator[tuple[Membership, str, int]]:
    """The counts that may be public."""
    hidden = telltales_of(library, branch)
    for place, count in enumerate(branch.membership):
        yield count, "tổng số", count.total
        for name, number in (("chính thức", count.official), ("dự bị", count.probationary)):
            if number is not None:
                yield count, name, number
        for name, number in count.parts:
            if count.may_show(number) and (place, name) not in hidden:
                yield count, name, number
