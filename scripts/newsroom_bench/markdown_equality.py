"""Whether the faster Markdown converter makes what the stock one makes, text by text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from newsroom.body.converter import Converter
from newsroom.library import Library
from newsroom.proof import proofread
from newsroom.settings import read_settings
from newsroom.source import EMPTY, Source
from newsroom.vietnamese import VIETNAM_TIME
from newsroom_bench.corpus import CorpusArticle

_ROOT: Final = Path(__file__).resolve().parents[2]
_NOW: Final = dt.datetime(2026, 11, 22, 8, tzinfo=VIETNAM_TIME)
_URI: Final = "tin-tuc/2026/01/bai-so-sanh.md"
"""The document that a text is taken for which is none of the project's."""


class NotGated(Exception):
    """The converter of this project keeps its gates open: there is nothing to compare."""


def compare(texts: Iterable[tuple[str, str]]) -> list[str]:
    """The names of the (name, Markdown) texts whose HTML, plain text, headings, pictures or problems differ.

    Both converters have the project's own extensions. A name that ends in .md is the path of a document under docs/, from
    which its links lead; other texts are taken for an article's.
    Raises NotGated.
    """
    library = _project()
    gated, stock = Converter(library), Converter(library, gated=False)
    if not gated.is_gated:
        raise NotGated
    return [name for name, text in texts if _differ(gated, stock, _source(name, text))]


def corpus_texts(corpus: Iterable[CorpusArticle]) -> Iterator[tuple[str, str]]:
    """The bodies of a corpus, named by their article."""
    return ((article.id, article.body) for article in corpus)


def _project() -> Library:
    settings = read_settings(_ROOT / "mkdocs.yml")
    return proofread(_ROOT / settings.docs_dir, settings, _NOW).library


def _source(name: str, text: str) -> Source:
    uri = name if name.endswith(".md") else _URI
    return Source(uri, f"docs/{uri}", EMPTY, text, 1)


def _differ(gated: Converter, stock: Converter, source: Source) -> bool:
    url = f"{source.uri.removesuffix('.md')}/"
    return gated.convert(source, url) != stock.convert(source, url)
