"""Dead links: why a path in a text leads nowhere, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import relpath
from typing import Final

from newsroom.addresses import ARCHIVE, BRANCHES, DATA, DOCUMENTS, SEARCH, section_url
from newsroom.body.links import Fault
from newsroom.codes import Code
from newsroom.grouping import group_by
from newsroom.hosts import MAIL
from newsroom.library import Library
from newsroom.pictures import PICTURE_TYPES
from newsroom.targets import resolve, sources_at

_ON_COMPUTER: Final = re.compile(r"[A-Za-z]:[\\/]|file:", re.IGNORECASE)
_SITE: Final = re.compile(r"www\.\S+|(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info)(?:[/?#].*)?", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[“”„‘’\"'](.*?)[“”‘’\"']?")
_CURLY_WORDS: Final = re.compile(r"(\S+)\s+[“”„](.*?)[“”]?")
_FILE: Final = re.compile(r"\.(?!md$)[a-z0-9]{2,5}$", re.IGNORECASE)
_REAL_PAGE: Final = "trỏ tới tệp .md có thật, tính từ thư mục của bài này"
_REAL_ADDRESS: Final = (
    "trang có tệp .md thì viết đường đi tới tệp ấy; trang tự sinh chỉ nhận: "
    f"/{BRANCHES}, /{DOCUMENTS}, /{DATA}, /{ARCHIVE}, /{SEARCH}, /{section_url('<mã>')}"
)
_ALIKE: Final = 0.8
"""How much of two names must agree for one to be offered for the other."""


def fault_of_words(target: str) -> Fault | None:
    """What is wrong with a target as it is typed, whatever there is under docs/; None when it may be a path of the site."""
    if _ON_COMPUTER.match(target):
        what = f"“{target}” là đường dẫn trên máy của người soạn, người đọc không mở được"
        return Code.BROKEN_LINK, what, "chép tệp vào cạnh tệp bài, chỉ ghi tên tệp"
    if found := _QUOTED.fullmatch(target):
        return Code.BROKEN_LINK, f"địa chỉ “{found[1]}” nằm trong ngoặc kép", f"bỏ ngoặc kép, viết ({found[1]})"
    if found := _CURLY_WORDS.fullmatch(target):
        what = f"chú thích sau “{found[1]}” nằm trong ngoặc kép cong nên máy đọc nhầm thành tên tệp"
        return Code.BROKEN_LINK, what, f'dùng ngoặc kép thẳng: ({found[1]} "{found[2]}")'
    if MAIL.fullmatch(target):
        return Code.BROKEN_LINK, f"địa chỉ thư “{target}” thiếu mailto:", f"viết mailto:{target}"
    if _SITE.fullmatch(target):
        return Code.BROKEN_LINK, f"địa chỉ “{target}” thiếu https://", f"viết https://{target}"
    return None


def _backslash(target: str) -> Fault | None:
    if "\\" not in target:
        return None
    mended = target.replace("\\", "/")
    return Code.BROKEN_LINK, f"đường dẫn “{target}” dùng dấu \\", f"dùng / thay cho \\: {mended}"


class DeadLinks:
    """Answers for one library what is wrong with a path to which nothing answers."""

    def __init__(self, library: Library, generated: Iterable[str]) -> None:
        self._library = library
        self._generated = frozenset(generated)

    def fault(self, uri: str, target: str, path: str) -> Fault:
        """For the document `uri`: what is wrong with a target as typed, of which `path` is the path as it is meant."""
        if fault := fault_of_words(target) or _backslash(target):
            return fault
        if path.startswith("/"):
            return Code.BROKEN_LINK, f"không liên kết được tới “{target}”", self._cure_of_address(uri, path)
        if _FILE.search(path):
            kind = "ảnh" if path.lower().endswith(PICTURE_TYPES) else "đính kèm"
            return self.fault_of_file(uri, target, path, kind)
        there = resolve(uri, path)
        if there in self._library.files:
            cure = "chờ bài ấy đăng rồi hãy liên kết, hoặc bỏ liên kết"
            return Code.BROKEN_LINK, f"bài “{target}” chưa lên trang", cure
        cure = self._nearest(uri, there if there.endswith(".md") else f"{there}.md")
        return Code.BROKEN_LINK, f"không có trang “{target}”", cure or _REAL_PAGE

    def fault_of_file(self, uri: str, target: str, path: str, kind: str) -> Fault:
        """The same for a file that is no page."""
        if fault := fault_of_words(target) or _backslash(target):
            return Code.MISSING_FILE, *fault[1:]
        there = path.strip("/") if path.startswith("/") else resolve(uri, path)
        if not there:
            return Code.BROKEN_LINK, f"“{target}” dẫn ra ngoài docs/", _REAL_PAGE
        if there in self._library.files:
            return (
                Code.MISSING_FILE,
                f"“{target}” không phải tệp {kind}",
                "tệp để tải về thì bỏ dấu ! ở đầu: [chữ](tệp)",
            )
        cure = self._nearest(uri, there) or "chép tệp vào đúng chỗ; phân biệt chữ hoa, chữ thường"
        return Code.MISSING_FILE, f"không thấy tệp {kind} “{target}”", cure

    def _cure_of_address(self, uri: str, path: str) -> str:
        """For an address: the slash it lacks, the path of the file that was meant, else which addresses there are."""
        bare = path.strip("/")
        if not path.endswith("/") and (f"{bare}/" in self._generated or self._is_page(bare)):
            return f"thêm / ở cuối: /{bare}/"
        if bare in self._library.files:
            return f"viết đường đi từ thư mục của bài này: {_way(uri, bare)}"
        return self._nearest(uri, bare if "." in bare else f"{bare}.md") or _REAL_ADDRESS

    def _is_page(self, bare: str) -> bool:
        return any(self._library.addresses.get(one) == f"{bare}/" for one in sources_at(bare))

    def _nearest(self, uri: str, there: str) -> str:
        """A question for the file that was meant: of this name in another folder, or of nearly this name in the same."""
        folder, _, name = there.rpartition("/")
        same = self._by_name.get(name.lower(), ())
        beside = {one.rpartition("/")[2]: one for one in self._by_folder.get(folder, ())}
        close = [beside[one] for one in get_close_matches(name, beside, 1, _ALIKE)]
        meant = sorted(same, key=lambda one: (one.lower() != there.lower(), one))[:1] or close
        return f"có phải “{_way(uri, meant[0])}”?" if meant else ""

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        return dict(group_by(self._meant, lambda one: one.rpartition("/")[2].lower()))

    @cached_property
    def _by_folder(self) -> dict[str, tuple[str, ...]]:
        return dict(group_by(self._meant, lambda one: one.rpartition("/")[0]))

    @property
    def _meant(self) -> tuple[str, ...]:
        """What may be linked to: public documents, and files that are none."""
        public, unreadable = self._library.addresses, self._library.unreadable
        return tuple(
            one for one in self._library.files if not one.endswith(".md") or one in public or one in unreadable
        )


def _way(uri: str, there: str) -> str:
    return relpath(there, PurePosixPath(uri).parent)
