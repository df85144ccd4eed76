"""How well names are recognised: the labelled set of the shipped site's names against the texts it was made from.

The labels are facts about the seeds and every article of the corpus: where a branch, unit, programme or person with a page
is named, and which. They were made by reading every place that holds a proper part of such a name (An Cư, Tùng, Khối …).
Not labelled are places named without the word for their level, and sayings (“Dân vận khéo thì việc gì cũng thành công”).
Nothing is known beside these texts; an article of a site has its front matter as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.bearers import name_table
from newsroom.circumstances import Circumstances
from newsroom.mentions import NameTable, occurrences, recognise
from newsroom.proof import proofread
from newsroom.settings import read_settings
from newsroom_bench.corpus import CorpusArticle
from newsroom_bench.labels import Label

NAMES: Final = Path(__file__).resolve().parents[2] / "tests/names/labels.tsv"


def shipped_names(root: Path) -> NameTable:
    """The names of the project's own site."""
    proof = proofread(root / "docs", read_settings(root / "mkdocs.yml"), Circumstances.from_environment().now)
    return name_table(proof.library)


def whole_texts(corpus: Iterable[CorpusArticle]) -> dict[str, str]:
    """The bodies of a corpus, by article."""
    return {article.id: unicodedata.normalize("NFC", article.body) for article in corpus}


def names_in(table: NameTable, texts: Mapping[str, str]) -> Iterator[Label]:
    """What the recogniser finds in some texts."""
    for article, text in texts.items():
        for start, end, mention in occurrences(text, recognise(table, text)):
            if mention.url:
                yield Label(article, start, end, (mention.url,))
