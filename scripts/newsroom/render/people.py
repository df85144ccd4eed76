"""The register of people and the page of each: public roles with their time and source, and the articles that name them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.addresses import PEOPLE
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.listings import paginate
from newsroom.people import Person, Role
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.head import Head, Json, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.lists import entity_list_plans, page_url
from newsroom.render.naming import Link
from newsroom.render.plan import PagePlan
from newsroom.render.sources import article_link
from newsroom.signers import signed_documents

_NAME = "Nhân sự"

RoleTold = tuple[str, str, str, str, str, str, str, str]
"""Title, body, address of the body, time, from, to, source, link of the source."""


def person_plans(edition: Edition) -> Iterator[PagePlan]:
    """The register, every person, and the older articles of each."""
    library = edition.library
    people = library.entities.roster.people
    if not people:
        return
    rows = tuple((p.name, p.url, p.latest.title, p.latest.branch.name, str(p.latest.as_of)) for p in people)
    yield PagePlan(PEOPLE, PEOPLE, digest(rows), partial(_register, edition, rows))
    signed = signed_documents(library)
    for person in people:
        roles = tuple(_told(library, role, person.url) for role in person.roles)
        cards = edition.articles_naming(person.url)
        listing = paginate(cards)[0]
        papers = tuple((document.full_name, document.url) for document in signed.get(person.slug, ()))
        inputs = digest(person.name, roles, papers, listing.older, cards_digest(listing.items))
        yield PagePlan(person.url, PEOPLE, inputs, partial(_page, edition, person, roles, papers))
        yield from entity_list_plans(edition, person.url, person.name, _NAME, PEOPLE, cards)


def _told(library: Library, role: Role, page: str) -> RoleTold:
    source, branch = role.source, role.branch
    words = [source.name, f"“{source.title}”" if source.title else ""] if source else []
    link = (source.url or article_link(library, branch, source.article, page)) if source else ""
    day = f", {source.date:%d/%m/%Y}" if source and source.date else ""
    told = ", ".join(filter(None, words)) + day
    return role.title, branch.name, branch.url, str(role.as_of), str(role.from_ or ""), str(role.to or ""), told, link


def _register(edition: Edition, rows: tuple[tuple[str, str, str, str, str], ...]) -> Leaf:
    settings = edition.library.settings
    head = Head(
        url=PEOPLE,
        title=_NAME,
        description=f"{len(rows)} người giữ chức trách công khai được nêu trong hồ sơ trên {settings.name}, kèm thời điểm và nguồn.",
        data=(crumbs_data(settings, [(settings.name, ""), (_NAME, PEOPLE)]),),
    )
    return edition.leaf("people.html", head, PEOPLE, rows=rows)


def _page(edition: Edition, person: Person, roles: tuple[RoleTold, ...], signed: tuple[Link, ...]) -> Leaf:
    library = edition.library
    settings = library.settings
    listing = paginate(edition.articles_naming(person.url))[0]
    head = Head(
        url=person.url,
        title=person.name,
        description=f"{person.name}: {person.latest.title}, {person.latest.branch.name} (tại thời điểm {person.latest.as_of}).",
        kind="profile",
        data=(
            person_data(library, person),
            crumbs_data(settings, [(settings.name, ""), (_NAME, PEOPLE), (person.name, person.url)]),
        ),
    )
    older = page_url(person.url, listing.older) if listing.older else None
    return edition.leaf(
        "person.html", head, PEOPLE, person=person, roles=roles, signed=signed, cards=listing.items, older=older
    )


def person_data(library: Library, person: Person) -> Json:
    """JSON-LD of a person: the name and the public roles; one that two sources tell of without its years is told once."""
    settings = library.settings
    told = [_role_data(library, role) for role in person.roles]
    return {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": settings.absolute(person.url),
        "name": person.name,
        "url": settings.absolute(person.url),
        "memberOf": [role for number, role in enumerate(told) if role not in told[:number]],
    }


def _role_data(library: Library, role: Role) -> Json:
    data: dict[str, object] = {
        "@type": "OrganizationRole",
        "roleName": role.title,
        "memberOf": {
            "@type": "Organization",
            "@id": library.settings.absolute(role.branch.url),
            "name": role.branch.name,
        },
    }
    if role.from_:
        data["startDate"] = role.from_.iso
    if role.to:
        data["endDate"] = role.to.iso
    return data
