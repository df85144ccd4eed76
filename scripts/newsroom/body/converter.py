"""The converter: one Python-Markdown instance for every document, told which document it is working on.

Raw HTML in a text is shown as the characters it is made of: the block and inline patterns that would let it
through are taken out, so an editor cannot break (or attack) a page by accident.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import markdown

from newsroom.body import gates
from newsroom.body.plain import paragraphs_html, plain_paragraphs
from newsroom.body.resolving import Resolver
from newsroom.handbook import expand_tables
from newsroom.library import Library
from newsroom.pictures import Picture
from newsroom.problem import Problem
from newsroom.source import DocumentType, Source
from newsroom.vietnamese import slugify

_PLACEHOLDER: Final = re.compile("\x02[^\x03]*\x03")
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; `level` 2 to 6."""

    id: str
    title: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A converted body: HTML for the page, plain text for the search index, headings, and the pictures it shows.

    `answers` is what it was told of the paths it points to; with other answers it must be converted again.
    """

    html: str
    text: str
    headings: tuple[Heading, ...]
    pictures: tuple[Picture, ...] = ()
    problems: tuple[Problem, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()


class Converter:
    """Turns bodies into HTML; `gated` off is the stock converter. Not for use by two threads at once: Python-Markdown keeps state."""

    def __init__(self, library: Library, *, gated: bool = True) -> None:
        self._library = library
        extensions = library.settings.extensions
        options: dict[str, dict[str, Any]] = {name: dict(values) for name, values in extensions}
        options.setdefault("toc", {})["slugify"] = slugify
        self._markdown = markdown.Markdown(
            extensions=[name for name, _ in extensions],
            extension_configs=options,
            output_format="html",
        )
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self.is_gated = gated and gates.install(self._markdown)
        self._resolver = Resolver(self._markdown, library)
        self._markdown.treeprocessors.register(self._resolver, "newsroom-resolver", 15)

    def convert(self, source: Source, url: str) -> Body:
        """Convert the body of a source whose page is at `url`; what is wrong with it stands in `problems`."""
        if self.is_gated and (paragraphs := plain_paragraphs(source.body)):
            return Body(paragraphs_html(paragraphs), _BLANKS.sub(" ", " ".join(paragraphs)).strip(), ())
        self._markdown.reset()
        self._resolver.begin(source, url)
        text = expand_tables(source.body) if source.type is DocumentType.PAGE else source.body
        html = self._markdown.convert(text)
        tokens: list[dict[str, Any]] = getattr(self._markdown, "toc_tokens", [])
        return Body(
            html=html,
            text=_BLANKS.sub(" ", _PLACEHOLDER.sub(" ", self._resolver.text)).strip(),
            headings=tuple(_heading(token) for token in tokens),
            pictures=tuple(self._resolver.pictures),
            problems=tuple(self._resolver.problems),
            answers=tuple(sorted(self._resolver.answers.items())),
        )


def _heading(token: dict[str, Any]) -> Heading:
    return Heading(token["id"], token["name"], token["level"], tuple(_heading(child) for child in token["children"]))
