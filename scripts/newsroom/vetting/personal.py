"""Personal data: numbers, dates and lists that tell one person apart, stopped before they are public (field guide §0.9, §D5).

What the law makes public is confirmed in the front matter (`public_data`), with its basis and who answers for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from typing import Final

from newsroom.code_page import encode, lower
from newsroom.codes import Code
from newsroom.front_matter import Mapping, Scalar
from newsroom.front_matter import Sequence as Items
from newsroom.problem import Problem
from newsroom.surnames import SURNAMES
from newsroom.vetting.as_read import with_plain_figures
from newsroom.vetting.numbers import numbers_in
from newsroom.vetting.passages import Passage, whole
from newsroom.vetting.small_groups import FEW, OF_COMRADES, OF_GROUPS, small_groups

CONFIRMED: Final = "public_data"
"""The field where an editor confirms what is public by law."""
_OF_A_CARD: Final = re.compile(r"\d{7}|\d[\d .]{7}")
"""Nothing shorter is the number of a person's papers."""
_TWELVE: Final = re.compile(r"0\d\d[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}")
_NINE: Final = re.compile(r"(?:0|84)[ .)-]{0,2}[35789](?:[ .-]?\d){7}")
_CARDS: Final = ("cmnd", "cccd", "căn cước", "chứng minh", "định danh", "hộ chiếu", "bhxh", "thẻ đảng")
_WHOLE_DATE: Final = re.compile(r"\d\s?(?:[/.-]|tháng)\s?\d{1,2}\s?(?:[/.-]|năm)\s?(?:19|20)\d\d")
_OF_MEMBERS: Final = (
    *("đảng viên", "đồng chí", "đ/c", "họ và tên", "họ tên", "họ, tên", "sinh năm", "quê quán", "thường trú"),
)
_PROVINCES: Final = (
    "00[12468]|01[0124579]|02[024567]|03[01345678]|04[0245689]|05[124568]|06[024678]|07[024579]|08[0234679]|09[1-6]"
)
_CITIZEN: Final = re.compile(
    rf"(?<![\d.,/-])(?:{_PROVINCES})[ .]?[0-3]\d\d[ .]?\d{{3}}[ .]?\d{{3}}(?![\d/])|(?<!\d)(?:{_PROVINCES})[0-3]\d{{8}}(?!\d)"
)
"""Twelve digits: province, century and sex, year of birth, chance (the number of a citizen's card)."""
_OLD_CARD: Final = re.compile(
    r"(?:\bcmnd|\bcccd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|(?:số|mã) định danh(?: cá nhân)?|hộ chiếu|mã số bhxh|thẻ đảng(?: viên)?)"
    r"[^\d\n]{0,25}(?!\d{1,3}(?:\.\d{3})+\s+(?:thẻ|trường hợp|hồ sơ|công dân|người)\b)((?:[A-Z]\d{7}|\d[\d .]{7,15}\d)(?!\d))",
    re.IGNORECASE,
)
_DATE: Final = r"\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*((?:19|20)\d\d)"
_BORN: Final = re.compile(
    rf"\b(?:ngày(?:,? tháng,? năm)? sinh\s*[:|]?|sinh(?: ngày)?\s*:?|s\.?n\.?)\s*({_DATE})", re.IGNORECASE
)
_NO_BIRTH: Final = re.compile(r"\b(?:h[yi]|học|thí|vệ|tuyển|phát)\s+$", re.IGNORECASE)
"""What makes another word of “sinh”: học sinh, vệ sinh, hy sinh."""
_NAME_BEFORE: Final = re.compile(
    rf"(?:\b(?:[Đđ]ồng chí|[Đđ]/c|[Cc]háu|[Hh]ọ (?:và )?tên)\b|\b(?:{SURNAMES})\s+[A-ZĐÀ-Ỹ])[^.\n]{{0,45}}$"
)
"""A comrade, or somebody with a Vietnamese name, just before."""
_FIRST_LIVING: Final = 1936
"""Who was born before is in the history books more often than among the living."""
_MOBILE: Final = re.compile(
    r"(?<![\d.,/-])(?:(?:\(?(?:\+|00)?84\)?[ .-]?0?|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)"
    r"(?:\d{7}|\d?([ .-])\d{3}\1\d{3,4}|([ .-])\d{2,4}\2\d{2,4}(?:\2\d{2,4})?|(?:[ .]\d){7})|0[35789](?:[ .-]\d\d){4})(?!\d|[.,/-]\d|/[A-ZĐ]{2})"
)
"""Nine digits after 0 or +84, in the groups people write."""
_DIGITS_OF_A_MOBILE: Final = range(10, 14)
_OFFICE: Final = re.compile(
    r"hotline|đường dây nóng|tổng đài|văn phòng|trực (?:ban|chỉ huy|24|cấp cứu|tiếp)|ban chỉ huy|cơ quan|trụ sở|ubnd|ủy ban|uỷ ban|tiếp nhận|công an"
    r"|công ty|tòa soạn|toà soạn|trạm y tế|bệnh viện|trung tâm|phòng |sở |bộ phận một cửa|24/|giờ hành chính|\bsim\b|số máy đẹp",
    re.IGNORECASE,
)
_OF_A_PAPER: Final = re.compile(r"(?:số báo danh|\bsbd|vận đơn|công văn)(?: số)?[ :]*$", re.IGNORECASE)
"""Just before a number that no telephone has."""
_BIRTH: Final = re.compile(r"s(?:inh|\.?n)(?: ngày)?[\s.:|]*\d")
_BEFORE: Final = 110
"""Letters before a number in which an office may be named."""
_LIST_HEAD: Final = re.compile(
    r"[*_ ]*(?:họ (?:và |, )?tên|họ, tên|tên đảng viên|đảng viên|đồng chí)\b.*", re.IGNORECASE
)
_UNDER_A_HEAD: Final = re.compile(r"[ >\t]*\|?[ :-]*-[ :|-]*")
_PRIVATE_COLUMN: Final = re.compile(
    r"ngày(?:,? tháng,? năm)? sinh|năm sinh|cccd|cmnd|căn cước|định danh|ngày vào đảng|vào đảng|quê quán|nơi ở|địa chỉ|thường trú|điện thoại|sđt|số thẻ"
    r"|dân tộc|tôn giáo|kết nạp",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"^\s*(?:\d+[.)]|[-*+])\s+(?:\*\*)?(?:đ/c|đồng chí|ông|bà)?\s*(?!(?:chi|đảng) (?:bộ|ủy|uỷ)\b|(?:ngày|tháng|quý|năm)\b)(?:[^\W\d_]+ ){1,5}"
    r"[^\n]{0,40}?(?:sinh (?:năm|ngày)|\bsn\b|vào đảng|kết nạp|quê quán|thường trú)",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_LISTED: Final = 3
_KNOWN_BY_LAW: Final = re.compile(
    r"h[yi] sinh[^\n]*$|người ứng cử đại biểu (?:hội đồng nhân dân|hđnd|quốc hội)", re.IGNORECASE
)
"""A table of those who fell for the country, by a column of it, or of those who stand for election, by the words above it."""
_HEAD: Final = 300
"""Letters above a table among which those words stand."""
_ROW: Final = re.compile(r"\n\s*(?:\d+[.)]|[-*+])\s")
_CURE: Final = (
    f"bỏ hoặc viết gọn lại; nếu luật cho công khai thì ghi vào {CONFIRMED} kèm căn cứ và người xác nhận (xem sổ tay)"
)

Finder = Callable[[str], Iterator[tuple[int, str, str]]]
"""Finds (place, the words themselves, what they are) in a text."""


def personal_data(front: Mapping, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Every piece of personal data in the passages of a document that its front matter does not confirm."""
    public = [passage for passage in passages if passage.field != CONFIRMED]
    text = whole(public)
    if "\u00a0" in text or encode(text) is None:
        public = [passage._replace(text=with_plain_figures(passage.text)) for passage in public]
        text = whole(public)
    finders = _finders(text)
    if not finders:
        return
    confirmed = _confirmed(front)
    told: set[tuple[int, str]] = set()
    for passage in public:
        for find in _finders(passage.text, finders):
            for place, words, what in find(passage.text):
                problem = _problem(passage, place, words, what)
                if _bare(words) not in confirmed and (passage.is_typed or (problem.line, what) not in told):
                    told.add((problem.line, what))
                    yield problem


def _problem(passage: Passage, place: int, words: str, what: str) -> Problem:
    shown = words if len(words) < 40 else f"{words[:37]}…"
    code = Code.MEMBER_LIST if what is _LIST else Code.PERSONAL_DATA
    return passage.problem(code, f"{what}: “{_hidden(shown)}”", _CURE, place)


def _hidden(words: str) -> str:
    """The words with most digits hidden: the problem itself is printed in public logs."""
    digits = [place for place, letter in enumerate(words) if letter.isdigit()]
    return "".join("•" if place in digits[2:-2] else letter for place, letter in enumerate(words))


def _confirmed(front: Mapping) -> str:
    """Everything confirmed, run together."""
    node = front.get(CONFIRMED)
    entries = node.items if isinstance(node, Items) else ()
    texts = (entry.get("text") for entry in entries if isinstance(entry, Mapping))
    return "\n".join(_bare(text.text) for text in texts if isinstance(text, Scalar))


def _bare(words: str) -> str:
    return re.sub(r"[^\w]+", "", words).casefold()


def _citizens(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _CITIZEN.finditer(text):
        yield match.start(), match[0], "số định danh cá nhân"


def _cards(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _OLD_CARD.finditer(text):
        if not _CITIZEN.fullmatch(match[1]):
            yield match.start(1), match[1], "số giấy tờ tùy thân"


def _births(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _BORN.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        labelled = ":" in match[0] or "|" in match[0]
        if (
            int(match[2]) >= _FIRST_LIVING
            and not _NO_BIRTH.search(before)
            and (labelled or _NAME_BEFORE.search(before))
        ):
            yield match.start(1), match[1], "ngày sinh của một người"


def _mobiles(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n\n")[2]
        is_other = _OFFICE.search(before) or _OF_A_PAPER.search(before)
        if sum(map(str.isdigit, match[0])) in _DIGITS_OF_A_MOBILE and not is_other:
            yield match.start(), match[0], "số di động"


def _member_lists(text: str) -> Iterator[tuple[int, str, str]]:
    start = 0
    lines = text.split("\n") if "|" in text else []
    for line, below in pairwise(lines):
        cells = [cell.strip() for cell in line.strip(" \t|>").split("|")]
        named = [cell for cell in cells if _LIST_HEAD.fullmatch(cell)]
        is_private = named and any(_PRIVATE_COLUMN.search(cell) for cell in cells if cell not in named)
        if is_private and _UNDER_A_HEAD.fullmatch(below) and not _KNOWN_BY_LAW.search(text[:start][-_HEAD:] + line):
            yield start, line.strip(), _LIST
        start += len(line) + 1
    listed = list(_LISTED.finditer(text))
    if len(listed) >= _LEAST_LISTED:
        yield listed[0].start() + len(listed[0][0]) - len(listed[0][0].lstrip()), listed[0][0].strip(), _LIST


_LIST: Final = "danh sách người kèm thông tin riêng"


def _finders(text: str, among: Collection[Finder] = ()) -> list[Finder]:
    """What is worth looking for in a text: each finder has words or signs without which it finds nothing."""
    numbers = numbers_in(text)
    small = lower(text)

    def holds(words: Collection[str]) -> bool:
        return _knows_more(text) or any(map(small.__contains__, words))

    worth: dict[Finder, object] = {
        _citizens: _TWELVE.search(numbers),
        _mobiles: _NINE.search(numbers),
        _cards: _OF_A_CARD.search(numbers) and holds(_CARDS),
        _births: _WHOLE_DATE.search(numbers) and (_knows_more(text) or _BIRTH.search(small)),
        _member_lists: ("|" in text or _ROW.search(text)) and holds(_OF_MEMBERS),
        small_groups: holds(OF_COMRADES) and holds(OF_GROUPS) and (_knows_more(text) or FEW.search(small)),
    }
    return [find for find, sign in worth.items() if sign and (not among or find in among)]


def _knows_more(text: str) -> bool:
    """Whether an expression that ignores case knows more than small letters tell: it does where other scripts stand."""
    return encode(text) is None
