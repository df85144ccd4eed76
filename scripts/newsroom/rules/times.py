"""Rules on time: what ends does not end before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem


def periods_run_forward(library: Library) -> Iterator[Problem]:
    """A term ends after it began; a model is recognised after it was registered."""
    for branch in library.branches:
        term = branch.term
        if term and term.from_ and term.to and term.to.is_before(term.from_):
            yield library.problem(
                branch.source_file.uri,
                Code.ORDER_OF_TIME,
                "nhiệm kỳ kết thúc trước khi bắt đầu",
                "sửa from hoặc to",
                "term",
                "to",
            )
        for number, model in enumerate(branch.models):
            if model.registered and model.recognised and model.recognised < model.registered:
                message = f"mô hình được công nhận năm {model.recognised}, trước khi đăng ký năm {model.registered}"
                yield library.problem(
                    branch.source_file.uri,
                    Code.ORDER_OF_TIME,
                    message,
                    "sửa một trong hai năm",
                    "models",
                    number,
                    "recognised",
                )
