"""Who held a public role, and when: of a person nothing else is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from newsroom.dates import PartialDate
from newsroom.fields import Choice, Identifier, Partial, Text
from newsroom.provenance import SourceId
from newsroom.vietnamese import slugify
from newsroom.vocabulary import CommitteeRole

Name = Annotated[str, Text("Họ tên", longest=80)]
AsOf = Annotated[PartialDate, Partial("Thời điểm")]
Since = Annotated[PartialDate | None, Partial("Giữ chức từ")]
Until = Annotated[PartialDate | None, Partial("Thôi giữ chức")]
PersonSlug = Annotated[
    str,
    Identifier(
        "Mã người",
        "Chỉ cần khi hai người trùng tên: mỗi người một mã, như nguyen-van-c-xa-vi-du. Cùng một người thì cùng mã.",
    ),
]


class _Holder:
    """Whoever holds a role. Declares no field: the order of a record's fields is the order of its table in the handbook."""

    __slots__ = ()

    name: str
    person: str

    @property
    def person_slug(self) -> str:
        """Who it is: the slug given, else the one of the name."""
        return self.person or slugify(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeMember(_Holder):
    """A public role on the committee, at a known time."""

    name: Name
    role: Annotated[CommitteeRole, Choice("Chức vụ", words=CommitteeRole)]
    as_of: AsOf
    source: SourceId
    from_: Since = None
    to: Until = None
    person: PersonSlug = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Official(_Holder):
    """Another public role at the body, in the words of the source."""

    name: Name
    title: Annotated[str, Text("Chức danh", "Đúng như nguồn ghi.", "Phó Trưởng ban Tổ chức Huyện ủy", longest=160)]
    as_of: AsOf
    source: SourceId
    from_: Since = None
    to: Until = None
    person: PersonSlug = ""
