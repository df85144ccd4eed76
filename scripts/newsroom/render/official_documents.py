"""The register of official documents, and the page of each: what it is, what it replaced, what cites it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from newsroom.addresses import DOCUMENTS
from newsroom.branch import Branch
from newsroom.digests import digest, together
from newsroom.library import Other
from newsroom.listings import paginate
from newsroom.official_document import OfficialDocument
from newsroom.page import Page
from newsroom.programme import Programme
from newsroom.register import RELATIONS
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.head import Head, Json, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.lists import document_list_plans, page_url
from newsroom.render.plan import PagePlan
from newsroom.signers import signer_of
from newsroom.targets import resolve
from newsroom.unit import Unit
from newsroom.vocabulary import Validity

_FORCE = {
    Validity.IN_FORCE: "https://schema.org/InForce",
    Validity.PARTLY: "https://schema.org/PartiallyInForce",
    Validity.EXPIRED: "https://schema.org/NotInForce",
    Validity.NOT_YET: "https://schema.org/NotInForce",
}


def official_document_plans(edition: Edition) -> Iterator[PagePlan]:
    """The register, every document, and the older articles that cite each."""
    documents, citing = edition.library.register.documents, edition.citations.articles
    counts = [len(citing.get(document.slug, ())) for document in documents]
    everything = together(map(edition.drawn, documents))
    yield PagePlan(DOCUMENTS, DOCUMENTS, digest(everything, counts), partial(_register, edition))
    for document in documents:
        listing = paginate(citing.get(document.slug, ()))[0]
        inputs = digest(edition.drawn(document), _around(edition, document), listing.older, cards_digest(listing.items))
        yield PagePlan(document.url, DOCUMENTS, inputs, partial(_leaf, edition, document))
        yield from document_list_plans(edition, document)


def _around(edition: Edition, document: OfficialDocument) -> object:
    """What the page of a document takes from others, its articles aside."""
    register = edition.library.register
    named = [_shown(register.named(document, relation)) for relation in RELATIONS]
    naming = [[(other.url, other.full_name) for other in register.naming(document, relation)] for relation in RELATIONS]
    others = [(other.url, title_of(other)) for other in edition.citations.others.get(document.slug, ())]
    return named, naming, others, _signer(edition, document), edition.citations.known_by(document.source_file.uri)


def _signer(edition: Edition, document: OfficialDocument) -> str:
    """The page of who signed it, "" where there is none."""
    person = signer_of(edition.library, document)
    return person.url if person else ""


def _shown(named: tuple[tuple[str, OfficialDocument | None], ...]) -> list[tuple[str, str]]:
    """(name, address) of what a document names; the address is "" where the register has no such document."""
    return [(other.full_name, other.url) if other else (text, "") for text, other in named]


def title_of(other: Other) -> str:
    """What a reader calls a document that is no article."""
    match other:
        case Branch() | Programme() | Unit():
            return other.name
        case OfficialDocument():
            return other.full_name
        case Page():
            return other.title


def _register(edition: Edition) -> Leaf:
    documents, settings = edition.library.register.documents, edition.library.settings
    head = Head(
        url=DOCUMENTS,
        title="Danh mục văn bản",
        description=f"{len(documents)} văn bản được viện dẫn trên {settings.name}: thể loại, số ký hiệu, ngày, "
        "cơ quan ban hành, hiệu lực và các bài viện dẫn.",
        data=(crumbs_data(settings, [(settings.name, ""), ("Văn bản", DOCUMENTS)]),),
    )
    years = [(year, tuple(members)) for year, members in groupby(documents, key=lambda document: document.day[:4])]
    citing = edition.citations.articles
    counts = {document.slug: len(citing.get(document.slug, ())) for document in documents}
    return edition.leaf("register.html", head, DOCUMENTS, years=years, total=len(documents), counts=counts)


def _leaf(edition: Edition, document: OfficialDocument) -> Leaf:
    library, uri = edition.library, document.source_file.uri
    settings, register = library.settings, library.register
    listing = paginate(edition.citations.articles.get(document.slug, ()))[0]
    crumbs = [(settings.name, ""), ("Văn bản", DOCUMENTS), (document.name, document.url)]
    head = Head(
        url=document.url,
        title=document.full_name,
        description=document.summary,
        data=(legislation(edition, document), crumbs_data(settings, crumbs)),
    )
    return edition.leaf(
        "official_document.html",
        head,
        DOCUMENTS,
        document=document,
        named={relation: _shown(register.named(document, relation)) for relation in RELATIONS},
        naming={relation: register.naming(document, relation) for relation in RELATIONS},
        others=[(title_of(other), other.url) for other in edition.citations.others.get(document.slug, ())],
        files=[(resolve(uri, attachment.file), attachment) for attachment in document.attachments],
        body=edition.linked_body(uri, document.url),
        cards=listing.items,
        older=page_url(document.url, listing.older) if listing.older else None,
        citation=f"{document.full_name} của {document.issuing_body}",
        signer=_signer(edition, document),
    )


def legislation(edition: Edition, document: OfficialDocument) -> Json:
    """A document as schema.org tells it."""
    settings, register = edition.library.settings, edition.library.register
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": settings.absolute(document.url),
        "url": settings.absolute(document.url),
        "name": document.full_name,
        "description": document.summary,
        "legislationIdentifier": document.number,
        "legislationType": document.kind.label,
        "legislationPassedBy": {"@type": "Organization", "name": document.issuing_body},
        "inLanguage": "vi",
    }
    if document.date:
        data["legislationDate"] = document.day
    if document.effective:
        data["legislationDateOfApplicability"] = document.effective.isoformat()
    if document.validity in _FORCE:
        data["legislationLegalForce"] = _FORCE[document.validity]
    for relation, key in (("replaces", "legislationRepeals"), ("amends", "legislationAmends")):
        if found := [other for _, other in register.named(document, relation) if other]:
            data[key] = [reference(edition, other) for other in found]
    if document.original:
        data["sameAs"] = document.original
    return data


def reference(edition: Edition, document: OfficialDocument) -> Json:
    """A document as others point to it in their data."""
    return {
        "@type": "Legislation",
        "@id": edition.library.settings.absolute(document.url),
        "name": document.full_name,
        "legislationIdentifier": document.number,
    }
