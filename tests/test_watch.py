"""The watch: what takes too long or too much is stopped and told, and everything else goes on."""

from __future__ import annotations

import gc
import re
import resource
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MINIMAL_CONFIG, NOW, article_text, make_project

import newsroom.converting
from newsroom.codes import Code
from newsroom.dates import parse_moment
from newsroom.proof import proofread
from newsroom.settings import read_settings
from newsroom.watch import TooMuch, watched

_CATASTROPHE = (r"(a+)+$", "a" * 40 + "!")
"""An expression and a text over which it would take hours."""
_LONG = "\\" * 4900 + "\n\n" + "*a* **b** `c` [d](bai-1.md) & <https://vi-du.example>\n\n" * 1200
"""A body within every measure whose conversion takes half a second, where an honest one takes a few milliseconds."""


@pytest.fixture(autouse=True)
def no_collection() -> Iterator[None]:
    """As in a build. What other tests hang on the collector would swallow the alarm, and be told of."""
    gc.disable()
    yield
    gc.enable()


def test_an_alarm_that_is_swallowed_is_told_all_the_same() -> None:
    def swallow() -> None:
        try:
            while True:
                pass
        except TooMuch:
            pass

    with pytest.raises(TooMuch), watched(0.05):
        swallow()


def test_an_expression_that_never_ends_is_stopped() -> None:
    begun = time.process_time()
    with pytest.raises(TooMuch), watched(0.2):
        re.match(*_CATASTROPHE)
    assert time.process_time() - begun < 3


def test_work_that_fills_the_memory_is_stopped() -> None:
    with pytest.raises(TooMuch), watched():
        b"".join([b"x" * 64_000_000 for _ in range(40)])


def test_work_that_recurses_without_end_is_stopped() -> None:
    def deeper(level: int) -> int:
        return deeper(level + 1) + 1

    with pytest.raises(TooMuch), watched():
        deeper(0)


def test_after_the_watch_nothing_is_stopped_any_more() -> None:
    with watched(0.05):
        pass
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass


def test_the_watch_leaves_the_process_as_it_found_it() -> None:
    before = signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)
    with watched():
        assert signal.getitimer(signal.ITIMER_PROF)[1] > 0, "work that goes on is told once more"
        assert (signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)) != before
    assert (signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)) == before


def test_a_text_that_takes_too_long_is_told_and_the_others_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path / "project", MINIMAL_CONFIG)
    for number in range(6):
        body = _LONG if number == 3 else f"Chữ *nghiêng* [trang {number}](khong-co.md)"
        project.write(f"docs/tin-tuc/2026/01/bai-{number}.md", article_text(body=f"{body}\n"))
    monkeypatch.setattr(newsroom.converting, "SECONDS", 0.1)
    monkeypatch.setattr("newsroom.workers.WORTH_FORKING", 1)
    settings = read_settings(project.root / "mkdocs.yml")
    proof = proofread(project.root / "docs", settings, parse_moment(NOW), jobs=2)
    told = {problem.path[-8:-3]: problem.code for problem in proof.problems}
    assert told["bai-3"] is Code.TOO_COMPLEX
    assert [told[f"bai-{number}"] for number in (0, 1, 2, 4, 5)] == [Code.BROKEN_LINK] * 5
