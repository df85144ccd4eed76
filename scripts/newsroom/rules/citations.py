"""Rules on citations: the documents a text names are in the register, and of the day it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from newsroom.citations import Citations
from newsroom.codes import Code
from newsroom.grouping import group
from newsroom.mentions import Citation
from newsroom.official_document import OfficialDocument
from newsroom.problem import Problem
from newsroom.register import Doubt
from newsroom.vietnamese import format_iso_day


def check_citations(citations: Citations) -> list[Problem]:
    """Ask every rule on citations. A site without a register has no opinion."""
    if not citations.library.register.documents:
        return []
    return [*_days_agree(citations), *_numbers_are_registered(citations)]


def _days_agree(citations: Citations) -> Iterator[Problem]:
    """A document is cited with its own day; one of several with the same number is cited with a day at all."""
    for uri in sorted(citations.told):
        for citation, finding in citations.findings(uri).items():
            if finding.doubt is Doubt.WRONG_DAY:
                known = citations.library.register.by_number[citation.number]
                yield _at(
                    citations,
                    uri,
                    citation,
                    Code.WRONG_DOCUMENT_DAY,
                    f"{citation.number} được viện dẫn với ngày {format_iso_day(citation.day)}",
                    f"trong danh mục là {_days(known)}; sửa ngày trong bài hoặc trong docs/van-ban/",
                )
            elif finding.doubt is Doubt.AMBIGUOUS:
                known = citations.library.register.by_number[citation.number]
                yield _at(
                    citations,
                    uri,
                    citation,
                    Code.AMBIGUOUS_DOCUMENT,
                    f"có {len(known)} văn bản cùng số {known[0].number}",
                    f"viết thêm ngày: {_days(known)}",
                )


def _numbers_are_registered(citations: Citations) -> Iterator[Problem]:
    """Every number that is cited is in the register. Each missing one is told once, where it was cited last."""
    library = citations.library
    articles = [card.uri for card in (*library.cards, *library.withheld) if card.uri in citations.told]
    told: dict[str, tuple[str, Citation]] = {}
    for uri in dict.fromkeys((*articles, *sorted(citations.told))):
        for citation, finding in citations.findings(uri).items():
            if finding.doubt is Doubt.UNKNOWN:
                told.setdefault(citation.number, (uri, citation))
    known = group((document.key.number for document in library.register.documents), _halves)
    for number, (uri, citation) in sorted(told.items()):
        near = [one for half in _halves(number) for one in known.get(half, ())]
        close = get_close_matches(number, near, n=1, cutoff=0.8)
        cure = f"có phải {close[0]}? nếu không, " if close else ""
        yield _at(
            citations,
            uri,
            citation,
            Code.UNKNOWN_DOCUMENT,
            f"danh mục văn bản chưa có số {number}",
            f"{cure}thêm bằng lệnh python3 scripts/new.py van-ban",
        )


def _halves(number: str) -> tuple[str, str]:
    """The figures and the symbol of a number: a slip spoils one of the two, so the nearest one has the other."""
    symbol = number.lstrip("0123456789")
    return number[: len(number) - len(symbol)], symbol


def _days(known: Iterable[OfficialDocument]) -> str:
    days = sorted({document.day for document in known})
    return " hoặc ".join(format_iso_day(day) if day else "chưa rõ ngày" for day in days)


def _at(citations: Citations, uri: str, citation: Citation, code: Code, message: str, cure: str) -> Problem:
    path = f"{citations.library.docs.name}/{uri}"
    return Problem(path, *citations.place(uri, citation), code, message, cure)
