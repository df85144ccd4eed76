"""Rules on addresses: one address, one document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from newsroom.addresses import (
    ARCHIVE,
    ARTICLES,
    AUTHORS,
    BRANCHES,
    COMPARISON,
    DATA,
    DOCUMENTS,
    FEED,
    HEADERS,
    JSON_FEED,
    LIST_PAGES,
    MOVES,
    NOT_FOUND,
    PEOPLE,
    PICTURES,
    PROGRAMMES,
    ROBOTS,
    SEARCH,
    SECTIONS,
    SERVERS,
    SITEMAP,
    SITEMAPS,
    THEME_FILES,
    UNITS,
    file_of,
    url_of,
)
from newsroom.codes import Code
from newsroom.folders import folders_above
from newsroom.library import Library
from newsroom.problem import Problem

RESERVED: Final = frozenset(
    folder.rstrip("/")
    for folder in (
        *(SECTIONS, ARCHIVE, AUTHORS, PEOPLE, SEARCH),
        *(DATA, PICTURES, THEME_FILES, SITEMAPS, SERVERS),
    )
)
"""Folders whose pages the generator writes itself; no source may stand in them."""
_PAGES: Final = ("", ARTICLES, BRANCHES, COMPARISON, DOCUMENTS, PROGRAMMES, UNITS)
"""Pages that the generator writes in folders of sources; that of all articles is kept free."""
_GENERATED_PAGES: Final = frozenset((*_PAGES, "404/"))
_GENERATED_FILES: Final = frozenset(
    (
        *map(file_of, _PAGES),
        *(NOT_FOUND, FEED, JSON_FEED, SITEMAP, ROBOTS, HEADERS),
        *(f"{MOVES}.{reader}" for reader in ("map", "caddy", "csv")),
        "manifest.sha256",
    )
)
_LISTING: Final = (BRANCHES, DOCUMENTS, PROGRAMMES, UNITS)
"""Folders of sources whose pages list the articles that name them."""
_LIST_PAGE: Final = re.compile(rf"(?P<landing>.+/){LIST_PAGES}[1-9]\d*/index\.html")
_PAGE_ENDINGS: Final = (".html", ".htm", ".aspx", ".php")
"""Endings that old portals gave their pages."""
Document = tuple[str, str, tuple[str, ...]]
"""Path, address and aliases."""


def addresses_are_unique(library: Library) -> Iterator[Problem]:
    """No two documents, generated pages or aliases share an address, whatever the case of the letters."""
    documents = _documents(library)
    pages = {url.casefold(): uri for uri, url, _ in documents}
    if len(pages) < len(documents) or any(map(_is_taken_by_us, pages)):
        yield from _clashes(library, sorted(documents))
    yield from _aliases_are_free(library, sorted([document for document in documents if document[2]]), pages)
    yield from _files_stay_out(library, pages)


def _clashes(library: Library, documents: Iterable[Document]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for uri, url, _ in documents:
        folded = url.casefold()
        if _is_taken_by_us(url):
            message = f"địa chỉ /{url} dành cho trang tự sinh"
            yield library.problem(uri, Code.SAME_ADDRESS, message, "đặt tệp sang thư mục khác hoặc đổi tên")
        elif folded in taken:
            message = f"địa chỉ /{url} đã thuộc về {library.docs.name}/{taken[folded]}"
            yield library.problem(uri, Code.SAME_ADDRESS, message, "đổi tên một trong hai tệp")
        taken.setdefault(folded, uri)


def _is_taken_by_us(url: str) -> bool:
    return url.partition("/")[0] in RESERVED or url in _GENERATED_PAGES


def is_generated(file: str) -> bool:
    """Whether the generator draws the page at this path below the site's root by itself."""
    return file in _GENERATED_FILES or file.partition("/")[0] in RESERVED


def _documents(library: Library) -> list[Document]:
    """Every document, public or not."""
    articles = [(card.uri, card.url, card.aliases) for card in (*library.cards, *library.withheld)]
    return [*articles, *((other.source_file.uri, other.url, other.aliases) for other in library.others)]


def _aliases_are_free(library: Library, documents: Sequence[Document], pages: Mapping[str, str]) -> Iterator[Problem]:
    """`pages` are the sources of all addresses, in small letters."""
    if not documents:
        return
    files = {uri.casefold(): uri for uri in library.files if not uri.endswith(".md")}
    folders = _folders_of((*pages, *files))
    for uri, _, aliases in documents:
        for number, alias in enumerate(aliases):
            file = alias_file(alias)
            if owner := _owner(library, file, pages, files, folders):
                message = f"địa chỉ cũ {alias} đã thuộc về {owner}"
                yield library.problem(uri, Code.SAME_ADDRESS, message, "bỏ địa chỉ cũ này", "aliases", number)
            if url_of(file) not in pages:
                files.setdefault(file, uri)
            folders.update(folders_above(file))


def _folders_of(files: Iterable[str]) -> set[str]:
    """Every folder that some file or page needs: each is asked for the one above it once."""
    found: set[str] = set()
    level = {file.rpartition("/")[0] for file in files}
    while level := level - found - {""}:
        found |= level
        level = {folder.rpartition("/")[0] for folder in level}
    return found


def _owner(
    library: Library, file: str, pages: Mapping[str, str], files: Mapping[str, str], folders: Collection[str]
) -> str:
    """Who has the file, or needs its name for a folder, or has the name of one of its folders for a file."""
    top = file.partition("/")[0]
    if top in RESERVED or file in _GENERATED_FILES:
        return "trang tự sinh"
    above = folders_above(file)
    if any(folder in _GENERATED_FILES for folder in above) or _is_at_list_pages((file, *above), pages):
        return "trang tự sinh"
    for path in (file, *above):
        if owner := files.get(path) or pages.get(url_of(path)):
            return f"{library.docs.name}/{owner}"
    return "một thư mục của trang" if file in folders else ""


def _is_at_list_pages(files: Iterable[str], pages: Mapping[str, str]) -> bool:
    """Whether one of the files may become an older page of the articles that name a document, once they are many."""
    found = (_LIST_PAGE.fullmatch(file) for file in files)
    return any(page["landing"].startswith(_LISTING) and page["landing"] in pages for page in found if page)


def _files_stay_out(library: Library, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Attachments leave generated pages, documents and one another alone, on systems that fold letters too."""
    files: dict[str, str] = {}
    for uri in sorted([uri for uri in library.files if not uri.endswith(".md")]):
        path = f"{library.docs.name}/{uri}"
        name = unicodedata.normalize("NFC", uri).casefold()
        above = folders_above(name)
        is_ours = name.partition("/")[0] in RESERVED or not _GENERATED_FILES.isdisjoint((name, *above))
        is_ours = is_ours or _is_at_list_pages(above, pages)
        taken = next((owner for file in (name, *above) if (owner := pages.get(url_of(file)) or files.get(file))), "")
        if is_ours or taken:
            owner = "trang tự sinh" if is_ours else f"{library.docs.name}/{taken}"
            message = f"địa chỉ /{uri} đã thuộc về {owner}"
            yield Problem(path, 1, 1, Code.SAME_ADDRESS, message, "đổi tên tệp hoặc đặt sang thư mục khác")
        files.setdefault(name, uri)


def alias_file(alias: str) -> str:
    """The file an alias is written to, in small letters: "/a/b", "/a/./b/" and "/a/b/index.html" are one."""
    return file_of(alias_address(alias)).casefold()


def alias_address(alias: str) -> str:
    """The address of an alias below the root, in its own letters: "/a/b" is the page "a/b/", "/a/b.html" a file, "/." the root."""
    path = "/".join(part for part in alias.split("/") if part not in ("", "."))
    return path if not path or path.casefold().endswith(_PAGE_ENDINGS) else f"{path}/"
