"""Lays out a copy of the project with a large archive made from a corpus of articles."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from newsroom.vietnamese import slugify

_COPIED: Final = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt", "requirements-dev.txt")
_LONGEST_SLUG: Final = 60
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


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


def lay_out(root: Path, folder: Path, corpus: list[CorpusArticle], count: int) -> int:
    """Write `folder/project` (the project with `count` more articles) and `folder/map.tsv` (article id, address).

    Beyond the corpus' size its articles come round again, under other names. Returns the number written.
    """
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)
    for name in _COPIED:
        source = root / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        project.mkdir(parents=True, exist_ok=True)
        copy(source, project / name)
    sections = {article.section for article in corpus}
    _add_sections(project / "mkdocs.yml", sections)
    rows = [_write(project / "docs", article, turn) for article, turn in islice(_endless(corpus), count)]
    (folder / "map.tsv").write_text("".join(f"{key}\t/{url}\n" for key, url in rows), encoding="utf-8")
    return len(rows)


def _endless(corpus: list[CorpusArticle]) -> Iterator[tuple[CorpusArticle, int]]:
    turn = 0
    while corpus:
        yield from ((article, turn) for article in corpus)
        turn += 1


def _add_sections(config: Path, wanted: set[str]) -> None:
    text = config.read_text(encoding="utf-8")
    known = set(re.findall(r"- slug: ([a-z0-9-]+)", text))
    more = "".join(f"\n      - slug: {slug}\n        name: Mục {slug}" for slug in sorted(wanted - known))
    config.write_text(text.rstrip() + more + "\n", encoding="utf-8")


def _write(docs: Path, article: CorpusArticle, turn: int) -> tuple[str, str]:
    year, month, _ = article.date.split("-")
    key = f"{article.id}-{turn}" if turn else article.id
    slug = f"{slugify(article.title)[:_LONGEST_SLUG].strip('-')}-{slugify(key)}"
    folder = docs / "tin-tuc" / year / month
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{slug}.md").write_text(_text(article), encoding="utf-8")
    return key, f"tin-tuc/{year}/{month}/{slug}/"


def _text(article: CorpusArticle) -> str:
    quoted = {name: json.dumps(getattr(article, name), ensure_ascii=False) for name in ("title", "lead", "author")}
    author = quoted["author"] if article.author else '"Không rõ"'
    return (
        f"---\ntitle: {quoted['title']}\ndate: {article.date}\nlead: {quoted['lead']}\n"
        f"section: {article.section}\nauthors: [{{name: {author}}}]\n---\n{article.body}\n"
    )
