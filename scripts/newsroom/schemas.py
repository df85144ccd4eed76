"""Schemas: the fields of every kind of document as JSON Schema, for the programs that people write and check front matter with.

They come from the models, as validation and the handbook do; what only a whole archive tells is left to the rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from newsroom.fields import record_schema
from newsroom.handbook import RECORDS

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DOCUMENTS: Final = ("bai-viet", "ho-so", "van-ban", "don-vi", "chuong-trinh", "trang")
"""The records that are whole documents."""


def schema_files() -> Iterator[tuple[str, str]]:
    """The name of a file and what to write into it, for each kind of document."""
    for name in _DOCUMENTS:
        schema = {"$schema": _DIALECT, "title": name, **record_schema(RECORDS[name])}
        yield f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
