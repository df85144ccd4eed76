"""The press: brings a site folder to what it should be, writing only what differs and deleting what is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom.addresses import SEARCH
from newsroom.folders import delete, entries_below, is_folder, obstacles, remove
from newsroom.outputs import Gathered, Laid, Outputs, lay
from newsroom.policy import Policy
from newsroom.quires import Quire, quires_of, top_of
from newsroom.sheets import Job, Sheet, write_sheet
from newsroom.specimens import draw_specimens
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
    """Bring `job.site` to what it should be; the folder is whole and its keys are written last.

    Raises OSError when the disk does not let it; the next build knows what was left undone.
    """
    job.site.mkdir(parents=True, exist_ok=True)
    outputs = Outputs(job.cache, job.site)
    try:
        quires = {quire.name: quire for quire in quires_of(job)}
        work = _planned(job, outputs, quires)
        specimens = draw_specimens(job, work.stale)
        laid: dict[str, Laid] = {}
        if work.stale or work.gone:
            outputs.begin([*(sheet.path for sheet in work.stale), *work.gone])
            remove(job.site, work.in_the_way)
            laid = _write(job, work.stale, specimens)
            delete(job.site, work.gone)
        keys = work.gathered(quires, laid)
        if keys or outputs.names != quires.keys() | work.before.resting:
            outputs.finish(keys, quires.keys() | work.before.resting)
    finally:
        outputs.close()
    library = job.edition.library
    sources = {**library.addresses, **{card.uri: "" for card in library.withheld}}
    return Printed(
        site=job.site,
        files=sum(quire.files for quire in quires.values()),
        pages=sum(quire.pages for quire in quires.values()),
        written=len(work.stale),
        deleted=len(work.gone),
        sources=sources,
        policy=job.frame.theme.policy,
    )


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands in the site's folder before anything is written.

    `resting` are the quires that lie as they are to be. `trusted` are the files of all others that lie as they were
    written, `there` every file of theirs, or of nobody's, that may be there. `left` is what remains of an index that this
    job does not make.
    """

    resting: Set[str]
    trusted: Mapping[str, Laid]
    there: Set[str]
    left: dict[str, Gathered]


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be done: `sheets` by quire, of them the `stale` ones, paths that are `gone`, and what is `in_the_way`."""

    before: _Before
    sheets: Mapping[str, Sequence[Sheet]]
    stale: Sequence[Sheet]
    gone: Sequence[str]
    in_the_way: Set[str]

    @classmethod
    def of(cls, site: Path, quires: Mapping[str, Quire], before: _Before) -> _Work:
        """The work that is left to do before the site is what the quires tell."""
        gathered = {name: quire.sheets() for name, quire in quires.items() if name not in before.resting}
        sheets = [sheet for name in gathered for sheet in gathered[name]]
        trusted = before.trusted
        stale = [sheet for sheet in sheets if sheet.path not in trusted or trusted[sheet.path][0] != sheet.key]
        gone = sorted(before.there - {sheet.path for sheet in sheets})
        return cls(before, gathered, stale, gone, obstacles(site, [*(sheet.path for sheet in stale), *gone]))

    def gathered(self, quires: Mapping[str, Quire], laid: Mapping[str, Laid]) -> dict[str, Gathered]:
        """The quires as they lie once the work is done; `laid` is what was written."""
        lying = {**self.before.trusted, **laid}
        done = {name: {sheet.path: lying[sheet.path] for sheet in sheets} for name, sheets in self.sheets.items()}
        return {name: Gathered(quires[name].key, files) for name, files in done.items()} | self.before.left


def _planned(job: Job, outputs: Outputs, quires: Mapping[str, Quire]) -> _Work:
    """The work to do. Only a folder that nobody touched since the last build is not looked through."""
    unfinished = set(outputs.unfinished())
    known = None if job.fresh else outputs.known()
    if known is None:
        return _Work.of(job.site, quires, _Before(frozenset(), {}, entries_below(job.site), {}))
    links = any(entry.is_symlink() for entry in job.site.iterdir())
    if not (unfinished or job.audited or links) and outputs.is_intact():
        work = _Work.of(job.site, quires, _at_rest(job, outputs, quires, known))
        if not work.in_the_way:
            return work
    return _Work.of(job.site, quires, _looked_through(job, outputs, known, unfinished))


def _at_rest(job: Job, outputs: Outputs, quires: Mapping[str, Quire], known: Mapping[str, bytes]) -> _Before:
    resting = {name for name, key in known.items() if _is_resting(job, quires, name, key)}
    recorded = {path: laid for name in known.keys() - resting for path, laid in outputs.files(name).items()}
    return _Before(resting, recorded, recorded.keys() | _strangers(job.site, quires), {})


def _looked_through(job: Job, outputs: Outputs, known: Mapping[str, bytes], unfinished: Set[str]) -> _Before:
    there = entries_below(job.site)
    intact = {name: outputs.intact(name) for name in known}
    lying = {path: laid for files in intact.values() for path, laid in files.items()}
    trusted = {path: laid for path, laid in lying.items() if path in there and path not in unfinished}
    index = [name for name in known if name.startswith(SEARCH)] if not job.indexed else []
    whole = {name: {path: laid for path, laid in intact[name].items() if path in trusted} for name in index}
    left = {name: Gathered(b"", files) for name, files in whole.items()}
    return _Before(frozenset(), trusted, there - {path for files in whole.values() for path in files}, left)


def _is_resting(job: Job, quires: Mapping[str, Quire], name: str, key: bytes) -> bool:
    """Whether a quire needs no look: it is as it was, or of the index and this job makes none."""
    return quires[name].key == key if name in quires else name.startswith(SEARCH) and not job.indexed


def _strangers(site: Path, quires: Mapping[str, Quire]) -> set[str]:
    """Files at the top of the site, or in folders there, that nobody made. Deeper ones an audit finds."""
    ours = {top_of(SEARCH), *(top for quire in quires.values() for top in quire.tops)}
    found = [entry for entry in site.iterdir() if entry.name not in ours and not entry.name.startswith(".")]
    folders = [entry for entry in found if is_folder(entry)]
    inside = {f"{folder.name}/{path}" for folder in folders for path in entries_below(folder)}
    return inside | {entry.name for entry in found if entry not in folders}


def _write(job: Job, stale: Sequence[Sheet], specimens: Mapping[str, bytes]) -> dict[str, Laid]:
    """Write sheets; how they lie then."""
    laid = each(partial(_lay, job, specimens), stale, job.jobs)
    return {sheet.path: now for sheet, now in zip(stale, laid, strict=True)}


def _lay(job: Job, specimens: Mapping[str, bytes], sheet: Sheet) -> Laid:
    write_sheet(job, sheet, specimens.get(sheet.path))
    return lay(job.site, sheet.path, sheet.key) or (sheet.key, 0, -1)  # gone at once: no file looks like that
