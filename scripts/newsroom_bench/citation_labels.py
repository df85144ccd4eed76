"""How well citations are recognised: the labelled set against the texts it was made from, which are not in this project.

The labels are facts about every article of the corpus that `is_labelled` picks: where a document is cited, and which.
They were made by reading what the recogniser found there and, beside it, every other place where a word for a kind of
document or a symbol stands next to a number. A label is met by a citation that overlaps it and has the same kind, number
and day.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.mentions import Cited, find_citations
from newsroom_bench.corpus import CorpusArticle

LABELS: Final = Path(__file__).resolve().parents[2] / "tests/citations/labels.tsv"
_PICKED: Final = 58
"""Per cent of the corpus that was read."""


class Label(NamedTuple):
    """A mention of a document in an article: first letter, the one after the last, and which document."""

    article: str
    start: int
    end: int
    kind: str
    number: str
    day: str

    def is_met(self, cited: Cited) -> bool:
        """Whether a citation is the one that was labelled."""
        same = cited.citation[:3] == (self.kind, self.number, self.day)
        return same and cited.start < self.end and self.start < cited.end


@dataclass(frozen=True, slots=True)
class Score:
    """`missed` are labels without a citation, `wrong` citations without a label, with their text."""

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


def read_labels(file: Path = LABELS) -> list[Label]:
    """The labelled set, in its order."""
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Label(article, int(start), int(end), *rest) for article, start, end, *rest in rows]


def is_labelled(article: str) -> bool:
    """Whether an article of the corpus was read for the labelled set."""
    return zlib.crc32(article.encode()) % 100 < _PICKED


def corpus_texts(corpus: Iterable[CorpusArticle]) -> dict[str, str]:
    """The bodies that were labelled, by article."""
    return {article.id: unicodedata.normalize("NFC", article.body) for article in corpus if is_labelled(article.id)}


def seed_texts(folder: Path) -> dict[str, str]:
    """The pages that the project was made from, by the first letters of their file: seed-000."""
    files = sorted(folder.glob("*.txt"))
    return {f"seed-{file.name[:3]}": unicodedata.normalize("NFC", file.read_text(encoding="utf-8")) for file in files}


def score(labels: Iterable[Label], texts: dict[str, str]) -> Score:
    """Hold the recogniser against the labels of the texts that are given."""
    of: dict[str, list[Label]] = {}
    for label in labels:
        of.setdefault(label.article, []).append(label)
    found = {article: find_citations(text) for article, text in texts.items()}
    missed = [
        f"{label.article}: {texts[label.article][label.start : label.end]}"
        for article in texts
        for label in of.get(article, ())
        if not any(map(label.is_met, found[article]))
    ]
    wrong = [
        f"{article}: {texts[article][cited.start : cited.end]}"
        for article, citations in found.items()
        for cited in citations
        if not any(label.is_met(cited) for label in of.get(article, ()))
    ]
    wanted, total = sum(len(of.get(article, ())) for article in texts), sum(map(len, found.values()))
    return Score(wanted, wanted - len(missed), total, total - len(wrong), tuple(missed), tuple(wrong))
