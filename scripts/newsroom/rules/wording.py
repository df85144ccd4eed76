"""Rules on the wording of one text: what Word and a hurried hand leave behind. Tone style is never touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import filterfalse, islice, pairwise
from operator import eq
from typing import TYPE_CHECKING, Final, NamedTuple

from newsroom.code_page import codes_of, decode, encode
from newsroom.codes import Code
from newsroom.picture_words import vague_credit_lines
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.syllables import has_lost_letters, is_syllable

if TYPE_CHECKING:
    from newsroom.spotting import Memory

_FRONT: Final = ("title", "name", "number", "lead", "summary")
"""Fields whose text is looked at as the body is."""
_WORD: Final = re.compile(r"(?<![^\W\d_][’'])(?<![^\s“”‘’\"'(\[*_–—-])[^\W\d_]+(?![^\s“”‘’\"')\]*_.,;:!?…–—-])")
"""A word between blanks and punctuation: no part of an address, a code, a number or a name like B’hốk."""
_ANY_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: Final = """
của và các những được với trong cho đã sẽ tại bằng trên để theo nhằm rằng nhưng là có ở do về khi này
"""
_SMALL: Final = frozenset(_SMALL_WORDS.split())
"""Words that are never said twice on purpose: “luôn luôn”, “dần dần” are good Vietnamese."""
_MEANT: Final = r"(?<=của của) (?:chung|riêng|cải|công|nả|nổi|chìm|hồi môn|gia bảo)\b|(?<=để để) (?:tang|dành|tâm)\b|(?<=đi đi về về)"
"""Where a word is said twice on purpose: goods, of which the first word says whose; what is done in order to; a way gone often."""
_SMALL_CODES: Final = frozenset(map(encode, _SMALL))
_LETTERS_ONLY: Final = bytes(code if code in codes_of(str.isalpha) else 0 for code in range(256))
_WORTH_ARRAYS: Final = 400
"""Letters of a text below which its words are looked up one by one."""
_TARGET: Final = re.compile(r"(?m)^(?:!!!|\?\?\?\+?) .*$|\]\([^)\n]*\)|`[^`\n]*`|\{[^}\n]*\}")
_TARGET_SIGNS: Final = ("](", "`", "{", "!!!", "???")
_NO_BREAK: Final = re.compile("\u00a0{2,}")
_PATH: Final = re.compile(r"(?:Description: ?)?(?<![\w])(?:[A-Za-z]:\\|file:/{2,3})[^\s\"<>|]*")
_BRACKETED: Final = re.compile(r"\([ẢảA]nh[^()\n]{0,60}\)(?=[^\W\d_])")
_BEFORE_CAPTIONS: Final = ("Ảnh:", "Anh:", "(Ảnh", "(ảnh", "(Anh")
_CAPTION: Final = re.compile(r"(?<!\w)[ẢA]nh: ?((?:[^\s.()]+[ \u00a0]?){1,7})")
_STRAIGHT: Final = re.compile(r'"(?<![^\s(]")[^\s"][^"\n]*"')
_CURLY: Final = re.compile(r"“[^”\n]*”")
_MARKED: Final = re.compile(r"\*\*[^*]+\*\*|!?\[[^][]*\]\([^()]*\)")
_MOST_STRETCHES: Final = 300_000
_sound: set[str] = set()
"""Stretches without blanks in which nothing was found: most texts are made of the same."""


class Slip(NamedTuple):
    """Something to mend: the letters that are wrong, what is wrong, and the cure."""

    needle: str
    code: Code
    message: str
    cure: str


Look = Callable[[str], Iterator[Slip]]
"""Finds the slips of one kind in a text."""


def check_wording(source: Source) -> Iterator[Problem]:
    """Slips in the body, and in the front matter where readers see it. Each wrong word is told once."""
    front = {key.text: node for key, node in source.front.entries}
    fields = {field: text for field in _FRONT if (text := getattr(front.get(field), "text", ""))}
    looks = _worth_taking("\n".join((source.body, *fields.values())))
    for look in looks:
        for slip in look(source.body):
            yield source.problem_at(slip.needle, slip.code, slip.message, slip.cure)
    for field, text in fields.items():
        for look in (*looks, _marks):
            for slip in look(text):
                yield source.problem_in_field(field, slip.needle, slip.code, slip.message, slip.cure)


def _worth_taking(text: str) -> list[Look]:
    """The looks that find something in a text: no other can in any part of it that ends with a line."""
    may_be_lost, may_be_doubled = _suspects(text)
    looks = [_lost_letters] if may_be_lost else []
    looks += [_doubled_words] if may_be_doubled else []
    return [*looks, *(look for look in _LOOKS if any(look(text)))]


def _suspects(text: str) -> tuple[bool, bool]:
    """Whether a text may hold syllables that cannot exist, and small words that stand twice: most have neither."""
    codes = encode(text) if len(text) > _WORTH_ARRAYS else None
    if codes is None:
        return True, True
    from newsroom.spotting import words_of  # it loads numpy, which a build that reads nothing does without

    words = words_of(codes.translate(_LETTERS_ONLY))
    unknown = _heard().unknown(words)
    sound = [word for word in unknown if not has_lost_letters(decode(word))]
    _heard().remember(sound)
    return len(sound) < len(unknown), not _SMALL_CODES.isdisjoint(words.doubled())


@cache
def _heard() -> Memory:
    """Words in which nothing was found, as codes."""
    from newsroom.spotting import Memory

    return Memory()


def _lost_letters(text: str) -> Iterator[Slip]:
    """Every syllable can exist."""
    fresh = set(filterfalse(_sound.__contains__, text.split()))
    if not fresh:
        return
    found = {stretch: [word for word in _WORD.findall(stretch) if has_lost_letters(word)] for stretch in fresh}
    if len(_sound) < _MOST_STRETCHES:
        _sound.update(stretch for stretch, words in found.items() if not words)
    wrong = dict.fromkeys(word for stretch in sorted(found) for word in found[stretch])
    told = _without_targets(text) if wrong else ""
    for word in wrong:
        if word in told:
            message = f"“{word}” không phải một tiếng có thật"
            yield Slip(word, Code.LOST_LETTERS, message, "có thể mất chữ khi dán; gõ lại cho đủ")


def _doubled_words(text: str) -> Iterator[Slip]:
    """No small word stands twice."""
    stretches = text.split()
    following = islice(stretches, 1, None)
    if any(map(eq, stretches, following)):
        for word in sorted({word for word, after in pairwise(stretches) if word == after} & _SMALL):
            if match := re.search(rf"(?<!\w){word}[ \u00a0]+{word}(?!\w)(?!{_MEANT})", text):
                yield Slip(match[0], Code.DOUBLED_WORD, f"“{word}” gõ hai lần liền nhau", "bỏ một")


def _foreign_d(text: str) -> Iterator[Slip]:
    """Đ is the Vietnamese letter, not the Icelandic one that looks like it; names from Iceland keep theirs."""
    for wrong, right in (("Ð", "Đ"), ("ð", "đ")):
        for word in _ANY_WORD.findall(text) if wrong in text else ():
            if wrong in word and (word.isupper() or is_syllable(word.replace(wrong, right))):
                message = f"chữ “{wrong}” (U+{ord(wrong):04X}) của tiếng Iceland thay cho “{right}”"
                yield Slip(word, Code.FOREIGN_D, message, f"gõ lại bằng bộ gõ Unicode: {right}")
                break


def _mixed_quotes(text: str) -> Iterator[Slip]:
    """A text keeps to one kind of quotation marks."""
    if '"' not in text or "“" not in text:
        return
    told = _without_targets(text)
    if (straight := _STRAIGHT.search(told)) and _CURLY.search(told):
        message = 'vừa có ngoặc kép thẳng (") vừa có ngoặc kép cong (“ ”)'
        yield Slip(straight[0], Code.MIXED_QUOTES, message, "dùng “ ” cho cả bài")


def _marks(text: str) -> Iterator[Slip]:
    """A field holds words only: readers would see its marks of Markdown."""
    if ("**" in text or "](" in text) and (mark := _MARKED.search(text)):
        yield Slip(
            mark[0], Code.STRAY_MARK, "khai báo có dấu Markdown, người đọc thấy nguyên dấu ấy", "bỏ dấu, chỉ để lại chữ"
        )


def _no_break_runs(text: str) -> Iterator[Slip]:
    """A space that does not break stands alone: rows of them are Word's way to indent."""
    if "\u00a0\u00a0" in text and (run := _NO_BREAK.search(text)):
        message = f"{len(run[0])} dấu cách cứng liền nhau do Word để lại"
        yield Slip(run[0], Code.NO_BREAK_RUN, message, "xóa đi; trang tự lo khoảng cách và thụt dòng")


def _leaked_paths(text: str) -> Iterator[Slip]:
    """No path of somebody's computer is public."""
    if ":\\" not in text and "file://" not in text:
        return
    for path in dict.fromkeys(_PATH.findall(_without_targets(text))):
        message = f"“{path}” là đường dẫn trong máy của người soạn, do Word để lại"
        yield Slip(path, Code.PATH_IN_TEXT, message, "xóa cả dòng; ảnh chèn lại kèm lời tả")


def _without_targets(text: str) -> str:
    return _TARGET.sub(" ", text) if any(map(text.__contains__, _TARGET_SIGNS)) else text


def _vague_credits(text: str) -> Iterator[Slip]:
    """A line below a picture that names its source names somebody."""
    yield from (Slip(line, *judgement) for line, judgement in vague_credit_lines(text))


def _run_in_captions(text: str) -> Iterator[Slip]:
    """A caption ends before the text goes on."""
    if ("nh:" not in text and "(Ảnh" not in text) or not any(map(text.__contains__, _BEFORE_CAPTIONS)):
        return
    bracketed = _BRACKETED.search(text)
    found = bracketed[0] if bracketed else next(filter(None, map(_run_in, _CAPTION.finditer(text))), "")
    if found:
        message = f"chú thích ảnh “{found}” dính liền vào chữ đứng sau"
        yield Slip(found, Code.CAPTION_RUN_IN, message, "tách chú thích ra khỏi đoạn, đặt vào ảnh")


def _run_in(caption: re.Match[str]) -> str:
    """The caption up to a word that is two: “Ảnh: Quang PhươngTheo ông”."""
    for word in _ANY_WORD.finditer(caption[1]):
        letters = word[0]
        for place in range(2, len(letters) - 1):
            head, tail = letters[:place], letters[place:]
            if tail[0].isupper() and tail[1:].islower() and is_syllable(head) and is_syllable(tail):
                return caption[0][: caption.start(1) - caption.start() + word.start() + place]
    return ""


_LOOKS: Final[tuple[Look, ...]] = (
    _foreign_d,
    _mixed_quotes,
    _no_break_runs,
    _leaked_paths,
    _run_in_captions,
    _vague_credits,
)
