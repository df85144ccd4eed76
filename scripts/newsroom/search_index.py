"""The search index, first form: one file with the texts of all documents; the page's script folds and ranks them.

Small sites only. The page and its contract stay when the engine proper replaces this module.
"""

from __future__ import annotations

import json

from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.library import Document
from newsroom.render.edition import Edition
from newsroom.render.leaf import GeneratedFile
from newsroom.vietnamese import format_day


def search_index_file(edition: Edition) -> GeneratedFile:
    """Records [address, title, label, date, lead, other names and words, body], newest articles first."""
    records = [_record(edition, document) for document in edition.library.documents]
    return GeneratedFile("tim-kiem/muc-luc.json", json.dumps(records, ensure_ascii=False, separators=(",", ":")))


def _record(edition: Edition, document: Document) -> list[str]:
    text = edition.bodies[document.source_file.uri].text
    if isinstance(document, Article):
        card = edition.cards[document.url]
        words = [*document.tags, *document.documents, *document.people, *document.places, *card.authors, card.alt]
        return [card.url, card.full_title, card.section_name, format_day(card.date), card.lead, "; ".join(words), text]
    if isinstance(document, Branch):
        words = [*document.also_known_as, *(member.name for member in document.committee)]
        if document.place:
            words += [document.place.name, document.place.now]
        words += [item.name for item in document.indicators]
        words += [item.name for item in document.models]
        words += [item.name for item in document.funds]
        return [document.url, document.name, "Hồ sơ chi bộ", "", document.summary, "; ".join(filter(None, words)), text]
    return [document.url, document.title, "Trang", "", document.description, "", text]
