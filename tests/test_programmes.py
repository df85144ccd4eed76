"""Programmes: frameworks and targets are data; models run from registration to recognition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text, make_project, open_project
from test_library import proof_of

from newsroom.branch import RegisteredModel
from newsroom.charts import Bar, Goalpost, percent_chart, target_chart
from newsroom.codes import Code
from newsroom.progress import by_year, models_of, series_of, told_of
from newsroom.vocabulary import Bound, ModelState

FRAMEWORK = "{id: khung, name: Khung thử, threshold: 80, groups: [{name: Nhóm, points: 100}], source: s1}"


def programme_text(name: str = "Phong trào thử", **fields: str) -> str:
    """A valid synthetic programme."""
    front = {
        "name": f'"{name}"',
        "summary": '"Phong trào giả định dùng trong kiểm thử, không nói về phong trào nào có thật, đủ dài để qua mức."',
        "sources": '[{id: s1, name: "Kế hoạch giả định"}]',
        **fields,
    }
    return "---\n" + "\n".join(f"{key}: {value}" for key, value in front.items()) + "\n---\nGiới thiệu.\n"


def models(*told: str) -> str:
    """Models of a profile."""
    return "[" + ", ".join(f"{{programme: phong-trao, source: s1, {one}}}" for one in told) + "]"


@pytest.mark.parametrize(
    ("model", "code"),
    [
        ("name: A, field: kinh-te", None),
        ("name: A, field: van-hoa", Code.UNKNOWN_FRAMEWORK),
        ("name: A, framework: khac", Code.UNKNOWN_FRAMEWORK),
        ("name: A, framework: khung, points: 79, recognised: 2025", Code.POINTS_MISMATCH),
        ("name: A, framework: khung, points: 80, recognised: 2025", None),
        ("name: A, framework: khung, points: 79, declined: 2025", None),
        ("name: A, framework: khung, points: 100", None),
        ("name: A, framework: khung, points: 101", Code.POINTS_MISMATCH),
        ("name: A, registered: 2025, appraised: 2024", Code.ORDER_OF_TIME),
        ("name: A, registered: 2024, appraised: 2024, recognised: 2025", None),
    ],
)
def test_a_model_keeps_to_its_programme(project: Project, model: str, code: Code | None) -> None:
    text = programme_text(fields="[{id: kinh-te, name: Kinh tế}]", frameworks=f"[{FRAMEWORK}]")
    project.write("docs/chuong-trinh/phong-trao.md", text)
    project.write("docs/chi-bo/mot.md", branch_text(models=models(model)))
    assert [problem.code for problem in proof_of(project).problems] == ([code] if code else [])


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("targets", "[{name: A, year: 2025, value: 10, result: 12, percent: 130, source: s1}]", Code.PERCENT_MISMATCH),
        ("targets", "[{name: A, year: 2025, value: 10, branch: khong-co, source: s1}]", Code.UNKNOWN_BRANCH),
        ("targets", "[{name: A, year: 2025, value: 10, source: s9}]", Code.UNKNOWN_SOURCE),
        ("frameworks", f"[{FRAMEWORK.replace('80', '101')}]", Code.POINTS_MISMATCH),
        (
            "frameworks",
            "[{id: k, name: Khung, groups: [{name: N, points: 9, criteria: [{name: a, points: 4}]}], source: s1}]",
            Code.SUM_MISMATCH,
        ),
    ],
)
def test_what_does_not_add_up_is_reported(project: Project, field: str, value: str, code: Code) -> None:
    project.write("docs/chuong-trinh/phong-trao.md", programme_text(**{field: value}))
    assert [problem.code for problem in proof_of(project).problems] == [code]


@pytest.mark.parametrize(
    "framework",
    [
        FRAMEWORK.replace("80", "100"),
        "{id: k, name: Khung, groups: [{name: N, points: 9, criteria: [{name: a, points: 4}, {name: b}]}], source: s1}",
    ],
    ids=["a threshold as high as all points", "criteria of which one tells no points"],
)
def test_what_may_well_add_up_is_no_problem(project: Project, framework: str) -> None:
    project.write("docs/chuong-trinh/phong-trao.md", programme_text(frameworks=f"[{framework}]"))
    assert proof_of(project).problems == ()


def test_an_unknown_programme_is_reported_where_programmes_have_pages(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai.md", article_text(programmes="[phong-trao-la]"))
    assert proof_of(project).problems == ()
    project.write("docs/chuong-trinh/phong-trao.md", programme_text())
    (problem,) = proof_of(project).problems
    assert problem.code is Code.UNKNOWN_PROGRAMME
    assert "“phong-trao”" in problem.cure
    project.write("docs/tin-tuc/2026/01/bai.md", article_text(programmes="[phong-trao-la]", status="approved"))
    assert [problem.code for problem in proof_of(project).problems] == [Code.UNKNOWN_PROGRAMME], "of what waits, too"
    project.write("docs/chuong-trinh/phong-trao-la.md", programme_text(lede="sai"))
    assert [problem.code for problem in proof_of(project).problems] == [Code.UNKNOWN_FIELD], "it is there, if broken"


def test_models_are_counted_by_year_and_step(project: Project) -> None:
    project.write("docs/chuong-trinh/phong-trao.md", programme_text())
    told = ("name: A, registered: 2024, recognised: 2025", "name: B, registered: 2024, declined: 2024", "name: C")
    project.write("docs/chi-bo/mot.md", branch_text(models=models(*told, "name: D, registered: 2025")))
    library = proof_of(project).library
    years = by_year(models_of("phong-trao", library.branches))
    rows = [(y.year, y.registered, y.appraised, y.recognised, y.declined) for y in years]
    assert rows == [("2024", 2, 2, 1, 1), ("2025", 1, None, None, None), ("", 1, None, None, None)]


def test_targets_of_one_name_are_a_series_by_year(project: Project) -> None:
    row = "{{name: {}, year: {}, value: 10, source: s1}}"
    rows = [row.format(*pair) for pair in (("A", 2026), ("B", 2025), ("A", 2025))]
    project.write("docs/chuong-trinh/phong-trao.md", programme_text(targets=f"[{', '.join(rows)}]"))
    (programme,) = proof_of(project).library.entities.programmes
    series = series_of(programme.targets)
    assert [(one.name, [target.year for target in one.targets]) for one in series] == [
        ("A", [2025, 2026]),
        ("B", [2025]),
    ]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> str:
    """The built page of a programme with a target met, one open, and a recognised model."""
    project = open_project(tmp_path_factory.mktemp("programmes") / "project", opened_theme)
    targets = (
        "[{name: Xóm sạch, year: 2025, value: 10, result: 12, unit: xóm, source: s1},"
        " {name: Xóm sạch, year: 2026, value: 15, bound: over, unit: xóm, source: s1}]"
    )
    text = programme_text(targets=targets, frameworks=f"[{FRAMEWORK}]", steps="[Đăng ký, Công nhận]")
    project.write("docs/chuong-trinh/phong-trao.md", text)
    project.write(
        "docs/chi-bo/mot.md",
        branch_text("Chi bộ Một", models=models("name: Ngõ sạch, registered: 2024, recognised: 2025")),
    )
    project.write("docs/tin-tuc/2026/01/bai.md", article_text(programmes="[phong-trao]"))
    run = project.build()
    assert run.status == 0, run.err
    return (project.root / "site/chuong-trinh/phong-trao/index.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_numbers_of_the_chart_stand_in_the_table(page: str) -> None:
    chart, _, rest = page.partition('<svg class="nr-chart"')[2].partition("</svg>")
    assert "Năm 2025: đề ra 10 xóm, kết quả 12 xóm; Năm 2026: đề ra trên 15 xóm, chưa có kết quả" in chart
    table = words(rest.partition("</table>")[0])
    assert "2025 s1 10 12 120%" in table
    assert "2026 s1 trên 15 chưa có –" in table


def test_a_programme_leads_to_branches_frameworks_and_articles(page: str) -> None:
    assert '<a href="../../chi-bo/mot/">Chi bộ Một</a>' in page
    assert "Công nhận từ 80 điểm" in page
    assert "tin-tuc/2026/01/bai/" in page
    assert "Công nhận 2025" in words(page)


def test_a_model_without_news_says_so(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    project.write("docs/chuong-trinh/phong-trao.md", programme_text())
    project.write("docs/chi-bo/mot.md", branch_text(models=models("name: Ngõ sạch, registered: 2024")))
    project.write("docs/chi-bo/hai.md", branch_text("Chi bộ Hai"))
    assert project.build().status == 0
    html = (project.root / "site/chuong-trinh/phong-trao/index.html").read_text(encoding="utf-8")
    assert "Đăng ký 2024 Thẩm định: chưa có tin Công nhận: chưa có tin" in words(html)
    assert "2024 1 – – –" in words(html)
    assert "nr-chart" not in html
    site = project.root / "site"
    assert "1 mô hình đăng ký, chưa có tin công nhận" in words((site / "chuong-trinh/index.html").read_text("utf-8"))
    assert "1 đăng ký, chưa có tin công nhận" in words((site / "chi-bo/so-sanh/index.html").read_text("utf-8"))
    rows = (site / "du-lieu/chuong-trinh.csv").read_text("utf-8-sig").splitlines()
    counts = [dict(zip(rows[0].split(","), row.split(","), strict=True)) for row in rows[1:]]
    assert [[*row.values()].count("0") for row in counts] == [0] * len(counts)


def test_none_is_said_where_all_were_judged_otherwise() -> None:
    told = [RegisteredModel(programme="p", name="A", source="s1", declined=2024)]
    assert told_of(told, ModelState.RECOGNISED) == 0
    assert told_of(told, ModelState.DECLINED) == 1
    told.append(RegisteredModel(programme="p", name="B", source="s1"))
    assert told_of(told, ModelState.RECOGNISED) is None


def width_of(chart: str) -> float:
    """That of the first bar."""
    return float(chart.partition("nr-chart__bar ")[2].partition('width="')[2].partition('"')[0])


def test_a_chart_of_percentages_reaches_to_a_hundred_and_says_the_bound() -> None:
    rows = [Goalpost("Năm 2025", 25, 25, Bound.OVER)]
    chart = target_chart(rows, "Kiểu mẫu", "%", "a")
    assert "đề ra trên 25%" in chart
    assert "nr-chart__bar--short" in chart
    assert width_of(target_chart(rows, "Kiểu mẫu", "hộ", "a")) == 4 * width_of(chart)
    assert target_chart([Goalpost("Năm 2025", 25, None)], "Kiểu mẫu", "%", "a") == ""


def test_a_caveat_is_marked_where_profiles_are_compared(project: Project) -> None:
    for slug, note in (("mot", ""), ("hai", ", note: Nguồn không nêu năm.")):
        counted = f"[{{as_of: 2026-06, total: 60, source: s1{note}}}]"
        project.write(f"docs/chi-bo/{slug}.md", branch_text(f"Chi bộ {slug}", membership=counted))
    assert project.build().status == 0
    html = (project.root / "site/chi-bo/so-sanh/index.html").read_text(encoding="utf-8")
    assert html.count('aria-label="có ghi chú trong hồ sơ">*</span>') == 1
    assert html.index("chi-bo/hai/") < html.index('aria-label="có ghi chú')


@pytest.mark.parametrize(("percent", "is_behind"), [(20, False), (91.63, True), (115, True)])
def test_the_line_of_the_target_crosses_no_number(percent: float, is_behind: bool) -> None:
    chart = percent_chart([Bar("Thu nhập", percent)], "Kết quả", "a")
    number, line = (
        float(chart.partition(f'{name}" {x}="')[2].partition('"')[0])
        for name, x in (("nr-chart__value", "x"), ("nr-chart__target", "x1"))
    )
    assert (number > line) is is_behind
    assert is_behind or number + 40 < line
