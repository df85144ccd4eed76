"""The index itself: cut as the page's script cuts, the same by whatever way it was made, small where little changed."""

from __future__ import annotations

import base64
import functools
import json
import operator
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from conftest import NOW, ROOT, Project, article_text, make_project, serve
from page_types import new_page
from playwright.sync_api import Browser, Page, Route

from newsroom.dates import parse_moment
from newsroom.proof import proofread
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.search import index_parts
from newsroom.search.abbreviations import Abbreviations, beside, read_abbreviations
from newsroom.search.cards import plain_slug, suggested, told_address
from newsroom.search.counting import make_run
from newsroom.search.letters import LETTERS, one_byte_each
from newsroom.search.merging import merge
from newsroom.search.records import Fields, Record
from newsroom.search.runs import UNIT, unit_digest, unpack_part
from newsroom.search.segments import LONGEST, Roll, Segment, segments_of
from newsroom.search.shards import file_of
from newsroom.search.sieve import pack_sieve
from newsroom.search.tally import follower
from newsroom.search.tokens import PLAIN, fold, form_of, syllables, words
from newsroom.settings import read_settings

ENGINE: Final = ROOT / "overrides/assets/javascripts/search-engine.js"
INDEX: Final = "tim-kiem/muc-luc"
FRESH: Final = 32
MANY: Final = 2 * UNIT + 3
ODD_TITLE: Final = "Lúa sáu tấn rưỡi № 7: ½ công, 😀 cả xóm"
TRICKY: Final = [
    "",
    "   ",
    "Đảng uỷ, ĐẢNG ỦY; ðảng Ðảng",
    "hoà hòa hoa\u0300 ho\u0300a HOÀ",
    "25-NQ/TW 26-KH/ĐUK 2230/QĐ-UBND",
    "25/10/2022 03/06/2013 007 0 00 0a",
    "15.500 hộ, 1.254,5 tấn; 50%",
    "“Dân vận khéo” ‘một’ «hai» „ba“ don't",
    "thương ngưỡng quyền khuỷu nguyễn",
    "\u0301lạc dấu a\u0323\u0302 \u00e2\u0323",
    "m² H₂O ½ Ⅳ ① ７",
    "Straße ΣΊΣΥΦΟΣ İstanbul ǅ ﬁn",
    "Привет мир 漢字 かな 한국어 ไทย हिन्दी",
    "snake_case a_b __c__ e-mail: a@b.vn https://a.vn/b?c=d",
    "😀 dân👍🏽vận zero\u200bwidth soft\u00adhyphen nb\u00a0sp",
    "é è ø æ œ ß ł þ",
    "ươ ướ ượ ẫ ẵ ỹ ỵ",
]


@pytest.fixture(scope="module")
def script(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page that holds the engine and nothing else of the search."""
    with new_page(browser) as page:
        page.goto(f"{site_url}404.html")
        page.add_script_tag(url=f"{site_url}assets/javascripts/{ENGINE.name}")
        yield page


def cut_by_script(page: Page, texts: list[str]) -> list[list[list[str | int]]]:
    cut: list[list[list[str | int]]] = page.evaluate("texts => texts.map(newsroomEngine('').tokens)", texts)
    return cut


def cut_by_builder(text: str) -> list[list[str | int]]:
    return [[word[:-1], ord(word[-1]) - ord(PLAIN)] for word in words(text)]


# --- tokens --------------------------------------------------------------------


def test_script_and_builder_cut_tricky_texts_alike(script: Page) -> None:
    assert cut_by_script(script, TRICKY) == [cut_by_builder(text) for text in TRICKY]


def test_script_and_builder_cut_every_shipped_document_alike(script: Page) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs").rglob("*.md"))]
    assert len(texts) > 20
    assert cut_by_script(script, texts) == [cut_by_builder(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng uỷ", ["dang", "uy"]),
        ("26-KH/ĐUK", ["26", "kh", "duk"]),
        ("03/6/2013", ["3", "6", "2013"]),
        ("“Dân vận khéo”", ["dan", "van", "kheo"]),
    ],
)
def test_syllables_are_folded(text: str, folded: list[str]) -> None:
    assert [fold(syllable) for syllable in syllables(text)] == folded


def test_the_form_tells_marks_but_not_where_the_tone_stands() -> None:
    assert form_of("hoà") == form_of("hòa") != form_of("hoa") == PLAIN
    assert len({form_of(syllable) for syllable in ("da", "đa", "đá", "dá", "dâ", "dă", "đấ")}) == 7


@pytest.mark.parametrize("title", [*TRICKY, "Đảng uỷ - “Dân vận khéo” 2026!", "--- İI ---"])
def test_script_and_builder_make_the_same_slug(script: Page, title: str) -> None:
    assert script.evaluate("title => newsroomEngine('').slug(title)", title) == plain_slug(title)


def test_an_address_is_told_by_what_the_title_does_not_tell() -> None:
    told = record(1)._replace(title="Hội nghị đảng viên", day="2026-03-05")
    assert told_address(told._replace(url="tin-tuc/2026/03/hoi-nghi-dang-vien/")) == (18, "")
    assert told_address(told._replace(url="tin-tuc/2026/03/hoi-nghi-lan-2/")) == (9, "lan-2")
    assert told_address(told._replace(url="tin-tuc/2025/03/hoi-nghi/")) == (-1, "tin-tuc/2025/03/hoi-nghi/")


# --- abbreviations -------------------------------------------------------------


def test_an_expansion_stands_beside_its_neighbours_as_its_abbreviation_does() -> None:
    known = Abbreviations.of({"HTX": "hợp tác xã", "UBND": "ủy ban nhân dân", "BCH": "một", "": "x y"})
    text = words("giám đốc hợp tác xã uỷ ban nhân dân huyện")
    short = {pair for pair, _ in beside(text, known.spans(text))}
    spelt = words("giám đốc HTX UBND huyện")
    assert set(pairwise(spelt)) - set(pairwise(text)) == short & set(pairwise(spelt))
    assert known.pairs == (("htx", "hop tac xa"), ("ubnd", "uy ban nhan dan"))


def test_an_expansion_of_other_marks_is_counted_anew() -> None:
    right, wrong = (Abbreviations.of({"HTX": long}) for long in ("hợp tác xã", "hợp tac xa"))
    assert right.pairs == wrong.pairs
    assert unit_digest(right, ()) != unit_digest(wrong, ())


def test_the_shipped_abbreviations_are_well_formed() -> None:
    told = json.loads((ROOT / "overrides/newsroom/viet-tat.json").read_text(encoding="utf-8"))
    known = read_abbreviations(ROOT / "overrides/newsroom")
    assert len(known.pairs) == sum(1 if isinstance(long, str) else len(long) for long in told.values())


# --- segments and shards -------------------------------------------------------


def record(number: int) -> Record:
    text = f"Bài số {number} nói về thôn {number % 7} và đường {number % 11}"
    return Record(
        f"bai-{number}/", text, "bai", "tin", "2026-01-01", "", str(number).encode(), lambda: Fields(text, "", (), text)
    )


def roll(records: Sequence[Record]) -> Roll:
    return Roll([record.day[:4] for record in records], [record.drawn for record in records], records.__getitem__)


def drawn(segments: Iterable[Segment]) -> list[tuple[bytes, ...]]:
    return [tuple(unit.drawn) for segment in segments for unit in segment.units]


@pytest.mark.parametrize("size", [0, 1, FRESH - 1, FRESH, UNIT + 1, 70 * UNIT + 5, LONGEST * UNIT + 3 * UNIT + 1])
def test_segments_hold_every_article_in_order_and_one_more_touches_the_last(size: int) -> None:
    records = [record(number) for number in range(size + 1)]
    segments, longer = segments_of(roll(records[:size]), roll([])), segments_of(roll(records), roll([]))
    told = [one for segment in segments for unit in segment.units for one in unit.records]
    assert told == [one for segment in segments for one in segment.records(range(segment.size))] == records[:size]
    assert all(len(segment.units) <= LONGEST for segment in segments)
    if (size + 1) % FRESH:
        assert drawn(one for one in longer if one.name != "moi") == drawn(one for one in segments if one.name != "moi")


def test_an_article_that_is_withdrawn_moves_the_units_of_its_year_alone() -> None:
    records = [record(number)._replace(day=f"{2019 + number // 700}-01-01") for number in range(2100)]
    (long, _), (shorter, _) = (
        segments_of(roll(told), roll([])) for told in (records, [*records[:800], *records[801:]])
    )
    kept = [len({*drawn([long])} - {*drawn([shorter])}), len(long.units)]
    assert kept == [4, 9], "three of the second year, and the last, which is filled up from what was fresh"


def test_what_has_no_date_stands_first_and_leaves_the_fresh_segment_alone() -> None:
    others = [record(number)._replace(day="") for number in range(5)]
    articles = [record(number) for number in range(10, 10 + FRESH + 1)]
    long, fresh = segments_of(roll(articles), roll(others))
    assert [unit.records for unit in long.units] == [tuple(others), tuple(articles[:FRESH])]
    assert [unit.records for unit in fresh.units] == [(articles[-1],)]
    assert [one.name for one in segments_of(roll(articles[:3]), roll(others))] == ["moi"]


def test_script_and_builder_look_for_a_key_in_the_same_file(script: Page) -> None:
    keys = [(a, b) for a in ("dan", "dang", "12", "ø") for b in ("", "v", "va", "van", "nghiem", "ngay", "½", "đx")]
    asked = [(a, b, files) for a, b in keys for files in (1, 3, 4, 9, 31, 32, 70)]
    told = script.evaluate("asked => asked.map(one => newsroomEngine('').places(...one, false))", asked)
    assert told == [[file_of(*one)] for one in asked]


@pytest.mark.parametrize("typed", ["n", "ng", "ngh"])
def test_half_a_syllable_is_looked_for_wherever_it_may_go_on(typed: str, script: Page) -> None:
    for files in (1, 8, 70):
        places = script.evaluate("asked => newsroomEngine('').places(...asked)", ["dang", typed, files, True])
        assert {file_of("dang", typed + more, files) for more in ("", "e", "i", "hiem")} <= {*places}
        assert len(places) == min(max(1, files // 4), 1 if len(typed) > 2 else 8)


def test_a_common_syllable_fills_its_files_evenly() -> None:
    seconds = [
        f"{begin}{vowel}{end}" for begin in ("t", "th", "tr") for vowel in "aeiouy" for end in ("", "c", "n", "ng")
    ]
    assert len({file_of("cong", second, 40) for second in seconds}) == 8


# --- tallies -------------------------------------------------------------------


def test_a_pair_tells_how_it_goes_on(script: Page) -> None:
    fields = Fields("Lúa mới về", "Trồng rau", (), "cây lúa mới, cây lúa tốt, trồng cây ổi, trồng cây")
    run = make_run(Abbreviations.of({}), [record(0)._replace(fields=lambda: fields)])
    parts = [unpack_part(part) for part in run.parts[:-1]]
    weights = [one for part in parts for one in zip(part.spelt_keys(), part.weights, strict=True)]
    told = {(first[:-1], second[:-1]): weight for (first, second), weight in weights if second}

    def bits(*syllables: str) -> int:
        return functools.reduce(operator.or_, (1 << (follower(syllable) & 3) for syllable in syllables))

    assert told["cay", "oi"] >> 4 == follower("trong")
    assert (told["lua", "tot"] >> 4, told["lua", "tot"] & 15) == (follower("trong"), 0)
    assert told["trong", "cay"] >> 4 == bits("oi", "")
    assert told["cay", "lua"] >> 4 == bits("moi", "tot")
    assert told["lua", "moi"] >> 4 == bits("ve", "cay")
    assert told["trong", "rau"] >> 4 == bits(""), "what stands in the lead counts twice"
    assert sorted(key for key, weight in told.items() if weight & 8) == [("lua", "moi"), ("moi", "ve")]
    assert ("ve", "trong") not in told, "the title is a text of its own"
    syllables = ["", "oi", "đx", "nghiem", "½"]
    assert script.evaluate("list => list.map(newsroomEngine('').follower)", syllables) == [*map(follower, syllables)]


def test_the_script_reads_a_key_in_very_many_forms(script: Page) -> None:
    marked = [[f"{onset}{vowel}" for vowel in "aàáảãạăằắẳẵặâầấẩẫậ"] for onset in "lb"]
    text = ". ".join(f"{first} {second}" for first in marked[0] for second in marked[1])
    run = make_run(Abbreviations.of({}), [record(0)._replace(fields=lambda: Fields("lá bà", "", (text, "lò"), text))])
    (file,) = merge([run.parts[:-1]], 1)
    asked = "([data, keys]) => keys.map(key => newsroomEngine('').read(Uint8Array.from(data), key))"
    keys = ["la ba", "lo", "la", "lo ba"]
    told = script.evaluate(asked, [list(zlib.decompress(file, -15)), keys])
    assert [one and len(one["forms"]) for one in told] == [18 * 18, 1, 18, None]
    forms = {(one["first"] | 128, one["second"] | 128): one["weights"] for one in told[0]["forms"]}
    assert forms.keys() == {(ord(form_of(first)), ord(form_of(second))) for first in marked[0] for second in marked[1]}
    assert [spelt for spelt, weights in forms.items() if weights[0] & 8] == [(ord(form_of("lá")), ord(form_of("bà")))]


# --- what a page needs not ask for ----------------------------------------------


def test_a_sieve_holds_every_pair_and_half_of_it_and_few_others() -> None:
    pairs = {(f"a{number}", f"b{number}") for number in range(2000)}
    size, letters = pack_sieve(pairs).split(" ")
    packed = zlib.decompress(base64.b64decode(letters), -15)
    bits = packed[-(int(size) // 8 + 1) :]

    def passes(key: str) -> bool:
        place = zlib.crc32(key.encode()) % int(size)
        return bool(bits[place >> 3] >> (place & 7) & 1)

    assert all(passes(f"{first} {second}") and passes(f"{first} {second[0]}") for first, second in pairs)
    assert sum(passes(f"c{number} d{number}") for number in range(2000)) < 500


def test_letters_of_one_byte_are_no_more_than_a_byte_can_tell() -> None:
    assert len(LETTERS) == len(set(LETTERS)) < 255
    assert len(one_byte_each("Đảng uỷ khối – “dân vận”…\n")) == len("Đảng uỷ khối – “dân vận”…\n")
    assert one_byte_each("№") == bytes((255, 0, 0x21, 0x16))


@pytest.fixture(scope="module")
def archive_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of so many articles that the newest are a segment of their own; one has letters that are no Vietnamese."""
    project = make_project(tmp_path_factory.mktemp("archive"))
    write_articles(project, range(FRESH + 3))
    project.write(
        "docs/tin-tuc/2020/01/le.md", article_text(ODD_TITLE, date="2020-01-01 08:00", body=f"{ODD_TITLE}.\n")
    )
    run = project.build()
    assert run.status == 0, run.err
    yield from serve(project.root / "site")


@pytest.fixture
def archive(browser: Browser, archive_url: str) -> Iterator[Page]:
    with new_page(browser) as page:
        page.goto(f"{archive_url}tim-kiem/")
        yield page


TITLES_FOUND: Final = "query => newsroomSearch(query).then(hits => hits.map(hit => hit.title))"


@pytest.mark.parametrize(
    ("query", "title", "is_fresh"),
    [
        ("bài thử số 34 của", "Bài thử số 34 của kho bài", True),
        ("so 34 cu", "Bài thử số 34 của kho bài", True),
        ("lua sau tan ruo", ODD_TITLE, False),
    ],
)
def test_the_fresh_segment_is_asked_for_what_it_may_hold_alone(
    query: str, title: str, is_fresh: bool, archive: Page
) -> None:
    asked: list[str] = []
    archive.on("request", lambda request: asked.append(urlsplit(request.url).path))
    assert archive.evaluate(TITLES_FOUND, query)[0] == title
    postings = [path for path in asked if f"/{INDEX}/" in path and "/the-" not in path]
    assert any("/d0/" in path for path in postings)
    assert any("/moi/" in path for path in postings) is is_fresh


def test_titles_of_any_letters_are_shown_as_written(archive: Page) -> None:
    hits = archive.evaluate("newsroomSearch('lúa sáu tấn')")
    assert (hits[0]["title"], hits[0]["url"]) == (ODD_TITLE, "/tin-tuc/2020/01/le/")


def test_ten_hits_come_where_few_hold_the_whole_query(archive: Page) -> None:
    hits = archive.evaluate("newsroomSearch('bài thử số 7 của kho bài')")
    assert hits[0]["title"] == "Bài thử số 7 của kho bài"
    assert len({hit["url"] for hit in hits}) == 10


def test_what_has_a_name_is_suggested_however_many_articles_there_are() -> None:
    profile, person = (record(0)._replace(url=url, title=url, kind=url) for url in ("ho-so", "nhan-su"))
    told = [url for _, url in suggested([profile, person], roll([record(number) for number in range(MANY)]))]
    assert told[:3] == ["ho-so", "nhan-su", f"bai-{MANY - 1}/"]
    assert len(told) < MANY
    many = [url for _, url in suggested([person] * MANY, roll([record(number) for number in range(MANY)]))]
    assert f"bai-{MANY - 1}/" in many


# --- the same by every way -----------------------------------------------------


def write_articles(project: Project, numbers: range) -> None:
    for number in numbers:
        body = f"Đoạn văn số {number} kể chuyện thôn {number % 13}, đường làng {number % 5} và hợp tác xã.\n"
        date = f"{2024 + number // 360}-{number // 30 % 12 + 1:02d}-{number % 28 + 1:02d} 08:00"
        text = article_text(f"Bài thử số {number} của kho bài", date=date, body=body)
        year, month = date[:4], date[5:7]
        project.write(f"docs/tin-tuc/{year}/{month}/bai-{number}.md", text)


def index_of(site: Path) -> dict[str, bytes]:
    folder = site / INDEX
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_whatever_changes_the_index_equals_that_of_a_clean_build(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    write_articles(project, range(MANY))
    site = project.root / "site"

    def built(*arguments: str) -> dict[str, bytes]:
        run = project.build(*arguments)
        assert run.status == 0, run.err
        return index_of(site)

    before = built()
    write_articles(project, range(MANY, MANY + 1))
    after = built()
    main = {name for name in before if name.startswith("d0/")}
    assert main
    changed = {name for name in after if before.get(name) != after[name]}
    assert not changed & main, "one more article touches what is fresh only"
    old = next(iter(sorted((project.root / "docs/tin-tuc").rglob("bai-5.md"))))
    old.write_text(old.read_text(encoding="utf-8").replace("kể chuyện", "kể lại chuyện"), encoding="utf-8")
    edited = built()
    assert edited != after
    assert edited == built("--clean")


def test_no_two_files_are_told_by_the_same_inputs() -> None:
    """A file may change its place among those of its group without any text having changed."""
    settings = read_settings(ROOT / "mkdocs.yml")
    proof = proofread(ROOT / "docs", settings, parse_moment(NOW))
    environment = make_environment(ROOT / "overrides/newsroom")
    edition = Edition(
        proof.library, proof.citations, proof.names, proof.entries, proof.ledger, environment, proof.attachments
    )
    parts = list(index_parts(edition, read_abbreviations(ROOT / "overrides/newsroom")))
    plans = [plan for part in parts for plan in part.plans()]
    assert [len(list(part.plans())) for part in parts] == [part.files for part in parts]
    assert len({plan.path for plan in plans}) == len({plan.inputs for plan in plans}) == len(plans) > 10


@pytest.mark.parametrize("worker", [True, False], ids=["in-a-worker", "on-the-page"])
def test_a_browser_without_decompression_reads_the_index_as_well(worker: bool, browser: Browser, site_url: str) -> None:
    def without_stream(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"delete self.DecompressionStream;{response.text()}")

    with new_page(browser) as page:
        page.add_init_script("" if worker else "delete self.Worker")
        page.route("**/search-engine.js*", without_stream)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{site_url}tim-kiem/")
        assert page.evaluate("newsroomSearch('dân vận khéo').then(hits => hits.length)") == 10
        assert [url for url in asked if url.endswith("/search-inflate.js")]
