"""Charts as inline SVG: no script, no outside file, readable by a screen reader, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from newsroom.vietnamese import format_number

_WIDTH: Final = 320
_ROW: Final = 46
_BAR: Final = 14
_TOP: Final = 22
_RIGHT: Final = 58
"""Room at the right end of a bar for its number."""


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
    rows = "".join(_row(bar, number, scale) for number, bar in enumerate(bars))
    return Markup(
        f'<svg class="nr-chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{chart_id}-t {chart_id}-d">'
        f'<title id="{chart_id}-t">{escape(title)}</title><desc id="{chart_id}-d">{escape(spoken)}</desc>'
        f'<text class="nr-chart__axis" x="{line}" y="12" text-anchor="{"end" if line > 120 else "middle"}">chỉ tiêu 100%</text>'
        f'{rows}<line class="nr-chart__target" x1="{line}" y1="18" x2="{line}" y2="{height}"/></svg>'
    )


def _row(bar: Bar, number: int, scale: float) -> str:
    top = _TOP + _ROW * number
    width = round(max(bar.percent, 0) * scale, 1)
    reached = "nr-chart__bar--reached" if bar.percent >= 100 else "nr-chart__bar--short"
    return (
        f'<text class="nr-chart__name" x="0" y="{top + 14}">{escape(_short(bar.name))}</text>'
        f'<rect class="nr-chart__bar {reached}" x="0" y="{top + 20}" width="{width}" height="{_BAR}" rx="2"/>'
        f'<text class="nr-chart__value" x="{width + 5}" y="{top + 32}">{format_number(bar.percent)}%</text>'
    )


def _short(name: str, most: int = 44) -> str:
    return name if len(name) <= most else name[: most - 1].rsplit(" ", 1)[0] + "…"
