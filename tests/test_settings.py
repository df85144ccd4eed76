"""The site's own facts: what mkdocs.yml must hold, and how the commands end when it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import MINIMAL_CONFIG, Project, article_text, branch_text, faults_of
from test_determinism import content_of
from test_library import page_text, proof_of

from newsroom.codes import Code
from newsroom.problem import ConfigurationError
from newsroom.settings import Settings, read_settings
from newsroom.versions import drawing_digest
from newsroom.vocabulary import SiteKind

IMPRINT = "      email: thu@example.org\n"
THEME = MINIMAL_CONFIG[MINIMAL_CONFIG.index("theme:") : MINIMAL_CONFIG.index("plugins:")]


def config(*changes: tuple[str, str]) -> str:
    """The configuration of a small site with some of its text replaced."""
    text = MINIMAL_CONFIG
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def of_kind(kind: str, **imprint: str) -> str:
    """The configuration of a site of some kind with more in its imprint."""
    lines = "".join(f"      {key}: {value}\n" for key, value in imprint.items())
    return config(("kind: internal", f"kind: {kind}"), (IMPRINT, IMPRINT + lines))


def with_menu(*entries: str) -> str:
    """A configuration whose menu has further entries, the first of them on line 16."""
    return config(("extra:\n", "".join(f"  - {entry}\n" for entry in entries) + "extra:\n"))


def settings(folder: Path, text: str = MINIMAL_CONFIG) -> Settings:
    """The settings read from a file beside its documents."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_settings(folder / "mkdocs.yml")


def refusals(folder: Path, text: str) -> list[tuple[int, Code]]:
    """What is wrong with a configuration: line and code."""
    with pytest.raises(ConfigurationError) as raised:
        settings(folder, text)
    assert {problem.path for problem in raised.value.problems} == {"mkdocs.yml"}
    return [(problem.line, problem.code) for problem in raised.value.problems]


def test_the_facts_of_a_site_are_read(tmp_path: Path) -> None:
    found = settings(tmp_path)
    assert (found.name, found.url) == ("Trang thử", "https://thu.example/")
    assert found.description == "Trang dùng để thử."
    assert found.kind is SiteKind.INTERNAL
    assert (found.imprint.managing_body, found.imprint.email) == ("Đơn vị thử", "thu@example.org")
    assert [section.slug for section in found.sections] == ["tin-chung", "thong-bao"]
    assert (found.notice_section, found.docs_dir) == ("thong-bao", "docs")
    assert dict(found.extensions)["tables"] == {"use_align_attribute": True}


@pytest.mark.parametrize(
    ("typed", "read"),
    [("true", True), ('"true"', "true"), ("3", 3), ('"3"', "3"), ('"[{}"', "[{}"), ('"%s"', "%s"), ('"a: b"', "a: b")],
)
def test_the_value_of_an_extension_s_option_is_read_as_it_is_typed(tmp_path: Path, typed: str, read: object) -> None:
    text = config(("use_align_attribute: true", f"use_align_attribute: {typed}"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert dict(read_settings(tmp_path / "mkdocs.yml").extensions)["tables"] == {"use_align_attribute": read}


def test_a_theme_without_an_icon_has_the_mark_of_newsroom(project: Project) -> None:
    project.write("mkdocs.yml", config(("  icon: {logo: newsroom/mark}\n", "")))
    assert project.build().status == 0
    with_icon = content_of(project.root / "site")["404.html"]
    project.write("mkdocs.yml", config())
    assert project.build().status == 0
    assert content_of(project.root / "site")["404.html"] == with_icon


def test_what_packs_the_search_index_has_a_say_in_what_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settings(tmp_path)
    before = drawing_digest(found, tmp_path / "mkdocs.yml")
    monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "khac")
    assert drawing_digest(found, tmp_path / "mkdocs.yml") != before


def test_a_section_has_its_name(tmp_path: Path) -> None:
    assert {section.slug: section.name for section in settings(tmp_path).sections}["thong-bao"] == "Thông báo"


@pytest.mark.parametrize(
    ("address", "base", "page"),
    [
        ("https://thu.example/", "/", "https://thu.example/chi-bo/"),
        ("https://thu.example", "/", "https://thu.example/chi-bo/"),
        ("https://thu.example/kho/", "/kho/", "https://thu.example/kho/chi-bo/"),
        ("https://thu.example/a/b", "/a/b/", "https://thu.example/a/b/chi-bo/"),
    ],
)
def test_addresses_are_told_whatever_the_slash_at_the_end(tmp_path: Path, address: str, base: str, page: str) -> None:
    found = settings(tmp_path, config(("https://thu.example/", address)))
    assert (found.base_path, found.absolute("chi-bo/")) == (base, page)


def test_the_environment_may_name_another_address(tmp_path: Path) -> None:
    settings(tmp_path)
    assert read_settings(tmp_path / "mkdocs.yml", "https://khac.example/x").url == "https://khac.example/x/"


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("state_portal", ["address", "phone"]),
        ("aggregator", ["address", "phone", "licence"]),
        ("newspaper", ["address", "phone", "licence"]),
    ],
)
def test_a_kind_of_site_demands_its_imprint(tmp_path: Path, kind: str, missing: list[str]) -> None:
    with pytest.raises(ConfigurationError) as raised:
        settings(tmp_path, of_kind(kind))
    messages = {problem.message for problem in raised.value.problems}
    assert {field for field in missing if any(f"imprint.{field}" in message for message in messages)} == set(missing)
    assert len(messages) == len(missing)
    assert {(problem.line, problem.code) for problem in raised.value.problems} == {(20, Code.CONFIGURATION)}


@pytest.mark.parametrize("kind", [kind.value for kind in SiteKind])
def test_a_whole_imprint_satisfies_every_kind_of_site(tmp_path: Path, kind: str) -> None:
    text = of_kind(kind, address="Số 1 đường Mẫu", phone="'0000'", licence="Giấy phép thử số 1")
    assert settings(tmp_path, text).kind.value == kind


def test_an_internal_site_needs_no_more_than_a_name_and_a_way_to_reach_it(tmp_path: Path) -> None:
    assert settings(tmp_path).imprint.licence == ""


@pytest.mark.parametrize(
    ("changes", "line", "code"),
    [
        ((("site_url: https://thu.example/\n", ""),), 1, Code.CONFIGURATION),
        ((("https://thu.example/", "thu.example"),), 2, Code.CONFIGURATION),
        ((("https://thu.example/", "'http://[x'"),), 2, Code.CONFIGURATION),
        ((("site_name: Trang thử\n", ""),), 1, Code.CONFIGURATION),
        ((("  newsroom:", "  newsrom:"),), 17, Code.CONFIGURATION),
        ((("extra:", "extras:"),), 1, Code.CONFIGURATION),
        ((("kind: internal", "kind: noi-bo"),), 18, Code.BAD_CHOICE),
        ((("    kind: internal\n", ""),), 18, Code.MISSING_FIELD),
        ((("notice_section: thong-bao", "notice_section: thong-bo"),), 26, Code.CONFIGURATION),
        ((("slug: thong-bao", "slug: tin-chung"), ("    notice_section: thong-bao\n", "")), 25, Code.CONFIGURATION),
        ((("slug: thong-bao", "slug: Thông báo"), ("    notice_section: thong-bao\n", "")), 25, Code.BAD_FORM),
        ((("notice_section:", "notice_sections:"),), 26, Code.UNKNOWN_FIELD),
        ((("      email: thu@example.org\n", ""),), 20, Code.MISSING_FIELD),
        ((("responsible: [{name: Người thử, role: Biên tập}]", "responsible: []"),), 21, Code.MISSING_FIELD),
    ],
)
def test_what_is_wrong_with_the_facts_is_told_with_its_line(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], line: int, code: Code
) -> None:
    assert refusals(tmp_path, config(*changes)) == [(line, code)]


def test_all_problems_of_a_configuration_are_told_at_once(tmp_path: Path) -> None:
    text = config(
        ("site_url: https://thu.example/\n", ""), ("kind: internal", "kind: x"), ("slug: tin-chung", "slug: X")
    )
    assert sorted(code for _, code in refusals(tmp_path, text)) == sorted(
        [Code.CONFIGURATION, Code.BAD_CHOICE, Code.BAD_FORM]
    )


@pytest.mark.parametrize("text", ["site_name: [\n", "site_name: a: b\n", "- a\n", "", "site_name: a\nsite_name: b\n"])
def test_a_broken_configuration_file_is_reported(tmp_path: Path, text: str) -> None:
    assert {code for _, code in refusals(tmp_path, text)} <= {Code.BROKEN_YAML, Code.DUPLICATE_KEY}


def test_a_quote_left_open_in_the_configuration_is_told_at_its_line(tmp_path: Path) -> None:
    assert refusals(tmp_path, config(("kind: internal", 'kind: "internal'))) == [(18, Code.BROKEN_YAML)]


def test_a_wrong_entry_of_the_footer_is_told_at_its_line(project: Project) -> None:
    project.write("mkdocs.yml", config(("    notice_section:", "    footer: [khong-co.md]\n    notice_section:")))
    (problem,) = proof_of(project).problems
    assert (problem.path, problem.line, problem.code) == ("mkdocs.yml", 26, Code.UNKNOWN_MENU_ENTRY)
    assert "nav" not in problem.message


def test_a_missing_configuration_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:1:1: cau-hinh: "):
        read_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("data", [MINIMAL_CONFIG.encode("utf-16"), b"site_name: Trang th\xf6\n"])
def test_a_configuration_file_that_is_not_utf_8_is_reported(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)
    with pytest.raises(ConfigurationError) as raised:
        read_settings(tmp_path / "mkdocs.yml")
    assert [problem.line for problem in raised.value.problems] == [1]


@pytest.mark.parametrize(
    "text",
    [
        of_kind("newspaper"),
        config(("site_url: https://thu.example/\n", "")),
        config(("site_name: Trang thử\n", "")),
        config(("site_url: https://thu.example/", "site_url: 'http://[x'")),
        config(("site_url: https://thu.example/", "site_url: [a]")),
        config(("site_name: Trang thử", "docs_dir: khong-co\nsite_name: Trang thử")),
        config(("[admonition,", "[khong_co_phan_mo_rong,")),
        "site_name: [\n",
        "",
        MINIMAL_CONFIG.encode("utf-16"),
        None,
    ],
    ids=[
        "imprint",
        "no address",
        "no name",
        "bad address",
        "no text",
        "no docs",
        "extension",
        "broken",
        "empty",
        "utf-16",
        "missing",
    ],
)
def test_both_commands_end_with_status_2_when_the_configuration_is_wrong(
    project: Project, text: str | bytes | None
) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    project.write("site/index.html", "trang cũ")
    if text is None:
        (project.root / "mkdocs.yml").unlink()
    else:
        project.write("mkdocs.yml", text)
    for run in (project.check(), project.build()):
        assert run.status == 2
        assert "mkdocs.yml:" in run.err
        assert "Traceback" not in run.err
    assert [file.name for file in (project.root / "site").iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    "text",
    [
        config(("hooks: [scripts/hooks.py]", "hooks: [khong-co.py]")),
        config(("name: material", "name: khong-co")),
        with_menu("[chi-bo/, luu-tru/]"),
    ],
    ids=["hooks", "theme", "menu"],
)
def test_a_build_ends_with_status_2_when_the_theme_s_configuration_is_wrong(project: Project, text: str) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    project.write("mkdocs.yml", text)
    run = project.build()
    assert run.status == 2
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("newsroom/mark", "newsroom/khong", "9:10: cau-hinh: không có hình “newsroom/khong”"),
        ("{logo: newsroom/mark}", "newsroom/mark", "9:3: cau-hinh: icon phải là một nhóm"),
        ("vi-newsroom", "tieng-viet", "7:3: cau-hinh: không có ngôn ngữ “tieng-viet”"),
        ("name: material", "name: materiall", "5:3: cau-hinh: giao diện “materiall”"),
        ("custom_dir: overrides", "custom_dir: overide", "6:3: cau-hinh: thư mục “overide”"),
        ("  font: false", "  palette: 3", "8:3: cau-hinh: palette phải là một nhóm"),
        ("  font: false", "  features:", "8:3: cau-hinh: features phải là danh sách"),
        (THEME, "theme: material\n", "4:1: cau-hinh: theme phải là một nhóm"),
        (THEME, "", "1:1: cau-hinh: theme phải là một nhóm"),
        ("hooks: [scripts/hooks.py]\n", "", "1:1: cau-hinh: thiếu hooks: [scripts/hooks.py]"),
        ("[scripts/hooks.py]", "[scripts/hooks.py, khong.py]", "11:1: cau-hinh: hooks: không thấy “"),
        ("plugins: []", "plugins: [khong-co]", "10:1: cau-hinh: plugins: chưa cài phần bổ sung “khong-co”"),
        ("use_align_attribute", "use_align", "12:1: cau-hinh: markdown_extensions: phần mở rộng “tables” không có"),
        ("site_name: Trang thử", "site_name: 2026", "1:1: cau-hinh: site_name: cần chữ"),
        ("plugins: []", "extra_css: a.css", "10:1: cau-hinh: extra_css: cần danh sách"),
    ],
)
def test_what_keeps_the_theme_from_being_opened_is_told_in_vietnamese_with_its_line(
    project: Project, old: str, new: str, told: str
) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(body="- Một\n- Hai\n"))  # more than a plain text
    project.write("mkdocs.yml", config((old, new)))
    for run in (project.check(), project.build()):
        assert run.status == 2
        assert [line for line in run.err.splitlines() if line.startswith(f"mkdocs.yml:{told}")] == run.err.splitlines()


def test_what_the_framework_warns_of_is_told_by_strict_runs(project: Project) -> None:
    project.write("mkdocs.yml", config(("plugins: []", "plugins: []\nsite_nam: Trang")))
    assert project.check().status == project.build().status == 0
    shutil.rmtree(project.root / ".cache")
    for run in (project.check("--strict"), project.build("--strict")):
        assert (run.status, "mkdocs.yml:11:1: cau-hinh: site_nam: không có khóa nào" in run.err) == (2, True)


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ("khong-co.md", 5),
        ("Trang: khong-co.md", 12),
        ("Nhóm: [gioi-thieu.md, khong-co.md]", 27),
        ("Chuyên mục: chuyen-muc/khong-co/", 17),
        ("Chi bộ: chi-bo", 13),
        ("Trang: Gioi-Thieu.md", 12),
    ],
)
def test_a_menu_entry_that_leads_nowhere_is_reported_with_its_place(project: Project, entry: str, column: int) -> None:
    project.write("docs/gioi-thieu.md", page_text())
    project.write("mkdocs.yml", with_menu(entry))
    (problem,) = proof_of(project).problems
    assert (problem.path, problem.line, problem.column) == ("mkdocs.yml", 16, column)
    assert problem.code is Code.UNKNOWN_MENU_ENTRY


def test_a_page_of_the_footer_that_is_not_there_is_reported(project: Project) -> None:
    project.write("mkdocs.yml", config(("kind: internal", "kind: internal\n    footer: [khong-co.md]")))
    (problem,) = proof_of(project).problems
    assert (problem.line, problem.column, problem.code) == (19, 14, Code.UNKNOWN_MENU_ENTRY)


def test_menu_entries_lead_to_pages_generated_pages_and_other_sites(project: Project) -> None:
    generated = "Nhóm: [{Tin: chuyen-muc/tin-chung/}, {Theo ngày: luu-tru/}, {Tìm: tim-kiem/}]"
    project.write("docs/gioi-thieu.md", page_text())
    project.write("mkdocs.yml", with_menu("Giới thiệu: gioi-thieu.md", generated, "Nơi khác: https://khac.example/"))
    assert proof_of(project).problems == ()
    assert project.build().status == 0
    assert faults_of(project.root / "site") == []


@pytest.mark.parametrize("target", ["chi-bo/chi-bo-thon-mau.md", "tin-tuc/2026/01/bai-thu.md"])
def test_a_menu_entry_for_an_article_or_a_profile_leads_to_its_page_or_is_reported(
    project: Project, target: str
) -> None:
    project.write("docs/chi-bo/chi-bo-thon-mau.md", branch_text())
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    project.write("mkdocs.yml", with_menu(f"Mục: {target}"))
    run = project.build()
    told = run.status == 1 and "mkdocs.yml:16:10: menu-la: " in run.err
    assert told or (run.status == 0 and faults_of(project.root / "site") == [])


@pytest.mark.parametrize("content", [b"khong phai anh", None], ids=["no picture", "no file"])
def test_a_wrong_picture_of_the_site_is_reported(project: Project, content: bytes | None) -> None:
    project.write("mkdocs.yml", config(("kind: internal", "kind: internal\n    picture: anh/trang.jpg")))
    if content:
        project.write("docs/anh/trang.jpg", content)
    run = project.build()
    assert run.status in (1, 2)
    assert "mkdocs.yml:19:" in run.err
    assert "Traceback" not in run.err
