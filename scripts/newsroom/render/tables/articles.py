"""Articles as open data, a file for each year: a new article changes the newest only."""

from __future__ import annotations

from functools import partial

from newsroom.card import Card
from newsroom.digests import digest
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.tables.table import Column, Form, Part, Row, Table

_COLUMNS = (
    Column("id", "Mã bài, không bao giờ đổi", is_known=True),
    Column("url", "Địa chỉ bài", Form.ADDRESS, is_known=True),
    Column("title", "Tiêu đề, kèm địa danh đứng trước nếu có", is_known=True),
    Column("lead", "Sa-pô", is_known=True),
    Column("date", "Lúc đăng", Form.MOMENT, is_known=True),
    Column("updated", "Lúc sửa đáng kể gần nhất", Form.MOMENT),
    Column("section", "Mã chuyên mục", is_known=True),
    Column("authors", "Người viết, chụp, biên tập", Form.LIST, is_known=True),
    Column("branches", "Mã hồ sơ chi bộ, đảng bộ mà bài khai báo", Form.LIST, is_known=True),
    Column("documents", "Mã văn bản mà bài viện dẫn, khai báo hoặc nhận ra trong bài", Form.LIST, is_known=True),
)


def article_table(edition: Edition) -> Table:
    """The table of public articles, newest first."""
    parts = tuple(_part(edition, year, cards) for year, cards in edition.library.by_year.items())
    about = "Mọi bài đã đăng: tiêu đề, sa-pô, thời gian, chuyên mục, tác giả và các văn bản, chi bộ được nhắc."
    return Table("bai-viet", "Bài viết", about, _COLUMNS, parts)


def _part(edition: Edition, year: str, cards: tuple[Card, ...]) -> Part:
    told = edition.citations.told
    cited = [(card.uri, edition.citations.known_by(card.uri)) for card in cards if card.uri in told]
    inputs = digest(cards_digest(cards), cited)
    return Part(year, inputs, len(cards), partial(_rows, edition, cards))


def _rows(edition: Edition, cards: tuple[Card, ...]) -> list[Row]:
    absolute, told = edition.library.settings.absolute, edition.citations.told
    return [
        (
            card.url.strip("/"),
            absolute(card.url),
            card.full_title,
            card.lead,
            card.date,
            card.updated or None,
            card.section,
            tuple(dict.fromkeys(card.authors)),
            card.branches,
            tuple(document.slug for document in edition.citations.of(card.uri)) if card.uri in told else (),
        )
        for card in cards
    ]
