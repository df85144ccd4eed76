"""Files: names, places and types that must not lie under docs/."""

from __future__ import annotations

from hostile.case import Case, article, raw

_PAGE = (
    '---\ntitle: "Trang thử"\ndescription: "Một trang thử, chỉ dùng trong kiểm thử, không nói gì thêm."\n---\nChữ.\n'
)
_NAMES = (
    "Trang.md", "trang thu.md", "tr\u1eafng.md", "tra\u0306\u0301ng.md", "con.md", "aux.md", "nul.md", "com1.md", "a$(id).md", "a`id`.md", "-rf.md",
    "a;b.md", "a&b.md", "a'b.md", 'a"b.md', "a<b.md", "a|b.md", "a?b.md", "a#b.md", "a%2fb.md", "a:b.md", "a\\b.md", "a*b.md", "a..md", "a .md",
    "a\nb.md", "a\u202eb.md", "a\u200bb.md", "trang--doi.md", "_an.md", "x" * 120 + ".md", "thu-muc/Con/x.md", "tai-lieu/con.pdf", "tai-lieu/a b.pdf",
    "tai-lieu/mẫu.pdf", "tai-lieu/-rf.pdf", "tai-lieu/a.php.pdf", "anh/a.php.jpg", "anh/con.jpg", "anh/a<b.jpg", "anh/a\u202eb.jpg", "anh/-a.jpg",
)  # fmt: skip
_TYPES = (
    "trang.html", "trang.htm", "trang.xhtml", "ma.js", "ma.mjs", "sw.js", "kieu.css", "x.php", "x.phtml", "x.exe", "x.bat", "x.sh", "x.py", "x.jar",
    "anh.svg", "anh.gif", "anh.bmp", "anh.tif", "anh.ico", "anh.svgz", "x.swf", "x.wasm", "x.xml", "x.json", "x.yml", "x.zip", "x.rar", "x.7z", "x.docm",
    "x.xlsm", "x.doc", "x.hta", "x.lnk", "x.url", "x.eml", "x.mht", "CNAME", "web.config", "google1234567890abcdef.html",
    "ads.txt.bak", "Makefile", "trang.MD", "trang.markdown", "x.map", "manifest.webmanifest",
)  # fmt: skip
_FALSE = {
    "gia.pdf": b"MZ\x90\x00",
    "gia-html.pdf": b"<html><script>alert(1)</script>",
    "gia.docx": b"<?php",
    "gia.csv": b"<script>alert(1)</script>",
    "gia.txt": b"\n <!DOCTYPE html>",
    "gia-rong.txt": b"a\x00b",
    "gia.mp3": b"<html>",
    "gia.mp4": b"GIF89a",
    "gia.jpg": b"<html>",
    "gia.png": b"%PDF-1.7",
    "gia.webp": b"RIFF....AVI ",
    "gia-eps.jpg": b"%!PS-Adobe-3.0 EPSF-3.0",
}
_TAKEN = (
    "robots.txt",
    "assets/x.pdf",
    "chuyen-muc/x.pdf",
    "anh-bai/x.pdf",
    "tim-kiem/x.csv",
    "luu-tru/x.pdf",
    "tac-gia/x.pdf",
)

CASES: tuple[Case, ...] = (
    *(
        raw(f"ten-{place}", "dat-sai-cho", 0, _PAGE if name.endswith(".md") else b"%PDF-1.7", name)
        for place, name in enumerate(_NAMES)
    ),
    *(raw(f"loai-{name}", "loai-tep-cam", 1, "x", f"tai-lieu/{name}") for name in _TYPES),
    *(raw(f"ruot-{name}", "loai-tep-cam", 1, data, f"tai-lieu/{name}") for name, data in _FALSE.items()),
    *(raw(f"cho-{name}", "trung-dia-chi", 1, b"%PDF-1.7" if name.endswith("pdf") else "chữ", name) for name in _TAKEN),
    raw("cho-twin", "trung-dia-chi", 0, _PAGE, "hai-noi.md"),
    raw("cho-assets", "trung-dia-chi", 0, _PAGE, "assets/javascripts/x.md"),
    raw("cho-root-article", "dat-sai-cho", 0, article("Chữ.\n"), "tin-tuc/x.md"),
    raw("cho-deep", "khong-phai-tep", 1, _PAGE, "/".join(["a"] * 14) + "/x.md"),
)
BESIDE: tuple[tuple[str, str], ...] = (("hai-noi/index.md", _PAGE),)
"""What lies there already, for cases that collide."""
