"""The words of adverts for gambling, as they read when marks, blanks and disguises are folded away; and the disguises.

To add a word: fold it by hand (small letters, no marks, no blanks), put it into STRONG, and a part of it into STRONG_ROOTS.
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
    *(b"nhacai", b"casino", b"songbac", b"taixiu", b"xocdia", b"nohu", b"doithuong", b"banca", b"slot"),
    *(b"baccarat", b"cadobong", b"cadotructuyen", b"cacuoc", b"keonhacai", b"lekeo", b"lodeon", b"danhdeon"),
    *(b"ghideon", b"soikeo", b"dagatho", b"dagaon", b"dagatruc", b"poker", b"napdau", b"dangkynhan"),
    *(b"trainghiem", b"freebet", b"tracuoc", b"linkvao", b"danhbac", b"cobac", b"choibac", b"xosoonline"),
    *(b"jackpot", b"gamebai"),
)
"""One of these, blanks aside, stands in every text that has more than one word of adverts."""
STRONG_ROOTS: Final = (
    *(b"nhacai", b"casinoonl", b"casinotruc", b"livecasino", b"songbac", b"taixiu", b"xocdia", b"nohuonl"),
    *(b"doithuong", b"bancaonl", b"slotgame", b"gameslot", b"baccaratonl", b"cadobong", b"cadotruc"),
    *(b"cacuoc", b"lekeo", b"keonhacai", b"lodeonl", b"danhdeonl", b"ghideonl", b"xosoonline88", b"dagatho"),
    *(b"dagaonl", b"dagatruc", b"pokeronl", b"napdau", b"tangtien", b"dangkynhan", b"ktrainghiem"),
    *(b"freebet", b"tracuoc", b"linkvao", b"danhbaconl", b"danhbactruc", b"choibaconl"),
)
"""One of these stands in every strong word."""
STRONG: Final = re.compile(
    rb"nhacaiuytin|nhacaionline|nhacaihangdau|nhacaiso1|topnhacai|linknhacai|danhsachnhacai|casinoonline|casinotructuyen|livecasino"
    rb"|songbactructuyen|songbaconline|taixiuonline|taixiumd5|taixiutructuyen|xocdiaonline|xocdiadoithuong|nohuonline|nohudoithuong"
    rb"|gamebaidoithuong|danhbaidoithuong|banca(?:online|doithuong)|gamedoithuong|quayhudoithuong|slotgame|gameslot|baccaratonline"
    rb"|cadobongda(?:online|tructuyen)|cadotructuyen|cacuocbongda(?:online|tructuyen)|cacuoctructuyen|cacuoconline|cacuocthethao"
    rb"|(?:ty|ti)lekeo(?:nhacai|bongda)|(?:soi)?keonhacai|lodeonline|danhdeonline|ghideonline|xosoonline88|daga(?:thomo|online|tructiep)"
    rb"|pokeronline|khuyenmainapdau|thuongnapdau|napdaunhan|tangtienkhidangky|dangkynhan\d+k|tang\d+ktrainghiem|freebet|hoantracuoc"
    rb"|linkvao(?:nhacai|kubet|w88|fb88|m88|188bet|bk8)|danhbaconline|danhbactructuyen|choibaconline"
)
BRAND_SIGNS: Final = (
    *(b"kubet", b"kucasino", b"w88", b"m88", b"fb88", b"bk8", b"fun88", b"188bet", b"789bet", b"8xbet"),
    *(b"jun88", b"hi88", b"new88", b"shbet", b"bong88", b"sbobet", b"vn88", b"five88", b"rikvip", b"sunwin"),
    *(b"go88", b"b52club", b"i9bet", b"debet", b"loto188", b"okvip", b"ae888", b"nhatvip", b"hitclub"),
    *(b"68gamebai", b"f8bet", b"mb66", b"qh88", b"s666", b"thabet", b"bet88", b"bet365", b"1xbet", b"cmd368"),
    *(b"letou", b"dafabet", b"vwin", b"8us", b"ee88", b"win55", b"win79", b"789club", b"iwinclub", b"zowin"),
    *(b"manclub", b"gamvip", b"79king", b"33win"),
)
BRANDS: Final = re.compile(
    rb"\b(?:ku ?bet\d*|ku ?casino|w88|m88|fb88|bk8|fun88|188 ?bet|789 ?bet|8x ?bet|jun88|hi88|new88|sh ?bet|bong88|sbo ?bet|vn88"
    rb"|five ?88|rik ?vip|sun ?win|go88|b52 ?club|i9 ?bet|de ?bet|loto188|ok ?vip|ae888|nhat ?vip|hit ?club|68 ?game ?bai|f8 ?bet|mb66|qh88|s666"
    rb"|tha ?bet|bet88|bet365|1xbet|cmd368|letou|dafabet|vwin|8us|ee88|win55|win79|789 ?club|iwin ?club|zowin|manclub|gamvip|79king|33win)\b"
)
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
LONE: Final = re.compile(rb" [a-z0-9] [a-z0-9] [a-z0-9] ")
SPELT_WORDS: Final = re.compile(rb"nhacai|casino|cado|cacuoc|taixiu|nohu|lode|xocdia|soikeo|doithuong|kubet|baccarat")
