"""The press: brings a site folder to what it should be, writing only what differs and deleting what is gone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.feeds import feed_plans
from newsroom.outputs import STAMP, Outputs
from newsroom.pictures import Picture, encode_rendition, link_rendition
from newsroom.redirects import redirect_plans
from newsroom.render.edition import Edition
from newsroom.render.leaf import Leaf
from newsroom.render.plan import FilePlan, PagePlan, together
from newsroom.render.whole import page_plans
from newsroom.search_index import search_index_plans
from newsroom.sitemap import robots_plan, sitemap_plans
from newsroom.workers import each


@dataclass(frozen=True, slots=True)
class Frame:
    """The theme around a page: a digest of it for each (menu entry, address), and the whole page of a leaf."""

    digest: Callable[[PagePlan], bytes]
    fill: Callable[[Leaf], str]


@dataclass(frozen=True, slots=True)
class Job:
    """What to bring a site folder to. `drawing` is the digest of templates, code and settings; `theirs` the folder of the
    files MkDocs made; `cache` keeps renditions and keys; `fresh` trusts nothing that is there.
    """

    edition: Edition
    frame: Frame
    drawing: str
    theirs: Path
    site: Path
    cache: Path
    jobs: int
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """How many files there are, and how many were written and deleted."""

    files: int
    written: int
    deleted: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file to be: its path below the site, its key, how to write it."""

    path: str
    key: bytes
    write: Callable[[Path], None]


def print_site(job: Job) -> Printed:
    """Bring `job.site` to what it should be; the folder is whole and its keys are written last."""
    job.site.mkdir(parents=True, exist_ok=True)
    outputs = Outputs(job.cache, job.site)
    try:
        known = None if job.fresh else outputs.known()
        sheets = _sheets(job)
        stale = [sheet for sheet in sheets if known is None or known.get(sheet.path) != sheet.key]
        keys = {sheet.path: sheet.key for sheet in sheets}
        unfinished = outputs.unfinished()
        _sweep(job.site, unfinished)
        there = _existing(job.site) if known is None else {*known, *unfinished, *_strangers(job.site, keys)}
        gone = sorted(there - keys.keys())
        if stale or gone:
            outputs.begin([*(sheet.path for sheet in stale), *gone])
            _write(job, stale)
            _delete(job.site, gone)
        if stale or gone or unfinished or known is None:
            outputs.finish(keys, known)
    finally:
        outputs.close()
    return Printed(len(keys), len(stale), len(gone))


def _sheets(job: Job) -> list[_Sheet]:
    drawing = f"{job.drawing} {job.edition.site_picture}".encode()
    pages = list(page_plans(job.edition))
    sheets = [_page_sheet(job, drawing, plan) for plan in pages]
    sheets += [_file_sheet(drawing, plan) for plan in file_plans(job.edition, [plan.url for plan in pages])]
    sheets += _picture_sheets(job)
    own = {sheet.path for sheet in sheets}
    return [*sheets, *(sheet for sheet in _their_sheets(job.theirs) if sheet.path not in own)]


def _page_sheet(job: Job, drawing: bytes, plan: PagePlan) -> _Sheet:
    def write(file: Path) -> None:
        write_text(file, job.frame.fill(plan.draw()))

    return _Sheet(plan.path, together((drawing, job.frame.digest(plan), plan.inputs)), write)


def _file_sheet(drawing: bytes, plan: FilePlan) -> _Sheet:
    return _Sheet(plan.path, together((drawing, plan.inputs)), lambda file: write_text(file, plan.draw()))


def file_plans(edition: Edition, urls: Sequence[str]) -> Iterator[FilePlan]:
    """Every generated file that is no page; `urls` are the pages."""
    yield from feed_plans(edition)
    yield from sitemap_plans(edition, urls)
    yield from redirect_plans(edition.library)
    yield robots_plan(edition.library.settings)
    yield from search_index_plans(edition)


def _picture_sheets(job: Job) -> Iterator[_Sheet]:
    renditions = {
        picture.rendition(width, suffix): (picture, width, suffix)
        for picture in sorted(job.edition.pictures)
        for width in picture.widths
        for suffix in ("webp", "jpg")
    }
    for path, (picture, width, suffix) in renditions.items():
        yield _Sheet(path, b"", _Rendition(job, picture, width, suffix))


@dataclass(frozen=True, slots=True)
class _Rendition:
    """Writes one rendition when it is called."""

    job: Job
    picture: Picture
    width: int
    suffix: str

    def __call__(self, file: Path) -> None:
        docs = self.job.edition.library.docs
        kept = encode_rendition(self.picture, self.width, self.suffix, docs, self.job.cache / "pictures")
        link_rendition(kept, file)


def _their_sheets(theirs: Path) -> Iterator[_Sheet]:
    for path in sorted(_existing(theirs)):
        data = (theirs / path).read_bytes()
        key = hashlib.blake2b(data, digest_size=16).digest()
        yield _Sheet(path, key, lambda file, data=data: write_bytes(file, data))  # type: ignore[misc]


def _existing(folder: Path) -> set[str]:
    """Every file below a folder but the hidden ones at its top, which are not ours."""
    found: set[str] = set()
    for place, folders, names in os.walk(folder):
        if place == str(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        below = Path(place).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        found.update(prefix + name for name in names)
    return found


def _strangers(site: Path, keys: Mapping[str, bytes]) -> set[str]:
    """Files at the top of the site, or in folders there, that nobody made. Deeper ones are found by --clean only."""
    ours = {path.partition("/")[0] for path in keys}
    found = [entry for entry in site.iterdir() if entry.name not in ours and not entry.name.startswith(".")]
    inside = {f"{entry.name}/{path}" for entry in found if entry.is_dir() for path in _existing(entry)}
    return inside | {entry.name for entry in found if not entry.is_dir()}


def _write(job: Job, stale: Sequence[_Sheet]) -> None:
    for folder in sorted({os.path.dirname(sheet.path) for sheet in stale}):  # noqa: PTH120 – plain strings, many of them
        (job.site / folder).mkdir(parents=True, exist_ok=True)
    for _ in each(lambda sheet: sheet.write(job.site / sheet.path), stale, job.jobs):
        pass


def _sweep(site: Path, unfinished: Sequence[str]) -> None:
    """Take away the half-written files that a killed build left beside those it was writing."""
    for folder in {(site / path).parent for path in unfinished}:
        for file in folder.glob("*.tmp"):
            file.unlink()


def _delete(site: Path, gone: Sequence[str]) -> None:
    for path in gone:
        (site / path).unlink(missing_ok=True)
    for folder in sorted(
        {parent for path in gone for parent in (site / path).parents if site in parent.parents}, reverse=True
    ):
        try:
            folder.rmdir()
        except OSError:
            continue  # still in use, or gone with a folder above it


def write_text(file: Path, text: str) -> None:
    """Write UTF-8 text; the file is the old one or the new one, never a part."""
    write_bytes(file, text.encode())


def write_bytes(file: Path, data: bytes) -> None:
    """Write bytes atomically."""
    temporary = f"{file}.{os.getpid()}.tmp"
    with open(temporary, "wb") as handle:  # noqa: PTH123 – the inner loop of every build
        handle.write(data)
    os.replace(temporary, file)  # noqa: PTH105


__all__ = ["STAMP", "Frame", "Job", "Printed", "file_plans", "print_site"]
