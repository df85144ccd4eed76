"""The press: brings a site folder to what it should be, writing only what differs and deleting what is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom.outputs import Outputs, files_below
from newsroom.policy import Policy
from newsroom.search import FOLDER as INDEX
from newsroom.sheets import Job, Sheet, make_ready, sheets_of, write_sheet
from newsroom.workers import each


@dataclass(frozen=True, slots=True)
class Printed:
    """How many files and pages there are, and how many files were written and deleted.

    `sources` are the addresses of all documents by path under docs/, "" for those that readers may not see yet.
    """

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
        known = None if job.fresh else outputs.known()
        index = {} if job.indexed else {path: key for path, key in (known or {}).items() if path.startswith(INDEX)}
        sheets = sheets_of(job)
        keys = index | {sheet.path: sheet.key for sheet in sheets}
        state = _state(job, outputs, known, keys)
        trusted = state.trusted
        stale = [sheet for sheet in sheets if trusted.get(sheet.path) != sheet.key]
        gone = sorted(state.there - keys.keys())
        make_ready(job, stale)
        if stale or gone:
            outputs.begin([*(sheet.path for sheet in stale), *gone])
            _write(job, stale)
            _delete(job.site, gone)
        if stale or gone or state.is_unsettled:
            outputs.finish(keys)
    finally:
        outputs.close()
    pages = sum(path.endswith(".html") for path in keys)
    library = job.edition.library
    sources = {**library.addresses, **{card.uri: "" for card in library.withheld}}
    return Printed(len(keys), pages, len(stale), len(gone), sources, job.frame.theme.policy)


@dataclass(frozen=True, slots=True)
class _State:
    """What stands in the site's folder: the keys that can be trusted, and every file that may be there."""

    trusted: Mapping[str, bytes]
    there: Set[str]
    is_unsettled: bool


def _state(job: Job, outputs: Outputs, known: Mapping[str, bytes] | None, keys: Mapping[str, bytes]) -> _State:
    unfinished = outputs.unfinished()
    _sweep(job.site, unfinished)
    if known is None:
        return _State({}, files_below(job.site), True)
    if job.audited:
        found = files_below(job.site)
        return _State({path: key for path, key in known.items() if path in found}, found, bool(unfinished))
    there = known.keys() | set(unfinished) | _strangers(job.site, keys)
    return _State(known, there, bool(unfinished))


def _strangers(site: Path, keys: Mapping[str, bytes]) -> set[str]:
    """Files at the top of the site, or in folders there, that nobody made. Deeper ones an audit finds."""
    ours = {path.partition("/")[0] for path in keys}
    found = [entry for entry in site.iterdir() if entry.name not in ours and not entry.name.startswith(".")]
    inside = {f"{entry.name}/{path}" for entry in found if entry.is_dir() for path in files_below(entry)}
    return inside | {entry.name for entry in found if not entry.is_dir()}


def _write(job: Job, stale: Sequence[Sheet]) -> None:
    for _ in each(partial(write_sheet, job), stale, job.jobs):
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
