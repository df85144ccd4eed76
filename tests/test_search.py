"""Searching as a reader does: what the page promises to others, how Vietnamese is typed, what happens when things fail."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pytest
from built_pages import headline, shipped_articles
from conftest import MINIMAL_CONFIG, article_text, make_project, once, serve
from page_types import PHONE, new_page
from playwright.sync_api import Browser, Dialog, Locator, Page, Route, expect

from newsroom.vietnamese import strip_marks

PAGE_SIZE: Final = 10
INDEX: Final = "**/tim-kiem/muc-luc/*.json"
SHARDS: Final = "**/tim-kiem/muc-luc/**/*.bin*"
BULLETINS: Final = 13
"""More articles of one kind than a page of results holds."""

OUR_LOOKS: Final = "extra_css: [assets/stylesheets/newsroom.css]\n"

HOA: Final = "Tổ hoà giải ra mắt bà con"
UY: Final = "Uỷ ban tiếp dân sáng thứ hai"
KHOA: Final = "Khoá tập huấn đầu xuân"
ROAD: Final = "Đường vào xóm Đình đã thông"
COW: Final = "Nuôi bò ở xóm Trên"
VOTE: Final = "Lịch bỏ phiếu ở xóm Dưới"
BUDGET: Final = "Bo mạch đồng hồ nước ở xóm Giữa"
FLOWER: Final = "Hoa lay ơn nở rộ ở xóm Cuối"
MODEL: Final = "Trạm bơm kiểu mẫu"
SAMPLE: Final = "Mẫu ghi chép kiểu mới"
RESOLUTION: Final = "Học tập nghị quyết về dân vận"
PLAN: Final = "Việc làm theo kế hoạch cấp trên"
NUMBERS: Final = "Hai mươi lăm hộ và những con số"
WHOLE: Final = "Sổ tay trang đầu"
APART: Final = "Sổ tay trang cuối"
BODIES: Final = {
    WHOLE: "Hôm nay làng có con đường mới mở ra cánh đồng.",
    APART: "Người làng có con trâu, có con đường cũ; con đường nọ đường mới láng, lối mới mở thêm. Làng có con suối.",
    RESOLUTION: "Chi bộ học Nghị quyết số 25-NQ/TW.",
    PLAN: "Chi bộ làm theo Kế hoạch số 26-KH/ĐUK.",
    NUMBERS: "Có 25 hộ, 26 nhà. Ký hiệu NQ, TW, KH và ĐUK đứng rời nhau.",
}
QUESTION: Final = "Rau gì nên trồng ở đâu"
TITLES: Final = [
    HOA,
    UY,
    KHOA,
    ROAD,
    COW,
    MODEL,
    RESOLUTION,
    PLAN,
    BUDGET,
    VOTE,
    FLOWER,
    SAMPLE,
    NUMBERS,
    WHOLE,
    APART,
    QUESTION,
]
"""From oldest to newest; where two fit, the better one is the older, so that age does not rank it first."""


@pytest.fixture(scope="session")
def village_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site whose texts are known, served."""

    def make(folder: Path) -> None:
        project = make_project(folder.with_name("village"), MINIMAL_CONFIG + OUR_LOOKS)
        titles = [*TITLES, *(f"Bản tin loa số {number:02d}" for number in range(BULLETINS))]
        for place, title in enumerate(titles, start=1):
            date = f"2026-01-{place:02d} 08:00"
            text = article_text(title, date=date, body=BODIES.get(title, "Đoạn văn của bài này.") + "\n")
            project.write(f"docs/tin-tuc/2026/01/bai-{place}.md", text)
        run = project.build("--site-dir", str(folder))
        assert run.status == 0, run.err

    yield from serve(once(tmp_path_factory, "village-site", make))


@pytest.fixture
def village(browser: Browser, village_url: str) -> Iterator[Page]:
    """The search page of the small site."""
    with new_page(browser) as page:
        page.goto(f"{village_url}tim-kiem/")
        yield page


@pytest.fixture(scope="module")
def engine(browser: Browser, village_url: str) -> Iterator[Page]:
    """The search page of the small site for asking its function, which changes nothing on the page."""
    with new_page(browser) as page:
        page.goto(f"{village_url}tim-kiem/")
        yield page


@pytest.fixture
def library(browser: Browser, site_url: str) -> Iterator[Page]:
    """The search page of the shipped site, on a phone."""
    with new_page(browser, PHONE) as page:
        page.goto(f"{site_url}tim-kiem/")
        yield page


def results(page: Page) -> Locator:
    return page.locator("ol[data-search-results]")


def status(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("status")


def expect_results(page: Page, query: str, state: str = "done") -> None:
    expect(results(page)).to_have_attribute("data-state", state)
    expect(results(page)).to_have_attribute("data-query", query)


def shown(page: Page) -> list[str]:
    """The titles shown, in rank order."""
    return results(page).locator("li a[data-search-result]").all_inner_texts()


def found(page: Page, query: str) -> list[str]:
    """The titles `window.newsroomSearch` gives, in rank order."""
    titles: list[str] = page.evaluate("query => newsroomSearch(query).then(hits => hits.map(hit => hit.title))", query)
    return titles


def type_query(page: Page, query: str) -> None:
    """Use the form of the search page."""
    page.get_by_role("main").get_by_role("searchbox").fill(query)
    page.get_by_role("main").get_by_role("button", name="Tìm").click()


def choice(page: Page, name: str) -> Locator:
    """One of the filters, which a phone shows when they are asked for."""
    if not page.locator("[data-nr-find-sift]").evaluate("sift => sift.open"):
        page.get_by_text("Lọc và xếp kết quả").click()
    return page.get_by_role("combobox", name=name, exact=True)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# --- what the page promises --------------------------------------------------------------


def test_the_header_leads_to_the_search_page_which_runs_the_query(browser: Browser, village_url: str) -> None:
    with new_page(browser) as page:
        page.goto(village_url)
        box = page.get_by_role("banner").get_by_role("searchbox")
        box.fill("hòa giải")
        page.get_by_role("banner").get_by_role("button", name="Tìm").click()
        expect_results(page, "hòa giải")
        address = urlsplit(page.url)
        assert address.path == "/tim-kiem/"
        assert parse_qs(address.query) == {"q": ["hòa giải"]}
        assert shown(page)[0] == HOA


def test_a_phone_has_a_link_to_the_search_page_instead(browser: Browser, site_url: str) -> None:
    with new_page(browser, PHONE) as page:
        page.goto(site_url)
        expect(page.get_by_role("banner").get_by_role("searchbox")).to_be_hidden()
        page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").click()
        expect(page).to_have_url(f"{site_url}tim-kiem/")


def test_an_address_with_a_query_runs_it_and_shows_it_in_the_field(browser: Browser, village_url: str) -> None:
    with new_page(browser) as page:
        page.goto(f"{village_url}tim-kiem/?q=tr%E1%BA%A1m+b%C6%A1m")
        expect_results(page, "trạm bơm")
        expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("trạm bơm")
        assert shown(page)[0] == MODEL


def test_a_result_leads_to_its_article(village: Page, village_url: str) -> None:
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm")
    village.get_by_role("link", name=MODEL).click()
    expect(village).to_have_url(f"{village_url}tin-tuc/2026/01/bai-{TITLES.index(MODEL) + 1}/")


def test_the_state_is_idle_then_loading_then_done(village: Page) -> None:
    held: list[Route] = []
    village.route(INDEX, lambda route: held.append(route))
    expect_results(village, "", "idle")
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm", "loading")
    expect(status(village)).to_have_text("Đang tìm…")
    village.unroute(INDEX)
    expect_results(village, "trạm bơm", "done")


def test_at_most_ten_results_are_shown_and_the_number_of_all_is_told(village: Page) -> None:
    type_query(village, "loa")
    expect_results(village, "loa")
    assert len(shown(village)) == PAGE_SIZE
    expect(status(village)).to_contain_text(f"{BULLETINS} kết quả")


def test_the_page_shows_in_rank_order_what_the_function_promises(village: Page, village_url: str) -> None:
    type_query(village, "loa 07")
    expect_results(village, "loa 07")
    hits = village.evaluate("newsroomSearch('loa 07')")
    assert [hit["title"] for hit in hits[:PAGE_SIZE]] == shown(village)
    assert hits[0]["title"] == "Bản tin loa số 07"
    links = results(village).locator("a").evaluate_all("links => links.map(link => link.href)")
    assert [village_url + hit["url"].lstrip("/") for hit in hits[:PAGE_SIZE]] == links
    assert len(hits) >= PAGE_SIZE


# --- how Vietnamese is typed ---------------------------------------------------


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("hoà giải", HOA),
        ("hòa giải", HOA),
        ("hoa giai", HOA),
        ("HOÀ GIẢI", HOA),
        ("uỷ ban", UY),
        ("ủy ban", UY),
        ("uy ban", UY),
        ("khoá tập huấn", KHOA),
        ("khóa tập huấn", KHOA),
        ("khoa tap huan", KHOA),
        ("đường vào", ROAD),
        ("duong vao", ROAD),
        ("\u00f0ường", ROAD),
        ("\u00d0ường", ROAD),
        ("\u00d0UONG", ROAD),
        ("nghị quyết 25-NQ/TW", RESOLUTION),
        ("25-NQ/TW", RESOLUTION),
        ("25-nq/tw", RESOLUTION),
        ("26-KH/ĐUK", PLAN),
        ("26-kh/\u00d0UK", PLAN),
        ("26-kh/duk", PLAN),
        ("tập huấ", KHOA),
        ("khoá tập hu", KHOA),
        ("tap hu", KHOA),
    ],
)
def test_a_query_finds_its_article_first_however_it_is_typed(query: str, title: str, engine: Page) -> None:
    for typed in (query, nfd(query)):
        assert found(engine, typed)[0] == title


@pytest.mark.parametrize("query", ["hòa giải", "đường vào xóm", "26-KH/ĐUK", '"kiểu mẫu"'])
def test_composed_and_decomposed_queries_find_the_same(query: str, engine: Page) -> None:
    assert found(engine, nfd(query)) == found(engine, query) != []


@pytest.mark.parametrize(("query", "first"), [("bò", COW), ("bỏ", VOTE), ("bo", BUDGET), ("nuôi bo", COW)])
def test_words_with_the_typed_marks_rank_before_others(query: str, first: str, engine: Page) -> None:
    titles = found(engine, query)
    assert titles[0] == first
    assert {COW, VOTE, BUDGET} <= set(titles)


@pytest.mark.parametrize("query", ["hoà", "hòa", "Hòa", "hoa\u0300"])
def test_a_word_with_its_tone_on_the_other_vowel_is_the_same_word(query: str, engine: Page) -> None:
    titles = found(engine, query)
    assert titles[0] == HOA
    assert FLOWER in titles
    assert found(engine, f'"{query} giải"') == [HOA]


@pytest.mark.parametrize(
    "query", ['"kiểu mẫu"', "“kiểu mẫu”", '"kieu mau"', "„kiểu mẫu“", "«kiểu mẫu»", 'trạm "kiểu mẫu"']
)
def test_a_quoted_phrase_must_stand_word_by_word(query: str, engine: Page) -> None:
    assert found(engine, query) == [MODEL]


def test_without_quotes_the_same_words_may_stand_apart(engine: Page) -> None:
    titles = found(engine, "kiểu mẫu")
    assert titles[0] == MODEL
    assert SAMPLE in titles


def test_a_quoted_phrase_with_other_marks_is_not_found(engine: Page) -> None:
    assert found(engine, '"kiểu mậu"') == []


def test_half_a_word_is_completed_only_at_the_end(engine: Page) -> None:
    assert KHOA in found(engine, "huấ")
    assert found(engine, "huấ ") == []


def test_every_shipped_article_is_found_first_by_its_title_with_and_without_marks(library: Page) -> None:
    titles = {front["title"]: headline(front) for front in shipped_articles().values()}
    typed = [(query, full) for title, full in titles.items() for query in (title, strip_marks(title))]
    missed = {query: first for query, full in typed if (first := found(library, query)[:1]) != [full]}
    assert missed == {}


def test_shipped_document_numbers_find_articles_that_cite_them(library: Page) -> None:
    for number in ("25-NQ/TW", "26-KH/ĐUK"):
        cited = {headline(front) for front in shipped_articles().values() if number in front.get("documents", [])}
        first = found(library, number)[:3]
        assert any(f"số {number}" in title for title in first)
        assert cited & set(first)


def addresses(page: Page, query: str) -> list[str]:
    """The addresses `window.newsroomSearch` gives, in rank order."""
    found: list[str] = page.evaluate("query => newsroomSearch(query).then(hits => hits.map(hit => hit.url))", query)
    return found


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("nghi quyet 25", "/van-ban/nghi-quyet-25-nq-tw-2013/"),
        ("NQ 25", "/van-ban/nghi-quyet-25-nq-tw-2013/"),
        ("dan van kheo", "/chuong-trinh/dan-van-kheo/"),
        ("đảng ủy tân hùng", "/chi-bo/dang-bo-xa-tan-hung/"),
        ("xã đông xuyên", "/don-vi/xa-dong-xuyen/"),
        ("dân vận khéo là gì", "/chuong-trinh/dan-van-kheo/"),
        ("xa dong xuyen nay la xa nao", "/don-vi/xa-dong-xuyen/"),
        ("xã đông xuyên sáp nhập vào đâu?", "/don-vi/xa-dong-xuyen/"),
        ("tinh thai binh nay thuoc tinh nao", "/don-vi/tinh-thai-binh/"),
        ("Ai là Trần Văn Khương?", "/nhan-su/tran-van-khuong/"),
        ("email", "/gioi-thieu/lien-he/"),
    ],
)
def test_what_is_asked_for_by_its_name_stands_first(query: str, address: str, library: Page) -> None:
    assert addresses(library, query)[0] == address


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("hồ sơ chi bộ", "/chi-bo/"),
        ("so sánh hồ sơ", "/chi-bo/so-sanh/"),
        ("chuong trinh phong trao", "/chuong-trinh/"),
        ("chuyển đổi số", "/chuyen-muc/chuyen-doi-so/"),
        ("đơn vị hành chính", "/don-vi/"),
        ("dữ liệu mở", "/du-lieu/"),
        ("tai du lieu csv", "/du-lieu/"),
        ("xem tin theo ngày", "/luu-tru/"),
        ("nhân sự", "/nhan-su/"),
        ("danh sách bí thư chi bộ", "/nhan-su/"),
        ("RSS", "/rss.xml"),
        ("danh mục văn bản", "/van-ban/"),
    ],
)
def test_the_lists_of_the_site_are_found_by_their_names(query: str, address: str, library: Page) -> None:
    assert addresses(library, query)[0] == address


def test_a_site_finds_only_the_lists_that_it_has(engine: Page) -> None:
    assert "/van-ban/" in addresses(engine, "danh mục văn bản")
    for query in ("so sánh hồ sơ", "đơn vị hành chính", "nhân sự", "chương trình, phong trào"):
        assert {"/chi-bo/so-sanh/", "/don-vi/", "/nhan-su/", "/chuong-trinh/"}.isdisjoint(addresses(engine, query))


def test_the_handbook_stands_behind_what_readers_come_for_and_is_found(library: Page) -> None:
    first = addresses(library, "văn bản")[:5]
    assert [address for address in first if address.startswith("/huong-dan/")] == []
    assert addresses(library, "cách viết bài")[0] == "/huong-dan/viet-bai/"


def test_a_title_that_is_a_question_is_found_whole(engine: Page) -> None:
    assert found(engine, "rau gi nen trong o dau")[:1] == [QUESTION]


@pytest.mark.parametrize("query", ["“con đường mới”", "“con đường mới mở”", "“đường mới mở ra cánh”"])
def test_a_quoted_phrase_is_not_made_of_pairs_from_here_and_there(query: str, engine: Page) -> None:
    assert found(engine, query) == [WHOLE]


def test_a_phrase_goes_before_its_pairs_from_here_and_there(engine: Page) -> None:
    assert found(engine, "lang co con duong moi mo")[:2] == [WHOLE, APART]


# --- nothing, nonsense, failure ------------------------------------------------


def test_a_query_without_result_is_answered_in_words(village: Page) -> None:
    type_query(village, "xyzzyq")
    expect_results(village, "xyzzyq")
    assert shown(village) == []
    expect(status(village)).to_contain_text("Không thấy kết quả nào cho “xyzzyq”")
    expect(village.get_by_role("main").get_by_role("link", name="ngày đăng")).to_be_visible()
    expect(village.get_by_text("Lọc và xếp kết quả")).to_be_hidden()
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm")
    expect(village.get_by_role("main").get_by_role("link", name="ngày đăng")).to_be_hidden()


@pytest.mark.parametrize("query", ["", "   "])
def test_an_empty_query_shows_nothing_and_stays_idle(query: str, village: Page) -> None:
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm")
    type_query(village, query)
    expect_results(village, query, "idle")
    assert shown(village) == []
    expect(status(village)).to_be_empty()


@pytest.mark.parametrize("query", ["", "?!…", '""', "“", "\u0301"])
def test_a_query_without_a_word_finds_nothing(query: str, engine: Page) -> None:
    assert found(engine, query) == []


def test_an_index_that_cannot_be_loaded_is_told_and_asked_for_again(village: Page) -> None:
    village.route(INDEX, lambda route: route.abort())
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm", "error")
    expect(status(village)).to_contain_text("Chưa tải được")
    assert shown(village) == []
    village.unroute(INDEX)
    village.get_by_role("main").get_by_role("button", name="Tìm").click()
    expect_results(village, "trạm bơm", "done")
    assert shown(village)[0] == MODEL


@pytest.mark.parametrize("answer", [{"status": 500}, {"body": "<html>"}], ids=["fault-of-the-server", "not-an-index"])
def test_an_index_that_is_broken_is_told(answer: dict[str, int | str], village: Page) -> None:
    village.route(INDEX, lambda route: route.fulfill(**answer))
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm", "error")


def test_back_and_forward_return_to_earlier_queries(village: Page) -> None:
    box = village.get_by_role("main").get_by_role("searchbox")
    for query in ("trạm bơm", "uỷ ban"):
        type_query(village, query)
        expect_results(village, query)
    village.go_back()
    expect_results(village, "trạm bơm")
    expect(box).to_have_value("trạm bơm")
    assert shown(village)[0] == MODEL
    village.go_back()
    expect_results(village, "", "idle")
    village.go_forward()
    village.go_forward()
    expect_results(village, "uỷ ban")
    expect(box).to_have_value("uỷ ban")
    assert shown(village)[0] == UY


def test_the_way_back_from_an_article_leads_to_the_results(village: Page) -> None:
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm")
    village.get_by_role("link", name=MODEL).click()
    expect(village.get_by_role("heading", level=1)).to_have_text(MODEL)
    village.go_back()
    expect_results(village, "trạm bơm")
    assert shown(village)[0] == MODEL


@pytest.mark.parametrize("place", [PAGE_SIZE - 2, BULLETINS - 1], ids=["first-page", "further-page"])
def test_the_way_back_from_an_article_leads_to_the_result_that_was_followed(place: int, library: Page) -> None:
    type_query(library, "chi bộ")
    expect_results(library, "chi bộ")
    if place >= PAGE_SIZE:
        library.get_by_role("button", name="Xem thêm kết quả").click()
        expect(results(library).locator("li")).to_have_count(2 * PAGE_SIZE)
    number = results(library).locator("li").count()
    followed = results(library).locator("li a").nth(place)
    title = followed.inner_text()
    followed.click()
    expect(results(library)).to_have_count(0)
    library.go_back()
    expect_results(library, "chi bộ")
    expect(results(library).locator("li")).to_have_count(number)
    expect(results(library).get_by_role("link", name=title, exact=True)).to_be_in_viewport()


def test_the_way_back_from_another_query_leads_to_the_place_in_the_results(library: Page) -> None:
    type_query(library, "chi bộ")
    expect_results(library, "chi bộ")
    library.get_by_role("button", name="Xem thêm kết quả").click()
    expect(results(library).locator("li")).to_have_count(2 * PAGE_SIZE)
    library.evaluate("scrollTo(0, 300)")
    choice(library, "Xếp").select_option("Mới nhất trước")
    expect(results(library).locator("li")).to_have_count(PAGE_SIZE)
    kept = library.evaluate("scrollY")
    library.evaluate("scrollTo(0, 0)")
    library.go_back()
    expect(results(library).locator("li")).to_have_count(2 * PAGE_SIZE)
    assert library.evaluate("scrollY") == kept


@pytest.mark.parametrize(
    "typed", ["<img src=x onerror=alert(1)>", "trạm bơm <img src=x onerror=alert(1)>", '"><script>alert(1)</script>']
)
def test_markup_in_a_query_is_shown_as_text(typed: str, village: Page) -> None:
    raised: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        raised.append(dialog.message)
        dialog.dismiss()

    village.on("dialog", on_dialog)
    type_query(village, typed)
    expect_results(village, typed)
    expect(status(village)).to_contain_text(f"“{typed}”")
    village.reload()
    expect_results(village, typed)
    expect(village.locator(".nr-find :is(img, script)")).to_have_count(0)
    assert raised == []


def test_words_of_the_query_are_marked_in_the_results(village: Page) -> None:
    type_query(village, "tram bom")
    expect_results(village, "tram bom")
    assert results(village).locator("li").first.locator("h2 mark").all_inner_texts() == ["Trạm bơm"]
    type_query(village, "tram kieu")
    expect_results(village, "tram kieu")
    assert results(village).locator("li").first.locator("h2 mark").all_inner_texts() == ["Trạm", "kiểu"]


def test_a_syllable_alone_is_not_marked_where_it_stands_in_a_row(library: Page) -> None:
    type_query(library, "dan van kheo")
    expect_results(library, "dan van kheo")
    marks = results(library).locator("li").filter(has_text="khéo").locator("mark").all_inner_texts()
    assert marks
    assert {mark.lower() for mark in marks} <= {"dân vận khéo", "dân vận", "vận khéo"}


# --- what else the page does ---------------------------------------------------


def test_a_typo_is_mended_where_nothing_better_is_found_and_the_page_says_so(village: Page) -> None:
    type_query(village, "tram bomw")
    expect_results(village, "tram bomw")
    assert shown(village)[0] == MODEL
    expect(status(village)).to_contain_text("Không thấy “tram bomw” — hiện kết quả cho “tram bom”")


def test_a_typo_is_not_mended_beside_another_word_than_its_neighbour(village: Page) -> None:
    type_query(village, "trạm bomw")
    expect_results(village, "trạm bomw")
    expect(status(village)).to_contain_text("hiện kết quả cho “trạm bom”")
    type_query(village, "trầm bomw")
    expect_results(village, "trầm bomw")
    expect(status(village)).not_to_contain_text("hiện kết quả cho")


@pytest.mark.parametrize(
    "query", ["ông Trần Thanh Dũng", "ong tran thanh dung", "đồng chí Trần Thanh Dũng", "dong chi dung"]
)
def test_a_person_is_found_by_the_name_whatever_stands_before_it(query: str, library: Page) -> None:
    hits = library.evaluate("query => newsroomSearch(query).then(hits => hits.map(hit => hit.url))", query)
    assert ("tran-thanh-dung" in hits[0]) == (query != "dong chi dung"), "one syllable is no name"


def test_what_only_begins_like_a_person_is_asked_for_as_it_stands(library: Page) -> None:
    hits = library.evaluate("query => newsroomSearch(query).then(hits => hits.map(hit => hit.title))", "ba hợp tác xã")
    assert "ba hợp tác xã" in hits[0]


@pytest.mark.parametrize("query", ["thông báo mới", "sổ tay đảng viên điện tử tải ở đâu", "dang phi"])
def test_a_word_that_there_is_stays_where_another_stands_by_chance(query: str, library: Page) -> None:
    type_query(library, query)
    expect_results(library, query)
    expect(status(library)).not_to_contain_text("hiện kết quả cho")


def test_a_word_that_there_is_is_mended_where_another_belongs(library: Page) -> None:
    type_query(library, "dân vận kéo")
    expect_results(library, "dân vận kéo")
    expect(status(library)).to_contain_text("hiện kết quả cho “dân vận kheo”")


@pytest.mark.parametrize("query", ["tramj bowm", "tram5 bom7", "tra5m bo7m", "trajm bowm kieeur maaux"])
def test_raw_telex_and_vni_are_read_as_they_were_meant(query: str, village: Page) -> None:
    meant = "tram bom kieu mau" if "kieeur" in query else "tram bom"
    type_query(village, query)
    expect_results(village, query)
    assert shown(village)[0] == MODEL
    expect(status(village)).to_contain_text(f"Không thấy “{query}” — hiện kết quả cho “{meant}”")


@pytest.mark.parametrize(("query", "first"), [("bof", COW), ("bo2", COW), ("bor", VOTE), ("bo3", VOTE)])
def test_the_marks_that_raw_keys_mean_count_as_typed_marks(query: str, first: str, engine: Page) -> None:
    assert found(engine, query)[0] == first


@pytest.mark.parametrize(
    ("query", "meant", "first"),
    [
        ("NQ25", "25 nq", "Nghị quyết số 25-NQ/TW"),
        ("25NQ/TW", "25 nq/TW", "Nghị quyết số 25-NQ/TW"),
        ("QĐ366", "366 qd", "Quy định số 366-QĐ/TW"),
        ("HD42", "42 hd", "Hướng dẫn số 42-HD/BTCTW"),
        ("CT05", "5 ct", "Chỉ thị số 05-CT/TW"),
    ],
)
def test_a_number_stuck_to_a_word_is_read_apart(query: str, meant: str, first: str, library: Page) -> None:
    type_query(library, query)
    expect_results(library, query)
    assert shown(library)[0].startswith(first)
    expect(status(library)).to_contain_text(f"Không thấy “{query}” — hiện kết quả cho “{meant}”")


def test_raw_keys_of_what_has_an_abbreviation_are_read_as_well(library: Page) -> None:
    assert found(library, "hop75 tac1 xa4") == found(library, "hợp tác xã") != []


def test_words_that_stand_nowhere_side_by_side_are_told_to_be_apart(village: Page) -> None:
    type_query(village, "suối trâu")
    expect_results(village, "suối trâu")
    expect(status(village)).to_contain_text("Không bài nào có cụm “suối trâu”, chỉ có từng chữ riêng lẻ: 1 kết quả")
    for query in ("con suoi", "con suối", "suối", "con bò con suối"):
        type_query(village, query)
        expect_results(village, query)
        expect(status(village)).to_contain_text(f"kết quả cho “{query}”")


def test_what_is_found_is_not_mended(village: Page) -> None:
    type_query(village, "trạm bơm")
    expect_results(village, "trạm bơm")
    expect(status(village)).not_to_contain_text("hiện kết quả cho")


def test_more_results_are_shown_when_asked_for(village: Page) -> None:
    type_query(village, "loa")
    expect_results(village, "loa")
    assert len(shown(village)) == PAGE_SIZE
    village.get_by_role("button", name="Xem thêm kết quả").click()
    expect(results(village).locator("li")).to_have_count(BULLETINS)
    expect(village.get_by_role("button", name="Xem thêm kết quả")).to_be_hidden()
    assert len(set(shown(village))) == BULLETINS


def test_more_results_that_cannot_be_loaded_are_told_where_they_were_asked_for(library: Page) -> None:
    type_query(library, "chi bộ")
    expect_results(library, "chi bộ")
    library.route(SHARDS, lambda route: route.abort())
    library.get_by_role("button", name="Xem thêm kết quả").click()
    again = library.locator(".nr-find__more").get_by_role("button", name="Chưa tải được, bấm để thử lại")
    expect(again).to_be_enabled()
    expect(again).to_be_in_viewport()
    assert len(shown(library)) == PAGE_SIZE
    library.unroute(SHARDS)
    again.click()
    expect(results(library).locator("li")).to_have_count(2 * PAGE_SIZE)
    expect(library.get_by_role("button", name="Xem thêm kết quả")).to_be_enabled()


def test_a_reader_who_waits_for_more_results_is_told_so(library: Page) -> None:
    type_query(library, "chi bộ")
    expect_results(library, "chi bộ")
    library.route(SHARDS, lambda route: None)
    library.get_by_role("button", name="Xem thêm kết quả").click()
    expect(library.get_by_role("button", name="Đang tải thêm…")).to_be_disabled()
    library.unroute(SHARDS)
    expect(results(library).locator("li")).to_have_count(2 * PAGE_SIZE)


def test_a_failed_shard_is_told_and_asked_for_again_with_nothing_lost(village: Page) -> None:
    village.route(SHARDS, lambda route: route.abort())
    type_query(village, "trạm bơm kiểu mẫu")
    expect_results(village, "trạm bơm kiểu mẫu", "error")
    expect(status(village)).to_contain_text("Chưa tải được")
    expect(village.get_by_role("main").get_by_role("searchbox")).to_have_value("trạm bơm kiểu mẫu")
    village.unroute(SHARDS)
    village.get_by_role("button", name="Thử lại").click()
    expect_results(village, "trạm bơm kiểu mẫu")
    assert shown(village)[0] == MODEL


def test_without_a_worker_the_page_searches_itself(browser: Browser, village_url: str) -> None:
    with new_page(browser) as page:
        page.add_init_script("delete window.Worker")
        page.goto(f"{village_url}tim-kiem/?q=tram+bom")
        expect_results(page, "tram bom")
        assert shown(page)[0] == MODEL


def test_filters_narrow_the_results_and_stand_in_the_address(library: Page) -> None:
    type_query(library, "chi bộ")
    expect_results(library, "chi bộ")
    choice(library, "Loại").select_option("ho-so")
    expect(results(library).locator("li").first).to_contain_text("Hồ sơ chi bộ")
    assert parse_qs(urlsplit(library.url).query) == {"q": ["chi bộ"], "loai": ["ho-so"]}
    library.reload()
    expect_results(library, "chi bộ")
    expect(choice(library, "Loại")).to_have_value("ho-so")
    expect(results(library).locator("li").first).to_contain_text("Hồ sơ chi bộ")
    library.go_back()
    expect(choice(library, "Loại")).to_have_value("")


def test_filters_that_leave_nothing_are_told(library: Page) -> None:
    type_query(library, "chi bộ kiểu mẫu")
    expect_results(library, "chi bộ kiểu mẫu")
    choice(library, "Chuyên mục").select_option("thong-bao")
    choice(library, "Loại").select_option("ho-so")
    expect(status(library)).to_contain_text("trong phần đã lọc")


def test_filters_that_leave_too_little_are_dropped_by_a_button(library: Page) -> None:
    type_query(library, "chi bộ kiểu mẫu")
    expect_results(library, "chi bộ kiểu mẫu")
    expect(library.get_by_role("button", name="Bỏ lọc")).to_be_hidden()
    choice(library, "Xếp").select_option("moi")
    choice(library, "Loại").select_option("ho-so")
    library.get_by_role("button", name="Bỏ lọc").click()
    expect(library.get_by_role("button", name="Bỏ lọc")).to_be_hidden()
    assert parse_qs(urlsplit(library.url).query) == {"q": ["chi bộ kiểu mẫu"], "xep": ["moi"]}
    expect(choice(library, "Loại")).to_have_value("")


def test_results_are_sorted_by_date_on_request(village: Page) -> None:
    type_query(village, "xóm")
    expect_results(village, "xóm")
    choice(village, "Xếp").select_option("moi")
    expect(results(village).locator("li time").first).to_have_text("11/01/2026")
    days = results(village).locator("li time").evaluate_all("times => times.map(time => time.dateTime)")
    assert days == sorted(days, reverse=True)


def test_the_year_of_a_result_can_be_chosen(village: Page) -> None:
    type_query(village, "xóm")
    expect_results(village, "xóm")
    choice(village, "Năm").select_option("2026")
    expect_results(village, "xóm")
    assert ROAD in shown(village)


def test_titles_are_suggested_while_typing_and_reached_by_arrow_keys(village: Page) -> None:
    box = village.get_by_role("main").get_by_role("searchbox")
    box.press_sequentially("tram bo")
    suggested = village.get_by_role("list", name="Gợi ý").get_by_role("link")
    expect(suggested).to_have_text([MODEL])
    box.press("ArrowDown")
    expect(suggested.first).to_be_focused()
    village.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    box.press("Escape")
    expect(suggested).to_have_count(0)


def test_the_name_of_a_unit_begins_with_a_capital_where_it_is_a_title(library: Page, site_url: str) -> None:
    assert found(library, "xã đông xuyên")[0] == "Xã Đông Xuyên"
    library.goto(f"{site_url}don-vi/xa-dong-xuyen/")
    expect(library.locator(".nr-crumbs li").last).to_have_text("Xã Đông Xuyên")


@pytest.mark.parametrize("typed", ["nghi quyet 25", "nghị quyết số 25-nq"])
def test_a_document_is_suggested_with_and_without_the_word_for_number(typed: str, library: Page) -> None:
    library.get_by_role("main").get_by_role("searchbox").press_sequentially(typed)
    suggested = library.get_by_role("list", name="Gợi ý").get_by_role("link")
    expect(suggested.first).to_contain_text("Nghị quyết số 25-NQ/TW")


def test_what_is_shown_for_a_typo_is_what_the_mended_query_finds(library: Page) -> None:
    type_query(library, "hop tac xax")
    expect_results(library, "hop tac xax")
    expect(status(library)).to_contain_text("Không thấy “hop tac xax” — hiện kết quả cho “hop tac xa”")
    titles = shown(library)
    type_query(library, "hop tac xa")
    expect_results(library, "hop tac xa")
    assert shown(library) == titles


@pytest.mark.parametrize(("query", "words"), [("HTX", "hợp tác xã"), ("hợp tác xã", "HTX")])
def test_abbreviations_and_their_expansions_find_the_same_first(query: str, words: str, library: Page) -> None:
    assert found(library, query)[:3] == found(library, words)[:3] != []


@pytest.mark.parametrize(
    ("query", "name", "address"),
    [
        ("25/10/2022", "ngày 25/10/2022", "2022/10/25"),
        ("ngay 25-10-2022", "ngày 25/10/2022", "2022/10/25"),
        ("Tin ngày 3 tháng 11 năm 2022", "ngày 03/11/2022", "2022/11/03"),
        ("2022-10-25", "ngày 25/10/2022", "2022/10/25"),
        ("tháng 3/2020", "tháng 3/2020", "2020/03"),
        ("năm 2022", "năm 2022", "2022"),
    ],
)
def test_a_date_leads_to_its_page_in_the_archive(
    query: str, name: str, address: str, library: Page, site_url: str
) -> None:
    type_query(library, query)
    library.get_by_role("main").get_by_role("link", name=f"Xem tin đăng {name}", exact=True).click()
    expect(library).to_have_url(f"{site_url}luu-tru/{address}/")


@pytest.mark.parametrize("query", ["26/10/2022", "32/13/2022", "91/2025", "25-NQ/TW", "10/2022 dân vận", "25/10"])
def test_what_is_no_date_with_news_leads_nowhere(query: str, library: Page) -> None:
    type_query(library, "năm 2022")
    archive = library.get_by_role("link", name="Xem tin đăng")
    expect(archive).to_have_count(1)
    type_query(library, query)
    expect_results(library, query)
    library.wait_for_load_state("networkidle")
    expect(archive).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("tin-tuc/2019/01/tu-soi-phong-trao-dan-van-kheo.html", "tu soi phong trao dan van kheo"),
        ("Tự-soi-phong-trào-Dân-vận-khéo/", "Tự soi phong trào Dân vận khéo"),
    ],
)
def test_a_wrong_address_leads_to_a_search_for_its_words(
    address: str, words: str, browser: Browser, site_url: str
) -> None:
    with new_page(browser, PHONE) as page:
        page.goto(site_url + address)
        page.get_by_role("main").get_by_role("link", name=f"Tìm “{words}”", exact=True).click()
        expect_results(page, words)
        assert "Tự soi phong trào “Dân vận khéo”" in shown(page)[0]


@pytest.mark.parametrize("address", ["404.html", "luu-tru/2019/02/30/", "%ff%fe/", "tim-kiem/muc-luc/-/"])
def test_an_address_without_words_offers_no_such_search(address: str, browser: Browser, site_url: str) -> None:
    with new_page(browser, PHONE) as page:
        page.goto(site_url + address)
        expect(page.get_by_role("link", name="Tìm theo từ khóa")).to_be_visible()
        expect(page.locator("[data-nr-lost]")).to_be_hidden()


@pytest.mark.parametrize("is_touched", [True, False], ids=["finger", "mouse"])
def test_a_keyboard_on_the_screen_goes_away_once_a_query_is_sent(
    is_touched: bool, browser: Browser, village_url: str
) -> None:
    with new_page(browser, PHONE, has_touch=is_touched, is_mobile=is_touched) as page:
        page.goto(f"{village_url}tim-kiem/")
        box = page.get_by_role("main").get_by_role("searchbox")
        box.fill("trạm bơm")
        box.press("Enter")
        expect_results(page, "trạm bơm")
        assert box.evaluate("box => box === document.activeElement") is not is_touched


def test_without_scripts_the_page_offers_the_archive_and_the_sections(browser: Browser, site_url: str) -> None:
    with new_page(browser, java_script_enabled=False) as page:
        page.goto(f"{site_url}tim-kiem/")
        links = page.locator("main noscript, main").get_by_role("link")
        expect(links.filter(has_text="ngày đăng")).to_have_count(1)
        expect(links.filter(has_text="Hợp tác xã")).not_to_have_count(0)


def test_nothing_but_the_index_is_asked_for(browser: Browser, village_url: str) -> None:
    asked: list[str] = []
    with new_page(browser) as page:
        page.goto(f"{village_url}tim-kiem/")
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: asked.append(request.url))
        for query in ("tram bomw", "ky hieu NQ dung roi"):
            type_query(page, query)
            expect_results(page, query)
            page.wait_for_load_state("networkidle")
    own = (f"{village_url}tim-kiem/muc-luc/", f"{village_url}assets/images/")
    assert asked
    assert [url for url in asked if not url.startswith(own)] == []


def test_a_word_that_there_is_stays_as_it_was_typed(library: Page) -> None:
    query = "nghi quyet ve dan van kheo o hai chi bo"
    type_query(library, query)
    expect_results(library, query)
    expect(library.get_by_role("status").filter(has_text="kết quả")).not_to_contain_text("Không thấy")
    assert "Nghị quyết 25-NQ/TW" in shown(library)[0]


# --- passages of the text ------------------------------------------------------

TOLD_IN_THE_BODY: Final = "Ký hiệu NQ, TW, KH và ĐUK đứng rời nhau."


def lead(page: Page, title: str) -> Locator:
    """What a result shows below its title."""
    return results(page).locator("li").filter(has=page.get_by_role("link", name=title)).locator(".nr-item__lead")


def offer(page: Page, title: str) -> Locator:
    """The button of a result that reads its page."""
    return results(page).locator("li").filter(has=page.get_by_role("link", name=title)).get_by_role("button")


def ask_in_the_body(page: Page) -> None:
    type_query(page, "ky hieu NQ dung roi")
    expect_results(page, "ky hieu NQ dung roi")


def test_a_result_shows_the_passage_that_holds_the_query(village: Page) -> None:
    ask_in_the_body(village)
    offer(village, NUMBERS).click()
    passage = lead(village, NUMBERS)
    expect(passage).to_contain_text(TOLD_IN_THE_BODY)
    expect(passage.locator("mark")).to_have_text(["Ký hiệu NQ", "đứng rời"])
    expect(passage).to_be_focused()
    expect(offer(village, NUMBERS)).to_have_count(0)


def test_a_result_whose_title_tells_offers_no_passage(village: Page) -> None:
    type_query(village, "trạm bơm kiểu mẫu")
    expect_results(village, "trạm bơm kiểu mẫu")
    expect(offer(village, MODEL)).to_have_count(0)


def test_a_page_that_cannot_be_read_leaves_the_lead_and_may_be_tried_again(village: Page) -> None:
    ask_in_the_body(village)
    before = lead(village, NUMBERS).inner_text()
    village.route("**/tin-tuc/**", lambda route: route.fulfill(status=500))
    offer(village, NUMBERS).click()
    expect(offer(village, NUMBERS)).to_contain_text("thử lại")
    assert lead(village, NUMBERS).inner_text() == before != ""
    village.unroute("**/tin-tuc/**")
    offer(village, NUMBERS).click()
    expect(lead(village, NUMBERS)).to_contain_text(TOLD_IN_THE_BODY)


@pytest.mark.parametrize("body", ["", "<p>khác"], ids=["empty", "other"])
def test_a_page_without_such_a_passage_says_so(body: str, village: Page) -> None:
    ask_in_the_body(village)
    before = lead(village, NUMBERS).inner_text()
    village.route("**/tin-tuc/**", lambda route: route.fulfill(body=body))
    offer(village, NUMBERS).click()
    expect(lead(village, NUMBERS)).to_contain_text(f"{before} (Trong bài không có")
