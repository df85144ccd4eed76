"""The law: after any sequence of changes the incremental build equals a clean build and the reference, byte for byte.

A walk makes random changes to a small project, builds it in place after each, and now and then builds the same sources
anew beside it. `scripts/bench.py --prove N` runs the same walk for longer.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import hooks
from newsroom.build import CACHE, REFERENCE
from newsroom.circumstances import NOW

ROOT: Final = Path(__file__).resolve().parent.parent
SECTIONS: Final = ("tin-chung", "thong-bao", "muc-ba")
WORDS: Final = [
    "hội",
    "nghị",
    "thôn",
    "mẫu",
    "đồng",
    "lúa",
    "đường",
    "làng",
    "họp",
    "bàn",
    "kế",
    "hoạch",
    "giám",
    "sát",
    "quỹ",
    "khuyến",
    "học",
    "hợp",
    "tác",
    "xã",
]
START: Final = 20  # hour of the first "now" on 2026-03-01; it moves on by days

CONFIG: Final = """\
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


@dataclass
class Draft:
    """An article of the walk."""

    slug: str
    title: str
    day: int
    hour: int
    month: int
    section: str
    lines: list[str]
    author: str
    branch: str = ""
    link: str = ""
    picture: str = ""

    @property
    def path(self) -> str:
        return f"docs/tin-tuc/2026/{self.month:02d}/{self.slug}.md"

    def text(self) -> str:
        front = [
            "---",
            f'title: "{self.title}"',
            f"date: 2026-{self.month:02d}-{self.day:02d} {self.hour:02d}:15",
            'lead: "Đây là sa-pô của một bài giả định dùng để thử luật của lần dựng, không nói về ai có thật."',
            f"section: {self.section}",
            f"authors: [{{name: {self.author}}}]",
        ]
        if self.branch:
            front.append(f"branches: [{self.branch}]")
        if self.picture:
            front.append(
                f"image: {{file: ../../../anh/{self.picture}, alt: Một hình vẽ vuông có màu, credit: Người Vẽ}}"
            )
        body = list(self.lines)
        if self.link:
            body.append(f"Xem thêm [bài kia]({self.link}).")
        return "\n".join([*front, "---", "\n\n".join(body), ""])


@dataclass
class Walk:
    """A project under change. `seed` decides everything."""

    root: Path
    seed: int
    drafts: dict[str, Draft] = field(default_factory=dict)
    now_day: int = 1
    made: int = 0
    tagline: int = 0
    steps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        (self.root / "docs").mkdir(parents=True)
        shutil.copytree(ROOT / "overrides", self.root / "overrides")
        (self.root / "scripts").symlink_to(ROOT / "scripts")
        self._configure()
        page = '---\ntitle: "Giới thiệu"\ndescription: "Trang giới thiệu giả định dùng để thử luật của lần dựng."\n---\nChữ.\n'
        self.write("docs/gioi-thieu/index.md", page)
        for name in ("thon-mau", "xom-mau"):
            self._write_branch(name, 60)
        for name in ("mot.png", "hai.png"):
            self._draw_picture(name)
        for _ in range(6):
            self.add()

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _configure(self) -> None:
        self.write("mkdocs.yml", CONFIG.replace("TAGLINE", f"Dòng giới thiệu {self.tagline}"))

    def _write_branch(self, slug: str, total: int) -> None:
        text = (
            f'---\nname: "Chi bộ {slug}"\nlevel: subordinate_branch\nkind: village\nstate: active\n'
            'summary: "Hồ sơ giả định dùng để thử luật của lần dựng, không nói về tổ chức có thật nào trên đời."\n'
            f"membership: [{{as_of: 2026-01, total: {total}, source: s1}}]\n"
            "sources: [{id: s1, name: Báo cáo giả định}]\n---\nGiới thiệu.\n"
        )
        self.write(f"docs/chi-bo/{slug}.md", text)

    def _draw_picture(self, name: str) -> None:
        from PIL import Image

        file = self.root / "docs/anh" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        colour = tuple(self.chance.randrange(256) for _ in range(3))
        Image.new("RGB", (self.chance.choice((200, 640)), 120), colour).save(file)

    def _sentence(self) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(5, 25))).capitalize() + "."

    def _any(self) -> Draft | None:
        return self.drafts[self.chance.choice(sorted(self.drafts))] if self.drafts else None

    def _save(self, draft: Draft) -> None:
        self.drafts[draft.slug] = draft
        self.write(draft.path, draft.text())

    # --- the changes -------------------------------------------------------------

    def add(self) -> None:
        self.made += 1
        chance = self.chance
        self._save(
            Draft(
                slug=f"bai-{self.made}",
                title=f"Bài giả định số {self.made} về {chance.choice(WORDS)}",
                day=chance.randint(1, 28),
                hour=chance.randint(0, 23),
                month=chance.choice((1, 2, 3)),
                section=chance.choice(SECTIONS),
                lines=[self._sentence() for _ in range(chance.randint(1, 4))],
                author=chance.choice(("Người Một", "Người Hai")),
                branch=chance.choice(("", "", "thon-mau", "xom-mau")),
                picture=chance.choice(("", "", "mot.png", "hai.png")),
            )
        )

    def edit_body(self) -> None:
        if draft := self._any():
            draft.lines.append(self._sentence())
            self._save(draft)

    def edit_title(self) -> None:
        if draft := self._any():
            draft.title = f"{draft.title[:60]} và {self.chance.choice(WORDS)}"
            self._save(draft)

    def edit_section(self) -> None:
        if draft := self._any():
            draft.section = self.chance.choice(SECTIONS)
            self._save(draft)

    def edit_date(self) -> None:
        if draft := self._any():
            self._remove(draft)
            draft.day, draft.month = self.chance.randint(1, 28), self.chance.choice((1, 2, 3))
            self._save(draft)

    def rename(self) -> None:
        if draft := self._any():
            self._remove(draft)
            self.made += 1
            draft.slug = f"doi-ten-{self.made}"
            self._save(draft)

    def delete(self) -> None:
        if len(self.drafts) > 3 and (draft := self._any()):
            self._remove(draft)

    def _remove(self, draft: Draft) -> None:
        """Take an article away, and every link to it."""
        (self.root / draft.path).unlink()
        del self.drafts[draft.slug]
        for other in self.drafts.values():
            if draft.slug in other.link:
                other.link = ""
                self._save(other)

    def link(self) -> None:
        draft, other = self._any(), self._any()
        if draft and other and draft is not other and other.month <= 2:
            draft.link = f"../{other.month:02d}/{other.slug}.md"
            self._save(draft)

    def edit_branch(self) -> None:
        self._write_branch(self.chance.choice(("thon-mau", "xom-mau")), self.chance.randint(50, 90))

    def edit_picture(self) -> None:
        self._draw_picture(self.chance.choice(("mot.png", "hai.png")))

    def edit_page(self) -> None:
        with (self.root / "docs/gioi-thieu/index.md").open("a", encoding="utf-8") as page:
            page.write(f"\n{self._sentence()}\n")

    def edit_template(self) -> None:
        with (self.root / "overrides/newsroom/footer.html").open("a", encoding="utf-8") as template:
            template.write(f"<!-- {self.chance.randrange(1000)} -->\n")

    def edit_config(self) -> None:
        self.tagline += 1
        self._configure()

    def another_version(self) -> None:
        """As if another version of the converter had filled the ledger."""
        ledger = self.root / CACHE / "ledger.sqlite"
        if ledger.exists():
            database = sqlite3.connect(ledger)
            with database:
                database.execute("UPDATE facts SET value = 'another version' WHERE name = 'reading'")
            database.close()

    def touch_everything(self) -> None:
        """As on a fresh clone: every file has another time, none another text."""
        for file in (self.root / "docs").rglob("*"):
            if file.is_file():
                os.utime(file)

    def lose_pages(self) -> None:
        """An older state of the site is put in its place: the stamp tells."""
        site = self.root / "site"
        if (site / "index.html").exists():
            (site / "index.html").write_text("cũ", encoding="utf-8")
            (site / ".newsroom-stamp").write_text("old", encoding="ascii")

    def pass_time(self) -> None:
        self.now_day = min(28, self.now_day + self.chance.randint(1, 6))

    def kill(self) -> None:
        """Change something, start a build, kill it somewhere on the way; half the time take the change back."""
        draft = self._any()
        if draft is None:
            return
        before = (self.root / draft.path).read_text(encoding="utf-8")
        (self.root / draft.path).write_text(before.replace('title: "', 'title: "Sửa dở: '), encoding="utf-8")
        child = os.fork()
        if child == 0:
            try:
                self.build()
            finally:
                os._exit(0)
        time.sleep(self.chance.random() * 0.5)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if self.chance.random() < 0.5:
            (self.root / draft.path).write_text(before, encoding="utf-8")
        else:
            draft.title = f"Sửa dở: {draft.title}"

    # --- building ------------------------------------------------------------------

    @property
    def changes(self) -> list[tuple[Callable[[], None], int]]:
        """Every kind of change and how often it comes."""
        common = (
            self.add,
            self.edit_body,
            self.edit_title,
            self.edit_date,
            self.edit_section,
            self.delete,
            self.rename,
        )
        seldom = (self.link, self.edit_branch, self.edit_picture, self.edit_page, self.pass_time, self.kill)
        rare = (self.edit_template, self.edit_config, self.another_version, self.touch_everything, self.lose_pages)
        return [*((c, 4) for c in common), *((c, 2) for c in seldom), *((c, 1) for c in rare)]

    def step(self) -> str:
        """Make one change and build; the name of the change."""
        changes, weights = zip(*self.changes, strict=True)
        change = self.chance.choices(changes, weights)[0]
        change()
        self.build()
        self.steps.append(change.__name__)
        return self.steps[-1]

    def build(self) -> None:
        """The incremental build, in place."""
        self._build(self.root, self.root / "site")

    def difference(self, twin: Path, *, reference: bool) -> list[str]:
        """Build the same sources anew in `twin`; the files that differ from the site."""
        shutil.rmtree(twin, ignore_errors=True)
        twin.mkdir()
        for name in ("docs", "overrides", "scripts"):
            (twin / name).symlink_to(self.root / name)
        shutil.copy(self.root / "mkdocs.yml", twin)
        if reference:
            os.environ[REFERENCE] = "1"
        try:
            self._build(twin, twin / "site")
        finally:
            os.environ.pop(REFERENCE, None)
        return differences(self.root / "site", twin / "site")

    def _build(self, root: Path, site: Path) -> None:
        os.environ[NOW] = f"2026-03-{self.now_day:02d}T{START}:00:00+07:00"
        hooks.run_build(root / "mkdocs.yml", site, strict=False)


def differences(one: Path, other: Path) -> list[str]:
    """The files that one folder has and the other has not, or has otherwise."""
    ours = {file.relative_to(one).as_posix() for file in one.rglob("*") if file.is_file()}
    theirs = {file.relative_to(other).as_posix() for file in other.rglob("*") if file.is_file()}
    unlike = (path for path in ours & theirs if (one / path).read_bytes() != (other / path).read_bytes())
    return sorted([*(ours ^ theirs), *unlike])
