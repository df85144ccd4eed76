"""Targets: what a path or an address written in a document points to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from newsroom.addresses import (
    ARCHIVE,
    BRANCHES,
    COMPARISON,
    DATA,
    DOCUMENTS,
    PEOPLE,
    PROGRAMMES,
    SEARCH,
    UNITS,
    section_url,
)
from newsroom.library import Library
from newsroom.pictures import ABSENT

UNREADABLE: Final = "?"
"""What is answered while the file that is pointed to has problems of its own: nobody knows yet what will stand there."""


def resolve(uri: str, target: str) -> str:
    """The path under docs/ that `target`, written in the document `uri`, points to; "" when it leaves docs/."""
    parts: list[str] = list(PurePosixPath(uri).parent.parts)
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def asks_library(target: str) -> bool:
    """Whether only the whole library can tell what stands there: documents and generated pages, but no other files."""
    return target.startswith("/") or target.endswith(".md")


def answer(library: Library, target: str) -> str:
    """What a document is told of a path under docs/, or of the address of a generated page, which begins with a slash.

    The address itself, the digest of a picture, that nothing is there, or that nobody knows.
    """
    if target.startswith("/"):
        return target if (target[1:] or "./") in generated_addresses(library) else ABSENT
    if target in library.unreadable:
        return UNREADABLE
    return library.addresses.get(target, ABSENT) if target.endswith(".md") else library.book.answer(target)


def withheld_targets(library: Library, named: Iterable[tuple[str, Iterable[str]]]) -> set[str]:
    """The paths that only documents readers may not see yet point to, told what each source names."""
    withheld = {card.uri for card in library.withheld}
    hidden: set[str] = set()
    shown = {
        resolve(document.source_file.uri, attachment.file)
        for document in library.register.documents
        for attachment in document.attachments
    }
    for uri, targets in named:
        (hidden if uri in withheld else shown).update(targets)
    return hidden - shown


def sources_at(url: str) -> tuple[str, ...]:
    """The paths under docs/ whose document could have this address."""
    stem = url.strip("/")
    return (f"{stem}.md", f"{stem}/index.md") if stem else ("index.md",)


def generated_addresses(library: Library) -> frozenset[str]:
    """The addresses of generated pages that a menu or a text may lead to."""
    sections = (section_url(section.slug) for section in library.settings.sections)
    entities = library.entities
    registers = {
        COMPARISON: len(library.branches) > 1,
        PROGRAMMES: bool(entities.programmes),
        UNITS: bool(entities.lineage.units),
        PEOPLE: bool(entities.roster.people),
    }
    there = (url for url, is_there in registers.items() if is_there)
    return frozenset(("./", BRANCHES, DOCUMENTS, DATA, ARCHIVE, SEARCH, *sections, *there))
