"""Scenes about things: notebooks, devices, documents, shields and scales."""

from __future__ import annotations

from dataclasses import replace

from cast import OFFICIAL_WOMAN, YOUTH
from people import Figure, standing, with_hands
from props import (
    coin_stack,
    cup,
    desk_lamp,
    glasses,
    padlock,
    pen,
    pinned_photo,
    plant,
    sheet,
    text_bars,
    tick_box,
    window,
)
from svg import (
    AMBER,
    BLUSH,
    CREAM,
    GOLD,
    GREEN,
    INK,
    LAKE,
    LEAF,
    MIST,
    NIGHT,
    PAPER,
    PINE,
    RED,
    SAND,
    SKIN_DARK,
    SKIN_LIGHT,
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
    lighter,
    line,
    mix,
    path,
    poly,
    rect,
    ring,
    stroke,
)

Scene = list[Node]


def soft_backdrop(tone: str = CREAM, glow: str = STRAW, hill: str = MIST) -> tuple[Node, ...]:
    """Calm background for a single big object."""
    return (
        rect(0, 0, 1600, 900, tone),
        circle(800, 450, 430, mix(tone, glow, 0.65)),
        path("M0,700 C220,600 420,640 620,720 C860,800 1180,640 1600,700 V900 H0 Z", hill, 0.7),
        path("M0,800 C300,740 560,800 820,830 C1100,860 1360,770 1600,800 V900 H0 Z", mix(hill, LEAF, 0.5), 0.7),
        circle(180, 190, 74, mix(tone, BLUSH, 0.45)),
        circle(1450, 240, 96, mix(tone, LEAF, 0.25)),
    )


def wooden_desk() -> tuple[Node, ...]:
    """Desk top seen from above: broad boards in two close tones."""
    tone = mix(WOOD_LIGHT, SAND, 0.35)
    seams = [rect(0, y, 1600, 5, darker(tone, 0.1)) for y in (178, 360, 542, 724)]
    joints = [
        rect(x, y, 5, 180, darker(tone, 0.1)) for x, y in ((420, 0), (1180, 182), (260, 364), (1320, 546), (520, 728))
    ]
    return (rect(0, 0, 1600, 900, tone), *seams, *joints, circle(800, 450, 430, mix(tone, STRAW, 0.5), 0.7))


def cup_from_above(at: Point, r: float = 74, tone: str = PAPER) -> Node:
    """Tea cup on a saucer, seen from above."""
    x, y = at
    return group(
        circle(x + 8, y + 10, r * 1.4, INK, 0.12),
        circle(x, y, r * 1.4, tone),
        circle(x, y, r * 1.12, darker(tone, 0.07)),
        line(((x + r * 0.7, y - r * 0.3), (x + r * 1.3, y - r * 0.55)), tone, r * 0.3),
        circle(x, y, r, tone),
        circle(x, y, r * 0.82, AMBER),
        path(f"M{x - r * 0.5},{y - r * 0.3} Q{x - r * 0.1},{y - r * 0.8} {x + r * 0.42},{y - r * 0.44}", GOLD),
    )


def sprig(at: Point, turn: float, scale: float = 1, tone: str = GREEN) -> Node:
    """Rice-green sprig lying on a desk."""
    leaf = "M0,0 C20,-26 60,-34 92,-22 C72,4 34,14 0,0 Z"
    pairs = [
        node_
        for i, y in enumerate((-40, -100, -160, -220))
        for node_ in (
            group(path(leaf, tone if i % 2 else LEAF), at=(0, y), turn=-24),
            group(path(leaf, LEAF if i % 2 else tone), at=(0, y - 24), flip=True),
        )
    ]
    return group(
        line(((0, 0), (0, -270)), PINE, 7),
        *pairs,
        group(path(leaf, tone), at=(0, -262), turn=-84),
        at=at,
        turn=turn,
        scale=scale,
    )


def so_tay_cong_viec() -> Scene:
    """Open notebook with a checklist and a pen."""
    rows = [
        part
        for i, (width, ticked) in enumerate(((250, True), (210, True), (236, True), (190, False), (226, False)))
        for part in (
            tick_box(-386, -150 + i * 82, 46, ticked),
            rect(-322, -137 + i * 82, width, 18, STONE if ticked else mix(STONE, INK, 0.3), 9),
        )
    ]
    days = [
        rect(
            54 + c * 56,
            -150 + r * 56,
            44,
            44,
            (MIST, STRAW, BLUSH)[(c * 2 + r) % 3] if (c, r) not in ((2, 1), (4, 3)) else RED,
            8,
        )
        for r in range(4)
        for c in range(6)
    ]
    book = group(
        rect(-452, -296, 920, 620, INK, 26, 0.14),
        rect(-470, -316, 940, 624, RED, 26),
        rect(-452, -300, 904, 592, darker(PAPER, 0.12), 10),
        path("M-446,-294 H-20 Q0,-292 0,-276 V282 Q0,268 -20,266 H-446 Z", PAPER),
        path("M446,-294 H20 Q0,-292 0,-276 V282 Q0,268 20,266 H446 Z", PAPER),
        path("M-40,-294 H-20 Q0,-292 0,-276 V282 Q0,268 -20,266 H-40 Z", INK, 0.05),
        path("M40,-294 H20 Q0,-292 0,-276 V282 Q0,268 20,266 H40 Z", INK, 0.08),
        rect(-386, -240, 210, 30, TEAL, 6),
        rect(54, -240, 180, 30, GREEN, 6),
        *rows,
        *days,
        text_bars(54, 110, (324, 290, 310, 180), 40, 14),
        path("M300,-316 H344 V-150 L322,-176 L300,-150 Z", GOLD),
        at=(800, 452),
        turn=-4,
        name="notebook",
    )
    return [
        *wooden_desk(),
        sprig((150, 840), 18, 1.25),
        cup_from_above((1430, 190)),
        sheet((150, 190), 260, 320, -10, 6, PAPER, TEAL),
        book,
        pen((1010, 742), 470, 52, TEAL),
    ]


def nghi_quyet() -> Scene:
    """A bound document on a desk under a lamp."""
    wall = mix(TEAL, CREAM, 0.12)
    return [
        rect(0, 0, 1600, 900, wall),
        circle(800, 430, 460, mix(wall, STRAW, 0.16)),
        circle(800, 430, 330, mix(wall, STRAW, 0.26)),
        rect(0, 690, 1600, 210, WOOD),
        rect(0, 690, 1600, 22, mix(WOOD, STRAW, 0.35)),
        rect(0, 770, 1600, 8, WOOD_DARK),
        *window(96, 110, 250, 300, "study", 1),
        rect(96, 110, 250, 300, NIGHT, opacity=0.55),
        circle(271, 212, 40, STRAW),
        # a short row of books on the left, glasses in front
        *(
            rect(x, 690 - h, w, h, tone, 4)
            for x, w, h, tone in ((250, 54, 230, GREEN), (308, 44, 200, GOLD), (356, 60, 250, WINE))
        ),
        *(rect(x, y, w, 10, STRAW, 3) for x, y, w in ((258, 500, 38), (258, 520, 38), (364, 484, 44), (316, 530, 28))),
        # the document on its stand
        ellipse(760, 726, 260, 18, INK, 0.22),
        poly([(920, 236), (968, 262), (968, 690), (920, 706)], darker(PAPER, 0.12)),
        *(line(((920 + i * 8, 240 + i * 4), (920 + i * 8, 704 - i * 2.6)), STONE, 2, cap="butt") for i in range(1, 6)),
        poly([(916, 226), (972, 256), (972, 264), (916, 238)], WINE),
        poly([(916, 708), (972, 690), (972, 698), (916, 720)], WINE),
        rect(560, 226, 362, 494, RED, 8),
        rect(560, 226, 44, 494, WINE, 8),
        gold_frame(636, 268, 254, 410),
        rect(676, 330, 174, 26, GOLD, 5),
        rect(696, 374, 134, 16, GOLD, 5),
        rect(716, 408, 94, 16, GOLD, 5),
        rect(706, 596, 114, 14, GOLD, 5),
        ring(763, 502, 38, GOLD, 10),
        path("M850,226 h34 v96 l-17,-18 l-17,18 Z", GOLD),
        rect(520, 712, 480, 20, WOOD_DARK, 8),
        desk_lamp((1210, 730), 1.56, GOLD),
        glasses((470, 756), 0.9),
        pen((1040, 806), 230, -78, TEAL),
        cup((330, 790), 1.5),
    ]


def gold_frame(x: float, y: float, w: float, h: float) -> Node:
    """Thin gold frame on a cover."""
    return group(
        rect(x, y, w, 6, GOLD), rect(x, y + h - 6, w, 6, GOLD), rect(x, y, 6, h, GOLD), rect(x + w - 6, y, 6, h, GOLD)
    )


def dien_thoai_so_tay() -> Scene:
    """Hands holding a phone that shows a notebook-like list."""
    screen: list[Node] = [rect(632, 116, 336, 96, TEAL), rect(662, 148, 150, 24, PAPER, 8), circle(920, 160, 20, GOLD)]
    for i, (width, done) in enumerate(((170, True), (140, True), (180, True), (120, False), (160, False))):
        y = 238 + i * 84
        screen += [
            rect(652, y, 296, 68, PAPER, 12),
            tick_box(666, y + 15, 38, done),
            rect(722, y + 18, width, 13, mix(STONE, INK, 0.25), 6),
            rect(722, y + 42, width * 0.6, 10, STONE, 5),
        ]
    screen += [
        rect(632, 668, 336, 70, PAPER),
        *(rect(x, 686, 34, 34, tone, 8) for x, tone in ((672, LAKE), (736, RED), (830, LAKE), (894, LAKE))),
    ]
    return [
        *soft_backdrop(),
        _holding_hand(SKIN_DARK, RED, behind=True),
        group(_holding_hand(SKIN_DARK, RED, behind=True), at=(1600, 0), flip=True),
        rect(610, 84, 396, 730, INK, 48, 0.14),
        rect(602, 72, 396, 730, INK, 48),
        clip_shape("screen", rect(624, 94, 352, 686, INK, 30)),
        group(rect(624, 94, 352, 686, mix(CREAM, SAND, 0.5)), *screen, clip="screen"),
        rect(750, 86, 100, 22, INK, 11),
        rect(740, 756, 120, 8, STONE, 4),
        _holding_hand(SKIN_DARK, RED, behind=False),
        group(_holding_hand(SKIN_DARK, RED, behind=False), at=(1600, 0), flip=True),
        plant((150, 850), 1.2, TEAL),
        plant((1450, 850), 1.2, TEAL),
    ]


def _holding_hand(skin: str, sleeve: str, behind: bool) -> Node:
    """Left hand: arm, palm and finger ends behind the phone, or the thumb in front of it."""
    shade = darker(skin, 0.12)
    if not behind:
        return group(
            line(((566, 700), (600, 610), (660, 560)), skin, 56),
            stroke("M600,640 Q612,596 660,560", skin, 56),
            ellipse(672, 551, 17, 12, mix(skin, PAPER, 0.45)),
        )
    return group(
        line(((320, 1010), (520, 780)), skin, 140),
        line(((250, 1090), (400, 917)), sleeve, 186, cap="butt"),
        line(((390, 928), (424, 889)), darker(sleeve, 0.2), 200, cap="butt"),
        path("M470,790 C480,690 540,600 620,590 L680,760 C660,830 560,880 500,860 Z", skin),
        *(line(((640, y), (580, y + 6)), shade, 50) for y in (470, 530, 590)),
        line(((640, 650), (560, 690)), skin, 70),
    )


def vay_von() -> Scene:
    """Two hands exchanging a small savings book and coins."""
    book = group(
        rect(-164, -112, 340, 240, INK, 14, 0.14),
        rect(-170, -120, 340, 240, WINE, 14),
        rect(-156, -112, 320, 224, darker(PAPER, 0.08), 6),
        rect(-170, -120, 330, 232, RED, 14),
        rect(-170, -120, 36, 232, WINE, 12),
        rect(-60, -74, 180, 24, GOLD, 8),
        rect(-30, -32, 120, 14, GOLD, 7),
        ring(30, 46, 30, GOLD, 9),
        at=(740, 330),
        turn=-5,
        name="savings-book",
    )
    return [
        *soft_backdrop(),
        sprig((220, 960), -10, 1.3),
        sprig((120, 960), -24, 1.1, PINE),
        sprig((1390, 960), 12, 1.3),
        sprig((1490, 960), 26, 1.1, PINE),
        *_gripping_hand(SKIN_LIGHT, TEAL, book),
        group(*_open_hand(SKIN_DARK, RED), at=(1490, -50), flip=True),
    ]


def _gripping_hand(skin: str, sleeve: str, held: Node) -> tuple[Node, ...]:
    """Hand from the left with its fingers behind something flat and its thumb on top."""
    shade = darker(skin, 0.1)
    fingers = [line(((500, y + 8), (640, y)), shade, 48) for y in (338, 384, 420)]
    return (
        *fingers,
        line(((-40, 560), (420, 432)), skin, 132),
        line(((-60, 566), (250, 479)), sleeve, 206, cap="butt"),
        line(((236, 483), (276, 472)), darker(sleeve, 0.25), 216, cap="butt"),
        path("M410,370 C450,340 500,300 560,310 L600,470 C560,500 480,512 420,500 Z", skin),
        held,
        line(((490, 400), (560, 346), (650, 332)), skin, 56),
        ellipse(662, 330, 17, 12, mix(skin, PAPER, 0.5)),
    )


def _open_hand(skin: str, sleeve: str) -> tuple[Node, ...]:
    """Hand from the left, palm up, carrying coins."""
    shade = darker(skin, 0.12)
    return (
        line(((-240, 904), (360, 742)), skin, 124),
        line(((-260, 909), (230, 777)), sleeve, 196, cap="butt"),
        line(((216, 781), (256, 770)), darker(sleeve, 0.25), 206, cap="butt"),
        stroke("M400,690 C480,640 520,610 576,604", shade, 50),
        path(
            "M350,684 C420,650 520,660 600,676 L760,664 C790,660 800,706 770,716 L640,760 C560,800 440,812 360,800 Z",
            skin,
        ),
        coin_stack((664, 690), 4, 58),
        coin_stack((560, 694), 2, 52),
        path(
            "M480,712 C560,700 640,706 700,700 L776,676 C806,672 812,716 782,728 L650,774 C570,800 480,800 440,790 Z",
            skin,
        ),
        stroke("M600,744 C660,736 720,724 770,708", shade, 6),
        stroke("M590,772 C640,764 690,750 730,738", shade, 6),
    )


# Legs of someone stepping from one bar up to the next.
CLIMB = (((0, -185), (-6, -98), (-14, -12)), ((0, -185), (82, -196), (94, -105)))


def thang_diem() -> Scene:
    """A ladder of bars like a 100-point scale."""
    heights = (110, 190, 270, 350, 430, 510, 600)
    tones = (mix(MIST, LEAF, 0.45), LEAF, mix(LEAF, GREEN, 0.5), GREEN, mix(GREEN, GOLD, 0.6), GOLD, RED)
    steps = [
        part
        for i, (h, tone) in enumerate(zip(heights, tones, strict=True))
        for part in (
            rect(338 + i * 128, 800 - h, 118, h, tone, 10),
            rect(338 + i * 128 + 88, 800 - h, 30, h, INK, 10, 0.08),
        )
    ]
    ruler = [
        rect(258, 186, 22, 614, WOOD, 8),
        *(rect(280, 800 - 60 * i - 4, 44 if i % 5 == 0 else 26, 7, WOOD_DARK, 3) for i in range(11)),
    ]
    climber = Figure(
        (656, 530), YOUTH, replace(with_hands(standing("side"), (96, -246), (100, -280)), legs=CLIMB, lean=8), 0.86
    )
    judge = Figure((182, 850), OFFICIAL_WOMAN, with_hands(standing("side"), (66, -226), (76, -236)), 1.3)
    return [
        *soft_backdrop(),
        rect(0, 800, 1600, 100, SAND),
        rect(0, 800, 1600, 10, darker(SAND, 0.1)),
        *ruler,
        *steps,
        circle(1165, 142, 66, PAPER),
        circle(1165, 142, 56, GREEN),
        line(((1138, 144), (1158, 164), (1194, 120)), PAPER, 14),
        climber.whole(),
        judge.whole(),
        plant((1430, 850), 1.3),
    ]


def an_toan_mang() -> Scene:
    """A shield over a browser window."""
    return [
        *soft_backdrop(),
        rect(312, 132, 990, 640, INK, 26, 0.12),
        rect(300, 116, 1000, 640, PAPER, 26),
        path("M300,196 V142 Q300,116 326,116 H1274 Q1300,116 1300,142 V196 Z", TEAL),
        *(circle(x, 156, 13, tone) for x, tone in ((344, RED), (384, GOLD), (424, LEAF))),
        rect(480, 138, 620, 38, lighter(TEAL, 0.8), 19),
        rect(520, 152, 230, 10, LAKE, 5),
        rect(340, 236, 400, 210, SKY, 10),
        circle(640, 296, 30, GOLD),
        clip_shape("hero", rect(340, 236, 400, 210, INK, 10)),
        group(ellipse(440, 456, 190, 96, LEAF), ellipse(660, 466, 190, 80, GREEN), clip="hero"),
        text_bars(340, 484, (400, 360, 380, 240), 36, 15),
        *(rect(x, 640, 120, 76, tone, 10) for x, tone in ((340, BLUSH), (480, STRAW), (620, MIST))),
        rect(1130, 236, 134, 210, mix(CREAM, SAND, 0.5), 10),
        text_bars(1148, 262, (96, 80, 96, 60), 40, 13),
        rect(1130, 484, 134, 232, mix(CREAM, SAND, 0.5), 10),
        _shield((930, 478), 1.0),
        plant((150, 850), 1.3),
        plant((1470, 850), 1.1, TEAL),
    ]


def _shield(at: Point, scale: float) -> Node:
    """Plain shield with a tick."""
    outer = (
        "M0,-260 C70,-216 150,-196 214,-196 V-10 C214,130 110,230 0,276 C-110,230 -214,130 -214,-10 "
        "V-196 C-150,-196 -70,-216 0,-260 Z"
    )
    return group(
        group(path(outer, INK, 0.14), at=(12, 18)),
        path(outer, GOLD),
        group(path(outer, RED), scale=0.88),
        group(path("M0,-260 C70,-216 150,-196 214,-196 V-10 C214,130 110,230 0,276 Z", WINE), scale=0.88),
        line(((-88, 6), (-24, 70), (94, -66)), PAPER, 42),
        at=at,
        scale=scale,
        name="shield",
    )


def du_lieu_ca_nhan() -> Scene:
    """A folder with a padlock."""
    cards = [
        group(
            rect(-150, -200, 300, 330, PAPER, 12),
            rect(-126, -172, 92, 108, SKY, 8),
            circle(-80, -132, 22, tone),
            path("M-116,-64 C-116,-112 -44,-112 -44,-64 Z", tone),
            text_bars(-14, -160, (134, 110, 134, 80), 30, 13),
            text_bars(-126, -36, (246, 246, 180), 32, 13),
            at=at,
            turn=turn,
        )
        for at, turn, tone in (((640, 330), -7, TEAL), ((800, 290), 1, RED), ((966, 332), 8, GREEN))
    ]
    return [
        *soft_backdrop(),
        ellipse(800, 800, 480, 30, INK, 0.12),
        path("M392,250 Q392,222 420,222 H600 Q620,222 632,240 L656,276 H1180 Q1208,276 1208,304 V780 H392 Z", AMBER),
        *cards,
        path(
            "M352,430 Q350,400 380,400 H1220 Q1250,400 1248,430 L1214,774 Q1212,800 1184,800 H416 Q388,800 386,774 Z",
            GOLD,
        ),
        path("M352,430 Q350,400 380,400 H1220 Q1250,400 1248,430 L1247,442 H353 Z", STRAW),
        rect(440, 700, 220, 16, AMBER, 8),
        rect(440, 734, 150, 16, AMBER, 8),
        circle(800, 612, 156, PAPER, 0.9),
        padlock((800, 640), 180, RED),
        plant((190, 850), 1.25, TEAL),
        plant((1420, 850), 1.25),
    ]


def huong_dan_bien_tap() -> Scene:
    """A desk with a text page, three photographs and a laptop."""
    keys = [rect(-262 + c * 44, 36 + r * 42, 36, 32, mix(NIGHT, STONE, 0.28), 6) for r in range(4) for c in range(12)]
    screen = [
        rect(-270, -330, 540, 318, PAPER, 4),
        rect(-270, -330, 540, 40, RED, 4),
        rect(-244, -266, 240, 136, SKY, 4),
        path("M-244,-130 V-170 Q-170,-222 -90,-176 Q-46,-156 -4,-192 V-130 Z", GREEN),
        circle(-60, -230, 18, GOLD),
        text_bars(24, -262, (220, 190, 220, 150), 34, 14),
        text_bars(-244, -104, (488, 440, 300), 30, 12),
    ]
    computer = group(
        rect(-300, -352, 620, 640, INK, 26, 0.14),
        rect(-306, -362, 612, 366, NIGHT, 20),
        *screen,
        rect(-320, 4, 640, 290, mix(STONE, NIGHT, 0.2), 22),
        rect(-320, 0, 640, 14, NIGHT, 4),
        *keys,
        rect(-90, 212, 180, 70, mix(STONE, NIGHT, 0.32), 8),
        at=(1010, 400),
        name="laptop",
    )
    return [
        *wooden_desk(),
        sprig((1520, 880), -14, 1.2),
        cup_from_above((1466, 190)),
        sprig((110, 330), 10, 0.9, PINE),
        computer,
        sheet((490, 370), 360, 480, -4, 10),
        pen((430, 560), 320, 24, TEAL),
        pinned_photo((470, 736), 270, 200, -6, SKY, GREEN, "first"),
        pinned_photo((760, 764), 270, 200, 3, STRAW, PINE, "second"),
        pinned_photo((1050, 752), 270, 200, -3, BLUSH, TEAL, "third"),
    ]
