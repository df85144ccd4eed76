"""Personal data: numbers, dates, lists and small groups."""

from __future__ import annotations

from hostile.case import body, front

_NUMBERS = {
    "citizen": "Ông Nguyễn Văn Mẫu, CCCD 001085012345.",
    "citizen-bare": "Ông Nguyễn Văn Mẫu, 001085012345.",
    "citizen-spaced": "Số 001 085 012 345 của ông Mẫu.",
    "citizen-dotted": "Số 034.085.012.345 của ông Mẫu.",
    "old-card": "Ông Mẫu, CMND số 151234567.",
    "old-card-words": "Ông Mẫu, chứng minh nhân dân số 151 234 567.",
    "identity-code": "Mã định danh: 1234567890.",
    "passport": "Hộ chiếu số C1234567.",
    "party-card": "Số thẻ đảng viên, thẻ đảng số 12345678901.",
    "born": "Đồng chí Nguyễn Văn Mẫu, sinh ngày 12/3/1985.",
    "born-of-another-house": "Bà Phùng Thị Thử, sinh ngày 12/3/1985.",
    "born-of-house-truong": "Ông Trương Văn Thử (sinh ngày 12/3/1985).",
    "born-words": "Đồng chí Nguyễn Văn Mẫu sinh ngày 12 tháng 3 năm 1985.",
    "born-dashes": "Bà Trần Thị Thử (sinh ngày 12-03-1985).",
    "born-short": "Lê Văn Thử (SN 12/3/1985).",
    "born-label": "Ngày sinh: 12/03/1985.",
    "born-label-long": "Ngày, tháng, năm sinh: 12.3.1985.",
    "mobile": "Liên hệ anh Nguyễn Văn Mẫu, 0912345678.",
    "mobile-spaced": "Liên hệ anh Mẫu: 0912 345 678.",
    "mobile-dotted": "Liên hệ anh Mẫu: 0912.345.678.",
    "mobile-dashed": "Liên hệ anh Mẫu: 0912-345-678.",
    "mobile-pairs": "Liên hệ anh Mẫu: 09 12 34 56 78.",
    "mobile-other-groups": "Liên hệ anh Mẫu: 091 234 5678.",
    "mobile-plus": "Liên hệ anh Mẫu: +84912345678.",
    "mobile-plus-spaced": "Liên hệ anh Mẫu: +84 912 345 678.",
    "mobile-plus-brackets": "Liên hệ anh Mẫu: (+84) 912 345 678.",
    "mobile-new-prefix": "Liên hệ chị Thử: 0382 345 678.",
    "mobile-link": "[Gọi anh Mẫu](tel:0912345678)",
    "mobile-zero-width": "Liên hệ anh Mẫu: 0912\u200b345\u200b678.",
    "small-cell": "Chi bộ có 10 đảng viên, trong đó 2 đảng viên dân tộc Khmer.",
    "small-cell-words": "Chi bộ có hai đảng viên là người Khmer.",
    "small-cell-hoa": "Chi bộ có ba đồng chí Hoa và hai đồng chí người Thái.",
    "small-cell-after-date": "Năm 2025.2 đảng viên người Khmer được khen; 2 đảng viên dân tộc Dao.",
    "born-of-pupil": "Học sinh Nguyễn Văn Mẫu sinh ngày 12/3/2010.",
    "old-card-dotted": "Ông Mẫu, CCCD số 151.234.567 cấp năm 2010.",
    "small-cell-faith": "Chi bộ có 3 đảng viên theo đạo Công giáo.",
}
_DISGUISED = {
    "entity-digit": "CCCD &#48;01085012345.",
    "entity-hex-digit": "CCCD &#x30;01085012345.",
    "entity-words": "C&#259;n c&#432;&#7899;c số 151234567.",
    "entity-blank": "Liên hệ anh Mẫu: 0912&nbsp;345&nbsp;678.",
    "entity-thin-blank": "Liên hệ anh Mẫu: 0912&thinsp;345&thinsp;678.",
    "no-break-blank": "Liên hệ anh Mẫu: 0912\u00a0345\u00a0678.",
    "narrow-blank": "Liên hệ anh Mẫu: 0912\u202f345\u202f678.",
    "wide-digits": "CCCD ００１０８５０１２３４５.",
    "wide-full-stops": "Liên hệ anh Mẫu: 0912．345．678.",
    "strong": "Liên hệ anh Mẫu: 0912**345**678.",
    "strong-start": "CCCD **001**085012345.",
    "strong-date": "Đồng chí Nguyễn Văn Mẫu sinh ngày **12/3/1985**.",
    "strong-and-emphasis": "Liên hệ anh Mẫu: 0912***345***678.",
    "emphasis": "Liên hệ anh Mẫu: _0912_ *345* _678_.",
    "code": "Liên hệ anh Mẫu: 0912`345`678.",
    "escaped": "Liên hệ anh Mẫu: 0912\\.345\\.678.",
    "footnote": "Liên hệ anh Mẫu: 0912[^1]345678.\n\n[^1]: Chú thích.",
    "link": "Liên hệ anh Mẫu: 0912[345](https://chinhphu.vn/)678.",
    "reference": "Liên hệ anh Mẫu: 0912[345][qh]678.\n\n[qh]: https://quochoi.vn/",
}
_LISTS = {
    "table": "| Họ và tên | Năm sinh | Quê quán |\n| --- | --- | --- |\n| Nguyễn Văn Mẫu | 1985 | Thôn Mẫu |",
    "table-party": "| STT | Đảng viên | Ngày vào Đảng |\n| --- | --- | --- |\n| 1 | Nguyễn Văn Mẫu | 3/2/2010 |",
    "table-phones": "| Họ tên | Điện thoại |\n| --- | --- |\n| Nguyễn Văn Mẫu | x |",
    "numbered": "1. Nguyễn Văn Mẫu, sinh năm 1985\n2. Trần Thị Thử, sinh năm 1990\n3. Lê Văn Ví, sinh năm 1979",
    "bullets": "- Đồng chí Nguyễn Văn Mẫu, quê quán thôn Mẫu\n- Đồng chí Trần Thị Thử, quê quán thôn Thử\n- Đồng chí Lê Văn Ví, quê quán thôn Ví",
}

CASES = (
    *(body(f"rieng-an-{name}", "du-lieu-ca-nhan", f"Đoạn một.\n\n{text}\n", 3) for name, text in _DISGUISED.items()),
    *(body(f"rieng-{name}", "du-lieu-ca-nhan", f"{text}\n") for name, text in _NUMBERS.items()),
    *(body(f"danh-sach-{name}", "danh-sach-dang-vien", f"{text}\n") for name, text in _LISTS.items()),
    body("rieng-third-paragraph", "du-lieu-ca-nhan", "Đoạn một.\n\nĐoạn hai.\n\nAnh Mẫu: 0912345678.\n", 5),
    front(
        "rieng-lead", "du-lieu-ca-nhan", 4, lead='"Chi bộ họp, ai cần hỏi xin gọi anh Nguyễn Văn Mẫu, số 0912 345 678."'
    ),
    front("rieng-people", "du-lieu-ca-nhan", 7, people='["Nguyễn Văn Mẫu, sinh ngày 12/3/1985"]'),
    front("rieng-confirmed-without-basis", "thieu-truong", 7, public_data='[{text: "0912 345 678", confirmed_by: A}]'),
)
