"""Branch profiles: dated, sourced figures that agree with each other; small groups stay unseen."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text, open_project
from test_library import proof_of
from test_source import written

from newsroom.branch import Branch, Indicator
from newsroom.codes import Code
from newsroom.dates import PartialDate
from newsroom.fields import field_readers, required_fields
from newsroom.problem import ContentError
from newsroom.vocabulary import AgeBand, CommitteeRole, Kind, Level, State

URI = "chi-bo/chi-bo-thon-mau.md"
WHOLE = {
    "also_known_as": "[Chi bộ Mẫu]",
    "parent": "dang-bo-xa-vi-du",
    "host": "{name: Hợp tác xã Mẫu, url: 'https://thu.example/'}",
    "place": "{name: thôn Mẫu, now: thôn Mẫu Mới, code: '00001'}",
    "founded": "{date: 1965-05, document: Quyết định thử}",
    "succession": "{predecessors: [{name: Chi bộ Cũ}], date: 2025-07-01, basis: Nghị quyết thử, note: Ghi chú}",
    "term": "{name: 2025–2030, from: 2025-05, to: 2030}",
    "officials": "[{name: Người Khác, title: Trưởng ban thử, as_of: 2026, source: s1}]",
    "committee": "[{name: Người Bí Thư, role: secretary, as_of: 2026-01, source: s1}]",
    "membership": "[{as_of: 2026, total: 60, official: 57, probationary: 3, oldest_band: trên 60, source: s1}]",
    "admissions": "[{period: 2020–2025, admitted: 45, target: 39, over_target_percent: 15, source: s1}]",
    "indicators": "[{name: Thu nhập, period: năm 2025, target: 75, result: 148, percent: 197.33, source: s1}]",
    "goals": "[{name: Nhà văn hóa, period: 2026, value: một nhà, source: s1}]",
    "meetings": "[{period: 2025, kind: regular, count: 12, attendances: 623, source: s1}]",
    "training": "[{period: 2025, people: 4, source: s1}]",
    "ratings": "[{level: good, year: 2025, rule: 366-QĐ/TW, source: s1}]",
    "models": "[{programme: dan-van-kheo, name: Nạo vét mương, registered: 2021, recognised: 2022, source: s1}]",
    "supervision": "[{date: 2024-06-20, by: Đoàn thử, subject: Sinh hoạt, strengths: [Đều], source: s1}]",
    "digital": "[{app: Sổ tay, as_of: 2022-11, percent: 95, source: s1}]",
    "funds": "[{name: Quỹ thử, period: 2025, amount: 744000000, grants: 36, people: 20, source: s1}]",
    "works": "[{name: Đường thôn, households: 40, source: s1}]",
    "organisations": "[{name: Chi đoàn, state: dissolved, reason: Ít người, source: s1}]",
    "programmes": "[dan-van-kheo]",
    "aliases": "[/chi-bo/ten-cu.html]",
    "public_data": '[{text: "0912 345 678", basis: "Chủ số đồng ý bằng văn bản", confirmed_by: Người Thử}]',
}
FIGURES = sorted({name for name, value in WHOLE.items() if "source: s1" in value})


def branch(folder: Path, uri: str = URI, **fields: str) -> Branch:
    """A valid profile read from a file."""
    return Branch.from_source(written(folder, uri, branch_text(**fields)))


def refusals(folder: Path, uri: str = URI, **fields: str) -> list[tuple[int, int, Code]]:
    """What is wrong with a profile by itself: line, column, code."""
    with pytest.raises(ContentError) as raised:
        branch(folder, uri, **fields)
    return [(problem.line, problem.column, problem.code) for problem in raised.value.problems]


def judged(project: Project, **fields: str) -> list[tuple[int, int, Code]]:
    """What is wrong with a profile beside others: line, column, code. Added fields stand on line 8."""
    project.write(f"docs/{URI}", branch_text(**fields))
    return [(problem.line, problem.column, problem.code) for problem in proof_of(project).problems]


def test_the_smallest_profile_is_read(tmp_path: Path) -> None:
    found = branch(tmp_path)
    assert (found.name, found.slug, found.url) == ("Chi bộ Thôn Mẫu", "chi-bo-thon-mau", "chi-bo/chi-bo-thon-mau/")
    assert (found.level, found.kind, found.state) == (Level.SUBORDINATE_BRANCH, Kind.VILLAGE, State.ACTIVE)
    assert found.source_of("s1") == found.sources[0]
    assert found.source_of("s2") is None


def test_every_block_is_read(tmp_path: Path) -> None:
    found = branch(tmp_path, **WHOLE)
    assert found.founded
    assert found.founded.date == PartialDate(1965, 5)
    assert found.succession
    assert found.succession.date == date(2025, 7, 1)
    assert found.term
    assert (found.term.from_, found.term.to) == (PartialDate(2025, 5), PartialDate(2030))
    assert found.committee[0].role is CommitteeRole.SECRETARY
    assert (found.membership[0].total, found.membership[0].oldest_band) == (60, AgeBand.OLDER)
    assert found.indicators[0].percent == 197.33
    assert found.supervision[0].strengths == ("Đều",)
    assert (found.funds[0].grants, found.funds[0].people) == (36, 20)
    assert all(getattr(found, name) for name in WHOLE)


def test_the_table_above_holds_every_optional_field() -> None:
    assert set(WHOLE) == set(field_readers(Branch)) - required_fields(Branch)


@pytest.mark.parametrize("field", sorted(required_fields(Branch) - {"name"}))
def test_a_required_field_that_is_left_out_is_reported(tmp_path: Path, field: str) -> None:
    assert refusals(tmp_path, **{field: ""}) == [(2, 1, Code.MISSING_FIELD)]


@pytest.mark.parametrize(
    "uri",
    [
        "chi-bo/xa/x.md",
        "chi-bo/Chi-Bo.md",
        "chi-bo/chi-bộ.md",
        "chi-bo/chi bo.md",
        "chi-bo/x_y.md",
        f"chi-bo/{'a' * 81}.md",
    ],
)
def test_a_profile_with_a_wrong_name_is_reported(tmp_path: Path, uri: str) -> None:
    assert refusals(tmp_path, uri) == [(2, 1, Code.BAD_PATH)]


@pytest.mark.parametrize("key", ["members", "danh_sach_dang_vien", "phone", "ngay_vao_dang"])
def test_a_list_of_members_is_refused(tmp_path: Path, key: str) -> None:
    assert refusals(tmp_path, **{key: "[{name: Người Thử}]"}) == [(8, 1, Code.MEMBER_LIST)]


@pytest.mark.parametrize("key", ["cccd", "birthday", "dia_chi"])
def test_private_data_of_a_committee_member_is_refused(tmp_path: Path, key: str) -> None:
    member = f"[{{name: Người Bí Thư, role: secretary, as_of: 2026, source: s1, {key}: x}}]"
    assert [code for _, _, code in refusals(tmp_path, committee=member)] == [Code.MEMBER_LIST]


@pytest.mark.parametrize("age", ["22", "18-30", "trên 61"])
def test_ages_are_given_as_bands_only(tmp_path: Path, age: str) -> None:
    member = f"[{{as_of: 2026, total: 60, youngest_band: {age}, source: s1}}]"
    assert refusals(tmp_path, membership=member) == [(8, 54, Code.BAD_CHOICE)]


@pytest.mark.parametrize("key", ["age", "average_age", "youngest"])
def test_there_is_no_field_for_a_single_age(tmp_path: Path, key: str) -> None:
    member = f"[{{as_of: 2026, total: 60, {key}: 22, source: s1}}]"
    assert refusals(tmp_path, membership=member) == [(8, 39, Code.UNKNOWN_FIELD)]


@pytest.mark.parametrize("block", FIGURES)
def test_every_figure_names_its_source(tmp_path: Path, block: str) -> None:
    found = refusals(tmp_path, **{block: WHOLE[block].replace(", source: s1", "")})
    assert [(line, code) for line, _, code in found] == [(8, Code.MISSING_FIELD)]


@pytest.mark.parametrize("block", FIGURES)
def test_every_figure_names_a_source_that_is_listed(project: Project, block: str) -> None:
    value = WHOLE[block].replace("source: s1", "source: s9")
    place = len(f"{block}: ") + value.index("s9") + 1
    assert judged(project, **{block: value}) == [(8, place, Code.UNKNOWN_SOURCE)]


def test_all_blocks_with_a_listed_source_are_shown_above() -> None:
    sourced = {name for name, value in WHOLE.items() if value.startswith("[{") and name != "public_data"}
    assert set(FIGURES) == sourced


def test_two_sources_of_one_id_are_reported(project: Project) -> None:
    sources = "[{id: s1, name: Báo cáo một}, {id: s1, name: Báo cáo hai}]"
    found = judged(project, sources=sources)
    assert [line for line, _, _ in found] == [7]


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ("total: 60, official: 57, probationary: 3", ""),
        ("total: 60, official: 57", ""),
        ("total: 60, probationary: 0, official: 60", ""),
        ("total: 60, women: 60", ""),
        ("total: 60, official: 57, probationary: 4", "total"),
        ("total: 60, official: 57, probationary: 2", "total"),
        ("total: 60, official: 61", "official"),
        ("total: 60, probationary: 61", "probationary"),
        ("total: 60, women: 61", "women"),
        ("total: 60, minorities: [{group: Khmer, count: 40}, {group: Hoa, count: 21}]", "minorities"),
    ],
)
def test_the_parts_of_the_membership_make_the_total(project: Project, figures: str, wrong: str) -> None:
    line = f"membership: [{{as_of: 2026, source: s1, {figures}}}]"
    place = line.index(f"{wrong}: ") + len(wrong) + 3
    expected = [(8, place, Code.SUM_MISMATCH)] if wrong else []
    assert judged(project, membership=line.removeprefix("membership: ")) == expected


@pytest.mark.parametrize(
    ("figures", "agrees"),
    [
        ("target: 75, result: 148, percent: 197.33", True),
        ("target: 75, result: 148, percent: 197.8", True),
        ("target: 75, result: 148, percent: 197.9", False),
        ("target: 75, result: 148, percent: 196.8", False),
        ("target: 8, result: 1, percent: 12", True),
        ("target: 75, result: 148", True),
        ("result: 148, percent: 5", True),
        ("target: 0, result: 148, percent: 5", True),
        ("target: 2, result: 1.4, percent: 142.9, lower_is_better: true", True),
    ],
)
def test_a_percentage_agrees_with_result_over_target(project: Project, figures: str, agrees: bool) -> None:
    line = f"indicators: [{{name: Chỉ tiêu thử, period: 2025, source: s1, {figures}}}]"
    place = line.find("percent: ") + len("percent: ") + 1
    expected = [] if agrees else [(8, place, Code.PERCENT_MISMATCH)]
    assert judged(project, indicators=line.removeprefix("indicators: ")) == expected


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ("admitted: 45, target: 39, over_target_percent: 15", ""),
        ("admitted: 45, target: 39, result_percent: 115.38", ""),
        ("admitted: 45, target: 39, result_percent: 115.4, over_target_percent: 15.4", ""),
        ("admitted: 45, over_target_percent: 50", ""),
        ("admitted: 45, target: 39, over_target_percent: 16", "over_target_percent"),
        ("admitted: 45, target: 39, result_percent: 15", "result_percent"),
        ("admitted: 45, target: 39, result_percent: 115.4, over_target_percent: 50", "over_target_percent"),
    ],
)
def test_a_percentage_of_admissions_agrees_too_and_is_told_at_its_place(
    project: Project, figures: str, wrong: str
) -> None:
    line = f"admissions: [{{period: 2020–2025, source: s1, {figures}}}]"
    place = line.index(f"{wrong}: ") + len(wrong) + 3
    expected = [(8, place, Code.PERCENT_MISMATCH)] if wrong else []
    assert judged(project, admissions=line.removeprefix("admissions: ")) == expected


@pytest.mark.parametrize(
    ("target", "result", "percent", "lower", "shown"),
    [
        (75.0, 148.0, None, False, 197.33),
        (75.0, 148.0, 197.3, False, 197.3),
        (None, 148.0, None, False, None),
        (75.0, None, None, False, None),
        (75.0, 0.0, None, False, 0.0),
        (0.0, 148.0, None, False, None),
        (2.0, 1.4, None, True, None),
        (2.0, 1.4, 100.0, True, 100.0),
    ],
)
def test_the_percentage_shown_is_the_stated_one_else_computed(
    target: float | None, result: float | None, percent: float | None, lower: bool, shown: float | None
) -> None:
    indicator = Indicator(
        name="Chỉ tiêu thử",
        period="2025",
        source="s1",
        target=target,
        result=result,
        percent=percent,
        lower_is_better=lower,
    )
    assert indicator.percent_of_target == shown


def test_an_estimate_says_how_it_was_made(project: Project) -> None:
    count = "as_of: 2026, total: 60, source: s1, estimated: true"
    assert judged(project, membership=f"[{{{count}}}]") == [(8, 62, Code.NO_ESTIMATE_NOTE)]
    assert judged(project, membership=f"[{{{count}, note: Ước theo báo cáo}}]") == []


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("term", "{name: x, from: 2030, to: 2025}", "2025}"),
        ("term", "{name: x, from: 2025-06, to: 2025-05}", "2025-05}"),
        ("models", "[{programme: x, name: y, registered: 2022, recognised: 2021, source: s1}]", "2021,"),
    ],
)
def test_what_ends_before_it_begins_is_reported(project: Project, field: str, value: str, wrong: str) -> None:
    place = len(f"{field}: ") + value.index(wrong) + 1
    assert judged(project, **{field: value}) == [(8, place, Code.ORDER_OF_TIME)]


@pytest.mark.parametrize(
    "value",
    ["{name: x, from: 2025, to: 2025}", "{name: x, from: 2025-05, to: 2025}", "{name: x, from: 2025, to: 2025-05}"],
)
def test_a_term_within_one_year_is_no_fault(project: Project, value: str) -> None:
    assert judged(project, term=value) == []


@pytest.mark.parametrize(
    ("figures", "cells"),
    [
        ("total: 49, women: 30", 1),
        ("total: 50, women: 4", 1),
        ("total: 50, women: 5", 0),
        ("total: 12, women: 3, minorities: [{group: Khmer, count: 2}]", 2),
        ("total: 200, minorities: [{group: Khmer, count: 56}, {group: Hoa, count: 4}]", 1),
        ("total: 12, official: 11, probationary: 1", 0),
    ],
)
def test_the_editor_is_warned_of_every_small_cell(project: Project, figures: str, cells: int) -> None:
    project.write(f"docs/{URI}", branch_text(membership=f"[{{as_of: 2026, source: s1, {figures}}}]"))
    problems = proof_of(project).problems
    assert [problem.code for problem in problems] == [Code.SMALL_CELL] * cells
    assert all(problem.code.is_warning for problem in problems)


@pytest.mark.parametrize("side", ["predecessors", "successors"])
def test_an_unknown_profile_in_the_succession_is_reported_with_its_place(project: Project, side: str) -> None:
    value = f"{{{side}: [{{name: Chi bộ Cũ}}, {{name: Chi bộ Mới, profile: khong-co}}]}}"
    place = len("succession: ") + value.index("khong-co") + 1
    assert judged(project, succession=value) == [(8, place, Code.UNKNOWN_BRANCH)]


@pytest.mark.parametrize(("parent", "cure"), [("dang-bo-xa-vidu", "dang-bo-xa-vi-du"), ("zzz", "new.py")])
def test_an_unknown_parent_comes_with_the_nearest_profile(project: Project, parent: str, cure: str) -> None:
    project.write("docs/chi-bo/dang-bo-xa-vi-du.md", branch_text("Đảng bộ xã Ví Dụ"))
    project.write(f"docs/{URI}", branch_text(parent=parent))
    (problem,) = proof_of(project).problems
    assert problem.code is Code.UNKNOWN_BRANCH
    assert cure in problem.cure


def test_a_profile_may_lead_to_an_article_and_not_to_nothing(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai.md", article_text())
    sources = "[{id: s1, name: Báo cáo, article: ../tin-tuc/2026/01/%s.md}]"
    assert judged(project, sources=sources % "bai") == []
    assert judged(project, sources=sources % "khong-co") == [(7, 44, Code.BROKEN_LINK)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    """The built pages of a merged branch with figures of every kind, and of the one that follows it."""
    project = open_project(tmp_path_factory.mktemp("branches") / "project", opened_theme)
    project.write(
        "docs/chi-bo/chi-bo-cu.md",
        branch_text(
            "Chi bộ Thôn Cũ",
            state="merged",
            succession="{successors: [{name: Chi bộ Thôn Mới, profile: chi-bo-moi}], date: 2025-07-01, basis: Nghị quyết thử}",
            membership=(
                "[{as_of: 2020-05, total: 47, women: 43, minorities: [{group: Khmer, count: 41}], source: s1},"
                " {as_of: 2024, total: 1254, women: 410, minorities: [{group: Khmer, count: 3}], youngest_band: 18–30, source: s1}]"
            ),
            indicators=(
                "[{name: Hộ nghèo, period: 2025, unit: '%', target: 2, result: 1.6, lower_is_better: true, source: s1},"
                " {name: Thu nhập, period: 2025, unit: triệu đồng, target: 75, result: 78.4, source: s1}]"
            ),
            admissions="[{period: 2020–2025, admitted: 45, target: 39, over_target_percent: 15, source: s1}]",
        ),
    )
    project.write(
        "docs/chi-bo/chi-bo-moi.md",
        branch_text(
            "Chi bộ Thôn Mới",
            succession="{predecessors: [{name: Chi bộ Thôn Cũ, profile: chi-bo-cu}, {name: Chi bộ Thôn Xa}]}",
        ),
    )
    run = project.build()
    assert run.status == 0, run.err
    return project.root / "site/chi-bo"


def rows(html: str) -> list[tuple[str, str]]:
    """The rows of the membership tables: label and cell, as a reader sees them."""
    found = re.findall(r'<tr><th scope="row">([^<]*)</th><td>(.*?)</td></tr>', html)
    return [(label, re.sub(r"<[^>]*>", "", cell)) for label, cell in found]


def test_the_page_never_prints_a_small_cell(pages: Path) -> None:
    html = (pages / "chi-bo-cu/index.html").read_text(encoding="utf-8")
    assert rows(html) == [
        ("Tổng số", "47"),
        ("Nữ", "không công bố"),
        ("Dân tộc Khmer", "không công bố"),
        ("Tổng số", "1.254"),
        ("Nữ", "410"),
        ("Dân tộc Khmer", "không công bố"),
        ("Nhóm tuổi trẻ nhất", "18–30 tuổi"),
    ]


def visible(file: Path) -> str:
    """The text of a file: for a page what stands between the tags of its main part."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".html":
        return text
    _, _, main = text.partition("<main")
    return re.sub(r"<[^>]*>", " ", main.partition("</main>")[0])


def test_no_other_file_of_the_site_gives_a_small_cell_away(pages: Path) -> None:
    files = [file for file in pages.parent.rglob("*") if file.suffix in (".html", ".json", ".xml", ".csv")]
    assert any("1.254" in visible(file) for file in files)
    guilty = [file.name for file in files if re.search(r"\b(43|41)\b", visible(file))]
    assert guilty == []


def test_figures_stand_with_their_date_and_source(pages: Path) -> None:
    html = (pages / "chi-bo-cu/index.html").read_text(encoding="utf-8")
    captions = re.findall(r"<caption>Tính đến ([^<]*)<sup[^>]*><a href=\"#nguon-s1\"", html)
    assert captions == ["05/2020", "2024"]
    assert 'id="nguon-s1"' in html


def test_a_merged_branch_leads_to_its_successor_with_day_and_basis(pages: Path) -> None:
    html = (pages / "chi-bo-cu/index.html").read_text(encoding="utf-8")
    notice = html.partition("nr-succession")[2].partition("</aside>")[0]
    assert "01/07/2025" in notice
    assert '<a href="../../chi-bo/chi-bo-moi/">Chi bộ Thôn Mới</a>' in notice
    assert "Căn cứ: Nghị quyết thử." in notice


def test_a_branch_names_its_predecessors_with_and_without_a_profile(pages: Path) -> None:
    html = (pages / "chi-bo-moi/index.html").read_text(encoding="utf-8")
    assert "nr-succession" not in html
    assert '<dt>Tiền thân</dt><dd><a href="../../chi-bo/chi-bo-cu/">Chi bộ Thôn Cũ</a>, Chi bộ Thôn Xa</dd>' in html


def test_an_indicator_that_is_better_low_has_no_percentage_and_no_bar(pages: Path) -> None:
    html = (pages / "chi-bo-cu/index.html").read_text(encoding="utf-8")
    chart = html.partition('<svg class="nr-chart"')[2].partition("</svg>")[0]
    assert re.findall(r'class="nr-chart__name"[^>]*>([^<]*)<', chart) == ["Thu nhập", "Kết nạp đảng viên 2020–2025"]
    row = html.partition('<th scope="row">Hộ nghèo')[2].partition("</tr>")[0]
    assert re.findall(r"<td>(.*?)</td>", row) == ["2%", "1,6%", "–"]


def test_the_numbers_of_the_chart_stand_in_the_table_beside_it(pages: Path) -> None:
    html = (pages / "chi-bo-cu/index.html").read_text(encoding="utf-8")
    chart, _, table = html.partition('<svg class="nr-chart"')[2].partition("</svg>")
    assert re.findall(r'class="nr-chart__value"[^>]*>([^<]*)<', chart) == ["104,53%", "115%"]
    income = table.partition('<th scope="row">Thu nhập')[2].partition("</tr>")[0]
    assert re.findall(r"<td>(.*?)</td>", income) == ["75 triệu đồng", "78,4 triệu đồng", "104,53%"]
