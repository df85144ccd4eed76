"""The articles that archives are laid out from: a corpus file, or the project's own texts recombined."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from newsroom.article import Article
from newsroom.source import read_source
from newsroom.vietnamese import slugify

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PLAIN: Final = re.compile(r"[A-ZÀ-ỸĐ“][^\n\[\]|`<]{80,}")
"""A paragraph that stands for itself: one line, no link, picture, table or code."""
_LONGEST_SLUG: Final = 60
_OWN: Final = 4000
"""Articles made of the project's own texts before they come round again."""
_YEARS: Final = range(2016, 2027)


@dataclass(frozen=True, slots=True)
class CorpusArticle:
    """An article of the corpus; `date` as YYYY-MM-DD."""

    id: str
    title: str
    lead: str
    body: str
    date: str
    section: str
    author: str


def read_corpus(file: Path) -> list[CorpusArticle]:
    """All articles of a `.jsonl.gz` corpus, in its order."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        return [
            CorpusArticle(**{key: _clean(record.get(key)) for key in CorpusArticle.__slots__}) for record in records
        ]


def _clean(text: str | None) -> str:
    """Without the control characters that the gate would rightly refuse."""
    return _CONTROL.sub("", text or "")


def own_corpus(docs: Path, seed: int) -> list[CorpusArticle]:
    """Articles recombined from the paragraphs of the project's own: like them in length and letters, not in sense."""
    chance = Random(seed)
    articles = [Article.from_source(read_source(docs, uri)) for uri in _uris(docs)]
    paragraphs = [text for article in articles for text in _PLAIN.findall(article.source_file.body)]
    return [_recombined(number, articles, paragraphs, chance) for number in range(_OWN)]


def _uris(docs: Path) -> list[str]:
    return sorted(file.relative_to(docs).as_posix() for file in (docs / "tin-tuc").rglob("*.md"))


def _recombined(number: int, articles: Sequence[Article], paragraphs: Sequence[str], chance: Random) -> CorpusArticle:
    first, second = chance.sample(articles, 2)
    date = f"{chance.choice(_YEARS)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return CorpusArticle(
        id=f"tron-{number}",
        title=f"{first.title[:90]} (bản trộn {number})",
        lead=second.lead,
        body="\n\n".join(chance.sample(paragraphs, chance.randint(4, min(14, len(paragraphs))))),
        date=date,
        section=first.section,
        author=second.authors[0].name,
    )


def slug_of(article: CorpusArticle) -> str:
    """The last part of the address an article is laid out at."""
    return f"{slugify(article.title)[:_LONGEST_SLUG].strip('-')}-{slugify(article.id)}"
