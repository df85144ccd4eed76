"""Links: schemes, sites nobody reviewed, and the ways of hiding where a link leads."""

from __future__ import annotations

from hostile.case import FRONT, body, front

_HANGING = {
    "javascript": "[chữ](javascript:alert(1))",
    "javascript-mixed": "[chữ](JaVaScRiPt:alert(1))",
    "javascript-entity": "[chữ](&#106;avascript:alert(1))",
    "javascript-hex": "[chữ](&#x6a;avascript:alert(1))",
    "javascript-colon": "[chữ](javascript&colon;alert(1))",
    "javascript-tab": "[chữ](java\tscript:alert(1))",
    "javascript-percent": "[chữ](javascript%3Aalert(1))",
    "javascript-brackets": "[chữ](<javascript:alert(1)>)",
    "javascript-reference": "[chữ][1]\n\n[1]: javascript:alert(1)",
    "data": "[chữ](data:text/html,x)",
    "vbscript": "[chữ](vbscript:msgbox(1))",
    "file": "[chữ](file:///etc/passwd)",
    "blob": "[chữ](blob:https://chinhphu.vn/x)",
    "ftp": "[chữ](ftp://chinhphu.vn/x)",
    "no-scheme": "[chữ](//la.example/)",
    "backslash": "[chữ](\\\\\\\\la.example)",
    "root-backslash": "[chữ](/\\\\la.example)",
    "missing-page": "[chữ](khong-co.md)",
    "outside-docs": "[chữ](../../../../mkdocs.yml)",
    "encoded-outside": "[chữ](..%2f..%2f..%2f..%2fmkdocs.yml)",
}
_UNKNOWN = {
    "plain": "[chữ viết](https://la.example/bai)",
    "autolink": "<https://la.example/bai>",
    "reference": "[chữ viết][1]\n\n[1]: https://la.example/bai",
    "footnote": "Chữ[^1].\n\n[^1]: [chữ viết](https://la.example/)",
    "in-table": "| A | B |\n| --- | --- |\n| [chữ viết](https://la.example/) | x |",
    "like-official": "[chữ viết](https://chinhphu.vn.la.example/)",
    "like-official-end": "[chữ viết](https://gov-vn.example/)",
    "inside-name": "[chữ viết](https://notchinhphu.vn/)",
    "upper": "[chữ viết](HTTPS://LA.EXAMPLE/)",
    "trailing-dot": "[chữ viết](https://la.example./)",
    "like-a-newspaper": "[chữ viết](https://baonhacai.vn/)",
    "like-a-province": "[chữ viết](https://baothaibinhh.com.vn/)",
    "social": "[chữ viết](https://www.facebook.com/x)",
}
_DECEIVING = {
    "other-host": "[https://chinhphu.vn](https://quochoi.vn)",
    "other-host-bare": "[chinhphu.vn](https://quochoi.vn)",
    "other-host-www": "[www.chinhphu.vn](https://quochoi.vn)",
    "other-host-entity": "[chinhphu&#46;vn](https://quochoi.vn)",
    "other-host-named-entity": "[chinhphu&period;vn](https://quochoi.vn)",
    "other-host-escaped": "[chinhphu\\.vn](https://quochoi.vn)",
    "other-mail": "[thu@chinhphu.vn](mailto:ai-do@quochoi.vn)",
    "cyrillic-host": "[chữ viết](https://сһіԁ.vn/)",
    "punycode": "[chữ viết](https://xn--hinhphu-2nf.vn/)",
    "user-at": "[chữ viết](https://chinhphu.vn@la.example/)",
    "user-password": "[chữ viết](https://chinhphu.vn:x@la.example/)",
    "ip": "[chữ viết](https://203.0.113.9/)",
    "ip-decimal": "[chữ viết](https://3405803785/)",
    "ip-hex": "[chữ viết](https://0xcb007109/)",
    "ip-six": "[chữ viết](https://[2001:db8::1]/)",
    "shortener": "[chữ viết](https://bit.ly/3xyz)",
    "shortener-below": "[chữ viết](https://www.bit.ly/3xyz)",
    "shortener-tiny": "[chữ viết](https://tinyurl.com/3xyz)",
    "http": "[chữ viết](http://chinhphu.vn/)",
    "odd-port": "[chữ viết](https://chinhphu.vn:8443/)",
    "redirector": "[chữ viết](https://chinhphu.vn/go?url=https://la.example)",
    "redirector-encoded": "[chữ viết](https://chinhphu.vn/go?url=https%3A%2F%2Fla.example)",
    "redirector-without-scheme": "[chữ viết](https://chinhphu.vn/go?url=//la.example)",
    "redirector-half-encoded": "[chữ viết](https://chinhphu.vn/go?url=https:%2F%2Fla.example)",
    "redirector-backslashes": "[chữ viết](https://chinhphu.vn/go?url=%5C%5Cla.example)",
    "empty-text": "[](https://chinhphu.vn)",
    "blank-text": "[ ](https://chinhphu.vn)",
    "full-stop": "Hết câu[.](https://chinhphu.vn)",
    "zero-width-text": "[\u200b](https://chinhphu.vn)",
    "entity-blank": "[&nbsp;](https://chinhphu.vn)",
    "mail-with-copy": "[chữ viết](mailto:thu@chinhphu.vn?bcc=ai@la.example)",
    "mail-broken": "[chữ viết](mailto:khong-phai-thu)",
    "tel-broken": "[chữ viết](tel:goi-ngay)",
}
_SOURCE_LINE = len(FRONT) + 2
_SOURCES = (
    ("capitals", "lien-ket-gia", '"HTTPS://bit.ly/x"'),
    ("mixed-case", "lien-ket-gia", '"hTTp://chinhphu.vn/"'),
    ("blank", "trang-ngoai-la", '" https://la.example/bai"'),
    ("no-break-blank", "trang-ngoai-la", '"\\u00a0https://la.example/bai"'),
    ("line-break", "trang-ngoai-la", '"\\nhttps://la.example/bai"'),
    ("capitals-official", "sai-dang", '"HTTPS://chinhphu.vn/"'),
)

CASES = (
    *(
        body(f"link-{name}", "lien-ket-hong", f"{text}\n")
        for name, text in _HANGING.items()
        if name != "javascript-reference"
    ),
    body("link-javascript-reference", "lien-ket-hong", _HANGING["javascript-reference"], 3),
    *(
        body(f"host-{name}", "trang-ngoai-la", f"{text}\n", {"reference": 3, "footnote": 3, "in-table": 3}.get(name, 1))
        for name, text in _UNKNOWN.items()
    ),
    *(body(f"deceit-{name}", "lien-ket-gia", f"{text}\n") for name, text in _DECEIVING.items()),
    body("picture-elsewhere", "anh-ngoai", "![Hàng cây bên đường làng](https://la.example/anh.jpg)\n"),
    front("source-unknown", "trang-ngoai-la", _SOURCE_LINE, source="{name: Báo Mẫu, url: https://la.example/bai}"),
    front("source-javascript", "sai-dang", _SOURCE_LINE, source='{name: Báo Mẫu, url: "javascript:alert(1)"}'),
    *(
        front(f"source-{name}", code, _SOURCE_LINE, source=f"{{name: Báo Mẫu, url: {url}}}")
        for name, code, url in _SOURCES
    ),
    front("source-shortener", "lien-ket-gia", _SOURCE_LINE, source="{name: Báo Mẫu, url: https://bit.ly/x}"),
)
