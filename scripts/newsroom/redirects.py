"""Redirects: old addresses lead to the document that lives on – here, or on the site that took the article over.

HTML stubs work everywhere; the maps are for web servers (nginx, Caddy) and, as CSV, for whoever runs the old host.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Final, NamedTuple
from urllib.parse import quote

from newsroom.addresses import MOVES, base_of, file_of
from newsroom.card import Card
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.policy import STILL
from newsroom.render.plan import FilePlan
from newsroom.rules.addresses import alias_address
from newsroom.settings import Settings

_NONE: Final = "# Chưa có địa chỉ cũ nào.\n"
"""A map without an entry: nobody publishes an empty file, that is what a full disk leaves."""
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


class Move(NamedTuple):
    """An old address, where it leads (below the root, or a full address elsewhere), and the source it was of."""

    old: str
    new: str
    uri: str


def redirect_plans(library: Library) -> Iterator[FilePlan]:
    """A stub for every alias, and the maps `chuyen-huong.map` (nginx), `.caddy` and `.csv`.

    nginx: `map $uri $new { include chuyen-huong.map; }`; Caddy: `import chuyen-huong.caddy`.
    """
    settings = library.settings
    moves = sorted(_moves(library))
    own = {card.url for card in library.cards}
    for move in moves:
        if move.old not in own:
            yield FilePlan(file_of(move.old), digest(move.old, move.new), partial(_stub, settings, move))
    inputs = digest(moves)
    yield FilePlan(f"{MOVES}.map", inputs, partial(_nginx, settings, moves))
    yield FilePlan(f"{MOVES}.caddy", inputs, partial(_caddy, settings, moves))
    yield FilePlan(f"{MOVES}.csv", inputs, partial(_csv, settings, moves))


def _moves(library: Library) -> Iterator[Move]:
    """Every alias; and the own address of an article that another site took over."""
    archive = library.settings.archive
    forwards = archive is not None and archive.forward
    for card in library.cards if forwards else [card for card in library.cards if card.aliases or card.moved_to]:
        elsewhere = card.moved_to or (_successor(library, card) if forwards else "")
        for alias in card.aliases:
            yield Move(alias_address(alias), elsewhere or card.url, card.uri)
        if elsewhere:
            yield Move(card.url, elsewhere, card.uri)
    for document in library.others:
        for alias in document.aliases:
            yield Move(alias_address(alias), document.url, document.source_file.uri)


def _successor(library: Library, card: Card) -> str:
    """The address of an article on the site of the unit that took its place over, "" when there is none."""
    lineage = library.entities.lineage
    heirs = (heir for unit in library.entities.units_of(card) for heir in lineage.heirs_of(unit))
    site = next((heir.site for heir in heirs if heir.site), "")
    return f"{site.rstrip('/')}/{card.url}" if site else ""


def _full(settings: Settings, new: str) -> str:
    return new if "://" in new else settings.absolute(new)


def _stub(settings: Settings, move: Move) -> str:
    relative = escape(move.new if "://" in move.new else base_of(move.old) + move.new)
    return _STUB.format(policy=STILL, canonical=escape(_full(settings, move.new)), relative=relative)


def _rooted(settings: Settings, new: str) -> str:
    """Where a move leads, in signs that mean nothing in the configuration of a web server: ";", "$", "{" and "'" do."""
    return quote(new if "://" in new else f"{settings.base_path}{new}", safe="/?&=%#:+,")


def _nginx(settings: Settings, moves: list[Move]) -> str:
    lines = (f"{settings.base_path}{move.old} {_rooted(settings, move.new)};\n" for move in moves)
    return "".join(lines) or _NONE


def _caddy(settings: Settings, moves: list[Move]) -> str:
    lines = (f"redir {settings.base_path}{move.old} {_rooted(settings, move.new)} permanent\n" for move in moves)
    return "".join(lines) or _NONE


def _csv(settings: Settings, moves: list[Move]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(("old", "new", "source"))
    writer.writerows((f"{settings.base_path}{move.old}", _full(settings, move.new), move.uri) for move in moves)
    return sheet.getvalue()
