"""Names recognised in running text: whom they mean, where they lead, and which pages a change of a name draws again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import Project, article_text, branch_text
from test_library import proof_of
from test_programmes import programme_text
from test_units import unit_text

from newsroom.mentions import Bearer, Mention, NameTable, first_mentions, recognise, weave
from newsroom.mentions.places import rank_of
from newsroom.related import Bonds
from newsroom.render.naming import naming_of
from newsroom_bench.labels import Label, read_labels
from newsroom_bench.name_labels import NAMES, names_in

OLD, NEW = Bearer("cu/", ("xã Hùng Hòa",)), Bearer("moi/", ("xã Hùng Hoà",))
HAMLET = Bearer("thon/", ("Chi bộ thôn Mẫu",), above=("xã Mẫu", "huyện Mẫu", "tỉnh Mẫu"), beside=("xa/",))
COMMITTEE = Bearer("dang/", ("Đảng ủy xã Mẫu", "Đảng ủy Khối – Mẫu"), short=("Đảng ủy xã",), above=("huyện Mẫu",))
COMMUNE = Bearer("xa/", ("xã Mẫu",), above=("huyện Mẫu", "tỉnh Mẫu"))
HERE = Bearer("day/", ("xã Tân Lập",), above=("huyện Gần",), beside=("gan/",))
THERE = Bearer("kia/", ("xã Tân Lập",), above=("huyện Xa",), beside=("xa-huyen/",))
NEAR = Bearer("gan/", ("huyện Gần",))
SECRETARY = Bearer("bi-thu/", ("Trần Văn Mẫu",), beside=("thon/", "xa/"), needs=True)
MOVEMENT = Bearer("khéo/", ("Làng xanh sạch đẹp",))
TABLE = NameTable([OLD, NEW, HAMLET, COMMITTEE, COMMUNE, HERE, THERE, NEAR, SECRETARY, MOVEMENT])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tại Xã Hùng Hòa và xã Hùng Hoà.", ["cu/", "moi/"]),
        ("chi bộ thôn Mẫu họp.", ["thon/"]),
        ("Chi bộ thôn Mẫu, xã Mẫu họp.", ["thon/", "xa/"]),
        ("Đảng uỷ xã Mẫu; Đảng ủy xã nói.", ["dang/"]),
        ("Đảng uỷ Khối - Mẫu.", ["dang/"]),
        ("phong trào “làng xanh sạch đẹp”", ["khéo/"]),
        ("Ông Trần Văn Mẫu, Bí thư Chi bộ thôn Mẫu.", ["bi-thu/", "thon/"]),
        ("Bí thư Chi bộ thôn Mẫu Trần Văn Mẫu nói.", ["thon/", "bi-thu/"]),
        ("xã Tân Lập, huyện Gần", ["day/", "gan/"]),
        ("Ở huyện Gần có xã Tân Lập.", ["gan/", "day/"]),
        ("xã Mẫu (huyện Mẫu)", ["xa/"]),
        ("Ở chợ xã Mẫu đông vui.", ["xa/"]),
    ],
)
def test_a_name_means_its_bearer(text: str, found: list[str]) -> None:
    assert list(dict.fromkeys(one.url for one in recognise(TABLE, text) if one.url)) == found


@pytest.mark.parametrize(
    "text",
    [
        "xã mẫu",
        "Đảng ủy xã họp.",
        "Ở xã Mẫu Thượng.",
        "xã Mẫu, huyện Khác",
        "xã Mẫu (tỉnh Khác)",
        "Chi bộ thôn Mẫu, xã Khác",
        "xã Mẫuhội",
        "xã Tân Lập họp.",
        "Ông Trần Văn Mẫu nói.",
        "trần văn mẫu",
        "Hùng Hòa",
    ],
)
def test_what_is_no_name_or_another_s_means_nobody(text: str) -> None:
    assert [one for one in recognise(TABLE, text) if one.url] == []


def test_people_are_meant_beside_their_body_and_streets_are_not_people() -> None:
    text = "Ở xã Mẫu có đường Trần Văn Mẫu, ông Trần Văn Mẫu, và Lê Trần Văn Mẫu, Trần Văn Mẫu Em."
    said = {one.text: one.url for one in recognise(TABLE, text)}
    assert said["Trần Văn Mẫu"] == "bi-thu/"
    assert {said[other] for other in ("đường Trần Văn Mẫu", "Lê Trần Văn Mẫu", "Trần Văn Mẫu Em")} == {""}


def test_a_short_name_is_meant_beside_those_who_belong_to_it() -> None:
    table = NameTable([COMMITTEE, SECRETARY._replace(beside=("dang/",)), HAMLET._replace(beside=("dang/",))])
    said = recognise(table, "Ông Trần Văn Mẫu, Bí thư Đảng ủy xã.")
    assert [one.url for one in said] == ["bi-thu/", "dang/"]
    assert [one.url for one in recognise(table, "Đảng ủy xã khen Chi bộ thôn Mẫu.")] == ["dang/", "thon/"]


def test_what_stands_beside_the_text_settles_its_names() -> None:
    assert recognise(TABLE, "xã Tân Lập họp.", ["xa-huyen/"]) == (Mention("xã Tân Lập", "kia/"),)
    assert recognise(TABLE, "Đảng ủy xã họp.", ["dang/"]) == (Mention("Đảng ủy xã", "dang/"),)
    assert recognise(TABLE, "Trần Văn Mẫu họp.", ["bi-thu/"]) == (Mention("Trần Văn Mẫu", "bi-thu/"),)


def test_a_name_of_two_who_are_both_near_means_nobody() -> None:
    assert [one for one in recognise(TABLE, "xã Tân Lập họp.", ["gan/", "xa-huyen/"]) if one.url] == []


def test_what_is_settled_settles_more() -> None:
    two = [Bearer("hai/", ("Chi bộ thôn Hai",), beside=("day/",)), Bearer("ba/", ("Chi bộ thôn Hai",))]
    said = recognise(NameTable([HERE, THERE, NEAR, *two]), "Chi bộ thôn Hai ở xã Tân Lập, gần huyện Gần.")
    assert [one.url for one in said] == ["hai/", "day/", "gan/"]


def test_a_name_stands_as_high_as_its_highest_place() -> None:
    assert [rank_of(name) for name in ("Khối – Mẫu", "Chi bộ thôn Mẫu, xã Mẫu", "Đảng bộ tỉnh Mẫu")] == [0, 2, 5]


def test_a_place_as_high_as_its_own_is_another_and_not_where_it_lies() -> None:
    table = NameTable([HAMLET._replace(above=("thôn Mẫu", "xã Mẫu"))])
    assert recognise(table, "Chi bộ thôn Mẫu, thôn Khác cùng họp.") == (Mention("Chi bộ thôn Mẫu", "thon/"),)


def test_a_name_with_a_sign_that_html_spells_is_linked() -> None:
    find = first_mentions([Mention("Công ty Mẫu & Con", "con/")], ())
    assert '<a class="k" href="con/">Công ty Mẫu &amp; Con</a>' in weave("<p>Công ty Mẫu &amp; Con.</p>", find, "", "k")


def test_a_namesake_is_left_alone() -> None:
    text = "Ở xã Mẫu, ông Trần Văn Mẫu."
    assert [one.text for one in recognise(TABLE, text, (), ["Trần Văn Mẫu"])] == ["xã Mẫu"]


def linked(html: str, *already: str) -> str:
    """HTML with its names in brackets where they are links."""
    mentions = recognise(TABLE, re.sub(r"<[^>]*>", "\n", html))
    woven = weave(html, first_mentions(mentions, already), "", "k")
    return re.sub(r'<a class="k"[^>]*>(.*?)</a>', r"[\1]", woven)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Ở xã Mẫu, xã Mẫu.</p><p>xã Mẫu</p>", "<p>Ở [xã Mẫu], xã Mẫu.</p><p>xã Mẫu</p>"),
        ("<h2>Ở xã Mẫu</h2><p>Ở xã Mẫu.</p>", "<h2>Ở xã Mẫu</h2><p>Ở [xã Mẫu].</p>"),
        ('<p><a href="x">xã Mẫu</a>, <code>xã Mẫu</code></p>', '<p><a href="x">xã Mẫu</a>, <code>xã Mẫu</code></p>'),
        ("<p>Đảng ủy xã Mẫu ở xã Mẫu.</p>", "<p>[Đảng ủy xã Mẫu] ở [xã Mẫu].</p>"),
        ("<p>xã Mẫu, huyện Khác; xã Mẫu.</p>", "<p>xã Mẫu, huyện Khác; [xã Mẫu].</p>"),
        ("<p>xã Hùng Hòa, xã Tân Lập, huyện Gần.</p>", "<p>[xã Hùng Hòa], [xã Tân Lập, huyện Gần].</p>"),
        ("<p>Chi bộ thôn Mẫu, xã Mẫu.</p><p>xã Mẫu</p>", "<p>[Chi bộ thôn Mẫu], xã Mẫu.</p><p>[xã Mẫu]</p>"),
        ('<p>Xưa<span class="nr-now"> (nay là xã Mẫu)</span>, xã Mẫu.</p>',) * 2,
    ],
)
def test_the_first_mention_in_running_text_leads_to_the_page(html: str, expected: str) -> None:
    assert linked(html) == expected.replace(", xã Mẫu.</p>", ", [xã Mẫu].</p>") if "nr-now" in html else expected


def test_a_page_that_is_linked_already_is_linked_no_more() -> None:
    assert linked("<p>xã Mẫu</p>", "xa/") == "<p>xã Mẫu</p>"


def test_the_labelled_set_is_large() -> None:
    labels = read_labels(NAMES)
    assert len(labels) >= 300
    assert len({(label.article, label.start) for label in labels}) == len(labels)
    found = list(names_in(TABLE, {"a": "Ở xã Mẫu và xã Mẫu Thượng."}))
    assert found == [Label("a", 2, 8, ("xa/",))]


def write_world(project: Project) -> None:
    """A commune that ended, its district, a branch with its secretary, a movement; articles that name them and do not."""
    project.write("docs/don-vi/tinh-mau.md", unit_text("tỉnh Mẫu", "province"))
    project.write("docs/don-vi/xa-moi.md", unit_text("xã Mới", within="[{unit: tinh-mau}]"))
    ended = "{date: 2025-07-01, manner: merged, successors: [xa-moi], source: s1}"
    project.write("docs/don-vi/xa-cu.md", unit_text("xã Cũ", within="[{unit: tinh-mau}]", ended=ended))
    roles = "[{name: Trần Văn Mẫu, role: secretary, as_of: 2026, source: s1}]"
    project.write("docs/chi-bo/thon-mau.md", branch_text("Chi bộ thôn Mẫu", committee=roles))
    project.write("docs/chuong-trinh/lang-xanh.md", programme_text("Làng xanh sạch đẹp"))
    body = (
        "## Ở xã Cũ\n\nDân xã Cũ kể: “Làng xanh sạch đẹp” hay lắm.\n\n"
        "Theo ông Trần Văn Mẫu, Bí thư Chi bộ thôn Mẫu, xã Cũ vui.\n"
    )
    project.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Một bài có nhiều tên trong lời", body=body))
    other = article_text("Bài về một người trùng tên", body=body, namesakes="[Trần Văn Mẫu, xã Cũ, Chi bộ thôn Mẫu]")
    project.write("docs/tin-tuc/2026/01/bai-khac.md", other.replace("Làng", "Ngõ"))
    named = "Chi bộ thôn Mẫu họp hai lần trong tháng.\n"
    more = article_text("Một bài khác về chi bộ ấy", body=named, branches="[thon-mau]", section="thong-bao")
    project.write("docs/tin-tuc/2026/01/bai-hai.md", more)
    project.write("docs/tin-tuc/2026/01/bai-ba.md", article_text("Một bài không nhắc ai cả", date="2026-01-02 08:00"))
    project.write("docs/tin-tuc/2026/02/bai-tu.md", article_text("Một bài nữa", body="Ở thôn Nọ.\n", date="2026-02-02"))


def test_names_in_texts_count_as_those_of_front_matter_and_each_article_once(project: Project) -> None:
    write_world(project)
    proof = proof_of(project)
    assert proof.problems == ()
    found = {url: [card.slug for card in cards] for url, cards in proof.names.articles.items()}
    assert found == {
        "don-vi/xa-cu/": ["bai-mot"],
        "chuong-trinh/lang-xanh/": ["bai-mot"],
        "nhan-su/tran-van-mau/": ["bai-mot"],
        "chi-bo/thon-mau/": ["bai-hai", "bai-mot"],
    }
    naming = naming_of(proof.names, next(card for card in proof.library.cards if card.slug == "bai-mot"))
    assert naming.people == (("Trần Văn Mẫu", "nhan-su/tran-van-mau/"),)
    assert naming.places == ()


def test_what_to_read_next_shares_most_then_stands_in_the_section_then_is_newer(project: Project) -> None:
    write_world(project)
    shutil.rmtree(project.root / "docs/tin-tuc")
    project.write("docs/chi-bo/thon-nam.md", branch_text("Chi bộ thôn Nam"))
    hub = {"branches": "[thon-nam]", "programmes": "[lang-xanh]", "places": "['xã Mới', 'tỉnh Mẫu']"}
    told: dict[str, dict[str, str]] = {
        "giua": {**hub, "people": "[Trần Văn Mẫu]", "date": "2025-02-01 08:00"},
        "b-cu": {"branches": "[thon-nam]", "date": "2025-01-02 08:00"},
        "a-cu": {"programmes": "[lang-xanh]", "date": "2025-01-02 08:00"},
        "nguoi": {"people": "[Trần Văn Mẫu]", "date": "2025-01-03 08:00"},
        "hai-moi": {"programmes": "[lang-xanh]", "places": "[xã Mới]", "date": "2025-01-01 08:00"},
        "muc-khac": {"programmes": "[lang-xanh]", "section": "thong-bao", "date": "2025-01-20 08:00"},
        "cung-tinh": {"places": "[tỉnh Mẫu]", "date": "2025-01-21 08:00"},
    }
    for slug, fields in told.items():
        text = article_text(f"Một bài thử {slug}", body="Đoạn văn.\n", **fields)
        project.write(f"docs/tin-tuc/{fields['date'][:4]}/{fields['date'][5:7]}/{slug}.md", text)
    proof = proof_of(project)
    assert proof.problems == ()
    card = next(card for card in proof.library.cards if card.slug == "giua")
    found = [(one.card.slug, one.reason) for one in Bonds(proof.citations, proof.names).related(card)]
    assert found == [
        ("hai-moi", "Cùng nhắc Làng xanh sạch đẹp, xã Mới"),
        ("nguoi", "Cùng nhắc Trần Văn Mẫu"),
        ("a-cu", "Cùng nhắc Làng xanh sạch đẹp"),
        ("b-cu", "Cùng nhắc Chi bộ thôn Nam"),
    ]


def test_what_to_read_next_stays_as_it_is_while_enough_is_older(project: Project) -> None:
    project.write("docs/chi-bo/thon-nam.md", branch_text("Chi bộ thôn Nam"))
    for day in range(1, 13):
        text = article_text(f"Một bài thử ngày {day}", date=f"2026-01-{day:02d}", branches="[thon-nam]")
        project.write(f"docs/tin-tuc/2026/01/bai-{day}.md", text)
    proof = proof_of(project)
    card = next(card for card in proof.library.cards if card.slug == "bai-10")
    found = [one.card.slug for one in Bonds(proof.citations, proof.names).related(card)]
    assert found == ["bai-9", "bai-8", "bai-7", "bai-6"]


Files = dict[str, int]


def build(project: Project) -> Files:
    """Every file of the built site with its inode."""
    run = project.build()
    assert run.status == 0, run.err
    site = project.root / "site"
    return {file.relative_to(site).as_posix(): file.stat().st_ino for file in site.rglob("*") if file.is_file()}


def rebuild(project: Project, before: Files) -> tuple[set[str], Files]:
    """The pages that a build writes anew, that of the open data aside, which counts all documents; and what stands there now.

    Besides pages only the open data, site maps and the search index may be written.
    """
    after = build(project)
    written = {path for path, inode in after.items() if before.get(path) != inode}
    pages = {path.removesuffix("/index.html") for path in written if path.endswith(".html")}
    others = {path.partition("/")[0] for path in written if not path.endswith(".html")}
    assert others <= {"du-lieu", "sitemap", "sitemap.xml", "tim-kiem", "_redirects"}
    return pages - {"du-lieu"}, after


def main_of(project: Project, path: str) -> str:
    """The main part of a built page."""
    html = Path(project.root / "site" / path / "index.html").read_text(encoding="utf-8")
    return html.partition("<main")[2].partition("</main>")[0]


def test_a_change_of_a_name_draws_the_articles_that_name_it_and_no_others(project: Project) -> None:
    write_world(project)
    first = build(project)
    html = main_of(project, "tin-tuc/2026/01/bai-mot")
    old = '<a class="nr-named" href="../../../../don-vi/xa-cu/">xã Cũ</a><span class="nr-now"> (nay là xã Mới, tỉnh Mẫu)</span>'
    assert f"Dân {old} kể: “<a" in html
    assert html.count("nr-named") == 4
    assert "Cùng nhắc Chi bộ thôn Mẫu" in html
    assert "bai-mot" in main_of(project, "chi-bo/thon-mau")

    thon_no = unit_text("thôn Nọ", "village")
    project.write("docs/don-vi/thon-no.md", thon_no)
    pages, second = rebuild(project, first)
    assert pages == {"don-vi", "don-vi/thon-no", "tin-tuc/2026/02/bai-tu"}

    project.write("docs/don-vi/thon-no.md", thon_no.replace("thôn Nọ", "thôn Kia"))
    pages, third = rebuild(project, second)
    assert pages == {"don-vi", "don-vi/thon-no", "tin-tuc/2026/02/bai-tu"}

    roles = "[{name: Trần Văn Khác, role: secretary, as_of: 2026, source: s1}]"
    project.write("docs/chi-bo/thon-mau.md", branch_text("Chi bộ thôn Mẫu", committee=roles))
    pages, _ = rebuild(project, third)
    profile = {"index.html", "chi-bo", "chi-bo/thon-mau"}
    assert pages == {"nhan-su", "nhan-su/tran-van-khac", *profile, "tin-tuc/2026/01/bai-mot"}


def test_a_new_document_draws_the_articles_that_cite_it_and_no_others(project: Project) -> None:
    write_world(project)
    body = "Theo Nghị quyết 25-NQ/VD thì thôi.\n"
    project.write("docs/tin-tuc/2026/02/bai-nam.md", article_text("Bài viện dẫn", body=body, date="2026-02-03 08:00"))
    first = build(project)
    document = (
        "---\nkind: resolution\nnumber: 25-NQ/VD\ndate: 2020-01-02\nissuer: Bộ Ví Dụ\n"
        'summary: "Văn bản giả định dùng trong kiểm thử."\nsources: [{name: Bản in}]\n---\nChữ.\n'
    )
    project.write("docs/van-ban/mot.md", document)
    pages, _ = rebuild(project, first)
    assert pages == {"van-ban", "van-ban/mot", "tin-tuc/2026/02/bai-nam"}
