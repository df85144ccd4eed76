"""Scaffolding: the text of a new document that passes every rule, for the editor to fill in."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Final

from newsroom.article import Article
from newsroom.branch import BRANCH_FOLDER, Branch
from newsroom.front_matter import parse, split
from newsroom.official_document import DOCUMENT_FOLDER, OfficialDocument
from newsroom.source import Source
from newsroom.vietnamese import slugify
from newsroom.vocabulary import DocumentKind, Kind, Level

_LEAD: Final = (
    "Viết sa-pô ở đây: hai, ba câu nói ai làm gì, ở đâu, khi nào và vì sao đáng đọc; dài từ 80 đến 500 ký tự."
)
_SUMMARY: Final = "Viết tóm tắt ở đây: tổ chức đảng này là gì, ở đâu, trực thuộc tổ chức nào; dài từ 80 đến 500 ký tự."
_ABSTRACT: Final = "Viết trích yếu ở đây, đúng như trên văn bản: văn bản về việc gì."
_LONGEST_SLUG: Final = 70


@dataclass(frozen=True, slots=True)
class Draft:
    """A new document: its path under docs/ and its text."""

    uri: str
    text: str


def draft_article(title: str, section: str, author: str, date: dt.datetime, lead: str = "") -> Draft:
    """A new article, as a draft readers do not see.

    Raises ContentError when the answers break a rule.
    """
    text = f"""---
title: {_quoted(title)}
date: {date.strftime("%Y-%m-%d %H:%M")}
lead: {_quoted(lead or _LEAD)}
section: {section}
authors:
  - {{name: {_quoted(author)}, role: text}}
status: draft # xóa dòng này khi bài đã sẵn sàng
---
Viết bài ở đây. Tiêu đề nhỏ bắt đầu bằng hai dấu thăng.

## Tiêu đề nhỏ thứ nhất

Đoạn văn.
"""
    draft = Draft(f"tin-tuc/{date.year:04d}/{date.month:02d}/{_slug(title)}.md", text)
    Article.from_source(_source(draft))
    return draft


def draft_branch(name: str, level: Level, kind: Kind, source: str, summary: str = "") -> Draft:
    """A new branch profile.

    Raises ContentError when the answers break a rule.
    """
    text = f"""---
name: {_quoted(name)}
level: {level.value} # {level.label}
kind: {kind.value} # {kind.label}
summary: {_quoted(summary or _SUMMARY)}
state: active
# membership:                 # bỏ dấu # ở đầu dòng khi có số liệu; không bao giờ ghi danh sách
#   - {{as_of: 2026-01-01, total: 60, official: 57, probationary: 3, source: s1}}
sources:
  - {{id: s1, name: {_quoted(source)}}}
---
Viết giới thiệu ở đây.
"""
    draft = Draft(f"{BRANCH_FOLDER}/{_slug(name)}.md", text)
    Branch.from_source(_source(draft))
    return draft


def draft_document(
    kind: DocumentKind, number: str, date: dt.date | None, issuer: str, source: str, summary: str = ""
) -> Draft:
    """A new entry of the register of official documents.

    Raises ContentError when the answers break a rule.
    """
    day = f"date: {date.isoformat()}\n" if date else "# date: 2026-01-31 # bỏ dấu # ở đầu dòng khi biết ngày ban hành\n"
    text = f"""---
kind: {kind.value} # {kind.label}
number: {_quoted(number)}
{day}issuer: {_quoted(issuer)}
summary: {_quoted(summary or _ABSTRACT)}
# validity: in_force # khi biết chắc văn bản còn hiệu lực
# replaces: ["Quy định 1-QĐ/VD ngày 31/01/2020"]
sources:
  - {{name: {_quoted(source)}}}
---
Viết ghi chú ở đây, hoặc xóa dòng này.
"""
    year = f" {date.year}" if date else ""
    draft = Draft(f"{DOCUMENT_FOLDER}/{_slug(f'{kind.label} {number}{year}')}.md", text)
    OfficialDocument.from_source(_source(draft))
    return draft


def _slug(title: str) -> str:
    slug = slugify(title)
    return slug if len(slug) <= _LONGEST_SLUG else slug[:_LONGEST_SLUG].rsplit("-", 1)[0]


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _source(draft: Draft) -> Source:
    path = f"docs/{draft.uri}"
    parts = split(draft.text, path)
    return Source(draft.uri, path, parse(parts.block, path, parts.block_line), parts.body, parts.body_line)
