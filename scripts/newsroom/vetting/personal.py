"""Personal data: numbers, dates and lists that tell one person apart, stopped before they are public.

Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 and Nghị định 356/2025/NĐ-CP, by which ethnicity and faith are sensitive data.

What the law makes public is confirmed in the front matter (`public_data`), with its basis and who answers for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from newsroom.code_page import encode, lower
from newsroom.codes import Code
from newsroom.nodes import Mapping, Scalar
from newsroom.nodes import Sequence as Items
from newsroom.problem import Problem
from newsroom.vetting import births, papers, telephones
from newsroom.vetting.as_read import with_plain_figures
from newsroom.vetting.births import birthdays
from newsroom.vetting.numbers import numbers_in
from newsroom.vetting.papers import cards, citizens
from newsroom.vetting.passages import Passage, whole
from newsroom.vetting.small_groups import FEW, OF_COMRADES, OF_GROUPS, small_groups
from newsroom.vetting.telephones import mobiles

CONFIRMED: Final = "public_data"
"""The field where an editor confirms what is public by law."""
_OF_MEMBERS: Final = (
    *("đảng viên", "đồng chí", "đ/c", "họ và tên", "họ tên", "họ, tên", "sinh năm", "quê quán", "thường trú"),
)
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

Found = tuple[int, str, str]
"""A place, the words themselves, what they are."""
Finder = Callable[[str], Iterator[Found]]


def personal_data(front: Mapping, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Every piece of personal data in the passages of a document that its front matter does not confirm."""
    confirmed = _confirmed(front)
    told: set[tuple[int, str]] = set()
    for passage, (place, words, what) in _found([passage for passage in passages if passage.field != CONFIRMED]):
        problem = _problem(passage, place, words, what)
        if _bare(words) not in confirmed and (passage.is_typed or (problem.line, what) not in told):
            told.add((problem.line, what))
            yield problem


def kinds_of_personal_data(passages: Sequence[Passage]) -> tuple[str, ...]:
    """What kinds of it are in the passages, in words, each once."""
    return tuple(dict.fromkeys(what for _, (_, _, what) in _found(passages)))


def _found(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Found]]:
    text = whole(passages)
    if "\u00a0" in text or encode(text) is None:
        passages = [passage._replace(text=with_plain_figures(passage.text)) for passage in passages]
        text = whole(passages)
    if finders := _finders(text):
        for passage in passages:
            for find in _finders(passage.text, finders):
                for found in find(passage.text):
                    yield passage, found


def _problem(passage: Passage, place: int, words: str, what: str) -> Problem:
    line = " ".join(words.split())
    shown = line if len(line) < 40 else f"{line[:37]}…"
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
        citizens: papers.TWELVE.search(numbers),
        mobiles: telephones.SIGN.search(numbers),
        cards: papers.SIGN.search(numbers) and holds(papers.NAMES),
        birthdays: births.SIGN.search(numbers) and (_knows_more(text) or births.WORD.search(small)),
        _member_lists: ("|" in text or _ROW.search(text)) and holds(_OF_MEMBERS),
        small_groups: holds(OF_COMRADES) and holds(OF_GROUPS) and (_knows_more(text) or FEW.search(small)),
    }
    return [find for find, sign in worth.items() if sign and (not among or find in among)]


def _knows_more(text: str) -> bool:
    """Whether an expression that ignores case knows more than small letters tell: it does where other scripts stand."""
    return encode(text) is None
