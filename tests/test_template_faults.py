"""Templates that cannot be used are told like everything else, all at once, and the site stays as it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Project, article_text, mkdocs
from test_determinism import content_of, differences

from newsroom.folders import files_led_to

X = "docs/tin-tuc/2026/01/x.md"


@pytest.fixture
def own_templates(project: Project) -> Project:
    """A built project whose templates are its own, free to be changed."""
    (project.root / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project.root / "overrides")
    project.write(X, article_text())
    assert project.build().status == 0
    return project


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (
            {"newsroom/front_page.html": b"a\n{% if", "newsroom/listing.html": b"{% endfor %}"},
            ["newsroom/front_page.html:2:1: cau-hinh: mẫu trang sai: ", "newsroom/listing.html:1:1: cau-hinh: "],
        ),
        (
            {"newsroom/article.html": b"a\nb\xe9"},
            ["newsroom/article.html:2:1: cau-hinh: mẫu trang không phải UTF-8 (lưu lại tệp với mã UTF-8)"],
        ),
        ({"main.html": b"{% if"}, ["main.html:1:1: cau-hinh: mẫu trang sai: "]),
        (
            {"main.html": b"\xe9", "partials/header.html": b"\n\xe9"},
            ["main.html:1:1: cau-hinh: ", "partials/header.html:2:1: cau-hinh: mẫu trang không phải UTF-8"],
        ),
        (
            {"newsroom/article.html": b"a\n{{ article.titel }}", "newsroom/front_page.html": b"{{ nobody }}"},
            [
                "newsroom/article.html:2:1: cau-hinh: mẫu trang sai: 'newsroom.particulars.Particulars object' has no attribute 'titel' (sửa dòng ấy",
                "newsroom/front_page.html:1:1: cau-hinh: mẫu trang sai: 'nobody' is undefined (sửa dòng ấy, hoặc lấy lại tệp cũ)",
            ],
        ),
        ({"newsroom/article.html": b"{{ 1 + 'a' }}"}, ["newsroom/article.html:1:1: cau-hinh: mẫu trang sai: "]),
        (
            {"newsroom/article.html": b"{% include 'khong-co.html' %}"},
            ["newsroom/khong-co.html:1:1: cau-hinh: thiếu mẫu trang này (lấy lại tệp, hoặc bỏ chỗ gọi đến nó)"],
        ),
        ({"newsroom/footer.html": b"\n\n{{ nobody }}"}, ["newsroom/footer.html:3:1: cau-hinh: mẫu trang sai: "]),
        ({"partials/header.html": b"{{ nobody.at.all }}"}, ["partials/header.html:1:1: cau-hinh: mẫu trang sai: "]),
    ],
    ids=[
        "ours",
        "ours in another encoding",
        "the theme's",
        "the theme's in another encoding",
        "names that nobody knows",
        "what cannot be reckoned",
        "a template that is not there",
        "a name in the frame",
        "a name in the theme's",
    ],
)
def test_templates_that_cannot_be_used_are_told_and_the_site_stays(
    own_templates: Project, broken: dict[str, bytes], told: list[str]
) -> None:
    before = content_of(own_templates.root / "site")
    own_templates.write(X, article_text("Tên khác, để có trang phải ghi lại"))
    for path, text in broken.items():
        own_templates.write(f"overrides/{path}", text)
    run = own_templates.build()
    assert run.status == 2
    lines = run.err.splitlines()
    assert len(lines) == len(told), run.err
    assert all(line.startswith(f"overrides/{begins}") for line, begins in zip(lines, told, strict=True)), run.err
    assert differences(before, content_of(own_templates.root / "site")) == []


@pytest.mark.parametrize("template", ["main.html", "newsroom/article.html"])
def test_mkdocs_itself_tells_of_a_template_and_leaves_the_site(template: str, own_templates: Project) -> None:
    before = content_of(own_templates.root / "site")
    own_templates.write(X, article_text("Tên khác, để có trang phải ghi lại"))
    own_templates.write(f"overrides/{template}", "{% if")
    run = mkdocs(own_templates, "build")
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert f"overrides/{template}:1:1: cau-hinh: mẫu trang sai: " in run.stderr
    assert differences(before, content_of(own_templates.root / "site")) == []


def test_what_an_editors_program_lays_beside_a_template_is_none(own_templates: Project) -> None:
    (own_templates.root / "overrides/newsroom/.#article.html").symlink_to("nguoi@may.123:456")
    own_templates.write("overrides/newsroom/.article.html", b"{% if \xe9")
    run = own_templates.build()
    assert (run.status, run.err) == (0, "")
    assert "ghi 0 tệp" in run.out


def test_a_slip_that_few_pages_meet_is_told_by_whoever_draws_them_and_mended_leaves_nothing(
    own_templates: Project,
) -> None:
    for number in range(130):  # enough for workers
        own_templates.write(f"docs/tin-tuc/2026/01/bai-{number}.md", article_text(f"Tên bài số {number}"))
    template = own_templates.root / "overrides/newsroom/article.html"
    text = template.read_text("utf-8")
    template.write_text(text + "{% if card.title == 'Tên bài số 77' %}\n{{ nobody }}{% endif %}", "utf-8")
    run = own_templates.build("--jobs", "2")
    line = text.count("\n") + 2
    assert run.status == 2
    assert run.err.startswith(
        f"overrides/newsroom/article.html:{line}:1: cau-hinh: mẫu trang sai: 'nobody' is undefined ("
    )
    assert len(run.err.splitlines()) == 1
    template.write_text(text, "utf-8")
    assert own_templates.build().status == 0
    built = content_of(own_templates.root / "site")
    shutil.rmtree(own_templates.root / "site")
    assert own_templates.build("--clean").status == 0
    assert differences(built, content_of(own_templates.root / "site")) == []


def test_a_file_whose_name_is_no_text_is_told_and_the_site_stays(own_templates: Project) -> None:
    before = content_of(own_templates.root / "site")
    file = os.fsencode(own_templates.root / "overrides/assets") + b"/anh-\xff.png"
    with open(file, "wb"):  # noqa: PTH123 - a path of bytes
        pass
    own_templates.write(X, article_text("Tên khác, để có trang phải ghi lại"))
    run = own_templates.build()
    assert run.status == 2
    assert run.err.startswith("overrides/assets/anh-\\udcff.png:1:1: cau-hinh: tên tệp không phải UTF-8")
    assert differences(before, content_of(own_templates.root / "site")) == []


def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(tmp_path: Path) -> None:
    assert files_led_to(tmp_path / "nowhere") == set()
    place = os.open(tmp_path, os.O_RDONLY)
    for _ in range(30):  # deeper than a path may be long: that stops root as well
        os.mkdir("x" * 200, dir_fd=place)
        inner = os.open("x" * 200, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)
    with pytest.raises(OSError, match="too long"):
        files_led_to(tmp_path)
