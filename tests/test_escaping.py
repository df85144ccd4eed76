"""What an editor writes is text: no title, caption or body can become markup, script or template."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from built_pages import Element, meta, read_page
from conftest import MINIMAL_CONFIG, ROOT, Project, Run, article_text, branch_text, make_project
from PIL import Image

from newsroom.body.anchors import TAKEN, anchor
from newsroom.vietnamese import slugify

ARTICLE: Final = "tin-tuc/2026/01/bai-thu/"
BRANCH: Final = "chi-bo/chi-bo-mau/"
PAGE: Final = "gioi-thieu/"


def spite(field: str) -> str:
    """A text that would show as an element, an attribute or a number wherever it is not escaped."""
    return f"""{field} <nr-la> & " nr-vo="1' nr-vo='1 {{{{ 7*7 }}}} &lt;"""


def quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def long(field: str) -> str:
    return f"{spite(field)} – câu này được viết dài thêm cho đủ tám mươi ký tự mà trường đòi hỏi."


AUTHOR: Final = spite("author")
TITLE: Final = spite("title")
NAME: Final = spite("name")
PAGE_TITLE: Final = spite("page")
ARTICLE_FIELDS: Final[dict[str, object]] = {
    "kicker": spite("kick"),
    "subtitle": spite("subtitle"),
    "lead": long("lead"),
    "authors": [{"name": AUTHOR, "role": "text"}],
    "image": {"file": "anh.png", "alt": spite("alt"), "caption": spite("caption"), "credit": spite("credit")},
    "tags": [spite("tag")],
    "documents": [spite("doc")],
    "people": [spite("person")],
    "places": [spite("place")],
    "source": {"name": spite("origin"), "title": spite("origin title"), "author": spite("origin author")},
    "corrections": [{"date": "2026-01-16", "text": spite("correction")}],
    "branches": ["chi-bo-mau"],
}
BRANCH_FIELDS: Final[dict[str, object]] = {
    "summary": long("summary"),
    "also_known_as": [spite("alias")],
    "host": {"name": spite("host")},
    "place": {"name": spite("place"), "now": spite("now")},
    "founded": {"date": "1950", "document": spite("founding")},
    "succession": {
        "predecessors": [{"name": spite("before")}],
        "successors": [{"name": spite("after")}],
        "basis": spite("basis"),
        "note": spite("succession"),
    },
    "term": {"name": "2020–2025"},
    "committee": [{"name": spite("secretary"), "role": "secretary", "as_of": "2022", "source": "s1"}],
    "membership": [
        {
            "as_of": "2022",
            "total": 301,
            "source": "s1",
            "note": spite("members"),
            "minorities": [{"group": "<nr-la> & 'x", "count": 50}],
        }
    ],
    "admissions": [
        {"period": spite("when"), "admitted": 4, "result_percent": 110, "source": "s1", "note": spite("admission")}
    ],
    "indicators": [
        {"name": spite("target"), "period": "2022", "unit": "<nr-la> & 'u", "percent": 90, "result": 9, "source": "s1"}
    ],
    "goals": [{"name": spite("goal"), "period": "2025", "value": spite("goal value"), "source": "s1"}],
    "meetings": [{"period": "2022", "kind": "thematic", "topic": spite("topic"), "source": "s1"}],
    "training": [{"period": "2022", "people": 9, "topic": spite("course"), "source": "s1"}],
    "ratings": [{"year": 2022, "level": "good", "rule": spite("rule"), "source": "s1"}],
    "models": [{"programme": "dan-van-kheo", "name": spite("model"), "source": "s1"}],
    "supervision": [
        {
            "date": "2022-05-06",
            "by": spite("by"),
            "subject": spite("subject"),
            "strengths": [spite("strength")],
            "limits": [spite("limit")],
            "demands": [spite("demand")],
            "source": "s1",
        }
    ],
    "digital": [{"app": spite("app"), "as_of": "2022", "percent": 95, "source": "s1"}],
    "funds": [{"name": spite("fund"), "period": spite("fund"), "source": "s1"}],
    "works": [{"name": spite("work"), "period": spite("done"), "source": "s1"}],
    "organisations": [{"name": spite("youth"), "state": "dissolved", "reason": spite("reason"), "source": "s1"}],
    "sources": [{"id": "s1", "name": spite("source"), "title": spite("entry"), "author": spite("writer")}],
}
RAW_BODY: Final = """\
&lt;script>alert(1)&lt;/script>

&lt;nr-la nr-vo="1">khối&lt;/nr-la>

chữ &lt;b nr-vo="1">đậm&lt;/b> &lt;!-- chú thích --> &#60;img src=x onerror=alert(1)> {{ 7*7 }} {% raw %}

`<i>mã</i>` và &lt;u&gt;

## Mục &lt;nr-la> {{ 7*7 }}
"""
RAW_TEXTS: Final = [
    "<script>alert(1)</script>",
    '<nr-la nr-vo="1">khối</nr-la>',
    'chữ <b nr-vo="1">đậm</b> <!-- chú thích --> <img src=x onerror=alert(1)> {{ 7*7 }} {% raw %}',
    "<i>mã</i> và <u>",
    "Mục <nr-la> {{ 7*7 }}",
]


def texts_in(value: object) -> list[str]:
    """The spiteful texts of a field, however deep."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_in(inner)]
    return [value] if isinstance(value, str) and "nr-la" in value else []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = MINIMAL_CONFIG.replace("extra:\n", "  - Giới thiệu:\n      - gioi-thieu/index.md\nextra:\n")
    project = make_project(tmp_path_factory.mktemp("spite") / "project", config)
    picture = io.BytesIO()
    Image.new("RGB", (600, 400)).save(picture, "PNG")
    project.write("docs/tin-tuc/2026/01/anh.png", picture.getvalue())
    fields = {key: quoted(value) for key, value in ARTICLE_FIELDS.items()}
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(title=quoted(TITLE)[1:-1], body=RAW_BODY, **fields))
    project.write("docs/tin-tuc/2026/01/bai-sau.md", article_text(date="2026-01-15 09:00"))
    fields = {key: quoted(value) for key, value in BRANCH_FIELDS.items()}
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text(name=quoted(NAME)[1:-1], body=RAW_BODY, **fields))
    project.write(
        "docs/gioi-thieu/index.md",
        f"---\ntitle: {quoted(PAGE_TITLE)}\ndescription: {quoted(long('description'))}\n---\n{RAW_BODY}",
    )
    run = project.build()
    assert run.status == 0, run.err
    return project.root / "site"


def page_at(site: Path, address: str) -> Element:
    return read_page(site / address / "index.html")


def texts_of(page: Element) -> set[str]:
    """The text of every element of the main part."""
    return {element.text for element in page.one("main").walk()}


def test_no_text_became_an_element_or_an_attribute_anywhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 15
    broken = [
        (file.relative_to(site).as_posix(), element)
        for file in pages
        for element in read_page(file).walk()
        if element.tag == "nr-la" or {"nr-vo", "onerror"} & element.attributes.keys()
    ]
    assert broken == []


@pytest.mark.parametrize("field", [key for key in ARTICLE_FIELDS if key != "branches"])
def test_a_field_of_an_article_is_drawn_as_text(site: Path, field: str) -> None:
    page = page_at(site, ARTICLE)
    shown = page.one("main").text + " ".join(image["alt"] for image in page.all("img"))
    assert [text for text in texts_in(ARTICLE_FIELDS[field]) if text not in shown] == []


@pytest.mark.parametrize("field", [key for key in BRANCH_FIELDS if texts_in(BRANCH_FIELDS[key])])
def test_a_field_of_a_branch_is_drawn_as_text(site: Path, field: str) -> None:
    shown = page_at(site, BRANCH).one("main").text
    assert [text for text in texts_in(BRANCH_FIELDS[field]) if text not in shown] == []


def test_the_title_of_an_article_is_its_heading(site: Path) -> None:
    assert page_at(site, ARTICLE).one("h1").text == f"{spite('kick')} {TITLE}"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "chuyen-muc/tin-chung/",
        f"tac-gia/{slugify(AUTHOR)}/",
        "luu-tru/2026/01/",
        "luu-tru/2026/01/15/",
        BRANCH,
        "tin-tuc/2026/01/bai-sau/",
    ],
)
def test_a_list_draws_the_title_of_an_article_as_text(site: Path, address: str) -> None:
    page = page_at(site, address)
    assert f"{spite('kick')} {TITLE}" in {link.text for link in page.one("main").all("a")}


def test_the_page_of_an_author_draws_the_name_as_text(site: Path) -> None:
    page = page_at(site, f"tac-gia/{slugify(AUTHOR)}/")
    assert page.one("h1").text == AUTHOR
    assert page.one("head").one("title").text == f"{AUTHOR} – Trang thử"


@pytest.mark.parametrize("address", ["", "chi-bo/", BRANCH, ARTICLE])
def test_the_name_of_a_branch_is_drawn_as_text(site: Path, address: str) -> None:
    assert NAME in texts_of(page_at(site, address))


def test_a_documentation_page_draws_its_title_as_text(site: Path) -> None:
    page = page_at(site, PAGE)
    assert page.one("h1").text == PAGE_TITLE
    assert page.one("head").one("title").text == f"{PAGE_TITLE} – Trang thử"
    assert meta(page, "description") == long("description")


@pytest.mark.parametrize("address", ["", ARTICLE, BRANCH, PAGE])
def test_the_menu_of_every_page_draws_the_title_of_a_documentation_page_as_text(site: Path, address: str) -> None:
    assert PAGE_TITLE in {link.text for link in page_at(site, address).all("a")}


@pytest.mark.parametrize("address", [ARTICLE, BRANCH, PAGE])
@pytest.mark.parametrize("text", RAW_TEXTS)
def test_raw_markup_in_a_body_is_shown_as_it_was_typed(site: Path, address: str, text: str) -> None:
    assert text in texts_of(page_at(site, address))


def test_the_table_of_contents_draws_headings_as_text(site: Path) -> None:
    contents = page_at(site, PAGE).all("nav", "class", "md-nav md-nav--secondary")
    assert "Mục <nr-la> {{ 7*7 }}" in {link.text for nav in contents for link in nav.all("a")}


def test_feeds_carry_texts_as_text(site: Path) -> None:
    titles = [item.findtext("title") for item in ET.parse(site / "rss.xml").iter("item")]
    assert titles[1] == f"{spite('kick')}: {TITLE}"
    leads = [item.findtext("description") for item in ET.parse(site / "rss.xml").iter("item")]
    assert leads[1] == long("lead")
    item = json.loads((site / "feed.json").read_bytes())["items"][1]
    assert (item["title"], item["authors"]) == (f"{spite('kick')}: {TITLE}", [{"name": AUTHOR}])


def check_body(project: Project, body: str) -> Run:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(body=f"{body}\n"))
    return project.build()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "  javascript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript%3Aalert(1)",
        "<javascript:alert(1)>",
        "vbscript:msgbox(1)",
        "data:text/html,<b>",
        "file:///etc/passwd",
        "//khac.example/",
        "http://[sai/",
    ],
)
def test_a_link_that_is_no_plain_address_is_a_problem(project: Project, link: str) -> None:
    run = check_body(project, f"[chữ]({link})")
    assert run.status == 1, run.err
    assert "docs/tin-tuc/2026/01/bai-thu.md:8:" in run.err
    assert "lien-ket-hong" in run.err


@pytest.mark.parametrize(
    "body",
    [
        "[chữ][1]\n\n[1]: javascript:alert(1)",
        "Chữ[^1].\n\n[^1]: [chữ](javascript:alert(1))",
        '!!! note "Lưu ý"\n    [chữ](javascript:alert(1))',
        "| A | B |\n| --- | --- |\n| [chữ](javascript:alert(1)) | x |",
    ],
    ids=["reference", "footnote", "admonition", "table"],
)
def test_a_script_behind_a_link_is_found_wherever_it_stands(project: Project, body: str) -> None:
    run = check_body(project, body)
    assert run.status == 1, run.err
    assert "lien-ket-hong" in run.err


def test_a_picture_from_a_malformed_address_is_a_problem(project: Project) -> None:
    run = check_body(project, "![Hàng cây bên đường làng](http://[sai/anh.jpg)")
    assert run.status == 1, run.err
    assert "anh-ngoai" in run.err


def test_a_mail_address_in_angle_brackets_becomes_a_link(project: Project) -> None:
    run = check_body(project, "Thư gửi về <thu@example.org> nhé.")
    assert run.status == 0, run.err
    links = page_at(project.root / "site", ARTICLE).one("article").all("a", "href", "mailto:thu@example.org")
    assert [link.text for link in links] == ["thu@example.org"]


@pytest.mark.parametrize("target", ["HTTPS://chinhphu.vn/", "MAILTO:thu@example.org", "TEL:02273831234"])
def test_a_link_keeps_its_address_whatever_the_case_of_its_scheme(project: Project, target: str) -> None:
    run = check_body(project, f"[Nơi ấy]({target})")
    assert run.status == 0, run.err
    links = page_at(project.root / "site", ARTICLE).one("article").all("a", "href", target)
    assert [link.text for link in links] == ["Nơi ấy"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("``` { #__config .x }\nchữ\n```", "the-html: bài tạo ra <pre id=…>"),
        ("~~~ {#noi-dung}\nchữ\n~~~", "the-html: bài tạo ra <pre id=…>"),
        ('??? md-overlay "Lưu ý"\n    Chữ.', "cu-phap-la: không có kiểu khung “md-overlay”"),
        ('???+ note nr-vo "Lưu ý"\n    Chữ.', "cu-phap-la: không có kiểu khung “nr-vo”"),
    ],
)
def test_no_text_takes_a_name_or_a_look_of_the_theme(tmp_path: Path, body: str, told: str) -> None:
    more = "markdown_extensions: [fenced_code, pymdownx.details, "
    project = make_project(tmp_path / "project", MINIMAL_CONFIG.replace("markdown_extensions: [", more))
    run = check_body(project, body)
    assert run.status == 1, run.err
    assert told in run.err
    good = check_body(project, '??? tip "Mẹo"\n    Chữ.\n\n``` c++\nmã\n```\n\n```{ .python }\nmã\n```')
    assert good.status == 0, good.err


def test_escaped_signs_in_a_caption_are_drawn_as_signs(project: Project) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (600, 400)).save(picture, "PNG")
    project.write("docs/tin-tuc/2026/01/anh.png", picture.getvalue())
    run = check_body(project, r'![Hàng \*cây\* bên đường](anh.png "Tỷ lệ \*một\* & <b>hai</b>")')
    assert run.status == 0, run.err
    figure = page_at(project.root / "site", ARTICLE).one("article").one("figure")
    assert figure.one("img")["alt"] == "Hàng *cây* bên đường"
    assert figure.one("figcaption").text == "Tỷ lệ *một* & <b>hai</b>"


def test_the_name_of_a_picture_cannot_become_an_attribute(project: Project) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (600, 400)).save(picture, "PNG")
    project.write('docs/tin-tuc/2026/01/a" nr-vo="1.png', picture.getvalue())
    run = check_body(project, "![Hàng cây bên đường làng](a%22%20nr-vo=%221.png)")
    assert run.status == 1
    assert 'docs/tin-tuc/2026/01/a" nr-vo="1.png:1:1: dat-sai-cho:' in run.err


@pytest.mark.parametrize("escape", [r"\x00", r"\x02", r"\x08", r"\x1b", r"\u202e", r"\uffff"])
def test_a_control_character_written_as_an_escape_is_a_problem(project: Project, escape: str) -> None:
    project.write("docs/chi-bo/chi-bo-mau.md", branch_text(f"Chi bộ{escape} Thôn Mẫu"))
    run = project.check()
    assert run.status == 1, run.err
    assert "docs/chi-bo/chi-bo-mau.md:2:7: ky-tu-la:" in run.err


def test_a_heading_never_takes_the_id_of_something_around_the_text() -> None:
    templates = [file.read_text(encoding="utf-8") for file in (ROOT / "overrides").rglob("*.html")]
    ids = {found for text in templates for found in re.findall(r'\bid="([a-z][a-z0-9-]*)"', text)}
    assert "noi-dung" in ids
    assert {found for found in ids if not found.startswith("nr-")} <= TAKEN
    assert [anchor(title, "-") for title in ("Nội dung", "Nội dung chính")] == ["muc-noi-dung", "noi-dung-chinh"]
