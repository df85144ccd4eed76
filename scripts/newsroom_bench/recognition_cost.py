"""What recognising citations and names costs of a clean build: its parts timed from outside, in one process."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Final
from unittest.mock import patch

from newsroom.circumstances import JOBS
from newsroom_bench import builds
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.cost import NOW
from newsroom_bench.layout import lay_out

_PARTS: Final = {
    "viện dẫn trong tệp": "newsroom.reading._placed",
    "viện dẫn trong bài đã chuyển": "newsroom.converting.citations_in",
    "viện dẫn đối chiếu danh mục": "newsroom.proof.check_citations",
    "tên trong bài": "newsroom.proof.recognise_names",
    "liên kết viện dẫn": "newsroom.render.edition.Edition.linked",
    "liên kết tên": "newsroom.render.edition.Edition.named",
}
"""What is timed, by what it does. None of these calls another."""


@dataclass
class Part:
    """What one part took, in seconds of CPU."""

    name: str
    seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.name:32} {self.seconds:8.2f}"

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time added up."""

        def call(*arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds += time.process_time() - started

        return call


@dataclass
class Share:
    """What recognition takes of a clean build of `articles`; `build` in seconds of CPU."""

    articles: int
    build: float
    parts: list[Part] = field(default_factory=list)

    @property
    def whole(self) -> float:
        """Its share."""
        return sum(part.seconds for part in self.parts) / self.build


def measure_recognition(root: Path, corpus: Sequence[CorpusArticle], articles: int) -> Share:
    """Build an archive of that many articles from nothing, in this process alone."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        count = len(lay_out(root, Path(folder), corpus, articles))
        stack.enter_context(patch.dict(os.environ, {JOBS: "1"}))
        parts = [Part(name) for name in _PARTS]
        for part, target in zip(parts, _PARTS.values(), strict=True):
            stack.enter_context(patch(target, part.timed(resolve_name(target))))
        started = time.process_time()
        builds.build(Path(folder) / "project", NOW)
        return Share(count, time.process_time() - started, parts)
