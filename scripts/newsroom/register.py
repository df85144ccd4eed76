"""The register: which official document a citation means, if any – by number first, then by kind and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from newsroom.grouping import group
from newsroom.mentions import Citation, parse_citation
from newsroom.official_document import OfficialDocument

CENTRAL_SYMBOL: Final = "/TW"
RELATIONS: Final = ("replaces", "amends", "related")
"""Fields in which a document names others."""


class Doubt(Enum):
    """What is not sure of a citation."""

    NONE = "none"
    UNKNOWN = "unknown"
    """No document of the register has that number."""
    WRONG_DAY = "wrong_day"
    """The document of that number is of another day."""
    AMBIGUOUS = "ambiguous"
    """Several documents have that number, and no day is given."""
    BARE = "bare"
    """A number without its symbol, and nothing beside it says whose it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The document that a citation means, None where nobody can tell; and what is not sure of it."""

    document: OfficialDocument | None
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True)
class Register:
    """Every official document of the site."""

    documents: tuple[OfficialDocument, ...]

    @cached_property
    def by_number(self) -> Mapping[str, tuple[OfficialDocument, ...]]:
        """Documents by the key of their number, and by the numbers of their other names."""
        return group(self.documents, lambda one: dict.fromkeys((one.key.number, *(name.number for name in one.names))))

    def named(self, document: OfficialDocument, relation: str) -> tuple[tuple[str, OfficialDocument | None], ...]:
        """What a document says it `replaces`, `amends` or is `related` to: as written, and as found, by its slug too."""
        texts: tuple[str, ...] = getattr(document, relation)
        return tuple((text, self._by_slug.get(text) or self._find(parse_citation(text)).document) for text in texts)

    @cached_property
    def _by_slug(self) -> Mapping[str, OfficialDocument]:
        return {document.slug: document for document in self.documents}

    @cached_property
    def _backwards(self) -> Mapping[tuple[str, str], tuple[OfficialDocument, ...]]:
        return group(self.documents, self._relations)

    def _relations(self, document: OfficialDocument) -> Iterable[tuple[str, str]]:
        """(relation, slug) of every document that one names."""
        named = ((relation, other) for relation in RELATIONS for _, other in self.named(document, relation))
        return dict.fromkeys((relation, other.slug) for relation, other in named if other)

    def naming(self, document: OfficialDocument, relation: str) -> tuple[OfficialDocument, ...]:
        """The documents that say they replace, amend or are related to one."""
        return self._backwards.get((relation, document.slug), ())

    def find_all(self, citations: Iterable[Citation]) -> dict[Citation, Finding]:
        """What each citation of one text means; the sure ones help with those that are not."""
        asked = tuple(dict.fromkeys(citations))
        found = {citation: self._find(citation) for citation in asked if not citation.is_bare}
        beside = tuple(dict.fromkeys(finding.document for finding in found.values() if finding.document))
        for citation, finding in found.items():
            if finding.doubt is Doubt.AMBIGUOUS:
                found[citation] = _settle(citation, beside)
        found.update({citation: self.find_bare(citation, beside) for citation in asked if citation.is_bare})
        return {citation: found[citation] for citation in asked}

    def _find(self, citation: Citation) -> Finding:
        candidates = _of_kind(citation.kind, self.by_number.get(citation.number, ()))
        if not candidates:
            return Finding(None, Doubt.UNKNOWN)
        if not citation.day:
            return Finding(candidates[0]) if len(candidates) == 1 else Finding(None, Doubt.AMBIGUOUS)
        agreeing = [document for document in candidates if document.day in (citation.day, "")]
        if agreeing:
            return Finding(max(agreeing, key=lambda document: document.day))
        return Finding(candidates[0] if len(candidates) == 1 else None, Doubt.WRONG_DAY)

    def find_bare(self, citation: Citation, beside: Sequence[OfficialDocument]) -> Finding:
        """What a bare number means: a document that is named in full beside it, else the one of the Central Committee
        where the text says so. “Chỉ thị 05” of a province must not lead to 05-CT/TW.
        """
        named = [document for document in beside if _has_bare(document, citation)]
        if not named and citation.office:
            named = [
                document
                for document in self.documents
                if _has_bare(document, citation) and document.key.number.endswith(CENTRAL_SYMBOL)
            ]
        return Finding(named[0]) if len(named) == 1 else Finding(None, Doubt.BARE)


def _of_kind(kind: str, candidates: Sequence[OfficialDocument]) -> Sequence[OfficialDocument]:
    """Those of the kind; all of them where none is: QĐ is short for both Quyết định and Quy định, and people mix them up."""
    return [document for document in candidates if document.kind.value == kind] or candidates


def _has_bare(document: OfficialDocument, citation: Citation) -> bool:
    kind, number, day = document.key[:3]
    bare = number.partition("-")[0].partition("/")[0]
    return bare == citation.number and citation.kind in ("", kind) and citation.day in ("", day)


def _settle(citation: Citation, beside: Sequence[OfficialDocument]) -> Finding:
    """A number of several documents in a text that names one of them, or all of them, with its day."""
    named = [document for document in beside if document.key.number == citation.number]
    if not named:
        return Finding(None, Doubt.AMBIGUOUS)
    return Finding(named[0] if len(named) == 1 else None)
