"""What the search index costs by itself: all its files drawn once more, from what a build has kept."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from newsroom.build import begin
from newsroom.circumstances import NOW
from newsroom.search_index import search_index_plans
from newsroom_bench import cost


def search_index_cpu(project: Path, site: Path) -> float:
    """CPU seconds of drawing every file of the index of a project that was built before, in this process alone."""
    os.environ[NOW] = cost.NOW
    build = begin(project / "mkdocs.yml", project / "docs", site, strict=False)
    try:
        before = resource.getrusage(resource.RUSAGE_SELF)
        for plan in search_index_plans(build.edition):
            plan.draw()
        after = resource.getrusage(resource.RUSAGE_SELF)
    finally:
        build.end()
        del os.environ[NOW]
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
