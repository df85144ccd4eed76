"""Fuzzing: whatever is written as front matter and Markdown is refused cleanly or gives clean HTML, within its time.

`NEWSROOM_FUZZ=20000` writes so many documents for each test instead of the few of an ordinary run.
"""

from __future__ import annotations

import os
import re
import time
from typing import Final

import pytest
from conftest import MINIMAL_CONFIG, ROOT, Project, make_project
from hostile.case import FRONT
from hostile.corpus import HOSTILE, LEGITIMATE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_library import proof_of

from newsroom.body.sanitising import difference
from newsroom.letters import CONTROL
from newsroom.problem import Severity
from newsroom.proof import Proof
from newsroom.render.articles import article_blocks
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.render.tables import tables_of
from newsroom.render.whole import page_plans
from newsroom.search import index_parts
from newsroom.search.abbreviations import read_abbreviations
from newsroom.sheets import file_plans

ENVIRONMENT: Final = make_environment(ROOT / "overrides/newsroom")
SHORT: Final = read_abbreviations(ROOT / "overrides/newsroom")

_COUNT: Final = int(os.environ.get("NEWSROOM_FUZZ", "120"))
_FUZZ: Final = settings(
    max_examples=_COUNT,
    deadline=None,
    derandomize="NEWSROOM_FUZZ" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
_LONGEST: Final = 5.0
"""Seconds of processor time for one document, from bytes to HTML."""
_ALARMING: Final = re.compile(
    r"<(?:script|style|iframe|object|embed|svg|math|form|base|meta|link)\b|\son\w+=|javascript:|srcdoc", re.IGNORECASE
)
_PIECES: Final = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "- ",
            "1. ",
            "> ",
            "    ",
            "\t",
            "\n",
            "\n\n",
            "  \n",
            "***",
            "**",
            "*",
            "_",
            "__",
            "`",
            "```\n",
            "~~~",
            "|",
            "--|--\n",
        ),
        *(
            "[",
            "]",
            "(",
            ")",
            "](",
            "][",
            "![",
            "[^1]",
            "[^1]: ",
            "[a]: ",
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "<!",
            "<?",
            "&",
            "&#",
            "&lt;",
            "&#106;",
        ),
        *(
            "!!! note",
            "??? tip",
            ":   ",
            "*[HTX]: ",
            "\\",
            "{",
            "}",
            "{: ",
            "#__config",
            ".md-overlay",
            "onclick=",
            "--8<-- ",
            "/// html",
            "\x02",
            "\x03",
        ),
        *(
            "script",
            "img src=x onerror=alert(1)",
            "svg/onload=1",
            "javascript:alert(1)",
            "data:text/html,",
            "https://la.example",
            "mailto:a@b.vn",
            "tel:113",
        ),
        *(
            "klzzwxh:0000",
            "wzxhzdk:0",
            "Chi bộ",
            "họp",
            "0912345678",
            "nhà cái uy tín",
            "\u200b",
            "\u202e",
            "е",
            "\ud7ff",
            "\U0001f469\u200d\U0001f33e",
            "\u0301",
        ),
    ]
)
_MARKDOWN: Final = st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=60).map("".join)
_VALUE: Final = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            '"<script>"',
            "[a, b]",
            "{a: b}",
            "&a x",
            "*a",
            "!!python/name:x",
            "2026-02-30",
            "no",
            "~",
            "|\n  x",
            "'",
            '"',
            "../../x",
            "[[[[",
            "%",
        ]
    ),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_project(tmp_path_factory.mktemp("fuzz") / "project", MINIMAL_CONFIG)


def hold(project: Project, data: bytes) -> None:
    """The property: refused with a line, or published as clean HTML; in time; never a fault of ours."""
    project.write("docs/tin-tuc/2026/01/bai.md", data)
    begun = time.process_time()
    proof = proof_of(project)
    assert time.process_time() - begun < _LONGEST
    assert all(problem.line >= 1 and problem.column >= 1 for problem in proof.problems)
    assert not any(CONTROL.search(str(problem)) for problem in proof.problems)
    if any(problem.severity is Severity.ERROR for problem in proof.problems):
        return
    html = proof.ledger.body("tin-tuc/2026/01/bai.md").html
    assert difference(html) == ""
    assert not _ALARMING.search(re.sub(r">[^<]*<", "><", html))
    for body in bodies_of_pages(proof):
        assert not _ALARMING.search(re.sub(r">[^<]*<", "><", body))
    assert time.process_time() - begun < _LONGEST


def bodies_of_pages(proof: Proof) -> list[str]:
    """The HTML of every page, all feeds, maps and the search index drawn besides."""
    edition = Edition(
        proof.library, proof.citations, proof.names, proof.entries, proof.ledger, ENVIRONMENT, proof.attachments
    )
    tables = tables_of(edition)
    others = list(page_plans(edition, tables))
    plans = [*others, *(plan for block in article_blocks(edition) for plan in block.plans())]
    files = [
        *file_plans(edition, tables, [plan.url for plan in others]),
        *(plan for part in index_parts(edition, SHORT) for plan in part.plans()),
    ]
    assert all(file.draw() is not None for file in files)
    return [plan.draw().body for plan in plans if plan.url.startswith("tin-tuc/")]


def document(front: dict[str, str], text: str) -> bytes:
    """A file with this front matter and text."""
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\n{text}".encode("utf-8", "replace")


@_FUZZ
@given(text=_MARKDOWN)
def test_any_markdown_is_refused_or_clean(project: Project, text: str) -> None:
    hold(project, document(FRONT, text))


@_FUZZ
@given(
    fields=st.dictionaries(
        st.sampled_from([*FRONT, "tags", "source", "image", "aliases", "kicker", "<<", "x y"]), _VALUE, max_size=5
    )
)
def test_any_front_matter_is_refused_or_clean(project: Project, fields: dict[str, str]) -> None:
    hold(project, document({**FRONT, **fields}, "Chữ.\n"))


@_FUZZ
@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused_or_clean(project: Project, data: bytes) -> None:
    hold(project, data)


_SEEDS: Final = [case.data for cases in HOSTILE.values() for case in cases if len(case.data) < 4000] + [
    case.data for case in LEGITIMATE
]


@_FUZZ
@given(
    first=st.sampled_from(_SEEDS), second=st.sampled_from(_SEEDS), cut=st.integers(0, 400), other=st.integers(0, 400)
)
def test_any_two_cases_spliced_are_refused_or_clean(
    project: Project, first: bytes, second: bytes, cut: int, other: int
) -> None:
    hold(project, first[:cut] + second[other:])
