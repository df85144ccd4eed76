"""Unknown fields: what was meant by a key that no field of the record has."""

from __future__ import annotations

import re
from collections.abc import Mapping as Json
from difflib import get_close_matches
from itertools import takewhile
from typing import Any, Final, NamedTuple

from newsroom.codes import Code
from newsroom.fields.numbers import Count
from newsroom.fields.reader import Reader, is_blank
from newsroom.nodes import Mapping, Node, Scalar
from newsroom.vietnamese import fold

_SYNONYMS: Final = {
    "section": ("category", "categories", "topic"),
    "lead": ("summary", "description", "excerpt", "abstract", "intro", "sapo", "lede"),
    "description": ("summary", "lead", "excerpt"),
    "summary": ("lead", "description", "abstract"),
    "title": ("headline", "heading", "name"),
    "name": ("title",),
    "authors": ("writer", "byline", "by"),
    "image": ("picture", "photo", "cover", "thumbnail"),
    "tags": ("keywords", "keyword", "labels"),
    "date": ("published", "publish_date", "day", "time"),
    "updated": ("modified", "lastmod"),
}
"""What other programs, or plain English, call a field; the first field that the record has is meant."""
_CLOSE: Final = 0.75
"""Of the letters in common: one slip in a word of four."""
_FEW: Final = 12
"""Fields that can be told in one line."""
_SHORTEST_WORD: Final = 3
_RUN_TOGETHER: Final = re.compile(r"([A-Za-z_]+)[:：=]\s*(\S.*)", re.DOTALL)
_DIGITS: Final = re.compile(r"-?\d+%?")


class Guess(NamedTuple):
    """A problem with a key: where it is told, its code, message and cure; `meant` is the field it stands for, if any."""

    node: Node
    code: Code
    message: str
    cure: str
    meant: str = ""


def guess(key: Scalar, record: Mapping, readers: Json[str, Reader[Any]]) -> Guess:
    """What is wrong with a key of `record` that none of `readers` is for."""
    return (
        _run_together(key, readers)
        or _behind_comma(key, record, readers)
        or _not_indented(key, record, readers)
        or _misnamed(key, readers)
    )


def _run_together(key: Scalar, readers: Json[str, Reader[Any]]) -> Guess | None:
    """`{name:Nguyễn Văn A}`: without a blank behind its colon all of it is the key."""
    found = _RUN_TOGETHER.fullmatch(key.text)
    if not found or found[1] not in readers:
        return None
    message = f"sau tên trường “{found[1]}” phải là dấu hai chấm và một dấu cách"
    return Guess(key, Code.BROKEN_YAML, message, f"viết “{found[1]}: {found[2]}”", found[1])


def _behind_comma(key: Scalar, record: Mapping, readers: Json[str, Reader[Any]]) -> Guess | None:
    """`{percent: 104,5}`, `{name: Báo Ví Dụ, số Tết}`: the comma ended the value, and what stands behind it is a key."""
    number = next(number for number, (other, _) in enumerate(record.entries) if other is key)
    if not is_blank(record.entries[number][1]):
        return None
    start = number
    while start and is_blank(record.entries[start][1]):
        start -= 1
    name, value = record.entries[start]
    if not isinstance(value, Scalar) or is_blank(value) or value.quoted or value.line != key.line:
        return None
    rest = [other.text for other, _ in takewhile(lambda entry: is_blank(entry[1]), record.entries[start + 1 :])]
    if name.text not in readers or any(text in readers for text in rest):
        return None
    if all(_DIGITS.fullmatch(part) for part in (value.text, *rest)):
        whole = value.text + ("" if isinstance(readers[name.text], Count) else ".") + "".join(rest).removesuffix("%")
        message = f"số “{','.join((value.text, *rest))}” có dấu phẩy"
        cure = f"viết {whole}; phần lẻ đứng sau dấu chấm, hàng nghìn không có dấu"
        return Guess(value, Code.BAD_NUMBER, message, cure)
    sentence = ", ".join((value.text, *rest))
    cure = f'nếu là câu có dấu phẩy thì đặt trong ngoặc kép: {name.text}: "{sentence}"'
    return Guess(record.entries[start + 1][0], Code.UNKNOWN_FIELD, f"không có trường “{rest[0]}”", cure)


def _not_indented(key: Scalar, record: Mapping, readers: Json[str, Reader[Any]]) -> Guess | None:
    """`image:` with `file: …` right below it, not indented."""
    for number, (name, value) in enumerate(record.entries):
        reader = readers.get(name.text)
        if reader and is_blank(value) and value.line <= key.line and key.text in reader.inner:
            is_first = record.entries[number + 1][0] is key
            start = "  " if reader.schema()["type"] == "object" else "  - " if is_first else "    "
            message = f"“{key.text}” là trường con của {name.text} mà chưa thụt vào"
            return Guess(key, Code.UNKNOWN_FIELD, message, f"đầu dòng có dấu cách: “{start}{key.text}: …”", name.text)
    return None


def _misnamed(key: Scalar, readers: Json[str, Reader[Any]]) -> Guess:
    message = f"không có trường “{key.text}”"
    word = key.text.lower().replace("-", "_")
    if word == "draft" and "status" in readers:
        cure = "viết “status: draft” nếu là bài nháp, không thì bỏ dòng này"
        return Guess(key, Code.UNKNOWN_FIELD, message, cure, "status")
    if meant := _by_label(key.text, readers) or _by_synonym(word, readers):
        return Guess(key, Code.UNKNOWN_FIELD, message, f"viết “{meant}: …”", meant)
    if meant := _by_likeness(word, readers):
        return Guess(key, Code.UNKNOWN_FIELD, message, f"có phải “{meant}”?", meant)
    few = f"các trường được dùng: {', '.join(readers)}"
    many = "bỏ dòng này, hoặc xem tên đúng ở bảng các trường trong sổ tay"
    return Guess(key, Code.UNKNOWN_FIELD, message, few if len(readers) <= _FEW else many)


def _by_label(text: str, readers: Json[str, Reader[Any]]) -> str:
    """The field whose Vietnamese label this is, or begins like: “ngày” is short for “Ngày giờ đăng”."""
    word = _label(text)
    labels = {name: _label(reader.label) for name, reader in readers.items()}
    exact = next((name for name, label in labels.items() if label == word), "")
    if exact or len(word) < _SHORTEST_WORD:
        return exact
    return next((name for name, label in labels.items() if label.startswith(f"{word} ")), "")


def _by_likeness(word: str, readers: Json[str, Reader[Any]]) -> str:
    """The field whose key, or else whose label, is written nearly so."""
    labels = {_label(reader.label): name for name, reader in readers.items()}
    near = get_close_matches(word, readers, n=1, cutoff=_CLOSE)
    near = near or [labels[label] for label in get_close_matches(_label(word), labels, n=1, cutoff=_CLOSE)]
    return near[0] if near else ""


def _label(text: str) -> str:
    return fold(text.replace("-", " ").replace("_", " "))


def _by_synonym(word: str, readers: Json[str, Reader[Any]]) -> str:
    return next((name for name, others in _SYNONYMS.items() if word in others and name in readers), "")
