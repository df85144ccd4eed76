"""Pages that list articles: sections, authors, and the continuation of the articles that name an entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsroom.addresses import DOCUMENTS, FEED, LIST_PAGES, author_url, section_url
from newsroom.card import Card
from newsroom.digests import digest
from newsroom.listings import ListingPage, paginate
from newsroom.official_document import OfficialDocument
from newsroom.render.edition import HOME, Edition, cards_digest
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan
from newsroom.settings import Section
from newsroom.vietnamese import format_iso_day

_TEMPLATE: Final = "listing.html"


@dataclass(frozen=True, slots=True)
class _Listing:
    """What all pages of a listing share."""

    landing: str
    name: str
    about: str
    label: str
    place: str
    feed: str = ""


def page_url(landing: str, number: int) -> str:
    """The address of a page of a listing; 0 is the landing page."""
    return f"{landing}{LIST_PAGES}{number}/" if number else landing


def section_plans(edition: Edition, section: Section) -> Iterator[PagePlan]:
    """The landing page of a section and its older pages."""
    landing = section_url(section.slug)
    listing = _Listing(landing, section.name, section.about, "Chuyên mục", landing, f"{landing}{FEED}")
    yield from _plans(edition, listing, paginate(edition.library.by_section.get(section.slug, ())))


def author_plans(edition: Edition, slug: str) -> Iterator[PagePlan]:
    """The page of an author and its older pages."""
    cards = edition.library.by_author[slug]
    since, until = format_iso_day(cards[-1].date), format_iso_day(cards[0].date)
    about = f"{len(cards)} bài trên trang này, từ {since} đến {until}."
    listing = _Listing(author_url(slug), edition.library.author_names[slug], about, "Tác giả", HOME)
    yield from _plans(edition, listing, paginate(cards))


def entity_list_plans(
    edition: Edition, landing: str, name: str, label: str, place: str, cards: tuple[Card, ...]
) -> Iterator[PagePlan]:
    """The older pages of the articles that name something; the newest stand on its own page, at `landing`."""
    listing = _Listing(landing, f"Bài viết về {name}", "", label, place)
    yield from _plans(edition, listing, paginate(cards)[1:])


def document_list_plans(edition: Edition, document: OfficialDocument) -> Iterator[PagePlan]:
    """The older pages of the articles that cite a document; the newest stand on its own page."""
    listing = _Listing(document.url, f"Bài viện dẫn {document.short_name}", "", "Văn bản", DOCUMENTS)
    yield from _plans(edition, listing, paginate(edition.citations.articles.get(document.slug, ()))[1:])


def _plans(edition: Edition, listing: _Listing, pages: tuple[ListingPage[Card], ...]) -> Iterator[PagePlan]:
    for page in pages:
        about = "" if page.number else listing.about
        inputs = digest(listing.name, about, page.older, page.newer, cards_digest(page.items))
        url = page_url(listing.landing, page.number)
        yield PagePlan(url, listing.place, inputs, _Drawing(edition, listing, page), _TEMPLATE)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws one page of a listing when it is called."""

    edition: Edition
    listing: _Listing
    page: ListingPage[Card]

    def __call__(self) -> Leaf:
        listing, page = self.listing, self.page
        settings = self.edition.library.settings
        about = "" if page.number else listing.about
        head = Head(
            url=page_url(listing.landing, page.number),
            title=f"{listing.name} – trang {page.number}" if page.number else listing.name,
            description=about or f"{listing.name}: các bài trên {settings.name}.",
            feed=listing.feed,
            feed_title=listing.name,
            data=(crumbs_data(settings, [(settings.name, ""), (listing.name, listing.landing)]),),
        )
        return self.edition.leaf(
            _TEMPLATE,
            head,
            listing.place,
            page=page,
            cards=page.items,
            name=listing.name,
            landing=listing.landing,
            about=about,
            label=listing.label,
            feed=listing.feed,
            newer=page_url(listing.landing, page.newer) if page.newer is not None else None,
            older=page_url(listing.landing, page.older) if page.older is not None else None,
            oldest=page_url(listing.landing, 1),
        )
