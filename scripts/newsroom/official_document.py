"""An official document (văn bản): a resolution, directive, decree … that others cite.

Its key is kind, number and day together: numbers repeat (12-HD/BTCTW is two documents), and QĐ stands for two kinds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from newsroom.addresses import DOCUMENTS
from newsroom.codes import Code
from newsroom.fields import (
    Choice,
    Day,
    Desk,
    Group,
    Many,
    OldAddress,
    RelativeFile,
    Text,
    WebAddress,
    read_record,
)
from newsroom.filing import read_slug
from newsroom.mentions import Citation, number_key, parse_citation
from newsroom.nodes import Node
from newsroom.problem import ContentError, Problem
from newsroom.source import Source
from newsroom.vietnamese import fold, format_cited_day
from newsroom.vocabulary import DocumentKind, Secrecy, Validity

_ASIDE: Final = re.compile(r"\s*\([^()]*\)\Z")
_Reference = Text("Văn bản", "Viết như khi viện dẫn: thể loại, số ký hiệu, ngày.", "Quy định 66-QĐ/TW", longest=160)


@dataclass(frozen=True)
class _NotSecret(Choice[Secrecy]):
    """The one degree that may stand here. Whoever names another is told to take the file away, not to name this one."""

    def read(self, node: Node, desk: Desk) -> Secrecy | None:
        text = self.scalar(node, desk)
        if text is None or fold(text) in (Secrecy.NONE.value, fold(Secrecy.NONE.label)):
            return Secrecy.NONE
        message = f"văn bản ghi độ mật “{text}”, không được đưa lên trang, kể cả tên"
        desk.report(node, Code.SECRET_DOCUMENT, message, "xóa tệp này, báo ngay người phụ trách")
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signed, in which office."""

    name: Annotated[str, Text("Họ tên", longest=80)]
    role: Annotated[str, Text("Chức vụ khi ký", longest=120)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The text of the document, or an annex, as a file beside it."""

    file: Annotated[str, RelativeFile("Tệp", "Đường dẫn tính từ tệp văn bản.", "25-nq-tw.pdf")]
    title: Annotated[str, Text("Tên tệp hiện cho người đọc", longest=160)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSource:
    """Where the facts of this page were read, and when."""

    name: Annotated[str, Text("Tên báo, trang, cơ quan", longest=160)]
    title: Annotated[str, Text("Tên bài, tên tài liệu")] = ""
    url: Annotated[str, WebAddress("Địa chỉ")] = ""
    date: Annotated[dt.date | None, Day("Ngày")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """A valid entry of the register."""

    source_file: Source
    slug: str
    kind: Annotated[DocumentKind, Choice("Thể loại", words=DocumentKind)]
    number: Annotated[str, Text("Số ký hiệu", "Đúng như in trên văn bản.", "25-NQ/TW", longest=60)]
    issuer: Annotated[str, Text("Cơ quan ban hành", "", "Ban Chấp hành Trung ương khóa XI", longest=160)]
    summary: Annotated[
        str, Text("Trích yếu", "Văn bản nói về việc gì; hiện ở danh mục và kết quả tìm kiếm.", shortest=10, longest=500)
    ]
    sources: Annotated[
        tuple[DocumentSource, ...],
        Many("Nguồn", "Các điều ghi ở đây lấy từ đâu.", each=Group("Nguồn", record=DocumentSource), least=1),
    ]
    date: Annotated[
        dt.date | None,
        Day("Ngày ban hành", "Bỏ trống chỉ khi nguồn không cho biết; trang sẽ nói rõ là chưa biết ngày."),
    ] = None
    also_known_as: Annotated[
        tuple[str, ...],
        Many(
            "Cách gọi khác", "Để nhận ra khi bài gọi theo cách ấy.", "Nghị quyết Trung ương 4 khóa XII", each=_Reference
        ),
    ] = ()
    signer: Annotated[Signer | None, Group("Người ký", record=Signer)] = None
    fields: Annotated[tuple[str, ...], Many("Lĩnh vực", each=Text("Lĩnh vực", longest=60))] = ()
    validity: Annotated[Validity, Choice("Hiệu lực", "Bỏ trống là nguồn không cho biết.", words=Validity)] = (
        Validity.UNKNOWN
    )
    effective: Annotated[dt.date | None, Day("Có hiệu lực từ ngày")] = None
    expired: Annotated[dt.date | None, Day("Hết hiệu lực từ ngày")] = None
    replaces: Annotated[
        tuple[str, ...],
        Many("Thay thế văn bản", "Chiều ngược lại (bị thay thế bởi) trang tự tính.", each=_Reference),
    ] = ()
    amends: Annotated[tuple[str, ...], Many("Sửa đổi, bổ sung văn bản", each=_Reference)] = ()
    related: Annotated[tuple[str, ...], Many("Văn bản liên quan", each=_Reference)] = ()
    attachments: Annotated[tuple[Attachment, ...], Many("Tệp kèm", each=Group("Tệp", record=Attachment))] = ()
    original: Annotated[str, WebAddress("Địa chỉ bản gốc", "Trang công bố văn bản của cơ quan ban hành.")] = ""
    secrecy: Annotated[
        Secrecy, _NotSecret("Độ mật", "Văn bản có độ mật không được đưa lên trang, kể cả tên.", words=Secrecy)
    ] = Secrecy.NONE
    aliases: Annotated[tuple[str, ...], Many("Địa chỉ cũ", each=OldAddress("Địa chỉ cũ"))] = ()

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return f"{DOCUMENTS}{self.slug}/"

    @property
    def day(self) -> str:
        """The day of issue in ISO, "" where it is not known."""
        return self.date.isoformat() if self.date else ""

    @property
    def name(self) -> str:
        """Nghị quyết số 25-NQ/TW; Nghị quyết Trung ương 4 khóa XII."""
        return f"{self.kind.label} số {self.number}" if self.number[0].isdigit() else self.short_name

    @property
    def short_name(self) -> str:
        """Nghị quyết 25-NQ/TW."""
        return f"{self.kind.label} {self.number}"

    @property
    def full_name(self) -> str:
        """As it is cited: Nghị quyết số 25-NQ/TW ngày 03/6/2013."""
        return f"{self.name} ngày {format_cited_day(self.date)}" if self.date else self.name

    @property
    def issuing_body(self) -> str:
        """The issuer without an aside in brackets, as in "Trung ương Đảng (nguồn không nêu cơ quan ký)"."""
        return _ASIDE.sub("", self.issuer)

    @property
    def key(self) -> Citation:
        """Kind, number and day: no two documents have the same."""
        return Citation(self.kind.value, number_key(self.number), self.day)

    @property
    def names(self) -> tuple[Citation, ...]:
        """The ways in which it is cited besides its number."""
        return tuple(map(parse_citation, self.also_known_as))

    @classmethod
    def from_source(cls, source: Source) -> OfficialDocument:
        """Validate a source.

        Raises ContentError with every problem of the file.
        """
        desk = Desk(source.path)
        slug = read_slug(source, DOCUMENTS, desk, "văn bản", "nghi-quyet-25-nq-tw-2013")
        document = read_record(cls, source.front, desk, source_file=source, slug=slug)
        if document:
            desk.problems.extend((*_check_days(document), *_check_number(document)))
        if desk.problems or document is None:
            raise ContentError(desk.problems)
        return document


def _check_days(document: OfficialDocument) -> Iterator[Problem]:
    source = document.source_file
    if document.date and document.effective and document.effective < document.date:
        message = "ngày có hiệu lực đứng trước ngày ban hành"
        yield source.problem(Code.ORDER_OF_TIME, message, "sửa một trong hai", "effective")
    begin = document.effective or document.date
    if begin and document.expired and document.expired < begin:
        message = "ngày hết hiệu lực đứng trước ngày ban hành hoặc ngày có hiệu lực"
        yield source.problem(Code.ORDER_OF_TIME, message, "sửa một trong hai", "expired")


def _check_number(document: OfficialDocument) -> Iterator[Problem]:
    """The kind is declared apart from the number: pages say both."""
    if fold(document.number).startswith(fold(document.kind.label)):
        cure = f"chỉ ghi như khi viện dẫn: {parse_citation(document.number).number}"
        message = f"“Số ký hiệu” ghi cả thể loại: “{document.number}”"
        yield document.source_file.problem(Code.BAD_FORM, message, cure, "number")
