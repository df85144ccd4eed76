"""What the small site of a walk is written with: its articles, profiles, page and settings. Nothing in it is real."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from newsroom_bench.world import NAMES, PEOPLE, PLACES, PROGRAMME

SECTIONS: Final = ("tin-chung", "thong-bao", "muc-ba")
BRANCHES: Final = ("thon-mau", "xom-mau")
DOCUMENTS: Final = ("1-QĐ/VD", "2-NQ/VD", "3-HD/VD")
DAYS: Final = ("2020-01-31", "2021-02-28", "2022-03-31")
PICTURES: Final = ("mot.png", "hai.png")
MONTHS: Final = (1, 2, 3)
AUTHORS: Final = ("Người Một", "Người Hai")
_WORDS: Final = (
    *("hội", "nghị", "thôn", "mẫu", "đồng", "lúa", "đường", "làng", "họp", "bàn"),
    *("kế", "hoạch", "giám", "sát", "quỹ", "khuyến", "học", "hợp", "tác", "xã"),
)
_LEAD: Final = "Đây là sa-pô của một bài giả định dùng để thử luật của lần dựng, không nói về ai có thật."
_LONGEST_TITLE: Final = 60
"""Letters kept of a title that is edited again."""

_CONFIG: Final = """\
site_name: Trang thử luật
site_url: https://thu.example/kho/
site_description: Trang dùng để thử luật của lần dựng.
theme:
  name: material
  custom_dir: overrides
  language: vi-newsroom
  font: false
  icon: {logo: newsroom/mark}
plugins: []
hooks: [scripts/hooks.py]
markdown_extensions: [admonition, footnotes, {tables: {use_align_attribute: true}}, toc]
nav:
  - Trang nhất: ./
  - Chi bộ: chi-bo/
  - Giới thiệu: [gioi-thieu/index.md]
extra:
  newsroom:
    kind: internal
    tagline: TAGLINE
    imprint:
      managing_body: Đơn vị thử
      responsible: [{name: Người thử, role: Biên tập}]
      email: thu@example.org
    sections:
      - {slug: tin-chung, name: Tin chung}
      - {slug: thong-bao, name: Thông báo}
      - {slug: muc-ba, name: Mục ba}
    notice_section: thong-bao
"""

PAGE: Final = """\
---
title: "Giới thiệu"
description: "Trang giới thiệu giả định dùng để thử luật của lần dựng."
---
Chữ.
"""

_BRANCH: Final = """\
---
name: "{name}"
level: subordinate_branch
kind: village
state: active
summary: "Hồ sơ giả định dùng để thử luật của lần dựng, không nói về tổ chức có thật nào trên đời."
membership: [{{as_of: 2026-01, total: {total}, source: s1}}]
{more}sources: [{{id: s1, name: Báo cáo giả định}}]
---
Giới thiệu.
"""

_DOCUMENT: Final = """\
---
kind: {kind}
number: {number}
{day}issuer: {issuer}
{signer}summary: "{summary}"
{replaces}sources: [{{name: Bản in giả định}}]
---
Ghi chú.
"""
_KINDS: Final = {"QĐ": "regulation", "NQ": "resolution", "HD": "guidance"}


@dataclass
class Draft:
    """An article of the walk; `link` and `alias` may be empty, like `branch`, `picture` and `figure`."""

    slug: str
    title: str
    month: int
    day: int
    hour: int
    section: str
    paragraphs: list[str]
    author: str
    branch: str = ""
    picture: str = ""
    figure: str = ""
    place: str = ""
    person: str = ""
    programme: str = ""
    link: str = ""
    alias: str = ""

    @classmethod
    def random(cls, number: int, chance: random.Random) -> Draft:
        """Any article; its number keeps it apart from all others."""
        return cls(
            slug=f"bai-{number}",
            title=f"Bài giả định số {number} về {word(chance)}",
            month=chance.choice(MONTHS),
            day=chance.randint(1, 28),
            hour=chance.randint(0, 23),
            section=chance.choice(SECTIONS),
            paragraphs=[sentence(chance) for _ in range(chance.randint(1, 4))],
            author=chance.choice(AUTHORS),
            branch=chance.choice(("", "", *BRANCHES)),
            picture=chance.choice(("", "", *PICTURES)),
            figure=chance.choice(("", "", "", *PICTURES)),
            place=chance.choice(PLACES),
            person=chance.choice(("", *PEOPLE)),
            programme=chance.choice(("", PROGRAMME)),
        )

    @property
    def path(self) -> str:
        """Where its file stands in the project."""
        return f"docs/tin-tuc/2026/{self.month:02d}/{self.slug}.md"

    def retitle(self, more: str) -> None:
        """Give it another title that is never too long."""
        self.title = f"{self.title[:_LONGEST_TITLE]} {more}"

    def text(self) -> str:
        """The whole file."""
        return "\n".join(["---", *self._front(), "---", "\n\n".join(self._body()), ""])

    def _front(self) -> list[str]:
        lines = [
            f'title: "{self.title}"',
            f"date: 2026-{self.month:02d}-{self.day:02d} {self.hour:02d}:15",
            f'lead: "{_LEAD}"',
            f"section: {self.section}",
            f"authors: [{{name: {self.author}}}]",
        ]
        if self.branch:
            lines.append(f"branches: [{self.branch}]")
        if self.place:
            lines.append(f'places: ["{self.place}"]')
        if self.person:
            lines.append(f"people: [{self.person}]")
        if self.programme:
            lines.append(f"programmes: [{self.programme}]")
        if self.alias:
            lines.append(f"aliases: [{self.alias}]")
        if self.picture:
            lines.append(
                f"image: {{file: ../../../anh/{self.picture}, alt: Một hình vẽ vuông có màu, credit: Người Vẽ}}"
            )
        return lines

    def _body(self) -> list[str]:
        lines = list(self.paragraphs)
        if self.place:
            lines.append(f"Chuyện ở {self.place} được kể ở đây.")
        if self.figure:
            lines.append(f'![Một hình vẽ khác](../../../anh/{self.figure} "Hình vẽ")')
        if self.link:
            lines.append(f"Xem thêm [bài kia]({self.link}).")
        return lines


def word(chance: random.Random) -> str:
    """A word."""
    return chance.choice(_WORDS)


def sentence(chance: random.Random) -> str:
    """A sentence without sense."""
    return " ".join(word(chance) for _ in range(chance.randint(5, 25))).capitalize() + "."


def config_text(tagline: int) -> str:
    """The settings; the tagline is what a change of settings changes."""
    return _CONFIG.replace("TAGLINE", f"Dòng giới thiệu {tagline}")


def branch_text(slug: str, total: int, more: str = "", name: str = "") -> str:
    """A branch profile with that many members, by its first name or another, and `more` lines of front matter."""
    return _BRANCH.format(name=name or f"Chi bộ {slug}", total=total, more=more)


def citation(chance: random.Random) -> str:
    """A document cited in one of the usual ways; its day may be wrong, and the document may not be there."""
    number, day = chance.choice(DOCUMENTS), chance.choice(DAYS)
    year, month, date = day.split("-")
    ways = (number, f"văn bản số {number}", f"{number}, ngày {date}/{month}/{year}", f"Quy định {number[0]}")
    return f"Theo {chance.choice(ways)} thì {sentence(chance)}"


def naming(chance: random.Random) -> str:
    """Sentences that name branches, units, people or a programme; some exist, some once did or will."""
    names = chance.sample(NAMES, chance.randint(1, 4))
    return " ".join(f"Theo {name} thì {sentence(chance)}" for name in names)


def document_text(number: str, chance: random.Random) -> str:
    """An official document; its day, issuer, signer, summary and what it replaces are left to chance."""
    day = chance.choice(("", *DAYS))
    other = chance.choice(("", *(known for known in DOCUMENTS if known != number)))
    return _DOCUMENT.format(
        kind=_KINDS[number[2:4]],
        number=number,
        day=f"date: {day}\n" if day else "",
        issuer=chance.choice(("Đảng ủy xã Ví Dụ", f"Chi bộ {BRANCHES[0]}")),
        signer=chance.choice(("", f"signer: {{name: {PEOPLE[0]}}}\n")),
        summary=sentence(chance),
        replaces=f'replaces: ["{other}"]\n' if other else "",
    )
