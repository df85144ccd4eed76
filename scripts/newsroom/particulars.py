"""Particulars: what an article says on its own page only. With the card they are all that its page is drawn from.

Plain tuples of texts, as cards are: ten thousand of them are read again whenever a template changes.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from newsroom.article import Article, LeadPicture, Origin
from newsroom.vietnamese import format_day

_DRAWN: Final = ("minh họa", "minh hoạ", "tranh vẽ", "hình vẽ")
"""Words that tell readers that nobody took the picture."""


class Provenance(NamedTuple):
    """Where a republished or retold piece comes from; `day` as people write it, "" where nobody knows."""

    name: str
    title: str
    author: str
    url: str
    day: str


class Particulars(NamedTuple):
    """`bylines` are names by role, in the order written: (("Bài", ("Đào Quyên",)),); `corrections` (ISO day, text);
    `views` how often it was read on an older site, and until when.
    """

    subtitle: str
    genre: str
    bylines: tuple[tuple[str, tuple[str, ...]], ...]
    caption: str
    credit: str
    source: Provenance | None
    views: tuple[int, str] | None
    corrections: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    documents: tuple[str, ...]


def particulars_of(article: Article) -> Particulars:
    """The particulars of an article."""
    return Particulars(
        subtitle=article.subtitle,
        genre=article.genre.label if article.genre else "",
        bylines=_bylines(article),
        caption=_caption(article.image) if article.image else "",
        credit=article.image.credit if article.image else "",
        source=_provenance(article.source) if article.source else None,
        views=(article.views.count, format_day(article.views.as_of)) if article.views else None,
        corrections=tuple((correction.date.isoformat(), correction.text) for correction in article.corrections),
        tags=article.tags,
        documents=article.documents,
    )


def particulars_to_row(particulars: Particulars) -> tuple[Any, ...]:
    """The plain tuple of particulars, for `marshal`."""
    source = tuple(particulars.source) if particulars.source else None
    return tuple(particulars._replace(source=source))  # type: ignore[arg-type]


def particulars_from_row(row: tuple[Any, ...]) -> Particulars:
    """Particulars from their plain tuple."""
    particulars = Particulars._make(row)
    source = particulars.source
    return particulars._replace(source=Provenance._make(source)) if source else particulars


def _bylines(article: Article) -> tuple[tuple[str, tuple[str, ...]], ...]:
    roles: dict[str, list[str]] = {}
    for author in article.authors:
        roles.setdefault(author.role.label, []).append(author.name)
    return tuple((role, tuple(names)) for role, names in roles.items())


def _caption(picture: LeadPicture) -> str:
    """What stands below a picture: of a drawing also that it is one, unless its words say so."""
    told = f"{picture.caption} {picture.credit}".casefold()
    if not picture.illustration or any(word in told for word in _DRAWN):
        return picture.caption
    return f"{picture.caption} (tranh minh họa)" if picture.caption else "Tranh minh họa"


def _provenance(origin: Origin) -> Provenance:
    return Provenance(
        origin.name, origin.title, origin.author, origin.url, format_day(origin.date) if origin.date else ""
    )
