"""Bodies: the Markdown of a document turned into HTML, its links resolved, its pictures made figures."""

from newsroom.body.converter import Converter, is_gated
from newsroom.body.parts import Body, Heading
from newsroom.body.plain import plain_body

__all__ = ["Body", "Converter", "Heading", "is_gated", "plain_body"]
