"""Profiles in depth: ratings and their rule, times and persons, meetings, committees over branches, roll-up, comparison."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Project, branch_text, open_project
from test_library import proof_of

from newsroom.codes import Code
from newsroom.rollup import Count, roll_up
from newsroom.trends import trends_of

RULE = "366-QĐ/TW"


def codes(project: Project, **fields: str) -> list[Code]:
    """What is wrong with a profile."""
    project.write("docs/chi-bo/mot.md", branch_text(**fields))
    return [problem.code for problem in proof_of(project).problems]


@pytest.mark.parametrize(
    ("level", "points", "agrees"),
    [
        ("excellent", 90, True),
        ("excellent", 89.9, False),
        ("excellent", 100, True),
        ("good", 70, True),
        ("good", 69, False),
        ("good", 95, True),
        ("completed", 50, True),
        ("completed", 49, False),
        ("failed", 49, True),
        ("failed", 101, False),
    ],
)
def test_points_allow_the_level_they_are_given_for(project: Project, level: str, points: float, agrees: bool) -> None:
    rating = f"[{{year: 2025, level: {level}, rule: Quy định số {RULE}, points: {points}, source: s1}}]"
    assert codes(project, ratings=rating) == ([] if agrees else [Code.POINTS_MISMATCH])


def test_points_of_an_unknown_rule_are_not_judged(project: Project) -> None:
    assert codes(project, ratings="[{year: 2023, level: good, rule: 124-QĐ/TW, points: 60, source: s1}]") == []


def test_a_rule_is_not_older_than_the_year_it_is_said_to_have_judged(project: Project) -> None:
    assert codes(project, ratings=f"[{{year: 2024, level: good, rule: {RULE}, source: s1}}]") == [Code.ORDER_OF_TIME]
    assert codes(project, ratings=f"[{{year: 2025, level: good, rule: {RULE}, source: s1}}]") == []


@pytest.mark.parametrize(("grants", "people", "agrees"), [(36, 36, True), (36, 20, True), (36, 42, False)])
def test_persons_are_never_more_than_times(project: Project, grants: int, people: int, agrees: bool) -> None:
    fund = f"[{{name: Quỹ thử, period: năm 2025, grants: {grants}, people: {people}, source: s1}}]"
    assert codes(project, funds=fund) == ([] if agrees else [Code.TIMES_AND_PERSONS])


@pytest.mark.parametrize(
    ("meeting", "is_short"),
    [
        ("period: năm 2026, kind: regular, minutes: 89", True),
        ("period: năm 2026, kind: regular, minutes: 90", False),
        ("period: năm 2026, kind: regular, minutes: 119, with_topic: true", True),
        ("period: năm 2026, kind: thematic, minutes: 60", False),
        ("period: 2025–2026, kind: regular, minutes: 89", True),
        ("period: năm 2024, kind: regular, minutes: 60", False),
    ],
)
def test_a_short_meeting_is_asked_about_under_the_guidance(project: Project, meeting: str, is_short: bool) -> None:
    assert codes(project, meetings=f"[{{{meeting}, source: s1}}]") == ([Code.SHORT_MEETING] if is_short else [])


def test_no_more_than_all_use_an_application(project: Project) -> None:
    used = "[{app: Sổ tay, as_of: 2026, percent: 101, source: s1}]"
    assert codes(project, digital=used) == [Code.PERCENT_MISMATCH]


def write_committee(project: Project, total: int = 100) -> None:
    """A committee over two branches that tell their members and one that tells nothing."""
    project.write(
        "docs/chi-bo/dang-bo.md",
        branch_text("Đảng bộ xã Mẫu", membership=f"[{{as_of: 2026-06, total: {total}, source: s1}}]"),
    )
    funds = "[{name: Quỹ, period: năm 2025, amount: 9000000, grants: 9, people: 7, source: s1}]"
    one = "[{as_of: 2025, total: 40, source: s1}, {as_of: 2026-06, total: 60, women: 20, source: s1}]"
    told = {
        "mot": {"membership": one, "funds": funds, "ratings": "[{year: 2025, level: good, source: s1}]"},
        "hai": {
            "membership": "[{as_of: 2026-06, total: 40, source: s1}]",
            "admissions": "[{period: năm 2025, admitted: 3, source: s1}]",
        },
        "ba": {},
    }
    for slug, fields in told.items():
        project.write(f"docs/chi-bo/{slug}.md", branch_text(f"Chi bộ {slug}", parent="dang-bo", **fields))


def test_branches_at_one_date_are_no_more_than_their_committee(project: Project) -> None:
    write_committee(project, 100)
    assert proof_of(project).problems == ()
    write_committee(project, 99)
    assert [problem.code for problem in proof_of(project).problems] == [Code.SUM_MISMATCH]


def test_a_roll_up_adds_the_latest_and_says_of_how_many(project: Project) -> None:
    write_committee(project)
    library = proof_of(project).library
    found = roll_up(library.children_of(library.branch_by_slug["dang-bo"]))
    assert found.branches == 3
    assert found.members == Count(100, 2, "06/2026", "06/2026")
    assert found.admitted == Count(3, 1)
    assert (found.amount, found.grants, found.people) == (Count(9000000, 1), Count(9, 1), Count(7, 1))
    assert found.ratings == (("2025", "Hoàn thành tốt nhiệm vụ", 1),)


def test_a_roll_up_counts_women_only_of_groups_that_may_be_shown(project: Project) -> None:
    write_committee(project)
    library = proof_of(project).library
    assert roll_up(library.branches).women == Count(20, 1, "06/2026", "06/2026")
    small = "[{as_of: 2026-06, total: 40, women: 20, source: s1}]"
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ mot", parent="dang-bo", membership=small))
    assert roll_up(proof_of(project).library.branches).women is None


def test_a_roll_up_tells_nothing_from_which_a_small_cell_could_be_taken(project: Project) -> None:
    for slug, women in {"mot": 20, "hai": 3, "ba": 5}.items():
        told = f"[{{as_of: 2026-06, total: 60, women: {women}, source: s1}}]"
        project.write(f"docs/chi-bo/{slug}.md", branch_text(f"Chi bộ {slug}", membership=told))
    assert roll_up(proof_of(project).library.branches).women is None


@pytest.mark.parametrize("part", ["women: %s", "minorities: [{group: Ví, count: %s}]"])
@pytest.mark.parametrize("small", [2, None])
def test_a_committee_shows_no_part_that_tells_a_small_cell_below_it(
    project: Project, part: str, small: int | None
) -> None:
    told = {"huyen": (200, 80, ""), "xa": (120, 40, "huyen"), "hai": (60, 38, "xa"), "mot": (60, small, "xa")}
    for slug, (total, number, parent) in told.items():
        written = f"{part % number}, " if number else ""
        members = f"[{{as_of: 2026-06, total: {total}, {written}source: s1}}]"
        above = {"parent": parent} if parent else {}
        project.write(f"docs/chi-bo/{slug}.md", branch_text(f"Chi bộ {slug}", membership=members, **above))
    assert project.build().status == 0
    site = project.root / "site"
    row = r"(?:Đảng viên nữ|Đảng viên dân tộc thiểu số|Nữ|Dân tộc Ví) (\d+|không công bố)"
    pages = {slug: re.findall(row, words(site / f"chi-bo/{slug}/index.html")) for slug in told}
    hidden = ["không công bố"]
    assert pages == {
        "huyen": ["80"],
        "xa": hidden + (["38"] if not small else []),
        "hai": ["38"],
        "mot": hidden if small else [],
    }
    tables = [(site / f"du-lieu/so-lieu-ho-so.{kind}").read_text(encoding="utf-8") for kind in ("csv", "json")]
    assert not [table for table in tables if re.search(r"\b40\b", table)]
    assert all(re.search(r"\b80\b", table) for table in tables)


def test_a_roll_up_takes_the_latest_of_each_tells_their_dates_and_the_best_level_first(project: Project) -> None:
    told = {
        "mot": ("[{as_of: 2026-06, total: 60, source: s1}, {as_of: 2025, total: 40, source: s1}]", "completed"),
        "hai": ("[{as_of: 2024-12, total: 7, source: s1}]", "excellent"),
        "ba": ("[{as_of: 2025-03, total: 9, source: s1}]", "good"),
    }
    for slug, (members, level) in told.items():
        ratings = f"[{{year: 2025, level: {level}, source: s1}}, {{period: nhiệm kỳ trước, level: good, source: s1}}]"
        project.write(f"docs/chi-bo/{slug}.md", branch_text(f"Chi bộ {slug}", membership=members, ratings=ratings))
    found = roll_up(proof_of(project).library.branches)
    assert found.members == Count(76, 3, "12/2024", "06/2026")
    assert [(year, label.removeprefix("Hoàn thành ")) for year, label, _ in found.ratings] == [
        ("2025", "xuất sắc nhiệm vụ"),
        ("2025", "tốt nhiệm vụ"),
        ("2025", "nhiệm vụ"),
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    """The built pages of a committee and its branches."""
    project = open_project(tmp_path_factory.mktemp("depth") / "project", opened_theme)
    write_committee(project)
    run = project.build()
    assert run.status == 0, run.err
    return project.root / "site/chi-bo"


def words(file: Path) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", file.read_text(encoding="utf-8")).split())


def test_a_committee_shows_what_its_branches_add_up_to(site: Path) -> None:
    told = words(site / "dang-bo/index.html")
    assert "Cộng từ 3 hồ sơ trực thuộc" in told
    assert "Đảng viên thời điểm 06/2026 100 2/3" in told
    assert "Lượt vay, mượn, trợ giúp 9 lượt 1/3" in told
    assert "Người được giúp 7 người 1/3" in told
    assert "Tổng hợp các tổ chức" not in words(site / "mot/index.html")


def test_several_dates_make_a_line(site: Path) -> None:
    html = (site / "mot/index.html").read_text(encoding="utf-8")
    assert html.count("nr-chart__dot") == 2
    assert "2025: 40; 06/2026: 60" in html
    assert "nr-trend" not in (site / "hai/index.html").read_text(encoding="utf-8")


LINES = {
    "membership": "[{as_of: 2024, total: 60, women: 20, source: s1}, {as_of: 2025, total: 62, women: 4, source: s1}]",
    "admissions": "[{period: năm 2024, admitted: 3, source: s1}, {period: '2023', admitted: 2, source: s1}, "
    "{period: 9 tháng năm 2025, admitted: 9, source: s1}]",
    "ratings": "[{year: 2025, level: excellent, source: s1}, {year: 2024, level: good, source: s1}]",
    "digital": "[{app: Sổ tay thử, as_of: 2024-05, percent: 80, source: s1}, "
    "{app: Sổ tay thử, as_of: 2025-05, percent: 95.5, source: s1}, {app: Khác, as_of: 2025, percent: 1, source: s1}]",
    "funds": "[{name: Quỹ thử, period: 2015–2020, amount: 5000000, people: 7, source: s1}, "
    "{name: Quỹ thử, period: 2020–2025, amount: 9000000, source: s1}]",
}


def test_every_figure_with_two_dates_of_one_kind_is_a_line(project: Project) -> None:
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ mot", **LINES))
    (branch,) = proof_of(project).library.branches
    told = {(one.name, one.unit): [(value.time, value.figure) for value in one.values] for one in trends_of(branch)}
    assert told == {
        ("Số đảng viên", "người"): [("2024", 60), ("2025", 62)],
        ("Kết nạp đảng viên", "người"): [("2023", 2), ("năm 2024", 3)],
        ("Xếp loại", ""): [("năm 2024", 2), ("năm 2025", 3)],
        ("Sổ tay thử", "%"): [("05/2024", 80), ("05/2025", 95.5)],
        ("Quỹ thử", "đồng"): [("2015–2020", 5000000), ("2020–2025", 9000000)],
    }
    assert project.build().status == 0
    html = (project.root / "site/chi-bo/mot/index.html").read_text(encoding="utf-8")
    assert html.count("nr-trend") == 5
    shown = words(project.root / "site/chi-bo/mot/index.html")
    assert "Kết nạp đảng viên qua các thời điểm (người) 2023 s1 2 năm 2024 s1 3" in shown
    assert "năm 2024 s1 Hoàn thành tốt nhiệm vụ năm 2025 s1 Hoàn thành xuất sắc nhiệm vụ" in shown
    assert "2015–2020 s1 5 triệu đồng" in shown


def test_of_two_sources_for_one_time_the_first_counts_and_a_time_is_told_as_it_is_written(project: Project) -> None:
    funds = (
        "[{name: Quỹ, period: Năm 2024, people: 5, source: s1}, {name: Quỹ, period: năm 2024, people: 6, source: s1}, "
        "{name: Quỹ, period: 2015–2020, people: 1, source: s1}, {name: Quỹ, period: '2025', people: 8, source: s1}, "
        "{name: Quỹ, period: 2016–2021, people: 2, source: s1}]"
    )
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ mot", funds=funds))
    (branch,) = proof_of(project).library.branches
    told = [[(value.time, value.place, value.figure) for value in one.values] for one in trends_of(branch)]
    assert told == [
        [("Năm 2024", 2024, 5), ("2025", 2025, 8)],
        [("2015–2020", 2020, 1), ("2016–2021", 2021, 2)],
    ]


def test_a_roll_up_adds_parts_that_may_be_shown(project: Project) -> None:
    write_committee(project)
    minorities = (
        "[{as_of: 2026-06, total: 60, minorities: [{group: Ví, count: 9}, {group: Dụ, count: %s}], source: s1}]"
    )
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ mot", parent="dang-bo", membership=minorities % 6))
    assert roll_up(proof_of(project).library.branches).minorities == Count(15, 1, "06/2026", "06/2026")
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ mot", parent="dang-bo", membership=minorities % 4))
    assert roll_up(proof_of(project).library.branches).minorities is None


def test_the_latest_admissions_are_compared_wherever_they_stand(project: Project) -> None:
    told = "[{period: năm 2025, admitted: 3, source: s1}, {period: 2015–2020, admitted: 45, source: s1}, {period: quý trước, admitted: 1, source: s1}]"
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ mot", admissions=told))
    project.write("docs/chi-bo/hai.md", branch_text("Chi bộ hai"))
    assert project.build().status == 0
    assert "3 người năm 2025" in words(project.root / "site/chi-bo/so-sanh/index.html")


def test_profiles_stand_side_by_side_with_their_dates(site: Path) -> None:
    told = words(site / "so-sanh/index.html")
    assert "Chi bộ mot Thôn, ấp, tổ dân phố 60 06/2026 –" in told
    assert "Chi bộ hai Thôn, ấp, tổ dân phố 40 06/2026 3 người năm 2025" in told
