"""Open data: every table as CSV and JSON, with the JSON Schema of its rows and a catalogue of all files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from typing import Final

from newsroom.addresses import DATA
from newsroom.digests import digest
from newsroom.render.plan import FilePlan
from newsroom.render.tables import Cell, Column, Form, Part, Row, Table
from newsroom.settings import Settings

CATALOGUE: Final = f"{DATA}danh-muc.json"
_BYTE_ORDER_MARK: Final = "\ufeff"
"""Spreadsheets take a CSV without it for text in the letters of their country."""
_FORMULA: Final = frozenset("=+-@\t\r")
"""Beginnings that make a spreadsheet compute a text."""
_FORMATS: Final = (Form.DAY, Form.MOMENT, Form.ADDRESS)


def open_data_plans(settings: Settings, tables: tuple[Table, ...]) -> Iterator[FilePlan]:
    """The files of every table, and the catalogue."""
    for table in tables:
        yield FilePlan(table.schema_path, digest(table.slug), partial(_schema, settings, table))
        for part in table.parts:
            yield FilePlan(table.path(part, "csv"), part.inputs, partial(_csv, table, part))
            yield FilePlan(table.path(part, "json"), part.inputs, partial(_json, settings, table, part))
    catalogue = _pretty(_catalogue(settings, tables))
    yield FilePlan(CATALOGUE, digest(catalogue), lambda: catalogue)


def _csv(table: Table, part: Part) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(column.key for column in table.columns)
    writer.writerows(map(_flat, part.rows()))
    return _BYTE_ORDER_MARK + sheet.getvalue()


def _flat(row: Row) -> list[str | int | float]:
    return [_flat_cell(cell) for cell in row]


def _flat_cell(cell: Cell) -> str | int | float:
    match cell:
        case str():
            return _harmless(cell)
        case tuple():
            return _harmless("; ".join(cell))
        case None:
            return ""
        case int() | float():
            return cell


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in _FORMULA else text


def _json(settings: Settings, table: Table, part: Part) -> str:
    keys = [column.key for column in table.columns]
    head = {
        "name": table.name,
        "site": settings.url,
        **_licence(settings),
        "schema": settings.absolute(table.schema_path),
    }
    encode = json.JSONEncoder(ensure_ascii=False).encode
    rows = [encode(dict(zip(keys, row, strict=True))) for row in part.rows()]
    told = encode(head)[:-1]
    return f'{told}, "rows": [\n' + ",\n".join(rows) + "\n]}\n"


def _licence(settings: Settings) -> dict[str, object]:
    licence = settings.data_licence
    return {"licence": {"name": licence.name, "url": licence.url}} if licence else {"reuse": settings.imprint.reuse}


def _schema(settings: Settings, table: Table) -> str:
    return _pretty(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": settings.absolute(table.schema_path),
            "title": table.name,
            "description": table.about,
            "type": "object",
            "additionalProperties": False,
            "required": [column.key for column in table.columns],
            "properties": {column.key: _property(column) for column in table.columns},
        }
    )


def _property(column: Column) -> dict[str, object]:
    form: dict[str, object] = {"description": column.meaning}
    kind = "string" if column.form in _FORMATS else column.form.value
    form["type"] = kind if column.is_known else [kind, "null"]
    if column.form in _FORMATS:
        form["format"] = column.form.value
    if column.form is Form.LIST:
        form["items"] = {"type": "string"}
    return form


def _catalogue(settings: Settings, tables: tuple[Table, ...]) -> dict[str, object]:
    return {
        "site": settings.name,
        "url": settings.url,
        **_licence(settings),
        "tables": [
            {
                "id": table.slug,
                "name": table.name,
                "description": table.about,
                "schema": settings.absolute(table.schema_path),
                "rows": table.count,
                "files": [
                    {
                        "part": part.name,
                        "rows": part.count,
                        "csv": settings.absolute(table.path(part, "csv")),
                        "json": settings.absolute(table.path(part, "json")),
                    }
                    for part in table.parts
                ],
            }
            for table in tables
        ],
    }


def _pretty(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
