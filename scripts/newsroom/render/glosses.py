"""Glosses: an old name stays as it was written; at its first mention "(nay là …)" is added from data.

A chain of places ("xã Đông Xuyên, huyện Tiền Hải, tỉnh Thái Bình") is glossed once, behind its end, by what its smallest
unit is today. Headings, links, quotations and names of organisations that hold the name are left alone, and so is a
mention whose own text already says what the place is now. Brackets do not pile up: a mention in brackets, or right
before some, leaves its gloss to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from newsroom.mentions import CAPITAL

_LEFT_ALONE: Final = re.compile(
    r"(<(a|h[1-6]|blockquote|figure|table|pre|code)\b.*?</\2>|<[^>]*>|“[^“”<>]*”)", re.DOTALL
)
_SAYS_SO: Final = re.compile(r"[^.!?]{0,120}?\bnay (?:\w+ )?(?:là|thuộc)\b")
_HIGHER: Final = rf"(?-i:(?:xã|huyện|quận|thị xã|thành phố|tỉnh)(?: {CAPITAL}\w*)+)"
"""A place above, whether or not anything is known of it."""
_BODIES: Final = (
    "Ban (?:quản lý|Quản lý|Chấp hành|Thường vụ|Chỉ đạo|Tổ chức|Tuyên giáo|Dân vận|Nội chính|Chỉ huy)|Bộ Chỉ huy|Bệnh viện|Cổng thông tin"
    "|Câu lạc bộ|Công an|Công đoàn|Công ty|Chi bộ|Chi cục|Chi (?:ủy|uỷ)|Đài|Đảng bộ|Đảng (?:ủy|uỷ)|Đoàn|HĐND|Hạt|Hội|Hội đồng|Hợp tác xã|Kho bạc|Liên đoàn"
    "|Liên minh|Mặt trận|MTTQ|Phòng|Quỹ|Sở|T(?:òa|oà) án|Trạm|Trang tin|Trang thông tin|Trung tâm|Trường|UBND|Tỉnh (?:ủy|uỷ)|Huyện (?:ủy|uỷ)|(?:Ủy|Uỷ) (?:ban|viên)|Văn phòng|Viện"
)
_OF_A_BODY: Final = re.compile(
    rf"(?<!\w)(?:{_BODIES})(?: (?!(?:của|ở|tại|với|và|về|cho|trên|trong|từ|đến|do|là|đã|đóng|thuộc) )[\w–-]+){{0,8}} \Z"
)
"""What makes the place behind it a part of an organisation's name: “Ban quản lý dự án tỉnh Cũ”."""
_LONGEST_BODY: Final = 100
_TAG: Final = re.compile(r"<[^>]*>")
_BLOCK: Final = re.compile(r"<(?:p|li|d[dt]|t[dh]|div)\b[^>]*>")
_ENDS: Final = r"(?![\w])"


class Gloss(NamedTuple):
    """An old name in every spelling that is recognised, and what is added behind it; `longer` names hold it and are others'."""

    names: tuple[str, ...]
    phrase: str
    longer: tuple[str, ...] = ()


def add_glosses(html: Markup, glosses: Sequence[Gloss]) -> Markup:
    """Add each gloss behind the first mention of its name."""
    if not glosses:
        return html
    phrases = {name: gloss for gloss in glosses for name in map(_key, gloss.names)}
    pattern = _pattern(phrases, {name for gloss in glosses for name in gloss.longer})
    done: set[Gloss] = set()
    parts = _LEFT_ALONE.split(html)
    for place in range(0, len(parts), 3):
        parts[place] = _gloss(parts, place, pattern, phrases, done)
        if len(done) == len(glosses):
            break
    return Markup("".join(part for place, part in enumerate(parts) if place % 3 != 2))


def _pattern(phrases: dict[str, Gloss], longer: Iterable[str]) -> re.Pattern[str]:
    """The longer names first, then chains of old names."""
    one = "|".join(re.escape(name) for name in sorted(phrases, key=lambda name: (-len(name), name)))
    skipped = "|".join(re.escape(_key(name)) for name in sorted(longer, key=lambda name: (-len(name), name)))
    chain = rf"(?P<chain>(?:{one})(?:, (?:{one}|{_HIGHER}))*){_ENDS}"
    return re.compile(rf"(?<!\w)(?:(?:{skipped}){_ENDS}|{chain})" if skipped else rf"(?<!\w){chain}", re.IGNORECASE)


def _gloss(
    parts: Sequence[str], place: int, pattern: re.Pattern[str], phrases: dict[str, Gloss], done: set[Gloss]
) -> str:
    text, made, end = parts[place], list[str](), 0
    for match in pattern.finditer(text):
        if match["chain"] is None or _goes_on(text, match.end()) or _ends_a_body(text, match.start()):
            continue
        smallest, *higher = (phrases.get(_key(name)) for name in match["chain"].split(", "))
        assert smallest  # a chain begins with an old name
        fresh = smallest not in done
        after = text[match.end() :] + _what_follows(parts, place) if fresh else ""
        says_so = bool(_SAYS_SO.match(after))
        if fresh and not says_so and _is_at_brackets(_what_precedes(parts, place) + text[: match.start()], after):
            continue
        done.update(gloss for gloss in (smallest, *higher) if gloss)
        if fresh and not says_so:
            made += (text[end : match.end()], f'<span class="nr-now"> ({escape(smallest.phrase)})</span>')
            end = match.end()
    return "".join((*made, text[end:]))


def _key(name: str) -> str:
    """A name as it stands in HTML, without regard to case."""
    return str(escape(name)).casefold()


def _what_follows(parts: Sequence[str], place: int) -> str:
    """The text behind a part, to the end of its paragraph, without its tags."""
    html = "".join(part for number, part in enumerate(parts[place + 1 :], start=1) if number % 3 != 2)
    return _TAG.sub("", html.partition("</p>")[0])


def _what_precedes(parts: Sequence[str], place: int) -> str:
    """The text before a part, from the beginning of its paragraph, without its tags."""
    html = "".join(part for number, part in enumerate(parts[:place]) if number % 3 != 2)
    return _TAG.sub("", _BLOCK.split(html)[-1])


def _is_at_brackets(before: str, after: str) -> bool:
    """Whether a mention stands in brackets or right before some."""
    return before.count("(") > before.count(")") or after.startswith((" (", "("))


def _goes_on(text: str, end: int) -> bool:
    """Whether the name goes on in capitals: "xã Đông Xuyên Thượng" is another place than "xã Đông Xuyên"."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _ends_a_body(text: str, start: int) -> bool:
    """Whether the name of an organisation ends in the place: what that is called today nobody told us."""
    return bool(_OF_A_BODY.search(text, max(0, start - _LONGEST_BODY), start))
