"""The licence of the open data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from newsroom.fields import Text, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Under what terms the open data may be used."""

    name: Annotated[str, Text("Tên giấy phép", "", "CC BY 4.0", longest=160)]
    url: Annotated[str, WebAddress("Địa chỉ giấy phép")]
