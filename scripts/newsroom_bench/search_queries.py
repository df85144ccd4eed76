"""Known-item queries made from a corpus by seed: what a reader who remembers an article would type, in thirteen ways."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from newsroom.search.tokens import fold, syllables
from newsroom_bench.corpus import CorpusArticle

_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\b\d{1,4}[/-](?:\d{4}[/-])?[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*\b")
_OTHER_PLACE: Final = (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("uỷ", "ủy"), ("uý", "úy"), ("oè", "òe"), ("uỵ", "ụy"))
_COMMON: Final = 40
"""Articles that hold a common pair in their title or text, at least."""
_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_TRIES: Final = 200


class Query(NamedTuple):
    """What is typed, and the articles that answer it: the one it was made from first."""

    kind: str
    text: str
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Pool:
    """A corpus prepared for questions. `plain` is the text of each article, folded, blanks around."""

    articles: Sequence[CorpusArticle]
    plain: Mapping[str, str]
    abbreviations: Sequence[tuple[str, str]]

    def holding(self, first: CorpusArticle, *phrases: str) -> tuple[str, ...]:
        """Every article that holds all phrases, syllable by syllable; `first` before the others."""
        wanted = [f" {folded(phrase)} " for phrase in phrases]
        found = (key for key, text in self.plain.items() if all(phrase in text for phrase in wanted))
        return (first.id, *(key for key in found if key != first.id))


Maker = Callable[[Pool, random.Random, CorpusArticle], Query | None]


def make_queries(
    articles: Sequence[CorpusArticle], abbreviations: Sequence[tuple[str, str]], seed: int, each: int
) -> list[Query]:
    """`each` queries of every kind; the same for the same corpus and seed. A kind may come up short."""
    plain = {article.id: f" {folded(_text(article))} " for article in articles}
    pool = Pool(articles, plain, abbreviations)
    return [query for name, make in _MAKERS.items() for query in _some(pool, name, make, seed, each)]


def _some(pool: Pool, name: str, make: Maker, seed: int, each: int) -> Iterator[Query]:
    chance = random.Random(f"{seed} {name}")
    made = 0
    for _ in range(each * _TRIES):
        if made == each or not pool.articles:
            return
        query = make(pool, chance, chance.choice(pool.articles))
        if query and query.text:
            made += 1
            yield query._replace(kind=name)


def folded(text: str) -> str:
    """Mark-free syllables with one blank between them."""
    return " ".join(fold(syllable) for syllable in syllables(text))


def _text(article: CorpusArticle) -> str:
    return f"{article.title} | {article.lead} | {article.body}"


def _stretch(chance: random.Random, text: str, least: int, most: int) -> str:
    """Some neighbouring words of a text, as written; "" where there are not enough."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    size = chance.randint(least, most)
    if len(words) < size + 1:
        return ""
    start = chance.randrange(len(words) - size)
    return " ".join(words[start : start + size])


def _title(pool: Pool, _chance: random.Random, article: CorpusArticle) -> Query:
    return Query("", article.title, pool.holding(article, article.title))


def _plain_title(pool: Pool, _chance: random.Random, article: CorpusArticle) -> Query:
    return Query("", folded(article.title), pool.holding(article, article.title))


def _part_of_title(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query:
    part = _stretch(chance, article.title, 3, 5)
    return Query("", folded(part), pool.holding(article, part))


def _body(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query:
    part = _stretch(chance, article.body, 4, 7)
    return Query("", part, pool.holding(article, part))


def _plain_body(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query:
    query = _body(pool, chance, article)
    return query._replace(text=folded(query.text))


def _other_tone_place(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    part = _stretch(chance, article.title, 4, 6)
    moved = part
    for one, other in _OTHER_PLACE:
        moved = moved.replace(one, "\0").replace(other, one).replace("\0", other)
    return Query("", moved, pool.holding(article, part)) if moved != part else None


def _cut_short(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    words = folded(_stretch(chance, article.title, 3, 5)).split()
    if not words or len(words[-1]) < 3 or not words[-1].isalpha():
        return None
    begun = " ".join([*words[:-1], words[-1][: chance.randint(1, len(words[-1]) - 1)]])
    found = (key for key, text in pool.plain.items() if f" {begun}" in text)
    return Query("", begun, (article.id, *(key for key in found if key != article.id)))


def _typo(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    part = folded(_stretch(chance, article.title, 4, 6))
    places = [place for place, word in enumerate(part.split()) if len(word) > 3 and word.isalpha()]
    if not places:
        return None
    words = part.split()
    place = chance.choice(places)
    word, at = words[place], chance.randrange(len(words[place]) - 1)
    mistakes = (
        word[:at] + word[at + 1 :],
        word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
        word[:at] + chance.choice(_LETTERS) + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    words[place] = chance.choice(mistakes)
    return Query("", " ".join(words), pool.holding(article, part)) if words[place] != word else None


def _two_chunks(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    one, other = _stretch(chance, article.title, 2, 2), _stretch(chance, article.body, 2, 2)
    if not one or not other:
        return None
    return Query("", f"{one} {other}", pool.holding(article, one, other))


def _number(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    numbers = _NUMBER.findall(_text(article))
    if not numbers:
        return None
    number = chance.choice(numbers)
    return Query("", chance.choice((number, number.lower(), folded(number))), pool.holding(article, number))


def _abbreviation(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    """With a word beside it, the abbreviation for an expansion that is written out, or the other way."""
    text = pool.plain[article.id]
    known = [(mine, yours) for pair in pool.abbreviations for mine, yours in (pair, pair[::-1]) if f" {mine} " in text]
    if not known:
        return None
    mine, yours = chance.choice(known)
    before, _, after = text.partition(f" {mine} ")
    near = [*before.split()[-1:], mine, *after.split()[:2]]
    asked = " ".join(yours if word == mine else word for word in near)
    variants = {" ".join(near), asked}
    found = (key for key, other in pool.plain.items() if any(f" {variant} " in other for variant in variants))
    return Query("", asked, (article.id, *(key for key in found if key != article.id)))


def _quoted(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    part = _stretch(chance, article.body, 3, 5)
    return Query("", f"“{part}”", pool.holding(article, part)) if part else None


def _common_pair(pool: Pool, chance: random.Random, article: CorpusArticle) -> Query | None:
    pairs = [f"{a} {b}" for a, b in pairwise(folded(article.title).split()) if a.isalpha() and b.isalpha()]
    if not pairs:
        return None
    pair = chance.choice(pairs)
    counts = Counter(f" {pair} " in text for text in pool.plain.values())
    if counts[True] < min(_COMMON, len(pool.articles) // 4):
        return None
    titled = (other.id for other in pool.articles if f" {pair} " in f" {folded(other.title)} ")
    return Query("", pair, (article.id, *(key for key in titled if key != article.id)))


_MAKERS: Final[Mapping[str, Maker]] = {
    "title": _title,
    "title without marks": _plain_title,
    "part of a title": _part_of_title,
    "phrase of the body": _body,
    "the same without marks": _plain_body,
    "tone placement moved": _other_tone_place,
    "last syllable cut": _cut_short,
    "one typo": _typo,
    "two chunks": _two_chunks,
    "document number": _number,
    "abbreviation": _abbreviation,
    "quoted phrase": _quoted,
    "common pair": _common_pair,
}
