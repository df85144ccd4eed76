"""Redirects: old addresses lead to the document that lives on. HTML stubs work everywhere; the map is for web servers."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from newsroom.addresses import base_of, file_of
from newsroom.library import Library
from newsroom.render.leaf import GeneratedFile
from newsroom.rules.addresses import alias_key

_STUB: Final = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Trang đã chuyển</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={relative}">
</head>
<body><main><h1>Trang đã chuyển</h1><p><a href="{relative}">Sang địa chỉ mới</a></p></main></body>
</html>
"""


def redirect_files(library: Library) -> Iterator[GeneratedFile]:
    """A stub for every alias, and `chuyen-huong.map` for nginx (`map $uri $new { include chuyen-huong.map; }`)."""
    pairs = sorted((alias, document.url) for document in library.documents for alias in document.aliases)
    settings = library.settings
    for alias, url in pairs:
        old = alias_address(alias)
        relative = base_of(old) + url
        stub = _STUB.format(canonical=escape(settings.absolute(url)), relative=escape(relative))
        yield GeneratedFile(file_of(old), stub)
    lines = (f"{settings.base_path}{alias_address(alias)} {settings.base_path}{url};\n" for alias, url in pairs)
    yield GeneratedFile("chuyen-huong.map", "".join(lines))


def alias_address(alias: str) -> str:
    """The address of an alias below the root, in its own letters."""
    path = alias.strip("/")
    return f"{path}/" if alias_key(alias).endswith("/") else path
