"""An archive under measurement: a laid out project, and the changes that editors and maintainers make to it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
_NAME = re.compile(r"^name: .*$", re.MULTILINE)
_NEW = """\
---
title: "Bài đo số {number}: hợp tác xã bàn vụ lúa mới"
date: 2029-12-{day:02d} 07:{number:02d}
lead: "Bài này do phép đo thêm vào để biết một bài mới tốn bao nhiêu, không nói về việc có thật nào."
section: {section}
authors: [{{name: Người đo}}]
---
Hội nghị bàn về vụ lúa mới, về nước tưới và về quỹ chung của hợp tác xã trong năm tới đây.
"""


@dataclass
class Archive:
    """`project` is changed in place; `seed` decides which articles."""

    project: Path
    seed: int
    _changes: int = 0

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)
        self._articles = sorted((self.project / "docs" / "tin-tuc").rglob("*.md"))

    @property
    def changes(self) -> dict[str, Callable[[], None]]:
        """Every change by its name, in the order they are measured."""
        return {
            "nothing changed": lambda: None,
            "one article added": self.add,
            "one article edited": self.edit,
            "one title changed": self.retitle,
            "one article deleted": self.delete,
            "one unit renamed": self.rename_unit,
            "a template changed": self.change_template,
            "fresh clone, caches kept": self.touch_everything,
        }

    def add(self) -> None:
        """A new article, the newest of its section."""
        folder = self.project / "docs/tin-tuc/2029/12"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"bai-do-{self._next()}.md"
        section = self._section_of(self._chance.choice(self._articles))
        file.write_text(_NEW.format(number=self._changes, day=1 + self._changes % 28, section=section), "utf-8")

    def edit(self) -> None:
        """A paragraph more in an article of any age."""
        file = self._chance.choice(self._articles)
        file.write_text(f"{file.read_text('utf-8')}\nĐoạn thêm vào khi đo, lần {self._next()}.\n", "utf-8")

    def retitle(self) -> None:
        """Another title for an article of any age: its neighbours and lists show it."""
        file = self._chance.choice(self._articles)
        title = f'title: "Tiêu đề mới do phép đo đặt, lần {self._next()}"'
        file.write_text(_TITLE.sub(title, file.read_text("utf-8"), count=1), "utf-8")

    def delete(self) -> None:
        """An article of any age goes."""
        self._articles.pop(self._chance.randrange(len(self._articles))).unlink()

    def rename_unit(self) -> None:
        """Another name for a unit: every text is looked through for it."""
        file = min((self.project / "docs/don-vi").glob("*.md"))
        name = f"name: huyện Phép Đo {self._next()}"
        file.write_text(_NAME.sub(name, file.read_text("utf-8"), count=1), "utf-8")

    def change_template(self) -> None:
        """A byte more on every article's page."""
        file = self.project / "overrides/newsroom/article.html"
        file.write_text(f"{file.read_text('utf-8')}<!-- {self._next()} -->\n", "utf-8")

    def touch_everything(self) -> None:
        """Other times on every file, as a checkout gives them."""
        for place, _, names in os.walk(self.project / "docs"):
            for name in names:
                os.utime(f"{place}/{name}")

    def _next(self) -> int:
        self._changes += 1
        return self._changes

    def _section_of(self, file: Path) -> str:
        found = re.search(r"^section: (\S+)", file.read_text("utf-8"), re.MULTILINE)
        assert found, f"{file} was laid out with a section"
        return found[1]
