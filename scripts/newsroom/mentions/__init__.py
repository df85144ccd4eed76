"""Mentions: what a running text names – official documents by their number, anything else by its name – with its place.

`find_citations` knows the forms in which documents are cited; a `NameTable` is fed with the names of branches, units,
people and finds the longest, `recognise` tells whom they mean; `free_texts` tells where in HTML a mention may become a
link, `weave` makes it one.
"""

from newsroom.mentions.citations import Citation, Cited, Placed, find_citations, number_key, parse_citation
from newsroom.mentions.names import Bearer, NameTable
from newsroom.mentions.places import CAPITAL, LEVELS
from newsroom.mentions.recognising import Mention, occurrences, recognise
from newsroom.mentions.triggers import may_cite
from newsroom.mentions.weaving import Link, first_mentions, free_texts, read_aloud, weave

__all__ = [
    "CAPITAL",
    "LEVELS",
    "Bearer",
    "Citation",
    "Cited",
    "Link",
    "Mention",
    "NameTable",
    "Placed",
    "find_citations",
    "first_mentions",
    "free_texts",
    "may_cite",
    "number_key",
    "occurrences",
    "parse_citation",
    "read_aloud",
    "recognise",
    "weave",
]
