"""Faceless flat figures: looks, poses and the jointed body that draws them.

A figure stands on its own origin, is about 410 units tall and faces right in side view.
Arms and legs are thick jointed lines, so a limb can never come off its body.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin, sqrt
from typing import Literal

from svg import (
    AMBER,
    CREAM,
    GOLD,
    HAIR,
    INK,
    PAPER,
    SKIN_MID,
    STRAW,
    TEAL,
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
    stroke,
)

View = Literal["front", "back", "side"]
Hair = Literal["short", "bun", "bob", "tail"]
Garment = Literal["shirt", "tunic"]
Leg = tuple[Point, Point, Point]  # hip, knee, ankle

TORSO = 133  # hip to shoulder line
HEAD = 54  # shoulder line to the middle of the head
ARM = 146  # shoulder to hand, stretched


@dataclass(frozen=True)
class Look:
    """What a figure wears and how its hair is done."""

    shirt: str
    trousers: str = INK
    skin: str = SKIN_MID
    hair: str = HAIR
    style: Hair = "short"
    garment: Garment = "shirt"
    sleeves: Literal["long", "short"] = "long"
    hat: bool = False
    strap: str = TEAL


@dataclass(frozen=True)
class Pose:
    """Where the joints are; hands and legs are given left first, as seen in the picture."""

    view: View = "front"
    hip: Point = (0, -185)
    lean: float = 0
    tilt: float = 0
    hands: tuple[Point | None, Point | None] = ((-64, -140), (64, -140))
    bends: tuple[int, int] = (1, -1)
    legs: tuple[Leg, ...] = ()


def standing(view: View = "front", spread: float = 22) -> Pose:
    """Upright, arms hanging."""
    if view == "side":
        legs: tuple[Leg, ...] = (((4, -185), (8, -96), (14, -12)), ((-4, -185), (-6, -96), (-12, -12)))
        return Pose("side", legs=legs, hands=((24, -150), (6, -140)), bends=(1, 1))
    legs = tuple(((s * 20, -190), (s * (spread - 1), -100), (s * spread, -12)) for s in (-1, 1))
    return Pose(view, legs=legs)


def walking(view: View = "side", stride: float = 46) -> Pose:
    """Mid-step, arms swinging."""
    if view == "side":
        legs: tuple[Leg, ...] = (
            ((0, -185), (-4, -96), (-stride, -20)),
            ((0, -185), (stride * 0.7, -100), (stride, -12)),
        )
        return Pose("side", lean=3, legs=legs, hands=((52, -160), (-44, -150)), bends=(1, 1))
    legs = (((-20, -190), (-21, -100), (-20, -12)), ((20, -190), (22, -104), (21, -34)))
    return Pose(view, legs=legs, hands=((-68, -140), (60, -186)))


def seated(view: View = "side", seat: float = 112) -> Pose:
    """On a chair or a step; the seat is ``seat`` units above the ground."""
    if view == "side":
        legs: tuple[Leg, ...] = (
            ((8, -seat - 6), (96, -seat - 4), (104, -12)),
            ((0, -seat - 2), (86, -seat + 2), (84, -12)),
        )
        return Pose("side", hip=(0, -seat), legs=legs, hands=((84, -seat - 24), (74, -seat - 22)), bends=(1, 1))
    legs = tuple(((s * 18, -seat - 4), (s * 30, -seat + 26), (s * 27, -12)) for s in (-1, 1))
    return Pose(view, hip=(0, -seat), legs=legs, hands=((-30, -seat), (30, -seat)))


def bust(view: View = "front") -> Pose:
    """Upper body only, for people behind a table."""
    return Pose(view)


def _turned(point: Point, pivot: Point, degrees: float) -> Point:
    angle = radians(degrees)
    dx, dy = point[0] - pivot[0], point[1] - pivot[1]
    return (pivot[0] + dx * cos(angle) - dy * sin(angle), pivot[1] + dx * sin(angle) + dy * cos(angle))


def _towards(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _bent(start: Point, end: Point, bend: int, slack: float) -> tuple[Point, Point]:
    """Return elbow and hand; ``slack`` 1 keeps the arm straight, a far target is pulled back onto the arm."""
    distance = max(hypot(end[0] - start[0], end[1] - start[1]), 1)
    reach = min(max(distance / slack, 88), ARM)
    if distance > reach * 0.995:
        end = _towards(start, end, reach * 0.995 / distance)
        distance = reach * 0.995
    middle = _towards(start, end, 0.5)
    height = sqrt(max((reach / 2) ** 2 - (distance / 2) ** 2, 0)) * bend
    ux, uy = (end[0] - start[0]) / distance, (end[1] - start[1]) / distance
    return (middle[0] - uy * height, middle[1] + ux * height), end


@dataclass(frozen=True)
class Figure:
    """A person placed in a picture; body and arms can be drawn on separate layers."""

    at: Point
    look: Look
    pose: Pose
    scale: float = 1
    flip: bool = False

    def whole(self) -> Node:
        """Draw everything in one group."""
        behind = self.pose.view == "back"
        parts = (*self._arms(), *self._body()) if behind else (*self._body(), *self._arms())
        return self._placed(parts)

    def body(self) -> Node:
        """Draw all but the arms in front (a table usually comes next)."""
        return self._placed(self._body())

    def arms(self) -> Node:
        """Draw only the arms."""
        return self._placed(self._arms())

    def shadow(self) -> Node:
        """Draw the soft shadow on the ground."""
        return ellipse(self.at[0], self.at[1] + 3, 62 * self.scale, 11 * self.scale, INK, 0.14)

    def point(self, local: Point) -> Point:
        """Turn a point of the figure into a point of the picture."""
        side = -1 if self.flip else 1
        return (self.at[0] + side * self.scale * local[0], self.at[1] + self.scale * local[1])

    def _placed(self, parts: tuple[Node, ...]) -> Node:
        return group(*parts, at=self.at, scale=self.scale, flip=self.flip)

    def _shoulders(self) -> tuple[Point, Point]:
        hip_x, hip_y = self.pose.hip
        half = 9 if self.pose.view == "side" else 41
        drop = 17
        left, right = (hip_x - half, hip_y - TORSO + drop), (hip_x + half, hip_y - TORSO + drop)
        if self.pose.view == "side":
            left, right = right, left  # the far arm comes first
        return _turned(left, self.pose.hip, self.pose.lean), _turned(right, self.pose.hip, self.pose.lean)

    def _arm(self, index: int, tone: str) -> tuple[Node, ...]:
        target = self.pose.hands[index]
        if target is None:
            return ()
        shoulder = self._shoulders()[index]
        elbow, hand = _bent(shoulder, target, self.pose.bends[index], 0.86 if self.pose.view == "side" else 0.93)
        wrist = _towards(elbow, hand, 0.78)
        skin = self.look.skin if index else darker(self.look.skin, 0.05)
        thumb = _towards(elbow, hand, 1.08)
        palm = (line((_towards(elbow, hand, 0.96), thumb), skin, 23),)
        if self.look.sleeves == "long":
            return (*palm, line((_towards(elbow, hand, 0.6), hand), skin, 17), line((shoulder, elbow, wrist), tone, 31))
        cuff = _towards(shoulder, elbow, 0.72)
        return (line((shoulder, elbow, hand), skin, 21), *palm, line((shoulder, cuff), tone, 34))

    def _arms(self) -> tuple[Node, ...]:
        tone = darker(self.look.shirt, 0.09)
        if self.pose.view == "side":
            return self._arm(1, tone)
        return (*self._arm(0, tone), *self._arm(1, tone))

    def _body(self) -> tuple[Node, ...]:
        pose = self.pose
        far = self._arm(0, darker(self.look.shirt, 0.2)) if pose.view == "side" else ()
        torso = group(*self._torso(), at=pose.hip, turn=pose.lean)
        over_lap = pose.view != "side" and pose.hip[1] > -150  # seated, facing us: knees come forward
        if over_lap:
            return (torso, *self._legs(), *self._head())
        return (*far, *self._legs(), torso, *self._head())

    def _legs(self) -> tuple[Node, ...]:
        parts: list[Node] = []
        for index, (hip, knee, ankle) in enumerate(self.pose.legs):
            tone = self.look.trousers if index else mix(self.look.trousers, "#000000", 0.14)
            hem = _towards(knee, ankle, 0.9)
            sole = ankle[1] + 4
            parts.append(line((knee, (ankle[0], sole - 4)), darker(self.look.skin, 0.08), 17))
            if self.pose.view == "side":
                parts.append(line(((ankle[0] - 3, sole), (ankle[0] + 22, sole + 1)), INK, 15))
            else:
                parts.append(ellipse(ankle[0], sole, 17, 10, INK))
            parts.append(line((hip, knee, hem), tone, 41, cap="butt"))
        return tuple(parts)

    def _torso(self) -> tuple[Node, ...]:
        """Torso with its origin at the hip."""
        look, view = self.look, self.pose.view
        hem = 34 if look.garment == "tunic" and self.pose.hip[1] < -150 else 14
        shade = darker(look.shirt, 0.12)
        if view == "side":
            outline = (
                f"M-27,{hem} L-31,-92 C-32,-122 -18,-137 2,-137 C22,-137 33,-122 34,-94 L33,{hem} "
                f"Q2,{hem + 6} -27,{hem} Z"
            )
            return (path(outline, look.shirt), line(((4, -TORSO), (9, -160)), darker(look.skin), 25), *self._collar())
        outline = (
            f"M-42,{hem} L-46,-70 L-58,-104 C-58,-126 -40,-132 -16,-138 L16,-138 C40,-132 58,-126 58,-104 "
            f"L46,-70 L42,{hem} Q0,{hem + 8} -42,{hem} Z"
        )
        seam = path(f"M16,-138 C40,-132 58,-126 58,-104 L46,-70 L42,{hem} Q34,{hem + 4} 22,{hem + 4} L28,-90 Z", shade)
        return (path(outline, look.shirt), seam, line(((0, -TORSO), (0, -166)), darker(look.skin), 26), *self._collar())

    def _collar(self) -> tuple[Node, ...]:
        look, view = self.look, self.pose.view
        edge = darker(look.shirt, 0.3)
        if view == "back":
            return (stroke("M-17,-136 Q0,-128 17,-136", edge, 6),)
        if view == "side":
            return (stroke("M-6,-136 Q6,-128 19,-134", edge, 6),)
        if look.garment == "tunic":
            parts = [path("M-15,-139 L15,-139 L0,-108 Z", darker(look.skin, 0.06)), line(((0, -108), (0, 10)), edge, 3)]
            return (*parts, *(circle(0, y, 3.5, STRAW) for y in (-86, -58, -30)))
        light = mix(look.shirt, PAPER, 0.45) if look.shirt not in (PAPER, CREAM) else darker(PAPER, 0.1)
        return (
            path("M-14,-139 L14,-139 L0,-116 Z", darker(look.skin, 0.06)),
            line(((0, -112), (0, 10)), edge, 3),
            path("M-17,-140 L0,-115 L-15,-104 L-25,-132 Z", light),
            path("M17,-140 L0,-115 L15,-104 L25,-132 Z", light),
        )

    def _head(self) -> tuple[Node, ...]:
        pose = self.pose
        neck = (pose.hip[0], pose.hip[1] - TORSO)
        shift = 10 if pose.view == "side" else 0
        center = _turned((neck[0] + shift, neck[1] - HEAD), pose.hip, pose.lean)
        parts = head(self.look, pose.view)
        return (group(*parts, at=center, turn=pose.lean * 0.6 + pose.tilt),)


def head(look: Look, view: View) -> tuple[Node, ...]:
    """Head around its own middle: skin, hair and, if worn, the conical hat."""
    parts = {"front": _head_front, "back": _head_back, "side": _head_side}[view](look)
    return (*parts, *conical_hat(look.strap, view)) if look.hat else parts


def _head_front(look: Look) -> tuple[Node, ...]:
    behind: tuple[Node, ...] = ()
    if look.style == "bob":
        behind = (path("M-38,24 C-46,-60 46,-60 38,24 Q37,34 24,34 L-24,34 Q-37,34 -38,24 Z", look.hair),)
    elif look.style == "bun":
        behind = (circle(0, -44, 17, look.hair),)
    elif look.style == "tail":
        behind = (path("M-34,0 C-36,-50 36,-50 34,0 L36,52 Q28,60 20,50 L18,0 Z", look.hair),)
    ears = (circle(-31, 4, 7, darker(look.skin, 0.08)), circle(31, 4, 7, darker(look.skin, 0.08)))
    fringe = {
        "short": "M-33,-1 C-38,-52 38,-52 33,-1 L29,-8 C27,-20 18,-25 4,-22 C-10,-19 -22,-21 -28,-9 Z",
        "bun": "M-33,2 C-38,-50 38,-50 33,2 C29,-14 14,-26 0,-28 C-14,-26 -29,-14 -33,2 Z",
        "bob": "M-34,8 C-40,-52 40,-52 34,8 L28,-8 C10,-10 -8,-14 -16,-24 C-18,-14 -24,-6 -29,-2 Z",
        "tail": "M-33,2 C-38,-50 38,-50 33,2 C30,-16 10,-24 -10,-27 C-22,-22 -30,-12 -33,2 Z",
    }[look.style]
    return (*behind, *ears, ellipse(0, 0, 31, 36, look.skin), path(fringe, look.hair))


def _head_back(look: Look) -> tuple[Node, ...]:
    if look.style == "short":
        ears = (circle(-32, 4, 7, look.skin), circle(32, 4, 7, look.skin))
        cap = "M-33,4 C-38,-52 38,-52 33,4 C32,16 24,26 0,26 C-24,26 -32,16 -33,4 Z"
        return (*ears, ellipse(0, 2, 31, 34, look.skin), path(cap, look.hair))
    mass = ellipse(0, -3, 35, 38, look.hair)
    if look.style == "bun":
        return (
            mass,
            circle(0, 4, 19, darker(look.hair, 0.2)),
            stroke("M-11,8 Q0,-10 11,2", lighter(look.hair, 0.12), 4),
        )
    if look.style == "tail":
        return (
            mass,
            path("M-13,18 L13,18 Q18,66 3,104 Q0,108 -3,104 Q-18,66 -13,18 Z", look.hair),
            line(((-11, 30), (11, 30)), GOLD, 6),
        )
    return (path("M-38,26 C-46,-62 46,-62 38,26 Q37,36 24,36 L-24,36 Q-37,36 -38,26 Z", look.hair),)


def _head_side(look: Look) -> tuple[Node, ...]:
    cap = {
        "short": "M27,-20 C22,-50 -34,-54 -36,-8 C-37,8 -33,20 -26,26 L-15,20 C-14,10 -12,2 -8,-6 "
        "C4,-10 14,-12 27,-20 Z",
        "bun": "M27,-18 C20,-50 -34,-52 -36,-6 C-36,10 -30,22 -22,24 L-13,14 C-8,2 8,-14 27,-18 Z",
        "tail": "M27,-18 C20,-50 -34,-52 -36,-6 C-36,10 -30,22 -22,24 L-13,14 C-8,2 8,-14 27,-18 Z",
        "bob": "M28,-16 C22,-54 -38,-56 -40,-4 L-40,26 Q-38,36 -26,36 L-8,34 C-2,18 -4,2 2,-8 C10,-10 18,-12 28,-16 Z",
    }[look.style]
    extra: tuple[Node, ...] = ()
    if look.style == "bun":
        extra = (circle(-40, 4, 16, look.hair),)
    elif look.style == "tail":
        extra = (stroke("M-32,2 C-48,20 -46,44 -40,66", look.hair, 15), circle(-34, 4, 7, GOLD))
    ear = () if look.style == "bob" else (ellipse(-7, 5, 6, 8, darker(look.skin, 0.12)),)
    return (*extra, ellipse(0, 0, 31, 36, look.skin), path(cap, look.hair), *ear)


def conical_hat(strap: str = TEAL, view: View = "front") -> tuple[Node, ...]:
    """A palm-leaf conical hat sitting on a head centred at the origin."""
    brim = (path("M-76,-12 Q0,14 76,-12 Q0,4 -76,-12 Z", AMBER),)
    cone = (
        path("M0,-74 Q4,-74 8,-70 L76,-12 Q0,12 -76,-12 L-8,-70 Q-4,-74 0,-74 Z", STRAW),
        path("M0,-74 Q4,-74 8,-70 L76,-12 Q50,-3 24,-1 Z", mix(STRAW, GOLD, 0.45)),
        stroke("M-36,-46 Q0,-38 36,-46", mix(STRAW, AMBER, 0.5), 2.5),
        stroke("M-56,-28 Q0,-13 56,-28", mix(STRAW, AMBER, 0.5), 2.5),
    )
    ties = () if view == "back" else (stroke("M-27,-4 C-27,34 -12,42 0,42 C12,42 27,34 27,-4", strap, 4.5),)
    return (*ties, *brim, *cone)


def with_hands(pose: Pose, left: Point | None, right: Point | None, bends: tuple[int, int] | None = None) -> Pose:
    """Return the pose with its hands moved."""
    return replace(pose, hands=(left, right), bends=bends or pose.bends)
