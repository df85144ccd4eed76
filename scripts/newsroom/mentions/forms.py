"""The forms in which official documents are named: words of their kind, symbols of their number, days.

Source: Quy định 399-QĐ/TW of 9/1/2026 (kinds and symbols of the Party). A number alone is no key: 12-HD/BTCTW is two documents.
"""

from __future__ import annotations

import re
from typing import Final

from newsroom.vocabulary import DocumentKind as Kind

KINDS_BY_WORD: Final = {
    "nghị quyết": Kind.RESOLUTION,
    "nghi quyết": Kind.RESOLUTION,
    "quyết định": Kind.DECISION,
    "chỉ thị": Kind.DIRECTIVE,
    "kết luận": Kind.CONCLUSION,
    "quy chế": Kind.BYLAW,
    "qui chế": Kind.BYLAW,
    "quy định": Kind.REGULATION,
    "qui định": Kind.REGULATION,
    "thông tri": Kind.PARTY_CIRCULAR,
    "hướng dẫn": Kind.GUIDANCE,
    "thông báo": Kind.NOTICE,
    "báo cáo": Kind.REPORT,
    "kế hoạch": Kind.PLAN,
    "chương trình hành động": Kind.PROGRAMME,
    "chương trình": Kind.PROGRAMME,
    "đề án": Kind.SCHEME,
    "tờ trình": Kind.SUBMISSION,
    "công văn": Kind.LETTER,
    "văn bản": "",
    "bộ luật": Kind.CODE_OF_LAW,
    "luật": Kind.LAW,
    "pháp lệnh": Kind.ORDINANCE,
    "nghị định": Kind.DECREE,
    "thông tư liên tịch": Kind.JOINT_CIRCULAR,
    "thông tư": Kind.CIRCULAR,
    "công điện": Kind.TELEGRAM,
    "nq": Kind.RESOLUTION,
    "nđ": Kind.DECREE,
    "ct": Kind.DIRECTIVE,
    "qđ": "",
    "kl": Kind.CONCLUSION,
    "hd": Kind.GUIDANCE,
    "kh": Kind.PLAN,
    "đa": Kind.SCHEME,
    "tt": "",
    "cv": Kind.LETTER,
}
"""What a word or abbreviation before a number tells of the kind; "" where it may mean two (QĐ, TT, văn bản)."""

KINDS_BY_SYMBOL: Final = {
    "NQ": Kind.RESOLUTION,
    "CT": Kind.DIRECTIVE,
    "KL": Kind.CONCLUSION,
    "QC": Kind.BYLAW,
    "QYĐ": Kind.REGULATION,
    "HD": Kind.GUIDANCE,
    "TB": Kind.NOTICE,
    "BC": Kind.REPORT,
    "KH": Kind.PLAN,
    "CTR": Kind.PROGRAMME,
    "CTHĐ": Kind.PROGRAMME,
    "ĐA": Kind.SCHEME,
    "TTR": Kind.SUBMISSION,
    "CV": Kind.LETTER,
    "NĐ": Kind.DECREE,
    "TTLT": Kind.JOINT_CIRCULAR,
    "CĐ": Kind.TELEGRAM,
    "PL": Kind.ORDINANCE,
}
"""What the symbol of a number tells of the kind. QĐ is Quyết định and Quy định, TT Thông tri and Thông tư: they tell nothing."""

_SYMBOLS: Final = "|".join(
    sorted((*KINDS_BY_SYMBOL, "QĐ", "TT", "QyĐ", "CTr", "TTr", "VBHN", "QD", "ND"), key=len, reverse=True)
)
_OFFICE: Final = r"(?:(?:UBTV)?QH\s?\d{1,2}|P[VC]?\s?\d{1,2}|[A-ZĐĂÂÊÔƠƯ][A-Za-zĐđƯ&.]{0,11}\d{0,3}(?<![.]))(?!\w)"
_OFFICES: Final = rf"{_OFFICE}(?:\s?[-–]\s?{_OFFICE}){{0,4}}"

NUMBER: Final = (
    rf"\d{{1,5}}[a-zđ]?\s?[-–]\s?(?:{_SYMBOLS})\s?/\s?{_OFFICES}"  # 25-NQ/TW
    rf"|\d{{1,5}}[a-zđ]?\s?[/-]\s?(?:19|20)\d\d\s?[/-]\s?(?:{_SYMBOLS}|QH\s?\d{{1,2}}|UBTVQH\s?\d{{1,2}})(?:\s?[-–/]\s?{_OFFICES})?(?!\w)"
    # 356/2025/NĐ-CP, 91/2025/QH15
    rf"|\d{{1,5}}[a-zđ]?\s?/\s?(?:{_SYMBOLS})\s?[-–]\s?{_OFFICES}"  # 1989/QĐ-BGDĐT
    rf"|\d{{1,5}}[a-zđ]?\s?/\s?{_OFFICES}"  # 5245/UBND-NC: only after a word that says it is a number
    r"|\d{1,5}[a-zđ]?/(?:19|20)\d\d(?![\w/-]|\s?[-–]\s?\d)"  # 86/2014, as papers shorten it: only after such a word too
)
"""A number with its symbol, as printed."""

DAY: Final = (
    r"(?:0?[1-9]|[12]\d|3[01])\s?(?:/|-|\.)\s?(?:0?[1-9]|1[0-2])\s?(?:/|-|\.)\s?(?:19|20)\d\d(?!\d)"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}(?!\d)"
)
DAY_PARTS: Final = re.compile(r"\d+")

CENTRAL: Final = re.compile(
    r"(?:,|\s|của|BCH|Ban Chấp hành|Ban Bí thư|Bộ Chính trị|BCT|Trung ương|T\.?Ư|TW|Đảng|khóa|khoá|[XIV]+|[()]){0,3}?"
    r"(?:Bộ Chính trị|Bộ chính trị|BCT|Ban Bí thư|Ban bí thư|Trung ương|T\.?Ư|TW|BCHTW)(?!\w)"
)
"""What follows a bare number of the Central Committee: “Chỉ thị số 05 của Bộ Chính trị”."""
