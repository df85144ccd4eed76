"""Scaffolding: the text of a new document that passes every rule but one: its editor has to write it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Final

from newsroom import placeholders
from newsroom.addresses import ARTICLES, BRANCHES, DOCUMENTS, PROGRAMMES, UNITS
from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.fences import split
from newsroom.front_matter import parse
from newsroom.hosts import Hosts
from newsroom.official_document import OfficialDocument
from newsroom.problem import ContentError, errors_among
from newsroom.programme import Programme
from newsroom.source import Source
from newsroom.unit import Unit
from newsroom.vetting import vet
from newsroom.vietnamese import slugify
from newsroom.vocabulary import DocumentKind, Kind, Level, UnitLevel

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
lead: {_quoted(lead or placeholders.LEAD)}
section: {section}
authors:
  - {{name: {_quoted(author)}, role: text}}
status: draft # xóa dòng này khi bài đã sẵn sàng
---
{placeholders.TEXT}

## {placeholders.HEADING}

{placeholders.PARAGRAPH}
"""
    draft = Draft(f"{ARTICLES}{date.year:04d}/{date.month:02d}/{_slug(title)}.md", text)
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
summary: {_quoted(summary or placeholders.BRANCH_SUMMARY)}
state: active
#membership:                 # bỏ dấu # ở đầu dòng khi có số liệu; không bao giờ ghi danh sách
#  - {{as_of: 2026-01-01, total: 60, official: 57, probationary: 3, source: s1}}
sources:
  - {{id: s1, name: {_quoted(source)}}}
---
{placeholders.INTRODUCTION}
"""
    draft = Draft(f"{BRANCHES}{_slug(name)}.md", text)
    Branch.from_source(_source(draft))
    return draft


def draft_document(
    kind: DocumentKind, number: str, date: dt.date | None, issuer: str, source: str, summary: str = ""
) -> Draft:
    """A new entry of the register of official documents.

    Raises ContentError when the answers break a rule.
    """
    day = f"date: {date.isoformat()}\n" if date else "#date: 2026-01-31 # bỏ dấu # ở đầu dòng khi biết ngày ban hành\n"
    text = f"""---
kind: {kind.value} # {kind.label}
number: {_quoted(number)}
{day}issuer: {_quoted(issuer)}
summary: {_quoted(summary or placeholders.ABSTRACT)}
#validity: in_force # khi biết chắc văn bản còn hiệu lực
#replaces: ["Quy định 1-QĐ/VD ngày 31/01/2020"]
sources:
  - {{name: {_quoted(source)}}}
---
{placeholders.NOTE}
"""
    year = f" {date.year}" if date else ""
    draft = Draft(f"{DOCUMENTS}{_slug(f'{kind.label} {number}{year}')}.md", text)
    OfficialDocument.from_source(_source(draft))
    return draft


def draft_unit(name: str, level: UnitLevel, source: str, code: str = "", summary: str = "") -> Draft:
    """A new administrative unit or organisation; its code ends its address where it is given.

    Raises ContentError when the answers break a rule.
    """
    text = f"""---
name: {_quoted(name)}
level: {level.value} # {level.label}
{f"code: {_quoted(code)}" if code else '#code: "00000"              # mã chính thức, khi biết'}
summary: {_quoted(summary or placeholders.UNIT_SUMMARY)}
#within:                     # bỏ dấu # ở đầu dòng khi đơn vị cấp trên đã có trang
#  - {{unit: tinh-vi-du, from: 2025-07-01}}
#ended:                      # khi tên này không còn dùng
#  {{date: 2025-07-01, manner: merged, successors: [xa-moi], basis: Văn bản quyết định, source: s1}}
sources:
  - {{id: s1, name: {_quoted(source)}}}
---
"""
    draft = Draft(f"{UNITS}{_slug(name)}{f'-{code}' if code else ''}.md", text)
    Unit.from_source(_source(draft))
    return draft


def draft_programme(name: str, source: str, summary: str = "") -> Draft:
    """A new programme.

    Raises ContentError when the answers break a rule.
    """
    text = f"""---
name: {_quoted(name)}
summary: {_quoted(summary or placeholders.PROGRAMME_SUMMARY)}
#fields: [{{id: kinh-te, name: Kinh tế}}]
#steps: [Đăng ký, Thẩm định, Công nhận]
#targets:                    # bỏ dấu # ở đầu dòng khi có mục tiêu theo năm
#  - {{name: Mô hình được công nhận, year: 2026, value: 10, unit: mô hình, source: s1}}
sources:
  - {{id: s1, name: {_quoted(source)}}}
---
{placeholders.INTRODUCTION}
"""
    draft = Draft(f"{PROGRAMMES}{_slug(name)}.md", text)
    Programme.from_source(_source(draft))
    return draft


def vetted(draft: Draft, hosts: Hosts) -> Draft:
    """The same document.

    Raises ContentError when the answers hold what no text may hold.
    """
    problems = errors_among(vet(_source(draft), hosts))
    if problems:
        raise ContentError(problems)
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
