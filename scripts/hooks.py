"""The one file that knows MkDocs: its events, and how to run a build or a preview with it.

MkDocs gives the theme and the navigation; it never sees an article. Articles, profiles and every generated page are
poured into shells that the theme renders once for each menu entry and depth. Documentation pages stay MkDocs pages,
but their Markdown is converted by us like everything else, so that one converter and one set of problems serves all.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jinja2 import Environment
from mkdocs.commands.build import build, get_context
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from newsroom.addresses import base_of
from newsroom.body import Heading
from newsroom.build import OVERRIDES, Build, begin, compiled_templates, theirs_of
from newsroom.circumstances import Circumstances
from newsroom.codes import Code
from newsroom.page import Page as Document
from newsroom.pictures import PICTURE_TYPES
from newsroom.press import Frame
from newsroom.problem import ConfigurationError, ContentError, Problem
from newsroom.render.documents import document_head
from newsroom.render.frame import footer_html, sections_bar_html
from newsroom.render.leaf import Leaf
from newsroom.render.shell import BODY_SLOT, HEAD_SLOT, TITLE_SLOT, Shell, root_links
from newsroom.render.single_pages import NOT_FOUND
from newsroom.settings import read_settings
from newsroom.source import DocumentType, document_type

log = logging.getLogger("mkdocs.newsroom")

_UNUSED_THEME_FILES: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
_SKIP_TARGET: Final = "noi-dung"


@dataclass
class _Pages:
    """What the pages of one build need of MkDocs: its templates, files, navigation, and the shells made of them."""

    build: Build
    config: MkDocsConfig
    navigation: Navigation | None = None
    environment: Environment | None = None
    files: Files | None = None
    shells: dict[tuple[str, int, bool], Shell] = field(default_factory=dict)


_pages: _Pages | None = None


def _running() -> _Pages:
    assert _pages is not None, "on_pre_build runs first"
    return _pages


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take over what MkDocs would do in its own way: search maps, the page for wrong addresses."""
    config.theme.static_templates -= {"sitemap.xml", "404.html"}
    config.validation.nav.not_found = logging.DEBUG
    config.validation.nav.omitted_files = logging.DEBUG
    if address := Circumstances.from_environment().site_url:
        config.site_url = address.rstrip("/") + "/"
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Proofread everything, then send MkDocs to a folder of its own: the site is touched by the press alone, at the end."""
    global _pages
    file, site = Path(config.config_file_path), Path(config.site_dir)
    try:
        running = begin(file, Path(config.docs_dir), site, strict=config.strict)
    except ContentError as error:
        raise PluginError(f"{error}\n{len(error.problems)} chỗ cần sửa; chưa dựng trang.") from error
    config.site_dir = str(theirs_of(file.parent))
    _pages = _Pages(running, config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave MkDocs the documentation pages, attachments and theme files only."""
    return Files([file for file in files if _is_for_mkdocs(file.src_uri)])


def _is_for_mkdocs(uri: str) -> bool:
    if uri in ("404.html", "sitemap.xml"):
        return False
    if uri.startswith("assets/"):
        return not uri.startswith(_UNUSED_THEME_FILES) and not uri.endswith(".map")
    if uri.lower().endswith(PICTURE_TYPES):
        return False
    return not uri.endswith(".md") or document_type(uri) is DocumentType.PAGE


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the navigation: the shells are rendered with it."""
    _running().navigation = nav
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Our converter has done the body already; MkDocs need not."""
    document = _document(page)
    page.meta = {"title": escape(document.title)}  # the theme draws it in the menu as it is
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The converted body and its table of contents."""
    body = _running().build.edition.body(page.file.src_uri)
    top = AnchorLink("", _SKIP_TARGET, 1)
    top.children = [_anchor(heading) for heading in body.headings]
    page.toc = TableOfContents([top])
    return body.html


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What our templates add to a documentation page."""
    document = _document(page)
    context["newsroom"] = {
        **_frame(page.url, ""),
        "title": f"{document.title} – {config.site_name}",
        "heading": document.title,
        "head": document_head(_running().build.edition, document),
        "updated": document.updated.strftime("%d/%m/%Y") if document.updated else "",
    }
    return context


def _document(page: Page) -> Document:
    return _running().build.proof.library.page_by_uri[page.file.src_uri]


def _frame(url: str, place: str) -> dict[str, str]:
    edition, base = _running().build.edition, base_of(url)
    return {"sections_bar": sections_bar_html(edition, base, place), "footer": footer_html(edition, base)}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Remember what shells are made of."""
    running = _running()
    running.environment, running.files = env, files
    env.bytecode_cache = compiled_templates(running.build.root)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """MkDocs is done with its pages: bring the site to what it should be."""
    running = _running()
    fill = _whole_page if running.build.is_reference else _filled_shell
    frame = Frame(lambda plan: _shell(plan.url, plan.place).digest, lambda leaf: _rooted(leaf, fill(leaf)))
    try:
        running.build.print(frame, Path(__file__))
    finally:
        _end()


def on_build_error(error: Exception) -> None:
    """Whatever failed, the lock is given back."""
    _end()


def _end() -> None:
    global _pages
    if _pages is not None:
        _pages.build.end()
        _pages.config.site_dir = str(_pages.build.site)
        _pages = None


def _shell(url: str, place: str) -> Shell:
    """The shell for an address: the same for all pages of one menu entry at one depth."""
    shells = _running().shells
    key = (place, url.count("/"), url == NOT_FOUND)
    if key not in shells:
        slots = {"title": TITLE_SLOT, "head": HEAD_SLOT, "body": BODY_SLOT}
        shells[key] = Shell.cut(_render(url, place, slots))
    return shells[key]


def _filled_shell(leaf: Leaf) -> str:
    return _shell(leaf.url, leaf.place).fill(leaf)


def _rooted(leaf: Leaf, html: str) -> str:
    """The page for wrong addresses appears at any depth: its links start from the root of the host."""
    return root_links(html, _running().build.settings.base_path) if leaf.url == NOT_FOUND else html


def _whole_page(leaf: Leaf) -> str:
    """A page through the theme, without a shell: what `Shell.fill` must equal."""
    return _render(leaf.url, leaf.place, {"title": escape(leaf.title), "head": leaf.head, "body": leaf.body})


def _render(url: str, place: str, parts: dict[str, str]) -> str:
    """The theme's page with the given parts, its menu entry active."""
    running = _running()
    nav, files, environment, config = running.navigation, running.files, running.environment, running.config
    assert nav is not None
    assert files is not None
    assert environment is not None
    page = Page(config.site_name, _stand_in(url, config), config)
    page.toc = TableOfContents([AnchorLink("", _SKIP_TARGET, 1)])
    page.meta = {"hide": ["navigation", "toc", "footer"]}
    links = [item for item in _links(nav.items) if item.url == place]
    _activate(links, True)
    ours = {**_frame(url, place), **parts}
    html = environment.get_template("shell.html").render(get_context(nav, files, config, page), newsroom=ours)
    _activate(links, False)
    return html


def _stand_in(url: str, config: MkDocsConfig) -> File:
    """A file at the depth of the page: the theme asks it only for the way to the root."""
    uri = "/".join(["x"] * url.count("/") + ["index.md"])
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
    """The preview follows the templates too, and keeps showing the last good site while a text has problems."""

    def build_patiently() -> None:
        try:
            builder()
        except Abort:
            log.warning("Trang đang hiện là lần dựng đúng gần nhất; sửa xong, lưu lại là trang tự đổi.")

    server.builder = build_patiently
    server.watch(str(Path(config.config_file_path).parent / OVERRIDES))
    return server


def run_build(config_file: Path, site_dir: Path, *, strict: bool) -> None:
    """Build the site into `site_dir`.

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
    try:
        build(config)
    except Abort as abort:
        known = _content_error_behind(abort)
        raise known or ConfigurationError([_configuration_problem(config_file, str(abort))]) from None
    except MkDocsConfigurationError as error:
        raise ConfigurationError([_configuration_problem(config_file, str(error))]) from error


def run_serve(config_file: Path, port: int) -> None:
    """Preview the site on 127.0.0.1 until interrupted; the content's problems are printed, the last good site stays."""
    _show_warnings(logging.INFO)
    serve(str(config_file), dev_addr=f"127.0.0.1:{port}")


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
