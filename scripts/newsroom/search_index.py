"""The search index, first form: the texts of all documents, a file a month; the page's script folds and ranks them.

Small sites only. The page and its contract stay when the engine proper replaces this module.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from newsroom.branch import Branch
from newsroom.card import Card
from newsroom.page import Page
from newsroom.render.edition import Edition, digest, together
from newsroom.render.plan import FilePlan
from newsroom.vietnamese import format_iso_day

FOLDER: Final = "tim-kiem/muc-luc/"
Record = list[str]
"""Address, title, label, date, lead, other names and words, body."""


def search_index_plans(edition: Edition) -> Iterator[FilePlan]:
    """A file for each month of articles, one for profiles and pages, and the list of them, newest first."""
    library = edition.library
    names: list[str] = []
    for month, cards in sorted(library.by_month.items(), reverse=True):
        names.append(f"{month}.json")
        inputs = together(edition.drawn(card) for card in cards)
        yield FilePlan(FOLDER + names[-1], inputs, partial(_articles, edition, cards))
    names.append("ho-so.json")
    entries = (edition.entries[document.source_file.uri] for document in library.others)
    inputs = together(entry.contents + entry.drawn for entry in entries)
    yield FilePlan(FOLDER + names[-1], inputs, partial(_others, edition))
    listed = json.dumps(names)
    yield FilePlan(f"{FOLDER}muc-luc.json", digest(listed), lambda: listed)


def _articles(edition: Edition, cards: Sequence[Card]) -> str:
    return _json([_article(edition, card) for card in cards])


def _others(edition: Edition) -> str:
    library = edition.library
    return _json(
        [*(_branch(edition, branch) for branch in library.branches), *(_page(edition, page) for page in library.pages)]
    )


def _json(records: list[Record]) -> str:
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def _article(edition: Edition, card: Card) -> Record:
    article, body = edition.article(card)
    words = [*article.tags, *article.documents, *article.people, *article.places, *card.authors, card.alt]
    label, day = edition.section_name(card.section), format_iso_day(card.date)
    return [card.url, card.full_title, label, day, card.lead, "; ".join(words), body.text]


def _branch(edition: Edition, branch: Branch) -> Record:
    words = [*branch.also_known_as, *(member.name for member in branch.committee)]
    if branch.place:
        words += [branch.place.name, branch.place.now]
    for block in (branch.indicators, branch.models, branch.funds):
        words += [item.name for item in block]
    text = edition.body(branch.source_file.uri).text
    return [branch.url, branch.name, "Hồ sơ chi bộ", "", branch.summary, "; ".join(filter(None, words)), text]


def _page(edition: Edition, page: Page) -> Record:
    return [page.url, page.title, "Trang", "", page.description, "", edition.body(page.source_file.uri).text]
