"""Rules on what a document names: sections, branches, parents, sources, menu entries."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from newsroom.branch import BRANCH_FOLDER, Branch
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.problem import Problem
from newsroom.source import DocumentType, document_type
from newsroom.targets import resolve

_BLOCKS: Final = tuple(field.name for field in dataclasses.fields(Branch))


def _nearest(word: str, known: list[str], otherwise: str) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.4)
    return f"có phải “{close[0]}”?" if close else otherwise


def sections_are_known(library: Library) -> Iterator[Problem]:
    """Every article stands in a section of mkdocs.yml."""
    known = [section.slug for section in library.settings.sections]
    for card in (*library.cards, *library.withheld):
        if card.section not in known:
            cure = _nearest(card.section, known, f"chọn: {', '.join(known)}")
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
    return slug in library.branch_by_slug or f"{BRANCH_FOLDER}/{slug}.md" in library.unreadable


def _relations_are_known(branch: Branch, library: Library) -> Iterator[Problem]:
    if not branch.succession:
        return
    for side in ("predecessors", "successors"):
        for number, relation in enumerate(getattr(branch.succession, side)):
            if relation.profile and not _has_profile(library, relation.profile):
                field = ("succession", side, number, "profile")
                yield _unknown_branch(library, branch.source_file.uri, relation.profile, *field)


def _unknown_branch(library: Library, uri: str, slug: str, *field: str | int) -> Problem:
    cure = _nearest(slug, list(library.branch_by_slug), "tạo hồ sơ bằng lệnh new.py hoặc bỏ dòng này")
    return library.problem(uri, Code.UNKNOWN_BRANCH, f"không có hồ sơ docs/chi-bo/{slug}.md", cure, *field)


def parents_form_a_tree(library: Library) -> Iterator[Problem]:
    """No profile is above itself."""
    for branch in library.branches:
        if branch in library.ancestors_of(branch):
            message = f"“{branch.name}” trực thuộc chính mình qua các cấp"
            yield library.problem(
                branch.source_file.uri, Code.PARENT_CYCLE, message, "sửa trường parent của một hồ sơ", "parent"
            )


def sources_are_listed(library: Library) -> Iterator[Problem]:
    """Every figure names a source that the profile lists."""
    for branch in library.branches:
        known = [entry.id for entry in branch.sources]
        for number, name in enumerate(known):
            if name in known[:number]:
                message = f"mã nguồn “{name}” khai báo hai lần"
                place = ("sources", number, "id")
                yield library.problem(
                    branch.source_file.uri, Code.DUPLICATE_KEY, message, "đổi một trong hai mã", *place
                )
        for block in _BLOCKS:
            items = getattr(branch, block)
            for number, item in enumerate(items if isinstance(items, tuple) else ()):
                source_id = getattr(item, "source", None)
                if isinstance(source_id, str) and source_id not in known:
                    cure = _nearest(source_id, known, f"mã đang có: {', '.join(known)}")
                    message = f"nguồn “{source_id}” không có trong mục sources"
                    yield library.problem(
                        branch.source_file.uri, Code.UNKNOWN_SOURCE, message, cure, block, number, "source"
                    )


def named_articles_exist(library: Library) -> Iterator[Problem]:
    """Every article that a profile points to is there."""
    for branch in library.branches:
        for block in ("sources", "supervision"):
            for number, item in enumerate(getattr(branch, block)):
                uri = resolve(branch.source_file.uri, item.article) if item.article else ""
                if uri and uri not in library.addresses and uri not in library.unreadable:
                    message = f"không có bài “{item.article}”"
                    cure = "trỏ tới tệp .md có thật, tính từ thư mục của hồ sơ này"
                    yield library.problem(
                        branch.source_file.uri, Code.BROKEN_LINK, message, cure, block, number, "article"
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
        message = f"mục nav “{target}” không phải trang nào trong docs/"
        yield Problem(
            "mkdocs.yml", entry.line, entry.column, Code.UNKNOWN_MENU_ENTRY, message, "sửa đường dẫn hoặc bỏ mục"
        )


def generated_addresses(library: Library) -> frozenset[str]:
    """The addresses of generated pages that a menu may lead to."""
    sections = (f"chuyen-muc/{section.slug}/" for section in library.settings.sections)
    return frozenset(("./", "chi-bo/", "van-ban/", "du-lieu/", "luu-tru/", "tim-kiem/", *sections))
