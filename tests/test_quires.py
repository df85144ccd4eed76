"""Quires: what is passed over lies as it would have been planned, wherever in the archive something changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from conftest import NOW, ROOT, Project, article_text, make_project

from newsroom.dates import parse_moment
from newsroom.ledger import Ledger
from newsroom.proof import proofread
from newsroom.render.articles import article_blocks
from newsroom.render.edition import Edition
from newsroom.render.environment import make_environment
from newsroom.settings import read_settings

MANY: Final = 600
BLOCK: Final = 256
"""Articles of a block, counted from the oldest."""

Blocks = dict[str, tuple[bytes, dict[str, bytes]]]
"""The inputs of each block, and those of each of its pages."""


def path_of(number: int) -> str:
    """Where the article of a number lies; the oldest is 0."""
    return f"docs/tin-tuc/{2020 + number // 336}/{number // 28 % 12 + 1:02d}/bai-{number:03}.md"


def text_of(number: int, title: str = "", **fields: str) -> str:
    """The article of a number."""
    date = f"{2020 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d} 08:00"
    title = title or f"Bài thử số {number:03} của kho bài"
    return article_text(title, **{"date": date, "body": f"Đoạn văn của bài {number}.\n", **fields})


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A section of more than two blocks, read once."""
    project = make_project(tmp_path_factory.mktemp("quires") / "project")
    for number in range(MANY):
        project.write(path_of(number), text_of(number))
    return project


def blocks_of(project: Project) -> Blocks:
    """The blocks of a project as it is now; what the ledger learnt makes the next time short."""
    settings = read_settings(project.root / "mkdocs.yml")
    ledger = Ledger(project.root / ".cache/quires.sqlite", "test")
    try:
        proof = proofread(project.root / "docs", settings, parse_moment(NOW), ledger)
        assert not proof.problems
        environment = make_environment(ROOT / "overrides/newsroom")
        edition = Edition(
            proof.library, proof.citations, proof.names, proof.entries, ledger, environment, proof.attachments
        )
        return {
            block.name: (block.inputs, {plan.url: plan.inputs for plan in block.plans()})
            for block in article_blocks(edition)
        }
    finally:
        ledger.close()


def changed_by(project: Project, path: str, text: str) -> tuple[Blocks, Blocks]:
    """The blocks before and after a file is another; the project is then as it was."""
    file = project.root / path
    old = file.read_text(encoding="utf-8") if file.exists() else None
    before = blocks_of(project)
    file.unlink(missing_ok=True)
    if text:
        project.write(path, text)
    after = blocks_of(project)
    file.unlink(missing_ok=True)
    if old is not None:
        project.write(path, old)
    return before, after


def test_blocks_hold_every_article_once(archive: Project) -> None:
    blocks = blocks_of(archive)
    urls = [url for _, pages in blocks.values() for url in pages]
    assert len(urls) == len({*urls}) == MANY
    assert [len(pages) for _, pages in blocks.values()] == [BLOCK, BLOCK, MANY - 2 * BLOCK]


Edit = Callable[[int], str]


@pytest.mark.parametrize("edit", [lambda n: text_of(n, "Bài thử có tên khác hẳn"), lambda _: ""], ids=["title", "gone"])
@pytest.mark.parametrize("number", [0, 3, 249, 250, 251, 254, 255, 256, 257, 260, 261, 262, 400, 594, 598, 599])
def test_a_block_that_stays_has_the_pages_it_had(archive: Project, number: int, edit: Edit) -> None:
    before, after = changed_by(archive, path_of(number), edit(number))
    for name, (inputs, pages) in before.items():
        assert inputs != after[name][0] or pages == after[name][1], f"{name} is passed over, and its pages are others"
    moved = [name for name, (inputs, _) in before.items() if inputs != after[name][0]]
    assert moved, "the change is seen"


def test_a_body_moves_its_own_block_alone_and_a_new_article_the_last(archive: Project) -> None:
    before, after = changed_by(archive, path_of(300), text_of(300, body="Đoạn văn khác hẳn.\n"))
    assert [name for name in before if before[name] != after[name]] == ["tin-tuc/tin-chung/1"]
    before, after = changed_by(archive, path_of(MANY), text_of(MANY))
    assert [name for name in before if before[name] != after[name]] == ["tin-tuc/tin-chung/2"]


def test_what_an_article_names_moves_its_block(archive: Project) -> None:
    before, after = changed_by(archive, path_of(20), text_of(20, people="[Người Mẫu]"))
    assert [name for name in before if before[name] != after[name]] == ["tin-tuc/tin-chung/0"]
