"""Tiny SVG tree: nodes, basic shapes, the shared palette and colour mixing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

WIDTH, HEIGHT = 1600, 900

# The six main colours and the tints derived from them.
RED, WINE, BLUSH = "#9b1c1f", "#741417", "#e6c0aa"
GOLD, STRAW, AMBER = "#d9a441", "#efd6a2", "#b98428"
GREEN, LEAF, MIST, PINE = "#5b8c5a", "#8fb487", "#cfdfc6", "#3d6647"
TEAL, LAKE, SKY, NIGHT = "#1f4e5f", "#6f9ca6", "#d5e4e1", "#163a47"
CREAM, SAND, PAPER, STONE = "#f6efe2", "#ebdfc8", "#fffaf0", "#bfb39d"
WOOD, WOOD_DARK, WOOD_LIGHT = "#a8744a", "#7d5434", "#cda173"
INK, HAIR, GREY = "#2b2b2b", "#2f2625", "#c3bdb2"
SKIN_LIGHT, SKIN_MID, SKIN_DARK = "#e9c09a", "#d8a47c", "#bb845c"

Point = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """One SVG element with its attributes and children."""

    tag: str
    attrs: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()

    def lines(self, depth: int = 0) -> Iterable[str]:
        """Yield the element as indented source lines."""
        pad = "  " * depth
        attrs = "".join(f" {name}={quoteattr(value)}" for name, value in self.attrs)
        if not self.children:
            yield f"{pad}<{self.tag}{attrs}/>"
            return
        yield f"{pad}<{self.tag}{attrs}>"
        for child in self.children:
            yield from child.lines(depth + 1)
        yield f"{pad}</{self.tag}>"


def num(value: float) -> str:
    """Format a number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.0", "0")


def node(tag: str, *children: Node, **attrs: str | float | None) -> Node:
    """Build an element; ``stroke_width`` becomes ``stroke-width``, None is dropped."""
    pairs = (
        (name.rstrip("_").replace("_", "-"), value if isinstance(value, str) else num(value))
        for name, value in attrs.items()
        if value is not None
    )
    return Node(tag, tuple(pairs), children)


def mix(first: str, second: str, share: float) -> str:
    """Blend two #rrggbb colours; ``share`` is the weight of the second."""
    channels = (round(int(first[i : i + 2], 16) * (1 - share) + int(second[i : i + 2], 16) * share) for i in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def darker(color: str, share: float = 0.16) -> str:
    """Return the flat shadow tone of a colour."""
    return mix(color, INK, share)


def lighter(color: str, share: float = 0.3) -> str:
    """Return the flat light tone of a colour."""
    return mix(color, PAPER, share)


def _alpha(opacity: float) -> str | None:
    return None if opacity >= 1 else f"{opacity:.2f}"


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, opacity: float = 1) -> Node:
    """Rectangle with optional rounded corners."""
    return node("rect", x=x, y=y, width=w, height=h, rx=r or None, fill=fill, opacity=_alpha(opacity))


def ellipse(cx: float, cy: float, rx: float, ry: float, fill: str, opacity: float = 1) -> Node:
    """Filled ellipse."""
    return node("ellipse", cx=cx, cy=cy, rx=rx, ry=ry, fill=fill, opacity=_alpha(opacity))


def circle(cx: float, cy: float, r: float, fill: str, opacity: float = 1) -> Node:
    """Filled circle."""
    return node("circle", cx=cx, cy=cy, r=r, fill=fill, opacity=_alpha(opacity))


def ring(cx: float, cy: float, r: float, stroke: str, width: float) -> Node:
    """Circle outline."""
    return node("circle", cx=cx, cy=cy, r=r, fill="none", stroke=stroke, stroke_width=width)


def path(d: str, fill: str, opacity: float = 1) -> Node:
    """Filled path."""
    return node("path", d=d, fill=fill, opacity=_alpha(opacity))


def poly(points: Iterable[Point], fill: str, opacity: float = 1) -> Node:
    """Filled polygon."""
    return node("polygon", points=_points(points), fill=fill, opacity=_alpha(opacity))


def stroke(d: str, color: str, width: float, cap: str = "round", opacity: float = 1) -> Node:
    """Unfilled path drawn with a thick line."""
    return node(
        "path",
        d=d,
        fill="none",
        stroke=color,
        stroke_width=width,
        stroke_linecap=cap,
        stroke_linejoin="round",
        opacity=_alpha(opacity),
    )


def line(points: Iterable[Point], color: str, width: float, cap: str = "round", opacity: float = 1) -> Node:
    """Thick polyline with round joints."""
    return node(
        "polyline",
        points=_points(points),
        fill="none",
        stroke=color,
        stroke_width=width,
        stroke_linecap=cap,
        stroke_linejoin="round",
        opacity=_alpha(opacity),
    )


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{num(x)},{num(y)}" for x, y in points)


def group(
    *children: Node,
    at: Point = (0, 0),
    scale: float = 1,
    flip: bool = False,
    turn: float = 0,
    name: str | None = None,
    opacity: float = 1,
    clip: str | None = None,
) -> Node:
    """Group moved to ``at``, then turned (degrees), scaled and mirrored if asked."""
    steps = [f"translate({num(at[0])} {num(at[1])})"] if at != (0, 0) else []
    if turn:
        steps.append(f"rotate({num(turn)})")
    if scale != 1 or flip:
        steps.append(f"scale({-scale:.3g} {scale:.3g})" if flip else f"scale({scale:.3g})")
    return node(
        "g",
        *children,
        id=name,
        transform=" ".join(steps) or None,
        opacity=_alpha(opacity),
        clip_path=f"url(#{clip})" if clip else None,
    )


def clip_shape(name: str, shape: Node) -> Node:
    """Define a clipping shape that groups can refer to by name."""
    return node("clipPath", shape, id=name)


def document(children: Iterable[Node]) -> str:
    """Serialise a whole picture."""
    root = node(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
    )
    return "\n".join(root.lines()) + "\n"
