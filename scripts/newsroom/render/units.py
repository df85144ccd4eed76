"""The register of units and the page of each: what it was, what it is today, who is there, which articles name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import escape

from newsroom.addresses import UNITS
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.listings import paginate
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.head import Head, Json, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.lists import entity_list_plans, page_url
from newsroom.render.naming import Link
from newsroom.render.plan import PagePlan
from newsroom.render.sources import source_links
from newsroom.unit import Unit
from newsroom.vocabulary import UnitLevel

_NAME = "Đơn vị hành chính, tổ chức"


@dataclass(frozen=True, slots=True)
class Relative:
    """What a page says of another unit."""

    name: str
    url: str
    ended: str
    manner: str
    basis: str
    today: str


def relative_of(library: Library, unit: Unit) -> Relative:
    """What other pages may say of a unit."""
    lineage = library.entities.lineage
    end = unit.ended if lineage.has_ended(unit) else None
    return Relative(
        unit.name,
        unit.url,
        end.date.isoformat() if end else "",
        end.manner.label if end else "",
        end.basis if end else "",
        lineage.today_phrase(unit),
    )


def unit_plans(edition: Edition) -> Iterator[PagePlan]:
    """The register, every unit, and the older articles of each."""
    library = edition.library
    lineage = library.entities.lineage
    if not lineage.units:
        return
    rows = tuple((unit.level, unit.code, relative_of(library, unit)) for unit in lineage.units)
    yield PagePlan(UNITS, UNITS, digest(rows), partial(_register, edition, rows))
    for unit in lineage.units:
        family = _family(library, unit)
        cards = edition.articles_naming(unit.url)
        listing = paginate(cards)[0]
        bodies = tuple((b.name, b.url) for b in library.entities.branches_by_unit.get(unit.slug, ()))
        links = source_links(library, unit, unit.sources)
        cited = edition.citations.known_by(unit.source_file.uri)
        inputs = digest(edition.drawn(unit), family, bodies, links, cited, listing.older, cards_digest(listing.items))
        yield PagePlan(unit.url, UNITS, inputs, partial(_page, edition, unit, family, bodies))
        yield from entity_list_plans(edition, unit.url, unit.name, "Đơn vị", UNITS, cards)


@dataclass(frozen=True, slots=True)
class _Family:
    """A unit's relatives, and what it is today."""

    today: str
    itself: Relative
    heirs: tuple[Relative, ...]
    before: tuple[Relative, ...]
    after: tuple[Relative, ...]
    above: tuple[tuple[Relative, str, str], ...]
    inside: tuple[Relative, ...]


def _family(library: Library, unit: Unit) -> _Family:
    lineage = library.entities.lineage
    above = (
        (relative_of(library, lineage.by_slug[b.unit]), str(b.from_ or ""), str(b.to or ""))
        for b in unit.within
        if b.unit in lineage.by_slug
    )
    return _Family(
        today=lineage.today_phrase(unit),
        itself=relative_of(library, unit),
        heirs=tuple(relative_of(library, heir) for heir in lineage.heirs_of(unit) if heir is not unit),
        before=tuple(relative_of(library, other) for other in lineage.predecessors_of(unit)),
        after=tuple(relative_of(library, other) for other in lineage.successors_of(unit)),
        above=tuple(above),
        inside=tuple(relative_of(library, other) for other in lineage.inside(unit)),
    )


def _register(edition: Edition, rows: tuple[tuple[UnitLevel, str, Relative], ...]) -> Leaf:
    settings = edition.library.settings
    head = Head(
        url=UNITS,
        title=_NAME,
        description=f"{len(rows)} đơn vị được nhắc trên {settings.name}: tên khi đó, tên nay, căn cứ thay đổi.",
        data=(crumbs_data(settings, [(settings.name, ""), (_NAME, UNITS)]),),
    )
    groups = [(level.label, [(code, unit) for at, code, unit in rows if at is level]) for level in UnitLevel]
    return edition.leaf("units.html", head, UNITS, groups=[group for group in groups if group[1]], total=len(rows))


def _page(edition: Edition, unit: Unit, family: _Family, bodies: tuple[Link, ...]) -> Leaf:
    library = edition.library
    settings = library.settings
    listing = paginate(edition.articles_naming(unit.url))[0]
    head = Head(
        url=unit.url,
        title=unit.title,
        description=f"{unit.title} ({family.today}). {unit.summary}" if family.today else unit.summary,
        data=(
            unit_data(library, unit),
            crumbs_data(settings, [(settings.name, ""), (_NAME, UNITS), (unit.title, unit.url)]),
        ),
    )
    return edition.leaf(
        "unit.html",
        head,
        UNITS,
        unit=unit,
        family=family,
        bodies=bodies,
        body=edition.linked_body(unit.source_file.uri, unit.url),
        citing=lambda text: edition.linked(unit.source_file.uri, escape(text), unit.url),
        cards=listing.items,
        older=page_url(unit.url, listing.older) if listing.older else None,
        source_links=source_links(library, unit, unit.sources),
    )


def unit_data(library: Library, unit: Unit) -> Json:
    """JSON-LD of a unit."""
    lineage, settings = library.entities.lineage, library.settings
    is_body = unit.level is UnitLevel.BODY
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization" if is_body else "AdministrativeArea",
        "@id": settings.absolute(unit.url),
        "name": unit.name,
        "url": settings.absolute(unit.url),
        "description": unit.summary,
    }
    if unit.also_known_as:
        data["alternateName"] = list(unit.also_known_as)
    if unit.code:
        data["identifier"] = {"@type": "PropertyValue", "propertyID": "Mã đơn vị hành chính", "value": unit.code}
    above = lineage.above(unit)
    if above:
        key = "parentOrganization" if is_body else "containedInPlace"
        data[key] = {"@id": settings.absolute(above.url), "name": above.name}
    if unit.ended and is_body:
        data["dissolutionDate"] = unit.ended.date.isoformat()
    if unit.site:
        data["sameAs"] = [unit.site]
    return data
