"""Scenes in meeting rooms, offices and at counters."""

from __future__ import annotations

from dataclasses import replace

from cast import (
    CLERK,
    ELDER,
    FARMER_WOMAN,
    GRANDMOTHER,
    OFFICIAL,
    OFFICIAL_WOMAN,
    SECRETARY,
    TEACHER,
    VETERAN,
    YOUTH,
)
from people import Figure, Look, bust, seated, standing, with_hands
from props import (
    bars,
    binder,
    board,
    chair_back,
    chair_side,
    clock,
    coin_stack,
    cup,
    curtain,
    flat_notebook,
    flat_sheet,
    long_table,
    plant,
    room,
    round_table,
    shelf_frame,
    teapot,
    text_bars,
    window,
)
from svg import (
    AMBER,
    CREAM,
    GOLD,
    GREEN,
    INK,
    LAKE,
    LEAF,
    NIGHT,
    PAPER,
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
    darker,
    ellipse,
    line,
    mix,
    poly,
    rect,
    ring,
)

Scene = list[Node]


def at_table(
    at: Point,
    look: Look,
    scale: float,
    left: Point | None = (-36, -186),
    right: Point | None = (36, -186),
    tilt: float = 0,
) -> Figure:
    """Person behind a table with both hands on it."""
    return Figure(at, look, replace(with_hands(bust(), left, right), tilt=tilt), scale)


def on_chair(
    at: Point,
    look: Look,
    scale: float,
    flip: bool = False,
    near: Point = (96, -186),
    far: Point = (90, -192),
    lean: float = 4,
) -> Figure:
    """Person in side view on a chair, hands on a table in front."""
    return Figure(at, look, replace(with_hands(seated(), far, near), lean=lean), scale, flip)


def sinh_hoat_chi_bo() -> Scene:
    """A branch meeting round a table."""
    talker = at_table((800, 838), SECRETARY, 1.32, (-30, -186), (98, -296))
    speaker = replace(talker, pose=replace(talker.pose, bends=(1, 1)))
    behind = [
        at_table((556, 838), VETERAN, 1.32, tilt=4),
        speaker,
        at_table((1044, 838), OFFICIAL, 1.32, (-40, -190), (30, -188), tilt=-4),
    ]
    sides = [on_chair((338, 884), GRANDMOTHER, 1.3), on_chair((1262, 884), YOUTH, 1.3, flip=True)]
    front = [
        Figure((618, 1006), TEACHER, with_hands(seated("back"), (-62, -196), (60, -200)), 1.36),
        Figure((982, 1006), ELDER, with_hands(seated("back"), (-60, -198), (62, -196)), 1.36),
    ]
    return [
        *room(650),
        *window(520, 84, 560, 262, "meeting"),
        curtain(486, 58, 150, 330),
        curtain(1114, 58, 150, 330, flip=True),
        plant((126, 800), 1.15),
        *board(1290, 130, 190, 150),
        text_bars(1312, 158, (120, 146, 146, 96), 26, 8),
        circle(1446, 256, 12, RED),
        *(figure.body() for figure in behind),
        *(chair_side(figure.at, 1.3, figure.flip) for figure in sides),
        *(figure.body() for figure in sides),
        round_table(800, 648, 424, 108, 190),
        flat_sheet((556, 626), 120, 46),
        flat_notebook((800, 606), 120, 40, TEAL),
        flat_sheet((1046, 626), 120, 46, accent=TEAL),
        teapot((770, 676), 0.95, RED),
        cup((852, 690), 0.9),
        cup((668, 664), 0.9),
        cup((930, 660), 0.9),
        cup((480, 664), 0.8),
        flat_notebook((1136, 660), 108, 34, GREEN),
        *(figure.arms() for figure in (*behind, *sides)),
        *(part for figure in front for part in (figure.whole(), chair_back((figure.at[0], figure.at[1] + 20), 1.36))),
    ]


def giam_sat() -> Scene:
    """Supervision: documents on the table, one person standing and speaking."""
    standing_up = Figure((800, 872), OFFICIAL_WOMAN, with_hands(bust(), (-64, -214), (104, -300), (1, 1)), 1.36)
    sitting = [
        at_table((566, 956), VETERAN, 1.3, (-30, -226), (46, -222), tilt=7),
        at_table((1034, 956), TEACHER, 1.3, (-46, -222), (30, -226), tilt=-7),
    ]
    sides = [on_chair((300, 880), YOUTH, 1.3), on_chair((1300, 880), ELDER, 1.3, flip=True)]
    held = standing_up.point((-58, -222))
    return [
        *room(650),
        *board(536, 70, 528, 236),
        bars(584, 282, (60, 92, 120, 150), 36, 20, (LEAF, GREEN, GOLD, RED)),
        text_bars(836, 112, (190, 160, 190), 42, 13),
        *(circle(x, 262, 15, tone) for x, tone in ((852, GREEN), (896, GOLD), (940, RED))),
        plant((140, 800), 1.05, TEAL),
        *window(1240, 100, 230, 230, "audit", 1),
        *(figure.body() for figure in sitting),
        standing_up.body(),
        *(chair_side(figure.at, 1.3, figure.flip) for figure in sides),
        *(figure.body() for figure in sides),
        long_table(376, 612, 848, 104, 150),
        flat_sheet((560, 668), 124, 50),
        flat_sheet((690, 682), 116, 48, 16, TEAL),
        flat_sheet((1040, 668), 124, 50, accent=GREEN),
        _paper_stack((900, 690)),
        _magnifier((800, 678)),
        cup((470, 690), 0.9),
        cup((1140, 690), 0.9),
        *(figure.arms() for figure in (*sitting, *sides)),
        poly(
            [
                (held[0] - 62, held[1] - 50),
                (held[0] + 28, held[1] - 40),
                (held[0] + 18, held[1] + 70),
                (held[0] - 74, held[1] + 60),
            ],
            PAPER,
        ),
        line(((held[0] - 46, held[1] - 22), (held[0] + 6, held[1] - 16)), RED, 8),
        *(
            line(((held[0] - 50 - i * 3, held[1] + i * 22), (held[0] + 4 - i * 3, held[1] + 6 + i * 22)), STONE, 5)
            for i in range(3)
        ),
        standing_up.arms(),
    ]


def _paper_stack(at: Point) -> Node:
    """Thick pile of papers lying on a table, a folder on top."""
    x, y = at
    layers = [
        rect(x - 62 + (i % 2) * 4, y - 8 - i * 8, 124, 9, PAPER if i % 2 else darker(PAPER, 0.1), 2) for i in range(5)
    ]
    lid = poly([(x - 54, y - 62), (x + 56, y - 62), (x + 66, y - 40), (x - 64, y - 40)], RED)
    return Node("g", (), (*layers, lid))


def _magnifier(at: Point) -> Node:
    """Magnifying glass lying on a table."""
    x, y = at
    return Node(
        "g",
        (),
        (
            line(((x + 26, y + 10), (x + 68, y + 24)), WOOD_DARK, 13),
            ellipse(x, y, 34, 19, INK),
            ellipse(x, y, 27, 14, SKY),
        ),
    )


def hoi_nghi_giao_ban() -> Scene:
    """Small conference room seen over rows of people towards a speaker."""
    speaker = Figure((1074, 620), OFFICIAL, with_hands(bust(), (-112, -300), (34, -206), (-1, -1)), 1.08)
    far_row = [ELDER, SECRETARY, YOUTH, TEACHER, VETERAN]
    near_row = [
        OFFICIAL_WOMAN,
        replace(YOUTH, shirt=RED, hair=darker(WOOD_DARK, 0.5)),
        GRANDMOTHER,
        replace(OFFICIAL, shirt=LEAF),
    ]
    return [
        *room(560),
        rect(0, 560, 1600, 340, mix(SAND, WOOD_LIGHT, 0.35)),
        *board(470, 76, 470, 292, mix(PAPER, SKY, 0.35), TEAL),
        bars(520, 334, (70, 110, 92, 150, 190), 34, 20, (LAKE, GREEN, GOLD, LEAF, RED)),
        text_bars(800, 122, (100, 76, 100), 34, 12),
        ring(848, 282, 40, GREEN, 22),
        *window(140, 110, 200, 230, "left", 1),
        *window(1260, 110, 200, 230, "right", 1),
        plant((64, 590), 0.9, TEAL),
        speaker.body(),
        _lectern((1074, 624)),
        speaker.arms(),
        *_audience(far_row, 800, 236, 0.98, 842),
        *_audience(near_row, 800, 292, 1.24, 1046),
    ]


def _lectern(foot: Point) -> Node:
    """Wooden lectern with a microphone."""
    x, y = foot
    return Node(
        "g",
        (),
        (
            poly([(x - 78, y - 218), (x + 78, y - 218), (x + 58, y), (x - 58, y)], WOOD),
            poly([(x + 34, y - 218), (x + 78, y - 218), (x + 58, y), (x + 26, y)], WOOD_DARK),
            rect(x - 92, y - 232, 184, 22, WOOD_DARK, 6),
            rect(x - 40, y - 170, 66, 8, GOLD, 4),
            rect(x - 40, y - 150, 50, 8, GOLD, 4),
            line(((x + 56, y - 232), (x + 40, y - 268)), INK, 5),
            ellipse(x + 38, y - 272, 8, 10, INK),
        ),
    )


def _audience(looks: list[Look], center: float, step: float, scale: float, ground: float) -> list[Node]:
    """One row of people seen from behind on their chairs."""
    parts: list[Node] = []
    for index, look in enumerate(looks):
        x = center + (index - (len(looks) - 1) / 2) * step
        pose = with_hands(seated("back"), (-56, -130), (56, -130))
        parts += [Figure((x, ground), look, pose, scale).whole(), chair_back((x, ground + 16), scale)]
    return parts


def dong_ho_sinh_hoat() -> Scene:
    """A wall clock over a meeting table."""
    behind = [
        at_table((578, 900), OFFICIAL, 1.22, (-34, -176), (34, -176), tilt=4),
        at_table((800, 900), SECRETARY, 1.22, (-34, -176), (34, -176)),
        at_table((1022, 900), VETERAN, 1.22, (-34, -176), (34, -176), tilt=-4),
    ]
    sides = [
        on_chair((350, 890), TEACHER, 1.22, near=(92, -176), far=(86, -182)),
        on_chair((1250, 890), YOUTH, 1.22, flip=True, near=(92, -176), far=(86, -182)),
    ]
    return [
        *room(660, wall=mix(CREAM, STRAW, 0.25)),
        rect(0, 0, 1600, 22, WOOD_LIGHT),
        *window(130, 120, 230, 250, "clock-left", 1),
        *window(1240, 120, 230, 250, "clock-right", 1),
        clock(800, 202, 140, 210, 0),
        *(figure.body() for figure in behind),
        *(chair_side(figure.at, 1.22, figure.flip) for figure in sides),
        *(figure.body() for figure in sides),
        long_table(410, 660, 780, 92, 126),
        flat_notebook((590, 706), 130, 44, RED),
        flat_sheet((800, 704), 120, 46),
        flat_notebook((1010, 706), 130, 44, TEAL),
        teapot((694, 740), 0.72),
        cup((896, 736), 0.9),
        cup((480, 736), 0.9),
        cup((1120, 736), 0.9),
        *(figure.arms() for figure in (*behind, *sides)),
    ]


def quy_tin_dung() -> Scene:
    """Credit-fund counter with a clerk and a villager."""
    clerk = Figure((930, 850), CLERK, with_hands(bust(), (-80, -246), (36, -206), (1, -1)), 1.36)
    villager = Figure(
        (560, 866), replace(FARMER_WOMAN, hat=False), with_hands(standing("side"), (150, -262), (128, -250)), 1.36
    )
    waiting = [Figure((214, 836), VETERAN, with_hands(seated("front", 100), (-26, -118), (26, -118)), 1.12)]
    book = villager.point((136, -254))
    return [
        *room(690, floor=mix(SAND, WOOD_LIGHT, 0.2)),
        *board(760, 90, 420, 150, mix(PAPER, SKY, 0.3), TEAL),
        bars(800, 216, (30, 48, 66, 84, 104), 30, 16, (LEAF, GREEN, GOLD, AMBER, RED)),
        text_bars(1060, 124, (90, 64, 90), 36, 12),
        *window(120, 150, 230, 240, "fund", 1),
        rect(90, 712, 260, 22, WOOD, 8),
        rect(116, 730, 22, 110, WOOD_DARK),
        rect(302, 730, 22, 110, WOOD_DARK),
        *(figure.whole() for figure in waiting),
        clerk.body(),
        villager.body(),
        # the counter: top, panels and the clerk's screen
        rect(700, 596, 900, 304, WOOD),
        rect(700, 596, 900, 40, INK, opacity=0.12),
        *(rect(730 + i * 190, 660, 160, 190, mix(WOOD, STRAW, 0.25), 8) for i in range(5)),
        rect(676, 566, 940, 34, WOOD_LIGHT, 8),
        rect(676, 592, 940, 10, WOOD_DARK, 5),
        rect(1112, 404, 190, 130, NIGHT, 10),
        rect(1192, 530, 30, 30, NIGHT),
        rect(1152, 556, 110, 12, NIGHT, 5),
        coin_stack((1336, 570), 4, 24),
        coin_stack((1392, 570), 7, 24),
        plant((1504, 572), 0.72),
        _paper_stack((1040, 574)),
        clerk.arms(),
        poly(
            [
                (book[0] - 6, book[1] - 34),
                (book[0] + 84, book[1] - 40),
                (book[0] + 88, book[1] + 16),
                (book[0] - 2, book[1] + 22),
            ],
            RED,
        ),
        line(((book[0] + 18, book[1] - 18), (book[0] + 66, book[1] - 21)), GOLD, 6),
        line(((book[0] + 20, book[1] - 2), (book[0] + 52, book[1] - 4)), GOLD, 5),
        villager.arms(),
    ]


def tu_van_ban() -> Scene:
    """A shelf of binders; someone takes one down."""
    tones = (RED, TEAL, GOLD, GREEN, LAKE, WINE, AMBER, NIGHT)
    rows: list[Node] = []
    for row, base in enumerate((276, 500, 724)):
        x = 402.0
        for index in range(12):
            width = (58, 66, 52)[(index + row) % 3]
            gone = row == 1 and index in (8, 9)
            if not gone:
                tilt = -9 if (row, index) == (1, 7) else 0
                rows.append(
                    binder(
                        x + (26 if tilt else 0),
                        base,
                        width,
                        172 + (index * 7 + row * 5) % 3 * 8,
                        tones[(index * 3 + row * 2) % 8],
                        tilt,
                    )
                )
            x += width + 5
    reader = Figure((1150, 872), OFFICIAL_WOMAN, with_hands(standing("back"), (-104, -322), (64, -140)), 1.34)
    taken = reader.point((-104, -322))
    return [
        *room(760),
        plant((230, 830), 1.25, TEAL),
        ellipse(800, 794, 450, 18, INK, 0.1),
        shelf_frame(390, 66, 820, 668, 3),
        *rows,
        *(rect(x, 734, 44, 60, WOOD_DARK, 4) for x in (400, 1156)),
        rect(1330, 520, 180, 26, WOOD, 6),
        rect(1350, 540, 20, 270, WOOD_DARK),
        rect(1470, 540, 20, 270, WOOD_DARK),
        rect(1352, 500, 130, 20, TEAL, 3),
        rect(1360, 478, 116, 22, PAPER, 3),
        rect(1350, 456, 124, 22, RED, 3),
        binder(taken[0] - 40, taken[1] + 54, 66, 178, RED, -7),
        reader.whole(),
    ]
