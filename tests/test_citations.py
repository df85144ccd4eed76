"""Citations found in running text, and what the register makes of them."""

from __future__ import annotations

import pytest
from conftest import Project, article_text
from test_library import proof_of

from newsroom.mentions import Citation, Link, find_citations, free_texts, may_cite, parse_citation, weave
from newsroom_bench.citation_labels import CITATIONS, citations_in
from newsroom_bench.labels import Label, read_labels, score

FORMS = {
    "thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của": ("resolution", "25-NQ/TW", "2013-06-03"),
    "Nghị quyết số 22-NQ/TW, ngày 02 tháng 02 năm 2008": ("resolution", "22-NQ/TW", "2008-02-02"),
    "theo Chỉ thị 05 – CT / TW về": ("directive", "5-CT/TW", ""),
    "Nghị quyết 08-NQ/TƯ về": ("resolution", "8-NQ/TW", ""),
    "hai quy định: số 2766-QĐ/HU ngày 17/5/2019": ("", "2766-QĐ/HU", "2019-05-17"),
    "Qui định 366-QĐ/TW": ("regulation", "366-QĐ/TW", ""),
    "Luật số 91/2025/QH15": ("law", "91/2025/QH15", ""),
    "Nghị định 356/2025/NĐ-CP": ("decree", "356/2025/NĐ-CP", ""),
    "Nghị định 63/2016/NÐ-CP": ("decree", "63/2016/NĐ-CP", ""),
    "Quyết định số 34/2018/QD-TTg": ("decision", "34/2018/QĐ-TTG", ""),
    "Nghị định 86/2014 về": ("decree", "86/2014", ""),
    "Công văn số 5245/UBND-NC": ("letter", "5245/UBND-NC", ""),
    "Nghị quyết 25-NQ/TW của Ban Chấp hành Trung ương ngày 03/6/2013": ("resolution", "25-NQ/TW", "2013-06-03"),
    "12-HD/BTCTW (17/5/2012)": ("guidance", "12-HD/BTCTW", "2012-05-17"),
    "Nghị quyết Trung ương 4 khoá XII": ("resolution", "TW4/XII", ""),
    "NQTW4 khóa 12": ("resolution", "TW4/XII", ""),
    "Quy định 366 nêu": ("regulation", "366", ""),
}

PLAIN = [
    "quyết định 5 triệu đồng",
    "kế hoạch 5 năm",
    "Nghị quyết 2 năm qua",
    "kỷ luật số 19 cán bộ",
    "lúc 24/7, ngày 20/6/2024",
    "tàu Đề án 1164 của nước ngoài",
    "nhà CT 3 khu đô thị",
    "Chương trình 135 hộ",
]


@pytest.mark.parametrize("text", FORMS)
def test_a_document_is_recognised_in_each_form_in_which_it_is_cited(text: str) -> None:
    assert [cited.citation[:3] for cited in find_citations(text)] == [FORMS[text]]


@pytest.mark.parametrize("text", PLAIN)
def test_what_counts_things_is_no_citation(text: str) -> None:
    assert find_citations(text) == []


def test_a_citation_tells_where_it_stands() -> None:
    text = "Theo (Nghị định 122, ban hành ngày 13/11/2017) và Chỉ thị số 05 của Bộ Chính trị."
    assert [text[cited.start : cited.end] for cited in find_citations(text)] == [
        "Nghị định 122, ban hành ngày 13/11/2017",
        "Chỉ thị số 05",
    ]
    assert find_citations(text)[1].citation.office == "TW"


def test_a_citation_of_its_own_is_read_even_without_a_known_form() -> None:
    assert parse_citation("Số lạ 7") == Citation("", "SỐLẠ7")
    assert parse_citation("12-HD/BTCTW ngày 06/7/2018").day == "2018-07-06"


def test_links_stay_out_of_links_headings_and_code() -> None:
    html = "<h2>A</h2><h3><a href='x'>A</a> A</h3><p>A <a href='x'>A</a> <code>A</code> <em>A</em></p>"
    assert "".join(html[start:end] for start, end in free_texts(html)).split() == ["A", "A"]
    woven = weave(
        html,
        lambda text: [Link(place, place + 1, "u/") for place in range(len(text)) if text[place] == "A"],
        "../",
        "k",
    )
    assert woven.count('<a class="k" href="../u/">A</a>') == 2
    assert woven.startswith("<h2>A</h2>")


def document(number: str, day: str, kind: str = "regulation", more: str = "") -> str:
    return (
        f"---\nkind: {kind}\nnumber: {number}\ndate: {day}\nissuer: Bộ Ví Dụ\n{more}"
        'summary: "Văn bản giả định dùng trong kiểm thử."\nsources: [{name: Bản in}]\n---\nChữ.\n'
    )


def test_the_register_tells_which_document_is_meant(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("12-HD/VD", "2012-05-17", "guidance"))
    project.write("docs/van-ban/hai.md", document("12-HD/VD", "2018-07-06", "guidance"))
    project.write("docs/van-ban/ba.md", document("5-CT/TW", "2016-05-15", "directive"))
    texts = {
        "co-ngay": "Hướng dẫn 12-HD/VD ngày 06/7/2018, rồi 12-HD/VD nói thêm.",
        "cua-trung-uong": "Chỉ thị số 05 của Bộ Chính trị.",
        "cua-tinh": "Chỉ thị số 05 của tỉnh.",
    }
    for slug, body in texts.items():
        project.write(f"docs/tin-tuc/2026/01/{slug}.md", article_text(body=body))
    proof = proof_of(project)
    cited = {slug: [of.slug for of in proof.citations.of(f"tin-tuc/2026/01/{slug}.md")] for slug in texts}
    assert cited == {"co-ngay": ["hai"], "cua-trung-uong": ["ba"], "cua-tinh": []}
    assert [str(problem) for problem in proof.problems] == []
    assert [card.slug for card in proof.citations.articles["hai"]] == ["co-ngay"]


@pytest.mark.parametrize("named", ["1-QĐ/VD", "mot"])
def test_a_document_replaces_another_by_its_number_or_its_slug(named: str, project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("1-QĐ/VD", "2020-01-31"))
    project.write("docs/van-ban/hai.md", document("2-QĐ/VD", "2021-01-31", more=f'replaces: ["{named}"]\n'))
    register = proof_of(project).library.register
    older, newer = sorted(register.documents, key=lambda one: one.day)
    assert register.named(newer, "replaces") == ((named, older),)
    assert register.naming(older, "replaces") == (newer,)


def test_a_citation_that_shows_only_in_print_counts(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("1-QĐ/VD", "2020-01-31"))
    project.write("docs/tin-tuc/2026/01/bai.md", article_text(body="Theo Quy định 1-**QĐ**/VD.\n"))
    assert [of.slug for of in proof_of(project).citations.of("tin-tuc/2026/01/bai.md")] == ["mot"]


def test_a_missing_number_is_told_where_it_first_stands_and_not_as_code_shows_it(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("1-QĐ/VD", "2020-01-31"))
    body = "Mã `8-QĐ/VD` hai.\n\n```\n7-QĐ/VD\n```\n\nMã `x` của Quy định 9-QĐ/VD.\n\nQuy định 9-QĐ/VD.\n"
    text = article_text(body=body)
    project.write("docs/tin-tuc/2026/01/bai.md", text)
    (problem,) = proof_of(project).problems
    before = text[: text.index("Quy định 9")]
    assert (problem.line, problem.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_a_document_does_not_cite_itself(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("1-QĐ/VD", "2020-01-31"))
    body = "Quy định 2-QĐ/VD thay Quy định 1-QĐ/VD.\n"
    project.write("docs/van-ban/hai.md", document("2-QĐ/VD", "2021-01-31").replace("Chữ.\n", body))
    citations = proof_of(project).citations
    assert [of.slug for of in citations.of("van-ban/hai.md")] == ["mot"]
    assert [link.url for link in citations.links("van-ban/hai.md", body)] == ["van-ban/mot/"]


def test_a_citation_that_is_cut_leads_where_its_number_can_only_lead(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("12-HD/VD", "2012-05-17", "guidance"))
    project.write("docs/van-ban/hai.md", document("12-HD/VD", "2018-07-06", "guidance"))
    told = {"mot": "ngày 17/5/2012", "ca-hai": "ngày 17/5/2012 và 12-HD/VD ngày 06/7/2018"}
    for slug, days in told.items():
        project.write(f"docs/tin-tuc/2026/01/{slug}.md", article_text(body=f"Hướng dẫn 12-HD/VD {days}.\n"))
    citations = proof_of(project).citations
    led = {slug: [link.url for link in citations.links(f"tin-tuc/2026/01/{slug}.md", "12-HD/VD")] for slug in told}
    assert led == {"mot": ["van-ban/mot/"], "ca-hai": []}


@pytest.mark.parametrize(
    ("number", "day", "kind", "told"),
    [
        ("1-NQ/VD", "2020-01-31", "directive", ["van-ban-lech", "của Nghị quyết"]),
        ("91/2025/QH15", "2026-01-31", "law", ["van-ban-lech", "của năm 2025"]),
        ("Nghị quyết số 1-NQ/VD", "2020-01-31", "resolution", ["sai-dang", "viện dẫn: 1-NQ/VD"]),
        ("1-QĐ/VD", "2020-01-31", "decision", []),
        ("1-QĐ/VD", "2020-01-31", "regulation", []),
        ("91/2025/QH15", "2025-12-31", "law", []),
        ("Trung ương 4 khóa XII", "2016-10-30", "resolution", []),
        ("07/UBND-VP", "2020-01-31", "letter", []),
    ],
)
def test_a_number_tells_the_kind_and_year_declared(
    project: Project, number: str, day: str, kind: str, told: list[str]
) -> None:
    project.write("docs/van-ban/mot.md", document(number, day, kind))
    assert [word for problem in proof_of(project).problems for word in (problem.code.value, *told[1:])] == told
    assert all(told[-1] in str(problem) for problem in proof_of(project).problems)


@pytest.mark.parametrize(("degree", "codes"), [("Mật", ["van-ban-mat"]), ("Không mật", []), ("none", [])])
def test_of_a_secret_document_not_even_the_name_may_stand(project: Project, degree: str, codes: list[str]) -> None:
    project.write("docs/van-ban/mot.md", document("1-QĐ/VD", "2020-01-31", more=f"secrecy: {degree}\n"))
    assert [problem.code.value for problem in proof_of(project).problems] == codes
    assert all("xóa tệp này" in problem.cure for problem in proof_of(project).problems)


def test_a_missing_number_is_told_once_with_the_nearest_known_one(project: Project) -> None:
    project.write("docs/van-ban/mot.md", document("366-QĐ/TW", "2025-08-30"))
    for slug, day in {"a": "2026-01-15", "b": "2026-01-16", "c": "2026-01-14"}.items():
        text = article_text(body="Theo Quy định 336-QĐ/TW.", date=f"{day} 08:00")
        project.write(f"docs/tin-tuc/2026/01/{slug}.md", text)
    (problem,) = proof_of(project).problems
    assert (problem.code.value, problem.path) == ("van-ban-la", "docs/tin-tuc/2026/01/b.md"), "where it was cited last"
    assert "có phải 366-QĐ/TW?" in problem.cure
    for slug in ("a", "b", "c"):
        project.write(f"docs/tin-tuc/2026/01/{slug}.md", article_text(body="Theo Quy định 7-QĐ/TW."))
    (problem,) = proof_of(project).problems
    assert "có phải" not in problem.cure, "nothing known is near"


def test_the_labelled_set_is_large_and_held_against_texts() -> None:
    labels = read_labels(CITATIONS)
    assert len(labels) >= 300
    assert len({(label.article, label.start) for label in labels}) == len(labels)
    known = [Label("a", 5, 21, ("resolution", "25-NQ/TW", "")), Label("a", 40, 50, ("decree", "1/2020/NĐ-CP", ""))]
    texts = {"a": "Theo Nghị quyết 25-NQ/TW, và Chỉ thị 9-CT/TW thì thôi không nói nữa."}
    found = score(known, citations_in(texts), texts)
    assert (found.labels, found.met, found.found, found.right) == (2, 1, 2, 1)
    assert (found.recall, found.precision) == (0.5, 0.5)


@pytest.mark.parametrize("text", FORMS)
def test_what_cites_is_looked_at(text: str) -> None:
    assert may_cite(["Chi bộ họp", text, "ngày 5"])
    assert may_cite([text.replace("Đ", "Ð")])


def test_days_and_sums_cite_nothing() -> None:
    assert not may_cite(["Họp ngày 25 tháng 10 năm 2022, có 12 người, góp 1.250 đồng; 5/6 tổ, 2015-2020."])
