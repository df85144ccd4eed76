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
from newsroom.circumstances import Circumstances
from newsroom.codes import Code
from newsroom.page import Page as Document
from newsroom.pictures import PICTURE_TYPES
from newsroom.press import write_site
from newsroom.problem import ConfigurationError, ContentError, Problem, Severity, errors_among
from newsroom.proof import Proof, proofread
from newsroom.render.documents import document_head
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.render.frame import footer_html, sections_bar_html
from newsroom.render.leaf import Leaf
from newsroom.render.shell import BODY_SLOT, HEAD_SLOT, TITLE_SLOT, Shell, root_links
from newsroom.render.single_pages import NOT_FOUND
from newsroom.settings import read_settings
from newsroom.source import DocumentType, document_type
from newsroom.stages import stage

log = logging.getLogger("mkdocs.newsroom")

CACHE: Final = ".cache"
OVERRIDES: Final = "overrides"
_UNUSED_THEME_FILES: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
_SKIP_TARGET: Final = "noi-dung"


@dataclass
class _Build:
    """What one build knows from one event to the next."""

    circumstances: Circumstances
    proof: Proof
    edition: Edition
    navigation: Navigation | None = None
    shells: dict[tuple[str, int, bool], Shell] = field(default_factory=dict)


_current: _Build | None = None


def _running() -> _Build:
    assert _current is not None, "on_pre_build runs first"
    return _current


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take over what MkDocs would do in its own way: search maps, the page for wrong addresses."""
    config.theme.static_templates -= {"sitemap.xml", "404.html"}
    config.validation.nav.not_found = logging.DEBUG
    config.validation.nav.omitted_files = logging.DEBUG
    if address := Circumstances.from_environment().site_url:
        config.site_url = address.rstrip("/") + "/"
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Proofread everything before MkDocs empties the site's folder: with a problem, nothing is touched."""
    global _current
    circumstances = Circumstances.from_environment()
    root = Path(config.config_file_path).parent
    try:
        settings = read_settings(Path(config.config_file_path), circumstances.site_url)
        with stage("đọc, kiểm tra, chuyển Markdown"):
            proof = proofread(Path(config.docs_dir), settings, circumstances.now)
        if errors_among(proof.problems, strict=config.strict):
            raise ContentError(proof.problems)
    except ContentError as error:
        raise PluginError(f"{error}\n{len(error.problems)} chỗ cần sửa; chưa dựng trang.") from error
    for problem in proof.problems:
        assert problem.severity is Severity.WARNING
        log.warning("%s", problem)
    environment = make_environment(root / OVERRIDES / "newsroom")
    _current = _Build(circumstances, proof, Edition(proof.library, proof.bodies, environment))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave MkDocs the documentation pages, attachments and theme files only."""
    return Files([file for file in files if _is_for_mkdocs(file.src_uri)])


def _is_for_mkdocs(uri: str) -> bool:
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
    page.meta = {"title": document.title, "description": document.description}
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The converted body and its table of contents."""
    body = _running().proof.bodies[page.file.src_uri]
    page.toc = TableOfContents([_anchor(heading) for heading in body.headings])
    return body.html


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What our templates add to a documentation page."""
    running = _running()
    document = _document(page)
    context["newsroom"] = {
        **_frame(page.url, ""),
        "title": f"{document.title} – {config.site_name}",
        "heading": document.title,
        "head": document_head(running.edition, document),
        "updated": document.updated.strftime("%d/%m/%Y") if document.updated else "",
    }
    return context


def _document(page: Page) -> Document:
    document = _running().proof.library.by_uri[page.file.src_uri]
    assert isinstance(document, Document)
    return document


def _frame(url: str, place: str, base: str = "") -> dict[str, str]:
    edition = _running().edition
    base = base or base_of(url)
    return {"sections_bar": sections_bar_html(edition, base, place), "footer": footer_html(edition, base)}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write every generated page and file."""
    running = _running()

    def shell_for(leaf: Leaf) -> Shell:
        key = (leaf.place, leaf.url.count("/"), leaf.url == NOT_FOUND)
        if key not in running.shells:
            running.shells[key] = _render_shell(env, config, files, leaf)
        return running.shells[key]

    cache = Path(config.config_file_path).parent / CACHE
    with stage("vẽ trang, tin, mục lục tìm kiếm, ảnh"):
        pages = write_site(running.edition, shell_for, Path(config.site_dir), cache, running.circumstances.jobs)
    log.info("%d trang tự sinh, %d trang tài liệu", pages, len(running.proof.library.pages))
    return env


def _render_shell(env: Environment, config: MkDocsConfig, files: Files, leaf: Leaf) -> Shell:
    """The theme's page around a leaf, with its menu entry active."""
    nav = _running().navigation
    assert nav is not None
    wrong_address = leaf.url == NOT_FOUND
    base = _running().proof.library.settings.base_path if wrong_address else ""
    page = Page(config.site_name, _stand_in(leaf, config), config)
    page.toc = TableOfContents([AnchorLink("", _SKIP_TARGET, 1)])
    page.meta = {"hide": ["navigation", "toc", "footer"]}
    links = [item for item in _links(nav.items) if item.url == leaf.place]
    _activate(links, True)
    slots = {"title": TITLE_SLOT, "head": HEAD_SLOT, "body": BODY_SLOT}
    ours = {**_frame(leaf.url, leaf.place, base), **slots}
    html = env.get_template("shell.html").render(get_context(nav, files, config, page), newsroom=ours)
    _activate(links, False)
    return Shell.cut(root_links(html, base) if base else html)


def _stand_in(leaf: Leaf, config: MkDocsConfig) -> File:
    """A file at the depth of the leaf: the theme asks it only for the way to the root."""
    depth = leaf.url.count("/")
    uri = "/".join(["x"] * depth + ["index.md"])
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
    try:
        build(load_config(str(config_file), site_dir=str(site_dir), strict=strict))
    except MkDocsConfigurationError as error:
        raise ConfigurationError([_configuration_problem(config_file, str(error))]) from error
    except Abort as abort:
        known = _content_error_behind(abort)
        raise known or ContentError([_configuration_problem(config_file, str(abort))]) from None


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
    return Problem(config_file.name, 1, 1, Code.CONFIGURATION, message.splitlines()[0], "sửa tệp cấu hình rồi chạy lại")


def _content_error_behind(error: BaseException | None) -> ContentError | None:
    while error is not None:
        if isinstance(error, ContentError):
            return error
        error = error.__cause__ or error.__context__
    return None
