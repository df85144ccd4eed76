"""Indoor things: furniture, papers, devices and the plain room they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from scenery import plot_view
from svg import (
    AMBER,
    BLUSH,
    CREAM,
    GOLD,
    GREEN,
    INK,
    LEAF,
    NIGHT,
    PAPER,
    PINE,
    RED,
    SAND,
    SKY,
    STONE,
    STRAW,
    TEAL,
    WINE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    Node,
    Point,
    circle,
    clip_shape,
    darker,
    ellipse,
    group,
    line,
    mix,
    path,
    poly,
    rect,
    ring,
    stroke,
)


def room(floor_y: float, wall: str = CREAM, floor: str = SAND) -> tuple[Node, ...]:
    """Wall, soft round light on it, skirting and floor."""
    return (
        rect(0, 0, 1600, 900, wall),
        circle(800, 420, 470, mix(wall, STRAW, 0.4)),
        rect(0, floor_y, 1600, 900 - floor_y, floor),
        rect(0, floor_y, 1600, 10, darker(floor, 0.1)),
    )


def window(x: float, y: float, w: float, h: float, name: str, bars: int = 2) -> tuple[Node, ...]:
    """Window onto fields, framed in wood; ``name`` keeps its clip unique."""
    step = w / (bars + 1)
    mullions = (rect(x + step * (i + 1) - 5, y, 10, h, WOOD_LIGHT) for i in range(bars))
    return (
        clip_shape(f"{name}-glass", rect(x, y, w, h, SKY)),
        rect(x - 18, y - 18, w + 36, h + 36, WOOD, 8),
        group(*plot_view(x, y, w, h), clip=f"{name}-glass"),
        *mullions,
        rect(x - 34, y + h + 16, w + 68, 18, WOOD_DARK, 6),
    )


def round_table(cx: float, cy: float, rx: float, ry: float, leg: float, top: str = WOOD_LIGHT) -> Node:
    """Round table on one foot; ``cy`` is the middle of its top."""
    base = cy + leg
    return group(
        ellipse(cx, base + 8, rx * 0.62, ry * 0.5, INK, 0.1),
        poly([(cx - 46, cy), (cx + 46, cy), (cx + 60, base - 10), (cx - 60, base - 10)], WOOD_DARK),
        ellipse(cx, base - 8, rx * 0.36, ry * 0.3, WOOD_DARK),
        path(f"M{cx - rx},{cy} A{rx},{ry} 0 0 0 {cx + rx},{cy} v24 A{rx},{ry} 0 0 1 {cx - rx},{cy + 24} Z", WOOD_DARK),
        ellipse(cx, cy, rx, ry, top),
        ellipse(cx, cy - 3, rx * 0.93, ry * 0.9, lighter_wood(top)),
        name="table",
    )


def lighter_wood(tone: str) -> str:
    """Slightly lighter wood for a table's inner surface."""
    return mix(tone, STRAW, 0.35)


def long_table(x: float, y: float, w: float, depth: float, leg: float, cloth: str | None = None) -> Node:
    """Rectangular table seen from the front, its top tapering away from us."""
    taper = depth * 0.55
    top = poly([(x + taper, y), (x + w - taper, y), (x + w, y + depth), (x, y + depth)], lighter_wood(WOOD_LIGHT))
    edge = rect(x, y + depth, w, 22, WOOD_DARK if cloth is None else darker(cloth, 0.2), 4)
    shadow = ellipse(x + w / 2, y + depth + leg, w * 0.5, 20, INK, 0.1)
    if cloth is None:
        legs = [rect(lx, y + depth + 10, 30, leg - 10, darker(WOOD_DARK, 0.12)) for lx in (x + 40, x + w - 70)]
        return group(shadow, *legs, rect(x + 26, y + depth + 20, w - 52, 34, WOOD), top, edge, name="table")
    folds = [rect(x + 14 + i * (w - 28) / 9, y + depth + 12, 8, leg - 24, darker(cloth, 0.14)) for i in range(1, 9)]
    front = rect(x + 14, y + depth + 12, w - 28, leg - 12, cloth)
    return group(shadow, front, *folds, top, edge, name="table")


def chair_side(at: Point, scale: float = 1, flip: bool = False, seat: float = 100, wood: str = WOOD) -> Node:
    """Chair in side view for a figure that sits at the same point."""
    dark = darker(wood, 0.22)
    return group(
        line(((-34, -seat), (-40, 0)), dark, 12),
        line(((50, -seat), (54, 0)), dark, 12),
        line(((-36, -seat), (-50, -seat - 140)), wood, 13),
        line(((-46, -seat - 130), (-40, -seat - 60)), wood, 22),
        rect(-48, -seat - 8, 112, 18, wood, 8),
        at=at,
        scale=scale,
        flip=flip,
    )


def chair_back(at: Point, scale: float = 1, wood: str = WOOD) -> Node:
    """Chair seen from behind, over a figure that sits at the same point."""
    dark = darker(wood, 0.2)
    return group(
        line(((-56, -205), (-54, 0)), wood, 13),
        line(((56, -205), (54, 0)), wood, 13),
        rect(-60, -212, 120, 36, wood, 12),
        rect(-56, -162, 112, 20, dark, 6),
        rect(-58, -122, 116, 26, dark, 8),
        at=at,
        scale=scale,
    )


def sheet(at: Point, w: float, h: float, turn: float = 0, rows: int = 4, tone: str = PAPER, accent: str = RED) -> Node:
    """Sheet of paper seen from above with blank bars for lines; ``at`` is its middle."""
    gap = h / (rows + 2)
    bars = [
        rect(-w * 0.38, -h / 2 + gap * (i + 1.3), w * (0.76 if i % 3 != 2 else 0.5), gap * 0.34, STONE, 1)
        for i in range(1, rows)
    ]
    title = rect(-w * 0.38, -h / 2 + gap * 0.9, w * 0.5, gap * 0.5, accent, 1)
    return group(
        rect(-w / 2 + 4, -h / 2 + 5, w, h, INK, 3, 0.12),
        rect(-w / 2, -h / 2, w, h, tone, 3),
        title,
        *bars,
        at=at,
        turn=turn,
    )


def flat_sheet(at: Point, w: float, depth: float, slant: float = 0, accent: str = RED, tone: str = PAPER) -> Node:
    """Sheet lying on a table in perspective."""
    x0, x1, half = w * 0.42, w / 2, depth / 2

    def across(share: float, inset: float, length: float) -> tuple[Point, Point]:
        y = -half + depth * share
        reach = x0 + (x1 - x0) * share
        left = -reach + inset * w - slant * (share - 0.5)
        return (left, y), (left + length * w, y)

    return group(
        poly(
            [(-x0 + slant / 2, -half), (x0 + slant / 2, -half), (x1 - slant / 2, half), (-x1 - slant / 2, half)], tone
        ),
        line(across(0.22, 0.1, 0.4), accent, depth * 0.09),
        line(across(0.46, 0.1, 0.66), STONE, depth * 0.06),
        line(across(0.64, 0.1, 0.66), STONE, depth * 0.06),
        line(across(0.82, 0.1, 0.44), STONE, depth * 0.06),
        at=at,
    )


def flat_notebook(at: Point, w: float, depth: float, cover: str = RED) -> Node:
    """Open notebook lying on a table in perspective."""
    half, d = w / 2, depth / 2
    return group(
        poly([(-half * 0.94, -d - 3), (half * 0.94, -d - 3), (half + 6, d + 6), (-half - 6, d + 6)], cover),
        poly([(-half * 0.9, -d), (0, -d + 5), (0, d + 3), (-half, d)], PAPER),
        poly([(half * 0.9, -d), (0, -d + 5), (0, d + 3), (half, d)], darker(PAPER, 0.06)),
        *(line(((-half * 0.78, y), (-half * 0.15, y + 3)), STONE, 3) for y in (-d * 0.45, 0, d * 0.45)),
        *(line(((half * 0.15, y + 3), (half * 0.78, y)), STONE, 3) for y in (-d * 0.45, 0)),
        at=at,
    )


def cup(at: Point, scale: float = 1, tone: str = PAPER) -> Node:
    """Small tea cup on a saucer; ``at`` is the foot."""
    return group(
        ellipse(0, 0, 24, 7, darker(tone, 0.14)),
        path("M-16,-24 L16,-24 C16,-8 10,-2 0,-2 C-10,-2 -16,-8 -16,-24 Z", tone),
        ellipse(0, -24, 16, 5, AMBER),
        at=at,
        scale=scale,
    )


def teapot(at: Point, scale: float = 1, tone: str = TEAL) -> Node:
    """Round teapot; ``at`` is the foot."""
    return group(
        ellipse(0, 0, 44, 9, INK, 0.14),
        stroke("M36,-46 C70,-52 70,-14 34,-16", tone, 8),
        path("M-34,-20 C-56,-26 -52,-50 -70,-56 L-60,-64 C-42,-56 -44,-42 -28,-42 Z", tone),
        path("M-40,-32 C-40,-62 40,-62 40,-32 C40,-10 26,0 0,0 C-26,0 -40,-10 -40,-32 Z", tone),
        path("M8,-54 C30,-52 40,-46 40,-32 C40,-10 26,0 10,0 C26,-12 28,-36 8,-54 Z", darker(tone, 0.25)),
        ellipse(0, -54, 21, 6, mix(tone, PAPER, 0.25)),
        circle(0, -63, 7, GOLD),
        at=at,
        scale=scale,
    )


def plant(at: Point, scale: float = 1, pot: str = RED) -> Node:
    """Leafy pot plant; ``at`` is the foot of the pot."""
    leaves = [
        group(
            path("M0,0 C-26,-40 -20,-110 0,-150 C20,-110 26,-40 0,0 Z", tone),
            line(((0, -8), (0, -128)), darker(tone, 0.14), 3),
            at=(0, -70),
            turn=turn,
        )
        for turn, tone in ((-62, GREEN), (58, PINE), (-34, PINE), (30, LEAF), (-4, GREEN))
    ]
    return group(
        ellipse(0, 0, 56, 12, INK, 0.12),
        *leaves,
        path("M-50,-86 L50,-86 L38,0 L-38,0 Z", pot),
        path("M14,-86 L50,-86 L38,0 L18,0 Z", darker(pot, 0.2)),
        rect(-56, -96, 112, 22, mix(pot, PAPER, 0.12), 5),
        at=at,
        scale=scale,
    )


def clock(cx: float, cy: float, r: float, hour: float, minute: float, rim: str = RED) -> Node:
    """Wall clock with ticks; hands are given in degrees from twelve."""
    ticks = [
        group(
            rect(-r * 0.022, -r * 0.84, r * 0.044, r * (0.15 if i % 3 == 0 else 0.08), INK, 2), at=(cx, cy), turn=i * 30
        )
        for i in range(12)
    ]
    hour_hand = group(line(((0, r * 0.1), (0, -r * 0.46)), INK, r * 0.085), at=(cx, cy), turn=hour)
    minute_hand = group(line(((0, r * 0.14), (0, -r * 0.7)), INK, r * 0.055), at=(cx, cy), turn=minute)
    return group(
        circle(cx + r * 0.05, cy + r * 0.07, r * 1.12, INK, 0.1),
        circle(cx, cy, r * 1.12, rim),
        circle(cx, cy, r, darker(PAPER, 0.08)),
        circle(cx, cy, r * 0.95, PAPER),
        *ticks,
        hour_hand,
        minute_hand,
        circle(cx, cy, r * 0.07, GOLD),
        name="clock",
    )


def board(x: float, y: float, w: float, h: float, tone: str = PAPER, frame: str = WOOD) -> tuple[Node, ...]:
    """Framed wall board."""
    return (
        rect(x - 10, y - 6, w + 28, h + 28, INK, 8, 0.1),
        rect(x - 16, y - 16, w + 32, h + 32, frame, 8),
        rect(x, y, w, h, tone, 3),
    )


def bars(x: float, base: float, heights: Sequence[float], width: float, gap: float, tones: Sequence[str]) -> Node:
    """Bar chart standing on ``base``."""
    return group(
        *(
            rect(x + i * (width + gap), base - height, width, height, tones[i % len(tones)], min(6, width / 4))
            for i, height in enumerate(heights)
        )
    )


def text_bars(x: float, y: float, widths: Sequence[float], gap: float, thick: float, tone: str = STONE) -> Node:
    """Blank bars standing in for lines of writing."""
    return group(*(rect(x, y + i * gap, w, thick, tone, thick / 2) for i, w in enumerate(widths)))


def tick_box(x: float, y: float, size: float, ticked: bool, tone: str = GREEN) -> Node:
    """Check box, ticked or empty."""
    if not ticked:
        return group(
            rect(x, y, size, size, STONE, size * 0.2),
            rect(x + size * 0.11, y + size * 0.11, size * 0.78, size * 0.78, PAPER, size * 0.12),
        )
    mark = line(
        ((x + size * 0.24, y + size * 0.53), (x + size * 0.43, y + size * 0.72), (x + size * 0.77, y + size * 0.3)),
        PAPER,
        size * 0.13,
    )
    return group(rect(x, y, size, size, tone, size * 0.2), mark)


def coin(at: Point, r: float) -> Node:
    """Plain coin, face on."""
    x, y = at
    return group(circle(x, y, r, AMBER), circle(x, y, r * 0.86, GOLD), ring(x, y, r * 0.6, STRAW, r * 0.11))


def coin_stack(at: Point, count: int, r: float = 40) -> Node:
    """Pile of coins; ``at`` is the middle of its foot."""
    x, y = at
    parts: list[Node] = [ellipse(x, y + 4, r * 1.15, r * 0.34, INK, 0.12)]
    for i in range(count):
        top = y - (i + 1) * r * 0.34
        parts += [
            rect(x - r, top, 2 * r, r * 0.34, AMBER),
            ellipse(x, top + r * 0.34, r, r * 0.28, AMBER),
            ellipse(x, top, r, r * 0.28, GOLD),
        ]
    return group(*parts, ellipse(x, y - count * r * 0.34, r * 0.66, r * 0.17, STRAW))


def laptop(at: Point, w: float, screen: Sequence[Node] = (), tone: str = NIGHT) -> Node:
    """Open laptop from the front; ``at`` is the middle of its hinge, the screen is w by 0.62 w."""
    h = w * 0.62
    return group(
        ellipse(0, 62, w * 0.66, 20, INK, 0.12),
        rect(-w / 2, -h, w, h, tone, 16),
        rect(-w / 2 + 16, -h + 16, w - 32, h - 30, PAPER, 4),
        *screen,
        poly([(-w / 2, 0), (w / 2, 0), (w * 0.6, 54), (-w * 0.6, 54)], mix(tone, STONE, 0.55)),
        rect(-w * 0.6, 52, w * 1.2, 14, mix(tone, STONE, 0.3), 6),
        poly([(-w * 0.43, 8), (w * 0.43, 8), (w * 0.47, 34), (-w * 0.47, 34)], mix(tone, STONE, 0.2)),
        at=at,
        name="laptop",
    )


def binder(x: float, base: float, w: float, h: float, tone: str, tilt: float = 0) -> Node:
    """Ring binder standing on ``base``, spine towards us."""
    label = rect(w * 0.2, -h * 0.84, w * 0.6, h * 0.34, PAPER, 3)
    return group(
        rect(0, -h, w, h, tone, 5),
        rect(w * 0.8, -h, w * 0.2, h, darker(tone, 0.16), 5),
        label,
        text_bars(w * 0.3, -h * 0.78, (w * 0.4, w * 0.4, w * 0.24), h * 0.075, max(h * 0.022, 4)),
        circle(w / 2, -h * 0.2, w * 0.18, darker(tone, 0.35)),
        circle(w / 2, -h * 0.2, w * 0.1, mix(tone, PAPER, 0.6)),
        at=(x, base),
        turn=tilt,
    )


def desk_lamp(at: Point, scale: float = 1, tone: str = TEAL) -> Node:
    """Bent desk lamp shining down and left; ``at`` is its foot."""
    return group(
        poly([(-150, -330), (-40, -290), (0, 0), (-420, 0)], STRAW, 0.22),
        ellipse(0, 0, 78, 17, darker(tone, 0.3)),
        ellipse(0, -8, 70, 14, tone),
        line(((0, -12), (46, -200), (-60, -352)), tone, 15),
        circle(46, -200, 15, GOLD),
        circle(-95, -312, 26, PAPER),
        group(
            path("M-70,24 C-66,-44 66,-44 70,24 Z", RED),
            path("M20,-24 C52,-14 68,0 70,24 L34,24 Z", WINE),
            rect(-76, 18, 152, 14, WINE, 7),
            at=(-85, -345),
            turn=24,
        ),
        at=at,
        scale=scale,
        name="lamp",
    )


def pen(at: Point, length: float, turn: float, tone: str = TEAL) -> Node:
    """Pen lying with its nib at ``at``; turn 0 points it straight down from above."""
    w = length * 0.072
    return group(
        poly([(0, 0), (-w * 0.5, -length * 0.1), (w * 0.5, -length * 0.1)], GOLD),
        rect(-w / 2, -length * 0.62, w, length * 0.53, tone, 3),
        rect(0, -length * 0.62, w / 2, length * 0.53, darker(tone, 0.25), 3),
        rect(-w * 0.6, -length, w * 1.2, length * 0.4, darker(tone, 0.12), w * 0.4),
        rect(-w * 0.6, -length * 0.63, w * 1.2, length * 0.03, GOLD),
        rect(w * 0.25, -length * 0.97, w * 0.25, length * 0.28, GOLD, 3),
        at=at,
        turn=turn,
    )


def glasses(at: Point, scale: float = 1) -> Node:
    """Reading glasses lying on a desk."""
    return group(
        ring(-38, 0, 27, INK, 6),
        ring(38, 0, 27, INK, 6),
        stroke("M-12,-6 Q0,-16 12,-6", INK, 6),
        stroke("M64,-6 L112,-34", INK, 6),
        stroke("M-64,-6 L-30,-46", INK, 6),
        at=at,
        scale=scale,
    )


def pinned_photo(at: Point, w: float, h: float, turn: float, sky: str, ground: str, name: str) -> Node:
    """Photograph with a white border showing a simple landscape."""
    inner = rect(-w / 2 + 12, -h / 2 + 12, w - 24, h - 24, sky)
    return group(
        clip_shape(f"{name}-photo", inner),
        rect(-w / 2 + 5, -h / 2 + 7, w, h, INK, 4, 0.14),
        rect(-w / 2, -h / 2, w, h, PAPER, 4),
        inner,
        group(
            circle(w * 0.2, -h * 0.18, h * 0.11, GOLD),
            ellipse(-w * 0.22, h * 0.34, w * 0.5, h * 0.3, mix(ground, PAPER, 0.3)),
            ellipse(w * 0.3, h * 0.44, w * 0.55, h * 0.32, ground),
            clip=f"{name}-photo",
        ),
        at=at,
        turn=turn,
    )


def shelf_frame(x: float, y: float, w: float, h: float, rows: int, wood: str = WOOD) -> Node:
    """Open wooden shelf with equal rows."""
    step = h / rows
    planks = [rect(x - 12, y + step * i - 10, w + 24, 20, wood if i else darker(wood, 0.1), 4) for i in range(rows + 1)]
    backs = [rect(x, y + step * i + 10, w, 26, INK, opacity=0.1) for i in range(rows)]
    return group(
        rect(x - 20, y - 16, w + 40, h + 32, darker(wood, 0.25), 8),
        rect(x, y, w, h, mix(wood, STRAW, 0.55)),
        *backs,
        *planks,
        name="shelf",
    )


def padlock(at: Point, w: float, body: str = GOLD) -> Node:
    """Closed padlock; ``at`` is the middle of its body."""
    h = w * 0.8
    return group(
        stroke(
            f"M{-w * 0.29},{-h * 0.45} V{-h * 0.78} A{w * 0.29},{w * 0.29} 0 0 1 {w * 0.29},{-h * 0.78} V{-h * 0.45}",
            darker(TEAL, 0.1),
            w * 0.13,
        ),
        rect(-w / 2, -h / 2, w, h, body, w * 0.1),
        path(
            f"M{w * 0.2},{-h / 2} H{w * 0.4} A{w * 0.1},{w * 0.1} 0 0 1 {w / 2},{-h * 0.37} V{h * 0.37} "
            f"A{w * 0.1},{w * 0.1} 0 0 1 {w * 0.4},{h / 2} H{w * 0.2} Z",
            darker(body, 0.2),
        ),
        circle(0, -h * 0.08, w * 0.11, INK),
        poly([(-w * 0.045, -h * 0.06), (w * 0.045, -h * 0.06), (w * 0.075, h * 0.25), (-w * 0.075, h * 0.25)], INK),
        at=at,
        name="padlock",
    )


def map_pin(at: Point, size: float, tone: str = RED) -> Node:
    """Location pin whose tip is at ``at``."""
    return group(
        ellipse(0, 0, size * 0.26, size * 0.08, INK, 0.22),
        path(
            f"M0,0 C{-size * 0.1},{-size * 0.34} {-size * 0.36},{-size * 0.42} {-size * 0.36},{-size * 0.68} "
            f"A{size * 0.36},{size * 0.36} 0 0 1 {size * 0.36},{-size * 0.68} "
            f"C{size * 0.36},{-size * 0.42} {size * 0.1},{-size * 0.34} 0,0 Z",
            tone,
        ),
        path(
            f"M0,0 C{size * 0.1},{-size * 0.34} {size * 0.36},{-size * 0.42} {size * 0.36},{-size * 0.68} "
            f"A{size * 0.36},{size * 0.36} 0 0 0 {size * 0.12},{-size * 1.02} "
            f"C{size * 0.3},{-size * 0.6} {size * 0.1},{-size * 0.3} 0,0 Z",
            darker(tone, 0.2),
        ),
        circle(0, -size * 0.68, size * 0.16, PAPER),
        at=at,
    )


def curtain(x: float, y: float, w: float, h: float, flip: bool = False, tone: str = BLUSH) -> Node:
    """Gathered curtain hanging from its top outer corner."""
    return group(
        path(f"M0,0 H{w} C{w * 0.9},{h * 0.4} {w * 0.5},{h * 0.5} {w * 0.36},{h * 0.62} L{w * 0.5},{h} H0 Z", tone),
        path(
            f"M0,0 H{w * 0.4} C{w * 0.36},{h * 0.3} {w * 0.16},{h * 0.5} {w * 0.12},{h * 0.62} L{w * 0.16},{h} H0 Z",
            darker(tone, 0.08),
        ),
        rect(-4, h * 0.58, w * 0.46, 16, GOLD, 6),
        at=(x, y),
        flip=flip,
    )
