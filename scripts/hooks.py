"""The one file that knows MkDocs: its events, and how to run a build or a preview with it.

MkDocs gives the theme and the navigation; it never sees a text. Every page is drawn by us and poured into shells that
the theme renders once for each menu entry and depth; documentation pages, which have a table of contents each, go
through the theme one by one.
"""

from __future__ import annotations

import dataclasses
import gc
import logging
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
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
from mkdocs.exceptions import Abort, PluginError
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from newsroom.addresses import depth_of
from newsroom.body import Heading
from newsroom.build import (
    OVERRIDES,
    OWN_TEMPLATES,
    Build,
    begin,
    compiled_templates,
    empty_folder_of,
    preview_of,
    theirs_of,
)
from newsroom.circumstances import Circumstances
from newsroom.codes import Code
from newsroom.policy import Policy
from newsroom.press import Printed
from newsroom.problem import ConfigurationError, ContentError, Problem
from newsroom.render.edition import HOME, digest, together
from newsroom.render.frame import footer_html, sections_bar_html
from newsroom.render.leaf import Leaf
from newsroom.render.shell import BODY_SLOT, HEAD_SLOT, TITLE_SLOT, Shell, root_links
from newsroom.render.single_pages import NOT_FOUND
from newsroom.settings import read_settings
from newsroom.sheets import Frame

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.newsroom")

_UNUSED_THEME_FILES: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
_QUIET: Final = 0.05
"""Seconds without another change before the preview builds: an editor's program saves in one go."""
_PRINTED: Final = "newsroom_printed"
"""Where the result of a build is laid in `extra:`: MkDocs loads this file anew as its hook, so no variable is shared."""
_INDEXED: Final = "newsroom_indexed"
"""Where a preview says in `extra:` that the search index is to stay as it is."""
_INLINE_SCRIPTS: Final = (
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/preferences.html",
)
"""The templates whose inline scripts are ours or the theme's own; any other does not run."""
_POLICY_META: Final = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SKIP_TARGET: Final = "noi-dung"
_STILL_THE_LAST_GOOD: Final = "Trang đang hiện là lần dựng đúng gần nhất; sửa xong, lưu lại là trang tự đổi."


@dataclass
class _Theme:
    """What one build needs of MkDocs: its templates, files, navigation, and the shells made of them."""

    build: Build
    config: MkDocsConfig
    docs_dir: str
    navigation: Navigation | None = None
    environment: Environment | None = None
    files: Files | None = None
    shells: dict[tuple[str, int], Shell] = field(default_factory=dict)

    @cached_property
    def policy(self) -> Policy:
        """What pages may load and run: the scripts of the theme drawn by themselves, without any content."""
        assert self.environment is not None
        features = self.config.theme["features"]
        known = {"config": self.config, "features": features, "base_url": "."}
        return Policy.of_templates(self.environment.get_template(name).render(known) for name in _INLINE_SCRIPTS)


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


_theme: _Theme | None = None


def _running() -> _Theme:
    assert _theme is not None, "on_pre_build runs first"
    return _theme


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take over what MkDocs would do in its own way: search maps, the page for wrong addresses."""
    environment = config.theme.get_env
    config.theme.get_env = lambda: _listing_assets_only(environment())  # type: ignore[method-assign]
    config.theme.static_templates -= {"sitemap.xml", "404.html"}
    config.validation.nav.not_found = logging.DEBUG
    config.validation.nav.omitted_files = logging.DEBUG
    if address := Circumstances.from_environment().site_url:
        config.site_url = address.rstrip("/") + "/"
    config.extra["scope"] = urlsplit(config.site_url or "").path or "/"  # one script for every depth, thus one hash
    return config


def _listing_assets_only(environment: Environment) -> Environment:
    assert isinstance(environment.loader, FileSystemLoader)
    environment.loader = _AssetsOnly(environment.loader.searchpath)
    return environment


def on_pre_build(config: MkDocsConfig) -> None:
    """Proofread everything, then show MkDocs empty folders: it never reads a source, nor touches the site."""
    global _theme
    file, docs, site = Path(config.config_file_path), Path(config.docs_dir), Path(config.site_dir)
    try:
        running = begin(file, docs, site, strict=config.strict)
    except ContentError as error:
        raise PluginError(f"{error}\n{len(error.problems)} chỗ cần sửa; chưa dựng trang.") from error
    _theme = _Theme(running, config, config.docs_dir)
    config.docs_dir, config.site_dir = str(empty_folder_of(file.parent)), str(theirs_of(file.parent))


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
    env.bytecode_cache = compiled_templates(running.build.root)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """MkDocs has laid out the theme's files: bring the site to what it should be."""
    build = _running().build
    fill = _whole_page if build.is_reference else _filled_shell
    own = build.root / OVERRIDES / OWN_TEMPLATES
    overrides = (file for file in (build.root / OVERRIDES).rglob("*") if own not in file.parents)
    templates = sorted(file for file in overrides if file.suffix in (".html", ".svg"))
    digests = [_shell("", HOME).digest, *(digest(file.read_bytes()) for file in templates)]
    try:
        config.extra[_PRINTED] = build.print(
            Frame(together(digests), lambda leaf: _rooted(leaf, fill(leaf)), _running().policy),
            Path(__file__),
            indexed=config.extra.get(_INDEXED, True),
        )
    finally:
        _end()


def on_build_error(error: Exception) -> None:
    """Whatever failed, the lock is given back."""
    _end()


def _end() -> None:
    global _theme
    if _theme is not None:
        _theme.build.end()
        _theme.config.docs_dir, _theme.config.site_dir = _theme.docs_dir, str(_theme.build.site)
        _theme = None


def _shell(url: str, place: str) -> Shell:
    """The shell for an address: the same for all pages of one menu entry at one depth."""
    shells, key = _running().shells, (place, depth_of(url))
    if key not in shells:
        shells[key] = Shell.cut(_render(_with_slots(Leaf(url, "", "", "", place))))
    return shells[key]


def _filled_shell(leaf: Leaf) -> str:
    if leaf.contents is not None:
        return _whole_page(leaf)
    return _shell(leaf.url, leaf.place).fill(leaf)


def _rooted(leaf: Leaf, html: str) -> str:
    """The page for wrong addresses appears at any depth: its links start from the root of the host."""
    return root_links(html, _running().build.settings.base_path) if leaf.url == NOT_FOUND else html


def _whole_page(leaf: Leaf) -> str:
    """A page through the theme, in a shell of its own: what a shared shell must equal."""
    return Shell.cut(_render(_with_slots(leaf))).fill(leaf)


def _with_slots(leaf: Leaf) -> Leaf:
    return dataclasses.replace(leaf, title=TITLE_SLOT, head=HEAD_SLOT, body=BODY_SLOT)


def _render(leaf: Leaf) -> str:
    """The theme's page with the parts of a leaf as they are, its menu entry active."""
    running = _running()
    nav, files, environment, config = running.navigation, running.files, running.environment, running.config
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
    html = template.render(get_context(nav, files, config, page), newsroom=_parts(leaf))
    _activate(links, False)
    return html


def _parts(leaf: Leaf) -> dict[str, str]:
    edition = _running().build.edition
    bar, footer = sections_bar_html(edition, leaf.base, leaf.place), footer_html(edition, leaf.base)
    return {
        "title": leaf.title,
        "head": leaf.head,
        "body": leaf.body,
        "sections_bar": bar,
        "footer": footer,
        "policy": _running().policy.meta,
    }


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
        except Abort:
            log.warning(_STILL_THE_LAST_GOOD)

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
    """Have the system tell of changes: MkDocs would look at every file of the archive twice a second.

    That a file was read, as every build does, is told too, and left out.
    """
    from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
    from watchdog.observers import Observer

    observer = Observer()
    changes = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]
    observer.schedule = partial(observer.schedule, event_filter=changes)  # type: ignore[method-assign]
    server.observer = observer  # type: ignore[assignment]  # it takes any of them
    for path in (docs, config_file, config_file.parent / OVERRIDES):
        server.watch(str(path))


def run_build(config_file: Path, site_dir: Path, *, strict: bool, indexed: bool = True) -> Printed:
    """Build the site into `site_dir`, `indexed` or with the search index as it is there.

    Raises ContentError with all problems, or ConfigurationError for those of mkdocs.yml.
    """
    _show_warnings(logging.WARNING)
    read_settings(config_file, Circumstances.from_environment().site_url)
    try:
        config = load_config(str(config_file), site_dir=str(site_dir), strict=strict)
    except (
        Exception,
        SystemExit,
    ) as error:  # whatever a theme or hook raises while it is set up is the configuration's
        raise ConfigurationError([_configuration_problem(config_file, str(error))]) from error
    config.extra[_INDEXED] = indexed
    try:
        build(config)
    except Abort as abort:
        known = _content_error_behind(abort)
        raise known or ConfigurationError([_configuration_problem(config_file, str(abort))]) from None
    except MkDocsConfigurationError as error:
        raise ConfigurationError([_configuration_problem(config_file, str(error))]) from error
    printed = config.extra[_PRINTED]
    assert isinstance(printed, Printed)
    return printed


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

    def builder(*, indexed: bool = False) -> None:
        gc.disable()  # what a build lets go is gathered after it, when nobody waits
        try:
            printed = run_build(config_file, site, strict=False, indexed=indexed)
        except (ConfigurationError, ContentError) as error:
            print(error, _STILL_THE_LAST_GOOD, sep="\n", flush=True)
        else:
            print(f"Đã dựng lại: ghi {printed.written} tệp, xóa {printed.deleted} tệp.", flush=True)
        finally:
            gc.enable()

    server = LiveReloadServer(builder, "127.0.0.1", port, root=str(site), mount_path=settings.base_path)
    server.error_handler = lambda code: (site / NOT_FOUND).read_bytes() if code == HTTPStatus.NOT_FOUND else None
    server.build_delay = _QUIET
    _let_its_script_run(server)
    _watch(server, config_file, config_file.parent / settings.docs_dir)
    builder(indexed=True)
    print(f"Đang xem thử ở {server.url} – bấm Ctrl+C để dừng.", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print("Đã dừng.")
    finally:
        server.shutdown()


def _show_warnings(level: int) -> None:
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.addFilter(lambda record: level < logging.WARNING or record.name != "mkdocs.commands.build")
        logger.addHandler(handler)


def _configuration_problem(config_file: Path, message: str) -> Problem:
    return Problem(
        config_file.name,
        1,
        1,
        Code.CONFIGURATION,
        (message.splitlines() or ["cấu hình sai"])[0],
        "sửa tệp cấu hình rồi chạy lại",
    )


def _content_error_behind(error: BaseException | None) -> ContentError | None:
    while error is not None:
        if isinstance(error, ContentError):
            return error
        error = error.__cause__ or error.__context__
    return None
