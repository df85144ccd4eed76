"""The library: all valid documents of the site, and the questions pages ask about them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.page import Page
from newsroom.problem import ContentError, Problem
from newsroom.settings import Settings
from newsroom.source import DocumentType, Source, list_files, read_source
from newsroom.vietnamese import slugify, sort_key

Document = Article | Branch | Page
K = TypeVar("K")


@dataclass(frozen=True)
class Neighbours:
    """The articles just before and after one in its section."""

    older: Article | None = None
    newer: Article | None = None


@dataclass(frozen=True)
class Library:
    """Documents by kind, and every file under docs/.

    `articles` are the public ones, newest first (ties by address); `withheld` those readers may not see yet;
    `unreadable` the sources that have problems of their own and are in no list.
    """

    settings: Settings
    docs: Path
    now: dt.datetime
    articles: tuple[Article, ...]
    withheld: tuple[Article, ...]
    branches: tuple[Branch, ...]
    pages: tuple[Page, ...]
    files: frozenset[str]
    unreadable: frozenset[str]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every public document."""
        return (*self.articles, *self.branches, *self.pages)

    @cached_property
    def by_uri(self) -> Mapping[str, Document]:
        """Public documents by the path of their source under docs/."""
        return MappingProxyType({document.source_file.uri: document for document in self.documents})

    @cached_property
    def branch_by_slug(self) -> Mapping[str, Branch]:
        """Profiles by slug."""
        return MappingProxyType({branch.slug: branch for branch in self.branches})

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Article, ...]]:
        """Articles of each section, newest first."""
        return _group(self.articles, lambda article: [article.section])

    @cached_property
    def by_branch(self) -> Mapping[str, tuple[Article, ...]]:
        """Articles that name a branch, newest first."""
        return _group(self.articles, lambda article: article.branches)

    @cached_property
    def by_author(self) -> Mapping[str, tuple[Article, ...]]:
        """Articles of each author (by slug), newest first."""
        return _group(self.articles, lambda article: dict.fromkeys(slugify(author.name) for author in article.authors))

    @cached_property
    def author_names(self) -> Mapping[str, str]:
        """The name of each author, as first written, by slug."""
        names: dict[str, str] = {}
        for article in reversed(self.articles):
            for author in article.authors:
                names.setdefault(slugify(author.name), author.name)
        return MappingProxyType(names)

    @cached_property
    def by_day(self) -> Mapping[dt.date, tuple[Article, ...]]:
        """Articles of each day, newest first."""
        return _group(self.articles, lambda article: [article.date.date()])

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {article.url: place for articles in self.by_section.values() for place, article in enumerate(articles)}

    def place_in_section(self, article: Article) -> int:
        """How many articles of its section are newer."""
        return self._places[article.url]

    def neighbours(self, article: Article) -> Neighbours:
        """The articles just before and after it in its section."""
        members, place = self.by_section[article.section], self.place_in_section(article)
        return Neighbours(
            older=members[place + 1] if place + 1 < len(members) else None,
            newer=members[place - 1] if place else None,
        )

    def children_of(self, branch: Branch) -> tuple[Branch, ...]:
        """The profiles directly under one, in the order of their names."""
        return tuple(child for child in self.branches if child.parent == branch.slug)

    def ancestors_of(self, branch: Branch) -> tuple[Branch, ...]:
        """The chain of parents, nearest first; a cycle ends it."""
        chain: list[Branch] = []
        parent = self.branch_by_slug.get(branch.parent)
        while parent and parent not in chain:
            chain.append(parent)
            parent = self.branch_by_slug.get(parent.parent)
        return tuple(chain)

    def pinned(self) -> tuple[Article, ...]:
        """Notices that are still pinned today, newest first."""
        today = self.now.date()
        return tuple(article for article in self.articles if article.pinned_until and article.pinned_until >= today)


def load_library(docs: Path, settings: Settings, now: dt.datetime) -> tuple[Library, tuple[Problem, ...]]:
    """Read and validate everything under docs/; the library holds what is valid, the problems tell of the rest."""
    problems: list[Problem] = []
    documents: list[Document] = []
    unreadable: list[str] = []
    files = tuple(list_files(docs))
    for uri in files:
        if not uri.endswith(".md"):
            continue
        try:
            documents.append(_document(read_source(docs, uri)))
        except ContentError as error:
            problems.extend(error.problems)
            unreadable.append(uri)
    articles = sorted((d for d in documents if isinstance(d, Article)), key=_newest_first)
    library = Library(
        settings=settings,
        docs=docs,
        now=now,
        articles=tuple(a for a in articles if a.is_public(now)),
        withheld=tuple(a for a in articles if not a.is_public(now)),
        branches=tuple(
            sorted((d for d in documents if isinstance(d, Branch)), key=lambda b: (sort_key(b.name), b.slug))
        ),
        pages=tuple(d for d in documents if isinstance(d, Page)),
        files=frozenset(files),
        unreadable=frozenset(unreadable),
    )
    return library, tuple(problems)


def resolve(uri: str, target: str) -> str:
    """The path under docs/ that `target`, written in the document `uri`, points to; "" when it leaves docs/."""
    parts: list[str] = list(PurePosixPath(uri).parent.parts)
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _document(source: Source) -> Document:
    match source.type:
        case DocumentType.ARTICLE:
            return Article.from_source(source)
        case DocumentType.BRANCH:
            return Branch.from_source(source)
        case DocumentType.PAGE:
            return Page.from_source(source)


def _newest_first(article: Article) -> tuple[float, str]:
    return (-article.date.timestamp(), article.url)


def _group(articles: Iterable[Article], keys: Callable[[Article], Iterable[K]]) -> Mapping[K, tuple[Article, ...]]:
    groups: defaultdict[K, list[Article]] = defaultdict(list)
    for article in articles:
        for key in keys(article):
            groups[key].append(article)
    return MappingProxyType({key: tuple(members) for key, members in groups.items()})
