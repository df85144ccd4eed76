"""Quires: the sheets of a site by what they have in common, so that an archive at rest is passed over and not planned.

Articles of a section that follow one another are a quire with one key, and so is each segment of the search index; all else
is planned at every build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from newsroom.addresses import SEARCH
from newsroom.digests import digest, together
from newsroom.render.articles import ArticleBlock, article_blocks
from newsroom.search import IndexPart, index_parts
from newsroom.sheets import Job, Sheet, Stock, file_sheet, page_sheet, standing_sheets, stock_of

_STANDING: Final = "trang"


class Quire(NamedTuple):
    """Files that lie as they are while the key does. `tops` are the names at the site's root under which they lie.

    `pages` and `files` are how many there are; `sheets` plans them.
    """

    name: str
    key: bytes
    tops: frozenset[str]
    pages: int
    files: int
    sheets: Callable[[], Sequence[Sheet]]


def quires_of(job: Job) -> Iterator[Quire]:
    """Everything that a job is to make."""
    stock = stock_of(job)
    for block in article_blocks(job.edition):
        yield _article_quire(stock, block)
    yield _standing_quire(standing_sheets(job, stock))
    for part in index_parts(job.edition, job.abbreviations, job.jobs) if job.indexed else ():
        yield _index_quire(stock, part)


def top_of(path: str) -> str:
    """The name at the site's root under which a file lies; that of a quire with a key of its own begins with it, too."""
    return path.partition("/")[0]


def _article_quire(stock: Stock, block: ArticleBlock) -> Quire:
    key = together((stock.around(block.place, block.template), block.inputs))
    tops = frozenset((top_of(block.name),))
    return Quire(block.name, key, tops, block.size, block.size, partial(_article_sheets, stock, block))


def _article_sheets(stock: Stock, block: ArticleBlock) -> list[Sheet]:
    return [page_sheet(stock, plan) for plan in block.plans()]


def _index_quire(stock: Stock, part: IndexPart) -> Quire:
    key = together((stock.drawing, part.inputs))
    tops = frozenset((top_of(SEARCH),))
    return Quire(f"{SEARCH}{part.name}", key, tops, 0, part.files, partial(_index_sheets, stock, part))


def _index_sheets(stock: Stock, part: IndexPart) -> list[Sheet]:
    return [file_sheet(stock, plan) for plan in part.plans()]


def _standing_quire(sheets: Sequence[Sheet]) -> Quire:
    """All that is planned at every build: its key is that of its files."""
    key = digest([(sheet.path, sheet.key) for sheet in sheets])
    tops = frozenset([top_of(sheet.path) for sheet in sheets])
    pages = sum([sheet.path.endswith(".html") for sheet in sheets])
    return Quire(_STANDING, key, tops, pages, len(sheets), lambda: sheets)
