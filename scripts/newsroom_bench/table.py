"""The table of figures: for people as Markdown, for programs as JSON."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom_bench.cost import Cost

_HEADINGS: Final = ("", "articles", "CPU s", "wall s", "memory MB", "files written", "MB written", "runs")


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, on how many articles, and the cost of each run. Figures are medians, memory the most."""

    name: str
    articles: int
    costs: tuple[Cost, ...]

    @property
    def cpu(self) -> float:
        """Seconds."""
        return statistics.median(cost.cpu for cost in self.costs)

    @property
    def wall(self) -> float:
        """Seconds."""
        return statistics.median(cost.wall for cost in self.costs)

    @property
    def memory(self) -> float:
        """MB of the largest process of any run."""
        return max(cost.memory for cost in self.costs)

    @property
    def written(self) -> float:
        """Files."""
        return statistics.median(cost.written for cost in self.costs)

    @property
    def megabytes(self) -> float:
        """MB written."""
        return statistics.median(cost.bytes_written for cost in self.costs) / 1e6


def heading() -> str:
    """The first two lines of the table."""
    return f"| {' | '.join(_HEADINGS)} |\n|---{'|---:' * (len(_HEADINGS) - 1)}|"


def line(row: Row) -> str:
    """A line of the table."""
    figures = [f"{row.articles:,}", f"{row.cpu:.2f}", f"{row.wall:.2f}", f"{row.memory:.0f}"]
    return f"| {' | '.join([row.name, *figures, f'{row.written:.0f}', f'{row.megabytes:.2f}', str(len(row.costs))])} |"


def figures(sizes: Sequence[int], columns: Sequence[Mapping[str, float]]) -> Iterable[str]:
    """A table of figures by name, a column for each size of the archive."""
    yield f"|  | {' | '.join(f'{size:,}' for size in sizes)} |"
    yield f"|---|{'---:|' * len(sizes)}"
    for name in columns[0]:
        yield f"| {name} | {' | '.join(f'{column[name]:,.3f}' for column in columns)} |"


def ratios(rows: Sequence[Row], ours: str) -> Iterable[str]:
    """How much more CPU each other row took than the one named `ours`."""
    mine = next(row for row in rows if row.name == ours)
    for row in rows:
        if row is not mine:
            yield f"{row.name} / {ours}: {row.cpu / mine.cpu:.2f} × CPU, {row.memory / mine.memory:.2f} × memory"


def as_json(rows: Iterable[Row]) -> str:
    """The same figures for programs."""
    names = ("name", "articles", "cpu", "wall", "memory", "written", "megabytes")
    return json.dumps([{name: getattr(row, name) for name in names} for row in rows], indent=1) + "\n"
