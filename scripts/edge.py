"""The edge: how our commands run a build. The framework behind `hooks.py` is loaded only where its theme is asked for."""

from __future__ import annotations

import logging
from pathlib import Path

from newsroom import build
from newsroom.cache import DAMAGE
from newsroom.framework import framework_problems
from newsroom.press import Printed
from newsroom.problem import ConfigurationError, ContentError, Problem
from newsroom.theme import Theme
from newsroom.workshop import give_up_caches


def run_build(
    config: Path, site: Path | None, *, strict: bool, indexed: bool = True, forgetful: bool = False
) -> Printed:
    """Build the site into `site` or where mkdocs.yml says, `indexed` or with the search index as it is there.

    `forgetful`, nothing that earlier builds learnt is used – which is tried too where that turns out to be damaged.

    Raises ContentError with all problems, or ConfigurationError for those of mkdocs.yml.
    """
    _show_warnings()
    try:
        return build.run_build(config, site, _open_theme, strict=strict, indexed=indexed, forgetful=forgetful)
    except ContentError:
        raise
    except Exception as error:  # what looks like a fault of ours may be the configuration's, or a damaged cache's
        if problems := configuration_problems(config, strict=strict):
            raise ConfigurationError(problems) from error
        if forgetful or not isinstance(error, DAMAGE):
            raise
        give_up_caches(error)
    return build.run_build(config, site, _open_theme, strict=strict, indexed=indexed, forgetful=True)


def configuration_problems(config: Path, *, strict: bool) -> list[Problem]:
    """What would keep the framework's theme from being opened; with `strict` what it only warns of, too.

    Raises ContentError when the file is no YAML.
    """
    if problems := framework_problems(config):
        return problems
    import hooks

    _show_warnings()
    return hooks.configuration_problems(config, strict=strict)


def _open_theme(begun: build.Build) -> Theme:
    if problems := framework_problems(begun.config):
        raise ConfigurationError(problems)
    import hooks

    return hooks.open_theme(begun)


def _show_warnings() -> None:
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.addFilter(_is_for_editors)
        logger.addHandler(handler)


def _is_for_editors(record: logging.LogRecord) -> bool:
    """What is wrong with the configuration is told as a problem, with its place."""
    is_told = record.name.startswith("mkdocs.config") and record.levelno >= logging.ERROR
    return not is_told and record.name != "mkdocs.commands.build"
