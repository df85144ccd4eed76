"""Redirects: old addresses lead to the document that lives on. HTML stubs work everywhere; the map is for web servers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Final

from newsroom.addresses import base_of, file_of
from newsroom.card import Card
from newsroom.library import Library, Other
from newsroom.policy import STILL
from newsroom.render.plan import FilePlan, digest
from newsroom.rules.addresses import alias_address
from newsroom.settings import Settings

_STUB: Final = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
{policy}
<title>Trang đã chuyển</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={relative}">
</head>
<body><main><h1>Trang đã chuyển</h1><p><a href="{relative}">Sang địa chỉ mới</a></p></main></body>
</html>
"""


def redirect_plans(library: Library) -> Iterator[FilePlan]:
    """A stub for every alias, and `chuyen-huong.map` for nginx (`map $uri $new { include chuyen-huong.map; }`)."""
    documents: tuple[Card | Other, ...] = (*library.cards, *library.others)
    pairs = sorted((alias_address(alias), document.url) for document in documents for alias in document.aliases)
    for old, url in pairs:
        yield FilePlan(file_of(old), digest(old, url), partial(_stub, library.settings, old, url))
    yield FilePlan("chuyen-huong.map", digest(pairs), partial(_map, library.settings, pairs))


def _stub(settings: Settings, old: str, url: str) -> str:
    relative = escape(base_of(old) + url)
    return _STUB.format(policy=STILL, canonical=escape(settings.absolute(url)), relative=relative)


def _map(settings: Settings, pairs: list[tuple[str, str]]) -> str:
    root = settings.base_path
    return "".join(f"{root}{old} {root}{url};\n" for old, url in pairs)
