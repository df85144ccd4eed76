"""Texts that are too long, too deep or too full of brackets to be converted."""

from __future__ import annotations

from hostile.case import article, body, raw

_COMPLEX = {
    "brackets": "[" * 8000,
    "brackets-in-lines": ("[" * 70 + "\n") * 100,
    "pictures": "![" * 4000,
    "picture-links": "![a][" * 2000,
    "links": "[a](b) " * 1000,
    "open-links": "[a](<" * 500,
    "nested-brackets": "[" * 30 + "]" * 30,
    "quotations": "> " * 60 + "sâu",
    "lists": "".join(f"{'    ' * level}- mục\n" for level in range(60)),
    "lists-in-line": "- " * 60 + "sâu",
    "numbers-in-line": "1. " * 60 + "sâu",
    "indented": " " * 200 + "- sâu",
    "headings": "## a\n\n" * 2000,
    "underlined": "a\n---\n" * 2000,
    "definitions": "a\n: b\n\n" * 3000,
    "backslashes": "\\" * 15000,
    "cdata": "<![CDATA[" * 4000,
    "backticks": "` " * 9000,
    "footnotes": "[^1] " * 3000,
    "frames": "!!! note\n    a\n\n" * 1000,
}

CASES = (
    *(
        body(f"lon-{name}", "qua-phuc-tap", f"{text}\n", {"lists": 21, "underlined": 2, "definitions": 2}.get(name, 1))
        for name, text in _COMPLEX.items()
    ),
    body("lon-line", "qua-lon", "Chữ. " * 6000),
    body("lon-third-line", "qua-lon", "Một.\n\n" + "x" * 30_000 + "\n", 3),
    raw("lon-file", "qua-lon", 1, article("Chi bộ họp.\n\n" * 60_000)),
    body("lon-lines", "qua-lon", "a\n" * 30_000),
)
