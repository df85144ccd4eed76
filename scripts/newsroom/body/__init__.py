"""Bodies: the Markdown of a document turned into HTML, its links resolved, its pictures made figures."""

from newsroom.body.converter import Body, Converter, Heading

__all__ = ["Body", "Converter", "Heading"]
