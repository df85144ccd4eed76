"""Rules on time: what ends does not end before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem

_STEPS: Final = {
    "registered": "đăng ký",
    "appraised": "thẩm định",
    "recognised": "được công nhận",
    "declined": "kết luận không đạt",
}


def periods_run_forward(library: Library) -> Iterator[Problem]:
    """A term ends after it began."""
    for branch in library.branches:
        term = branch.term
        if term and term.from_ and term.to and term.to.is_before(term.from_):
            message = "nhiệm kỳ kết thúc trước khi bắt đầu"
            yield library.problem(branch.source_file.uri, Code.ORDER_OF_TIME, message, "sửa from hoặc to", "term", "to")


def models_go_forward(library: Library) -> Iterator[Problem]:
    """A model is registered, then appraised, then recognised or declined."""
    for branch in library.branches:
        for number, model in enumerate(branch.models):
            for (before, early), (after, late) in pairwise(model.steps):
                if late < early:
                    message = f"mô hình {_STEPS[after]} năm {late}, trước khi {_STEPS[before]} năm {early}"
                    field = ("models", number, after)
                    cure = "sửa một trong hai năm"
                    yield library.problem(branch.source_file.uri, Code.ORDER_OF_TIME, message, cure, *field)


def roles_run_forward(library: Library) -> Iterator[Problem]:
    """Nobody leaves a role before taking it."""
    for branch in library.branches:
        for block in ("committee", "officials"):
            for number, told in enumerate(getattr(branch, block)):
                if told.from_ and told.to and told.to.is_before(told.from_):
                    message = f"“{told.name}” thôi giữ chức trước khi giữ"
                    field = (block, number, "to")
                    cure = "sửa from hoặc to"
                    yield library.problem(branch.source_file.uri, Code.ORDER_OF_TIME, message, cure, *field)
