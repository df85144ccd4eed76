"""Labels: where somebody who read a text found what a recogniser is to find there, and how well it does.

The labels are facts; the texts they were made from are not in this project. A label is met by a finding that overlaps it
and tells the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from newsroom.grouping import group_by


class Label(NamedTuple):
    """A place in an article, first letter and the one after the last, and what is told there. Findings are told the same way."""

    article: str
    start: int
    end: int
    told: tuple[str, ...]

    def is_met(self, found: Label) -> bool:
        """Whether a finding in the same article is the one that was labelled."""
        return found.told == self.told and found.start < self.end and self.start < found.end


@dataclass(frozen=True, slots=True)
class Score:
    """`missed` are labels without a finding, `wrong` findings without a label, with their text."""

    labels: int
    met: int
    found: int
    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the labels that were found."""
        return self.met / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        """Share of what was found that is labelled."""
        return self.right / self.found if self.found else 1.0


def read_labels(file: Path) -> list[Label]:
    """A labelled set, in its order."""
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Label(article, int(start), int(end), tuple(told)) for article, start, end, *told in rows]


def seed_texts(folder: Path) -> dict[str, str]:
    """The pages that the project was made from, by the first letters of their file: seed-000."""
    files = sorted(folder.glob("*.txt"))
    return {f"seed-{file.name[:3]}": unicodedata.normalize("NFC", file.read_text(encoding="utf-8")) for file in files}


def score(labels: Iterable[Label], findings: Iterable[Label], texts: Mapping[str, str]) -> Score:
    """Hold findings in some texts against the labels of these."""
    of, found = (group_by(told, lambda label: label.article) for told in (labels, findings))
    missed = [
        f"{label.article}: {texts[label.article][label.start : label.end]}"
        for article in texts
        for label in of.get(article, ())
        if not any(map(label.is_met, found.get(article, ())))
    ]
    wrong = [
        f"{one.article}: {texts[one.article][one.start : one.end]}"
        for article in texts
        for one in found.get(article, ())
        if not any(label.is_met(one) for label in of.get(article, ()))
    ]
    wanted, total = (sum(len(held.get(article, ())) for article in texts) for held in (of, found))
    return Score(wanted, wanted - len(missed), total, total - len(wrong), tuple(missed), tuple(wrong))
