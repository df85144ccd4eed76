"""The one file that knows MkDocs: its events, how to open its theme, and a preview with its server.

MkDocs gives the theme and the navigation; it never sees a text. Every page is drawn by us and poured into shells that
the theme renders once for each menu entry and depth; documentation pages, which have a table of contents each, go
through the theme one by one.
"""

from __future__ import annotations

import dataclasses
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from edge import run_build
from newsroom.addresses import NOT_FOUND, SITEMAP, depth_of
from newsroom.body import Heading
from newsroom.build import Build, begin
from newsroom.build import run_build as build_with
from newsroom.bytecode import compiled_templates
from newsroom.cache import DAMAGE, forget
from newsroom.circumstances import Circumstances
from newsroom.configuration import OVERRIDES, THEME
from newsroom.disk import told_disk
from newsroom.framework import told
from newsroom.policy import Policy
from newsroom.preview import STILL_THE_LAST_GOOD, Preview, told_failure
from newsroom.problem import ConfigurationError, ContentError, Problem
from newsroom.render.frame import footer_html, sections_bar_html
from newsroom.render.leaf import Leaf
from newsroom.render.shell import BODY_SLOT, HEAD_SLOT, TITLE_SLOT, Shell
from newsroom.settings import read_settings
from newsroom.theme import Theme
from newsroom.workshop import CACHE, empty_folder_of, give_up_caches, preview_of, theirs_of

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.newsroom")

_UNUSED_THEME_FILES: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
_QUIET: Final = 0.05
"""Seconds without another change before the preview builds: an editor's program saves in one go."""
_BEGUN: Final = "newsroom_build"
"""Where a build that is under way is laid in `extra:`: MkDocs loads this file anew as its hook, so no variable is shared."""
_OPENED: Final = "newsroom_theme"
"""Where the theme is laid that was opened for it."""
_INLINE_SCRIPTS: Final = (
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/preferences.html",
)
"""The templates whose inline scripts are ours or the theme's own; any other does not run."""
_POLICY_META: Final = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SKIP_TARGET: Final = "noi-dung"


@dataclass
class _MkDocsTheme:
    """MkDocs' theme for one build: its templates, files and navigation, and what is drawn with them."""

    build: Build
    config: MkDocsConfig
    docs_dir: str
    navigation: Navigation | None = None
    environment: Environment | None = None
    files: Files | None = None

    @cached_property
    def policy(self) -> Policy:
        """What pages may load and run: the scripts of the theme drawn by themselves, without any content."""
        assert self.environment is not None
        features = self.config.theme["features"]
        known = {"config": self.config, "features": features, "base_url": "."}
        return Policy.of_templates(self.environment.get_template(name).render(known) for name in _INLINE_SCRIPTS)

    def shell(self, place: str, depth: int) -> Shell:
        """The page around those of a menu entry at a depth."""
        return self.page(Leaf("x/" * depth, "", "", "", place))

    def page(self, leaf: Leaf) -> Shell:
        """The page around one leaf."""
        slots = dataclasses.replace(leaf, title=TITLE_SLOT, head=HEAD_SLOT, body=BODY_SLOT)
        return Shell.cut(self._render(slots))

    def _render(self, leaf: Leaf) -> str:
        """The theme's page with the parts of a leaf as they are, its menu entry active."""
        nav, files, environment, config = self.navigation, self.files, self.environment, self.config
        assert nav is not None
        assert files is not None
        assert environment is not None
        page = Page(config.site_name, _stand_in(leaf.url, config), config)
        top = AnchorLink("", _SKIP_TARGET, 1)  # the theme skips to the first entry and lists those below
        top.children = [_anchor(heading) for heading in leaf.contents or ()]
        page.toc = TableOfContents([top])
        page.meta = {} if leaf.contents is not None else {"hide": ["navigation", "toc", "footer"]}
        links = [item for item in _links(nav.items) if item.url == leaf.place]
        template = environment.get_template("main.html" if leaf.contents is not None else "shell.html")
        _activate(links, True)
        html = template.render(get_context(nav, files, config, page), newsroom=self._parts(leaf))
        _activate(links, False)
        return html

    def _parts(self, leaf: Leaf) -> dict[str, str]:
        edition = self.build.edition
        bar, footer = sections_bar_html(edition, leaf.base, leaf.place), footer_html(edition, leaf.base)
        return {
            "title": leaf.title,
            "head": leaf.head,
            "body": leaf.body,
            "sections_bar": bar,
            "footer": footer,
            "policy": self.policy.meta,
        }


class _AssetsOnly(FileSystemLoader):
    """Lists the theme's assets alone: MkDocs lists at every build what it may copy, 14,000 icons that it never copies too."""

    def list_templates(self) -> list[str]:
        found = {
            Path(place, name).relative_to(folder).as_posix()
            for folder in self.searchpath
            for place, _, names in os.walk(Path(folder, "assets"))
            for name in names
        }
        return sorted(found)


_theme: _MkDocsTheme | None = None


def _running() -> _MkDocsTheme:
    assert _theme is not None, "on_pre_build runs first"
    return _theme


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take over what MkDocs would do in its own way: search maps, the page for wrong addresses."""
    environment = config.theme.get_env
    config.theme.get_env = lambda: _listing_assets_only(environment())  # type: ignore[method-assign]
    config.theme.static_templates -= {SITEMAP, NOT_FOUND}
    config.validation.nav.not_found = logging.DEBUG
    config.validation.nav.omitted_files = logging.DEBUG
    if address := _circumstances().site_url:
        config.site_url = address.rstrip("/") + "/"
    config.extra["scope"] = urlsplit(config.site_url or "").path or "/"  # one script for every depth, thus one hash
    return config


def _circumstances() -> Circumstances:
    try:
        return Circumstances.from_environment()
    except ValueError as error:
        raise PluginError(f"giá trị không đọc được: {error}") from error


def _listing_assets_only(environment: Environment) -> Environment:
    assert isinstance(environment.loader, FileSystemLoader)
    environment.loader = _AssetsOnly(environment.loader.searchpath)
    return environment


def on_pre_build(config: MkDocsConfig) -> None:
    """Proofread everything, unless that is done, then show MkDocs empty folders: it never reads a source, nor touches the site."""
    global _theme
    running = config.extra.get(_BEGUN) or _begin(config)
    _theme = _MkDocsTheme(running, config, config.docs_dir)
    forget(theirs_of(running.root), ())  # MkDocs leaves a link to a folder where it is, and would write through it
    config.docs_dir, config.site_dir = str(empty_folder_of(running.root)), str(theirs_of(running.root))


def _begin(config: MkDocsConfig) -> Build:
    def attempt(*, forgetful: bool) -> Build:
        file, site = Path(config.config_file_path), Path(config.site_dir)
        return begin(file, site, strict=config.strict, forgetful=forgetful)

    with _told_by_mkdocs():
        try:
            return attempt(forgetful=False)
        except DAMAGE as error:
            give_up_caches(error)
            return attempt(forgetful=True)


@contextmanager
def _told_by_mkdocs() -> Iterator[None]:
    """What is wrong with a text, the configuration or a disk is raised as an error of MkDocs: it prints no traceback of those."""
    try:
        yield
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    except ContentError as error:
        raise PluginError(f"{error}\n{len(error.problems)} chỗ cần sửa; chưa dựng trang.") from error
    except Exception as error:
        if words := told_disk(error):
            raise PluginError(words) from error
        raise


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The theme's own files, without those nobody asks for."""
    return Files([file for file in files if _is_wanted(file.src_uri)])


def _is_wanted(uri: str) -> bool:
    return uri.startswith("assets/") and not uri.startswith(_UNUSED_THEME_FILES) and not uri.endswith(".map")


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Let the menu's entries lead to our pages: MkDocs has none of its own and took their files for links."""
    pages = _running().build.proof.library.page_by_uri
    for link in _links(nav.items):
        if page := pages.get(link.url):
            link.title = link.title or escape(page.title)  # the theme draws it as it is
            link.url = page.url
    _running().navigation = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Remember what pages are drawn with."""
    running = _running()
    running.environment, running.files = env, files
    env.bytecode_cache = compiled_templates(running.build.root / CACHE)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """MkDocs has laid out the theme's files: hand the theme over, or bring the site to what it should be."""
    global _theme
    theme = _running()
    if _BEGUN in config.extra:
        config.extra[_OPENED], _theme = theme, None
        return
    try:
        with _told_by_mkdocs():
            _print(theme)
    finally:
        _end()


def _print(theme: _MkDocsTheme) -> None:
    """Bring the site to what it should be; with damaged caches from nothing, the theme opened once more."""
    try:
        theme.build.print(lambda _: theme, typed=_typed(theme))
    except DAMAGE as error:
        give_up_caches(error)
        begun = theme.build
        begun.end()
        build_with(begun.config, begun.site, open_theme, strict=begun.strict, forgetful=True)


def _typed(theme: _MkDocsTheme) -> str:
    """What was typed behind `mkdocs`, and the address of its preview: a theme drawn with that is kept apart; "" for nothing."""
    config = theme.config
    told = (config.theme.name, config.site_url, config.use_directory_urls)
    return "" if told == (THEME, theme.build.settings.url, True) else repr(told)


def on_build_error(error: Exception) -> None:
    """Whatever failed, the lock is given back by whom it was taken."""
    _end()


def _end() -> None:
    global _theme
    if _theme is not None and _BEGUN not in _theme.config.extra:
        _theme.build.end()
        _theme.config.docs_dir, _theme.config.site_dir = _theme.docs_dir, str(_theme.build.site)
    _theme = None


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def _stand_in(url: str, config: MkDocsConfig) -> File:
    """A file at the depth of the page: the theme asks it only for the way to the root."""
    uri = "/".join(["x"] * depth_of(url) + ["index.md"])
    return File(uri, config.docs_dir, config.site_dir, use_directory_urls=True)


def _links(items: list[Any]) -> list[Link]:
    found: list[Link] = []
    for item in items:
        found += [item] if isinstance(item, Link) else _links(item.children or [])
    return found


def _activate(links: list[Link], active: bool) -> None:
    for link in links:
        link.active = active
        if link.parent is not None:
            link.parent.active = active


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """The preview of `mkdocs serve`: told of changes instead of polling, and showing the last good site meanwhile."""

    def build_patiently() -> None:
        try:
            builder()
        except MkDocsException as error:
            log.error("%s\n%s", error, STILL_THE_LAST_GOOD)
        except Exception as error:  # whoever is let through keeps every reader of the preview waiting
            log.error("%s\n%s", told_failure(error), STILL_THE_LAST_GOOD)

    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.builder = build_patiently
    _let_its_script_run(server)
    _watch(server, Path(config.config_file_path), Path(config.docs_dir))
    return server


def _let_its_script_run(server: LiveReloadServer) -> None:
    """The preview puts a script of its own into every page it sends, another each time: it sends no policy."""
    add_script = server._inject_js_into_html

    def without_policy(content: bytes, epoch: int) -> bytes:
        added: bytes = add_script(_POLICY_META.sub(b"", content, count=1), epoch)  # type: ignore[no-untyped-call]
        return added

    server._inject_js_into_html = without_policy  # type: ignore[method-assign]


def _watch(server: LiveReloadServer, config_file: Path, docs: Path) -> None:
    """Have the system tell of changes: MkDocs would look at every file of the archive twice a second."""
    from watchdog.observers import Observer

    from newsroom.lookout import CHANGES, Lookout

    observer = Observer()
    observer.schedule = partial(observer.schedule, event_filter=CHANGES)  # type: ignore[method-assign]
    server.observer = observer  # type: ignore[assignment]  # it takes any of them
    folders = (docs, config_file.parent / OVERRIDES)
    for path in (*folders, config_file):
        server.watch(str(path))
    Lookout(folders, partial(_watch_again, server)).join(observer)


def _watch_again(server: LiveReloadServer, path: str) -> None:
    """Watch what came back, and build: what it holds was not told."""
    if path in server._watched_paths:
        server.unwatch(path)
    try:
        server.watch(path)
    except OSError:
        server._watched_paths.pop(path)  # gone again
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


def open_theme(begun: Build) -> Theme:
    """The theme for a build that is under way, its files laid where MkDocs writes to.

    Raises ConfigurationError when mkdocs.yml does not let it be set up.
    """
    try:
        config = load_config(str(begun.config), site_dir=str(begun.site), strict=begun.strict)
    except (Exception, SystemExit) as error:  # what a theme or hook raises when it is set up is the configuration's
        problems = configuration_problems(begun.config, strict=begun.strict)
        raise ConfigurationError(problems or [told(begun.config, "theme", str(error))]) from error
    config.extra[_BEGUN] = begun
    try:
        build(config)
    except (Abort, MkDocsConfigurationError) as error:
        raise ConfigurationError([told(begun.config, "theme", str(error))]) from error
    theme: Theme = config.extra[_OPENED]
    return theme


def configuration_problems(config_file: Path, *, strict: bool) -> list[Problem]:
    """What MkDocs has against a configuration; with `strict` what it only warns of, too."""
    config = MkDocsConfig(str(config_file))
    try:
        with config_file.open("rb") as file:
            config.load_file(file)
        errors, warnings = config.validate()
    except (Exception, SystemExit) as error:
        return [told(config_file, "hooks", str(error))]
    return [told(config_file, key, str(said)) for key, said in (*errors, *(warnings if strict else ()))]


def run_serve(config_file: Path, port: int) -> None:
    """Preview the site on 127.0.0.1 until interrupted.

    It is kept between previews, so that only what changed is written; search finds what there was at the start. The
    content's problems are printed; the last good site stays meanwhile.
    Raises ConfigurationError when mkdocs.yml cannot be read at the start.
    """
    from mkdocs.livereload import LiveReloadServer

    settings = read_settings(config_file, Circumstances.from_environment().site_url)
    site = preview_of(config_file.parent)
    site.mkdir(parents=True, exist_ok=True)

    preview = Preview(site, lambda indexed: run_build(config_file, site, strict=False, indexed=indexed))
    server = LiveReloadServer(preview.renew, "127.0.0.1", port, root=str(site), mount_path=settings.base_path)
    missing = site / NOT_FOUND
    server.error_handler = lambda code: (
        missing.read_bytes() if code == HTTPStatus.NOT_FOUND and missing.exists() else None
    )
    server.build_delay = _QUIET
    _let_its_script_run(server)
    _watch(server, config_file, config_file.parent / settings.docs_dir)
    preview.renew()
    print(f"Đang xem thử ở {server.url} – bấm Ctrl+C để dừng.", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print("Đã dừng.")
    finally:
        server.shutdown()
