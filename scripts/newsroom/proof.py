"""Proofreading: everything under `docs/` read, validated and converted once, with all its problems."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.body import Body, convert_all
from newsroom.library import Library, load_library
from newsroom.problem import Problem, sort_problems
from newsroom.rules import check_library
from newsroom.settings import Settings


@dataclass(frozen=True)
class Proof:
    """The library of what is valid, the converted bodies (by source path under docs/), and what is wrong."""

    library: Library
    bodies: Mapping[str, Body]
    problems: tuple[Problem, ...]


def proofread(docs: Path, settings: Settings, now: dt.datetime) -> Proof:
    """Read → validate → model → convert. Problems are sorted by place and complete: nothing stops at the first."""
    library, found = load_library(docs, settings, now)
    bodies = convert_all((*library.documents, *library.withheld), library)
    problems = [*found, *check_library(library), *(p for body in bodies.values() for p in body.problems)]
    return Proof(library, bodies, sort_problems(problems))
