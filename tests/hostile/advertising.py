"""Gambling adverts, plain and disguised, and the words that only ask for a reviewer."""

from __future__ import annotations

from hostile.case import article, body, front, raw

_SITE = "Vào ngay cuoc-mau.example để chơi."
_ADVERTS = {
    "plain": "Nhà cái uy tín số một.",
    "no-marks": "Nha cai uy tin so mot.",
    "upper": "NHÀ CÁI UY TÍN",
    "decomposed": "Nha\u0300 ca\u0301i uy ti\u0301n",
    "dotted": "n.h.à c.á.i u.y t.í.n",
    "dashed": "nhà-cái-uy-tín",
    "underscored": "nhà_cái_uy_tín",
    "spaced": "n h à c á i u y t í n",
    "zero-width": "nh\u200bà c\u200bái u\u200by tín",
    "soft-hyphen": "nh\u00adà c\u00adái uy tín",
    "joined": "nhacaiuytin",
    "fullwidth": "ｎｈａ ｃａｉ ｕｙ ｔｉｎ",
    "mathematical": "𝐧𝐡𝐚 𝐜𝐚𝐢 𝐮𝐲 𝐭𝐢𝐧",
    "circled": "ⓝⓗⓐ ⓒⓐⓘ ⓤⓨ ⓣⓘⓝ",
    "figures": "nh4 c4i uy t1n",
    "signs": "nhà c@i uy tín",
    "all-cyrillic": "пһа саі уу",
    "no-break-space": "nhà\u00a0cái\u00a0uy\u00a0tín",
    "in-emphasis": "nhà **cái** *uy* tín",
    "casino": "Casino online đổi thưởng",
    "dice": "Tài xỉu online, nổ hũ đổi thưởng",
    "card-games": "Game bài đổi thưởng",
    "football": "Tỷ lệ kèo nhà cái hôm nay",
    "lottery": "Lô đề online trả thưởng cao",
    "cock-fights": "Đá gà trực tiếp",
    "first-deposit": "Khuyến mãi nạp đầu, đăng ký nhận 88k",
    "brand": "Kubet88 uy tín",
    "brand-spaced": "KU BET uy tín",
    "brand-figures": "188bet, fb88, w88 uy tín",
}
_HOUSES = {
    "house": "Nhà cái ABC88, đăng ký ngay tại abc88.com nhận thưởng.",
    "house-first-deposit": "Nạp đầu tặng 100%, hoàn trả cao: zo66.top",
    "house-link": "Link vào XYZ79 mới nhất không bị chặn: www.xyz79.cc",
    "house-bet": "Cổng game 8KBET, truy cập 8kbet.net",
    "house-ending": "Tham gia ngay, tân thủ nhận 58k: choi.bet",
    "house-figures-first": "Game bài đổi thưởng, tải app tại 77vip.club",
    "house-named-otherwise": "Nhà cái số 1, vào abcdef.win để chơi.",
    "house-wide": "Nhà cái số một, truy cập ａｂｃ８８．ｃｏｍ",
    "house-upper": "SĂN HŨ TỶ ĐỒNG, VÀO NGAY VIP69.NET",
}
_LINK = "[xem thêm](https://cuoc-mau.example/)"

CASES = (
    *(
        body(f"co-bac-{name}", "co-bac", f"{text} {_SITE}\n")
        for name, text in _ADVERTS.items()
        if name != "all-cyrillic"
    ),
    *(body(f"co-bac-{name}", "co-bac", f"Chi bộ họp.\n\n{text}\n", 3) for name, text in _HOUSES.items()),
    body(
        "co-bac-house-in-a-report",
        "co-bac-can-xem",
        "Công an bắt nhóm lập nhà cái trên trang abc88.com, nhận chơi tài xỉu, xóc đĩa.\n",
    ),
    body("co-bac-linked", "co-bac", f"Nhà cái uy tín {_LINK}.\n"),
    body("co-bac-other-paragraph", "co-bac", f"Chi bộ họp.\n\nNhà cái uy tín.\n\n{_LINK}\n", 3),
    body("co-bac-anchor-on-official-site", "co-bac", "[Nhà cái uy tín](https://xa-mau.gov.vn/kubet)\n"),
    body("co-bac-path-on-official-site", "co-bac", "[Xem thêm ở đây](https://xa-mau.gov.vn/kubet88)\n"),
    body("co-bac-autolink", "co-bac", "Nhà cái uy tín: <https://cuoc-mau.example/>\n"),
    body("co-bac-bare-www", "co-bac", "Nhà cái uy tín: www.cuoc-mau.example\n"),
    body("co-bac-code", "co-bac", "`nhà cái uy tín cuoc-mau.example`\n"),
    body("co-bac-comment", "co-bac", "[//]: # (nhà cái uy tín cuoc-mau.example)\n"),
    body("co-bac-unused-reference", "co-bac", "Chữ.\n\n[x]: https://cuoc-mau.example (nhà cái uy tín)\n", 3),
    body("co-bac-abbreviation", "co-bac", "*[HTX]: nhà cái uy tín cuoc-mau.example\n\nHTX họp.\n"),
    body("co-bac-entities", "co-bac", f"Nh&agrave; c&aacute;i uy t&iacute;n {_SITE}\n"),
    body("co-bac-zero-width-entity", "co-bac", f"Nh\u00e0 c\u00e1i u&#8203;y t&ZeroWidthSpace;\u00edn {_SITE}\n"),
    body("co-bac-footnote", "co-bac", f"Nh\u00e0[^1] c\u00e1i uy t\u00edn {_SITE}\n\n[^1]: Ngu\u1ed3n m\u1ed9t.\n"),
    body("co-bac-marks", "co-bac", f"n**h\u00e0 c**\u00e1i uy _t\u00edn_ {_SITE}\n"),
    body("co-bac-fish", "co-bac", f"B\u1eafn c\u00e1 online, b\u00e1n c\u00e1 online {_SITE}\n"),
    body("co-bac-mixed-script", "chu-gia", f"nhà cáі uу tín {_SITE}\n"),
    front("co-bac-title", "co-bac", 2, title='"Nhà cái uy tín cuoc-mau.example"'),
    front(
        "co-bac-lead",
        "co-bac",
        4,
        lead='"Nhà cái uy tín, khuyến mãi nạp đầu, vào ngay cuoc-mau.example để nhận thưởng."',
    ),
    front("co-bac-tags", "co-bac", 7, tags="[nhà cái uy tín, cuoc-mau.example]"),
    body("co-bac-words-alone", "co-bac-can-xem", "Công an xã cảnh báo các trang đánh bạc trực tuyến.\n"),
    body(
        "co-bac-report",
        "co-bac-can-xem",
        "Nhóm cá độ bóng đá online bị khởi tố. Theo [Bộ Công an](https://bocongan.gov.vn/).\n",
    ),
    raw(
        "co-bac-page",
        "co-bac",
        5,
        '---\ntitle: "Trang thử"\ndescription: "Một trang thử, chỉ dùng trong kiểm thử, không nói gì thêm."\n---\nNhà cái uy tín cuoc-mau.example\n',
        "trang-co-bac.md",
    ),
    raw("co-bac-twice", "co-bac", 8, article(f"Nhà cái uy tín. {_SITE}\n\nNhà cái uy tín. {_SITE}\n")),
)
