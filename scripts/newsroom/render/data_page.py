"""The page that explains the open data: tables, columns, files, licence."""

from __future__ import annotations

from functools import partial

from newsroom.addresses import DATA
from newsroom.digests import digest
from newsroom.render.edition import Edition
from newsroom.render.head import Head, Json, crumbs_data, publisher_data
from newsroom.render.leaf import Leaf
from newsroom.render.plan import PagePlan
from newsroom.render.tables import Table
from newsroom.render.tables.table import FORM_LABELS

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def data_page_plan(edition: Edition, tables: tuple[Table, ...]) -> PagePlan:
    """The page: it says how many rows there are, not what is in them."""
    told = [(table.slug, [(part.name, part.count) for part in table.parts]) for table in tables]
    return PagePlan(DATA, DATA, digest(told), partial(_leaf, edition, tables))


def _leaf(edition: Edition, tables: tuple[Table, ...]) -> Leaf:
    settings = edition.library.settings
    head = Head(
        url=DATA,
        title="Dữ liệu mở",
        description=f"Dữ liệu của {settings.name} dạng CSV và JSON, có lược đồ, mã bền và điều kiện sử dụng.",
        data=(
            *(_dataset(edition, table) for table in tables),
            crumbs_data(settings, [(settings.name, ""), ("Dữ liệu mở", DATA)]),
        ),
    )
    return edition.leaf("data.html", head, DATA, tables=tables, forms=FORM_LABELS)


def _dataset(edition: Edition, table: Table) -> Json:
    settings = edition.library.settings
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": settings.absolute(f"{DATA}#{table.slug}"),
        "name": f"{table.name} – {settings.name}",
        "description": table.about,
        "url": settings.absolute(DATA),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "creator": publisher_data(settings),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": MEDIA_TYPES[suffix],
                "contentUrl": settings.absolute(table.path(part, suffix)),
            }
            for part in table.parts
            for suffix in MEDIA_TYPES
        ],
    }
    if settings.data_licence:
        data["license"] = settings.data_licence.url
    return data
