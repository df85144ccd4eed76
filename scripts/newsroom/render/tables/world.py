"""Units, people and programmes as open data."""

from __future__ import annotations

from functools import partial

from newsroom.digests import digest, together
from newsroom.library import Library
from newsroom.progress import by_year, models_of
from newsroom.render.edition import Edition
from newsroom.render.tables.table import Column, Form, Part, Row, Table

_UNIT_COLUMNS = (
    Column("id", "Mã đơn vị trên trang này, không bao giờ đổi", is_known=True),
    Column("url", "Địa chỉ trang của đơn vị", Form.ADDRESS, is_known=True),
    Column("name", "Tên đúng từng chữ", is_known=True),
    Column("level", "Cấp", is_known=True),
    Column("code", "Mã chính thức; trống là nguồn không cho biết"),
    Column("also_known_as", "Tên khác", Form.LIST, is_known=True),
    Column("within", "Mã đơn vị cấp trên, đơn vị cuối là hiện nay", Form.LIST, is_known=True),
    Column("founded", "Có từ, như nguồn cho biết: năm, tháng hoặc ngày"),
    Column("ended", "Ngày tên không còn dùng", Form.DAY),
    Column("manner", "Cách kết thúc"),
    Column("basis", "Căn cứ của việc kết thúc"),
    Column("successors", "Mã các đơn vị kế tiếp ngay sau", Form.LIST, is_known=True),
    Column("predecessors", "Mã các đơn vị ngay trước", Form.LIST, is_known=True),
    Column("today", "Mã các đơn vị nay đứng ở đó", Form.LIST, is_known=True),
    Column("sources", "Nguồn", Form.LIST, is_known=True),
)
_PERSON_COLUMNS = (
    Column("id", "Mã người trên trang này", is_known=True),
    Column("url", "Địa chỉ trang của người", Form.ADDRESS, is_known=True),
    Column("name", "Họ tên", is_known=True),
    Column("role", "Chức trách công khai", is_known=True),
    Column("body", "Mã hồ sơ của tổ chức", is_known=True),
    Column("body_name", "Tên tổ chức", is_known=True),
    Column("as_of", "Thời điểm của nguồn: năm, tháng hoặc ngày", is_known=True),
    Column("from", "Giữ chức từ"),
    Column("to", "Thôi giữ chức"),
    Column("source", "Nguồn"),
)
_PROGRAMME_COLUMNS = (
    Column("id", "Mã chương trình, không bao giờ đổi", is_known=True),
    Column("url", "Địa chỉ trang của chương trình", Form.ADDRESS, is_known=True),
    Column("name", "Tên chương trình, phong trào", is_known=True),
    Column("year", "Năm của mục tiêu hoặc của các mô hình; trống là chưa rõ năm", Form.WHOLE),
    Column("kind", "Dòng này là “mục tiêu” hay “mô hình”", is_known=True),
    Column("figure", "Tên mục tiêu; với mô hình là trạng thái được đếm", is_known=True),
    Column("unit", "Đơn vị tính", is_known=True),
    Column("bound", "Mục tiêu bằng, từ, trên hay khoảng mức ấy"),
    Column("target", "Mức đề ra", Form.NUMBER),
    Column("result", "Kết quả", Form.NUMBER),
    Column("set_by", "Mã hồ sơ của tổ chức đề ra"),
    Column("source", "Nguồn"),
)


def unit_table(edition: Edition) -> Table:
    """The table of units, in the order of their names."""
    lineage = edition.library.entities.lineage
    units = lineage.units
    inputs = digest(together(map(edition.drawn, units)), list(map(lineage.has_ended, units)))
    about = "Đơn vị hành chính và cơ quan: tên từng thời kỳ, cấp trên, ngày và cách kết thúc, trước là gì, nay là đâu."
    return Table(
        "don-vi", "Đơn vị", about, _UNIT_COLUMNS, (Part("", inputs, len(units), partial(_unit_rows, edition.library)),)
    )


def _unit_rows(library: Library) -> list[Row]:
    lineage, absolute = library.entities.lineage, library.settings.absolute
    return [
        (
            unit.slug,
            absolute(unit.url),
            unit.name,
            unit.level.label,
            unit.code or None,
            unit.also_known_as,
            tuple(belonging.unit for belonging in unit.within),
            unit.founded.iso if unit.founded else None,
            unit.ended.date.isoformat() if unit.ended else None,
            unit.ended.manner.label if unit.ended else None,
            (unit.ended.basis if unit.ended else "") or None,
            tuple(other.slug for other in lineage.successors_of(unit)),
            tuple(other.slug for other in lineage.predecessors_of(unit)),
            tuple(other.slug for other in lineage.heirs_of(unit)),
            tuple(entry.name for entry in unit.sources),
        )
        for unit in lineage.units
    ]


def person_table(edition: Edition) -> Table:
    """The table of public roles, a row for each role."""
    rows = _person_rows(edition.library)
    about = "Chức trách công khai gom từ các hồ sơ: ai, ở đâu, thời điểm nào, theo nguồn nào. Không có thông tin riêng."
    return Table("nhan-su", "Nhân sự", about, _PERSON_COLUMNS, (Part("", digest(rows), len(rows), lambda: rows),))


def _person_rows(library: Library) -> list[Row]:
    return [
        (
            person.slug,
            library.settings.absolute(person.url),
            person.name,
            role.title,
            role.branch.slug,
            role.branch.name,
            role.as_of.iso,
            role.from_.iso if role.from_ else None,
            role.to.iso if role.to else None,
            role.source.name if role.source else None,
        )
        for person in library.entities.roster.people
        for role in person.roles
    ]


def programme_table(edition: Edition) -> Table:
    """The table of programmes: a row for each target of a year, and for each state of the models of a year."""
    rows = _programme_rows(edition.library)
    about = "Chương trình, phong trào: mục tiêu và kết quả từng năm; số mô hình đăng ký, thẩm định, công nhận từng năm."
    return Table(
        "chuong-trinh", "Chương trình", about, _PROGRAMME_COLUMNS, (Part("", digest(rows), len(rows), lambda: rows),)
    )


def _programme_rows(library: Library) -> list[Row]:
    rows: list[Row] = []
    for programme in library.entities.programmes:
        head = (programme.slug, library.settings.absolute(programme.url), programme.name)
        sources = {entry.id: entry.name for entry in programme.sources}
        for one in programme.targets:
            told = (one.name, one.unit, one.bound.label, one.value, one.result, one.branch or None)
            rows.append((*head, one.year, "mục tiêu", *told, sources.get(one.source)))
        for year in by_year(models_of(programme.slug, library.branches)):
            when = int(year.year) if year.year else None
            states = (
                ("đăng ký", year.registered),
                ("thẩm định", year.appraised),
                ("công nhận", year.recognised),
                ("không đạt", year.declined),
            )
            rows += [(*head, when, "mô hình", name, "mô hình", None, None, count, None, None) for name, count in states]
    return rows
