"""Rules on programmes: models keep to their fields and frameworks, points to their thresholds, targets to their percentages."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.addresses import BRANCHES
from newsroom.branch import Branch, RegisteredModel
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.programme import Framework, Programme
from newsroom.rules.figures import compare_percent
from newsroom.rules.nearest import nearest
from newsroom.vietnamese import format_number
from newsroom.vocabulary import ModelState


def models_fit_their_programme(library: Library) -> Iterator[Problem]:
    """A model names a field and a framework of its programme, and its points allow its state."""
    for branch in library.branches:
        for number, model in enumerate(branch.models):
            programme = library.entities.programme_by_slug.get(model.programme)
            if programme:
                yield from _names_fit(library, branch, number, model, programme)


def _names_fit(
    library: Library, branch: Branch, number: int, model: RegisteredModel, programme: Programme
) -> Iterator[Problem]:
    uri = branch.source_file.uri
    fields, frameworks = [one.id for one in programme.fields], [one.id for one in programme.frameworks]
    for key, told, known in (("field", model.field, fields), ("framework", model.framework, frameworks)):
        if told and told not in known:
            message = f"{programme.name} không khai báo “{told}”"
            cure = nearest(told, known, f"mã đang có: {', '.join(known) or 'chưa có'}")
            yield library.problem(uri, Code.UNKNOWN_FRAMEWORK, message, cure, "models", number, key)
    framework = programme.framework(model.framework)
    if framework and model.points is not None:
        yield from _points_fit(library, uri, number, model, framework)


def _points_fit(
    library: Library, uri: str, number: int, model: RegisteredModel, framework: Framework
) -> Iterator[Problem]:
    points, most = model.points or 0, sum(group.points or 0 for group in framework.groups)
    place = ("models", number, "points")
    if most and points > most:
        message = f"{format_number(points)} điểm, hơn tối đa {format_number(most)} của khung “{framework.name}”"
        yield library.problem(uri, Code.POINTS_MISMATCH, message, "đối chiếu lại nguồn", *place)
    elif framework.threshold is not None and model.state is ModelState.RECOGNISED and points < framework.threshold:
        message = f"được công nhận với {format_number(points)} điểm, dưới ngưỡng {format_number(framework.threshold)}"
        yield library.problem(uri, Code.POINTS_MISMATCH, message, "sửa điểm hoặc năm công nhận", *place)


def frameworks_add_up(library: Library) -> Iterator[Problem]:
    """The points of criteria make those of their group; a threshold is within reach; targets agree with their results."""
    for programme in library.entities.programmes:
        uri = programme.source_file.uri
        for number, framework in enumerate(programme.frameworks):
            yield from _groups_add_up(library, uri, number, framework)
        for number, target in enumerate(programme.targets):
            if target.value and target.result is not None:
                true = target.result / target.value * 100
                yield from compare_percent(library, uri, ("targets", number, "percent"), target.percent, true)
        yield from _references_exist(library, programme)


def _groups_add_up(library: Library, uri: str, number: int, framework: Framework) -> Iterator[Problem]:
    for place, group in enumerate(framework.groups):
        points = [criterion.points for criterion in group.criteria]
        told = [point for point in points if point is not None]
        if group.points is not None and told and len(told) == len(points) and abs(sum(told) - group.points) > 1e-6:
            message = f"các tiêu chí cộng lại {format_number(sum(told))} điểm, nhóm ghi {format_number(group.points)}"
            field = ("frameworks", number, "groups", place, "points")
            yield library.problem(uri, Code.SUM_MISMATCH, message, "đối chiếu lại khung", *field)
    most = sum(group.points or 0 for group in framework.groups)
    if framework.threshold is not None and most and framework.threshold > most:
        message = f"ngưỡng {format_number(framework.threshold)} cao hơn tổng {format_number(most)} điểm của khung"
        yield library.problem(
            uri, Code.POINTS_MISMATCH, message, "sửa ngưỡng hoặc điểm", "frameworks", number, "threshold"
        )


def _references_exist(library: Library, programme: Programme) -> Iterator[Problem]:
    for number, target in enumerate(programme.targets):
        known = library.branch_by_slug
        if target.branch and target.branch not in known and f"{BRANCHES}{target.branch}.md" not in library.unreadable:
            cure = nearest(target.branch, list(known), "tạo hồ sơ bằng lệnh new.py hoặc bỏ dòng này")
            message = f"không có hồ sơ docs/chi-bo/{target.branch}.md"
            field = ("targets", number, "branch")
            yield library.problem(programme.source_file.uri, Code.UNKNOWN_BRANCH, message, cure, *field)
