"""Hosts: which other sites a text may lead to, and the ways a link deceives about where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

OFFICIAL: Final = (
    *("gov.vn", "edu.vn", "org.vn", "ac.vn", "int.vn", "mil.vn"),
    *("chinhphu.vn", "quochoi.vn", "dangcongsan.vn", "tulieuvankien.dangcongsan.vn", "vbpl.vn", "tapchicongsan.org.vn"),
    *("nhandan.vn", "vietnamplus.vn", "baotintuc.vn", "vtv.vn", "vov.vn", "qdnd.vn", "cand.com.vn", "congan.com.vn"),
    *("tuoitre.vn", "thanhnien.vn", "tienphong.vn", "laodong.vn", "vnexpress.net", "vietnamnet.vn", "dantri.com.vn"),
    *("ubkttw.vn", "tuyengiao.vn", "danvan.vn", "noichinh.vn", "hcma.vn", "congdoan.vn", "doanthanhnien.vn"),
    *("daibieunhandan.vn", "kinhtedothi.vn", "hanoimoi.vn", "sggp.org.vn", "nld.com.vn", "plo.vn", "vneconomy.vn"),
    *("nongnghiepmoitruong.vn", "nongnghiep.vn", "thoibaonganhang.vn", "baodautu.vn", "baochinhphu.vn"),
    *("thuvienphapluat.vn", "luatvietnam.vn", "lawnet.vn", "vca.org.vn", "moj.gov.vn"),
)
"""Domains taken without asking: those only public bodies and schools get, the State's and the Party's own, the licensed press."""
_PROVINCIAL_PRESS: Final = (
    *("baothaibinh.com.vn", "baohungyen.vn", "baohaiduong.vn", "baohaiphong.vn", "baohanam.com.vn", "baonamdinh.vn"),
    *("baoninhbinh.org.vn", "baobacninh.com.vn", "baobacninhtv.vn", "baobacgiang.vn", "baobacgiang.com.vn"),
    *("baovinhphuc.com.vn", "baophutho.vn", "baohoabinh.com.vn", "baothainguyen.vn", "baobackan.vn", "baocaobang.vn"),
    *("baolangson.vn", "baohagiang.vn", "baotuyenquang.com.vn", "baolaocai.vn", "baoyenbai.com.vn", "baolaichau.vn"),
    *("baodienbienphu.vn", "baosonla.vn", "baoquangninh.vn", "baothanhhoa.vn", "baonghean.vn", "baohatinh.vn"),
    *("baoquangbinh.vn", "baoquangtri.vn", "baothuathienhue.vn", "huengaynay.vn", "baodanang.vn", "baoquangnam.vn"),
    *("baoquangngai.vn", "baobinhdinh.vn", "baophuyen.vn", "baokhanhhoa.vn", "baoninhthuan.com.vn"),
    *("baobinhthuan.com.vn", "baokontum.com.vn", "baogialai.com.vn", "baodaklak.vn", "baodaknong.vn", "baolamdong.vn"),
    *("baobinhphuoc.com.vn", "baobinhduong.vn", "baodongnai.com.vn", "baotayninh.vn", "baobariavungtau.com.vn"),
    *("baolongan.vn", "baoapbac.vn", "baodongkhoi.vn", "baovinhlong.com.vn", "baovinhlong.vn", "baotravinh.vn"),
    *("baodongthap.vn", "baodongthap.com.vn", "baoangiang.com.vn", "baokiengiang.vn", "baocantho.com.vn"),
    *("baohaugiang.com.vn", "baosoctrang.org.vn", "baobaclieu.vn", "baocamau.vn", "baocamau.com.vn"),
)
"""Newspapers of provinces, one by one: anybody can buy a domain that begins with “bao”."""
_SHORTENERS: Final = frozenset(
    (
        *("bit.ly", "bitly.com", "tinyurl.com", "t.co", "goo.gl", "cutt.ly", "shorturl.at", "shorte.st"),
        *("is.gd", "v.gd", "rb.gy", "ow.ly", "buff.ly", "rebrand.ly", "bom.so", "by.com.vn", "s.id"),
        *("tiny.cc", "t.ly", "lnkd.in", "adf.ly", "qr.ae", "u.to", "link1s.com", "megaurl.vn", "shope.ee"),
        "t.me",
    )
)
_NUMBERS: Final = re.compile(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}|\[.*|.*:.*", re.IGNORECASE)
"""A host by numbers: 1.2.3.4, 3232235777, 0x7f.1, [::1]."""
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_LEADS_ON: Final = re.compile(r"https?(?::|%3a)(?:/|%2f){2}|=(?:/|%2f|%5c){2}", re.IGNORECASE)
"""An address within an address; a browser takes one without https for one of the same kind."""
SHOWN_HOST: Final = re.compile(
    r"(?:https?://|www\.)[^\s/<>()\"'”]+|\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|info|xyz|top|io|me|co|asia|biz|online|site|club|win|bet|vip|cc|app|ink|live|fun|casino|poker|games?|example)\b",
    re.IGNORECASE,
)
"""Text that reads as the name of a site."""
MAIL: Final = re.compile(r"[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}", re.IGNORECASE | re.ASCII)
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ().-]{2,20}")


class Verdict(NamedTuple):
    """What is wrong with an address, and how to mend it; `deceives` when no list can make it good."""

    message: str
    cure: str
    deceives: bool


class Hosts:
    """The reviewed sites: those built in, the site itself, and what its owners added."""

    def __init__(self, site: str, added: Iterable[str]) -> None:
        own = _split(site)
        self.reviewed: frozenset[str] = frozenset((*OFFICIAL, *_PROVINCIAL_PRESS, *added, (own and own.hostname) or ""))

    def judge(self, target: str) -> Verdict | None:
        """What is wrong with an http, https, mailto or tel address; None for a good one."""
        parts = _split(target)
        if parts is None:
            return Verdict(f"liên kết “{target}” viết sai", "dán lại địa chỉ đầy đủ", True)
        if parts.scheme == "mailto":
            return _mail(target)
        if parts.scheme == "tel":
            good = _PHONE.fullmatch(unquote(target[4:]))
            return (
                None
                if good
                else Verdict(f"số gọi “{target}” viết sai", "viết tel: rồi tới số, ví dụ tel:02273123456", True)
            )
        return self._web(target, parts)

    def _web(self, target: str, parts: SplitResult) -> Verdict | None:
        host = (parts.hostname or "").rstrip(".")
        if fault := _deceit(target, parts, host):
            return Verdict(f"liên kết “{target}” {fault[0]}", fault[1], True)
        if self.knows(host):
            if parts.scheme == "http":
                return Verdict(f"liên kết “{target}” không mã hóa", "đổi http:// thành https://", True)
            return None
        cure = "nhờ người phụ trách xem trang ấy rồi thêm vào trusted_hosts trong mkdocs.yml, hoặc bỏ liên kết"
        return Verdict(f"trang ngoài “{host}” chưa có trong danh sách đã xem", cure, False)

    def knows(self, host: str) -> bool:
        """Whether a host, or a domain it stands under, was reviewed."""
        labels = host.lower().removeprefix("www.").split(".")
        ends = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return any(end in self.reviewed for end in ends)


def is_web_address(url: str) -> bool:
    """Whether an address leads to a web server."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def shows_another(text: str, target: str) -> str:
    """The site that the text of a link names when the link leads to another; "" when they agree or none is named."""
    parts = _split(target)
    if parts and parts.scheme == "mailto":
        shown = MAIL.search(text)
        return shown[0] if shown and shown[0].lower() != unquote(parts.path).lower() else ""
    host = ((parts and parts.hostname) or "").lower().removeprefix("www.")
    for match in SHOWN_HOST.finditer(MAIL.sub(" ", text)):
        name = match[0].lower().partition("://")[2] or match[0].lower()
        named = name.removeprefix("www.").rstrip(".,;:").partition(":")[0]
        if named and named != host and not host.endswith(f".{named}"):
            return match[0]
    return ""


def _split(target: str) -> SplitResult | None:
    try:
        parts = urlsplit(target.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts


def _mail(target: str) -> Verdict | None:
    address, _, query = target[7:].partition("?")
    if MAIL.fullmatch(unquote(address)) and not re.search(
        r"(?:^|&)(?:bcc|cc|to|attach\w*|body)=", query, re.IGNORECASE
    ):
        return None
    return Verdict(f"địa chỉ thư “{target}” viết sai", "viết mailto: rồi tới một địa chỉ thư", True)


def _deceit(target: str, parts: SplitResult, host: str) -> tuple[str, str] | None:
    """How an address hides where it leads, and what to do."""
    if "@" in parts.netloc:
        return "có tên đứng trước @ để giả trang khác", "chép lại địa chỉ từ thanh địa chỉ"
    if _NUMBERS.fullmatch(host):
        return "dùng dãy số thay tên trang", "dùng tên của trang"
    if "xn--" in host or not host.isascii():
        return "dùng chữ giả trong tên trang", "chép lại địa chỉ từ trang thật"
    if not _HOST.fullmatch(host) or "\\" in target or re.search(r"[\s<>\"`]", target.strip()):
        return "viết sai", "dán lại địa chỉ đầy đủ"
    if parts.port not in (None, 80, 443):
        return "dùng cổng lạ", "dùng địa chỉ thường của trang"
    if any(host == name or host.endswith(f".{name}") for name in _SHORTENERS):
        return "là địa chỉ rút gọn", "dùng địa chỉ đầy đủ của trang đích"
    if _LEADS_ON.search(f"{parts.path}?{parts.query}"):
        return "chuyển tiếp sang một địa chỉ khác", "dẫn thẳng tới trang đích"
    return None
