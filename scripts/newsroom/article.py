"""An article: a news item with title, lead, date and section."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from newsroom.addresses import ARTICLES
from newsroom.codes import Code
from newsroom.disclosure import DISCLOSURES, Disclosure
from newsroom.fields import (
    Choice,
    Day,
    Desk,
    Flag,
    Group,
    Identifier,
    Many,
    Moment,
    OldAddress,
    RelativeFile,
    Text,
    WebAddress,
    read_record,
)
from newsroom.filing import PLACE, misplaced
from newsroom.history import Correction, Removal, Views
from newsroom.nodes import locate, written
from newsroom.problem import ContentError, Problem
from newsroom.source import Source
from newsroom.vietnamese import VIETNAM_TIME
from newsroom.vocabulary import Credit, Genre, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who made the article, and what part of it."""

    name: Annotated[str, Text("Họ tên hoặc bút danh", longest=80)]
    role: Annotated[Credit, Choice("Vai trò", words=Credit)] = Credit.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPicture:
    """The picture at the head of the article."""

    file: Annotated[str, RelativeFile("Tệp ảnh", "Đường dẫn tính từ tệp bài.")]
    alt: Annotated[
        str, Text("Lời tả ảnh", "Tả điều nhìn thấy, cho người không xem được ảnh.", shortest=10, longest=250)
    ]
    credit: Annotated[str, Text("Tác giả ảnh", "Tên người hoặc cơ quan; “Internet” không phải là nguồn.", longest=120)]
    caption: Annotated[str, Text("Chú thích ảnh", longest=300)] = ""
    illustration: Annotated[bool, Flag("Là tranh minh họa", "Đặt true nếu là tranh vẽ, không phải ảnh chụp.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a republished or retold piece comes from."""

    name: Annotated[str, Text("Tên báo, trang", longest=160)]
    title: Annotated[str, Text("Tên bài gốc")] = ""
    author: Annotated[str, Text("Tác giả ghi ở bài gốc", longest=120)] = ""
    url: Annotated[str, WebAddress("Địa chỉ bài gốc")] = ""
    date: Annotated[dt.date | None, Day("Ngày đăng bài gốc")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A valid article. Times are on a Vietnamese clock."""

    source_file: Source
    slug: str
    title: Annotated[
        str,
        Text(
            "Tiêu đề",
            "Tên bài, không viết hoa toàn bộ, không chấm cuối.",
            "Chi bộ thôn An Cư vận động hiến đất làm đường",
            shortest=8,
            longest=200,
        ),
    ]
    date: Annotated[
        dt.datetime,
        Moment("Ngày giờ đăng", "Giờ Việt Nam. Năm và tháng phải trùng thư mục chứa bài.", "2022-10-25 21:46"),
    ]
    lead: Annotated[
        str,
        Text(
            "Sa-pô",
            "Đoạn mở đầu, hiện ở danh sách và kết quả tìm kiếm; không lặp lại trong bài. Vừa mắt nhất là 80–500 ký tự.",
            shortest=30,
            longest=800,
        ),
    ]
    section: Annotated[str, Identifier("Chuyên mục", "Mã một chuyên mục khai báo trong mkdocs.yml.", "xay-dung-dang")]
    authors: Annotated[
        tuple[Author, ...],
        Many("Tác giả", "Ai viết, ai chụp, ai biên tập.", each=Group("Tác giả", record=Author), least=1),
    ]
    kicker: Annotated[str, Text("Dòng dẫn", "Địa danh hoặc đơn vị đứng trước tiêu đề.", "Tiền Hải", longest=60)] = ""
    subtitle: Annotated[str, Text("Tít phụ")] = ""
    genre: Annotated[Genre | None, Choice("Thể loại", words=Genre)] = None
    updated: Annotated[dt.datetime | None, Moment("Cập nhật lúc", "Khi nội dung đã đăng được sửa đáng kể.")] = None
    event_date: Annotated[dt.date | None, Day("Ngày diễn ra", "Ngày xảy ra sự việc, nếu khác ngày đăng.")] = None
    image: Annotated[
        LeadPicture | None, Group("Ảnh đại diện", "Ảnh ở đầu bài và ở các danh sách.", record=LeadPicture)
    ] = None
    tags: Annotated[tuple[str, ...], Many("Thẻ", "Từ khóa tự do.", each=Text("Thẻ", longest=60))] = ()
    branches: Annotated[
        tuple[str, ...],
        Many("Chi bộ, đảng bộ được nhắc", "Tên tệp (không có .md) trong docs/chi-bo/.", each=Identifier("Mã hồ sơ")),
    ] = ()
    documents: Annotated[
        tuple[str, ...],
        Many("Văn bản viện dẫn", "Số ký hiệu đúng như in.", "25-NQ/TW", each=Text("Số ký hiệu", longest=60)),
    ] = ()
    programmes: Annotated[tuple[str, ...], Many("Chương trình, phong trào", each=Identifier("Mã chương trình"))] = ()
    people: Annotated[
        tuple[str, ...],
        Many("Người được nhắc", "Chỉ người được nhắc với chức trách công khai.", each=Text("Họ tên", longest=80)),
    ] = ()
    places: Annotated[tuple[str, ...], Many("Địa bàn", each=Text("Địa danh", longest=120))] = ()
    namesakes: Annotated[
        tuple[str, ...], Many("Tên trùng", "Của người khác, nơi khác: máy không nối.", each=Text("Tên", longest=160))
    ] = ()
    source: Annotated[Origin | None, Group("Nguồn", "Khi đăng lại hoặc kể lại từ nơi khác.", record=Origin)] = None
    aliases: Annotated[
        tuple[str, ...], Many("Địa chỉ cũ", "Sẽ tự chuyển hướng về bài.", each=OldAddress("Địa chỉ cũ"))
    ] = ()
    corrections: Annotated[tuple[Correction, ...], Many("Đính chính", each=Group("Đính chính", record=Correction))] = ()
    views: Annotated[Views | None, Group("Lượt xem ở trang cũ", record=Views)] = None
    moved_to: Annotated[
        str, WebAddress("Nay ở địa chỉ", "Khi một trang khác đã tiếp nhận bài; địa chỉ cũ sẽ dẫn thẳng sang đó.")
    ] = ""
    status: Annotated[Status, Choice("Trạng thái", "Bỏ trống là xuất bản.", words=Status)] = Status.PUBLISHED
    approved_by: Annotated[str, Text("Người duyệt", longest=80)] = ""
    pinned_until: Annotated[
        dt.date | None, Day("Ghim đến ngày", "Thông báo được giữ ở trang nhất đến hết ngày này.")
    ] = None
    public_data: Annotated[tuple[Disclosure, ...], DISCLOSURES] = ()
    removal: Annotated[Removal | None, Group("Gỡ bài", record=Removal)] = None

    @property
    def url(self) -> str:
        """The address below the site's root; it does not hold the section, so moving an article breaks no link."""
        return f"{ARTICLES}{self.date.year:04d}/{self.date.month:02d}/{self.slug}/"

    @classmethod
    def from_source(cls, source: Source) -> Article:
        """Validate a source.

        Raises ContentError with every problem of the file.
        """
        desk = Desk(source.path)
        match = PLACE.fullmatch(source.uri)
        slug = match[3] if match else ""
        if not match:
            desk.problems.append(misplaced(source))
        article = read_record(cls, source.front, desk, source_file=source, slug=slug)
        if article and match:
            desk.problems.extend((*_check_dates(article, match), *_check_removal(article)))
        if desk.problems or article is None:
            raise ContentError(desk.problems)
        return article


def _check_dates(article: Article, place: re.Match[str]) -> Iterator[Problem]:
    source = article.source_file
    if (int(place[1]), int(place[2])) != (article.date.year, article.date.month):
        message = f"ngày đăng thuộc tháng {article.date:%m/%Y} nhưng tệp nằm trong {place[1]}/{place[2]}"
        cure = f"chuyển tệp sang docs/tin-tuc/{article.date:%Y/%m}/ hoặc sửa ngày"
        yield source.problem(Code.MONTH_MISMATCH, message, cure, "date")
    if (
        article.updated
        and article.updated < article.date
        and (":" in written(locate(source.front, "updated")) or article.updated.date() < article.date.date())
    ):
        yield source.problem(Code.ORDER_OF_TIME, "cập nhật sớm hơn lúc đăng", "sửa một trong hai", "updated")
    if (
        article.event_date
        and article.event_date > article.date.astimezone(VIETNAM_TIME).date()
        and article.genre is not Genre.NOTICE
    ):
        cure = "sửa ngày, hoặc đặt genre: notice nếu là thông báo việc sắp diễn ra"
        yield source.problem(Code.ORDER_OF_TIME, "ngày diễn ra sau ngày đăng", cure, "event_date")


def _check_removal(article: Article) -> Iterator[Problem]:
    """What is said to be taken down is not shown."""
    if article.removal and article.status is not Status.REMOVED:
        message = f"bài ghi ngày gỡ và lý do gỡ mà trạng thái vẫn là “{article.status.label}”"
        cure = "thêm dòng status: removed để gỡ; không gỡ nữa thì xóa removal"
        yield article.source_file.problem(Code.REMOVAL_MISMATCH, message, cure, "removal")
