"""Gambling: the words of the adverts that are planted on sites like this one, however they are disguised.

Marks, blanks, dots, widths and letters of other scripts are folded away before a text is asked. Strong words are those that
only an advert uses; crime reports and sports pages have the weak ones every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple

from newsroom.codes import Code
from newsroom.hosts import MAIL, SHOWN_HOST, Hosts
from newsroom.problem import Problem
from newsroom.vetting.folding import parted, plain_letters
from newsroom.vetting.gambling_words import (
    BRAND_SIGNS,
    BRANDS,
    CALLS,
    ROOTS,
    SPELT,
    SPELT_WORDS,
    STRONG,
    WEAK_WORDS,
    WORDS_ONLY,
)
from newsroom.vetting.houses import Suspicion, house_in, suspicion
from newsroom.vetting.passages import Passage, whole

if TYPE_CHECKING:
    from newsroom.spotting import Spotter

_HOUSES: Final = frozenset(BRAND_SIGNS)
_WEAK: Final = {
    sign: [word for word in WEAK_WORDS if word.replace(b" ", b"") == sign]
    for sign in (word.replace(b" ", b"") for word in WEAK_WORDS)
}
"""Weak words by what they are without blanks."""
_FIGURES: Final = bytes.maketrans(b"@$!0134", b"asioiea")
_SIGNS: Final = bytes(code for code in range(256) if WORDS_ONLY[code] == ord(" "))
_SIGNS_NO_FIGURES: Final = bytes(code for code in _SIGNS if code == _FIGURES[code])
_KINDS: Final = bytes(
    ord("1" if code in b"@$!0134" else "a" if code in ascii_lowercase.encode() else " ") for code in range(256)
)
_FIGURE_IN_WORD: Final = b"a1"
_LONE_OR_NOT: Final = bytes(32 if code in _SIGNS else ord("a") for code in range(256))
_FIVE_LONE: Final = re.compile(b" a  *a  *a  *a  *a ")
"""Written so that the engine looks for its first three letters, not for each blank."""
_REACH: Final = 40
"""Letters on either side of a root within which the whole word stands."""
_ANCHOR: Final = re.compile(r"\[([^\]\n]{1,200})\](?:\(\s*([^)\s]*)|\s?[\[:])|<(https?://[^>\s]+)>")
"""What a link says, and where it leads."""
_FISH: Final = b"bancaonline"
_FISH_FOR_SALE: Final = re.compile(r"bán\s+cá\s+online", re.IGNORECASE)
"""What reads as the game (bắn cá) only where nobody looks at the marks."""
_MOST_WEAK: Final = 3
"""Different weak words in one document that ask for a reviewer; as many strong ones are an advert, whatever they link to."""
_CURE: Final = (
    "xóa đoạn ấy; nếu không ai trong ban biên tập viết, báo ngay người phụ trách vì có thể tài khoản đã bị chiếm"
)
_REVIEW: Final = "người duyệt đọc lại cả bài; bài phản ánh, cảnh báo thì cứ đăng"


class _Words(NamedTuple):
    """The words of a passage that matter here."""

    adverts: list[bytes]
    brands: list[bytes]
    weak: list[bytes]
    calls: bool


def gambling(passages: list[Passage], hosts: Hosts) -> Iterator[Problem]:
    """Adverts beside a link or the name of a site nobody reviewed are refused; words alone ask for a reviewer.

    A document is told of once.
    """
    text = whole(passages)
    letters = plain_letters(text)
    by_words = next(_by_words(passages, _words_among(letters, text), hosts), None)
    by_house = None if by_words and by_words.code is Code.GAMBLING else next(_by_house(passages, letters, hosts), None)
    if found := by_house or by_words:
        yield found


def _by_house(passages: list[Passage], all_letters: bytes, hosts: Hosts) -> Iterator[Problem]:
    """A site that is called as a house is, and what the text around it says of one."""
    if not house_in(all_letters, hosts):
        return
    for passage in passages:
        letters = plain_letters(passage.text)
        if not (site := house_in(letters, hosts)) or not (told := suspicion(parted(letters))):
            continue
        place, typed = _as_typed(passage.text, site.translate(None, _SIGNS))
        if told is Suspicion.ADVERT:
            message = f"lời quảng cáo cờ bạc đi kèm tên trang ngoài (“{typed}”)"
            yield passage.problem(Code.GAMBLING, message, _CURE, place)
        else:
            message = f"có từ của quảng cáo cờ bạc và tên trang ngoài (“{typed}”)"
            yield passage.problem(Code.GAMBLING_WORDS, message, _REVIEW, place)


def _by_words(passages: list[Passage], all_words: _Words | None, hosts: Hosts) -> Iterator[Problem]:
    if not all_words or not (all_words.adverts or all_words.brands or len(all_words.weak) >= _MOST_WEAK):
        return
    telling = [(passage, words) for passage in passages if (words := _words(passage.text))]
    adverts = {word for _, words in telling for word in words.adverts}
    brands = {word for _, words in telling for word in words.brands}
    weak = {word for _, words in telling for word in words.weak}
    if not adverts and not brands and len(weak) < _MOST_WEAK:
        return
    word = min(adverts or brands or weak).decode().strip()
    passage = next(
        passage for passage, words in telling if word.encode() in {w.strip() for group in words[:3] for w in group}
    )
    sites = {site for passage in passages for site in written_sites(passage.text)}
    invites = bool(adverts) or any(words.calls for _, words in telling) or len(brands) >= _MOST_WEAK
    planted = invites and (
        any(not hosts.knows(site) for site in sites) or (sites and len(adverts | brands) >= _MOST_WEAK)
    )
    place, typed = _as_typed(passage.text, word.replace(" ", "").encode())
    if planted or any(_anchors_advertise(passage) for passage, _ in telling):
        message = f"lời quảng cáo cờ bạc (“{typed or word}”) đi kèm liên kết hoặc tên trang ngoài"
        yield passage.problem(Code.GAMBLING, message, _CURE, place)
    else:
        message = f"có từ của quảng cáo cờ bạc (“{typed or word}”)"
        yield passage.problem(Code.GAMBLING_WORDS, message, _REVIEW, place)


def _words(text: str) -> _Words | None:
    return _words_among(plain_letters(text), text)


def _words_among(letters: bytes, text: str) -> _Words | None:
    """The words that matter among the plain letters of a text; None where there are none."""
    joined = letters.translate(None, _SIGNS)
    signs = _spotter().within(joined)
    roots = [sign for sign in signs if sign in ROOTS]
    adverts = _strong(joined, roots) if roots else []
    if _FIVE_LONE.search(b" " + letters.translate(_LONE_OR_NOT) + b" "):
        adverts += [
            word for run in SPELT.findall(parted(letters)) for word in SPELT_WORDS.findall(run.replace(b" ", b""))
        ]
    if not adverts and _FIGURE_IN_WORD in letters.translate(_KINDS):
        disguised = letters.translate(_FIGURES, _SIGNS_NO_FIGURES)
        adverts = _strong(disguised, [sign for sign in _spotter().within(disguised) if sign in ROOTS])
    if _FISH in adverts and adverts.count(_FISH) <= len(_FISH_FOR_SALE.findall(text)):
        adverts = [word for word in adverts if word != _FISH]
    is_house = not _HOUSES.isdisjoint(signs)
    likely = [word for sign in signs for word in _WEAK.get(sign, ())] if roots else []
    if not (adverts or is_house or likely):
        return None
    words = parted(letters)
    brands = [match[0] for match in BRANDS.finditer(words)] if is_house else []
    weak = [word for word in likely if word in b" " + words + b" "]
    if not adverts and not brands and not weak:
        return None
    return _Words(adverts, brands, weak, bool(CALLS.search(words)))


@cache
def _spotter() -> Spotter:
    from newsroom.spotting import Spotter  # it loads numpy, which a build that reads nothing does without

    return Spotter({*ROOTS, *_HOUSES, *_WEAK})


def _strong(joined: bytes, roots: Sequence[bytes]) -> list[bytes]:
    """The strong words of a text without blanks: looked for around their roots, for the expression is slow."""
    places = sorted(match.start() for root in roots for match in re.finditer(root, joined))
    parts = (joined[max(0, place - _REACH) : place + _REACH] for place in places)
    return [match[0] for part in parts for match in STRONG.finditer(part)]


def _anchors_advertise(passage: Passage) -> bool:
    anchors = (" ".join(match.groups("")) for match in _ANCHOR.finditer(passage.text))
    return any((words := _words(anchor)) and (words.adverts or words.brands) for anchor in anchors)


def _as_typed(text: str, word: bytes) -> tuple[int, str]:
    """Where a word without blanks stands and how it is typed; letters are folded one by one, for a folded text has other places."""
    typed = [plain_letters(letter) for letter in text]
    for figures, signs in ((None, _SIGNS), (_FIGURES, _SIGNS_NO_FIGURES)):
        letters = [letter.translate(figures, signs) for letter in typed]
        found = b"".join(letters).find(word)
        if found >= 0:
            places = [place for place, letter in enumerate(letters) for _ in letter]
            start, end = places[found], places[found + len(word) - 1] + 1
            return start, " ".join(text[start:end].split())
    return 0, ""


def written_sites(text: str) -> list[str]:
    """The host of every site that a text names, linked or not; addresses of mail name none."""
    found = (match[0].lower() for match in SHOWN_HOST.finditer(MAIL.sub(" ", text)))
    return [re.split(r"[/:?#\])]", name.partition("://")[2] or name)[0] for name in found]
