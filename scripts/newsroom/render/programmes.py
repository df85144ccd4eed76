"""The directory of programmes and the page of each: targets and results as chart and table, models, frameworks, who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from newsroom.addresses import PROGRAMMES
from newsroom.charts import Goalpost, Wording, target_chart
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.listings import paginate
from newsroom.programme import Programme
from newsroom.progress import Entered, Series, YearOfModels, by_year, models_of, series_of, told_of
from newsroom.render.edition import Edition, cards_digest
from newsroom.render.head import Head, Json, crumbs_data
from newsroom.render.leaf import Leaf
from newsroom.render.lists import entity_list_plans, page_url
from newsroom.render.naming import Link
from newsroom.render.plan import PagePlan
from newsroom.render.sources import article_link, source_links
from newsroom.vocabulary import ModelState

_NAME = "Chương trình, phong trào"
_MODELS = Wording("đăng ký", "công nhận", "chưa có tin công nhận")


@dataclass(frozen=True, slots=True)
class ModelTold:
    """A model as a row of the table; `link` leads to its source."""

    branch: str
    url: str
    name: str
    field: str
    registered: str
    appraised: str
    recognised: str
    state: str
    level: str
    points: str
    note: str
    source: str
    link: str


def programme_plans(edition: Edition) -> Iterator[PagePlan]:
    """The directory, every programme, and the older articles of each."""
    library = edition.library
    entities = library.entities
    if not entities.programmes:
        return
    rows = tuple(_row(library, programme) for programme in entities.programmes)
    yield PagePlan(PROGRAMMES, PROGRAMMES, digest(rows), partial(_directory, edition, rows))
    for programme in entities.programmes:
        entered = models_of(programme.slug, library.branches)
        models = tuple(_told(library, programme, one) for one in entered)
        years = by_year(entered)
        takers = tuple((b.name, b.url) for b in entities.branches_by_programme.get(programme.slug, ()))
        setters = {t.branch: _setter(library, t.branch) for t in programme.targets if t.branch}
        cards = edition.articles_naming(programme.url)
        listing = paginate(cards)[0]
        links = source_links(library, programme, programme.sources)
        cited = edition.citations.known_by(programme.source_file.uri)
        around = (models, years, takers, setters, links, cited)
        inputs = digest(edition.drawn(programme), around, listing.older, cards_digest(listing.items))
        yield PagePlan(
            programme.url, PROGRAMMES, inputs, partial(_page, edition, programme, models, years, takers, setters)
        )
        yield from entity_list_plans(edition, programme.url, programme.name, "Chương trình", PROGRAMMES, cards)


_Row = tuple[str, str, str, int, int, int | None]
"""Name, address, summary, how many profiles take part, models, recognised models, None where no source tells."""


def _row(library: Library, programme: Programme) -> _Row:
    entities = library.entities
    models = [one.model for one in models_of(programme.slug, library.branches)]
    return (
        programme.name,
        programme.url,
        programme.summary,
        len(entities.branches_by_programme.get(programme.slug, ())),
        len(models),
        told_of(models, ModelState.RECOGNISED),
    )


def _setter(library: Library, slug: str) -> Link:
    branch = library.branch_by_slug.get(slug)
    return (branch.name, branch.url) if branch else (slug, "")


def _told(library: Library, programme: Programme, one: Entered) -> ModelTold:
    branch, model = one.branch, one.model
    source = branch.source_of(model.source)
    framework = programme.framework(model.framework)
    threshold = f" (ngưỡng {framework.threshold:g})" if framework and framework.threshold is not None else ""
    return ModelTold(
        branch=branch.name,
        url=branch.url,
        name=model.name,
        field=next((field.name for field in programme.fields if field.id == model.field), ""),
        registered=str(model.registered or ""),
        appraised=str(model.appraised or ""),
        recognised=str(model.recognised or model.declined or ""),
        state=model.state.label,
        level=model.level.label if model.level else "",
        points=f"{model.points:g}{threshold}".replace(".", ",") if model.points is not None else "",
        note=model.note,
        source=source.name if source else "",
        link=(source.url or article_link(library, branch, source.article, programme.url)) if source else "",
    )


def _directory(edition: Edition, rows: tuple[_Row, ...]) -> Leaf:
    settings = edition.library.settings
    head = Head(
        url=PROGRAMMES,
        title=_NAME,
        description=f"{len(rows)} chương trình, phong trào trên {settings.name}: mục tiêu, kết quả, mô hình đăng ký và công nhận.",
        data=(crumbs_data(settings, [(settings.name, ""), (_NAME, PROGRAMMES)]),),
    )
    return edition.leaf("programmes.html", head, PROGRAMMES, rows=rows)


def _page(
    edition: Edition,
    programme: Programme,
    models: tuple[ModelTold, ...],
    years: tuple[YearOfModels, ...],
    takers: tuple[Link, ...],
    setters: dict[str, Link],
) -> Leaf:
    library = edition.library
    settings = library.settings
    listing = paginate(edition.articles_naming(programme.url))[0]
    crumbs = [(settings.name, ""), (_NAME, PROGRAMMES), (programme.name, programme.url)]
    head = Head(
        url=programme.url,
        title=programme.name,
        description=programme.summary,
        data=(programme_data(library, programme), crumbs_data(settings, crumbs)),
    )
    series = series_of(programme.targets)
    return edition.leaf(
        "programme.html",
        head,
        PROGRAMMES,
        programme=programme,
        series=[(one, _series_chart(one, number)) for number, one in enumerate(series, start=1)],
        setters=setters,
        models=models,
        years=years,
        model_chart=_model_chart(years, programme.name),
        takers=takers,
        body=edition.linked_body(programme.source_file.uri, programme.url),
        citing=lambda text: edition.linked(programme.source_file.uri, escape(text), programme.url),
        cards=listing.items,
        older=page_url(programme.url, listing.older) if listing.older else None,
        source_links=source_links(library, programme, programme.sources),
    )


def _series_chart(series: Series, number: int) -> Markup:
    rows = [Goalpost(f"Năm {target.year}", target.value, target.result, target.bound) for target in series.targets]
    return target_chart(rows, series.name, series.unit, f"muc-tieu-{number}-bieu-do")


def _model_chart(years: tuple[YearOfModels, ...], name: str) -> Markup:
    rows = [
        Goalpost(f"Năm {year.year}" if year.year else "Chưa rõ năm", year.registered, year.recognised) for year in years
    ]
    title = f"Mô hình được công nhận trong số đã đăng ký – {name}"
    return target_chart(rows, title, "mô hình", "mo-hinh-bieu-do", _MODELS)


def programme_data(library: Library, programme: Programme) -> Json:
    """JSON-LD of a programme."""
    settings = library.settings
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Project",
        "@id": settings.absolute(programme.url),
        "name": programme.name,
        "url": settings.absolute(programme.url),
        "description": programme.summary,
    }
    if programme.also_known_as:
        data["alternateName"] = list(programme.also_known_as)
    if programme.led_by:
        data["parentOrganization"] = {"@type": "Organization", "name": programme.led_by}
    if programme.period and programme.period.from_:
        data["foundingDate"] = programme.period.from_.iso
    if programme.period and programme.period.to:
        data["dissolutionDate"] = programme.period.to.iso
    return data
