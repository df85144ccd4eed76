"""Signers: who signed an official document, where a profile knows that person."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.grouping import group
from newsroom.library import Library
from newsroom.official_document import OfficialDocument
from newsroom.people import Person


def signer_of(library: Library, document: OfficialDocument) -> Person | None:
    """Who signed a document, if that person holds a role at the body that issued it: a name alone may be another's."""
    person = library.entities.roster.named(document.signer.name) if document.signer else None
    bodies = [role.branch for role in person.roles] if person else []
    names = {name.casefold() for body in bodies for name in (body.name, *body.also_known_as)}
    return person if document.issuer.casefold() in names else None


def signed_documents(library: Library) -> Mapping[str, tuple[OfficialDocument, ...]]:
    """Documents by the slug of who signed them, in the order of the register."""

    def signers(document: OfficialDocument) -> tuple[str, ...]:
        person = signer_of(library, document)
        return (person.slug,) if person else ()

    return group(library.register.documents, signers)
