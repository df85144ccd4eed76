"""More articles than a corpus has: each made of real sentences of four articles of a section, under a title of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import count
from random import Random
from typing import Final

from newsroom_bench.corpus import CorpusArticle

_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zà-ỹđ])")
_QUOTES: Final = re.compile("[\"'“”‘’]")
_SOURCES: Final = 4
_RUN: Final = (1, 3)
"""Neighbouring sentences that are taken from one article at a time."""
_TRIES: Final = 50
_LEAD: Final = range(30, 800)
"""Characters that the project's rules ask of a lead."""


def endless(corpus: Sequence[CorpusArticle]) -> Iterator[CorpusArticle]:
    """The articles of a corpus, then others made of their sentences, without end: the same for the same corpus.

    What is made is like the real ones in length, letters, neighbouring words and section; no two titles are the same. A
    sentence comes again in others, so a phrase of a body has several right answers; nothing told is true.
    """
    yield from corpus
    sections: defaultdict[str, list[CorpusArticle]] = defaultdict(list)
    for article in corpus:
        sections[article.section].append(article)
    titles = {article.title for article in corpus}
    for turn in count(1) if corpus else ():
        for article in corpus:
            made = _recombined(article, turn, sections[article.section], titles)
            titles.add(made.title)
            yield made


def _recombined(first: CorpusArticle, turn: int, alike: Sequence[CorpusArticle], taken: set[str]) -> CorpusArticle:
    chance = Random(f"{turn} {first.id}")
    sources = [first, *chance.choices(alike, k=_SOURCES - 1)]
    titles = (_spliced(first.title, chance.choice(alike).title) for _ in range(_TRIES))
    title = next((title for title in titles if title not in taken), f"{first.title} ({turn})")
    lead = " ".join(dict.fromkeys(chance.choice(_sentences(source.lead)) for source in sources[1:3]))
    paragraphs = [_run(chance, chance.choice(sources)) for _ in first.body.split("\n\n")]
    return replace(
        first,
        id=f"{first.id}-{turn}",
        title=title,
        lead=lead if len(lead) in _LEAD else first.lead,
        body="\n\n".join(dict.fromkeys(paragraphs)),
        date=chance.choice(alike).date,
    )


def _spliced(one: str, other: str) -> str:
    """The first half of a title and the second of another."""
    begun, ended = (_QUOTES.sub("", title).split() for title in (one, other))
    return " ".join([*begun[: (len(begun) + 1) // 2], *ended[len(ended) // 2 :]])


def _run(chance: Random, source: CorpusArticle) -> str:
    sentences = _sentences(source.body)
    start = chance.randrange(len(sentences))
    return " ".join(sentences[start : start + chance.randint(*_RUN)])


@cache
def _sentences(text: str) -> list[str]:
    return _SENTENCE.split(" ".join(text.split()))
