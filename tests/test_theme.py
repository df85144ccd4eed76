"""The theme around the pages: drawn once, kept between builds, and drawn anew by whatever changes it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MINIMAL_CONFIG, ROOT, Project, article_text, mkdocs
from test_determinism import content_of

from newsroom.settings import read_settings

SCRIPTS = ROOT / "scripts"
KEPT = ".cache/theme.sqlite"
WATCHED = """
import sys
from pathlib import Path
sys.path.insert(0, {scripts!r})
import edge
printed = edge.run_build(Path("mkdocs.yml").resolve(), Path("site").resolve(), strict=False)
print(printed.written, "mkdocs" in sys.modules)
"""
PAGE = '---\ntitle: "Giới thiệu trang thử"\ndescription: "Trang giới thiệu giả định, chỉ dùng trong kiểm thử của dự án này."\n---\nMột đoạn.\n'


@pytest.fixture
def built(project: Project) -> Project:
    """A project with an article, a documentation page in its menu, templates of its own, and its site."""
    project.write("mkdocs.yml", MINIMAL_CONFIG.replace("nav:\n", "nav:\n  - gioi-thieu.md\n"))
    project.write("docs/tin-tuc/2026/01/bai-mot.md", article_text("Bài thử thứ nhất của kho"))
    project.write("docs/gioi-thieu.md", PAGE)
    (project.root / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project.root / "overrides")
    run = project.build()
    assert run.status == 0, run.err
    return project


def build_watched(project: Project) -> tuple[int, bool]:
    """How many files a build wrote, and whether it loaded MkDocs."""
    command = [sys.executable, "-c", WATCHED.format(scripts=str(SCRIPTS))]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=True)
    written, loaded = done.stdout.split()
    return int(written), loaded == "True"


def equals_a_clean_build(project: Project) -> bool:
    run = project.build("--site-dir", "anew", "--clean")
    assert run.status == 0, run.err
    return content_of(project.root / "site") == content_of(project.root / "anew")


def test_an_article_is_added_without_loading_mkdocs(built: Project) -> None:
    assert build_watched(built) == (0, False)
    built.write("docs/tin-tuc/2026/01/bai-hai.md", article_text("Bài thử thứ hai của kho"))
    written, loaded = build_watched(built)
    assert written > 0
    assert not loaded
    assert equals_a_clean_build(built)


def test_a_page_with_contents_is_drawn_by_the_theme(built: Project) -> None:
    built.write("docs/gioi-thieu.md", PAGE + "\n## Một mục mới\n\nLời.\n")
    written, loaded = build_watched(built)
    assert written > 0
    assert loaded
    assert equals_a_clean_build(built)


CHANGES = {
    "a template of the theme": ("overrides/partials/header.html", ("</header>", "<i></i></header>")),
    "a style sheet": ("overrides/assets/stylesheets/newsroom.css", (":root", "/* */:root")),
    "an icon": ("overrides/.icons/newsroom/mark.svg", ("<svg", '<svg id="dau"')),
    "a word of the theme": ("overrides/partials/languages/vi-newsroom.html", ("}", "} ")),
    "the frame of ours": ("overrides/newsroom/footer.html", ("</footer>", "<i></i></footer>")),
    "a title in the menu": ("docs/gioi-thieu.md", ("Giới thiệu trang thử", "Về trang thử")),
    "the menu": ("mkdocs.yml", ("  - Chi bộ: chi-bo/\n", "")),
}


@pytest.mark.parametrize(("path", "change"), CHANGES.values(), ids=CHANGES)
def test_whatever_changes_the_theme_has_it_drawn_anew(built: Project, path: str, change: tuple[str, str]) -> None:
    text = (built.root / path).read_text("utf-8")
    assert change[0] in text
    built.write(path, text.replace(*change, 1))
    written, loaded = build_watched(built)
    assert written > 0
    assert loaded
    assert equals_a_clean_build(built)


def test_a_template_of_ours_that_the_theme_draws_has_it_drawn_anew(built: Project) -> None:
    header = built.root / "overrides/partials/header.html"
    built.write("overrides/newsroom/loi.html", "<b>Một lời</b>")
    naming = '{% include "newsroom/loi.html" %}</header>'
    header.write_text(header.read_text("utf-8").replace("</header>", naming), "utf-8")
    assert build_watched(built)[1]
    built.write("overrides/newsroom/loi.html", "<b>Lời khác</b>")
    assert build_watched(built)[1]
    assert equals_a_clean_build(built)


@pytest.mark.parametrize(
    "path", ["assets/stylesheets/newsroom.css", "partials/header.html", ".icons/newsroom/mark.svg"]
)
def test_what_a_link_leads_the_theme_to_has_it_drawn_anew(built: Project, path: str) -> None:
    folder = built.root / "overrides" / Path(path).parent
    shared = folder.rename(built.root / "chung")
    folder.symlink_to(shared)
    assert build_watched(built) == (0, False)
    file = shared / Path(path).name
    file.write_text(file.read_text("utf-8").replace("<", "<!-- -->\n<", 1) + "\n", "utf-8")
    assert build_watched(built)[1]
    assert equals_a_clean_build(built)


def test_what_is_typed_behind_mkdocs_is_not_kept_for_others(built: Project) -> None:
    header = built.root / "overrides/partials/header.html"
    told = "{{ config.use_directory_urls }}</header>"
    header.write_text(header.read_text("utf-8").replace("</header>", told), "utf-8")
    run = mkdocs(built, "build", "--no-directory-urls")
    assert (run.returncode, "False</header>" in (built.root / "site/index.html").read_text("utf-8")) == (0, True)
    assert built.build().status == 0
    assert equals_a_clean_build(built)
    assert mkdocs(built, "build").returncode == 0
    assert build_watched(built) == (0, False), "nothing typed, and it serves all"


@pytest.mark.parametrize("lost", [".cache/mkdocs", ".cache/mkdocs/assets/stylesheets/newsroom.css", KEPT])
def test_what_is_lost_of_what_is_kept_is_made_anew(built: Project, lost: str) -> None:
    place = built.root / lost
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    assert build_watched(built) == (0, True)
    assert build_watched(built) == (0, False)


def test_a_link_among_what_is_kept_leads_nowhere(built: Project) -> None:
    assets, elsewhere = built.root / ".cache/mkdocs/assets", built.root / "noi-khac"
    shutil.rmtree(assets)
    elsewhere.mkdir()
    assets.symlink_to(elsewhere)
    assert build_watched(built) == (0, True)
    assert equals_a_clean_build(built)
    assert not any(elsewhere.iterdir())


def test_a_theme_that_the_environment_has_a_say_in_is_never_kept(built: Project) -> None:
    config = (built.root / "mkdocs.yml").read_text("utf-8")
    built.write(
        "mkdocs.yml", config.replace("  font: false\n", "  font: false\n  favicon: !ENV [BIEU_TUONG, mot.svg]\n")
    )
    assert built.build().status == 0
    assert build_watched(built) == (0, True)
    assert built.build(environment={"BIEU_TUONG": "hai.svg"}).status == 0
    assert 'href="hai.svg"' in (built.root / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "change",
    [
        ("custom_dir: overrides", "custom_dir: ../overrides"),
        ("name: material", "name: khac"),
        ("plugins: []", "plugins: [search]"),
        ("plugins: []", ""),
        ("hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, khac.py]"),
        ("hooks: [scripts/hooks.py]", "hooks: [khac/hooks.py]"),
        ("site_name:", "INHERIT: chung.yml\nsite_name:"),
    ],
)
def test_a_configuration_that_reaches_beyond_itself_is_known(project: Project, change: tuple[str, str]) -> None:
    assert read_settings(project.write("mkdocs.yml", MINIMAL_CONFIG)).is_self_contained
    assert change[0] in MINIMAL_CONFIG
    assert not read_settings(project.write("mkdocs.yml", MINIMAL_CONFIG.replace(*change))).is_self_contained


def test_a_configuration_without_our_hook_is_told(built: Project) -> None:
    config = (built.root / "mkdocs.yml").read_text("utf-8")
    built.write("mkdocs.yml", config.replace("hooks: [scripts/hooks.py]\n", ""))
    run = built.build()
    assert run.status == 2
    assert "mkdocs.yml:1:1: cau-hinh: thiếu hooks: [scripts/hooks.py]" in run.err
