"""Charts as inline SVG: no script, no outside file, readable by a screen reader, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from newsroom.vietnamese import format_number
from newsroom.vocabulary import Bound

_WIDTH: Final = 260
"""Units across, few: type is so many of them high, and is larger on a phone the fewer there are."""
_ROW: Final = 46
_GOAL: Final = 62
"""A row with two lines above its bar."""
_BAR: Final = 14
_TOP: Final = 22
_TREND: Final = 150
_MARGIN: Final = 34
"""Room at both ends of a line for what is written around its points."""
_NARROW: Final = 9
"""Letters that this room is wide enough for."""
_LETTER: Final = 8
"""A letter of a number, in bold."""
_AXIS: Final = 72
"""Room for what is written at the line of the target."""
_RIGHT: Final = 58
"""Room at the right end of a bar for its number."""
_LONGEST: Final = 38
"""Letters of a name above a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the chart: a name and a percentage of its target."""

    name: str
    percent: float


def percent_chart(bars: Sequence[Bar], title: str, chart_id: str) -> Markup:
    """Bars against a line at 100 % of the target. Empty for no bars; the same numbers must stand in a table beside it."""
    if not bars:
        return Markup("")
    most = max(100.0, *(bar.percent for bar in bars))
    scale = (_WIDTH - _RIGHT) / most
    height = _TOP + _ROW * len(bars)
    line = round(100 * scale, 1)
    spoken = "; ".join(f"{bar.name}: {format_number(bar.percent)}%" for bar in bars)
    rows = "".join(_row(bar, number, scale, line) for number, bar in enumerate(bars))
    return Markup(
        f'<svg class="nr-chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{chart_id}-t {chart_id}-d">'
        f'<title id="{chart_id}-t">{escape(title)}</title><desc id="{chart_id}-d">{escape(spoken)}</desc>'
        f'<text class="nr-chart__axis" x="{line}" y="12" text-anchor="{"end" if line > _AXIS else "start"}">chỉ tiêu 100%</text>'
        f"{rows}</svg>"
    )


def _row(bar: Bar, number: int, scale: float, line: float) -> str:
    top = _TOP + _ROW * number
    width = round(max(bar.percent, 0) * scale, 1)
    reached = "nr-chart__bar--reached" if bar.percent >= 100 else "nr-chart__bar--short"
    told = f"{format_number(bar.percent)}%"
    is_crossed = width < line < width + 7 + _LETTER * len(told)
    return (
        f'<text class="nr-chart__name" x="0" y="{top + 14}">{escape(_short(bar.name))}</text>'
        f'<rect class="nr-chart__bar {reached}" x="0" y="{top + 20}" width="{width}" height="{_BAR}" rx="2"/>'
        f'<line class="nr-chart__target" x1="{line}" y1="{top + 19}" x2="{line}" y2="{top + 37}"/>'
        f'<text class="nr-chart__value" x="{(line if is_crossed else width) + 5}" y="{top + 32}">{told}</text>'
    )


@dataclass(frozen=True, slots=True)
class Goalpost:
    """A row of a chart of targets: a year or name, the target and what kind of bound it is, the result if it is known."""

    name: str
    target: float
    result: float | None
    bound: Bound = Bound.EXACT

    @property
    def is_reached(self) -> bool:
        """Whether the result is as good as was aimed at."""
        if self.result is None:
            return False
        return self.result > self.target if self.bound is Bound.OVER else self.result >= self.target


class Wording(NamedTuple):
    """How target, result and the lack of a result are called."""

    target: str = "đề ra"
    result: str = "kết quả"
    unknown: str = "chưa có kết quả"


_AIMS: Final = Wording()


def target_chart(rows: Sequence[Goalpost], title: str, unit: str, chart_id: str, wording: Wording = _AIMS) -> Markup:
    """Results as bars inside frames as long as their targets, percentages on a scale of a hundred.

    Empty where no result is known: there is nothing to compare. A table with the numbers must stand beside it.
    """
    if all(row.result is None for row in rows):
        return Markup("")
    most = max(max(row.target, row.result or 0) for row in rows) or 1
    scale = (_WIDTH - _RIGHT) / (max(most, 100) if unit == "%" else most)
    suffix = "%" if unit == "%" else f" {unit}" if unit else ""
    told = [_told(row, suffix, wording) for row in rows]
    spoken = "; ".join(f"{row.name}: {', '.join(words)}" for row, words in zip(rows, told, strict=True))
    drawn = "".join(
        _goalpost(row, words, number, scale) for number, (row, words) in enumerate(zip(rows, told, strict=True))
    )
    return Markup(
        f'<svg class="nr-chart" viewBox="0 0 {_WIDTH} {_GOAL * len(rows)}" role="img" aria-labelledby="{chart_id}-t {chart_id}-d">'
        f'<title id="{chart_id}-t">{escape(title)}</title><desc id="{chart_id}-d">{escape(spoken)}</desc>{drawn}</svg>'
    )


def _told(row: Goalpost, suffix: str, wording: Wording) -> tuple[str, str]:
    bound = "" if row.bound is Bound.EXACT else f"{row.bound.label} "
    result = wording.unknown if row.result is None else f"{wording.result} {format_number(row.result)}{suffix}"
    return f"{wording.target} {bound}{format_number(row.target)}{suffix}", result


def _goalpost(row: Goalpost, words: tuple[str, str], number: int, scale: float) -> str:
    top = _GOAL * number
    frame = round(row.target * scale, 1)
    bar = ""
    if row.result is not None:
        reached = "nr-chart__bar--reached" if row.is_reached else "nr-chart__bar--short"
        width = round(max(row.result, 0) * scale, 1)
        bar = f'<rect class="nr-chart__bar {reached}" x="0" y="{top + 37}" width="{width}" height="{_BAR}" rx="2"/>'
    return (
        f'<text class="nr-chart__name" x="0" y="{top + 14}">{escape(_short(f"{row.name}: {words[0]}"))}</text>'
        f'<text class="nr-chart__name" x="0" y="{top + 30}">{escape(_short(words[1]))}</text>{bar}'
        f'<rect class="nr-chart__frame" x=".5" y="{top + 37.5}" width="{max(frame - 1, 1)}" height="{_BAR - 1}" rx="2"/>'
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a date; `place` is where on the axis of time, in years; `said` is the value in words where a number tells nothing."""

    name: str
    place: float
    value: float
    said: str = ""

    @property
    def told(self) -> str:
        """The value as it is written."""
        return self.said or format_number(self.value)


def trend_chart(points: Sequence[Point], title: str, chart_id: str) -> Markup:
    """A line through values at their dates. Empty for fewer than two; a table with the numbers must stand beside it."""
    if len(points) < 2:
        return Markup("")
    first, last = points[0].place, points[-1].place
    most = max(point.value for point in points) or 1
    along = [(round(_MARGIN + (p.place - first) / ((last - first) or 1) * (_WIDTH - 2 * _MARGIN), 1)) for p in points]
    high = [round(_TREND - 24 - point.value / most * (_TREND - 50), 1) for point in points]
    spoken = "; ".join(f"{point.name}: {point.told}" for point in points)
    line = " ".join(f"{x},{y}" for x, y in zip(along, high, strict=True))
    marks = "".join(
        f'<circle class="nr-chart__dot" cx="{x}" cy="{y}" r="4"/>'
        f'<text class="nr-chart__value" {_anchored(point.told, x)} y="{y - 9}">{escape(point.told)}</text>'
        f'<text class="nr-chart__axis" {_anchored(point.name, x)} y="{_TREND - 4}">{escape(point.name)}</text>'
        for point, x, y in zip(points, along, high, strict=True)
    )
    return Markup(
        f'<svg class="nr-trend nr-chart" viewBox="0 0 {_WIDTH} {_TREND}" role="img" aria-labelledby="{chart_id}-t {chart_id}-d">'
        f'<title id="{chart_id}-t">{escape(title)}</title><desc id="{chart_id}-d">{escape(spoken)}</desc>'
        f'<polyline class="nr-chart__line" points="{line}"/>{marks}</svg>'
    )


def _anchored(words: str, x: float) -> str:
    """Where words stand around a point: in the middle, but never over an edge."""
    if len(words) <= _NARROW or _MARGIN < x < _WIDTH - _MARGIN:
        return f'text-anchor="middle" x="{x}"'
    return 'text-anchor="start" x="2"' if x <= _MARGIN else f'text-anchor="end" x="{_WIDTH - 2}"'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
