"""Readers of text: sentences, identifiers, addresses, file names."""

from __future__ import annotations

import re
from collections.abc import Mapping as Json
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from newsroom.codes import Code
from newsroom.fields.reader import Desk, Reader
from newsroom.nodes import Node
from newsroom.vietnamese import slugify

_IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE: Final = re.compile(r"\d{2,5}")
_HOST_NAME: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")
_WORDS: Final = 5
"""A text that must be longer is a sentence or a name, not a number."""
_SEGMENT: Final = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*"
"""No dot at the beginning: hosts keep hidden names from readers, and the press takes none of them for its own."""
_OLD_ADDRESS: Final = re.compile(rf"/(?:{_SEGMENT}/)*(?:{_SEGMENT})?")


@dataclass(frozen=True)
class Text(Reader[str]):
    """A sentence or name of `shortest` to `longest` characters, white space folded."""

    shortest: int = 1
    longest: int = 300

    def read(self, node: Node, desk: Desk) -> str | None:
        raw = self.scalar(node, desk)
        if raw is None:
            return None
        text = " ".join(raw.replace("\u00a0", " ").split())
        if self.shortest > _WORDS and not any(map(str.isalpha, text)):
            desk.report(
                node,
                Code.BAD_FORM,
                f"“{self.label}” ghi “{text}”, không có chữ nào",
                "viết thành câu, đặt trong ngoặc kép",
            )
            return None
        if self.shortest <= len(text) <= self.longest:
            return text
        message = f"“{self.label}” dài {len(text)} ký tự"
        desk.report(node, Code.LENGTH, message, f"viết trong khoảng {self.shortest}–{self.longest} ký tự")
        return None

    @property
    def form(self) -> str:
        return f"chữ, {self.shortest}–{self.longest} ký tự"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "minLength": self.shortest, "maxLength": self.longest}


@dataclass(frozen=True)
class _Formed(Reader[str]):
    """Text that must match a form."""

    def _fits(self, text: str) -> bool:
        raise NotImplementedError

    def read(self, node: Node, desk: Desk) -> str | None:
        text = self.scalar(node, desk)
        if text is None:
            return None
        if self._fits(text):
            return text
        message = f"“{self.label}” viết “{text}” là chưa đúng dạng"
        desk.report(node, Code.BAD_FORM, message, f"viết {self._right(node)}")
        return None

    def _right(self, node: Node) -> str:
        """What would have fitted, where it can be told, and the form of all that fits."""
        if self.example:  # one of a list that the field does not know
            return f"{self.form}, ví dụ {self.example}: {self.help[:1].lower()}{self.help[1:].rstrip('.')}"
        mended = self.mended(node)
        return f"{mended}: {self.form}" if self._fits(mended) else self.form


@dataclass(frozen=True)
class Identifier(_Formed):
    """A slug: small letters, digits, single hyphens."""

    def _fits(self, text: str) -> bool:
        return bool(_IDENTIFIER.fullmatch(text)) and len(text) <= 80

    def mended(self, node: Node) -> str:
        """The identifier that a name or the path of a file stands for."""
        return slugify(super().mended(node).rstrip('/"').rpartition("/")[2].removesuffix(".md"))

    @property
    def form(self) -> str:
        return "chữ thường không dấu, số và gạch nối"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "pattern": f"^{_IDENTIFIER.pattern}$", "maxLength": 80}


@dataclass(frozen=True)
class OfficialCode(_Formed):
    """The code of an administrative unit: digits, zeros in front kept."""

    def _fits(self, text: str) -> bool:
        return bool(_CODE.fullmatch(text))

    @property
    def form(self) -> str:
        return 'hai đến năm chữ số trong ngoặc kép, ví dụ "09123"'

    def schema(self) -> Json[str, object]:
        return {"type": "string", "pattern": f"^{_CODE.pattern}$"}


@dataclass(frozen=True)
class WebAddress(_Formed):
    """An http(s) address with a host."""

    def _fits(self, text: str) -> bool:
        try:
            parts = urlsplit(text)
        except ValueError:
            return False
        is_web = text.startswith(("https://", "http://")) and bool(parts.hostname)
        return is_web and not re.search(r"[\s<>\"'`\\]", text)

    def mended(self, node: Node) -> str:
        """The address with its scheme in small letters."""
        scheme, mark, rest = super().mended(node).partition("://")
        return f"{scheme.lower()}{mark}{rest}" if mark else scheme

    @property
    def form(self) -> str:
        return "địa chỉ web đầy đủ, bắt đầu bằng https:// viết thường"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


@dataclass(frozen=True)
class HostName(_Formed):
    """The name of a site: "baothaibinh.com.vn"; it stands for every site below it."""

    def _fits(self, text: str) -> bool:
        return bool(_HOST_NAME.fullmatch(text))

    @property
    def form(self) -> str:
        return "tên trang viết thường, không có https://, ví dụ baothaibinh.com.vn"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "pattern": f"^{_HOST_NAME.pattern}$"}


@dataclass(frozen=True)
class OldAddress(_Formed):
    """A path of this site under which the document was once found."""

    def _fits(self, text: str) -> bool:
        return bool(_OLD_ADDRESS.fullmatch(text)) and text != "/" and ".." not in text

    def mended(self, node: Node) -> str:
        """The path of an address that names its site."""
        return "/" + super().mended(node).partition("://")[2].partition("/")[2]

    @property
    def form(self) -> str:
        return "đường dẫn bắt đầu bằng /, không dấu, không tên nào mở đầu bằng dấu chấm, ví dụ /chi-bo/bai-cu-123.html"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "pattern": f"^{_OLD_ADDRESS.pattern}$"}


@dataclass(frozen=True)
class RelativeFile(_Formed):
    """A path to a file, relative to the document that names it."""

    def _fits(self, text: str) -> bool:
        return bool(text) and not re.search(r"[\\:<>\"|?*\x00-\x1f]", text) and not text.startswith("/")

    @property
    def form(self) -> str:
        return "đường dẫn tính từ chính tệp bài, ví dụ anh-dai-hoi.jpg"

    def schema(self) -> Json[str, object]:
        return {"type": "string", "minLength": 1}
