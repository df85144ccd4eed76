"""Lists: the site's own directories, sections and data, which readers ask for by name. Nothing in them is counted, so that
their records stay while articles come.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsroom.addresses import (
    ARCHIVE,
    BRANCHES,
    COMPARISON,
    DATA,
    DOCUMENTS,
    FEED,
    PEOPLE,
    PROGRAMMES,
    UNITS,
    section_url,
)
from newsroom.digests import digest
from newsroom.library import Library
from newsroom.search.records import PAGE, Fields, Record
from newsroom.targets import generated_addresses


class _List(NamedTuple):
    """A list: its title, a sentence about it, and what else it is called."""

    title: str
    about: str
    titles: tuple[str, ...] = ()


_LISTS: Final = {
    BRANCHES: _List(
        "Hồ sơ chi bộ, đảng bộ",
        "Danh bạ các chi bộ, đảng bộ có hồ sơ trên trang này, xếp theo cấp trực thuộc.",
        ("Danh sách chi bộ, đảng bộ", "Danh bạ chi bộ"),
    ),
    COMPARISON: _List(
        "So sánh các hồ sơ",
        "Số liệu mới nhất của các chi bộ, đảng bộ đặt cạnh nhau, mỗi số một thời điểm.",
        ("So sánh hồ sơ", "So sánh chi bộ"),
    ),
    PROGRAMMES: _List(
        "Chương trình, phong trào",
        "Các chương trình, phong trào: mục tiêu, kết quả, mô hình đăng ký và công nhận.",
        ("Danh sách chương trình, phong trào",),
    ),
    UNITS: _List(
        "Đơn vị hành chính, tổ chức",
        "Các xã, huyện, tỉnh được nhắc trên trang này: tên khi đó, tên nay, căn cứ sáp nhập, đổi tên.",
        ("Danh sách đơn vị hành chính", "Tên cũ, tên mới của xã, huyện, tỉnh"),
    ),
    DATA: _List(
        "Dữ liệu mở",
        "Tải dữ liệu của trang này dạng CSV và JSON, có lược đồ, mã bền và điều kiện sử dụng.",
        ("Tải dữ liệu CSV, JSON",),
    ),
    ARCHIVE: _List(
        "Xem tin theo ngày",
        "Kho lưu trữ các bài theo ngày đăng: chọn năm, tháng rồi chọn ngày.",
        ("Kho lưu trữ", "Tin theo tháng, theo năm"),
    ),
    PEOPLE: _List(
        "Nhân sự",
        "Danh sách bí thư, phó bí thư và những người giữ chức trách công khai có trong hồ sơ, kèm thời điểm và nguồn.",
        ("Danh sách bí thư chi bộ", "Danh sách nhân sự"),
    ),
    DOCUMENTS: _List(
        "Danh mục văn bản",
        "Các văn bản được viện dẫn trên trang này: thể loại, số ký hiệu, ngày ban hành, hiệu lực.",
        ("Danh sách văn bản",),
    ),
}
_FEED: Final = _List("Tin mới qua RSS", "Nguồn tin RSS: phần mềm đọc tin tự báo khi trang có bài mới.", ("RSS",))


def list_records(library: Library) -> Iterator[Record]:
    """The records of the lists that the site has, of its sections and of its feed."""
    there = generated_addresses(library)
    yield from (_record(url, told) for url, told in _LISTS.items() if url in there)
    for section in library.settings.sections:
        about = section.about or f"Các bài trong chuyên mục {section.name}."
        told = _List(f"Chuyên mục {section.name}", about, (section.name,))
        yield _record(section_url(section.slug), told)
    yield _record(FEED, _FEED)


def _record(url: str, told: _List) -> Record:
    def fields() -> Fields:
        return Fields(told.title, told.about, (), "", told.titles)

    return Record(url, told.title, PAGE, "", "", told.about, digest(url, told), fields)
