"""Articles: a source validated field by field, and against the folder it lies in."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import article_text
from test_source import URI, written

from newsroom.article import Article, Author, LeadPicture, Origin
from newsroom.card import card_of
from newsroom.codes import Code
from newsroom.fields import field_readers, required_fields
from newsroom.history import Correction, Removal, Views
from newsroom.particulars import particulars_of
from newsroom.problem import ContentError
from newsroom.vietnamese import VIETNAM_TIME
from newsroom.vocabulary import Credit, Genre, Status

WHOLE = {
    "subtitle": "Tít phụ của bài thử",
    "kicker": "Thôn Mẫu",
    "genre": "report",
    "updated": "2026-01-16 09:30",
    "event_date": "2026-01-14",
    "image": '{file: anh.jpg, alt: "Mười người ngồi quanh bàn", credit: Người Chụp Thử, caption: Cuộc họp}',
    "tags": "[sinh hoạt, nạo vét]",
    "branches": "[chi-bo-thon-mau]",
    "documents": "[25-NQ/TW]",
    "programmes": "[dan-van-kheo]",
    "people": "[Người Được Nhắc]",
    "places": "[xã Ví Dụ]",
    "namesakes": "[Người Trùng Tên]",
    "source": "{name: Báo Thử, title: Bài gốc, author: Tác Giả Gốc, url: 'https://thu.example/bai', date: 2026-01-10}",
    "aliases": "[/tin/bai-cu-12.html]",
    "corrections": "[{date: 2026-01-17, text: Sửa lại số hộ dự họp}]",
    "views": "{count: 1254, as_of: 2024-07-25}",
    "status": "removed",
    "approved_by": "Người Duyệt Thử",
    "pinned_until": "2026-02-01",
    "removal": "{date: 2026-03-01, reason: Theo đề nghị}",
    "moved_to": "https://moi.example/bai",
    "public_data": '[{text: "0912 345 678", basis: "Chủ số đồng ý bằng văn bản", confirmed_by: Người Thử}]',
}


def article(folder: Path, uri: str = URI, **fields: str) -> Article:
    """A valid article read from a file."""
    return Article.from_source(written(folder, uri, article_text(**fields)))


def refusals(folder: Path, uri: str = URI, **fields: str) -> list[tuple[int, int, Code]]:
    """What is wrong with an article: line, column, code."""
    with pytest.raises(ContentError) as raised:
        article(folder, uri, **fields)
    return [(problem.line, problem.column, problem.code) for problem in raised.value.problems]


def test_the_smallest_article_has_sensible_defaults(tmp_path: Path) -> None:
    found = article(tmp_path)
    assert found.title == "Chi bộ thử họp thường kỳ tháng này"
    assert found.date == datetime(2026, 1, 15, 8, tzinfo=VIETNAM_TIME)
    assert found.authors == (Author(name="Người Viết Thử", role=Credit.TEXT),)
    assert found.status is Status.PUBLISHED
    assert (found.branches, found.tags, found.image, found.genre) == ((), (), None, None)


def test_every_field_is_read(tmp_path: Path) -> None:
    found = article(tmp_path, **WHOLE)
    assert found.subtitle == "Tít phụ của bài thử"
    assert found.kicker == "Thôn Mẫu"
    assert found.genre is Genre.REPORT
    assert found.updated == datetime(2026, 1, 16, 9, 30, tzinfo=VIETNAM_TIME)
    assert found.event_date == date(2026, 1, 14)
    assert found.image == LeadPicture(
        file="anh.jpg", alt="Mười người ngồi quanh bàn", credit="Người Chụp Thử", caption="Cuộc họp"
    )
    assert (found.tags, found.branches) == (("sinh hoạt", "nạo vét"), ("chi-bo-thon-mau",))
    assert (found.documents, found.programmes) == (("25-NQ/TW",), ("dan-van-kheo",))
    assert (found.people, found.places) == (("Người Được Nhắc",), ("xã Ví Dụ",))
    assert found.source == Origin(
        name="Báo Thử",
        title="Bài gốc",
        author="Tác Giả Gốc",
        url="https://thu.example/bai",
        date=date(2026, 1, 10),
    )
    assert found.aliases == ("/tin/bai-cu-12.html",)
    assert found.corrections == (Correction(date=date(2026, 1, 17), text="Sửa lại số hộ dự họp"),)
    assert found.views == Views(count=1254, as_of=date(2024, 7, 25))
    assert found.status is Status.REMOVED
    assert found.approved_by == "Người Duyệt Thử"
    assert found.pinned_until == date(2026, 2, 1)
    assert found.moved_to == "https://moi.example/bai"
    assert found.removal == Removal(date=date(2026, 3, 1), reason="Theo đề nghị")


def test_the_table_above_holds_every_optional_field() -> None:
    assert set(WHOLE) == set(field_readers(Article)) - required_fields(Article)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("credit: Người Vẽ Thử, caption: Cuộc họp", "Cuộc họp (tranh minh họa)"),
        ("credit: Người Vẽ Thử", "Tranh minh họa"),
        ('credit: "Minh họa: Người Vẽ Thử", caption: Cuộc họp', "Cuộc họp"),
        ("credit: Người Vẽ Thử, caption: Tranh vẽ một cuộc họp", "Tranh vẽ một cuộc họp"),
    ],
)
def test_a_drawing_is_told_to_be_one(tmp_path: Path, words: str, shown: str) -> None:
    picture = f'{{file: anh.jpg, alt: "Mười người ngồi quanh bàn", illustration: true, {words}}}'
    assert particulars_of(article(tmp_path, image=picture)).caption == shown


def test_an_article_is_frozen(tmp_path: Path) -> None:
    found = article(tmp_path)
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.title = "Tên khác"  # type: ignore[misc]


def test_the_address_holds_month_and_slug_but_no_section(tmp_path: Path) -> None:
    first, moved = article(tmp_path), article(tmp_path, section="thong-bao")
    assert first.url == moved.url == "tin-tuc/2026/01/x/"


@pytest.mark.parametrize("field", sorted(required_fields(Article)))
def test_a_required_field_that_is_left_out_is_reported(tmp_path: Path, field: str) -> None:
    text = article_text(**{field: ""}) if field != "title" else article_text().replace("title:", "kicker:")
    with pytest.raises(ContentError) as raised:
        Article.from_source(written(tmp_path, URI, text))
    (problem,) = raised.value.problems
    assert (problem.line, problem.code) == (2, Code.MISSING_FIELD)
    assert f"trường {field} " in problem.message


def test_the_required_fields_are_those_no_article_can_do_without() -> None:
    assert required_fields(Article) == {"title", "date", "lead", "section", "authors"}


@pytest.mark.parametrize(
    ("uri", "cure"),
    [
        ("tin-tuc/x.md", "docs/tin-tuc/2026/09/"),
        ("tin-tuc/2026/x.md", "docs/tin-tuc/2026/09/"),
        ("tin-tuc/26/01/x.md", "docs/tin-tuc/2026/09/"),
        ("tin-tuc/2026/01/sau/x.md", "docs/tin-tuc/2026/09/"),
        ("tin-tuc/2026/1/x.md", "đổi tên thư mục thành 2026/01"),
        ("tin-tuc/2026/01/Bai-Thu.md", "đổi tên thành bai-thu.md"),
        ("tin-tuc/2026/01/bài-thử.md", "đổi tên thành bai-thu.md"),
        ("tin-tuc/2026/01/bai thu.md", "đổi tên thành bai-thu.md"),
        ("tin-tuc/2026/01/bai_thu.md", "đổi tên thành bai-thu.md"),
        ("tin-tuc/2026/01/bai--thu.md", "đổi tên thành bai-thu.md"),
        ("tin-tuc/2026/01/-x.md", "đổi tên thành x.md"),
        ("tin-tuc/2026/01/日.md", "đổi tên"),
        (f"tin-tuc/2026/01/{'a' * 81}.md", "rút ngắn xuống nhiều nhất 80 ký tự"),
    ],
)
def test_a_file_in_the_wrong_place_or_with_a_wrong_name_is_told_what_to_do(tmp_path: Path, uri: str, cure: str) -> None:
    with pytest.raises(ContentError) as raised:
        article(tmp_path, uri)
    (told,) = raised.value.problems
    assert (told.line, told.column, told.code) == (1, 1, Code.BAD_PATH)
    assert told.cure.endswith(cure)


def test_the_longest_name_is_taken(tmp_path: Path) -> None:
    assert article(tmp_path, f"tin-tuc/2026/01/{'a' * 80}.md").slug == "a" * 80


@pytest.mark.parametrize("day", ["2026-02-15 08:00", "2025-01-15 08:00", "2026-01-31T18:00:00Z"])
def test_a_date_of_another_month_than_the_folder_is_reported_at_the_date(tmp_path: Path, day: str) -> None:
    assert refusals(tmp_path, date=day) == [(3, 7, Code.MONTH_MISMATCH)]


def test_the_cure_of_a_month_mismatch_names_the_right_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"docs/tin-tuc/2026/02/ hoặc sửa ngày"):
        article(tmp_path, date="2026-02-15 08:00")


def test_the_month_is_told_by_a_vietnamese_clock(tmp_path: Path) -> None:
    assert article(tmp_path, date="2025-12-31T20:00:00Z").url == "tin-tuc/2026/01/x/"


def test_30_february_is_reported_with_its_place(tmp_path: Path) -> None:
    assert refusals(tmp_path, "tin-tuc/2026/02/x.md", date="2026-02-30 08:00") == [(3, 7, Code.BAD_DATE)]


@pytest.mark.parametrize("moment", ["2026-01-15 07:59", "2026-01-14"])
def test_an_update_before_publication_is_reported(tmp_path: Path, moment: str) -> None:
    assert refusals(tmp_path, updated=moment) == [(7, 10, Code.ORDER_OF_TIME)]


def test_an_update_at_the_moment_of_publication_is_no_fault(tmp_path: Path) -> None:
    assert article(tmp_path, updated="2026-01-15 08:00").updated


def test_an_update_on_the_day_of_publication_needs_no_hour(tmp_path: Path) -> None:
    assert article(tmp_path, updated="2026-01-15").updated


def test_an_event_after_publication_is_reported(tmp_path: Path) -> None:
    assert refusals(tmp_path, event_date="2026-01-16") == [(7, 13, Code.ORDER_OF_TIME)]


@pytest.mark.parametrize(("genre", "day"), [("notice", "2026-01-16"), ("news", "2026-01-15"), ("", "2020-05-01")])
def test_a_notice_may_announce_and_news_may_tell_of_today(tmp_path: Path, genre: str, day: str) -> None:
    assert article(tmp_path, genre=genre, event_date=day).event_date == date.fromisoformat(day)


@pytest.mark.parametrize("title", ["Ngắn", "Dài " * 75])
def test_a_title_of_a_wrong_length_is_reported(tmp_path: Path, title: str) -> None:
    with pytest.raises(ContentError) as raised:
        Article.from_source(written(tmp_path, URI, article_text(title)))
    assert [(p.line, p.column, p.code) for p in raised.value.problems] == [(2, 8, Code.LENGTH)]


def test_all_problems_of_an_article_are_told_at_once(tmp_path: Path) -> None:
    found = refusals(tmp_path, "tin-tuc/2026/01/X.md", date="2026-02-30", section="Tin chung", tag="[x]", authors="[]")
    assert sorted(code for _, _, code in found) == sorted(
        [Code.BAD_PATH, Code.BAD_DATE, Code.BAD_FORM, Code.UNKNOWN_FIELD, Code.MISSING_FIELD]
    )


@pytest.mark.parametrize("status", list(Status))
def test_only_published_and_archived_articles_are_public(tmp_path: Path, status: Status) -> None:
    card = card_of(article(tmp_path, status=status.value), None)
    assert card.is_public(card.date) is (status.value in ("published", "archived"))


def test_an_article_is_public_from_its_very_moment_on(tmp_path: Path) -> None:
    found = article(tmp_path)
    card = card_of(found, None)
    assert card.is_public(card.date)
    assert not card.is_public((found.date - timedelta(seconds=1)).isoformat(timespec="seconds"))
