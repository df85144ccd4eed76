"""Our templates: Jinja with autoescape on, so that no title or caption can ever be markup."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.listings import month_grid
from newsroom.picture_html import THUMBNAIL, WIDE, picture_html
from newsroom.render.crumbs import crumbs_html
from newsroom.render.items import day_html, headline_html, item_html
from newsroom.vietnamese import (
    format_day,
    format_iso_day,
    format_moment,
    format_money,
    format_number,
    format_weekday,
    slugify,
)


class _Environment(Environment):
    """One whose globals stay as they are once a template is loaded: of a plain dict they are copied fast for every page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def make_environment(folder: Path) -> Environment:
    """The environment for the templates in `folder` (`overrides/newsroom`)."""
    environment = _Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        day=format_day,
        moment=format_moment,
        number=format_number,
        weekday=format_weekday,
        slugify=slugify,
        money=format_money,
        iso_day=format_iso_day,
    )
    environment.globals.update(
        picture_html=picture_html,
        item=item_html,
        crumbs=crumbs_html,
        headline=headline_html,
        day_of=day_html,
        month_grid=month_grid,
        WIDE=WIDE,
        THUMBNAIL=THUMBNAIL,
    )
    return environment
