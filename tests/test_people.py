"""People: public roles gathered from profiles, and the articles that name them – nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text, open_project
from test_library import proof_of

from newsroom.codes import Code
from newsroom.people import Person

SECRETARY = "[{name: Người Bí Thư, role: secretary, as_of: %s, source: s1}]"


def people_of(project: Project) -> tuple[Person, ...]:
    """Everybody with a role."""
    return proof_of(project).library.entities.roster.people


def test_roles_of_one_line_are_one_person_the_latest_first(project: Project) -> None:
    project.write("docs/chi-bo/dang-bo-xa.md", branch_text("Đảng bộ xã Mẫu", committee=SECRETARY % "2024"))
    project.write(
        "docs/chi-bo/chi-bo-thon.md", branch_text(parent="dang-bo-xa", committee=SECRETARY % "2020-05", officials="")
    )
    (person,) = people_of(project)
    assert person.url == "nhan-su/nguoi-bi-thu/"
    assert [(role.branch.slug, str(role.as_of)) for role in person.roles] == [
        ("dang-bo-xa", "2024"),
        ("chi-bo-thon", "05/2020"),
    ]
    assert proof_of(project).problems == ()


def test_a_role_is_called_by_what_leads_the_body(project: Project) -> None:
    held = "[{name: Người A, role: %s, as_of: 2024, source: s1}]"
    for slug, name, level, role in (
        ("chi-bo", "Chi bộ Một", "grassroots_branch", "deputy_secretary"),
        ("dang-bo", "Đảng bộ Hai", "grassroots_committee", "deputy_secretary"),
        ("bo-phan", "Đảng bộ Ba", "section_committee", "member"),
        ("truc-thuoc", "Chi bộ Bốn", "subordinate_branch", "member"),
    ):
        project.write(f"docs/chi-bo/{slug}.md", branch_text(name, level=level, committee=held % role, officials=""))
    (person,) = people_of(project)
    assert {role.branch.slug: role.title for role in person.roles} == {
        "chi-bo": "Phó Bí thư",
        "dang-bo": "Phó Bí thư Đảng ủy",
        "bo-phan": "Đảng ủy viên",
        "truc-thuoc": "Chi ủy viên",
    }


def test_a_name_at_two_bodies_is_asked_about_until_it_is_told_apart(project: Project) -> None:
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ Một", committee=SECRETARY % "2024"))
    project.write("docs/chi-bo/hai.md", branch_text("Chi bộ Hai", committee=SECRETARY % "2024"))
    assert [problem.code for problem in proof_of(project).problems] == [Code.SAME_PERSON_NAME]
    told = "[{name: Người Bí Thư, person: nguoi-bi-thu-hai, role: secretary, as_of: 2024, source: s1}]"
    for slug, name in {"mot": "Chi bộ Một", "hai": "Chi bộ Hai"}.items():
        project.write(f"docs/chi-bo/{slug}.md", branch_text(name, committee=told))
    assert proof_of(project).problems == (), "one person, who is at both"
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ Một", committee=SECRETARY % "2024"))
    project.write("docs/chi-bo/hai.md", branch_text("Chi bộ Hai", committee=told))
    assert proof_of(project).problems == ()
    assert [person.slug for person in people_of(project)] == ["nguoi-bi-thu", "nguoi-bi-thu-hai"]
    roster = proof_of(project).library.entities.roster
    assert roster.named("nguoi-bi-thu-hai") is roster.people[1]


def test_who_left_before_coming_is_reported(project: Project) -> None:
    held = "[{name: Người Khác, title: Trưởng ban, as_of: 2024, from: 2024, to: 2023, source: s1}]"
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ Một", officials=held))
    assert [problem.code for problem in proof_of(project).problems] == [Code.ORDER_OF_TIME]


SIGNED = (
    "---\nkind: resolution\nnumber: %s-NQ/ĐU\ndate: 2020-01-02\nissuer: %s\nsigner: {name: Người Khác, role: Bí thư}\n"
    'summary: "Văn bản giả định dùng trong kiểm thử."\nsources: [{name: Bản in}]\n---\nChữ.\n'
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    """A built site with a secretary, an official, and an article that names both and a person without a role."""
    project = open_project(tmp_path_factory.mktemp("people") / "project", opened_theme)
    officials = "[{name: Người Khác, title: Trưởng ban thử, as_of: 2024, from: 2023, source: s1}]"
    project.write("docs/chi-bo/mot.md", branch_text("Chi bộ Một", committee=SECRETARY % "2024", officials=officials))
    people = "[Người Bí Thư, Người Khác, Người Thường]"
    project.write("docs/tin-tuc/2026/01/bai.md", article_text(people=people))
    project.write("docs/van-ban/mot.md", SIGNED % (1, "Chi bộ Một"))
    project.write("docs/van-ban/hai.md", SIGNED % (2, "Chi bộ nơi khác"))
    run = project.build()
    assert run.status == 0, run.err
    return project.root / "site"


def main_of(site: Path, path: str) -> str:
    """The main part of a built page."""
    html = (site / path / "index.html").read_text(encoding="utf-8")
    return html.partition("<main")[2].partition("</main>")[0]


def test_a_page_tells_roles_with_time_source_and_articles(site: Path) -> None:
    html = main_of(site, "nhan-su/nguoi-khac")
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "Từ 2023" in words
    assert "Trưởng ban thử – Chi bộ Một" in words
    assert "Nguồn: Báo cáo giả định" in words
    assert "tin-tuc/2026/01/bai/" in html


def test_only_who_holds_a_role_has_a_page(site: Path) -> None:
    pages = sorted(folder.name for folder in (site / "nhan-su").iterdir() if folder.is_dir())
    assert pages == ["nguoi-bi-thu", "nguoi-khac"]
    html = main_of(site, "tin-tuc/2026/01/bai")
    assert '<li><a href="../../../../nhan-su/nguoi-bi-thu/">Người Bí Thư</a></li>' in html
    assert "<li>Người Thường</li>" in html


def test_a_signer_is_known_by_the_body_that_issued_the_document(site: Path) -> None:
    html = main_of(site, "nhan-su/nguoi-khac")
    assert 'van-ban/mot/">Nghị quyết số 1-NQ/ĐU' in html
    assert "van-ban/hai/" not in html
    assert '<a href="../../nhan-su/nguoi-khac/">Người Khác</a>, Bí thư' in main_of(site, "van-ban/mot")
    assert "<dd>Người Khác, Bí thư" in main_of(site, "van-ban/hai")


def test_a_profile_leads_to_its_people(site: Path) -> None:
    assert '<a href="../../nhan-su/nguoi-bi-thu/">Người Bí Thư</a>' in main_of(site, "chi-bo/mot")
