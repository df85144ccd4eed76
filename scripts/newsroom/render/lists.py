"""Pages that list articles: sections, authors, and the continuation of a branch's articles."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.article import Article
from newsroom.listings import ListingPage, paginate
from newsroom.render.edition import HOME, Edition
from newsroom.render.head import Head, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.settings import Section
from newsroom.vietnamese import format_day


def page_url(landing: str, number: int) -> str:
    """The address of a page of a listing; 0 is the landing page."""
    return f"{landing}trang/{number}/" if number else landing


def section_leaves(edition: Edition, section: Section) -> Iterator[Leaf]:
    """The landing page of a section and its older pages."""
    landing = f"chuyen-muc/{section.slug}/"
    for page in paginate(edition.library.by_section.get(section.slug, ())):
        yield _listing_leaf(
            edition,
            page,
            landing=landing,
            name=section.name,
            about=section.about,
            label="Chuyên mục",
            place=landing,
            feed=f"{landing}rss.xml",
        )


def author_leaves(edition: Edition, slug: str) -> Iterator[Leaf]:
    """The page of an author and its older pages."""
    name = edition.library.author_names[slug]
    articles = edition.library.by_author[slug]
    about = (
        f"{len(articles)} bài trên trang này, từ {format_day(articles[-1].date)} đến {format_day(articles[0].date)}."
    )
    for page in paginate(articles):
        yield _listing_leaf(
            edition, page, landing=f"tac-gia/{slug}/", name=name, about=about, label="Tác giả", place=HOME, feed=""
        )


def branch_list_leaves(edition: Edition, slug: str) -> Iterator[Leaf]:
    """The older pages of the articles that name a branch; the newest stand on the profile itself."""
    branch = edition.library.branch_by_slug[slug]
    for page in paginate(edition.library.by_branch.get(slug, ()))[1:]:
        yield _listing_leaf(
            edition,
            page,
            landing=branch.url,
            name=f"Bài viết về {branch.name}",
            about="",
            label="Hồ sơ",
            place="chi-bo/",
            feed="",
        )


def _listing_leaf(
    edition: Edition,
    page: ListingPage[Article],
    *,
    landing: str,
    name: str,
    about: str,
    label: str,
    place: str,
    feed: str,
) -> Leaf:
    settings = edition.library.settings
    url = page_url(landing, page.number)
    title = f"{name} – trang {page.number}" if page.number else name
    head = Head(
        url=url,
        title=title,
        description=about or f"{name}: các bài trên {settings.name}.",
        feed=feed,
        feed_title=name,
        newer=page_url(landing, page.newer) if page.newer is not None else None,
        older=page_url(landing, page.older) if page.older is not None else None,
        data=(crumbs_data(settings, [(settings.name, ""), (name, landing)]),),
    )
    return edition.leaf(
        "listing.html",
        head,
        place,
        page=page,
        cards=edition.cards_of(page.items),
        name=name,
        about=about,
        label=label,
        feed=feed,
        newer=head.newer,
        older=head.older,
    )
