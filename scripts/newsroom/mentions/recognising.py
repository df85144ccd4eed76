"""Recognising: whom the names in a text mean. What cannot be told is told of nobody.

A name means its bearer unless the text says otherwise: it goes on in capitals (“xã Đông Xuyên Thượng”), lies elsewhere
(“xã Tân Lập, huyện Khác”), or is what a street is called after. People are meant only beside their body or its place: too
many share a name. A name of several is theirs whom the text names, or whose place it names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from newsroom.mentions.names import Bearer, Claim, Found, NameTable, folded
from newsroom.mentions.places import CAPITAL, Behind, places_behind, rank_of
from newsroom.surnames import SURNAMES

_GOES_ON: Final = re.compile(rf" {CAPITAL}\w*")
_SOMEBODY: Final = re.compile(rf" (?:{SURNAMES}) {CAPITAL}")
"""A person's name behind that of a body: “Bí thư Chi bộ thôn Mẫu Nguyễn Văn Mẫu”."""
_CALLED_AFTER: Final = re.compile(
    rf"(?:(?i:đường|phố|trường(?:\s\w+){{0,3}}|cầu|chợ|giải thưởng|giải|công viên|bệnh viện)|(?<!\w)(?:{SURNAMES}))\s\Z"
)
_LONGEST_BEFORE: Final = 40


class Mention(NamedTuple):
    """A name as it stands in a text, and the page of whom it means; "" for one that looks like a name and is another's.

    A plain tuple of texts: the ledger keeps it.
    """

    text: str
    url: str


class _Said(NamedTuple):
    """A name in its place: what stands there, and whom it may mean."""

    text: str
    claims: tuple[Claim, ...]


def recognise(
    table: NameTable, text: str, given: Collection[str] = (), others: Collection[str] = ()
) -> tuple[Mention, ...]:
    """Every name in a text, each way of writing it once, in the order in which they come.

    `given` are pages named beside the text, `others` names of which its author says that they mean somebody else.
    """
    not_meant = frozenset(map(folded, others))
    said = [_said(text, found) for found in table.find(text) if folded(text[found.start : found.end]) not in not_meant]
    known = _known(table, said, frozenset(given))
    mentions = tuple(dict.fromkeys(Mention(one.text, known.meant(one.claims)) for one in said))
    meant = tuple(mention.text for mention in mentions if mention.url)
    return tuple(one for one in mentions if one.url or any(text in one.text for text in meant))


class _Known(NamedTuple):
    """The pages that a text names beyond doubt, and those that are often named with these."""

    pages: frozenset[str]
    near: frozenset[str]

    def meant(self, claims: Sequence[Claim]) -> str:
        """The page of whom a name means; "" where nobody can tell."""
        likely = [claim.bearer.url for claim in claims if self._is_likely(claim)]
        if not likely and len(claims) == 1 and not (claims[0].is_short or claims[0].bearer.needs):
            return claims[0].bearer.url
        return likely[0] if len(likely) == 1 else ""

    def _is_likely(self, claim: Claim) -> bool:
        if claim.is_short:
            return claim.bearer.url in self.near or claim.bearer.url in self.pages
        return claim.bearer.url in self.pages or not self.pages.isdisjoint(claim.bearer.beside)


def _known(table: NameTable, said: Sequence[_Said], given: frozenset[str]) -> _Known:
    known = _Known(given | _settled_by_people(said), frozenset())
    for _ in range(2):
        pages = known.pages | {known.meant(one.claims) for one in said} - {""}
        bearers = (table.by_url[url] for url in pages if url in table.by_url)
        known = _Known(pages, frozenset(url for bearer in bearers for url in bearer.beside))
    return known


def _settled_by_people(said: Sequence[_Said]) -> set[str]:
    """A person and the short name of that person's body settle each other: nobody shares both."""
    sure = [one.claims[0] for one in said if len(one.claims) == 1]
    short = {claim.bearer.url for claim in sure if claim.is_short and not claim.bearer.needs}
    people = [claim.bearer for claim in sure if claim.bearer.needs and not short.isdisjoint(claim.bearer.beside)]
    return {url for person in people for url in (person.url, *short.intersection(person.beside))}


def _said(text: str, found: Found) -> _Said:
    """A name with whom it may mean by what stands right around it."""
    start, end, claims = found
    if goes_on := _going_on(text, end, claims):
        return _Said(text[start : goes_on.end()], ())
    behind = places_behind(text, end)
    lying = tuple(claim for claim in claims if not _lies_elsewhere(claim, behind))
    if not lying:
        return _Said(text[start : behind.end], ())
    people = [claim for claim in lying if claim.bearer.needs]
    if people and (before := _CALLED_AFTER.search(text, max(0, start - _LONGEST_BEFORE), start)):
        return _Said(text[before.start() : end], ())
    if len(lying) > 1 and (there := tuple(claim for claim in lying if _lies_there(claim.bearer, behind))):
        return _Said(text[start : behind.end], there)
    return _Said(text[start:end], lying)


def _going_on(text: str, end: int, claims: Sequence[Claim]) -> re.Match[str] | None:
    name = claims[0].name
    if not name.rpartition(" ")[2][:1].isupper():
        return None
    is_body = not any(claim.bearer.needs for claim in claims)
    return None if is_body and _SOMEBODY.match(text, end) else _GOES_ON.match(text, end)


def _lies_elsewhere(claim: Claim, behind: Behind) -> bool:
    """Whether the text puts it within a place of a level of which its own is another."""
    own = rank_of(claim.name)
    for place in behind.places:
        rank = rank_of(place)
        same = [above for above in claim.bearer.above if rank_of(above) == rank]
        if rank > own and same and not any(_agrees(place, above) for above in same):
            return True
    return False


def _lies_there(bearer: Bearer, behind: Behind) -> bool:
    return any(_agrees(place, above) for place in behind.places for above in bearer.above)


def _agrees(place: str, above: str) -> bool:
    return f"{place} ".lower().startswith(f"{above} ".lower())


def occurrences(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention]]:
    """Where mentions stand in a piece of their text: the longest in each place, whole words only."""
    places = [(start, -len(one.text), one) for one in mentions for start in _starts(text, one.text)]
    done = 0
    for start, length, one in sorted(places):
        if start >= done:
            done = start - length
            yield start, done, one


def _starts(text: str, part: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        end = start + len(part)
        if not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()):
            yield start
        start = text.find(part, end)
