"""Disclosures: personal data that the law makes public, confirmed by the editor who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from newsroom.fields import Group, Many, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One piece of personal data that may be public."""

    text: Annotated[str, Text("Dữ liệu được công khai", "Chép đúng như viết trong bài.", longest=200)]
    basis: Annotated[str, Text("Căn cứ", "Văn bản cho phép công khai, hoặc việc người ấy đã đồng ý.", shortest=10)]
    confirmed_by: Annotated[str, Text("Người xác nhận", "Người chịu trách nhiệm về việc công khai.", longest=80)]


DISCLOSURES: Final = Many(
    "Dữ liệu riêng được phép công khai",
    "Chỉ dùng khi máy báo du-lieu-ca-nhan mà luật cho phép nêu.",
    each=Group("Dữ liệu", record=Disclosure),
)
"""The field `public_data` of every document type."""
