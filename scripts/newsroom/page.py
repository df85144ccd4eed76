"""An ordinary documentation page: a title, a description, Markdown. The theme gives it navigation."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Final

from newsroom.codes import Code
from newsroom.disclosure import DISCLOSURES, Disclosure
from newsroom.fields import Day, Desk, Many, OldAddress, Text, read_record
from newsroom.problem import ContentError
from newsroom.source import Source

_NAME: Final = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A valid documentation page."""

    source_file: Source
    title: Annotated[str, Text("Tiêu đề", longest=120)]
    description: Annotated[str, Text("Mô tả", "Một câu cho máy tìm kiếm và kết quả tìm.", shortest=40, longest=300)]
    updated: Annotated[dt.date | None, Day("Cập nhật ngày")] = None
    public_data: Annotated[tuple[Disclosure, ...], DISCLOSURES] = ()
    aliases: Annotated[tuple[str, ...], Many("Địa chỉ cũ", each=OldAddress("Địa chỉ cũ"))] = ()

    @property
    def url(self) -> str:
        """The address below the site's root, as MkDocs gives it with directory URLs."""
        stem = self.source_file.uri.removesuffix(".md")
        return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"

    @classmethod
    def from_source(cls, source: Source) -> Page:
        """Validate a source.

        Raises ContentError with every problem of the file.
        """
        desk = Desk(source.path)
        if not _NAME.fullmatch(source.uri):
            cure = "đổi tên: chữ thường không dấu, số, gạch nối"
            desk.problems.append(source.problem(Code.BAD_PATH, "tên tệp hoặc thư mục chưa đúng", cure))
        page = read_record(cls, source.front, desk, source_file=source)
        if desk.problems or page is None:
            raise ContentError(desk.problems)
        return page
