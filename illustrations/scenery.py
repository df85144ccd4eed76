"""Outdoor things: sky, fields, water, trees, houses and the soft backdrop behind a scene."""

from __future__ import annotations

from collections.abc import Sequence

from svg import (
    AMBER,
    CREAM,
    GOLD,
    GREEN,
    INK,
    LAKE,
    LEAF,
    MIST,
    PAPER,
    PINE,
    RED,
    SKY,
    STONE,
    STRAW,
    TEAL,
    WOOD,
    WOOD_DARK,
    Node,
    Point,
    circle,
    darker,
    ellipse,
    group,
    lighter,
    line,
    mix,
    path,
    poly,
    rect,
    stroke,
)


def sky(horizon: float, tone: str = CREAM) -> tuple[Node, ...]:
    """Cream sky with a soft glow behind the middle of the picture."""
    return (
        rect(0, 0, 1600, 900, tone),
        circle(800, horizon - 40, 520, mix(tone, STRAW, 0.32)),
        circle(800, horizon - 40, 360, mix(tone, STRAW, 0.55)),
    )


def sun(cx: float, cy: float, r: float) -> Node:
    """Plain warm sun disc."""
    return group(circle(cx, cy, r * 1.35, GOLD, 0.25), circle(cx, cy, r, GOLD, 0.9), name="sun")


def cloud(cx: float, cy: float, scale: float = 1, tone: str = PAPER) -> Node:
    """Flat-bottomed cloud."""
    return group(
        path("M-90,20 A30,30 0 0 1 -70,-34 A46,46 0 0 1 14,-50 A40,40 0 0 1 76,-22 A22,22 0 0 1 92,20 Z", tone),
        at=(cx, cy),
        scale=scale,
    )


def hills(base: float, height: float = 120, tones: tuple[str, str] = (MIST, LEAF)) -> tuple[Node, ...]:
    """Two soft ranges of hills down to ``base``."""
    back, front = tones
    return (
        path(
            f"M0,{base} V{base - height * 0.7} "
            f"C180,{base - height * 1.4} 320,{base - height} 470,{base - height * 0.6} "
            f"C640,{base - height * 0.1} 800,{base - height * 0.5} 980,{base - height} "
            f"C1160,{base - height * 1.5} 1400,{base - height * 1.2} 1600,{base - height * 0.6} V{base} Z",
            back,
        ),
        path(
            f"M0,{base} V{base - height * 0.3} "
            f"C200,{base - height * 0.1} 340,{base - height * 0.6} 560,{base - height * 0.4} "
            f"C800,{base - height * 0.1} 960,{base - height * 0.3} 1180,{base - height * 0.5} "
            f"C1360,{base - height * 0.7} 1480,{base - height * 0.3} 1600,{base - height * 0.4} V{base} Z",
            front,
        ),
    )


def plot_view(x: float, y: float, w: float, h: float) -> tuple[Node, ...]:
    """Little landscape that fills a window."""
    base = y + h
    return (
        rect(x, y, w, h, SKY),
        circle(x + w * 0.7, y + h * 0.34, h * 0.13, STRAW),
        ellipse(x + w * 0.2, base - h * 0.3, w * 0.42, h * 0.26, mix(MIST, LEAF, 0.3)),
        ellipse(x + w * 0.85, base - h * 0.28, w * 0.4, h * 0.2, MIST),
        rect(x, base - h * 0.32, w, h * 0.32, LEAF),
        path(f"M{x},{base - h * 0.18} Q{x + w * 0.5},{base - h * 0.3} {x + w},{base - h * 0.2} V{base} H{x} Z", GREEN),
    )


def furrows(vanish: Point, base_y: float, left: float, right: float, count: int, tone: str, width: float) -> Node:
    """Rows of rice running from the foreground to one point."""
    step = (right - left) / count
    rows = []
    for i in range(count):
        x = left + step * (i + 0.5)
        rows.append(poly([(x - width, base_y), (x + width, base_y), vanish], tone))
    return group(*rows)


def rice_tufts(spots: Sequence[Point], scale: float = 1, tone: str = LEAF) -> Node:
    """Tufts of rice at the given spots."""
    return group(
        *(
            group(
                stroke("M-14,0 Q-16,-20 -28,-32", tone, 6),
                stroke("M0,0 V-42", tone, 6),
                stroke("M14,0 Q16,-20 28,-32", tone, 6),
                at=spot,
                scale=scale,
            )
            for spot in spots
        )
    )


def tree(at: Point, scale: float = 1, tone: str = GREEN) -> Node:
    """Round shade tree; ``at`` is the foot."""
    return group(
        ellipse(0, 0, 70, 12, INK, 0.1),
        path("M-13,0 L-9,-130 H9 L13,0 Z", WOOD_DARK),
        line(((0, -92), (34, -140)), WOOD_DARK, 9),
        line(((0, -110), (-30, -150)), WOOD_DARK, 9),
        circle(-52, -172, 58, darker(tone, 0.12)),
        circle(56, -178, 56, darker(tone, 0.06)),
        circle(0, -226, 74, tone),
        circle(-26, -176, 50, tone),
        circle(34, -236, 26, lighter(tone, 0.16)),
        circle(-50, -196, 18, lighter(tone, 0.14)),
        at=at,
        scale=scale,
    )


def areca(at: Point, height: float = 360, scale: float = 1, tone: str = PINE) -> Node:
    """Slim areca palm; ``at`` is the foot."""
    fronds = [
        group(
            path(f"M0,0 C30,-{lift} 96,-{lift} 128,{drop} C92,-{lift * 0.35:.0f} 40,-{lift * 0.3:.0f} 0,12 Z", shade),
            at=(0, -height),
            flip=flip,
        )
        for lift, drop, flip, shade in (
            (30, 40, False, darker(tone)),
            (30, 40, True, darker(tone)),
            (66, 4, False, tone),
            (66, 4, True, tone),
        )
    ]
    up = (
        path(
            f"M0,{-height} C-26,{-height - 50} -14,{-height - 96} 10,{-height - 120} "
            f"C12,{-height - 80} 22,{-height - 40} 0,{-height} Z",
            lighter(tone, 0.12),
        ),
    )
    rings = [line(((-7, -y), (7, -y)), darker(STONE, 0.2), 3) for y in range(40, int(height) - 20, 44)]
    return group(
        ellipse(0, 0, 34, 7, INK, 0.1),
        path(f"M-10,0 L-6,{-height} H6 L10,0 Z", mix(STONE, WOOD, 0.35)),
        *rings,
        *up,
        *fronds,
        circle(-10, -height + 10, 8, GOLD),
        circle(10, -height + 10, 8, AMBER),
        circle(0, -height + 18, 8, GOLD),
        at=at,
        scale=scale,
    )


def banana(at: Point, scale: float = 1, tone: str = GREEN) -> Node:
    """Banana plant with broad leaves; ``at`` is the foot."""
    leaves = [
        group(
            path("M0,0 C-30,-50 -34,-140 0,-200 C34,-140 30,-50 0,0 Z", shade),
            line(((0, 0), (0, -184)), lighter(shade, 0.25), 4),
            at=(0, -110),
            turn=turn,
        )
        for turn, shade in (
            (-70, darker(tone)),
            (66, PINE),
            (-36, tone),
            (34, darker(tone, 0.08)),
            (0, lighter(tone, 0.12)),
        )
    ]
    return group(
        ellipse(0, 0, 44, 9, INK, 0.1), path("M-15,0 L-10,-130 H10 L15,0 Z", LEAF), *leaves, at=at, scale=scale
    )


def bush(at: Point, scale: float = 1, tone: str = GREEN) -> Node:
    """Low round bush; ``at`` is the middle of its foot."""
    return group(
        path("M-96,0 A44,44 0 0 1 -62,-52 A52,52 0 0 1 26,-74 A46,46 0 0 1 88,-36 A30,30 0 0 1 100,0 Z", tone),
        path("M30,0 A34,34 0 0 1 88,-36 A30,30 0 0 1 100,0 Z", darker(tone, 0.12)),
        at=at,
        scale=scale,
    )


def house(at: Point, w: float = 240, wall: str = PAPER, roof: str = RED, scale: float = 1, door: str = WOOD) -> Node:
    """Tiled village house from the front; ``at`` is the middle of its foot."""
    h, eave, rise = 118, 30, 84
    half = w / 2
    ridge = -h - rise
    tiles = [
        line(
            ((-half - eave + i * (w + 2 * eave) / 7 + 0.0, -h), (-half * 0.62 + i * half * 1.24 / 7, ridge)),
            darker(roof, 0.2),
            4,
        )
        for i in range(1, 7)
    ]
    return group(
        ellipse(0, 0, half + 34, 12, INK, 0.1),
        rect(-half, -h - 6, w, h + 6, wall),
        rect(-half, -h, w, 16, INK, opacity=0.12),
        rect(-half, -18, w, 18, darker(wall, 0.16)),
        rect(-24, -84, 48, 84, door),
        line(((0, -84), (0, 0)), darker(door, 0.3), 3),
        *(window_small(x) for x in (-half * 0.62, half * 0.62)),
        poly([(-half - eave, -h), (-half * 0.62, ridge), (half * 0.62, ridge), (half + eave, -h)], roof),
        *tiles,
        rect(-half * 0.62 - 8, ridge - 8, half * 1.24 + 16, 14, darker(roof, 0.25), 6),
        rect(-half - eave, -h - 6, w + 2 * eave, 12, darker(roof, 0.3), 5),
        at=at,
        scale=scale,
    )


def window_small(cx: float, y: float = -80, w: float = 46, h: float = 44, bar: float = 4) -> Node:
    """House window with a wooden frame and cross bars."""
    return group(
        rect(cx - w / 2 - bar, y - bar, w + 2 * bar, h + 2 * bar, WOOD_DARK, 3),
        rect(cx - w / 2, y, w, h, LAKE),
        line(((cx, y), (cx, y + h)), WOOD_DARK, bar, cap="butt"),
        line(((cx - w / 2, y + h / 2), (cx + w / 2, y + h / 2)), WOOD_DARK, bar, cap="butt"),
    )


def street_lamp(at: Point, height: float = 300, scale: float = 1, flip: bool = False) -> Node:
    """Village lamp with a small solar panel; the arm reaches right."""
    return group(
        rect(-14, -12, 28, 12, TEAL, 3),
        line(((0, 0), (0, -height), (66, -height - 14)), TEAL, 9),
        poly([(-40, -height - 8), (20, -height - 44), (32, -height - 32), (-28, -height + 4)], INK),
        ellipse(72, -height - 4, 30, 9, TEAL),
        ellipse(72, -height + 2, 22, 7, GOLD),
        at=at,
        scale=scale,
        flip=flip,
    )


def sack(at: Point, scale: float = 1, tone: str = STRAW) -> Node:
    """Tied rice sack standing upright; ``at`` is the foot."""
    return group(
        path("M-40,0 C-52,-34 -48,-66 -34,-90 L34,-90 C48,-66 52,-34 40,0 Q0,6 -40,0 Z", tone),
        path("M14,-90 L34,-90 C48,-66 52,-34 40,0 Q28,3 20,3 C30,-34 28,-62 14,-90 Z", darker(tone, 0.1)),
        path("M-16,-92 C-30,-112 -20,-116 -8,-108 C0,-120 8,-118 12,-108 C24,-116 30,-110 16,-92 Z", tone),
        rect(-24, -96, 48, 10, RED, 4),
        rect(-18, -56, 36, 8, AMBER, 3),
        rect(-18, -40, 36, 8, AMBER, 3),
        at=at,
        scale=scale,
    )


def lying_sack(at: Point, w: float = 130, tone: str = STRAW) -> Node:
    """Sack lying on its side; ``at`` is the middle of its foot."""
    h = w * 0.42
    return group(
        path(
            f"M{-w / 2},{-h * 0.5} C{-w / 2},{-h * 1.05} {-w * 0.3},{-h} 0,{-h} "
            f"C{w * 0.3},{-h} {w / 2},{-h * 1.05} {w / 2},{-h * 0.5} "
            f"C{w / 2},{h * 0.05} {w * 0.3},0 0,0 C{-w * 0.3},0 {-w / 2},{h * 0.05} {-w / 2},{-h * 0.5} Z",
            tone,
        ),
        path(
            f"M{-w / 2},{-h * 0.4} C{-w / 2},{h * 0.05} {-w * 0.3},0 0,0 "
            f"C{w * 0.3},0 {w / 2},{h * 0.05} {w / 2},{-h * 0.4} "
            f"C{w * 0.3},{-h * 0.16} {-w * 0.3},{-h * 0.16} {-w / 2},{-h * 0.4} Z",
            darker(tone, 0.1),
        ),
        rect(-w * 0.09, -h * 0.74, w * 0.18, h * 0.12, RED, 2),
        rect(-w * 0.09, -h * 0.52, w * 0.18, h * 0.12, AMBER, 2),
        at=at,
    )


def egret(at: Point, scale: float = 1, flip: bool = False) -> Node:
    """White egret standing in a field."""
    return group(
        line(((-4, 0), (-2, -36)), AMBER, 4),
        line(((8, 0), (6, -36)), AMBER, 4),
        path("M-40,-38 C-20,-66 20,-66 28,-44 C20,-28 -10,-26 -40,-38 Z", PAPER),
        stroke("M20,-48 C44,-62 14,-84 34,-100", PAPER, 9),
        circle(36, -102, 8, PAPER),
        poly([(40, -106), (62, -100), (40, -97)], GOLD),
        at=at,
        scale=scale,
        flip=flip,
    )


def flying_bird(at: Point, scale: float = 1) -> Node:
    """Distant bird in the sky."""
    return group(path("M-34,-8 Q-14,-20 0,0 Q14,-20 34,-8 Q14,-10 0,10 Q-14,-10 -34,-8 Z", TEAL), at=at, scale=scale)


def ripples(spots: Sequence[tuple[float, float, float]], tone: str = PAPER, opacity: float = 0.5) -> Node:
    """Short light strokes on water: x, y, length."""
    return group(*(line(((x, y), (x + w, y)), tone, 5) for x, y, w in spots), opacity=opacity)


def bicycle(at: Point, scale: float = 1, tone: str = RED, flip: bool = False) -> Node:
    """Bicycle facing right; ``at`` is the ground midway between the wheels."""
    wheels = [node for x in (-62, 62) for node in _wheel(x)]
    return group(
        *wheels,
        line(((-62, -42), (-18, -92), (44, -96), (0, -44), (-62, -42)), tone, 8),
        line(((-18, -92), (0, -44)), tone, 8),
        line(((62, -42), (40, -112), (18, -118)), TEAL, 8),
        line(((-20, -92), (-24, -106)), TEAL, 8),
        line(((-40, -108), (-6, -108)), INK, 11),
        at=at,
        scale=scale,
        flip=flip,
    )


def _wheel(x: float) -> tuple[Node, ...]:
    spokes = stroke(f"M{x - 38},-42 H{x + 38} M{x},-80 V-4", STONE, 2)
    rim = path(
        f"M{x - 42},-42 a42,42 0 1 0 84,0 a42,42 0 1 0 -84,0 Z M{x - 35},-42 a35,35 0 1 1 70,0 a35,35 0 1 1 -70,0 Z",
        INK,
    )
    return (spokes, rim, circle(x, -42, 6, INK))


def lotus(at: Point, scale: float = 1) -> Node:
    """Small pink-toned water lily with its pad."""
    petal = "M0,0 C-16,-18 -12,-40 0,-52 C12,-40 16,-18 0,0 Z"
    tones = (mix(RED, PAPER, 0.55), mix(RED, PAPER, 0.68))
    petals = [group(path(petal, tones[i % 2]), turn=turn) for i, turn in enumerate((-58, 58, -30, 30, 0))]
    return group(ellipse(8, 4, 62, 14, PINE), ellipse(8, 2, 56, 11, GREEN), *petals, at=at, scale=scale)


def bench(at: Point, w: float = 200, scale: float = 1) -> Node:
    """Plain stone bench."""
    return group(
        rect(-w / 2 + 20, -44, 24, 44, STONE),
        rect(w / 2 - 44, -44, 24, 44, STONE),
        rect(-w / 2, -60, w, 20, lighter(STONE, 0.3), 5),
        rect(-w / 2, -44, w, 6, darker(STONE, 0.1)),
        at=at,
        scale=scale,
    )
