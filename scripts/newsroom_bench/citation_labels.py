"""How well citations are recognised: the labelled set against the texts it was made from.

The labels are facts about every article of the corpus that `is_labelled` picks: where a document is cited, and which.
They were made by reading what the recogniser found there and, beside it, every other place where a word for a kind of
document or a symbol stands next to a number. What is told of a citation is its kind, number and day.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.mentions import find_citations
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.labels import Label

CITATIONS: Final = Path(__file__).resolve().parents[2] / "tests/citations/labels.tsv"
_PICKED: Final = 58
"""Per cent of the corpus that was read."""


def is_labelled(article: str) -> bool:
    """Whether an article of the corpus was read for the labelled set."""
    return zlib.crc32(article.encode()) % 100 < _PICKED


def labelled_texts(corpus: Iterable[CorpusArticle]) -> dict[str, str]:
    """The bodies that were labelled, by article."""
    return {article.id: unicodedata.normalize("NFC", article.body) for article in corpus if is_labelled(article.id)}


def citations_in(texts: Mapping[str, str]) -> Iterator[Label]:
    """What the recogniser finds in some texts."""
    for article, text in texts.items():
        for cited in find_citations(text):
            yield Label(article, cited.start, cited.end, cited.citation[:3])
