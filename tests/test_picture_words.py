"""Words beside a picture: what tells nothing is a problem, what tells something is none."""

from __future__ import annotations

import pytest

from newsroom.codes import Code
from newsroom.picture_words import judge_alt, judge_caption, judge_credit

LEAKED = [
    "C:\\Users\\van-phong\\Desktop\\anh.jpg",
    "\\\\may-chu\\anh\\hop",
    "/home/ban/anh hop.png",
    "file:///D:/anh/hop",
    "https://trang.example/anh/hop",
    "Description: D:\\ẢNH\\Hội nghị",
    "hop chi bo thang 3.JPG",
    "IMG_20260115_080000",
    "DSC01234",
    "image001",
    "z5123456789012_abcdef",
    "anh-hoi-nghi-thang-3",
    "hop_chi_bo",
    "d41d8cd98f00b204",
]
PLACEHOLDERS = [
    "Ảnh",
    "hình 1",
    "Ảnh minh họa 12",
    "Mô tả ảnh",
    "[chèn ảnh vào đây]",
    "...",
    "12/3",
    "Untitled",
    "TODO",
    "lorem ipsum",
]
VAGUE = [
    "Internet",
    "Nguồn: Internet",
    "Ảnh: Internet",
    "nguồn internet",
    "Sưu tầm",
    "Ảnh sưu tầm",
    "Theo mạng xã hội Facebook",
    "Google",
    "ST",
]
GOOD_ALTS = [
    "Mười người ngồi quanh bàn dài",
    "Ảnh chụp bà con thu hoạch lúa ở thôn Mẫu",
    "Hình vẽ sơ đồ 3 bước nộp hồ sơ",
    "Tiêm vắc-xin Covid-19 tại trạm y tế",
    "Lớp tập huấn dùng Internet cho người cao tuổi",
    "Đảng viên Nguyễn Văn A/tổ 3 phát biểu",
    "Cán bộ xem mục .html trên máy tính",
    "Bản đồ mạng lưới kênh mương",
]  # fmt: skip
GOOD_CREDITS = [
    "Người Chụp Thử",
    "Trung tâm Internet Việt Nam",
    "Ban Mạng lưới thôn",
    "Tư liệu xã Ví Dụ",
    "Cổng thông tin xã",
    "",
]


@pytest.mark.parametrize("alt", LEAKED)
def test_a_path_or_a_file_name_is_no_alternative_text(alt: str) -> None:
    judged = judge_alt(alt)
    assert judged
    assert judged.code is Code.LEAKED_PATH


@pytest.mark.parametrize("alt", PLACEHOLDERS)
def test_a_placeholder_is_no_alternative_text(alt: str) -> None:
    judged = judge_alt(alt)
    assert judged
    assert judged.code is Code.PLACEHOLDER_ALT


@pytest.mark.parametrize("credit", VAGUE)
def test_the_whole_net_is_no_author(credit: str) -> None:
    judged = judge_credit(credit)
    assert judged
    assert judged.code is Code.VAGUE_CREDIT


@pytest.mark.parametrize(
    "words", ["Hội nghị tháng 3 (Nguồn: Internet)", "Bà con gặt lúa. Ảnh: sưu tầm", "Nguồn Internet"]
)
def test_a_caption_that_credits_nobody_is_told_in_either_place(words: str) -> None:
    for judged in (judge_alt(words), judge_caption(words)):
        assert judged
        assert judged.code is Code.VAGUE_CREDIT


@pytest.mark.parametrize("alt", GOOD_ALTS)
def test_a_description_is_left_alone(alt: str) -> None:
    assert judge_alt(alt) is None
    assert judge_caption(alt) is None


@pytest.mark.parametrize("credit", GOOD_CREDITS)
def test_a_named_author_is_left_alone(credit: str) -> None:
    assert judge_credit(credit) is None
