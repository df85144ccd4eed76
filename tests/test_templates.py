"""Our templates: which of them a page needs, found without drawing."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import meta

from newsroom.problem import ConfigurationError
from newsroom.render.environment import make_environment
from newsroom.render.plan import ANY
from newsroom.render.templates import Templates

OURS = Path(__file__).resolve().parents[1] / "overrides" / "newsroom"
NAMES = sorted(file.name for file in OURS.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_template_names_is_what_jinja_finds(name: str) -> None:
    environment = make_environment(OURS)
    found, fresh = set[str](), {name}
    while fresh:
        found |= fresh
        texts = [(OURS / known).read_text("utf-8") for known in fresh]
        named = {one for text in texts for one in meta.find_referenced_templates(environment.parse(text))}
        assert None not in named
        fresh = {str(one) for one in named} - found
    assert Templates(environment).needed(name) == found


def test_a_template_named_by_a_variable_may_be_any(tmp_path: Path) -> None:
    for name, text in {"a.html": "{% include what %}", "b.html": "b", "c.html": "{%- extends 'b.html' %}"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    templates = Templates(make_environment(tmp_path))
    assert templates.needed("a.html") == {"a.html", "b.html", "c.html"}
    assert templates.needed("c.html") == {"b.html", "c.html"}


@pytest.mark.parametrize("naming", ["'b.html' if x else 'c.html'", "['d.html', 'b.html']", "'b' ~ '.html'"])
def test_a_template_named_by_more_than_its_name_may_be_any(naming: str, tmp_path: Path) -> None:
    for name, text in {"a.html": f"{{% include {naming} %}}", "b.html": "b", "c.html": "c"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert Templates(make_environment(tmp_path)).needed("a.html") == {"a.html", "b.html", "c.html"}


def test_a_template_that_may_be_missing_is_needed_where_it_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{% include 'b.html' ignore missing %}", "utf-8")
    assert Templates(make_environment(tmp_path)).needed("a.html") == {"a.html"}
    (tmp_path / "b.html").write_text("b", "utf-8")
    assert Templates(make_environment(tmp_path)).needed("a.html") == {"a.html", "b.html"}


def test_a_change_of_a_named_template_is_told(tmp_path: Path) -> None:
    for name, text in {"a.html": "{% from 'b.html' import x %}", "b.html": "b", "c.html": "c"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    before = Templates(make_environment(tmp_path))
    told = {name: before.digest(name) for name in ("a.html", "b.html", "c.html", ANY)}
    (tmp_path / "b.html").write_text("khác", "utf-8")
    after = Templates(make_environment(tmp_path))
    assert {name for name, digest in told.items() if after.digest(name) != digest} == {"a.html", "b.html", ANY}


def test_a_drawing_among_the_templates_counts_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{% include what %}", "utf-8")
    (tmp_path / "dau.svg").write_text("<svg/>", "utf-8")
    before = Templates(make_environment(tmp_path))
    told = {name: before.digest(name) for name in ("a.html", ANY)}
    (tmp_path / "dau.svg").write_text("<svg></svg>", "utf-8")
    after = Templates(make_environment(tmp_path))
    assert all(after.digest(name) != digest for name, digest in told.items())


def test_a_template_that_is_not_there_is_no_silence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"/a.html:1:1: cau-hinh: thiếu mẫu trang này"):
        Templates(make_environment(tmp_path)).digest("a.html")
