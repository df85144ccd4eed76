"""Templates that cannot be used are told like everything else, all at once, and the site stays as it is."""

from __future__ import annotations

import shutil

import pytest
from conftest import ROOT, Project, article_text, mkdocs
from test_determinism import content_of, differences

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
    ],
    ids=["ours", "ours in another encoding", "the theme's", "the theme's in another encoding"],
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
