"""Rules on figures: sums add up, percentages agree with their numbers, small groups stay unseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.branch import Admission, Branch, Indicator, Membership
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.vietnamese import format_number

_TOLERANCE: Final = 0.5
"""How many percentage points a stated percentage may differ from result over target."""


def membership_adds_up(library: Library) -> Iterator[Problem]:
    """Official and probationary members make the total; no part exceeds it."""
    for branch in library.branches:
        for number, count in enumerate(branch.membership):
            yield from _check_sum(library, branch, number, count)


def _check_sum(library: Library, branch: Branch, number: int, count: Membership) -> Iterator[Problem]:
    uri = branch.source_file.uri
    if (
        count.official is not None
        and count.probationary is not None
        and count.official + count.probationary != count.total
    ):
        total = count.official + count.probationary
        message = f"{count.official} chính thức + {count.probationary} dự bị = {total}, khác tổng {count.total}"
        yield library.problem(
            uri, Code.SUM_MISMATCH, message, "đối chiếu lại nguồn rồi sửa số sai", "membership", number, "total"
        )
    parts = [
        ("official", count.official),
        ("probationary", count.probationary),
        ("women", count.women),
        ("minorities", sum(minority.count for minority in count.minorities)),
    ]
    for field, part in parts:
        if part is not None and part > count.total:
            message = f"{part} lớn hơn tổng số {count.total}"
            yield library.problem(
                uri, Code.SUM_MISMATCH, message, "đối chiếu lại nguồn rồi sửa số sai", "membership", number, field
            )


def percentages_agree(library: Library) -> Iterator[Problem]:
    """A stated percentage is result over target, within half a point."""
    for branch in library.branches:
        for number, indicator in enumerate(branch.indicators):
            yield from _check_percent(library, branch, number, indicator)
        for number, admission in enumerate(branch.admissions):
            yield from _check_admission(library, branch, number, admission)


def _check_admission(library: Library, branch: Branch, number: int, admission: Admission) -> Iterator[Problem]:
    if not admission.target or admission.admitted is None:
        return
    true = admission.admitted / admission.target * 100
    over = admission.over_target_percent
    yield from compare_percent(
        library, branch.source_file.uri, ("admissions", number, "result_percent"), admission.result_percent, true
    )
    yield from compare_percent(
        library, branch.source_file.uri, ("admissions", number, "over_target_percent"), over, true - 100
    )


def _check_percent(library: Library, branch: Branch, number: int, indicator: Indicator) -> Iterator[Problem]:
    if indicator.target and indicator.result is not None and not indicator.lower_is_better:
        true = indicator.result / indicator.target * 100
        yield from compare_percent(
            library, branch.source_file.uri, ("indicators", number, "percent"), indicator.percent, true
        )


def compare_percent(
    library: Library, uri: str, field: tuple[str | int, ...], stated: float | None, true: float
) -> Iterator[Problem]:
    """A stated percentage against the true one."""
    if stated is not None and abs(stated - true) > _TOLERANCE:
        message = f"ghi {format_number(stated)}% nhưng kết quả chia chỉ tiêu được {format_number(round(true, 2))}%"
        yield library.problem(uri, Code.PERCENT_MISMATCH, message, "sửa tỷ lệ hoặc sửa số", *field)


def small_cells_are_hidden(library: Library) -> Iterator[Problem]:
    """A breakdown of a small group is never printed; the editor is told."""
    for branch in library.branches:
        for number, count in enumerate(branch.membership):
            cells = [("women", count.women)] + [("minorities", minority.count) for minority in count.minorities]
            for field, cell in cells:
                if cell is not None and not count.may_show(cell):
                    message = f"ô số liệu {cell} trên tổng {count.total} đảng viên là quá nhỏ, sẽ không in ra trang"
                    cure = "bỏ con số này khỏi tệp"
                    yield library.problem(
                        branch.source_file.uri, Code.SMALL_CELL, message, cure, "membership", number, field
                    )


def estimates_are_explained(library: Library) -> Iterator[Problem]:
    """An estimated date says how it was estimated."""
    for branch in library.branches:
        for number, count in enumerate(branch.membership):
            if count.estimated and not count.note:
                cure = "thêm note: vì sao ước như vậy"
                message = "mốc “tính đến” là ước lượng mà không có ghi chú"
                yield library.problem(
                    branch.source_file.uri, Code.NO_ESTIMATE_NOTE, message, cure, "membership", number, "estimated"
                )
