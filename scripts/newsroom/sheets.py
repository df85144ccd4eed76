"""Sheets: every file that a site is to hold, each with a key that tells whether it must be written again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.attachments import attached
from newsroom.digests import bytes_digest, together
from newsroom.feeds import feed_plans
from newsroom.javascript import without_comments
from newsroom.open_data import open_data_plans
from newsroom.pictures import Picture
from newsroom.redirects import redirect_plans
from newsroom.render.edition import Edition
from newsroom.render.frame import TEMPLATES
from newsroom.render.plan import ANY, FilePlan, PagePlan
from newsroom.render.tables import Table, tables_of
from newsroom.render.templates import Templates
from newsroom.render.whole import page_plans
from newsroom.search.abbreviations import Abbreviations
from newsroom.sitemap import robots_plan, sitemap_plans
from newsroom.theme import Frame
from newsroom.versions import imaging_digest
from newsroom.web_servers import server_plans

_MODE: Final = 0o666
"""Before the umask, as everywhere."""
_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Job:
    """What to bring a site folder to. `drawing` is the digest of code and settings;
    `cache` keeps renditions and keys; `fresh` trusts nothing that is there, `audited` only files that are. Not `indexed`, the
    search index stays as it is, if there is one: nobody who sees a page change waits for it.
    """

    edition: Edition
    abbreviations: Abbreviations
    frame: Frame
    drawing: str
    site: Path
    cache: Path
    jobs: int
    fresh: bool = False
    audited: bool = False
    indexed: bool = True


class Rendition(NamedTuple):
    """A picture in one width and format."""

    picture: Picture
    width: int
    suffix: str


class Sheet(NamedTuple):
    """One file to be: its path below the site, its key, and what is to stand there. Plain: there are as many as files."""

    path: str
    key: bytes
    plan: PagePlan | FilePlan | Rendition


class Stock(NamedTuple):
    """Digests of what files have in common: all of them, and the pages of one menu entry and one template."""

    drawing: bytes
    around: Callable[[str, str], bytes]


def stock_of(job: Job) -> Stock:
    """What decides how files come out besides their own inputs."""
    drawing = f"{job.drawing} {job.edition.site_picture}".encode()
    templates = Templates(job.edition.environment)
    frame = together((drawing, job.frame.digest, *map(templates.digest, TEMPLATES)))
    return Stock(drawing, cache(lambda place, name: together((frame, place.encode(), templates.digest(name)))))


def page_sheet(stock: Stock, plan: PagePlan) -> Sheet:
    """The sheet of a page."""
    return Sheet(plan.path, stock.around(plan.place, plan.template) + plan.inputs, plan)


def file_sheet(stock: Stock, plan: FilePlan) -> Sheet:
    """The sheet of a file that is no page."""
    return Sheet(plan.path, together((stock.drawing, plan.inputs)), plan)


def standing_sheets(job: Job, stock: Stock) -> list[Sheet]:
    """Every file but the pages of articles and the search index. What an editor laid under `docs/` goes before a file of
    the theme of the same name.
    """
    tables = tables_of(job.edition)
    pages = list(page_plans(job.edition, tables))
    settings = job.edition.library.settings
    files = [
        *file_plans(job.edition, tables, [plan.url for plan in pages]),
        *server_plans(job.frame.theme.policy, settings.url, settings.base_path),
    ]
    sheets = [page_sheet(stock, plan) for plan in pages]
    sheets += [file_sheet(stock, plan) for plan in files]
    sheets += _picture_sheets(job)
    sheets += _attachment_sheets(job)
    own = {sheet.path for sheet in sheets}
    return [*sheets, *(sheet for sheet in _their_sheets(job.frame.theme.files) if sheet.path not in own)]


def write_sheet(job: Job, sheet: Sheet, specimen: bytes | None = None) -> None:
    """Write a sheet to its place in the site; a page that was drawn before is not drawn again."""
    file = f"{job.site}/{sheet.path}"
    match sheet.plan:
        case PagePlan():
            write_bytes(file, specimen or drawn_page(job, sheet.plan))
        case FilePlan():
            drawn = sheet.plan.draw()
            write_bytes(file, drawn.encode() if isinstance(drawn, str) else drawn)
        case Rendition():
            _link_rendition(job, sheet.plan, Path(file))


def drawn_page(job: Job, plan: PagePlan) -> bytes:
    """The whole page of a plan. Raises ConfigurationError when its template asks for what is not there."""
    leaf = plan.draw()
    assert plan.template in (ANY, leaf.template), f"{plan.url} is told by another template than it is drawn with"
    assert plan.has_contents == (leaf.contents is not None), f"{plan.url} is told wrongly to have contents, or none"
    return job.frame.fill(leaf)


def _link_rendition(job: Job, rendition: Rendition, file: Path) -> None:
    from newsroom.imaging import encode_rendition, link_rendition  # loads Pillow, where a rendition is to be laid only

    docs, pictures = job.edition.library.docs, job.cache / "pictures" / imaging_digest()
    kept = encode_rendition(*rendition, docs, pictures)
    file.parent.mkdir(parents=True, exist_ok=True)
    link_rendition(kept, file)


def file_plans(edition: Edition, tables: tuple[Table, ...], urls: Sequence[str]) -> Iterator[FilePlan]:
    """Every generated file that is no page and not of the search index; `urls` are the pages, articles aside, `tables` the open data."""
    yield from feed_plans(edition)
    yield from sitemap_plans(edition, urls)
    yield from redirect_plans(edition.library)
    yield from open_data_plans(edition.library.settings, tables)
    yield robots_plan(edition.library.settings)


def _picture_sheets(job: Job) -> Iterator[Sheet]:
    made_by = bytes.fromhex(imaging_digest())
    renditions = {
        picture.rendition(width, suffix): Rendition(picture, width, suffix)
        for picture in sorted(job.edition.pictures)
        for width in picture.widths
        for suffix in ("webp", "jpg")
    }
    for path, rendition in renditions.items():
        yield Sheet(path, made_by, rendition)


def _attachment_sheets(job: Job) -> Iterator[Sheet]:
    docs = job.edition.library.docs
    for uri, key in job.edition.attachments.items():
        yield Sheet(uri, key, FilePlan(uri, key, partial(attached, docs / uri, key)))


def _their_sheets(files: Mapping[str, bytes]) -> Iterator[Sheet]:
    for path, data in files.items():
        if path.endswith(".js"):
            data = without_comments(data)
        key = bytes_digest(data)
        yield Sheet(path, key, FilePlan(path, key, partial(bytes, data)))


def write_bytes(file: str, data: bytes) -> None:
    """Write bytes atomically; folders are made as they are needed. Plain strings: the inner loop of every build."""
    temporary = f"{file}.{os.getpid()}.tmp"
    try:
        handle = os.open(temporary, _NEW_FILE, _MODE)
    except FileNotFoundError:
        _make_folder(os.path.dirname(file))  # noqa: PTH120
        handle = os.open(temporary, _NEW_FILE, _MODE)
    try:
        try:
            while data:
                data = data[os.write(handle, data) :]
        finally:
            os.close(handle)
        os.replace(temporary, file)  # noqa: PTH105
    except OSError:
        os.unlink(temporary)  # noqa: PTH108
        raise


def _make_folder(folder: str) -> None:
    """Make a folder and those above it; of most only the last is missing, and that is tried first."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
