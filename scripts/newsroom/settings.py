"""The site's own facts: name, address, owner, imprint, sections. They stand in `mkdocs.yml`, most under `extra: newsroom:`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

from newsroom.archival import Archival
from newsroom.codes import Code
from newsroom.configuration import (
    NavigationEntry,
    child,
    extensions,
    is_extension,
    is_self_contained,
    is_unsafe,
    navigation,
    text,
)
from newsroom.fields import (
    Choice,
    Desk,
    Flag,
    Group,
    HostName,
    Identifier,
    Many,
    RelativeFile,
    Text,
    read_record,
)
from newsroom.front_matter import parse
from newsroom.hosts import Hosts, is_web_address
from newsroom.imprint import Imprint, Licence
from newsroom.nodes import Mapping, locate
from newsroom.problem import ConfigurationError, ContentError, Problem
from newsroom.source import decode
from newsroom.vocabulary import SiteKind

_REQUIRED_BY_KIND: Final = {
    SiteKind.STATE_PORTAL: ("address", "phone"),
    SiteKind.AGGREGATOR: ("address", "phone", "licence"),
    SiteKind.NEWSPAPER: ("address", "phone", "licence"),
    SiteKind.INTERNAL: (),
}
"""Imprint fields that a kind of site may not leave empty (Nghị định 174/2026, as law firms tell of it; licence: 147/2024)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section (chuyên mục) of the news."""

    slug: Annotated[str, Identifier("Mã chuyên mục")]
    name: Annotated[str, Text("Tên chuyên mục", longest=60)]
    about: Annotated[str, Text("Giới thiệu chuyên mục", longest=300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What stands under `extra: newsroom:`."""

    kind: Annotated[SiteKind, Choice("Loại trang", words=SiteKind)]
    imprint: Annotated[Imprint, Group("Đơn vị quản lý trang", record=Imprint)]
    sections: Annotated[tuple[Section, ...], Many("Chuyên mục", each=Group("Chuyên mục", record=Section), least=1)]
    tagline: Annotated[str, Text("Dòng giới thiệu")] = ""
    notice_section: Annotated[str, Identifier("Chuyên mục thông báo")] = ""
    picture: Annotated[str, RelativeFile("Ảnh chung của trang, dùng khi chia sẻ")] = ""
    data_licence: Annotated[Licence | None, Group("Giấy phép của dữ liệu mở", record=Licence)] = None
    archive: Annotated[Archival | None, Group("Chế độ lưu trữ", record=Archival)] = None
    glosses: Annotated[
        bool, Flag("Thêm “(nay là …)”", "Sau tên cũ ở lần nhắc đầu; đặt false để tắt trên toàn trang.")
    ] = True
    trusted_hosts: Annotated[tuple[str, ...], Many("Trang ngoài đã xem", each=HostName("Tên trang ngoài"))] = ()
    footer: Annotated[tuple[str, ...], Many("Trang nêu ở chân trang", each=RelativeFile("Tệp .md trong docs/"))] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the library needs to know of the site."""

    name: str
    url: str
    description: str
    kind: SiteKind
    imprint: Imprint
    sections: tuple[Section, ...]
    tagline: str
    notice_section: str
    picture: NavigationEntry
    data_licence: Licence | None
    archive: Archival | None
    glosses: bool
    footer: tuple[str, ...]
    docs_dir: str
    site_dir: str
    navigation: tuple[NavigationEntry, ...]
    extensions: tuple[tuple[str, dict[str, object]], ...]
    trusted_hosts: tuple[str, ...]
    is_self_contained: bool

    @property
    def base_path(self) -> str:
        """The path of the site on its host, with slashes at both ends: "/" or "/kho/"."""
        return f"/{urlsplit(self.url).path.strip('/')}/".replace("//", "/")

    @property
    def hosts(self) -> Hosts:
        """The sites that texts may lead to."""
        return Hosts(self.url, self.trusted_hosts)

    def absolute(self, uri: str) -> str:
        """The full address of a page or file of the site."""
        return self.url + uri


def read_settings(path: Path, site_url: str | None = None) -> Settings:
    """Read `mkdocs.yml`; `site_url` overrides the address written there.

    Raises ConfigurationError with all its problems.
    """
    desk, (written, root) = Desk(path.name), _read(path)
    facts = _read_facts(root, desk)
    url = site_url or text(root, "site_url")
    _check_basics(root, url, path, desk)
    if desk.problems or facts is None:
        raise ConfigurationError(desk.problems)
    return Settings(
        name=text(root, "site_name"),
        url=url.rstrip("/") + "/",
        description=text(root, "site_description"),
        kind=facts.kind,
        imprint=facts.imprint,
        sections=facts.sections,
        tagline=facts.tagline,
        notice_section=facts.notice_section,
        picture=next(
            iter(navigation(child(child(root.get("extra"), "newsroom"), "picture"))), NavigationEntry("", 1, 1)
        ),
        data_licence=facts.data_licence,
        archive=facts.archive,
        glosses=facts.glosses,
        footer=facts.footer,
        docs_dir=text(root, "docs_dir") or "docs",
        site_dir=text(root, "site_dir") or "site",
        navigation=(
            *navigation(root.get("nav")),
            *navigation(child(child(root.get("extra"), "newsroom"), "footer")),
        ),
        extensions=tuple(extensions(root.get("markdown_extensions"))),
        trusted_hosts=facts.trusted_hosts,
        is_self_contained=is_self_contained(root, written),
    )


def _read(path: Path) -> tuple[str, Mapping]:
    """The text of `mkdocs.yml` and its nodes.

    Raises ConfigurationError.
    """
    try:
        written = decode(path.read_bytes(), path.name)
        return written, parse(written, path.name, 1, trusted=True)
    except OSError:
        cure = "chạy lệnh từ thư mục gốc của dự án"
        problem = Problem(path.name, 1, 1, Code.CONFIGURATION, "không đọc được tệp cấu hình", cure)
        raise ConfigurationError([problem]) from None
    except ContentError as error:
        raise ConfigurationError(error.problems) from None


def _check_basics(root: Mapping, url: str, path: Path, desk: Desk) -> None:
    if not text(root, "site_name").strip():
        desk.report(root, Code.CONFIGURATION, "thiếu site_name: tên trang", "thêm dòng site_name: …")
    if not is_web_address(url):
        place, message = root.get("site_url") or root, "thiếu hoặc sai site_url: địa chỉ công khai của trang"
        desk.report(place, Code.CONFIGURATION, message, "viết dòng site_url: https://…/")
    docs = text(root, "docs_dir") or "docs"
    if not (path.parent / docs).is_dir():
        desk.report(root.get("docs_dir") or root, Code.CONFIGURATION, f"không thấy thư mục “{docs}”", "sửa docs_dir")
    node = root.get("markdown_extensions") or root
    for name, _ in extensions(root.get("markdown_extensions")):
        if not is_extension(name):
            desk.report(node, Code.CONFIGURATION, f"không có phần mở rộng Markdown “{name}”", "sửa markdown_extensions")
        if is_unsafe(name):
            message = f"phần mở rộng Markdown “{name}” cho bài chèn tệp, thẻ hay thuộc tính"
            desk.report(node, Code.CONFIGURATION, message, "bỏ khỏi markdown_extensions")


def _read_facts(root: Mapping, desk: Desk) -> _Facts | None:
    extra = root.get("extra")
    node = child(extra, "newsroom")
    if not isinstance(node, Mapping):
        cure = "chép phần extra: newsroom: từ mkdocs.yml mẫu"
        desk.report(extra or root, Code.CONFIGURATION, "thiếu phần extra: newsroom:", cure)
        return None
    facts = read_record(_Facts, node, desk)
    if facts:
        _check_facts(facts, node, desk)
    return facts


def _check_facts(facts: _Facts, node: Mapping, desk: Desk) -> None:
    imprint = node.get("imprint") or node
    for field in _REQUIRED_BY_KIND[facts.kind]:
        if not getattr(facts.imprint, field):
            message = f"loại trang “{facts.kind.label}” phải khai báo imprint.{field}"
            desk.report(imprint, Code.CONFIGURATION, message, "điền đủ trước khi công bố")
    slugs = [section.slug for section in facts.sections]
    for number, slug in enumerate(slugs):
        if slug in slugs[:number]:
            place = locate(node, "sections", number, "slug")
            desk.report(place, Code.CONFIGURATION, f"chuyên mục {slug} khai báo hai lần", "giữ lại một")
    if facts.notice_section and facts.notice_section not in slugs:
        message = f"notice_section “{facts.notice_section}” không có trong sections"
        desk.report(locate(node, "notice_section"), Code.CONFIGURATION, message, f"chọn: {', '.join(slugs)}")
