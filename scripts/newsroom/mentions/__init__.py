"""Mentions: what a running text names – official documents by their number, anything else by its name – with its place.

One engine for all: `find_citations` knows the forms in which documents are cited; a `NameTable` is fed with the names of
branches, units, people and finds the longest; `free_texts` tells where in HTML a mention may become a link, `weave` makes it one.
"""

from newsroom.mentions.citations import Citation, Cited, Placed, find_citations, number_key, parse_citation
from newsroom.mentions.names import Named, NameTable
from newsroom.mentions.weaving import Link, free_texts, weave

__all__ = [
    "Citation",
    "Cited",
    "Link",
    "NameTable",
    "Named",
    "Placed",
    "find_citations",
    "free_texts",
    "number_key",
    "parse_citation",
    "weave",
]
