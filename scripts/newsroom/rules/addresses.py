"""Rules on addresses: one address, one document."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.codes import Code
from newsroom.library import Document, Library
from newsroom.problem import Problem

RESERVED: tuple[str, ...] = ("chuyen-muc", "luu-tru", "tac-gia", "nhan-su", "tim-kiem", "du-lieu", "assets", "anh-bai")
"""Folders whose pages the generator writes itself; no source may stand in them."""
_GENERATED_PAGES = frozenset(("", "chi-bo/", "tin-tuc/", "404/"))


def addresses_are_unique(library: Library) -> Iterator[Problem]:
    """No two documents, generated pages or aliases share an address, whatever the case of the letters."""
    taken: dict[str, str] = {}
    documents: list[Document] = [*library.documents, *library.withheld]
    for document in sorted(documents, key=lambda d: d.source_file.uri):
        url = document.url
        source = document.source_file
        if url in _GENERATED_PAGES or url.partition("/")[0] in RESERVED:
            message = f"địa chỉ /{url} dành cho trang tự sinh"
            yield source.problem(Code.SAME_ADDRESS, message, "đặt tệp sang thư mục khác hoặc đổi tên")
        elif url.casefold() in taken:
            message = f"địa chỉ /{url} đã thuộc về {taken[url.casefold()]}"
            yield source.problem(Code.SAME_ADDRESS, message, "đổi tên một trong hai tệp")
        taken.setdefault(url.casefold(), source.path)
    yield from _aliases_are_free(documents, taken)
    yield from _files_stay_out(library)


def _files_stay_out(library: Library) -> Iterator[Problem]:
    for uri in sorted(library.files):
        if not uri.endswith(".md") and uri.partition("/")[0] in RESERVED:
            message = f"thư mục {uri.partition('/')[0]}/ dành cho trang tự sinh"
            yield Problem(f"{library.docs.name}/{uri}", 1, 1, Code.SAME_ADDRESS, message, "đặt tệp sang thư mục khác")


def _aliases_are_free(documents: list[Document], taken: dict[str, str]) -> Iterator[Problem]:
    for document in sorted(documents, key=lambda d: d.source_file.uri):
        source = document.source_file
        for number, alias in enumerate(document.aliases):
            key = alias_key(alias)
            if key in taken or key.partition("/")[0] in RESERVED or key in _GENERATED_PAGES:
                message = f"địa chỉ cũ {alias} đã thuộc về {taken.get(key, 'trang tự sinh')}"
                yield source.problem(Code.SAME_ADDRESS, message, "bỏ địa chỉ cũ này", "aliases", number)
            taken.setdefault(key, source.path)


def alias_key(alias: str) -> str:
    """The address an alias takes up: "/a/b" and "/a/b/" are one, "/a/b.html" is a file."""
    path = alias.strip("/").casefold()
    return path if path.endswith((".html", ".htm", ".aspx", ".php")) else f"{path}/"
