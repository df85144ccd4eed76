"""The directory of branches and the profile pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from newsroom.addresses import base_of
from newsroom.branch import Branch, SourceEntry
from newsroom.charts import Bar, percent_chart
from newsroom.library import Library
from newsroom.listings import paginate
from newsroom.render.edition import Edition, cards_digest, digest
from newsroom.render.head import Head, Json, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.lists import branch_list_plans, page_url
from newsroom.render.plan import PagePlan
from newsroom.targets import resolve

DIRECTORY = "chi-bo/"


@dataclass(frozen=True, slots=True)
class Twig:
    """A profile in the directory's tree, with those directly under it."""

    branch: Branch
    children: tuple[Twig, ...]
    articles: int


def branch_plans(edition: Edition) -> Iterator[PagePlan]:
    """The directory, every profile, and the older articles of each."""
    library = edition.library
    counts = [len(library.by_branch.get(branch.slug, ())) for branch in library.branches]
    yield PagePlan(DIRECTORY, DIRECTORY, digest(edition.family, counts), partial(_directory, edition))
    for branch in library.branches:
        listing = paginate(library.by_branch.get(branch.slug, ()))[0]
        cited = edition.citations.known_by(branch.source_file.uri)
        inputs = digest(edition.drawn(branch), edition.family, cited, listing.older, cards_digest(listing.items))
        yield PagePlan(branch.url, DIRECTORY, inputs, partial(_profile, edition, branch))
        yield from branch_list_plans(edition, branch.slug)


def _directory(edition: Edition) -> Leaf:
    library = edition.library
    settings = library.settings
    head = Head(
        url=DIRECTORY,
        title="Hồ sơ chi bộ, đảng bộ",
        description=f"Danh bạ {len(library.branches)} chi bộ, đảng bộ có hồ sơ trên {settings.name}, xếp theo cấp trực thuộc.",
        data=(crumbs_data(settings, [(settings.name, ""), ("Hồ sơ chi bộ", DIRECTORY)]),),
    )
    roots = tuple(_twig(library, branch) for branch in library.branches if not branch.parent)
    return edition.leaf("branches.html", head, DIRECTORY, roots=roots, total=len(library.branches))


def _twig(library: Library, branch: Branch) -> Twig:
    children = tuple(_twig(library, child) for child in library.children_of(branch))
    return Twig(branch, children, len(library.by_branch.get(branch.slug, ())))


def _profile(edition: Edition, branch: Branch) -> Leaf:
    library = edition.library
    settings = library.settings
    listing = paginate(library.by_branch.get(branch.slug, ()))[0]
    ancestors = library.ancestors_of(branch)
    crumbs = [
        (settings.name, ""),
        ("Hồ sơ chi bộ", DIRECTORY),
        *((a.name, a.url) for a in reversed(ancestors)),
        (branch.name, branch.url),
    ]
    head = Head(
        url=branch.url,
        title=branch.name,
        description=branch.summary,
        kind="profile",
        data=(_organization(edition, branch), crumbs_data(settings, crumbs)),
    )
    return edition.leaf(
        "branch.html",
        head,
        DIRECTORY,
        branch=branch,
        ancestors=ancestors,
        children=library.children_of(branch),
        branch_by_slug=library.branch_by_slug,
        body=edition.linked_body(branch.source_file.uri, branch.url),
        cards=listing.items,
        older=page_url(branch.url, listing.older) if listing.older else None,
        chart=_chart(branch),
        source_links={entry.id: _source_link(library, branch, entry) for entry in branch.sources},
        article_url=lambda file: _article_url(library, branch, file),
    )


def _chart(branch: Branch) -> Markup:
    bars = [
        Bar(indicator.name, indicator.percent_of_target)
        for indicator in branch.indicators
        if indicator.percent_of_target is not None
    ]
    bars += [
        Bar(f"Kết nạp đảng viên {admission.period}", percent)
        for admission in branch.admissions
        if (percent := _admission_percent(admission.result_percent, admission.over_target_percent)) is not None
    ]
    return percent_chart(bars, f"Kết quả so với chỉ tiêu của {branch.name}", "bieu-do")


def _admission_percent(result: float | None, over: float | None) -> float | None:
    if result is not None:
        return result
    return over + 100 if over is not None else None


def _source_link(library: Library, branch: Branch, entry: SourceEntry) -> str:
    return entry.url or _article_url(library, branch, entry.article)


def _article_url(library: Library, branch: Branch, file: str) -> str:
    url = library.addresses.get(resolve(branch.source_file.uri, file), "") if file else ""
    return base_of(branch.url) + url if url else ""


def _organization(edition: Edition, branch: Branch) -> Json:
    settings = edition.library.settings
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": settings.absolute(branch.url),
        "name": branch.name,
        "url": settings.absolute(branch.url),
        "description": branch.summary,
    }
    if branch.also_known_as:
        data["alternateName"] = list(branch.also_known_as)
    parent = edition.library.branch_by_slug.get(branch.parent)
    if parent:
        data["parentOrganization"] = {
            "@type": "Organization",
            "@id": settings.absolute(parent.url),
            "name": parent.name,
        }
    if branch.place:
        data["location"] = {"@type": "Place", "name": branch.place.name}
    return data
