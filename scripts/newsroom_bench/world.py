"""What the articles of a walk name: units that end and begin, a programme, people with a role. Nothing in it is real."""

from __future__ import annotations

import random
from typing import Final

UNITS: Final = ("xa-cu", "xa-moi", "tinh-mau")
UNIT_NAMES: Final = {"xa-cu": "xã Cũ", "xa-moi": "xã Mới", "tinh-mau": "tỉnh Mẫu"}
OTHER_NAMES: Final = {"xa-cu": "xã Cũ Kỹ", "xa-moi": "xã Hoà Mới", "tinh-mau": "tỉnh Kiểu"}
"""What the units may be renamed to."""
PROGRAMME: Final = "xom-sach"
PEOPLE: Final = ("Người Bí Thư", "Người Phó", "Người Phó Việc", "Người Ngoài Cuộc")
"""The last never has a role, so that nothing is ever known of him."""
NAMES: Final = (
    *("xã Cũ", "Xã Cũ Kỹ", "xã Cũ, tỉnh Kiểu", "xã Hòa Mới", "tỉnh Mẫu", "ông Người Bí Thư", "Người Phó Việc"),
    *("Chi bộ thon-mau", "chi bộ Thôn Mẫu", "Phong trào giả định", "“Xóm giả định”", "bà Người Ngoài Cuộc"),
)
"""What a text may name: names as they are, as they may become, and of nobody."""
PLACES: Final = ("", "", "xã Cũ, tỉnh Mẫu", "tỉnh Mẫu", "xã Mới")

_UNIT: Final = """\
---
name: "{name}"
level: {level}
summary: "Đơn vị giả định dùng để thử luật của lần dựng, không nói về nơi nào có thật."
{more}sources: [{{id: s1, name: Báo cáo giả định}}]
---
{body}
"""
_PROGRAMME: Final = """\
---
name: "{name}"
summary: "Phong trào giả định dùng để thử luật của lần dựng, không nói về phong trào có thật nào trên đời."
targets: [{{name: Việc đã làm, year: 2025, value: 10, {result}unit: việc, source: s1}}]
sources: [{{id: s1, name: Báo cáo giả định}}]
---
Giới thiệu.
"""
_SAID: Final = """\
summary: "Giả định, dùng để thử luật của lần dựng, không nói về nơi nào hay ai có thật trên đời này."
sources: [{id: s1, name: Báo cáo giả định}]
---
Một câu.
"""
NOMADS: Final = {
    "van-ban": f"---\nkind: regulation\nnumber: 9-QĐ/DM\nissuer: Đảng ủy xã Du Mục\n{_SAID.replace('id: s1, ', '')}",
    "don-vi": f"---\nname: xã Du Mục\nlevel: commune\n{_SAID}",
    "chuong-trinh": f"---\nname: Phong trào du mục\n{_SAID}",
    "chi-bo": f"---\nname: Chi bộ Du Mục\nlevel: subordinate_branch\nkind: village\nstate: active\n{_SAID}",
    "gioi-thieu": '---\ntitle: "Du mục"\ndescription: "Một trang giả định, dùng để thử luật của lần dựng."\n---\nMột câu.\n',
}
"""A document of each kind, articles aside, that nothing depends on, by the folder it stands in."""


def unit_text(slug: str, chance: random.Random, name: str = "") -> str:
    """A unit, by its first name or another; the old commune is today merged, dissolved, or not ended at all."""
    level = "province" if slug.startswith("tinh") else "commune"
    more = ""
    if slug == "xa-cu":
        end = "ended: {date: 2025-07-01, manner: %s, successors: [%s], source: s1}\n"
        way = chance.choice((("merged", "xa-moi"), ("dissolved", "tinh-mau"), None))
        more = end % way if way else ""
    elif slug == "xa-moi":
        more = chance.choice(("", "within: [{unit: tinh-mau, from: 2025-07-01}]\n"))
    return _UNIT.format(
        name=name or UNIT_NAMES[slug], level=level, more=more, body=chance.choice(("Một câu.", "Câu khác.", ""))
    )


def programme_text(chance: random.Random) -> str:
    """A programme under one of its names, with or without a result."""
    return _PROGRAMME.format(
        name=chance.choice(("Phong trào giả định", "Xóm giả định")),
        result=chance.choice(("", "result: 8, ", "result: 12, ")),
    )


def role_lines(chance: random.Random) -> str:
    """Lines of a profile: who holds a role, where it is, what it registered."""
    lines = [
        f"committee: [{{name: {PEOPLE[0]}, role: secretary, as_of: 2026, source: s1}}]\n",
        f"officials: [{{name: {chance.choice(PEOPLE[1:3])}, title: Trưởng ban, as_of: 2026, source: s1}}]\n",
        "place: {name: xã Cũ, unit: xa-cu}\n",
        f"programmes: [{PROGRAMME}]\n",
        f"models: [{{programme: {PROGRAMME}, name: Ngõ sạch, registered: 2025, source: s1}}]\n",
    ]
    return "".join(line for line in lines if chance.random() < 0.5)
