"""Vetting: what a text may not hold, whatever document it is – judged once for each text, before anything is drawn from it."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.codes import Code
from newsroom.hosts import Hosts
from newsroom.letter_faults import letter_fault
from newsroom.letters import is_common
from newsroom.nodes import Scalar, scalars
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.vetting.foreign_syntax import foreign_syntax
from newsroom.vetting.gambling import gambling
from newsroom.vetting.html_names import ELEMENTS, TAG
from newsroom.vetting.measure import measure
from newsroom.vetting.passages import Passage, passages_of
from newsroom.vetting.personal import personal_data

__all__ = ["ELEMENTS", "TAG", "measure", "vet"]


def vet(source: Source, hosts: Hosts) -> Iterator[Problem]:
    """Every problem of a source's words: adverts for gambling, personal data, sites nobody reviewed."""
    yield from foreign_syntax(source)
    yield from _elements(source)
    yield from _addresses(source, hosts)
    passages = passages_of(source)
    yield from _letters(passages[-1])
    yield from gambling(passages, hosts)
    yield from personal_data(source.front, passages)


def _elements(source: Source) -> Iterator[Problem]:
    """HTML in a field: it would be shown as it stands, which nobody who wrote it meant."""
    for scalar in scalars(source.front):
        for match in TAG.finditer(scalar.text) if "<" in scalar.text else ():
            if (match[1] or "").lower() in ELEMENTS:
                message = f"khai báo có thẻ HTML <{match[1].lower()}>"
                yield _problem(source, scalar, Code.RAW_HTML, message, "bỏ thẻ, chỉ để lại chữ")
                break


def _addresses(source: Source, hosts: Hosts) -> Iterator[Problem]:
    """Web addresses that stand alone in a field; those in the body are judged as links."""
    for scalar in scalars(source.front):
        if "//" not in scalar.text:
            continue
        address = scalar.text.strip()
        if address.lower().startswith(("http://", "https://")) and (verdict := hosts.judge(address)):
            yield _problem(source, scalar, Code.UNSAFE_LINK if verdict.deceives else Code.UNKNOWN_HOST, *verdict[:2])


def _letters(body: Passage) -> Iterator[Problem]:
    """What entities and marks hid when the letters of the file were judged."""
    if not (body.is_typed or is_common(body.text)) and (fault := letter_fault(body.text)):
        yield body.problem(fault.code, fault.message, fault.cure, fault.place)


def _problem(source: Source, at: Scalar, code: Code, message: str, cure: str) -> Problem:
    return Problem(source.path, at.line, at.column, code, message, cure)
