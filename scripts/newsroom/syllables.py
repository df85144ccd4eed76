"""Vietnamese syllables: which strings of letters can be one. What cannot has usually lost a letter on its way from Word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ONSET: Final = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvxz])"
_CODA: Final = "(?:ch|ng|nh|[cmnpt])"
"""Of Vietnamese, and the z in which dialects are written: “zậy”, “zô”."""
_RIMES: Final = (
    "a ai am an ang anh ao au ay ac ach ap at ă ăm ăn ăng ăc ăp ăt â âm ân âng âu ây âc âp ât "
    "e em en eng eo ec ep et ê êm ên êng ênh êu êc êch êp êt i ia im in inh iu ich ip it iê iêm iên iêng iêu iêc iêp iêt "
    "o oi om on ong ooc oong oc op ot oa oai oam oan oang oanh oao oay oac oach oap oat oă oăm oăn oăng oăc oăt oe oen oeo oet "
    "ô ôi ôm ôn ông ôông ôc ôp ôt ơ ơi ơm ơn ơng ơc ơp ơt u ua ui um un ung uc up ut uâ uân uâng uây uât uê uên uênh uêch "
    "uo uô uôi uôm uôn uông uôc uôt uơ uơn uy uya uych uyên uyêt uynh uyt uyp uyn uyu ư ưa ưi ưm ưn ưng ưu ưc ưp ưt "
    "ươ ươi ươm ươn ương ươu ươc ươp ươt y yêm yên yêng yêu yêt yêc yt ym ynh ych"
)
_SYLLABLE: Final = re.compile(rf"{_ONSET}?(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})")
_HOLLOW: Final = re.compile(rf"{_ONSET}{_CODA}", re.IGNORECASE)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_VIETNAMESE: Final = re.compile(f"[{_TONES}\u0302\u0306\u031bđ]")
_STOPPED: Final = re.compile(r"(?:c|ch|p|t)$")
_STOPPED_TONES: Final = "\u0301\u0323"
_TONELESS: Final = str.maketrans("", "", _TONES)
_LOAN_WORDS: Final = """
    alô axít ăcquy balê balô bađờxuy băngrôn bêtông bludông bôxit bôxít café canô capô căngtin cờlê côngtơ crôm đ đôla
    êkip hécta iôt kilômet kilômét kiôt kiốt lôgic magiê mét milimét mililít míc môđun môtô môtơ néon nilông nitơ nơron
    ôliu ôtô ôxy palađi palăng panô patê phômai phôtô phôtpho pơmu rađa rôbốt rơmooc rơmoóc sakê sôcôla sơmi urê vắcxin
    văcxin vectơ virút vnđ vôlăng ximăng xitéc php
"""
_LOANS: Final = frozenset(_LOAN_WORDS.split())
"""Words of other languages that are written in one and keep Vietnamese letters."""


def is_syllable(word: str) -> bool:
    """Whether letters can be one Vietnamese syllable: an onset, a rime, a tone; rimes that end in c, ch, p, t take only sắc
    and nặng. Case does not matter.
    """
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = [letter for letter in decomposed if letter in _TONES]
    plain = unicodedata.normalize("NFC", decomposed.translate(_TONELESS))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not tones or not _STOPPED.search(plain) or tones[0] in _STOPPED_TONES


@lru_cache(maxsize=1 << 17)
def has_lost_letters(word: str) -> bool:
    """Whether a word cannot be whole: Vietnamese letters that make no syllable (“tnguồn”, “củngcố”), or an onset and an end
    with nothing between (“vng”). Names and abbreviations in capitals are left alone: other peoples write theirs otherwise.
    """
    if word in _LOANS:
        return False
    if _HOLLOW.fullmatch(word):
        return len(word) > 2 and word[1:].islower()
    is_vietnamese = bool(_VIETNAMESE.search(unicodedata.normalize("NFD", word)))
    return is_vietnamese and word.islower() and not is_syllable(word)
