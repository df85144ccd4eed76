"""What a build is told from outside besides its content: what "now" is, how many jobs, which public address."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.dates import parse_moment
from newsroom.vietnamese import VIETNAM_TIME

NOW: Final = "NEWSROOM_NOW"
JOBS: Final = "NEWSROOM_JOBS"
SITE_URL: Final = "NEWSROOM_SITE_URL"
EPOCH: Final = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`now` on a Vietnamese clock; `site_url` overrides the one in mkdocs.yml."""

    now: dt.datetime
    jobs: int
    site_url: str | None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Circumstances:
        """Read NEWSROOM_NOW (else SOURCE_DATE_EPOCH, else the clock), NEWSROOM_JOBS, NEWSROOM_SITE_URL.

        Raises ValueError for a value that cannot be read.
        """
        jobs = int(environment.get(JOBS) or os.cpu_count() or 1)
        if jobs < 1:
            raise ValueError(f"{JOBS} must be at least 1")
        return cls(_now(environment), jobs, environment.get(SITE_URL) or None)


def _now(environment: Mapping[str, str]) -> dt.datetime:
    if text := environment.get(NOW):
        return parse_moment(text)
    if seconds := environment.get(EPOCH):
        return dt.datetime.fromtimestamp(int(seconds), VIETNAM_TIME)
    return dt.datetime.now(VIETNAM_TIME)
