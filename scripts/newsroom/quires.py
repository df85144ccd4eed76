"""Quires: the sheets of a site by what they have in common, so that an archive at rest is passed over and not planned.

Articles of a section that follow one another are a quire with one key; all else is planned at every build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from newsroom.render.articles import ArticleBlock, article_blocks
from newsroom.render.plan import together
from newsroom.sheets import Job, Sheet, Surroundings, index_sheets, page_sheet, standing_sheets, surroundings_of

INDEX: Final = "tim-kiem"
"""The quire of the search index."""
_STANDING: Final = "trang"


class Quire(NamedTuple):
    """Files that lie as they are while the key does. `tops` are the folders at the site's root that hold them.

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
    surroundings = surroundings_of(job)
    for block in article_blocks(job.edition):
        yield _article_quire(surroundings, block)
    yield _planned(_STANDING, standing_sheets(job, surroundings))
    if job.indexed:
        yield _planned(INDEX, index_sheets(job, surroundings))


def _article_quire(surroundings: Surroundings, block: ArticleBlock) -> Quire:
    key = together((surroundings.around(block.place, block.template), block.inputs))
    tops = frozenset((block.folder,))
    return Quire(block.name, key, tops, block.size, block.size, partial(_article_sheets, surroundings, block))


def _article_sheets(surroundings: Surroundings, block: ArticleBlock) -> list[Sheet]:
    return [page_sheet(surroundings, plan) for plan in block.plans()]


def _planned(name: str, sheets: Sequence[Sheet]) -> Quire:
    """A quire whose key is that of its files."""
    key = together([part for sheet in sheets for part in (sheet.path.encode(), sheet.key)])
    tops = frozenset([sheet.path.partition("/")[0] for sheet in sheets])
    pages = sum([sheet.path.endswith(".html") for sheet in sheets])
    return Quire(name, key, tops, pages, len(sheets), lambda: sheets)
