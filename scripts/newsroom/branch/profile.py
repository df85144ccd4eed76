"""The profile itself: what the organisation is, where it belongs, what came before and after it, and its blocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from newsroom.addresses import BRANCHES
from newsroom.branch.blocks import (
    Admission,
    DigitalAdoption,
    Fund,
    Goal,
    Indicator,
    Meeting,
    Organisation,
    RatingGiven,
    Supervision,
    Training,
    Work,
)
from newsroom.branch.membership import Membership
from newsroom.branch.officers import CommitteeMember, Official
from newsroom.branch.registered_models import RegisteredModel
from newsroom.dates import PartialDate
from newsroom.disclosure import DISCLOSURES, Disclosure
from newsroom.fields import (
    Choice,
    Day,
    Desk,
    Group,
    Identifier,
    Many,
    OldAddress,
    Partial,
    Text,
    WebAddress,
    read_record,
)
from newsroom.filing import read_slug
from newsroom.problem import ContentError
from newsroom.provenance import SourceEntry
from newsroom.source import Source
from newsroom.vocabulary import Kind, Level, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """The body the branch belongs to."""

    name: Annotated[str, Text("Tên cơ quan, đơn vị", longest=160)]
    url: Annotated[str, WebAddress("Trang của đơn vị")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it is, by its name then and its name now."""

    name: Annotated[str, Text("Địa bàn, theo tên khi đó", longest=200)]
    unit: Annotated[str, Identifier("Đơn vị hành chính", "Tên tệp (không có .md) trong docs/don-vi/.")] = ""
    now: Annotated[str, Text("Nay là", "Chỉ khi chưa có trang của đơn vị.", longest=200)] = ""
    code: Annotated[str, Text("Mã đơn vị hành chính", longest=10)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """When and by what it was founded."""

    date: Annotated[PartialDate, Partial("Ngày thành lập")]
    document: Annotated[str, Text("Văn bản thành lập", longest=160)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A predecessor or successor: by name, and by profile where there is one."""

    name: Annotated[str, Text("Tên tổ chức", longest=160)]
    profile: Annotated[str, Identifier("Mã hồ sơ")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What came before and after, when, and by which legal basis."""

    predecessors: Annotated[tuple[Relation, ...], Many("Tiền thân", each=Group("Tổ chức", record=Relation))] = ()
    successors: Annotated[tuple[Relation, ...], Many("Kế tiếp", each=Group("Tổ chức", record=Relation))] = ()
    date: Annotated[dt.date | None, Day("Ngày chuyển")] = None
    basis: Annotated[str, Text("Căn cứ", longest=200)] = ""
    note: Annotated[str, Text("Ghi chú", longest=500)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The term of office the figures speak of."""

    name: Annotated[str, Text("Nhiệm kỳ", longest=40)]
    from_: Annotated[PartialDate | None, Partial("Từ")] = None
    to: Annotated[PartialDate | None, Partial("Đến")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A valid profile of a branch or committee."""

    source_file: Source
    slug: str
    name: Annotated[
        str, Text("Tên tổ chức đảng", "Đúng từng chữ như trong văn bản.", "Chi bộ thôn An Cư", shortest=5, longest=160)
    ]
    level: Annotated[Level, Choice("Cấp", words=Level)]
    kind: Annotated[Kind, Choice("Loại hình", words=Kind)]
    summary: Annotated[
        str, Text("Tóm tắt", "Hai, ba câu giới thiệu; hiện ở danh bạ và kết quả tìm kiếm.", shortest=80, longest=500)
    ]
    state: Annotated[State, Choice("Tình trạng", words=State)]
    sources: Annotated[
        tuple[SourceEntry, ...],
        Many(
            "Nguồn số liệu", "Mỗi con số ghi mã của một nguồn ở đây.", each=Group("Nguồn", record=SourceEntry), least=1
        ),
    ]
    also_known_as: Annotated[
        tuple[str, ...],
        Many(
            "Tên khác",
            "Tên gọi tắt, tên cũ; dùng khi tìm kiếm và khi nhận ra tên trong lời bài.",
            each=Text("Tên", longest=160),
        ),
    ] = ()
    parent: Annotated[str, Identifier("Trực thuộc", "Mã hồ sơ của cấp trên trực tiếp.")] = ""
    host: Annotated[Host | None, Group("Thuộc cơ quan, đơn vị", record=Host)] = None
    place: Annotated[Place | None, Group("Địa bàn", record=Place)] = None
    founded: Annotated[Founding | None, Group("Thành lập", record=Founding)] = None
    succession: Annotated[Succession | None, Group("Kế thừa", record=Succession)] = None
    term: Annotated[Term | None, Group("Nhiệm kỳ", record=Term)] = None
    committee: Annotated[
        tuple[CommitteeMember, ...],
        Many("Cấp ủy", "Chỉ chức danh công khai, kèm thời điểm.", each=Group("Cấp ủy viên", record=CommitteeMember)),
    ] = ()
    officials: Annotated[
        tuple[Official, ...],
        Many("Chức danh khác", "Người giữ chức trách công khai ngoài cấp ủy.", each=Group("Người", record=Official)),
    ] = ()
    membership: Annotated[
        tuple[Membership, ...],
        Many(
            "Đảng viên",
            "Số tổng hợp theo từng mốc; không bao giờ là danh sách.",
            each=Group("Số đảng viên", record=Membership),
        ),
    ] = ()
    admissions: Annotated[
        tuple[Admission, ...], Many("Kết nạp đảng viên", each=Group("Kết nạp", record=Admission))
    ] = ()
    indicators: Annotated[
        tuple[Indicator, ...], Many("Chỉ tiêu và kết quả", each=Group("Chỉ tiêu", record=Indicator))
    ] = ()
    goals: Annotated[tuple[Goal, ...], Many("Mục tiêu đề ra", each=Group("Mục tiêu", record=Goal))] = ()
    meetings: Annotated[tuple[Meeting, ...], Many("Sinh hoạt, hội nghị", each=Group("Sinh hoạt", record=Meeting))] = ()
    training: Annotated[tuple[Training, ...], Many("Bồi dưỡng", each=Group("Bồi dưỡng", record=Training))] = ()
    ratings: Annotated[tuple[RatingGiven, ...], Many("Xếp loại", each=Group("Xếp loại", record=RatingGiven))] = ()
    models: Annotated[tuple[RegisteredModel, ...], Many("Mô hình", each=Group("Mô hình", record=RegisteredModel))] = ()
    supervision: Annotated[
        tuple[Supervision, ...], Many("Kiểm tra, giám sát", each=Group("Cuộc giám sát", record=Supervision))
    ] = ()
    digital: Annotated[
        tuple[DigitalAdoption, ...], Many("Chuyển đổi số", each=Group("Ứng dụng", record=DigitalAdoption))
    ] = ()
    funds: Annotated[
        tuple[Fund, ...], Many("Quỹ, vốn", "Lượt và người là hai số khác nhau.", each=Group("Quỹ", record=Fund))
    ] = ()
    works: Annotated[tuple[Work, ...], Many("Công trình", each=Group("Công trình", record=Work))] = ()
    organisations: Annotated[
        tuple[Organisation, ...], Many("Đoàn thể", each=Group("Đoàn thể", record=Organisation))
    ] = ()
    programmes: Annotated[tuple[str, ...], Many("Chương trình, phong trào", each=Identifier("Mã chương trình"))] = ()
    aliases: Annotated[tuple[str, ...], Many("Địa chỉ cũ", each=OldAddress("Địa chỉ cũ"))] = ()
    public_data: Annotated[tuple[Disclosure, ...], DISCLOSURES] = ()

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return f"{BRANCHES}{self.slug}/"

    @property
    def roles(self) -> tuple[CommitteeMember | Official, ...]:
        """Every public role it tells of."""
        return (*self.committee, *self.officials)

    @property
    def named_programmes(self) -> tuple[str, ...]:
        """The programmes that it takes part in or registered a model with, each once."""
        return tuple(dict.fromkeys((*self.programmes, *(model.programme for model in self.models))))

    def title_of(self, holder: CommitteeMember | Official) -> str:
        """What the role of one of those people is called here."""
        return holder.title if isinstance(holder, Official) else holder.role.at(self.level)

    def source_of(self, source_id: str) -> SourceEntry | None:
        """The source entry that a figure names."""
        return next((entry for entry in self.sources if entry.id == source_id), None)

    @classmethod
    def from_source(cls, source: Source) -> Branch:
        """Validate a source.

        Raises ContentError with every problem of the file.
        """
        desk = Desk(source.path)
        slug = read_slug(source, BRANCHES, desk, "hồ sơ", "ten-chi-bo")
        branch = read_record(cls, source.front, desk, source_file=source, slug=slug)
        if desk.problems or branch is None:
            raise ContentError(desk.problems)
        return branch
