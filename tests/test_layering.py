"""Imports point one way: from what comes later in the story to what comes earlier."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Final

import pytest
from conftest import ROOT

import newsroom
from newsroom.versions import DRAWING

SCRIPTS: Final = ROOT / "scripts"
LIBRARY: Final = SCRIPTS / "newsroom"
LONGEST: Final = 220
"""Lines of a module; a longer one becomes a folder with a file for each subject."""

LAYERS: Final = [
    {"code_page", "spotting", "unreadable"},
    {
        *(
            "codes",
            "vietnamese",
            "syllables",
            "addresses",
            "digests",
            "cache",
            "folders",
            "stages",
            "grouping",
            "scan",
            "lock",
            "workers",
            "nodes",
            "policy",
        ),
        *(
            "letters",
            "hosts",
            "watch",
            "disk",
            "lookout",
            "javascript",
            "breakage",
            "verbatim",
            "object_streams",
            "pdf_words",
            "office_files",
            "surnames",
        ),
    },
    {
        *("problem", "letter_faults", "outputs", "vocabulary", "dates", "pictures", "picture_words", "active_files"),
        "places",
    },
    {"fences", "front_matter", "picture_html", "mentions", "intake", "imaging"},
    {"picture_book", "fields", "circumstances", "configuration"},
    {"archival", "history", "imprint", "provenance", "source"},
    {"settings", "vetting", "disclosure", "filing", "framework", "placeholders"},
    {"article", "attachments", "branch", "official_document", "page", "programme", "rating_rules", "unit", "versions"},
    {"bytecode", "card", "lineage", "particulars", "people", "progress", "register", "rollup", "trends"},
    {"entities"},
    {"library"},
    {"targets", "citations", "names", "bearers", "signers", "subtraction"},
    {"rules", "listings", "scaffold", "handbook"},
    {"schemas"},
    {"related"},
    {"body", "charts"},
    {"entry"},
    {"shelves"},
    {"ledger"},
    {"reading"},
    {"converting", "recognition"},
    {"proof"},
    {"render"},
    {"feeds", "sitemap", "redirects", "search", "theme", "web_servers", "open_data"},
    {"sheets"},
    {"specimens"},
    {"quires"},
    {"press", "workshop"},
    {"build", "preview"},
    {"site_check"},
    {"publishing"},
]
"""The modules and packages of the library, lowest first. Those of one layer know nothing of each other."""

MODULES: Final = sorted(LIBRARY.rglob("*.py"))
PARTS: Final = {part for layer in LAYERS for part in layer} | {""}


def imported(file: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it: "newsroom.fields.reader"."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file.name} imports by a relative name"
            yield from (module_of(node.module or "", alias.name) for alias in node.names)


def module_of(package: str, name: str) -> str:
    """The module that `from package import name` reads: the name itself may be one."""
    below = SCRIPTS.joinpath(*package.split("."), name)
    return f"{package}.{name}" if below.is_dir() or below.with_suffix(".py").exists() else package


def name_of(file: Path) -> str:
    """The name under which a file of the library is imported."""
    parts = file.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def ours(file: Path) -> set[str]:
    """The modules of the library that a file imports."""
    return {name for name in imported(file) if name.partition(".")[0] == "newsroom"}


def part_of(module: str) -> str:
    """The part of the library a module belongs to: "fields" for newsroom.fields.reader."""
    return module.split(".")[1] if "." in module else ""


def layer_of(part: str) -> int:
    """How high a part stands."""
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


def test_every_part_of_the_library_has_one_layer() -> None:
    parts = [part for layer in LAYERS for part in layer]
    assert sorted(parts) == sorted({part_of(name_of(file)) for file in MODULES} - {""})


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_a_module_imports_from_lower_layers_only(file: Path) -> None:
    part = part_of(name_of(file))
    others = {part_of(name) for name in ours(file)} - {part}
    assert not [other for other in sorted(others) if not part or layer_of(other) >= layer_of(part)]


def test_what_is_kept_of_a_source_depends_on_no_module_that_only_draws() -> None:
    below = {
        part: {part_of(name) for file in MODULES if part_of(name_of(file)) == part for name in ours(file)}
        for part in PARTS
    }
    found, ahead = set[str](), {"reading", "converting", "recognition", "attachments", "intake", "picture_book"}
    while ahead:
        found |= ahead
        ahead = {other for part in ahead for other in below[part]} - found
    assert found & DRAWING == {"workers"}, "who carries what is made has no say in it"


def test_no_module_imports_itself_through_others() -> None:
    graph = {name_of(file): ours(file) - {name_of(file)} for file in MODULES}
    assert set(TopologicalSorter(graph).static_order()) >= set(graph)


def test_mkdocs_is_known_to_one_file() -> None:
    files = [file for file in SCRIPTS.rglob("*.py") if any(n.partition(".")[0] == "mkdocs" for n in imported(file))]
    assert [file.relative_to(SCRIPTS).as_posix() for file in files] == ["hooks.py"]


def test_digests_are_made_in_one_room() -> None:
    told = [name_of(file) for file in MODULES if "blake2b" in file.read_text(encoding="utf-8")]
    assert told == ["newsroom.digests"]


def test_the_library_knows_no_command() -> None:
    commands = {file.stem for file in SCRIPTS.glob("*.py")}
    assert not [(file.name, name) for file in MODULES for name in imported(file) if name in commands]


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_a_module_is_short_enough_to_be_read(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST


def test_the_story_of_the_library_names_what_exists() -> None:
    told = re.findall(r"`([a-z_]+)(?:\.(\w+))?`", newsroom.__doc__ or "")
    assert len(told) >= 8
    for part, name in told:
        module = importlib.import_module(f"newsroom.{part}")
        assert not name or hasattr(module, name)
