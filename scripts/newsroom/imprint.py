"""The imprint: who runs the site, how to reach them, and on what terms its data may be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from newsroom.fields import Group, Many, Text, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """A person who answers for the site."""

    name: Annotated[str, Text("Họ tên")]
    role: Annotated[str, Text("Chức vụ")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who runs the site and how to reach them."""

    managing_body: Annotated[str, Text("Đơn vị quản lý")]
    responsible: Annotated[
        tuple[Responsible, ...], Many("Chịu trách nhiệm chính", each=Group("Người", record=Responsible), least=1)
    ]
    email: Annotated[str, Text("Thư điện tử", longest=120)]
    address: Annotated[str, Text("Địa chỉ")] = ""
    phone: Annotated[str, Text("Điện thoại", longest=60)] = ""
    fax: Annotated[str, Text("Fax", longest=60)] = ""
    licence: Annotated[str, Text("Giấy phép")] = ""
    reuse: Annotated[str, Text("Điều kiện phát hành lại", longest=400)] = ""
    note: Annotated[str, Text("Ghi chú", longest=400)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Under what terms the open data may be used."""

    name: Annotated[str, Text("Tên giấy phép", "", "CC BY 4.0", longest=160)]
    url: Annotated[str, WebAddress("Địa chỉ giấy phép")]
