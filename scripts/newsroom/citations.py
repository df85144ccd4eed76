"""Citations both ways: which documents a source cites, and what cites a document. Computed from what the ledger keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from newsroom.card import Card
from newsroom.grouping import group
from newsroom.library import Library, Other
from newsroom.mentions import Citation, Cited, Link, Placed, find_citations
from newsroom.official_document import OfficialDocument
from newsroom.register import Finding


@dataclass(frozen=True)
class Citations:
    """`told` are the citations found in each source that has any, by its path under docs/: front matter, lead and body."""

    library: Library
    told: Mapping[str, tuple[Placed, ...]]

    @cached_property
    def _findings(self) -> Mapping[str, Mapping[Citation, Finding]]:
        register = self.library.register
        if not register.documents:
            return {}
        find = cache(register.find_all)  # many texts cite the same few documents
        return {uri: find(tuple([one.citation for one in told])) for uri, told in self.told.items()}

    def findings(self, uri: str) -> Mapping[Citation, Finding]:
        """What each citation of a source means."""
        return self._findings.get(uri, {})

    def place(self, uri: str, citation: Citation) -> tuple[int, int]:
        """The line and column at which a source first has a citation."""
        return next((one.line, one.column) for one in self.told[uri] if one.citation == citation)

    def of(self, uri: str) -> tuple[OfficialDocument, ...]:
        """The documents that a source cites, itself aside, in the order in which it first names them."""
        found = (finding.document for finding in self.findings(uri).values())
        return tuple(dict.fromkeys(document for document in found if document and document.source_file.uri != uri))

    def _cited(self, uri: str) -> list[str]:
        return [document.slug for document in self.of(uri)]

    def known_by(self, uri: str) -> tuple[tuple[Citation, str, str], ...]:
        """(citation, address, name) of the documents that a source cites: all that its page takes from the register."""
        findings = self.findings(uri)
        if not findings:
            return ()
        return tuple((told, of.document.url, of.document.full_name) for told, of in findings.items() if of.document)

    @cached_property
    def articles(self) -> Mapping[str, tuple[Card, ...]]:
        """Public articles that cite a document (by slug), newest first."""
        findings = self._findings
        return group((card for card in self.library.cards if card.uri in findings), lambda card: self._cited(card.uri))

    @cached_property
    def others(self) -> Mapping[str, tuple[Other, ...]]:
        """Profiles, programmes, units, pages and documents that cite a document (by slug), in the order of the library."""
        return group(self.library.others, lambda other: self._cited(other.source_file.uri))

    def links(self, uri: str, text: str) -> list[Link]:
        """Where a piece of the text of a source may lead to the register. It asks nothing but the findings of the source."""
        return [
            Link(cited.start, cited.end, document.url, document.full_name)
            for cited in find_citations(text)
            if (document := self._meant(uri, cited))
        ]

    def _meant(self, uri: str, cited: Cited) -> OfficialDocument | None:
        """The document of a citation that was cut (its day stands in bold, say) is one that the source cites."""
        finding = self.findings(uri).get(cited.citation)
        if finding is None:
            number = cited.citation.number
            near = {of.document for told, of in self.findings(uri).items() if told.number == number and of.document}
            finding = Finding(near.pop() if len(near) == 1 else None)
        document = finding.document
        return document if document and document.source_file.uri != uri else None
