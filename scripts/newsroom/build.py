"""One build, whoever runs it: proofread first, print last. The framework at the edge is asked only for its theme."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from newsroom.bytecode import compiled_templates
from newsroom.circumstances import Circumstances
from newsroom.codes import Code
from newsroom.configuration import OVERRIDES
from newsroom.digests import bytes_digest, digest, together
from newsroom.folders import files_led_to
from newsroom.ledger import Ledger
from newsroom.press import Printed, print_site
from newsroom.problem import ConfigurationError, ContentError, Problem, errors_among
from newsroom.proof import Proof, proofread
from newsroom.render.edition import HOME, Edition
from newsroom.render.environment import make_environment
from newsroom.render.frame import frame_digest
from newsroom.render.templates import drawing_problem, encoding_problem
from newsroom.search.abbreviations import Abbreviations, read_abbreviations
from newsroom.settings import Settings, read_settings
from newsroom.sheets import Job
from newsroom.stages import stage
from newsroom.theme import Frame, KeptTheme, Theme
from newsroom.versions import drawing_digest, reading_digest
from newsroom.workshop import CACHE, LEDGER, check_place, forget_caches, hold_cache, theirs_of

OWN_TEMPLATES: Final = "newsroom"
"""The folder of the overrides that the theme does not know."""
_TEMPLATES: Final = (".html", ".svg")
_OWN_NAMED: Final = re.compile(rb"[\"']newsroom/")
"""How a template of the theme's names one of ours."""
_ICONS: Final = ".icons"
"""The folder of the overrides in which the theme looks for icons, hidden as its own is."""
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
    abbreviations: Abbreviations
    held: IO[str]
    strict: bool

    @property
    def is_reference(self) -> bool:
        """Whether nothing may be remembered or shared."""
        return bool(os.environ.get(REFERENCE))

    def print(self, unfold: Callable[[Build], Theme], *, indexed: bool = True, typed: str = "") -> Printed:
        """Bring the site to what it should be, `indexed` or with its search index as it is; `unfold` opens the theme.

        `typed` is what the theme was told besides mkdocs.yml.

        Raises ConfigurationError when the theme cannot be opened, or a template not be understood or not be drawn with; nothing
        has been written then, unless only some of a template's pages meet what is wrong with it.
        """
        drawing = drawing_digest(self.settings, self.config)
        overridden = self._overridden()
        kept = self.root / CACHE / "theme.sqlite" if self.settings.is_self_contained and not self.is_reference else None
        key = digest(drawing, self.strict, typed, frame_digest(self.edition), overridden).hex()
        theme = KeptTheme(kept, key, theirs_of(self.root), lambda: unfold(self))
        try:
            with stage("vẽ và ghi trang"):
                printed = print_site(self._job(theme, drawing, overridden, indexed=indexed))
        except Exception as error:
            if problem := drawing_problem(
                error, self.root / OVERRIDES
            ):  # of the theme's: ours are told where they are drawn
                raise ConfigurationError([problem]) from error
            raise
        finally:
            theme.close()
        log.info("%d tệp, ghi %d, xóa %d", printed.files, printed.written, printed.deleted)
        return printed

    def _job(self, theme: KeptTheme, drawing: str, overridden: dict[str, bytes], *, indexed: bool) -> Job:
        templates = (told for path, told in overridden.items() if path.endswith(_TEMPLATES))
        around = together([theme.shell(HOME, 0).digest, *templates])
        return Job(
            edition=self.edition,
            abbreviations=self.abbreviations,
            frame=Frame(theme, around, self.settings.base_path, whole=self.is_reference),
            drawing=drawing,
            site=self.site,
            cache=self.root / CACHE,
            jobs=1 if self.is_reference else self.circumstances.jobs,
            fresh=self.is_reference,
            audited=bool(os.environ.get(AUDIT)),
            indexed=indexed,
        )

    def _overridden(self) -> dict[str, bytes]:
        """A digest of each file that changes the theme, by path.

        What our own templates change, the pages tell – unless one of the theme's names them.

        Raises ConfigurationError for templates, and names of files, that are not in UTF-8.
        """
        folder = self.root / OVERRIDES
        found = files_led_to(folder) | {f"{_ICONS}/{path}" for path in files_led_to(folder / _ICONS)}
        if odd := [path for path in found if not _can_be_written(path)]:
            raise ConfigurationError(map(_name_problem, odd))
        own = {path for path in found if path.startswith(f"{OWN_TEMPLATES}/")}
        read = {path: (folder / path).read_bytes() for path in sorted(found - own)}
        if wrong := list(_not_in_utf_8(read)):
            raise ConfigurationError(wrong)
        if any(_OWN_NAMED.search(text) for path, text in read.items() if path.endswith(_TEMPLATES)):
            read |= {path: (folder / path).read_bytes() for path in sorted(own)}
        return {path: bytes_digest(text) for path, text in read.items()}

    def end(self) -> None:
        """Let the next build begin."""
        self.proof.ledger.close()
        self.held.close()


def _not_in_utf_8(read: Mapping[str, bytes]) -> Iterator[Problem]:
    for path in filter(lambda path: path.endswith(_TEMPLATES), read):
        try:
            read[path].decode()
        except UnicodeDecodeError as error:
            yield encoding_problem(f"{OVERRIDES}/{path}", error)


def _can_be_written(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _name_problem(path: str) -> Problem:
    message = "tên tệp không phải UTF-8, không thể là địa chỉ trên mạng"
    return Problem(f"{OVERRIDES}/{path}", 1, 1, Code.CONFIGURATION, message, "đổi tên tệp, chỉ dùng chữ không dấu")


def run_build(
    config: Path,
    site: Path | None,
    unfold: Callable[[Build], Theme],
    *,
    strict: bool,
    indexed: bool = True,
    forgetful: bool = False,
) -> Printed:
    """Build the site into `site`, `indexed` or with the search index as it is there; `unfold` opens the theme if need be.

    Without `site` it goes where mkdocs.yml says; `forgetful`, nothing that earlier builds learnt is used.

    Raises ContentError with all problems, or ConfigurationError for those of mkdocs.yml.
    """
    build = begin(config, site, strict=strict, forgetful=forgetful)
    try:
        return build.print(unfold, indexed=indexed)
    finally:
        build.end()


def begin(config: Path, site: Path | None, *, strict: bool, forgetful: bool = False) -> Build:
    """Take the lock, read and check everything; `forgetful`, what earlier builds learnt is thrown away.

    Raises ContentError with all problems, or ConfigurationError; nothing has been written then.
    """
    root = config.parent
    circumstances = Circumstances.from_environment()
    settings = read_settings(config, circumstances.site_url)
    templates = root / OVERRIDES / OWN_TEMPLATES
    abbreviations = read_abbreviations(templates)  # what is wrong there is told before anything is written
    site = site or root / settings.site_dir
    docs = root / settings.docs_dir
    check_place(site, config, docs)
    held = hold_cache(root)
    if forgetful:
        forget_caches(root)
    reference = bool(os.environ.get(REFERENCE))
    ledger = Ledger(None if reference else root / CACHE / LEDGER, reading_digest(settings))
    try:
        with stage("đọc, kiểm tra, chuyển Markdown"):
            proof = proofread(docs, settings, circumstances.now, ledger, 1 if reference else circumstances.jobs)
        if errors_among(proof.problems, strict=strict):
            raise ContentError(proof.problems)
    except BaseException:
        ledger.close()
        held.close()
        raise
    if proof.problems:
        log.warning("%s", "\n".join(map(str, proof.problems)))
    environment = make_environment(templates)
    environment.bytecode_cache = compiled_templates(root / CACHE)
    edition = Edition(
        proof.library, proof.citations, proof.names, proof.entries, ledger, environment, proof.attachments
    )
    return Build(root, config, site, circumstances, settings, proof, edition, abbreviations, held, strict)
