"""The law: after any sequence of changes the incremental build equals a clean build and the reference, byte for byte.

A walk makes random changes to a small site, builds it in place after each, and now and then builds the same sources
anew beside it. The seed decides everything, the moment of every kill included.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final
from unittest.mock import patch

from newsroom_bench.changes import CHANGES
from newsroom_bench.small_site import SmallSite

COMPARED_EVERY: Final = 4
"""Steps from one comparison to the next."""
REFERENCE_EVERY: Final = 16
"""Steps from one comparison with the reference to the next."""
_ARTICLES: Final = 6
_LONG_EVERY: Final = 4
"""One seed in so many has an archive that is long enough for second pages of listings, and shares work with workers."""
_LONG: Final = 48
_FORKING: Final = 20
"""Items that a long walk shares with workers; whole sites begin at more."""


class Comparison(Enum):
    """What a site was compared with after a step."""

    NONE = "none"
    CLEAN = "clean"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that held. `kills` counts the builds that were killed in it."""

    number: int
    change: str
    compared: Comparison
    kills: int


@dataclass(eq=False)
class Broken(Exception):
    """The law does not hold: `files` differ after the step, or the build failed with `error`. `changes` led there."""

    seed: int
    step: int
    compared: Comparison
    changes: tuple[str, ...]
    files: tuple[str, ...] = ()
    error: str = ""

    def __str__(self) -> str:
        what = self.error or ", ".join(self.files[:5])
        return f"seed {self.seed}, step {self.step} ({self.compared.value}): {what}; after {', '.join(self.changes)}"


def prove(root: Path, seed: int, steps: int) -> Iterator[Step]:
    """Walk `steps` steps in the folder `root`, which must not exist; the last step is compared with the reference.

    Raises Broken at the first step after which the site is not what a clean build or the reference makes of its sources.
    """
    chance = random.Random(seed)
    is_long = seed % _LONG_EVERY == _LONG_EVERY - 1
    changes: list[str] = []
    with _shared(is_long):
        site = SmallSite.create(root / "project", chance, _LONG if is_long else _ARTICLES)
        for number in range(steps + 1):
            change = chance.choices(list(CHANGES), list(CHANGES.values()))[0] if number else start
            changes.append(change.__name__)
            compared, kills = _comparison(number, steps), site.kills
            try:
                change(site)
                site.build()
                files = _difference(site, root / "twin", compared)
            except Exception as error:
                raise Broken(seed, number, compared, tuple(changes), error=repr(error)) from error
            if files:
                raise Broken(seed, number, compared, tuple(changes), tuple(files))
            if number:
                yield Step(number, change.__name__, compared, site.kills - kills)


def start(site: SmallSite) -> None:
    """No change: the first build of a walk."""


def _shared(is_long: bool) -> AbstractContextManager[object]:
    return patch("newsroom.workers.WORTH_FORKING", _FORKING) if is_long else nullcontext()


def _comparison(number: int, steps: int) -> Comparison:
    if number == steps or (number and number % REFERENCE_EVERY == 0):
        return Comparison.REFERENCE
    return Comparison.CLEAN if number and number % COMPARED_EVERY == 0 else Comparison.NONE


def _difference(site: SmallSite, twin: Path, compared: Comparison) -> list[str]:
    if compared is Comparison.NONE:
        return []
    return site.difference(twin, reference=compared is Comparison.REFERENCE)
