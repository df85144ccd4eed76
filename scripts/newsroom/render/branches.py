"""The directory of branches and the profile pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from newsroom.addresses import BRANCHES
from newsroom.branch import Branch
from newsroom.charts import Bar, Point, percent_chart, trend_chart
from newsroom.digests import digest
from newsroom.listings import paginate
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.glosses import add_glosses
from newsroom.render.head import Head, Json, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.lists import entity_list_plans, page_url
from newsroom.render.plan import PagePlan
from newsroom.render.surroundings import Surroundings, surroundings_of
from newsroom.trends import MONEY, Trend, Value, trends_of
from newsroom.vietnamese import format_money, format_number


@dataclass(frozen=True, slots=True)
class Twig:
    """A profile in the directory's tree, with those directly under it."""

    branch: Branch
    children: tuple[Twig, ...]
    articles: int


class Line(NamedTuple):
    """A figure through time: its chart, and (time, figure, source) for the table beside it."""

    name: str
    chart: Markup
    rows: tuple[tuple[str, str, str], ...]


def branch_plans(edition: Edition) -> Iterator[PagePlan]:
    """The directory, every profile, and the older articles of each."""
    library = edition.library
    counts = [len(edition.articles_naming(branch.url)) for branch in library.branches]
    yield PagePlan(BRANCHES, BRANCHES, digest(edition.family, counts), partial(_directory, edition))
    for branch in library.branches:
        cards = edition.articles_naming(branch.url)
        listing = paginate(cards)[0]
        around = surroundings_of(library, branch)
        cited = edition.citations.known_by(branch.source_file.uri)
        inputs = digest(edition.drawn(branch), around, cited, listing.older, cards_digest(listing.items))
        yield PagePlan(branch.url, BRANCHES, inputs, partial(_profile, edition, branch, around))
        yield from entity_list_plans(edition, branch.url, branch.name, "Hồ sơ", BRANCHES, cards)


def _directory(edition: Edition) -> Leaf:
    library = edition.library
    settings = library.settings
    head = Head(
        url=BRANCHES,
        title="Hồ sơ chi bộ, đảng bộ",
        description=f"Danh bạ {len(library.branches)} chi bộ, đảng bộ có hồ sơ trên {settings.name}, xếp theo cấp trực thuộc.",
        data=(crumbs_data(settings, [(settings.name, ""), ("Hồ sơ chi bộ", BRANCHES)]),),
    )
    roots = tuple(_twig(edition, branch) for branch in library.branches if not branch.parent)
    return edition.leaf("branches.html", head, BRANCHES, roots=roots, total=len(library.branches))


def _twig(edition: Edition, branch: Branch) -> Twig:
    children = tuple(_twig(edition, child) for child in edition.library.children_of(branch))
    return Twig(branch, children, len(edition.articles_naming(branch.url)))


def _profile(edition: Edition, branch: Branch, around: Surroundings) -> Leaf:
    library = edition.library
    settings = library.settings
    listing = paginate(edition.articles_naming(branch.url))[0]
    crumbs = [(settings.name, ""), ("Hồ sơ chi bộ", BRANCHES), *reversed(around.above), (branch.name, branch.url)]
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
        BRANCHES,
        branch=branch,
        around=around,
        citing=lambda text: edition.linked(branch.source_file.uri, escape(text), branch.url),
        body=add_glosses(edition.linked_body(branch.source_file.uri, branch.url), around.glosses),
        cards=listing.items,
        older=page_url(branch.url, listing.older) if listing.older else None,
        chart=_chart(branch),
        trends=_trends(branch, {told.part for told in around.telltales}),
    )


def _chart(branch: Branch) -> Markup:
    bars = [
        Bar(indicator.name, indicator.percent_of_target)
        for indicator in branch.indicators
        if indicator.percent_of_target is not None
    ]
    bars += [
        Bar(f"Kết nạp đảng viên {admission.period}", admission.percent_of_target)
        for admission in branch.admissions
        if admission.percent_of_target is not None
    ]
    return percent_chart(bars, f"Kết quả so với chỉ tiêu của {branch.name}", "bieu-do")


def _trends(branch: Branch, hidden: Collection[str]) -> dict[str, list[Line]]:
    """The lines of each section of a profile."""
    found: dict[str, list[Line]] = {}
    for number, trend in enumerate(trends_of(branch, hidden), start=1):
        said = [_said(trend, value) for value in trend.values]
        points = [
            Point(v.mark, v.place, v.figure, _in_chart(v, told)) for v, told in zip(trend.values, said, strict=True)
        ]
        rows = tuple((value.time, told, value.source) for value, told in zip(trend.values, said, strict=True))
        unit = f" ({trend.unit})" if trend.unit not in ("", MONEY) else ""
        name = f"{trend.name} qua các thời điểm{unit}"
        line = Line(name, trend_chart(points, f"{branch.name}: {name}", f"dien-bien-{number}"), rows)
        found.setdefault(trend.section, []).append(line)
    return found


def _said(trend: Trend, value: Value) -> str:
    return value.said or (format_money(int(value.figure)) if trend.unit == MONEY else format_number(value.figure))


def _in_chart(value: Value, told: str) -> str:
    """What is written at a point: the words for a rating without those that all have."""
    return told.lower().removesuffix(" nhiệm vụ").removeprefix("hoàn thành ") if value.said else told


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
