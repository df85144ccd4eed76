"""Anchors: the ids of headings, apart from those that the pages around a text have themselves."""

from __future__ import annotations

from typing import Final

from newsroom.vietnamese import slugify

_IDS: Final = """
    noi-dung bai-viet chi-tieu chuc-trach chuyen-doi-so dang-vien doan-the giam-sat khung mo-hinh muc-tieu nguon quy
    sinh-hoat tong-hop trang-vien-dan van-ban-da-ky vien-dan xep-loai
"""
TAKEN: Final = frozenset(_IDS.split())
"""Ids of our templates: a heading of the same words would lead readers, and the link that skips the menu, astray."""


def anchor(title: str, separator: str) -> str:
    """The id of a heading: "Chi bộ họp" → "chi-bo-hop"."""
    slug = slugify(title, separator)
    return f"muc{separator}{slug}" if slug in TAKEN else slug
