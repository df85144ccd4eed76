"""The small site of a walk: a project of its own whose sources are changed again and again."""

from __future__ import annotations

import copy
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image

from newsroom_bench import builds
from newsroom_bench.draft import BRANCHES, PAGE, PICTURES, Draft, branch_text, config_text
from newsroom_bench.world import PROGRAMME, UNITS, programme_text, unit_text

PAGE_FILE: Final = "docs/gioi-thieu/index.md"
ATTACHMENT: Final = "docs/tai-lieu/mau-don.txt"
TEMPLATES: Final = tuple(
    f"overrides/newsroom/{name}.html"
    for name in ("footer", "sections_bar", "article", "listing", "archive_day", "parts", "figures", "branch")
)
"""Of the frame, of many pages, of few, and named by others."""
THEME_FILES: Final = {
    "overrides/partials/header.html": "<!-- {} -->",
    "overrides/.icons/newsroom/mark.svg": "<!-- {} -->",
    "overrides/assets/stylesheets/newsroom.css": "/* {} */",
}
"""What changes the theme, and how a comment is written there."""
_ROOT: Final = Path(__file__).resolve().parents[2]
_HOUR: Final = 20
"""Hour of every "now"; it moves on by days, from 2026-03-01."""


@dataclass(frozen=True)
class Snapshot:
    """The sources as they once were."""

    files: dict[str, bytes]
    drafts: dict[str, Draft]
    tagline: int


@dataclass
class SmallSite:
    """A project under change. `chance` decides everything; `kills` counts the builds that were killed on the way."""

    root: Path
    chance: random.Random
    drafts: dict[str, Draft] = field(default_factory=dict)
    day: int = 1
    made: int = 0
    tagline: int = 0
    kills: int = 0

    @classmethod
    def create(cls, root: Path, chance: random.Random, articles: int) -> SmallSite:
        """Lay a site out in a folder that does not exist yet."""
        site = cls(root, chance)
        (root / "docs").mkdir(parents=True)
        shutil.copytree(_ROOT / "overrides", root / "overrides")
        (root / "scripts").symlink_to(_ROOT / "scripts")
        site.configure(0)
        site.write(PAGE_FILE, PAGE)
        site.write(ATTACHMENT, "Mẫu đơn.\n")
        for slug in BRANCHES:
            site.write(f"docs/chi-bo/{slug}.md", branch_text(slug, 60))
        for slug in UNITS:
            site.write(f"docs/don-vi/{slug}.md", unit_text(slug, chance))
        site.write(f"docs/chuong-trinh/{PROGRAMME}.md", programme_text(chance))
        for name in PICTURES:
            site.draw_picture(name)
        for _ in range(articles):
            site.save(Draft.random(site.next_number(), chance))
        return site

    @property
    def folder(self) -> Path:
        """Where the site stands after a build."""
        return self.root / builds.SITE

    @property
    def now(self) -> str:
        """What the clock says."""
        return f"2026-03-{self.day:02d}T{_HOUR}:00:00+07:00"

    def build(self) -> None:
        """The incremental build, in place."""
        builds.build(self.root, self.now)

    def build_killed(self, turn: int, *, in_site: bool) -> None:
        """A build that does not come to its end, unless it is a short one."""
        self.kills += builds.build_killed(self.root, self.now, turn, in_site=in_site)

    def difference(self, twin: Path, *, reference: bool) -> list[str]:
        """Build the same sources anew in `twin`; the files that differ from the site."""
        builds.build_anew(self.root, twin, self.now, reference=reference)
        return builds.differing_files(self.folder, twin / builds.SITE)

    def next_number(self) -> int:
        """A number that was never used."""
        self.made += 1
        return self.made

    def write(self, path: str, text: str) -> None:
        """Write a file below the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        """Add to a file below the project."""
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def configure(self, tagline: int) -> None:
        """Write the settings."""
        self.tagline = tagline
        self.write("mkdocs.yml", config_text(tagline))

    def draw_picture(self, name: str) -> None:
        """Put a picture, or another one in its place."""
        file = self.root / "docs/anh" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        red, green, blue = (self.chance.randrange(256) for _ in range(3))
        Image.new("RGB", (self.chance.choice((200, 640)), 120), (red, green, blue)).save(file)

    def any_draft(self) -> Draft:
        """One of the articles; there is always one."""
        return self.drafts[self.chance.choice(sorted(self.drafts))]

    def save(self, draft: Draft) -> None:
        """Write an article."""
        self.drafts[draft.slug] = draft
        self.write(draft.path, draft.text())

    def remove(self, draft: Draft) -> None:
        """Take an article away, and every link to it."""
        (self.root / draft.path).unlink()
        del self.drafts[draft.slug]
        for other in self.drafts.values():
            if other.link.endswith(f"/{draft.slug}.md"):
                other.link = ""
                self.save(other)

    def snapshot(self) -> Snapshot:
        """Remember the sources."""
        paths = [file.relative_to(self.root).as_posix() for file in (self.root / "docs").rglob("*") if file.is_file()]
        files = {path: (self.root / path).read_bytes() for path in [*paths, *TEMPLATES, *THEME_FILES, "mkdocs.yml"]}
        return Snapshot(files, copy.deepcopy(self.drafts), self.tagline)

    def restore(self, snapshot: Snapshot) -> None:
        """Take every change of the sources back. Files that did not change are not touched."""
        for path in self.snapshot().files.keys() - snapshot.files.keys():
            (self.root / path).unlink()
        for path, data in snapshot.files.items():
            file = self.root / path
            if not file.exists() or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        self.drafts, self.tagline = snapshot.drafts, snapshot.tagline
