"""The press: brings a site folder to what it should be, writing only what differs and deleting what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom.outputs import Gathered, Outputs, files_below
from newsroom.policy import Policy
from newsroom.quires import INDEX, Quire, quires_of, top_of
from newsroom.sheets import Job, Sheet, make_ready, write_sheet
from newsroom.workers import each


@dataclass(frozen=True, slots=True)
class Printed:
    """How many files and pages the job makes, and how many files were written and deleted.

    `sources` are the addresses of all documents by path under docs/, "" for those that readers may not see yet.
    """

    site: Path
    files: int
    pages: int
    written: int
    deleted: int
    sources: Mapping[str, str]
    policy: Policy


def print_site(job: Job) -> Printed:
    """Bring `job.site` to what it should be; the folder is whole and its keys are written last."""
    job.site.mkdir(parents=True, exist_ok=True)
    outputs = Outputs(job.cache, job.site)
    try:
        quires = {quire.name: quire for quire in quires_of(job)}
        before = _before(job, outputs, quires)
        gathered = {name: quire.sheets() for name, quire in quires.items() if name not in before.resting}
        sheets = [sheet for name in gathered for sheet in gathered[name]]
        stale = [sheet for sheet in sheets if before.trusted.get(sheet.path) != sheet.key]
        gone = sorted(before.there - {sheet.path for sheet in sheets})
        make_ready(job, stale)
        if stale or gone:
            outputs.begin([*(sheet.path for sheet in stale), *gone])
            _write(job, stale)
            _delete(job.site, gone)
        keys = {name: Gathered(quires[name].key, _keys(found)) for name, found in gathered.items()} | before.left
        if keys or outputs.names != quires.keys() | before.resting:
            outputs.finish(keys, quires.keys() | before.resting)
    finally:
        outputs.close()
    library = job.edition.library
    sources = {**library.addresses, **{card.uri: "" for card in library.withheld}}
    return Printed(
        site=job.site,
        files=sum(quire.files for quire in quires.values()),
        pages=sum(quire.pages for quire in quires.values()),
        written=len(stale),
        deleted=len(gone),
        sources=sources,
        policy=job.frame.theme.policy,
    )


def _keys(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    return {sheet.path: sheet.key for sheet in sheets}


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands in the site's folder before anything is written.

    `resting` are the quires that lie as they are to be. `trusted` are the keys of the files of all others, `there` every file
    of theirs, or of nobody's, that may be there. `left` is what remains of an index that this job does not make.
    """

    resting: Set[str]
    trusted: Mapping[str, bytes]
    there: Set[str]
    left: dict[str, Gathered]


def _before(job: Job, outputs: Outputs, quires: Mapping[str, Quire]) -> _Before:
    unfinished = set(outputs.unfinished())
    _sweep(job.site, unfinished)
    known = None if job.fresh else outputs.known()
    if known is None:
        return _Before(frozenset(), {}, files_below(job.site), {})
    if not (unfinished or job.audited):
        resting = {name for name, key in known.items() if _is_resting(job, quires, name, key)}
        recorded = _recorded(outputs, known.keys() - resting)
        return _Before(resting, recorded, recorded.keys() | _strangers(job.site, quires), {})
    recorded = _recorded(outputs, known)
    there = files_below(job.site) if job.audited else recorded.keys() | unfinished | _strangers(job.site, quires)
    trusted = {path: key for path, key in recorded.items() if path in there and path not in unfinished}
    index = [name for name in known if name.startswith(INDEX)] if not job.indexed else []
    whole = {name: {path: key for path, key in outputs.files(name).items() if path in trusted} for name in index}
    left = {name: Gathered(b"", files) for name, files in whole.items()}
    return _Before(frozenset(), trusted, there - {path for files in whole.values() for path in files}, left)


def _is_resting(job: Job, quires: Mapping[str, Quire], name: str, key: bytes) -> bool:
    """Whether a quire needs no look: it is as it was, or of the index and this job makes none."""
    return quires[name].key == key if name in quires else name.startswith(INDEX) and not job.indexed


def _recorded(outputs: Outputs, names: Iterable[str]) -> dict[str, bytes]:
    return {path: key for name in names for path, key in outputs.files(name).items()}


def _strangers(site: Path, quires: Mapping[str, Quire]) -> set[str]:
    """Files at the top of the site, or in folders there, that nobody made. Deeper ones an audit finds."""
    ours = {top_of(INDEX), *(top for quire in quires.values() for top in quire.tops)}
    found = [entry for entry in site.iterdir() if entry.name not in ours and not entry.name.startswith(".")]
    inside = {f"{entry.name}/{path}" for entry in found if entry.is_dir() for path in files_below(entry)}
    return inside | {entry.name for entry in found if not entry.is_dir()}


def _write(job: Job, stale: Sequence[Sheet]) -> None:
    for _ in each(partial(write_sheet, job), stale, job.jobs):
        pass


def _sweep(site: Path, unfinished: Iterable[str]) -> None:
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
