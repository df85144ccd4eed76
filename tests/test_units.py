"""Units and their succession: old names stay, lead on, and are found by the new ones."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from conftest import ROOT, Project, article_text, branch_text, make_project, open_project
from test_library import proof_of

from newsroom.codes import Code
from newsroom.lineage import Lineage
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.search.records import article_record, unit_record
from newsroom.unit import Unit


def unit_text(name: str, level: str = "commune", **fields: str) -> str:
    """A valid synthetic unit."""
    front = {
        "name": f'"{name}"',
        "level": level,
        "summary": '"Đơn vị giả định dùng trong kiểm thử, không nói về nơi nào có thật."',
        "sources": '[{id: s1, name: "Báo cáo giả định"}]',
        **fields,
    }
    return "---\n" + "\n".join(f"{key}: {value}" for key, value in front.items() if value) + "\n---\n"


def ended(successors: str, manner: str = "merged", date: str = "2025-07-01") -> str:
    """The end of a unit."""
    return f"{{date: {date}, manner: {manner}, successors: [{successors}], basis: Nghị quyết thử, source: s1}}"


def write_world(project: Project) -> None:
    """A commune that became another, whose district went and whose province was renamed before."""
    units = {
        "xa-cu": unit_text("xã Cũ", within="[{unit: huyen-cu, to: 2025-07-01}]", ended=ended("xa-moi")),
        "xa-moi": unit_text("xã Mới", within="[{unit: tinh-sau, from: 2025-07-01}]", founded="2025-07-01"),
        "huyen-cu": unit_text("huyện Cũ", "district", ended=ended("tinh-sau", "dissolved")),
        "tinh-truoc": unit_text("tỉnh Trước", "province", ended=ended("tinh-giua", "renamed", "2000-01-01")),
        "tinh-giua": unit_text("tỉnh Giữa", "province", ended=ended("tinh-sau")),
        "tinh-sau": unit_text("tỉnh Sau", "province"),
    }
    for slug, text in units.items():
        project.write(f"docs/don-vi/{slug}.md", text)


def lineage_of(project: Project) -> Lineage:
    """The units of a project without problems."""
    proof = proof_of(project)
    assert proof.problems == ()
    return proof.library.entities.lineage


@pytest.mark.parametrize(
    ("slug", "phrase"),
    [
        ("xa-cu", "nay là xã Mới, tỉnh Sau"),
        ("huyen-cu", "nay thuộc tỉnh Sau"),
        ("tinh-truoc", "nay là tỉnh Sau"),
        ("xa-moi", ""),
    ],
)
def test_a_unit_is_told_by_what_stands_there_today(project: Project, slug: str, phrase: str) -> None:
    write_world(project)
    lineage = lineage_of(project)
    assert lineage.today_phrase(lineage.by_slug[slug]) == phrase


TODAY = {
    "split": (("renamed", "commune"), ["xa-nam", "xa-tay"], "nay là xã Nam và xã Tây, tỉnh Sau"),
    "in three": (("renamed", "commune"), ["xa-nam", "xa-tay", "xa-kia"], "nay là xã Nam, xã Tây, xã Kia, tỉnh Sau"),
    "in two provinces": (("renamed", "commune"), ["xa-nam", "xa-bac"], "nay là xã Nam và xã Bắc"),
    "dissolved": (("dissolved", "commune"), ["xa-nam"], "nay thuộc xã Nam, tỉnh Sau"),
    "into what is higher": (("merged", "village"), ["xa-nam"], "nay thuộc xã Nam, tỉnh Sau"),
}


@pytest.mark.parametrize(("end", "successors", "phrase"), TODAY.values(), ids=TODAY)
def test_heirs_are_told_with_the_place_they_share_and_by_how_they_came(
    project: Project, end: tuple[str, str], successors: list[str], phrase: str
) -> None:
    moved = "[{unit: tinh-dau, to: 2000}, {unit: tinh-sau, from: 2000}, {unit: tinh-sau, from: 2010}]"
    for slug, name in {"nam": "Nam", "tay": "Tây", "kia": "Kia"}.items():
        project.write(f"docs/don-vi/xa-{slug}.md", unit_text(f"xã {name}", within=moved))
    project.write("docs/don-vi/xa-bac.md", unit_text("xã Bắc", within="[{unit: tinh-dau}]"))
    for slug, name in {"dau": "Đầu", "sau": "Sau", "du": "Dự"}.items():
        project.write(f"docs/don-vi/tinh-{slug}.md", unit_text(f"tỉnh {name}", "province"))
    manner, level = end
    project.write("docs/don-vi/noi-cu.md", unit_text("nơi Cũ", level, ended=ended(", ".join(successors), manner)))
    lineage = lineage_of(project)
    assert lineage.today_phrase(lineage.by_slug["noi-cu"]) == phrase
    assert [unit.name for unit in lineage.units[:3]] == ["nơi Cũ", "tỉnh Dự", "tỉnh Đầu"]
    inside = [unit.name for unit in lineage.inside(lineage.by_slug["tinh-sau"])]
    assert inside == ["xã Kia", "xã Nam", "xã Tây"], "each once, in the order of the alphabet"


def test_predecessors_are_computed_and_names_run_both_ways(project: Project) -> None:
    write_world(project)
    lineage = lineage_of(project)
    before = lineage.predecessors_of(lineage.by_slug["tinh-sau"])
    assert [unit.slug for unit in before] == ["huyen-cu", "tinh-giua"]
    assert "tỉnh Trước" in lineage.other_names(lineage.by_slug["tinh-sau"])
    assert "tỉnh Sau" in lineage.other_names(lineage.by_slug["tinh-truoc"])


def test_an_end_in_the_future_has_not_come(project: Project) -> None:
    project.write("docs/don-vi/xa-mai-sau.md", unit_text("xã Mai Sau", ended=ended("xa-kia", date="2027-01-01")))
    project.write("docs/don-vi/xa-kia.md", unit_text("xã Kia"))
    lineage = lineage_of(project)
    assert lineage.today_phrase(lineage.by_slug["xa-mai-sau"]) == ""


def test_names_that_differ_in_their_tones_only_are_two_units_with_codes(project: Project) -> None:
    old = unit_text("xã Hùng Hòa", code="'00001'", ended=ended("xa-hung-hoa-00002"))
    project.write("docs/don-vi/xa-hung-hoa-00001.md", old)
    project.write("docs/don-vi/xa-hung-hoa-00002.md", unit_text("xã Hùng Hoà", code="'00002'"))
    lineage = lineage_of(project)
    today = dt.date(2026, 1, 1)
    found = [lineage.named(name, today) for name in ("xã Hùng Hòa", "Xã Hùng Hoà", "xa-hung-hoa-00001")]
    assert [unit.slug for unit in found if unit] == [
        "xa-hung-hoa-00001",
        "xa-hung-hoa-00002",
        "xa-hung-hoa-00001",
    ]


def test_a_name_of_two_is_the_one_that_bore_it_on_the_day(project: Project) -> None:
    before = unit_text("tỉnh Đôi", "province", code="'01'", ended=ended("tinh-doi-02"))
    project.write("docs/don-vi/tinh-doi-01.md", before)
    project.write("docs/don-vi/tinh-doi-02.md", unit_text("tỉnh Đôi", "province", code="'02'", founded="2025-07-01"))
    lineage = lineage_of(project)

    def slug(day: dt.date) -> str | None:
        unit = lineage.named("tỉnh Đôi", day)
        return unit.slug if unit else None

    assert slug(dt.date(2025, 6, 30)) == "tinh-doi-01"
    assert slug(dt.date(2025, 7, 1)) == "tinh-doi-02"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ended": ended("khong-co")}, Code.UNKNOWN_UNIT),
        ({"within": "[{unit: khong-co}]"}, Code.UNKNOWN_UNIT),
        ({"ended": ended("xa-nay")}, Code.SUCCESSION_CYCLE),
        ({"within": "[{unit: xa-nay}]"}, Code.SUCCESSION_CYCLE),
        ({"founded": "2026", "ended": ended("")}, Code.ORDER_OF_TIME),
        ({"within": "[{unit: xa-moi, from: 2026, to: 2025}]"}, Code.ORDER_OF_TIME),
        ({"ended": ended("xa-moi", date="2025-06-30")}, Code.ORDER_OF_TIME),
        ({"ended": ended("xa-moi").replace("s1", "s9")}, Code.UNKNOWN_SOURCE),
        ({"sources": "[{id: s1, name: X, article: ../tin-tuc/khong-co.md}]"}, Code.BROKEN_LINK),
        ({"code": "A1"}, Code.BAD_FORM),
    ],
)
def test_what_cannot_be_is_reported(project: Project, fields: dict[str, str], code: Code) -> None:
    project.write("docs/don-vi/xa-moi.md", unit_text("xã Mới", founded="2025-07-01"))
    project.write("docs/don-vi/xa-nay.md", unit_text("xã Này", **fields))
    assert [problem.code for problem in proof_of(project).problems] == [code]


def test_a_unit_may_be_older_than_the_party(project: Project) -> None:
    project.write("docs/don-vi/tinh-mau.md", unit_text("tỉnh Mẫu", "province", founded="1831-10"))
    assert proof_of(project).problems == ()
    project.write("docs/don-vi/tinh-mau.md", unit_text("tỉnh Mẫu", "province", founded="0831"))
    (problem,) = proof_of(project).problems
    assert problem.code is Code.BAD_DATE
    assert "quá xa" in problem.message


def test_a_cycle_through_two_is_reported_at_both(project: Project) -> None:
    project.write("docs/don-vi/xa-mot.md", unit_text("xã Một", ended=ended("xa-hai")))
    project.write("docs/don-vi/xa-hai.md", unit_text("xã Hai", ended=ended("xa-mot")))
    assert [problem.code for problem in proof_of(project).problems] == [Code.SUCCESSION_CYCLE] * 2


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Project:
    """A built site with an article and a profile of the old commune."""
    project = open_project(tmp_path_factory.mktemp("units") / "project", opened_theme)
    write_world(project)
    body = "Chuyện ở xã Cũ, huyện Cũ. Dân xã Cũ kể.\n"
    named = article_text(places="['xã Cũ, huyện Cũ']", date="2024-01-15 08:00", body=body)
    project.write("docs/tin-tuc/2024/01/chuyen-xa-cu.md", named)
    project.write("docs/tin-tuc/2026/01/bai-khac.md", article_text("Chuyện ở nơi khác của tháng này"))
    project.write("docs/chi-bo/chi-bo-xa-cu.md", branch_text(place="{name: xã Cũ, unit: xa-cu}"))
    run = project.build()
    assert run.status == 0, run.err
    return project


def page(project: Project, path: str) -> str:
    """The main part of a built page, tags and all."""
    html = (project.root / "site" / path / "index.html").read_text(encoding="utf-8")
    return html.partition("<main")[2].partition("</main>")[0]


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_an_article_keeps_the_old_name_and_says_once_what_it_is_today(built: Project) -> None:
    html = page(built, "tin-tuc/2024/01/chuyen-xa-cu")
    assert "Chuyện ở xã Cũ, huyện Cũ (nay là xã Mới, tỉnh Sau). Dân xã Cũ kể." in re.sub(
        r"</?(?:span|a)\b[^>]*>", "", html
    )
    assert '<a href="../../../../don-vi/xa-cu/">xã Cũ</a>, <a href="../../../../don-vi/huyen-cu/">huyện Cũ</a>' in html


def test_the_page_of_an_abolished_unit_says_so_and_leads_on(built: Project) -> None:
    html = page(built, "don-vi/xa-cu")
    notice = html.partition("nr-succession")[2].partition("</aside>")[0]
    assert "Không còn từ 01/07/2025" in text(notice)
    assert '<a href="../../don-vi/xa-moi/">xã Mới</a>' in notice
    assert "Căn cứ: Nghị quyết thử." in text(notice)
    assert "chuyen-xa-cu" in html
    assert "chi-bo-xa-cu" in html


def test_a_living_unit_tells_what_it_came_from_and_has_no_notice(built: Project) -> None:
    html = page(built, "don-vi/xa-moi")
    assert "nr-succession" not in html
    assert "Nhận địa bàn của xã Cũ" in text(html)


def test_a_profile_says_what_its_place_is_today(built: Project) -> None:
    assert "xã Cũ (nay là xã Mới, tỉnh Sau)" in text(page(built, "chi-bo/chi-bo-xa-cu")).replace("( ", "(")


def test_search_knows_an_article_by_the_new_name_and_a_new_unit_by_the_old(project: Project) -> None:
    write_world(project)
    old = article_text(places="[xã Cũ]", date="2024-01-15 08:00", body="Đoạn văn.\n")
    project.write("docs/tin-tuc/2024/01/bai.md", old)
    proof = proof_of(project)
    assert proof.problems == ()
    templates = make_environment(ROOT / "overrides/newsroom")
    edition = Edition(
        proof.library, proof.citations, proof.names, proof.entries, proof.ledger, templates, proof.attachments
    )
    (card,) = edition.library.cards
    assert "xã Mới" in article_record(edition, card).fields().names
    new = edition.library.entities.lineage.by_slug["xa-moi"]
    assert "xã Cũ" in unit_record(edition, new).fields().names


def test_a_change_of_one_unit_redraws_the_pages_that_name_it_alone(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    write_world(project)
    project.write("docs/tin-tuc/2024/01/bai-a.md", article_text(places="[xã Cũ]", date="2024-01-15 08:00"))
    project.write("docs/tin-tuc/2026/01/bai-b.md", article_text("Một bài không nhắc nơi nào cả"))
    assert project.build().status == 0
    pages = {file: file.stat().st_ino for file in (project.root / "site").rglob("index.html")}
    project.write(
        "docs/don-vi/xa-moi.md",
        unit_text("xã Mới Tinh", within="[{unit: tinh-sau, from: 2025-07-01}]", founded="2025-07-01"),
    )
    assert project.build().status == 0
    written = {
        file.parent.relative_to(project.root / "site").as_posix()
        for file, inode in pages.items()
        if file.stat().st_ino != inode
    }
    units = {f"don-vi/{slug}" for slug in ("xa-cu", "xa-moi", "huyen-cu", "tinh-sau")}
    assert written == {"don-vi", *units, "tin-tuc/2024/01/bai-a"}


def test_a_unit_knows_its_address(project: Project) -> None:
    project.write("docs/don-vi/xa-mau.md", unit_text("xã Mẫu"))
    (unit,) = proof_of(project).library.entities.lineage.units
    assert isinstance(unit, Unit)
    assert unit.url == "don-vi/xa-mau/"
