"""Front matter read into nodes: nothing guessed, every node with its place."""

from __future__ import annotations

import pytest

from newsroom.codes import Code
from newsroom.fences import split
from newsroom.front_matter import parse
from newsroom.nodes import Mapping, Scalar, Sequence, locate
from newsroom.problem import ContentError

PATH = "docs/tin-tuc/2026/01/x.md"


def front(block: str) -> Mapping:
    """The nodes of a block that begins on line 2 of its file."""
    return parse(block, PATH)


def refusals(block: str) -> list[tuple[int, int, Code]]:
    """What is wrong with a block: line, column, code."""
    with pytest.raises(ContentError) as raised:
        front(block)
    assert {problem.path for problem in raised.value.problems} == {PATH}
    return [(problem.line, problem.column, problem.code) for problem in raised.value.problems]


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "on",
        "Off",
        "true",
        "null",
        "~",
        "12:30",
        "2022-10-25",
        "2022-10-25 21:46",
        "2022-10-25T21:46:16+07:00",
        "007",
        "0o17",
        "0x1F",
        "1_000",
        "1e3",
        "104.50",
        ".inf",
        "=",
        "25-NQ/TW",
    ],
)
def test_a_value_stays_what_the_editor_typed(typed: str) -> None:
    value = front(f"field: {typed}").get("field")
    assert isinstance(value, Scalar)
    assert value.text == typed
    assert not value.quoted


@pytest.mark.parametrize("written", ['"no"', "'no'"])
def test_quotes_are_remembered_and_taken_off(written: str) -> None:
    value = front(f"field: {written}").get("field")
    assert value == Scalar("no", 2, 8, quoted=True)


def test_every_node_knows_its_line_and_column() -> None:
    root = front("title: Bài thử\nimage:\n  file: anh.jpg\nauthors:\n  - {name: Người Viết Thử}\n  - name: Người Hai\n")
    assert (root.line, root.column) == (2, 1)
    assert locate(root, "title") == Scalar("Bài thử", 2, 8)
    assert locate(root, "image", "file") == Scalar("anh.jpg", 4, 9)
    assert locate(root, "authors", 0, "name") == Scalar("Người Viết Thử", 6, 12)
    assert locate(root, "authors", 1, "name") == Scalar("Người Hai", 7, 11)


@pytest.mark.parametrize(
    ("path", "line"),
    [(("authors", 5), 3), (("authors", "name"), 3), (("title", "x"), 2), (("missing", "x"), 2), ((), 2)],
)
def test_locating_stops_at_the_deepest_node_there_is(path: tuple[str | int, ...], line: int) -> None:
    assert locate(front("title: Bài thử\nauthors: [a, b]\n"), *path).line == line


def test_keys_keep_their_order_and_nested_values_their_kind() -> None:
    root = front("b: 1\na: [x, y]\nc: {d: 2}\n")
    assert [key.text for key, _ in root.entries] == ["b", "a", "c"]
    assert isinstance(root.get("a"), Sequence)
    assert isinstance(root.get("c"), Mapping)
    assert root.get("e") is None


def test_a_folded_sentence_is_one_value() -> None:
    value = front("lead: >-\n  Câu thứ nhất\n  và câu thứ hai.\n").get("lead")
    assert isinstance(value, Scalar)
    assert value.text == "Câu thứ nhất và câu thứ hai."


def test_a_key_declared_twice_is_reported_where_it_stands_again() -> None:
    assert refusals("title: a\nlead: b\ntitle: c\n") == [(4, 1, Code.DUPLICATE_KEY)]


def test_a_nested_key_declared_twice_is_reported() -> None:
    assert refusals("image: {file: a.jpg, file: b.jpg}") == [(2, 22, Code.DUPLICATE_KEY)]


def test_the_same_key_in_two_groups_is_no_fault() -> None:
    assert len(front("authors:\n  - name: A\n  - name: B\n").entries) == 1


@pytest.mark.parametrize(
    ("block", "column"),
    [
        ("a: &x 1", 4),
        ("a: &x [1]", 4),
        ("a: !!python/object/apply:os.system [ls]", 4),
        ("a: !!int 5", 4),
        ("a: !x y", 4),
        ("&x a: 1", 1),
    ],
)
def test_anchors_and_tags_are_refused(block: str, column: int) -> None:
    assert refusals(block) == [(2, column, Code.FORBIDDEN_YAML)]


def test_an_alias_is_refused_beside_its_anchor() -> None:
    assert refusals("a: &x 1\nb: *x\n<<: *x\n") == [
        (2, 4, Code.FORBIDDEN_YAML),
        (3, 4, Code.FORBIDDEN_YAML),
        (4, 5, Code.FORBIDDEN_YAML),
    ]


def test_a_bomb_of_aliases_is_refused_unexploded() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join(f'*{a}' for _ in range(9))}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert {code for _, _, code in refusals("\n".join(lines))} == {Code.FORBIDDEN_YAML}


def test_every_fault_of_a_block_is_told_at_once() -> None:
    found = refusals("a: 1\na: 2\nb: &x 3\nc: !t 4\n")
    assert [code for _, _, code in found] == [Code.DUPLICATE_KEY, Code.FORBIDDEN_YAML, Code.FORBIDDEN_YAML]


def test_faults_before_the_place_where_yaml_breaks_are_told_too() -> None:
    assert [code for _, _, code in refusals("a: 1\na: 2\nb: [\n")] == [Code.DUPLICATE_KEY, Code.BROKEN_YAML]


@pytest.mark.parametrize("depth", [9, 10, 5000])
def test_nesting_too_deep_is_refused(depth: int) -> None:
    assert [code for _, _, code in refusals("a: " + "[" * depth + "]" * depth)] == [Code.FORBIDDEN_YAML]


def test_nesting_as_deep_as_profiles_need_is_read() -> None:
    assert front("a: " + "[" * 5 + "]" * 5).get("a") is not None


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("title: Thôn Mẫu: nạo vét mương\nlead: x\n", 2),
        ('lead: x\ntitle: "Thôn "Mẫu" họp"\n', 3),
        ("title: x\nauthors:\n\t- name: A\n", 4),
        ("title: x\n  lead: y\n", 3),
        ("title: x\ntags: [a, b\nlead: y\n", 3),
        ("title: x\nlead: @y\n", 3),
        ("title: x\nlead: %y\n", 3),
        ("title: x\nlead: - y\n", 3),
        ("title: x\nrác\nlead: y\n", 3),
    ],
)
def test_broken_yaml_is_told_with_its_line(block: str, line: int) -> None:
    assert [(found, code) for found, _, code in refusals(block)] == [(line, Code.BROKEN_YAML)]


def test_a_quote_that_never_closes_is_told() -> None:
    assert refusals('title: "Bài thử\nlead: x\n') == [(2, 8, Code.BROKEN_YAML)]


@pytest.mark.parametrize("block", ["- a\n- b\n", "chỉ một câu", "", "# chỉ ghi chú\n", "[a, b]"])
def test_a_block_that_is_no_list_of_fields_is_refused(block: str) -> None:
    assert [code for _, _, code in refusals(block)] == [Code.BROKEN_YAML]


@pytest.mark.parametrize("block", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "[a]: b\n"])
def test_a_field_whose_name_is_no_word_is_refused(block: str) -> None:
    assert {code for _, _, code in refusals(block)} == {Code.BROKEN_YAML}


@pytest.mark.parametrize("block", ["title: x\n...\nlead: y\n", "{title: x}\nlead: y\n", "{title: x} rác\n"])
def test_text_behind_the_end_of_the_fields_is_not_lost_in_silence(block: str) -> None:
    assert {code for _, _, code in refusals(block)} == {Code.BROKEN_YAML}


def test_a_trusted_block_may_hold_tags_and_anchors() -> None:
    root = parse("a: &x 1\nb: !ENV [X, y]\nc: *x\n", "mkdocs.yml", 1, trusted=True)
    assert locate(root, "a") == Scalar("1", 1, 4)
    assert isinstance(root.get("b"), Sequence)


def test_a_document_is_cut_in_two() -> None:
    parts = split("---\ntitle: x\nlead: y\n---\nDòng một.\n\n---\nDòng hai.\n", PATH)
    assert (parts.block, parts.block_line) == ("title: x\nlead: y", 2)
    assert (parts.body, parts.body_line) == ("Dòng một.\n\n---\nDòng hai.\n", 5)


def test_blanks_behind_the_fences_do_no_harm() -> None:
    parts = split("---  \ntitle: x\n---\t\nThân bài.", PATH)
    assert (parts.block, parts.body) == ("title: x", "Thân bài.")


def test_a_document_may_have_no_body() -> None:
    assert split("---\ntitle: x\n---", PATH).body == ""


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, Code.NO_FRONT_MATTER),
        ("Thân bài.\n", 1, Code.NO_FRONT_MATTER),
        ("\n---\ntitle: x\n---\n", 1, Code.NO_FRONT_MATTER),
        ("----\ntitle: x\n----\n", 1, Code.NO_FRONT_MATTER),
        ("---", 1, Code.OPEN_FRONT_MATTER),
        ("---\ntitle: x\nThân bài.\n", 1, Code.OPEN_FRONT_MATTER),
        ("---\ntitle: x\nThân bài.\n\n----\n", 1, Code.OPEN_FRONT_MATTER),
        ("---\ntitle: x\n ---\n", 3, Code.OPEN_FRONT_MATTER),
    ],
)
def test_a_document_without_whole_front_matter_is_refused(text: str, line: int, code: Code) -> None:
    with pytest.raises(ContentError) as raised:
        split(text, PATH)
    (problem,) = raised.value.problems
    assert (problem.path, problem.line, problem.column, problem.code) == (PATH, line, 1, code)
