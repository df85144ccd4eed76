"""Citations: where a text names an official document, and which one – told by kind, number and day, never by a register.

So what is found in a text depends on the text alone and can be kept with it; which page a citation leads to is asked when
a page is drawn. A text without a trigger (a digit that stands as in a number) costs one pass of one expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsroom.mentions.forms import CENTRAL, DAY, DAY_PARTS, KINDS_BY_SYMBOL, KINDS_BY_WORD, NUMBER
from newsroom.mentions.triggers import TRIGGER, with_vietnamese_d

_LONGEST_SAYING: Final = 48
"""Letters before a digit in which the word for its kind stands."""
_LONGEST_NUMBER: Final = 64
_TERMS: Final = {"10": "X", "11": "XI", "12": "XII", "13": "XIII", "14": "XIV"}

CENTRE: Final = "TW"
"""The office of a bare number that is said to be of the Central Committee, the Politburo or the Secretariat."""


class Citation(NamedTuple):
    """A document as it is named: `kind` a DocumentKind or "", `number` its key (25-NQ/TW), `day` ISO or "".

    A bare number (“Quy định 366”) has no symbol; `office` then says whose it is, where the text does. “Nghị quyết Trung
    ương 4 khóa XII” has the number “TW4/XII”. A plain tuple of texts: the ledger keeps it.
    """

    kind: str
    number: str
    day: str = ""
    office: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether the number stands without its symbol, so that only its surroundings tell whose it is."""
        return self.number.isalnum() and not self.number.startswith("TW")


class Cited(NamedTuple):
    """A citation with its place in the text that was searched."""

    start: int
    end: int
    citation: Citation


class Placed(NamedTuple):
    """A citation with its place in a file; lines and columns count from 1. The ledger keeps it."""

    citation: Citation
    line: int
    column: int


_CENTRAL_OFFICE: Final = re.compile(r"(?<=[/-])T\.?[ƯW](?=$|-)")
_PLAIN_D: Final = re.compile(r"(?<=[/-])([QN])D(?=[-/])")
_WORDS: Final = "|".join(
    rf"{word[0].upper()}{word[1:]}|{word[0]}{word[1:]}|{word.upper()}" if len(word) > 2 else word.upper()
    for word in sorted(KINDS_BY_WORD, key=len, reverse=True)
).replace(" ", r"\s+")
_KIND: Final = rf"(?P<word>\b(?:{_WORDS}))(?=\W)"
_SAYING: Final = (
    r"(?:\s+(?:này\s+)?(?:có\s+)?(?:mang\s+)?(?:(?:hỏa|hoả)\s+tốc\s+|khẩn\s+)?[Ss]ố(?:\s+hiệu)?)?(?:\s*:)?\s*"
)
_CITATION: Final = (
    rf"(?:{_KIND}(?P<said>{_SAYING}))?(?<![\w/.,–-])(?P<number>{NUMBER})"
    rf"|{_KIND.replace('word', 'bare_word')}(?P<bare_said>\s+số)?(?:\s*:)?\s+(?P<bare>\d{{1,4}}[a-zđ]?)(?![\w/%]|[.,:–-]\d|\s?[-–/]\s?\d)"
    r"|(?P<plenum>\b(?:[Nn]gh[ịi]\s+quyết|NQ)\s*(?:Hội\s+nghị\s+)?(?:lần\s+thứ\s+)?(?:BCH\s+|Ban\s+Chấp\s+hành\s+)?"
    r"(?:Trung\s+ương|TW|TƯ|T\.Ư|T\.W)\s*(?:lần\s+thứ\s+)?(?P<session>\d{1,2}))(?![\w/%]|[.,]\d)"
    r"(?:\s*,?\s*\(?\s*[Kk]h(?:óa|oá)\s+(?P<term>[XIV]{1,5}|\d{1,2}))?"
)
_DATED: Final = re.compile(
    rf"(?P<day_gap>\s*[,(]?\s*(?:được\s+)?(?:ban\s+hành\s+|ký\s+|ra\s+|đề\s+)?(?:vào\s+)?(?:ngày|Ngày|ngày:)\s+)(?P<day>{DAY})"
    rf"|\s*\((?P<closed_day>{DAY})\)"
    rf"|\s+của\s+[^,.;:()\d“”\"]{{2,60}}?\s*[,(]?\s*(?:ban\s+hành\s+)?ngày\s+(?P<later_day>{DAY})"
)
_UNITS: Final = re.compile(
    r"\s*(?:-|–|và|đến|hay|hoặc)?\s*(?:năm(?!\s+(?:19|20)\d\d)|tháng|ngày(?!\s+\d)|giờ|phút|giây|tuần|quý|triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|USD|người|đồng\s+chí|lần|lượt|cái|con|"
    r"chiếc|căn|hộ|nhà|xã|huyện|tỉnh|thôn|ấp|bộ|bước|nội|nhóm|loại|mục|điều|điểm|phần|chương|trường|trận|bàn|suất|vụ|vòng|"
    r"tầng|làn|km|m|mét|ha|kg|tấn|cán|học|dự|đối|phương|cách|mức|quốc|cầu|công|đơn|doanh|gói|đợt|ca|tàu|xe|máy|sân|nước|ngành|khu|vị|"
    r"hành|ngân|bệnh|giải|đội|huy|tuổi|nghị|nhiệm|trạm|tuyến|cơ|hạng|thành|trung|đại|ban|cổ|lớp|em|bị|sinh|chuyến|mẫu|thương|"
    r"thuê|phó|tướng|sĩ|nguyên|quyết|chỉ|văn|thủ|dấu|nghìn|mũi|vùng|lĩnh|nền|tổ|hình|khoản|chủ|hợp|ứng|tác|%)(?!\w)"
)
_PLAIN_UNITS: Final = re.compile(
    r"\s*(?:năm(?!\s+(?:19|20)\d\d)|tháng|ngày(?!\s+\d)|giờ|phút|triệu|tỷ|tỉ|nghìn|người|lần|điều|điểm|chương|%)(?!\w)"
)
_OWNED: Final = re.compile(r"\s*(?:của|ngày\s+\d|năm\s+(?:19|20)\d\d|về\s+việc)(?!\w)|\s*\)")
"""What is counted: “quyết định 5 triệu” names no document."""
_ALWAYS: Final = frozenset(["nghị định", "chỉ thị", "thông tư", "nghị quyết", "pháp lệnh", "nđ", "nq"])
"""Kinds that are followed by a bare number in running text, small letters or not; others must be written as a name."""
_LONG_ONES: Final = frozenset(["quyết định", "công văn", "đề án", "quy định", "quy chế", "kết luận", "thông báo"])
"""Kinds that are, when the number is long: one decides five things, seldom two hundred and thirty-six."""
_COUNTED: Final = 2
_YEAR: Final = 4
_SHIP: Final = re.compile(r"\d{4}|\d{3}\s+[A-Z“\"(]")
"""Classes of ships and missiles are called Đề án 1164 in news."""
_NEVER: Final = frozenset(["luật", "bộ luật"])
"""Kinds of which no bare number tells: “kỷ luật số 19”."""
_COLLOQUIAL: Final = frozenset(["tt", "hd", "kh", "cv", "kl", "đa", "văn bản", "chương trình", "báo cáo"])
"""Kinds that a bare number tells of only behind the word “số”: too many other things are written so."""


def find_citations(text: str) -> list[Cited]:
    """Every citation of a text, in order, without overlaps. The text is NFC."""
    return list(_find(text))


def _find(text: str) -> Iterator[Cited]:
    text = with_vietnamese_d(text)
    done = 0
    for trigger in TRIGGER.finditer(text):
        digit, citations = trigger.start(), re.compile(_CITATION)  # takes long, once, and only if needed
        while done <= digit and (
            match := citations.search(text, max(done, digit - _LONGEST_SAYING), digit + _LONGEST_NUMBER)
        ):
            done = match.end()
            if citation := _citation(match, text):
                cited = _dated(text, match.start(), done, citation)
                done = cited.end
                yield cited


def _citation(match: re.Match[str], text: str) -> Citation | None:
    if match["number"]:
        return _numbered(match)
    return _plenum(match) if match["plenum"] else _bare(match, text)


def _plenum(match: re.Match[str]) -> Citation:
    term = match["term"] or ""
    return Citation("resolution", f"TW{int(match['session'])}/{_TERMS.get(term, term)}".rstrip("/"))


def _numbered(match: re.Match[str]) -> Citation | None:
    word, number = _plain(match["word"] or ""), number_key(match["number"])
    symbol = _symbol(number)
    if symbol is None and not word:
        return None
    kind = KINDS_BY_WORD.get(word, "") or KINDS_BY_SYMBOL.get(symbol or "", "")
    return Citation(str(kind), number)  # the ledger takes plain texts only


def _symbol(number: str) -> str | None:
    """The symbol of a number: "NQ" of 25-NQ/TW; "" where it has one that tells no kind; None where it has none."""
    parts = re.split(r"[/-]", number)
    for part in parts[1:]:
        if part in KINDS_BY_SYMBOL or part in ("QĐ", "TT", "VBHN") or part.startswith(("QH", "UBTVQH")):
            return part if part in KINDS_BY_SYMBOL else ""
    return None


def _bare(match: re.Match[str], text: str) -> Citation | None:
    written = match["bare_word"]
    word, digits = _plain(written), match["bare"]
    if word in _NEVER or not (match["bare_said"] or _is_named(word, written, match, text)):
        return None
    office = CENTRE if CENTRAL.match(text, match.end()) else ""
    return Citation(str(KINDS_BY_WORD[word]), _without_zeros(digits), "", office)


def _is_named(word: str, written: str, match: re.Match[str], text: str) -> bool:
    """Whether a number behind a kind of document, without the word “số”, is one of a document."""
    digits, end = match["bare"], match.end()
    if word in _COLLOQUIAL or (len(digits) == _YEAR and digits[:2] in ("19", "20")):
        return False
    if word in _ALWAYS:
        return not _PLAIN_UNITS.match(text, end)
    if word == "ct" and not digits.startswith("0"):  # blocks of flats are CT 3
        return False
    if _UNITS.match(text, end) or (word == "đề án" and _SHIP.match(text, match.start("bare"))):
        return False
    return written[0].isupper() or (word in _LONG_ONES and (len(digits) > _COUNTED or bool(_OWNED.match(text, end))))


def _dated(text: str, start: int, end: int, citation: Citation) -> Cited:
    found = _DATED.match(text, end)
    if not found:
        return Cited(start, _closed(text, start, end), citation)
    group = next(name for name in ("day", "closed_day", "later_day") if found[name])
    day, month, year = (int(part) for part in DAY_PARTS.findall(found[group]))
    end = found.end() if group == "closed_day" else found.end(group)
    return Cited(start, _closed(text, start, end), citation._replace(day=f"{year:04d}-{month:02d}-{day:02d}"))


def _closed(text: str, start: int, end: int) -> int:
    """The end of a citation, a bracket that it opened included."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _plain(word: str) -> str:
    return " ".join(word.lower().split())


def _without_zeros(digits: str) -> str:
    return digits.lstrip("0") or digits


def number_key(number: str) -> str:
    """What is the same of a number however it is typed: "05 – CT / TW" and "5-CT/TW" are 5-CT/TW."""
    compact = _CENTRAL_OFFICE.sub("TW", "".join(number.split()).replace("–", "-").upper().rstrip("."))
    compact = _PLAIN_D.sub(r"\1Đ", compact)
    return _without_zeros(compact)


def parse_citation(text: str) -> Citation:
    """A citation that stands alone, as in front matter: “25-NQ/TW”, “12-HD/BTCTW ngày 17/5/2012”, “Quy định 366-QĐ/TW”."""
    found = find_citations(text)
    return found[0].citation if found else Citation("", number_key(text))
