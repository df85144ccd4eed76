"""Words of a PDF: what its pages say, and the tables on them, drawn as Markdown would have them.

A PDF knows no tables, only letters at places: lines with wide gaps that stand together are taken for one.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Final

import pypdf

from newsroom.unreadable import Unreadable

_MOST_PAGES: Final = 100
"""Pages that are read: a list of people is not hidden behind as many, and to read one takes some 30 ms."""
_GAP: Final = re.compile(r" {2,}")

logging.getLogger(pypdf.__name__).setLevel(logging.CRITICAL)  # what it makes of odd files is no news to an editor


def words_of_pdf(data: bytes) -> tuple[str, ...]:
    """The running text of each page, a line a line, and each of its tables, a line a row, `| a | b |`.

    Pages that are pictures have none. Raises Unreadable for a file that the library cannot read.
    """
    try:
        with pypdf.PdfReader(io.BytesIO(data)) as reader:
            return tuple(text for page in islice(reader.pages, _MOST_PAGES) for text in _texts(page))
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever it stumbles on in a damaged file
        raise Unreadable("không đọc được chữ") from error


def _texts(page: pypdf.PageObject) -> Iterator[str]:
    yield _composed(page.extract_text())
    lines = map(str.strip, _composed(page.extract_text(extraction_mode="layout")).splitlines())
    for is_table, rows in groupby(filter(None, lines), _is_row):
        if is_table:
            yield "\n".join(f"| {' | '.join(_GAP.split(row))} |" for row in rows)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_row(line: str) -> bool:
    return _GAP.search(line) is not None
