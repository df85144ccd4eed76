"""Rules on what a document names: sections, branches, programmes, parents, menu entries."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.addresses import BRANCHES, PROGRAMMES
from newsroom.branch import Branch
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.rules.nearest import among, nearest
from newsroom.source import DocumentType, document_type
from newsroom.targets import generated_addresses
from newsroom.vietnamese import slugify


def sections_are_known(library: Library) -> Iterator[Problem]:
    """Every article stands in a section of mkdocs.yml."""
    known = [section.slug for section in library.settings.sections]
    by_name = {slugify(section.name): section.slug for section in library.settings.sections}
    unknown = (library.by_section.keys() | {card.section for card in library.withheld}) - set(known)
    for card in (*library.cards, *library.withheld) if unknown else ():
        if card.section not in known:
            named = by_name.get(card.section)
            cure = f"có phải “{named}”?" if named else nearest(card.section, known, f"chọn: {', '.join(known)}")
            message = f"không có chuyên mục “{card.section}”"
            yield library.problem(card.uri, Code.UNKNOWN_SECTION, message, cure, "section")


def branches_are_known(library: Library) -> Iterator[Problem]:
    """Every branch that an article or profile names has a profile."""
    for card in (*library.cards, *library.withheld):
        for number, slug in enumerate(card.branches):
            if not _has_profile(library, slug):
                yield _unknown_branch(library, card.uri, slug, "branches", number)
    for branch in library.branches:
        if branch.parent and not _has_profile(library, branch.parent):
            yield _unknown_branch(library, branch.source_file.uri, branch.parent, "parent")
        yield from _relations_are_known(branch, library)


def _has_profile(library: Library, slug: str) -> bool:
    """Whether there is a profile, be it one whose own problems keep it out of the library."""
    return slug in library.branch_by_slug or f"{BRANCHES}{slug}.md" in library.unreadable


def _relations_are_known(branch: Branch, library: Library) -> Iterator[Problem]:
    if not branch.succession:
        return
    for side in ("predecessors", "successors"):
        for number, relation in enumerate(getattr(branch.succession, side)):
            if relation.profile and not _has_profile(library, relation.profile):
                field = ("succession", side, number, "profile")
                yield _unknown_branch(library, branch.source_file.uri, relation.profile, *field)


def _unknown_branch(library: Library, uri: str, slug: str, *field: str | int) -> Problem:
    known = [*library.branch_by_slug]
    cure = nearest(slug, known, f"tạo hồ sơ bằng lệnh new.py hoặc bỏ dòng này{among(known)}")
    return library.problem(uri, Code.UNKNOWN_BRANCH, f"không có hồ sơ docs/chi-bo/{slug}.md", cure, *field)


def programmes_are_known(library: Library) -> Iterator[Problem]:
    """Every programme that an article or profile names has a page – on a site that has pages of programmes."""
    if not library.entities.programmes:
        return
    for card in (*library.cards, *library.withheld):
        for number, slug in enumerate(card.programmes):
            yield from _programme_is_known(library, card.uri, slug, "programmes", number)
    for branch in library.branches:
        uri = branch.source_file.uri
        for number, slug in enumerate(branch.programmes):
            yield from _programme_is_known(library, uri, slug, "programmes", number)
        for number, model in enumerate(branch.models):
            yield from _programme_is_known(library, uri, model.programme, "models", number, "programme")


def _programme_is_known(library: Library, uri: str, slug: str, *field: str | int) -> Iterator[Problem]:
    known = library.entities.programme_by_slug
    if slug in known or f"{PROGRAMMES}{slug}.md" in library.unreadable:
        return
    cure = nearest(slug, [*known], f"tạo trang bằng lệnh new.py chuong-trinh hoặc bỏ dòng này{among([*known])}")
    message = f"không có trang docs/chuong-trinh/{slug}.md"
    yield library.problem(uri, Code.UNKNOWN_PROGRAMME, message, cure, *field)


def parents_form_a_tree(library: Library) -> Iterator[Problem]:
    """No profile is above itself."""
    for branch in library.branches:
        if branch in library.ancestors_of(branch):
            message = f"“{branch.name}” trực thuộc chính mình qua các cấp"
            yield library.problem(
                branch.source_file.uri, Code.PARENT_CYCLE, message, "sửa trường parent của một hồ sơ", "parent"
            )


def menu_entries_exist(library: Library) -> Iterator[Problem]:
    """Every entry of `nav:` is a page under docs/ or an address that the generator writes."""
    for entry in library.settings.navigation:
        target = entry.target
        if (
            "://" in target
            or (target in library.files and document_type(target) is DocumentType.PAGE and target.endswith(".md"))
            or target in generated_addresses(library)
        ):
            continue
        message = f"mkdocs.yml trỏ tới “{target}”, không phải trang nào trong docs/"
        yield Problem(
            "mkdocs.yml", entry.line, entry.column, Code.UNKNOWN_MENU_ENTRY, message, "sửa đường dẫn hoặc bỏ mục"
        )
