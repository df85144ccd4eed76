"""The words of adverts for gambling, as they read when marks, blanks and disguises are folded away; and the disguises.

To add a word: fold it by hand (small letters, no marks, no blanks), put it into STRONG, and a part of it into ROOTS.
"""

from __future__ import annotations

import re
from typing import Final

ALIKE: Final = str.maketrans(
    "авсԁеƒһіјкκӏмнорρԛгѕтυԝхуүᴢοαενιτɩıɡɑƙɓ",
    "abcdefhijkklmhoppqrstuwxyyzoaevitiigakb",
)
"""Letters of other scripts, or with a hook, that look like Latin ones; what carries marks is taken apart before."""
OTHER_LETTERS: Final = re.compile("[ƒƙɐ-ʯͰ-ϿЀ-ԯᴀ-ᵿ]")
WORDS_ONLY: Final = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))
ROOTS: Final = (
    *(b"nhacai", b"casino", b"songbac", b"taixiu", b"xocdia", b"nohu", b"doithuong", b"banca", b"slot", b"baccarat"),
    *(
        b"cadobong",
        b"cadotruc",
        b"cacuoc",
        b"tracuoc",
        b"lekeo",
        b"soikeo",
        b"deonl",
        b"daga",
        b"poker",
        b"napdau",
        b"dangkynhan",
        b"trainghiem",
        b"freebet",
    ),
    *(b"linkvao", b"danhbac", b"cobac", b"choibac", b"xosoonl", b"jackpot", b"gamebai", b"tangtien"),
)
"""One of these, blanks aside, stands in every strong word, and in every weak one but “lô đề”, which lo để also reads as."""
STRONG: Final = re.compile(
    rb"nhacaiuytin|nhacaionline|nhacaihangdau|nhacaiso1|topnhacai|linknhacai|danhsachnhacai|casinoonline|casinotructuyen|livecasino"
    rb"|songbactructuyen|songbaconline|taixiuonline|taixiumd5|taixiutructuyen|xocdiaonline|xocdiadoithuong|nohuonline|nohudoithuong"
    rb"|gamebaidoithuong|danhbaidoithuong|banca(?:online|doithuong)|gamedoithuong|quayhudoithuong|slotgame|gameslot|baccaratonline"
    rb"|cadobongda(?:online|tructuyen)|cadotructuyen|cacuocbongda(?:online|tructuyen)|cacuoctructuyen|cacuoconline|cacuocthethao"
    rb"|(?:ty|ti)lekeo(?:nhacai|bongda)|(?:soi)?keonhacai|lodeonline|danhdeonline|ghideonline|xosoonline88|daga(?:thomo|online|tructiep)"
    rb"|pokeronline|khuyenmainapdau|thuongnapdau|napdaunhan|tangtienkhidangky|dangkynhan\d+k|tang\d+ktrainghiem|freebet|hoantracuoc"
    rb"|linkvao(?:nhacai|kubet|w88|fb88|m88|188bet|bk8)|danhbaconline|danhbactructuyen|choibaconline"
)
BRAND_NAMES: Final = (
    rb"ku ?bet\d*|ku ?casino|w88|m88|fb88|bk8|fun88|188 ?bet|789 ?bet|8x ?bet|jun88|hi88|new88|sh ?bet|bong88|sbo ?bet|vn88"
    rb"|five ?88|rik ?vip|sun ?win|go88|b52 ?club|i9 ?bet|de ?bet|loto188|ok ?vip|ae888|nhat ?vip|hit ?club|68 ?game ?bai|f8 ?bet|mb66|qh88|s666"
    rb"|tha ?bet|bet88|bet365|1xbet|cmd368|letou|dafabet|vwin|8us|ee88|win55|win79|789 ?club|iwin ?club|zowin|manclub|gamvip|79king|33win"
)
BRANDS: Final = re.compile(rb"\b(?:" + BRAND_NAMES + rb")\b")
BRAND_SIGNS: Final = tuple(re.sub(rb" \?|\\d\*", b"", BRAND_NAMES).split(b"|"))
"""One of these, blanks aside, stands in every name of a house."""
WEAK_WORDS: Final = (
    *(b" nha cai ", b" nhacai ", b" casino ", b" ca do bong da ", b" ca cuoc ", b" cacuoc ", b" tai xiu "),
    *(b" taixiu ", b" no hu ", b" lo de ", b" xoc dia ", b" danh bac truc tuyen ", b" danh bac online "),
    *(b" co bac truc tuyen ", b" co bac online ", b" soi keo ", b" da ga ", b" doi thuong ", b" slot "),
    *(b" jackpot ", b" baccarat ", b" game bai "),
)
CALLS: Final = re.compile(
    rb"\b(?:(?:vao|choi|dang ky|tham gia|truy cap|tai|click|bam) (?:ngay|link|app|vao day|tai day)|link (?:vao|moi|dang ky)|nhan thuong|uy tin|khuyen mai|tang (?:ngay|thuong|\d)"
    rb"|tai day)\b"
)
"""What an advert asks its readers to do."""
SPELT: Final = re.compile(rb"\b(?:[a-z0-9] ){4,}[a-z0-9]\b")
"""Letters set apart one by one: n.h.à c.á.i."""
SPELT_WORDS: Final = re.compile(rb"nhacai|casino|cado|cacuoc|taixiu|nohu|lode|xocdia|soikeo|doithuong|kubet|baccarat")
