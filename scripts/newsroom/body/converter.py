"""The converter: one Python-Markdown instance for every document, told which document it is working on.

Raw HTML in a text is shown as the characters it is made of: the block and inline patterns that would let it
through are taken out, so an editor cannot break (or attack) a page by accident.
"""

from __future__ import annotations

import re
from typing import Any, Final

import markdown

from newsroom.body import gates
from newsroom.body.anchors import anchor
from newsroom.body.parts import Body, Heading
from newsroom.body.plain import plain_body
from newsroom.body.resolving import Resolver
from newsroom.handbook import expand_tables
from newsroom.library import Library
from newsroom.settings import Settings
from newsroom.source import DocumentType, Source

_PLACEHOLDER: Final = re.compile("\x02[^\x03]*\x03")


class Converter:
    """Turns bodies into HTML; `gated` off is the stock converter. Not for use by two threads at once: Python-Markdown keeps state."""

    def __init__(self, library: Library, *, gated: bool = True) -> None:
        self._markdown = _markdown(library.settings)
        self.is_gated = gated and gates.install(self._markdown)
        self._resolver = Resolver(self._markdown, library)
        self._markdown.treeprocessors.register(self._resolver, "newsroom-resolver", 15)

    def convert(self, source: Source, url: str) -> Body:
        """Convert the body of a source whose page is at `url`; what is wrong with it stands in `problems`."""
        if self.is_gated and (body := plain_body(source.body)):
            return body
        self._markdown.reset()
        self._resolver.begin(source, url)
        text = expand_tables(source.body) if source.type is DocumentType.PAGE else source.body
        html = self._markdown.convert(text)
        self._resolver.compare(html)
        tokens: list[dict[str, Any]] = getattr(self._markdown, "toc_tokens", [])
        return Body(
            html=html,
            text=" ".join(_PLACEHOLDER.sub(" ", self._resolver.text).split()),
            headings=tuple(_heading(token) for token in tokens),
            pictures=tuple(self._resolver.pictures),
            problems=tuple(self._resolver.problems),
            answers=tuple(sorted(self._resolver.answers.items())),
        )


def is_gated(settings: Settings) -> bool:
    """Whether the converter of a site has its gates closed, so that plain bodies need none."""
    return gates.install(_markdown(settings))


def _markdown(settings: Settings) -> markdown.Markdown:
    options: dict[str, dict[str, Any]] = {name: dict(values) for name, values in settings.extensions}
    options.setdefault("toc", {})["slugify"] = anchor
    names = [name for name, _ in settings.extensions]
    made = markdown.Markdown(extensions=names, extension_configs=options, output_format="html")
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    return made


def _heading(token: dict[str, Any]) -> Heading:
    return Heading(token["id"], token["name"], token["level"], tuple(_heading(child) for child in token["children"]))
