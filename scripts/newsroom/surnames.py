"""Surnames: the family names by which a Vietnamese text is seen to speak of a person. Few serve nearly everybody.

In capitals only: most of them are words, too (“lê”, “mai”, “từ”).
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Đinh Lâm Phùng Mai Tô
    Trương Hà Lương Tạ Cao Châu Thạch Danh Kim Sơn Triệu La Quách Thái Chu Nghiêm Lưu Khổng Tống Nông Vi Tăng Từ Văn
"""
SURNAMES: Final = "|".join(_NAMES.split())
"""A pattern for any of them."""
