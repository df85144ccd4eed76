"""Bodies: the Markdown of a document turned into HTML, its links resolved, its pictures made figures.

The `converter` is asked for by its own name: it loads Markdown, which a build of plain texts never needs.
"""

from newsroom.body.parts import Body, Heading
from newsroom.body.plain import plain_body

__all__ = ["Body", "Heading", "plain_body"]
