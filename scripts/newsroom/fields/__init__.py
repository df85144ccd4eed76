"""Field readers: each turns a front-matter node into a typed value, or says in Vietnamese why it cannot.

A document type is a frozen dataclass whose annotations carry a reader:
`title: Annotated[str, Text("Tiêu đề", …)]`. That one declaration is the source of validation, JSON Schema,
the handbook's tables and the scaffolder.
"""

from newsroom.fields.choices import Choice, Flag
from newsroom.fields.numbers import Count, Quantity
from newsroom.fields.reader import Desk, Reader
from newsroom.fields.records import Group, Many, field_readers, read_record, record_schema, required_fields
from newsroom.fields.texts import HostName, Identifier, OfficialCode, OldAddress, RelativeFile, Text, WebAddress
from newsroom.fields.times import Day, Moment, Partial

__all__ = [
    "Choice",
    "Count",
    "Day",
    "Desk",
    "Flag",
    "Group",
    "HostName",
    "Identifier",
    "Many",
    "Moment",
    "OfficialCode",
    "OldAddress",
    "Partial",
    "Quantity",
    "Reader",
    "RelativeFile",
    "Text",
    "WebAddress",
    "field_readers",
    "read_record",
    "record_schema",
    "required_fields",
]
