"""The whole corpus, by family."""

from __future__ import annotations

from hostile import advertising, filing, fronts, legitimate, lettering, linking, markup, measures, private
from hostile.case import Case

HOSTILE: dict[str, tuple[Case, ...]] = {
    "markup": markup.CASES,
    "linking": linking.CASES,
    "advertising": advertising.CASES,
    "private": private.CASES,
    "fronts": fronts.CASES,
    "lettering": lettering.CASES,
    "measures": measures.CASES,
    "filing": filing.CASES,
}
LEGITIMATE: tuple[Case, ...] = legitimate.CASES
