"""The edge: how our commands run a build. The framework behind `hooks.py` is loaded only where its theme is asked for."""

from __future__ import annotations

import logging
from pathlib import Path

from newsroom import build
from newsroom.press import Printed
from newsroom.theme import Theme


def run_build(
    config: Path, site: Path | None, *, strict: bool, indexed: bool = True, forgetful: bool = False
) -> Printed:
    """Build the site into `site` or where mkdocs.yml says, `indexed` or with the search index as it is there.

    `forgetful`, nothing that earlier builds learnt is used.

    Raises ContentError with all problems, or ConfigurationError for those of mkdocs.yml.
    """
    _show_warnings()
    return build.run_build(config, site, _open_theme, strict=strict, indexed=indexed, forgetful=forgetful)


def _open_theme(begun: build.Build) -> Theme:
    import hooks

    return hooks.open_theme(begun)


def _show_warnings() -> None:
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.addFilter(lambda record: record.name != "mkdocs.commands.build")
        logger.addHandler(handler)
