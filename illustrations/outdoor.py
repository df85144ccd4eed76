"""Scenes in villages, fields and on the water."""

from __future__ import annotations

from dataclasses import replace

from cast import (
    CHILD,
    CHILD_GIRL,
    ELDER,
    FARMER,
    FARMER_BROWN,
    FARMER_GREEN,
    FARMER_WOMAN,
    GRANDMOTHER,
    OFFICIAL,
    OFFICIAL_WOMAN,
    SECRETARY,
    TEACHER,
    VETERAN,
    YOUTH,
)
from people import Figure, Look, bust, seated, standing, walking, with_hands
from props import bars, chair_side, cup, flat_notebook, flat_sheet, long_table, map_pin, sheet, teapot
from scenery import (
    areca,
    banana,
    bench,
    bicycle,
    bush,
    cloud,
    egret,
    flying_bird,
    furrows,
    hills,
    house,
    lotus,
    lying_sack,
    rice_tufts,
    ripples,
    sack,
    sky,
    street_lamp,
    sun,
    tree,
    window_small,
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
SOIL = mix(WOOD, STRAW, 0.35)
RIPE = mix(GOLD, LEAF, 0.35)


def tu_van_hop_tac_xa() -> Scene:
    """Two advisers and farmers over papers at a table by the fields."""
    advisers = [
        Figure((676, 862), OFFICIAL_WOMAN, with_hands(bust(), (-34, -182), (58, -170)), 1.34),
        Figure((924, 862), YOUTH, with_hands(bust(), (-62, -172), (34, -182)), 1.34),
    ]
    farmers = [
        Figure((336, 890), FARMER_WOMAN, replace(with_hands(seated(), (92, -190), (104, -186)), lean=5), 1.32),
        Figure((1264, 890), FARMER, replace(with_hands(seated(), (92, -190), (104, -186)), lean=5), 1.32, flip=True),
    ]
    return [
        *sky(400),
        sun(1150, 190, 62),
        *hills(430, 110),
        rect(0, 428, 1600, 300, LEAF),
        furrows((800, 380), 720, -700, 2300, 18, mix(GREEN, LEAF, 0.35), 50),
        rect(0, 428, 1600, 12, mix(LEAF, MIST, 0.5)),
        areca((150, 700), 420),
        areca((1492, 690), 380),
        house((1330, 440), 150, scale=0.7),
        bush((1210, 440), 0.5),
        tree((300, 440), 0.5),
        tree((390, 436), 0.36, PINE),
        path("M0,690 Q800,640 1600,690 V900 H0 Z", SAND),
        path("M0,690 Q800,640 1600,690 V704 Q800,654 0,704 Z", mix(SAND, GREEN, 0.4)),
        *(figure.body() for figure in advisers),
        *(chair_side(figure.at, 1.32, figure.flip) for figure in farmers),
        *(figure.body() for figure in farmers),
        long_table(404, 606, 792, 104, 150),
        flat_sheet((800, 660), 190, 74, accent=RED),
        flat_sheet((612, 668), 120, 48, 14, TEAL),
        flat_notebook((990, 666), 120, 44, GREEN),
        teapot((1094, 690), 0.72),
        cup((500, 690), 0.9),
        cup((1150, 694), 0.8),
        *(figure.arms() for figure in (*advisers, *farmers)),
        sack((110, 880), 1.05),
        sack((206, 892), 0.95),
        lying_sack((1500, 884), 170),
    ]


def dan_van_kheo() -> Scene:
    """An official sitting with villagers on a veranda, talking."""
    official = Figure(
        (424, 862),
        replace(OFFICIAL, trousers=TEAL),
        replace(with_hands(seated(), (70, -140), (116, -236)), lean=5),
        1.34,
    )
    elder = Figure(
        (1204, 862),
        replace(ELDER, shirt=GREEN),
        replace(with_hands(seated(), (70, -134), (82, -138)), lean=6),
        1.34,
        flip=True,
    )
    grandmother = Figure(
        (716, 776), GRANDMOTHER, replace(with_hands(seated("front", 120), (-28, -128), (28, -128)), tilt=-5), 1.2
    )
    neighbour = Figure(
        (900, 776),
        replace(FARMER_WOMAN, hat=False, shirt=GOLD),
        replace(with_hands(seated("front", 120), (-28, -128), (28, -128)), tilt=-5),
        1.2,
    )
    child = Figure(
        (1036, 784), replace(CHILD, shirt=TEAL, trousers=WOOD), with_hands(standing(), (-64, -140), (60, -140)), 0.86
    )
    return [
        *_veranda(),
        *(ellipse(x, y, w, 12, INK, 0.12) for x, y, w in ((456, 866, 120), (1172, 866, 120), (1036, 786, 50))),
        rect(590, 622, 420, 24, WOOD_LIGHT, 6),
        rect(590, 642, 420, 8, WOOD_DARK),
        *(rect(x, 646, 22, 130, WOOD_DARK) for x in (606, 972)),
        child.whole(),
        grandmother.whole(),
        neighbour.whole(),
        *_stool((422, 862)),
        *_stool((1206, 862)),
        official.body(),
        elder.body(),
        ellipse(806, 856, 170, 14, INK, 0.12),
        *(rect(x, 762, 20, 92, WOOD_DARK) for x in (696, 896)),
        rect(664, 742, 284, 18, WOOD_LIGHT, 8),
        rect(664, 756, 284, 12, WOOD, 6),
        teapot((806, 744), 0.9),
        cup((718, 746), 0.95),
        cup((894, 746), 0.95),
        official.arms(),
        elder.arms(),
    ]


def _stool(at: Point) -> list[Node]:
    """Low wooden stool for a side-view sitter."""
    x, y = at
    return [
        *(line(((x + dx, y - 120), (x + dx * 1.15, y)), WOOD_DARK, 14) for dx in (-40, 40)),
        rect(x - 62, y - 136, 124, 22, WOOD, 8),
    ]


def _veranda() -> list[Node]:
    """House front: tiled eave, pillars, door, windows, floor and yard plants."""
    roof_tiles = [line(((80 + i * 76, -20), (10 + i * 83, 118)), darker(RED, 0.2), 5) for i in range(20)]
    panels = [rect(x, y, 92, h, mix(WOOD, STRAW, 0.3), 4) for x in (690, 818) for y, h in ((230, 150), (404, 250))]
    windows = [window_small(x, 236, 160, 190, 8) for x in (452, 1148)]
    return [
        rect(0, 0, 1600, 900, SKY),
        *hills(560, 180),
        rect(0, 556, 1600, 344, LEAF),
        areca((60, 720), 560),
        areca((1540, 720), 520),
        rect(180, 100, 1240, 600, mix(STRAW, CREAM, 0.35)),
        rect(180, 100, 1240, 74, INK, opacity=0.1),
        rect(180, 660, 1240, 40, darker(STRAW, 0.08)),
        rect(664, 206, 272, 494, WOOD),
        line(((800, 206), (800, 694)), WOOD_DARK, 8, cap="butt"),
        *panels,
        *windows,
        poly([(60, -40), (1540, -40), (1620, 120), (-20, 120)], RED),
        *roof_tiles,
        rect(0, 110, 1600, 22, WINE),
        rect(180, 132, 1240, 22, WOOD),
        *(
            part
            for x in (262, 1338)
            for part in (rect(x - 18, 150, 36, 560, WOOD_DARK), rect(x - 30, 694, 60, 26, STONE, 4))
        ),
        rect(100, 696, 1400, 204, lighter(STONE, 0.42)),
        rect(100, 696, 1400, 10, PAPER),
        *(rect(x, 706, 4, 194, STONE, opacity=0.5) for x in range(240, 1500, 140)),
        rect(0, 800, 100, 100, SAND),
        rect(1500, 800, 100, 100, SAND),
        plant_pot((180, 820)),
        plant_pot((1420, 820)),
    ]


def plant_pot(at: Point) -> Node:
    """Glazed yard pot with a kumquat bush."""
    return group(
        line(((0, -80), (0, -150)), WOOD_DARK, 10),
        circle(0, -190, 74, PINE),
        circle(-30, -170, 44, GREEN),
        circle(34, -206, 36, GREEN),
        *(circle(x, y, 9, GOLD) for x, y in ((-40, -196), (10, -230), (40, -176), (-8, -160), (-20, -232), (52, -216))),
        path("M-60,-90 L60,-90 L44,0 L-44,0 Z", TEAL),
        rect(-66, -100, 132, 20, darker(TEAL, 0.25), 6),
        at=at,
    )


def hop_tac_xa_nong_nghiep() -> Scene:
    """Boat on a canal with rice sacks and cooperative members."""
    pole_top, pole_end = (1214.0, 200.0), (1120.0, 790.0)
    boatman = Figure((1096, 668), FARMER, with_hands(standing("side"), (64, -262), (52, -212)), 1.06)
    keeper = Figure((456, 742), FARMER_WOMAN, with_hands(seated("side", 80), (66, -130), (72, -120)), 1.06)
    lifter = Figure(
        (664, 672), replace(FARMER_BROWN, sleeves="short"), with_hands(standing(), (-50, -196), (50, -196)), 1.06
    )
    pile = [
        lying_sack((x, y), 138, tone)
        for y, xs in ((664, (756, 888, 1000)), (614, (820, 944)), (564, (884,)))
        for x, tone in zip(xs, (STRAW, mix(STRAW, PAPER, 0.4), STRAW), strict=False)
    ]
    return [
        *sky(380),
        sun(520, 190, 66),
        cloud(1180, 150, 0.9),
        cloud(300, 120, 0.6),
        *hills(420, 120),
        rect(0, 416, 1600, 60, LEAF),
        rect(0, 440, 1600, 70, GREEN),
        house((330, 462), 210, scale=0.85),
        house((1330, 458), 190, STRAW, TEAL, 0.8),
        areca((200, 470), 280, 0.9),
        areca((1480, 470), 300, 0.9),
        areca((1216, 460), 240, 0.8, GREEN),
        banana((470, 468), 0.55),
        tree((610, 456), 0.5, PINE),
        tree((1040, 456), 0.56),
        bush((820, 462), 0.7, PINE),
        bush((720, 464), 0.5),
        bush((930, 464), 0.5),
        rect(0, 496, 1600, 404, LAKE),
        rect(0, 496, 1600, 16, mix(LAKE, TEAL, 0.4)),
        path("M0,560 Q400,530 800,560 T1600,560 V640 Q1200,610 800,640 T0,640 Z", lighter(LAKE, 0.12)),
        ripples(
            [
                (120, 590, 90),
                (240, 640, 60),
                (1320, 600, 110),
                (1460, 650, 60),
                (160, 720, 80),
                (1380, 760, 120),
                (420, 850, 120),
                (760, 862, 160),
                (1120, 846, 110),
            ]
        ),
        ellipse(800, 772, 560, 34, TEAL, 0.35),
        boatman.body(),
        lifter.body(),
        rect(424, 610, 90, 60, WOOD_DARK, 6),
        keeper.body(),
        *pile,
        # hull
        path(
            "M232,606 C300,640 420,668 560,672 H1060 C1190,668 1290,640 1368,596 "
            "C1340,700 1270,780 1150,786 H450 C330,780 262,706 232,606 Z",
            WOOD,
        ),
        path(
            "M232,606 C300,640 420,668 560,672 H1060 C1190,668 1290,640 1368,596 L1360,622 "
            "C1280,668 1180,694 1060,698 H560 C420,694 310,664 240,634 Z",
            WOOD_DARK,
        ),
        path(
            "M262,690 C300,720 420,738 560,740 H1060 C1180,738 1280,716 1338,690 L1330,706 "
            "C1270,734 1180,752 1060,754 H560 C420,752 320,734 270,706 Z",
            mix(WOOD, WOOD_DARK, 0.5),
        ),
        ring(300, 664, 10, STRAW, 7),
        ring(1306, 658, 10, STRAW, 7),
        keeper.arms(),
        lying_sack((664, 476), 150),
        lifter.arms(),
        line((pole_top, pole_end), STRAW, 11),
        boatman.arms(),
        ripples([(300, 792, 140), (560, 800, 220), (900, 796, 200), (1180, 788, 100)], opacity=0.7),
        lotus((150, 850), 1.2),
        lotus((1490, 862), 1.1),
        lotus((300, 884), 0.7),
    ]


def duong_lang() -> Scene:
    """A village road being widened by people with tools."""
    return [
        *sky(380),
        sun(800, 300, 74),
        cloud(360, 130, 0.8),
        cloud(1260, 170, 0.7),
        *hills(430, 110),
        rect(0, 424, 1600, 476, GREEN),
        poly([(0, 500), (720, 424), (0, 424)], LEAF),
        poly([(1600, 500), (880, 424), (1600, 424)], LEAF),
        # old lane, new strip of earth, and the kerb between
        poly([(776, 426), (836, 426), (1330, 900), (270, 900)], SOIL),
        poly([(776, 426), (816, 426), (930, 900), (270, 900)], lighter(STONE, 0.45)),
        poly([(776, 426), (780, 426), (330, 900), (270, 900)], STONE),
        line(((838, 426), (1350, 900)), STRAW, 6),
        *(
            line(((838 + 512 * t, 426 + 474 * t + 8), (838 + 512 * t, 426 + 474 * t - 20 - 70 * t)), RED, 4 + 8 * t)
            for t in (0.12, 0.28, 0.5, 0.8)
        ),
        house((420, 520), 220, scale=1.0),
        house((1200, 520), 220, STRAW, TEAL, 1.0),
        house((610, 456), 160, scale=0.5),
        house((990, 456), 160, PAPER, WINE, 0.5),
        areca((250, 620), 360),
        areca((1400, 620), 380),
        tree((560, 500), 0.55),
        tree((1060, 496), 0.5, PINE),
        banana((1310, 560), 0.62),
        bush((160, 640), 1.0, PINE),
        bush((1500, 650), 1.1, PINE),
        *_road_crew(),
    ]


def _road_crew() -> list[Node]:
    """People digging, carting and levelling."""
    return [
        _digger((640, 610), FARMER_GREEN, 0.66),
        _digger((968, 624), FARMER, 0.7, flip=True),
        _barrow((436, 846), 1.24),
        _digger((1196, 862), FARMER_WOMAN, 1.24, flip=True),
    ]


def _hoe(top: Point, foot: Point) -> tuple[Node, Node]:
    """Hoe from the top of its handle to its blade on the ground, in the units of a figure."""
    x, y = foot
    blade = poly([(x - 8, y - 14), (x + 8, y - 20), (x + 20, y + 16), (x - 34, y + 22)], TEAL)
    return (blade, line((top, foot), WOOD_DARK, 8))


def _digger(at: Point, look: Look, scale: float, flip: bool = False) -> Node:
    """Someone bending to a hoe whose handle runs through both hands."""
    pose = replace(with_hands(standing("side"), (98, -166), (64, -217)), lean=14)
    figure = Figure((0, 0), look, pose)
    return group(
        figure.shadow(),
        ellipse(206, 14, 64, 18, darker(SOIL, 0.18)),
        figure.body(),
        *_hoe((40, -253), (206, -4)),
        figure.arms(),
        at=at,
        scale=scale,
        flip=flip,
    )


def _barrow(at: Point, scale: float) -> Node:
    """A man pushing a barrow of gravel to the right."""
    man = Figure((0, 0), FARMER_BROWN, replace(with_hands(walking(), (86, -176), (80, -176)), lean=8))
    return group(
        ellipse(100, 4, 178, 12, INK, 0.12),
        man.body(),
        circle(320, -30, 31, INK),
        circle(320, -30, 14, STONE),
        line(((62, -174), (178, -82), (320, -30)), WOOD_DARK, 10),
        line(((194, -74), (180, 0)), WOOD_DARK, 10),
        path("M152,-138 C184,-182 250,-190 298,-138 Z", darker(STONE, 0.12)),
        poly([(138, -142), (322, -142), (285, -68), (174, -68)], TEAL),
        rect(132, -147, 196, 12, darker(TEAL, 0.25), 5),
        man.arms(),
        at=at,
        scale=scale,
    )


def nha_van_hoa_thon() -> Scene:
    """Village culture house with its yard and trees."""
    tiles = [line(((446 + i * 59, 176), (400 + i * 67.5, 300)), darker(RED, 0.2), 5) for i in range(1, 12)]
    columns = [
        part
        for x in (440, 622, 978, 1160)
        for part in (
            rect(x - 17, 326, 34, 254, PAPER),
            rect(x + 5, 326, 12, 254, INK, opacity=0.08),
            rect(x - 25, 318, 50, 16, STONE, 3),
            rect(x - 25, 570, 50, 16, STONE, 3),
        )
    ]
    return [
        *sky(420),
        cloud(290, 140, 0.9),
        cloud(1330, 110, 0.7),
        *hills(560, 190),
        rect(0, 556, 1600, 344, LEAF),
        path("M0,640 Q800,560 1600,640 V900 H0 Z", SAND),
        areca((180, 640), 430),
        areca((1440, 640), 450),
        tree((280, 640), 1.15),
        tree((1326, 640), 1.2, PINE),
        # main building
        rect(392, 300, 816, 290, mix(STRAW, PAPER, 0.3)),
        rect(392, 300, 816, 40, INK, opacity=0.1),
        *(
            part
            for x in (716, 800, 884)
            for part in (
                rect(x - 36, 380, 72, 206, WOOD),
                rect(x - 26, 394, 52, 80, mix(WOOD, STRAW, 0.35), 3),
                rect(x - 26, 488, 52, 84, mix(WOOD, STRAW, 0.35), 3),
            )
        ),
        *(window_small(x, 392, 84, 100, 6) for x in (532, 1068)),
        *columns,
        path(
            "M346,318 C400,284 430,230 444,172 H1156 C1170,230 1200,284 1254,318 Q1240,328 1228,328 H372 "
            "Q356,328 346,318 Z",
            RED,
        ),
        *tiles,
        rect(430, 158, 740, 24, WINE, 10),
        path(
            "M340,306 Q352,320 372,322 H1228 Q1248,320 1260,306 L1262,326 Q1240,336 1220,336 H380 Q360,336 338,326 Z",
            WINE,
        ),
        rect(640, 330, 320, 34, TEAL, 6),
        *(
            rect(
                392 - i * 26, 584 + i * 16, 816 + i * 52, 18, (lighter(STONE, 0.45), lighter(STONE, 0.25), STONE)[i], 3
            )
            for i in range(3)
        ),
        # yard
        path("M470,900 L640,700 H960 L1130,900 Z", BLUSH, 0.7),
        stroke("M490,900 L650,708 H950 L1110,900", PAPER, 7),
        bush((330, 640), 0.6, PINE),
        bush((1270, 640), 0.6),
        bench((250, 760), 190),
        bench((1360, 760), 190),
        *_villagers_in_yard(),
    ]


def _villagers_in_yard() -> list[Node]:
    """Neighbours meeting and children playing in front of the house."""
    figures = [
        Figure((476, 800), ELDER, with_hands(standing("side"), (76, -236), (70, -232)), 0.8),
        Figure((592, 800), GRANDMOTHER, with_hands(standing("side"), (52, -190), (46, -186)), 0.78, flip=True),
        Figure((1010, 790), SECRETARY, with_hands(standing(), (-98, -290), (64, -140), (-1, -1)), 0.78),
        Figure((1122, 796), FARMER_GREEN, standing(), 0.8),
        Figure((716, 850), CHILD, with_hands(walking(), (70, -270), (78, -262)), 0.62),
        Figure((888, 850), CHILD_GIRL, with_hands(walking(), (70, -290), (78, -280)), 0.6, flip=True),
    ]
    shadows = [figure.shadow() for figure in figures]
    return [
        *shadows,
        *(figure.whole() for figure in figures),
        circle(803, 690, 21, GOLD),
        stroke("M786,680 Q803,694 820,680", AMBER, 4),
    ]


def canh_dong_tram_bom() -> Scene:
    """Rice field with a pumping station and a canal."""
    farmer = Figure((0, 0), FARMER_WOMAN, with_hands(standing("side"), (84, -266), (94, -206)))
    return [
        *sky(330),
        sun(420, 190, 66),
        cloud(1120, 130, 0.9),
        cloud(700, 170, 0.5),
        *hills(372, 100),
        rect(0, 366, 1600, 534, LEAF),
        furrows((640, 330), 900, -1500, 2900, 26, mix(GREEN, LEAF, 0.35), 46),
        rect(0, 366, 1600, 12, MIST),
        tree((120, 384), 0.42, PINE),
        tree((210, 380), 0.32),
        areca((300, 384), 150, 0.8),
        house((1450, 392), 170, scale=0.6),
        tree((1540, 392), 0.5),
        group(*_canal(), group(*_pump_house(), at=(1096, 520)), at=(-50, 0)),
        group(farmer.shadow(), farmer.body(), *_hoe((72, -338), (128, -2)), farmer.arms(), at=(506, 838), scale=1.12),
        rice_tufts([(90 + i * 86, 896 - (i % 2) * 26) for i in range(8)], 1.3, PINE),
        rice_tufts([(1330 + i * 84, 890 - (i % 2) * 30) for i in range(4)], 1.3, PINE),
        egret((1376, 770), 1.1),
        egret((1500, 640), 0.75, flip=True),
        egret((240, 740), 0.9),
        flying_bird((620, 120), 0.9),
        flying_bird((700, 90), 0.7),
    ]


def _canal() -> list[Node]:
    """Canal between two earth dikes, wider towards us."""
    return [
        path("M1010,520 C960,600 900,720 640,900 H1290 C1240,760 1200,640 1190,520 Z", SOIL),
        path("M1036,524 C996,610 930,740 716,900 H1226 C1190,770 1168,640 1164,524 Z", LAKE),
        path("M1070,560 C1040,640 1000,740 880,900 H960 C1040,760 1080,660 1096,560 Z", lighter(LAKE, 0.25)),
        ripples([(1010, 700, 60), (1110, 640, 40), (900, 820, 90), (1090, 800, 70), (1040, 860, 80)]),
    ]


def _pump_house() -> list[Node]:
    """Pumping station with three outflow pipes; its origin is the head of the canal."""
    pipes = [
        part
        for x in (-52, 0, 52)
        for part in (
            group(path("M-15,-30 C-19,10 -22,40 -25,62 H25 C22,40 19,10 15,-30 Z", SKY), at=(x, 0)),
            circle(x, -34, 24, TEAL),
            circle(x, -34, 15, mix(TEAL, INK, 0.5)),
        )
    ]
    return [
        rect(-190, -64, 380, 76, STONE, 4),
        rect(-190, -64, 380, 12, lighter(STONE, 0.4)),
        rect(-130, -220, 260, 158, mix(STRAW, PAPER, 0.4)),
        rect(-130, -220, 260, 20, INK, opacity=0.1),
        poly([(-156, -214), (-110, -292), (110, -292), (156, -214)], RED),
        rect(-160, -220, 320, 13, WINE, 5),
        rect(-118, -298, 236, 13, WINE, 5),
        rect(-30, -154, 60, 92, TEAL, 3),
        *(window_small(x, -155, 46, 40) for x in (-84, 84)),
        line(((168, -60), (168, -330)), WOOD_DARK, 9),
        line(((136, -306), (200, -306)), WOOD_DARK, 7),
        stroke("M136,-306 Q90,-268 92,-224", INK, 3),
        stroke("M200,-306 Q380,-250 560,-300", INK, 3),
        *pipes,
        ellipse(0, 64, 110, 13, PAPER, 0.7),
        ellipse(0, 76, 84, 9, PAPER, 0.5),
    ]


def nong_thon_moi() -> Scene:
    """Village with a road, trees, lamps and houses."""
    back_to_front = [
        house((1064, 456), 150, PAPER, WINE, 0.48),
        tree((1148, 462), 0.4),
        tree((520, 468), 0.42, PINE),
        house((780, 470), 150, STRAW, TEAL, 0.5),
        street_lamp((926, 476), 130, 0.55),
        house((606, 500), 190, scale=0.72),
        tree((724, 504), 0.46),
        house((1256, 560), 240, scale=0.95),
        tree((1520, 560), 0.66, PINE),
        areca((1424, 566), 300, 0.9),
        bush((716, 566), 0.55, PINE),
        street_lamp((786, 612), 230, 0.75),
        areca((206, 640), 400),
        house((396, 650), 260, mix(STRAW, PAPER, 0.3), RED, 1.12, TEAL),
        banana((600, 662), 0.6),
        bush((1196, 690), 0.65),
        tree((90, 704), 1.0, PINE),
        house((1420, 726), 250, PAPER, TEAL, 1.1),
        bush((250, 736), 0.85),
        street_lamp((548, 744), 340, 0.9),
        street_lamp((1180, 800), 380, 0.95, flip=True),
        areca((1566, 806), 460),
    ]
    return [
        *sky(360),
        sun(1090, 200, 72),
        cloud(430, 130, 0.9),
        cloud(760, 90, 0.55),
        *hills(400, 140),
        rect(0, 396, 1600, 504, LEAF),
        poly([(0, 420), (420, 396), (560, 396), (120, 540), (0, 560)], RIPE),
        poly([(1600, 420), (1260, 396), (1120, 396), (1420, 500), (1600, 540)], RIPE),
        poly([(560, 396), (700, 396), (420, 540), (120, 540)], GREEN),
        poly([(1120, 396), (960, 396), (1180, 500), (1420, 500)], GREEN),
        path(
            "M866,396 C760,440 1010,480 960,540 C900,610 560,640 420,900 H1190 C1130,700 1120,620 1110,560 "
            "C1100,480 830,440 884,396 Z",
            lighter(STONE, 0.5),
        ),
        path(
            "M866,396 C760,440 1010,480 960,540 C900,610 560,640 420,900 H452 C590,650 920,618 976,542 "
            "C1024,480 772,440 870,396 Z",
            PAPER,
        ),
        *back_to_front,
        *_cyclist((905, 846)),
        rice_tufts([(60 + i * 90, 890 - (i % 2) * 20) for i in range(4)], 1.2, PINE),
        rice_tufts([(1270 + i * 90, 890 - (i % 2) * 20) for i in range(4)], 1.2, PINE),
    ]


def _cyclist(at: Point) -> list[Node]:
    """A woman riding a bicycle to the right, feet on the pedals, hands on the bars."""
    legs = (((0, -128), (66, -92), (44, -30)), ((0, -130), (80, -132), (38, -66)))
    rider = Figure(
        (at[0] - 28, at[1]),
        FARMER_GREEN,
        replace(with_hands(seated("side", 128), (72, -154), (74, -150)), lean=6, legs=legs),
        1.1,
    )
    return [ellipse(at[0], at[1] + 2, 140, 12, INK, 0.14), bicycle(at, 1.3), rider.whole()]


def xay_dung_dang() -> Scene:
    """People walking together towards the sunrise."""
    rays = [
        group(poly([(-16, -190), (16, -190), (66, -1000), (-66, -1000)], GOLD, 0.16), at=(800, 440), turn=turn)
        for turn in range(-80, 81, 20)
    ]
    far = [
        Figure((x, 640), look, walking("back"), 0.7)
        for x, look in ((676, replace(FARMER, shirt=TEAL)), (764, TEACHER), (850, FARMER_GREEN), (932, VETERAN))
    ]
    middle = [
        Figure((x, 742), look, walking("back"), 0.98)
        for x, look in ((560, FARMER_WOMAN), (722, replace(YOUTH, shirt=GREEN)), (888, SECRETARY), (1046, ELDER))
    ]
    near = [
        Figure((446, 876), GRANDMOTHER, walking("back"), 1.26),
        Figure((640, 882), OFFICIAL, walking("back"), 1.32),
        Figure((812, 880), replace(CHILD, shirt=GOLD), with_hands(walking("back"), (-84, -250), (92, -300)), 0.86),
        Figure(
            (972, 882),
            replace(OFFICIAL_WOMAN, shirt=TEAL, trousers=INK),
            with_hands(walking("back"), (-66, -150), (66, -140)),
            1.3,
        ),
        Figure((1164, 878), FARMER_BROWN, walking("back"), 1.26),
    ]
    return [
        rect(0, 0, 1600, 900, CREAM),
        circle(800, 440, 560, mix(CREAM, STRAW, 0.5)),
        *rays,
        circle(800, 440, 250, STRAW),
        circle(800, 440, 186, GOLD),
        *hills(480, 90),
        rect(0, 474, 1600, 426, LEAF),
        furrows((800, 430), 900, -1400, 3000, 24, mix(GREEN, LEAF, 0.35), 50),
        rect(0, 474, 1600, 10, MIST),
        poly([(770, 474), (830, 474), (1360, 900), (240, 900)], SAND),
        poly([(770, 474), (775, 474), (290, 900), (240, 900)], darker(SAND, 0.08)),
        poly([(830, 474), (825, 474), (1310, 900), (1360, 900)], darker(SAND, 0.08)),
        house((320, 520), 190, scale=0.7),
        house((1290, 520), 190, STRAW, TEAL, 0.7),
        areca((190, 580), 330),
        areca((1420, 580), 350),
        tree((440, 520), 0.44, PINE),
        tree((1180, 516), 0.42),
        banana((1520, 640), 0.7),
        bush((90, 640), 0.9, PINE),
        flying_bird((560, 170), 1),
        flying_bird((640, 130), 0.7),
        flying_bird((1060, 160), 0.8),
        *(figure.shadow() for figure in (*far, *middle, *near)),
        *(figure.whole() for figure in (*far, *middle, *near)),
    ]


def ban_do_hanh_chinh() -> Scene:
    """Abstract patchwork of fields with location pins."""
    return [*_patchwork(), *_pins()]


def _patchwork() -> list[Node]:
    """Uneven plots in perspective, each with its own crop rows, cut by a river and a lane."""
    crops = (LEAF, STRAW, GREEN, RIPE, MIST, mix(LEAF, STRAW, 0.4), mix(GREEN, PINE, 0.4), SAND)
    ys = (210.0, 282.0, 378.0, 504.0, 672.0, 930.0)
    columns = 8
    parts: list[Node] = [*sky(200), *hills(214, 70), rect(0, 208, 1600, 692, SAND)]

    def corner(column: int, row: int) -> Point:
        spread = 0.62 + 0.2 * row
        x = 800 + (column - columns / 2) * 340 * spread + ((column * 37 + row * 53) % 7 - 3) * 13 * spread
        return (x, ys[row] + ((column * 29 + row * 17) % 5 - 2) * 9 * spread * (0 if row == 0 else 1))

    for row in range(len(ys) - 1):
        for column in range(columns):
            a, b, c, d = (
                corner(column, row),
                corner(column + 1, row),
                corner(column + 1, row + 1),
                corner(column, row + 1),
            )
            tone = crops[(column * 3 + row * 5) % len(crops)]
            parts.append(poly([a, b, c, d], tone))
            for k in range(1, 5):
                t = k / 5
                start, end = (
                    (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t),
                    (d[0] + (c[0] - d[0]) * t, d[1] + (c[1] - d[1]) * t),
                )
                if (column + row) % 3 == 0:
                    start, end = (
                        (a[0] + (d[0] - a[0]) * t, a[1] + (d[1] - a[1]) * t),
                        (b[0] + (c[0] - b[0]) * t, b[1] + (c[1] - b[1]) * t),
                    )
                parts.append(line((start, end), darker(tone, 0.07), 2 + row * 1.2, cap="butt"))
            parts.append(line((a, b, c, d, a), PAPER, 4 + row * 1.6))
    return parts


def _pins() -> list[Node]:
    """River, lane, hamlets and the pins over them."""
    return [
        path(
            "M300,212 C420,260 240,330 420,420 C620,510 520,640 760,900 H1010 C700,640 760,520 540,410 "
            "C380,320 480,262 330,212 Z",
            LAKE,
        ),
        path(
            "M310,212 C430,262 270,330 440,420 C640,520 560,650 830,900 H880 C600,650 660,512 470,412 "
            "C320,326 450,262 318,212 Z",
            lighter(LAKE, 0.25),
        ),
        stroke(
            "M1600,560 C1380,520 1240,640 1020,560 C860,500 900,380 1060,330 C1160,300 1180,250 1150,212",
            PAPER,
            24,
            cap="butt",
        ),
        stroke("M1600,560 C1380,520 1240,640 1020,560 C860,500 900,380 1060,330 C1160,300 1180,250 1150,212", STONE, 3),
        house((1262, 470), 150, scale=0.7),
        house((1354, 486), 140, STRAW, TEAL, 0.62),
        tree((1432, 490), 0.4),
        house((300, 590), 160, scale=0.85),
        house((190, 610), 150, PAPER, TEAL, 0.8),
        tree((90, 610), 0.5, PINE),
        tree((390, 600), 0.42),
        house((880, 320), 140, STRAW, RED, 0.5),
        tree((944, 320), 0.28),
        tree((820, 322), 0.28, PINE),
        house((1330, 770), 200, scale=1),
        tree((1480, 796), 0.6),
        tree((1200, 770), 0.6, PINE),
        map_pin((800, 640), 300, RED),
        map_pin((1124, 436), 200, TEAL),
        map_pin((480, 560), 210, GOLD),
        map_pin((690, 320), 140, GREEN),
        map_pin((1060, 790), 230, GREEN),
        map_pin((1516, 560), 170, GOLD),
        map_pin((180, 430), 170, RED),
    ]


def trang_chu() -> Scene:
    """People reading a village notice board under a banyan tree."""
    readers = [
        Figure((506, 826), FARMER_WOMAN, with_hands(standing("back"), (-64, -140), (62, -150)), 0.98),
        Figure((640, 846), OFFICIAL, with_hands(standing("back"), (-62, -140), (108, -372)), 1.02),
        Figure(
            (930, 840), replace(GRANDMOTHER, shirt=TEAL), with_hands(standing("back"), (-60, -140), (58, -150)), 0.94
        ),
        Figure((1064, 850), replace(YOUTH, shirt=GOLD), with_hands(standing("back"), (-62, -140), (62, -140)), 1.0),
    ]
    child = Figure(
        (838, 856),
        replace(CHILD_GIRL, shirt=RED, trousers=TEAL),
        with_hands(standing("back"), (-56, -150), (88, -236)),
        0.64,
    )
    walker = Figure((290, 850), ELDER, walking(), 1.0)
    return [
        *sky(480),
        sun(330, 320, 62),
        *hills(560, 130),
        rect(0, 556, 1600, 344, LEAF),
        poly([(0, 580), (560, 556), (300, 700), (0, 740)], RIPE),
        poly([(1600, 580), (1200, 556), (1400, 690), (1600, 720)], GREEN),
        house((200, 600), 220, scale=0.9),
        house((400, 586), 170, STRAW, TEAL, 0.62),
        areca((76, 640), 330),
        bush((330, 620), 0.5, PINE),
        banana((100, 700), 0.55),
        path("M0,760 Q800,650 1600,760 V900 H0 Z", SAND),
        *_banyan((1256, 770)),
        *_notice_board(),
        *(figure.shadow() for figure in (*readers, child, walker)),
        walker.whole(),
        *(figure.whole() for figure in readers),
        child.whole(),
        ellipse(1450, 872, 120, 12, INK, 0.14),
        bicycle((1450, 872), 1.2, RED, flip=True),
        rice_tufts([(40, 890), (110, 896)], 1.0, PINE),
    ]


def _notice_board() -> list[Node]:
    """Roofed wooden board with blank-lined papers, a chart and a picture."""
    return [
        rect(474, 330, 26, 428, WOOD_DARK),
        rect(1064, 330, 26, 428, WOOD_DARK),
        ellipse(487, 760, 30, 7, INK, 0.14),
        ellipse(1077, 760, 30, 7, INK, 0.14),
        rect(450, 316, 664, 324, WOOD, 8),
        rect(470, 334, 624, 288, mix(TEAL, LAKE, 0.25), 3),
        rect(470, 334, 624, 16, INK, opacity=0.18),
        sheet((552, 436), 122, 156, -2, 6),
        sheet((696, 420), 122, 124, 1.5, 5, STRAW, TEAL),
        sheet((856, 446), 138, 176, -1, 6),
        sheet((1014, 428), 122, 140, 2, 5, PAPER, GREEN),
        rect(634, 506, 124, 92, PAPER, 3),
        bars(650, 588, (22, 36, 50, 64), 18, 8, (LEAF, GREEN, GOLD, RED)),
        rect(956, 520, 116, 82, MIST, 3),
        path("M956,586 Q1000,546 1072,580 V602 H956 Z", GREEN),
        circle(1042, 544, 11, GOLD),
        *(circle(x, y, 6, RED) for x, y in ((552, 366), (696, 366), (856, 366), (1014, 366))),
        path("M404,316 L466,240 H1098 L1160,316 Z", RED),
        *(line(((466 + i * 79, 252), (418 + i * 91, 306)), darker(RED, 0.2), 5) for i in range(1, 8)),
        rect(454, 228, 656, 20, WINE, 8),
        rect(394, 308, 776, 18, WINE, 8),
    ]


def _banyan(foot: Point) -> list[Node]:
    """Old banyan: braided trunk, hanging roots and a canopy over the whole middle."""
    x, y = foot
    bark = mix(WOOD_DARK, STONE, 0.2)
    trunk = path(
        f"M{x - 170},{y} C{x - 96},{y - 30} {x - 100},{y - 170} {x - 92},{y - 330} "
        f"C{x - 110},{y - 460} {x - 200},{y - 520} {x - 330},{y - 570} L{x - 300},{y - 680} "
        f"H{x + 260} L{x + 290},{y - 570} C{x + 200},{y - 520} {x + 100},{y - 450} {x + 88},{y - 330} "
        f"C{x + 88},{y - 170} {x + 100},{y - 30} {x + 180},{y} Q{x},{y - 26} {x - 170},{y} Z",
        bark,
    )
    grain = [
        stroke(
            f"M{x + dx},{y - 34} C{x + dx * 0.6},{y - 170} {x + dx * 0.7},{y - 290} {x + dx * 1.1},{y - 450}",
            darker(bark, 0.18),
            9,
        )
        for dx in (-64, -18, 34, 74)
    ]
    roots = [
        stroke(f"M{rx},{y - 620} Q{rx + 8},{y - 460} {rx},{y - length}", darker(bark, 0.08), width)
        for rx, length, width in (
            (x + 206, 6, 15),
            (x + 250, 250, 6),
            (x + 150, 330, 6),
            (x + 300, 360, 6),
            (x - 150, 380, 6),
        )
    ]
    crown = [
        circle(cx, cy, r, tone)
        for cx, cy, r, tone in (
            (420, 70, 150, PINE),
            (600, 20, 180, PINE),
            (1520, 90, 170, PINE),
            (800, 0, 200, PINE),
            (1360, 30, 200, PINE),
            (1000, 10, 200, PINE),
            (1190, 40, 190, PINE),
            (540, -20, 150, GREEN),
            (740, -50, 170, GREEN),
            (960, -40, 190, GREEN),
            (1190, -30, 170, GREEN),
            (1380, -10, 160, GREEN),
            (1560, 0, 150, GREEN),
            (400, 10, 100, GREEN),
            (640, -40, 90, LEAF),
            (880, -60, 100, LEAF),
            (1130, -50, 90, LEAF),
            (1420, -40, 90, LEAF),
        )
    ]
    return [ellipse(x - 100, y + 16, 460, 34, INK, 0.1), *roots, trunk, *grain, *crown]
