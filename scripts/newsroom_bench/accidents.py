"""What befalls the small site of a walk and its builds, beyond edits. Each takes the site it befalls."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from newsroom.problem import ContentError
from newsroom.workshop import CACHE
from newsroom_bench import builds, edits
from newsroom_bench.draft import PICTURES, Draft, sentence
from newsroom_bench.small_site import ATTACHMENT, SmallSite

_LATEST_IN_SITE: Final = (10, 40, 300)
_LATEST: Final = (100, 1000)
"""Calls that leave something on disk – in the site, anywhere – up to which a build is killed. A short one makes a hundred."""
_IN_SITE: Final = 0.7
"""How often a build is killed while it brings the site to what it should be: the moment that matters most."""
_OFTENEST_READ: Final = 4
"""How often a build opens a file at most: to compare it, to read it, to convert it."""
_KILLED: Final[tuple[edits.Change, ...]] = (
    edits.add,
    edits.delete,
    edits.edit_body,
    edits.edit_title,
    edits.edit_template,
    edits.rename,
    edits.replace_picture,
    edits.edit_alias,
    edits.edit_branch,
)


def make_a_mistake(site: SmallSite) -> None:
    """An article names a section that there is not; then it is mended."""
    draft = site.any_draft()
    site.write(draft.path, draft.text().replace(f"section: {draft.section}", "section: muc-la"))
    _be_refused(site)
    site.save(draft)


def misspell_a_field(site: SmallSite) -> None:
    """An article that another one links to cannot be read for a while."""
    if draft := _any_linked(site):
        site.write(draft.path, draft.text().replace("title:", "titel:", 1))
        _be_refused(site)
        site.save(draft)


def break_a_link(site: SmallSite) -> None:
    """An article that another one links to is taken away, and put back."""
    if draft := _any_linked(site):
        (site.root / draft.path).unlink()
        _be_refused(site)
        site.save(draft)


def hide_a_misnamed_picture(site: SmallSite) -> None:
    """An article shows a picture under the ending of another kind, then no more: it is refused until it is gone."""
    draft = site.any_draft()
    figure, misnamed = draft.figure, site.root / "docs/anh/sai-duoi.jpg"
    shutil.copyfile(site.root / "docs/anh" / PICTURES[0], misnamed)
    draft.figure = misnamed.name
    site.save(draft)
    site.build()
    draft.figure = figure
    site.save(draft)
    _be_refused(site)
    misnamed.unlink()


def lose_a_line(site: SmallSite) -> None:
    """Any line of any text is gone; where the text is refused without it, it comes back."""
    file = site.chance.choice(sorted((site.root / "docs").rglob("*.md")))
    whole = file.read_text(encoding="utf-8")
    lines = whole.split("\n")
    del lines[site.chance.randrange(len(lines))]
    file.write_text("\n".join(lines), encoding="utf-8")
    if _is_refused(site):
        file.write_text(whole, encoding="utf-8")


def _any_linked(site: SmallSite) -> Draft | None:
    """An article that another one links to. Where there is none, such a link is made."""
    links = {draft.link.rpartition("/")[2].removesuffix(".md") for draft in site.drafts.values()} - {""}
    if not links:
        edits.link(site)
        return None
    return site.drafts[site.chance.choice(sorted(links))]


def _be_refused(site: SmallSite) -> None:
    """Nothing is published while a text has a problem."""
    if not _is_refused(site):
        raise RuntimeError("a problem in a text was not found")


def _is_refused(site: SmallSite) -> bool:
    """Whether a text has a problem; the site is left as it was then."""
    before = builds.contents(site.folder)
    try:
        site.build()
    except ContentError:
        if builds.contents(site.folder) != before:
            raise RuntimeError("a problem in a text changed the site") from None
        return True
    return False


def try_other_versions(site: SmallSite) -> None:
    """Other libraries convert a text and build the site; the next build is by these again."""
    edits.edit_body(site)
    builds.build_by_other_versions(site.root, site.now)


def touch_everything(site: SmallSite) -> None:
    """As on a fresh clone: every file has another time, none another text."""
    for file in (site.root / "docs").rglob("*"):
        if file.is_file():
            os.utime(file)


def lose_cache(site: SmallSite) -> None:
    shutil.rmtree(site.root / CACHE, ignore_errors=True)


def lose_site(site: SmallSite) -> None:
    """The folder is empty, what is known of it is kept."""
    shutil.rmtree(site.folder, ignore_errors=True)


def restore_older_site(site: SmallSite) -> None:
    """A state of the site from a build ago is put in its place, as by a host that rolls back."""
    older = site.root / "older"
    shutil.copytree(site.folder, older)
    edits.edit_title(site)
    site.build()
    shutil.rmtree(site.folder)
    older.rename(site.folder)


def kill(site: SmallSite) -> None:
    """A build is killed on the way; the change that it was for stays."""
    site.chance.choice(_KILLED)(site)
    _build_killed(site)


def kill_and_revert(site: SmallSite) -> None:
    """A build is killed on the way, and the change that it was for is taken back."""
    before = site.snapshot()
    site.chance.choice(_KILLED)(site)
    _build_killed(site)
    site.restore(before)


def replace_meanwhile(site: SmallSite) -> None:
    """While a build reads a file that was changed, another is put in its place; then the changed one is put back."""
    file = site.root / site.chance.choice((site.any_draft().path, f"docs/anh/{PICTURES[0]}", ATTACHMENT))
    changed, other = _altered(site, file), _altered(site, file)
    file.write_bytes(changed)
    builds.build_while_replaced(site.root, site.now, file, other, site.chance.randint(1, _OFTENEST_READ))
    file.write_bytes(changed)


def _altered(site: SmallSite, file: Path) -> bytes:
    """What a file holds once it is changed; a text by more than plain words, so that it is converted after it was read."""
    if file.suffix == ".png":
        site.draw_picture(file.name)
        return file.read_bytes()
    return file.read_bytes() + f"\nCâu *thêm*: {sentence(site.chance)}\n".encode()


def _build_killed(site: SmallSite) -> None:
    in_site = site.chance.random() < _IN_SITE
    latest = site.chance.choice(_LATEST_IN_SITE if in_site else _LATEST)
    site.build_killed(site.chance.randint(1, latest), in_site=in_site)
