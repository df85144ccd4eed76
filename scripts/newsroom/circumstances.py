"""What a build is told from outside besides its content: what "now" is, how many jobs, which public address."""

from __future__ import annotations

import datetime as dt
import os
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
    def from_environment(cls) -> Circumstances:
        """Read NEWSROOM_NOW (else SOURCE_DATE_EPOCH, else the clock), NEWSROOM_JOBS, NEWSROOM_SITE_URL.

        Raises ValueError for a value that cannot be read.
        """
        return cls(_now(), _jobs(), os.environ.get(SITE_URL) or None)


def _jobs() -> int:
    jobs = os.environ.get(JOBS) or str(os.cpu_count() or 1)
    if not jobs.isdecimal() or int(jobs) < 1:
        raise ValueError(f"{JOBS} ghi “{jobs}”, phải là một số từ 1 trở lên")
    return int(jobs)


def _now() -> dt.datetime:
    if text := os.environ.get(NOW):
        try:
            return parse_moment(text)
        except ValueError:
            raise ValueError(f"{NOW} ghi “{text}”, viết như 2026-11-22 08:00") from None
    if seconds := os.environ.get(EPOCH):
        try:
            return dt.datetime.fromtimestamp(int(seconds), VIETNAM_TIME)
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"{EPOCH} ghi “{seconds}”, phải là số giây từ đầu năm 1970") from None
    return dt.datetime.now(VIETNAM_TIME)
