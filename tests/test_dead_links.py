"""Links and pictures that lead nowhere: each kind of slip has its own cure, and who follows it is rid of the problem."""

from __future__ import annotations

import pytest
from conftest import MINIMAL_CONFIG, Project, article_text, branch_text
from test_library import BROKEN, PICTURE, page_text, proof_of

from newsroom.codes import Code
from newsroom.problem import Problem

X = "docs/tin-tuc/2026/01/x.md"
BRANCH = "../../../chi-bo/chi-bo-thon-an-cu.md"
RELATION = ' rel="noopener"'
ALT = "![Cây đa đầu làng]"


def told(project: Project, body: str) -> list[Problem]:
    """What is wrong with an article of this body."""
    project.write(X, article_text(body=f"{body}\n"))
    project.write("docs/tin-tuc/2026/01/bai-mau.md", article_text())
    project.write(
        "docs/tin-tuc/2027/01/hen-gio.md", article_text(title="Chi bộ hẹn giờ đăng một tin", date="2027-01-01 08:00")
    )
    project.write("docs/tin-tuc/2026/01/tot_1.jpg", PICTURE)
    project.write("docs/tin-tuc/2026/01/bang.csv", "a,b\n")
    project.write("docs/chi-bo/chi-bo-thon-an-cu.md", branch_text())
    project.write("docs/gioi-thieu/index.md", page_text())
    return [problem for problem in proof_of(project).problems if problem.path == X]


def test_what_is_meant_is_told_by_its_own_folder_first_and_though_it_cannot_be_read(project: Project) -> None:
    project.write("docs/an/bai-mau.md", page_text())
    project.write("docs/tin-tuc/2026/01/dang-hong.md", BROKEN)
    for typed, meant in {"Bai-Mau.md": "bai-mau.md", "dang-hongg.md": "dang-hong.md"}.items():
        assert [problem.cure for problem in told(project, f"[x]({typed})")] == [f"có phải “{meant}”?"]


def test_a_file_outside_of_the_documents_is_told_as_such(project: Project) -> None:
    (problem,) = told(project, "[x](../../../../bang.csv)")
    assert problem.message == "“../../../../bang.csv” dẫn ra ngoài docs/"


def test_a_picture_is_the_words_of_its_link_and_an_entity_is_none(project: Project) -> None:
    assert told(project, f"[{ALT}(tot_1.jpg)](bai-mau.md)") == []
    assert [problem.message for problem in told(project, "[&nbsp;](https://bao.example/)")] == [
        "liên kết tới “https://bao.example/” không có chữ"
    ]


CURED = {
    "[x](https://thu.example/tin-tuc/2026/01/bai-mauu/)": (Code.BROKEN_LINK, "[x](bai-mau.md)"),
    f"[x]({BRANCH.replace('/', chr(92))})": (Code.BROKEN_LINK, f"[x]({BRANCH})"),
    f"[x]({BRANCH.replace('cu.md', 'cuu.md')})": (Code.BROKEN_LINK, f"[x]({BRANCH})"),
    "[x](chi-bo-thon-an-cu.md)": (Code.BROKEN_LINK, f"[x]({BRANCH})"),
    "[x](Bai-Mau.md)": (Code.BROKEN_LINK, "[x](bai-mau.md)"),
    "[x](bai-mau)": (Code.BROKEN_LINK, "[x](bai-mau.md)"),
    "[x](/chi-bo)": (Code.BROKEN_LINK, "[x](/chi-bo/)"),
    "[x](/gioi-thieu)": (Code.BROKEN_LINK, "[x](/gioi-thieu/)"),
    "[x](/chi-bo/chi-bo-thon-an-cu.md)": (Code.BROKEN_LINK, f"[x]({BRANCH})"),
    "[x](www.chinhphu.vn)": (Code.BROKEN_LINK, "[x](https://www.chinhphu.vn)"),
    "[x](chinhphu.vn/tin)": (Code.BROKEN_LINK, "[x](https://chinhphu.vn/tin)"),
    "[x](thu@example.org)": (Code.BROKEN_LINK, "[x](mailto:thu@example.org)"),
    "[x](“https://chinhphu.vn/”)": (Code.BROKEN_LINK, "[x](https://chinhphu.vn/)"),
    "[x](bang.CSV)": (Code.MISSING_FILE, "[x](bang.csv)"),
    f"{ALT}(Tot_1.JPG)": (Code.MISSING_FILE, f"{ALT}(tot_1.jpg)"),
    f"{ALT}(tot_1.jpg “Họp. Ảnh: B”)": (Code.MISSING_FILE, f'{ALT}(tot_1.jpg "Họp. Ảnh: B")'),
}


@pytest.mark.parametrize("wrong", CURED)
def test_the_cure_names_what_mends_the_link(project: Project, wrong: str) -> None:
    code, right = CURED[wrong]
    found = told(project, wrong)
    assert [problem.code for problem in found] == [code]
    assert right[right.index("](") + 2 : -1] in found[0].cure
    assert told(project, right) == []


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ("[x](ke-hoach.pdf)", Code.MISSING_FILE, "không thấy tệp đính kèm “ke-hoach.pdf”"),
        ("[x](C:\\Users\\ke-hoach.docx)", Code.BROKEN_LINK, "đường dẫn trên máy"),
        (f"{ALT}(C:\\Users\\a.jpg)", Code.MISSING_FILE, "đường dẫn trên máy"),
        (f"{ALT}(bang.csv)", Code.MISSING_FILE, "“bang.csv” không phải tệp ảnh"),
        ("[x](../../2027/01/hen-gio.md)", Code.BROKEN_LINK, "chưa lên trang"),
        ("[x](../../../../x.md)", Code.BROKEN_LINK, "không có trang"),
        ("[x]()", Code.BROKEN_LINK, "chưa có địa chỉ"),
        ("[x](/khong-co/)", Code.BROKEN_LINK, "không liên kết được tới “/khong-co/”"),
        ("[x](/rss.xml)", Code.BROKEN_LINK, "không liên kết được tới “/rss.xml”"),
        ("[x](/luu-tru/2026/01/)", Code.BROKEN_LINK, "không liên kết được tới “/luu-tru/2026/01/”"),
    ],
)
def test_each_kind_of_slip_is_told_as_what_it_is(project: Project, body: str, code: Code, words: str) -> None:
    found = told(project, body)
    assert [problem.code for problem in found] == [code]
    assert words in found[0].message


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://thu.example", "../../../../"),
        ("https://thu.example/chi-bo/", "../../../../chi-bo/"),
        (
            "HTTPS://Thu.example/tin-tuc/2026/01/bai-mau/#tieu-de-nho",
            "../../../../tin-tuc/2026/01/bai-mau/#tieu-de-nho",
        ),
        ("/tim-kiem/?q=dan+van&nam=2026", "../../../../tim-kiem/?q=dan+van&amp;nam=2026"),
        ("bai-mau.md?in=1#tieu-de-nho", "../../../../tin-tuc/2026/01/bai-mau/?in=1#tieu-de-nho"),
        ("https://thu.example/chuyen-muc/tin-chung/", "../../../../chuyen-muc/tin-chung/"),
        ("https://thu.example/luu-tru/2026/01/", "https://thu.example/luu-tru/2026/01/"),
        ("https://thu.example/rss.xml", "https://thu.example/rss.xml"),
        ("https://thu.example.org/x/", None),
    ],
)
def test_a_link_to_our_own_site_moves_with_it(project: Project, target: str, href: str | None) -> None:
    found = told(project, f"Xem [trang ấy]({target}).")
    assert [problem.code for problem in found] == ([] if href else [Code.UNKNOWN_HOST])
    if href:
        assert project.build().status == 0
        assert f'Xem <a href="{href}"{RELATION * href.startswith("https")}>trang ấy</a>.' in (
            project.root / "site/tin-tuc/2026/01/x/index.html"
        ).read_text("utf-8")


def test_an_account_of_zalo_is_a_site_that_may_be_trusted(project: Project) -> None:
    assert [problem.code for problem in told(project, "[x](https://zalo.me/123)")] == [Code.UNKNOWN_HOST]
    project.write("mkdocs.yml", MINIMAL_CONFIG.replace("trusted_hosts: [", "trusted_hosts: [zalo.me, "))
    assert told(project, "[x](https://zalo.me/123)") == []


def test_an_escaped_sign_is_the_sign_itself(project: Project) -> None:
    assert told(project, f"{ALT}(tot\\_1.jpg) [x](bai\\-mau.md) [y](https://chinhphu.vn/a\\_b)") == []


@pytest.mark.parametrize("wrong", ["Tot_1.JPG", "tot_1.jpeg", "./tot_2.jpg", "docs/tin-tuc/2026/01/tot_1.jpg"])
def test_the_cure_of_a_lost_lead_picture_names_the_one_that_is_there(project: Project, wrong: str) -> None:
    project.write("docs/tin-tuc/2026/01/tot_1.jpg", PICTURE)
    for file in (wrong, "tot_1.jpg"):
        image = f'{{file: {file}, alt: "Cây đa đầu làng", credit: Người Chụp Thử}}'
        project.write(X, article_text(image=image))
        found = [(problem.code, problem.cure) for problem in proof_of(project).problems]
        assert found == ([(Code.MISSING_FILE, "có phải “tot_1.jpg”?")] if file == wrong else [])
