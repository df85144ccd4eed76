"""One build, whoever runs it: proofread first, print last. Between the two the framework at the edge does its part."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from jinja2 import FileSystemBytecodeCache

from newsroom.circumstances import Circumstances
from newsroom.ledger import Ledger
from newsroom.lock import acquire
from newsroom.press import Printed, print_site
from newsroom.problem import ContentError, errors_among
from newsroom.proof import Proof, proofread
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.settings import Settings, read_settings
from newsroom.sheets import Frame, Job
from newsroom.stages import stage
from newsroom.versions import drawing_digest, reading_digest

CACHE: Final = ".cache"
OVERRIDES: Final = "overrides"
OWN_TEMPLATES: Final = "newsroom"
"""The folder of the overrides that the theme does not know."""
REFERENCE: Final = "NEWSROOM_REFERENCE"
"""Set: no ledger, no kept outputs, no workers, every page through the theme. The law: the same bytes."""

AUDIT: Final = "NEWSROOM_AUDIT"
"""Set: the site's folder is looked through, for files that are missing or that nobody made."""

log = logging.getLogger("mkdocs.newsroom")


@dataclass
class Build:
    """A build that has begun. `site` is the folder it is for; `theirs` the one the framework may write to."""

    root: Path
    config: Path
    site: Path
    circumstances: Circumstances
    settings: Settings
    proof: Proof
    edition: Edition
    held: IO[str]

    @property
    def is_reference(self) -> bool:
        """Whether nothing may be remembered or shared."""
        return bool(os.environ.get(REFERENCE))

    def print(self, frame: Frame, edge: Path, *, indexed: bool = True) -> Printed:
        """Bring the site to what it should be, `indexed` or with its search index as it is; `edge` is the file that knows the framework."""
        job = Job(
            edition=self.edition,
            frame=frame,
            drawing=drawing_digest(self.settings, self.config, edge),
            theirs=theirs_of(self.root),
            site=self.site,
            cache=self.root / CACHE,
            jobs=1 if self.is_reference else self.circumstances.jobs,
            fresh=self.is_reference,
            audited=bool(os.environ.get(AUDIT)),
            indexed=indexed,
        )
        with stage("vẽ và ghi trang"):
            printed = print_site(job)
        log.info("%d tệp, ghi %d, xóa %d", printed.files, printed.written, printed.deleted)
        return printed

    def end(self) -> None:
        """Let the next build begin."""
        self.proof.ledger.close()
        self.held.close()


def theirs_of(root: Path) -> Path:
    """The folder the framework writes its own pages to; nobody but the press takes them from there."""
    return root / CACHE / "mkdocs"


def empty_folder_of(root: Path) -> Path:
    """The folder the framework is shown as the sources: it would walk and list the whole archive at every build."""
    folder = root / CACHE / "empty"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def preview_of(root: Path) -> Path:
    """The site of the preview, kept from one preview to the next."""
    return root / CACHE / "preview"


def publishing_tree_of(root: Path) -> Path:
    """The site that publishing builds for itself: nobody else writes there between check and release."""
    return root / CACHE / "publishing"


def compiled_templates(root: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept between builds; Jinja checks them against their source."""
    folder = root / CACHE / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def begin(config: Path, docs: Path, site: Path, *, strict: bool) -> Build:
    """Take the lock, read and check everything.

    Raises ContentError with all problems; nothing has been written then.
    """
    root = config.parent
    circumstances = Circumstances.from_environment()
    settings = read_settings(config, circumstances.site_url)
    held = acquire(root / CACHE / "lock", lambda: log.warning("Một lần dựng khác đang chạy; chờ nó xong …"))
    reference = bool(os.environ.get(REFERENCE))
    ledger = Ledger(None if reference else root / CACHE / "ledger.sqlite", reading_digest(settings))
    try:
        with stage("đọc, kiểm tra, chuyển Markdown"):
            proof = proofread(docs, settings, circumstances.now, ledger, 1 if reference else circumstances.jobs)
        if errors_among(proof.problems, strict=strict):
            raise ContentError(proof.problems)
    except BaseException:
        ledger.close()
        held.close()
        raise
    for problem in proof.problems:
        log.warning("%s", problem)
    environment = make_environment(root / OVERRIDES / OWN_TEMPLATES)
    environment.bytecode_cache = compiled_templates(root)
    edition = Edition(
        proof.library, proof.citations, proof.names, proof.entries, ledger, environment, proof.attachments
    )
    return Build(root, config, site, circumstances, settings, proof, edition, held)
