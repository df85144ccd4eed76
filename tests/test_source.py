"""Sources: bytes of all kinds become NFC text with plain newlines, or a problem with its place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from conftest import article_text

from newsroom.codes import Code
from newsroom.nodes import Scalar
from newsroom.problem import ContentError, Problem
from newsroom.scan import scan
from newsroom.source import DocumentType, Source, decode, document_type, read_source

URI = "tin-tuc/2026/01/x.md"
PATH = f"docs/{URI}"
TCVN3 = (
    b"---\ntitle: Chi b\xe9 h\xe4p th\xad\xeang k\xfa th\xb8ng n\xb5y\nlead: \xa7\xb6ng vi\xaan d\xf9 \xae\xf1\n---\n"
)
"""“Chi bộ họp thường kỳ tháng này … Đảng viên dự đủ”, as an old Word with the font .VnTime stores it."""


def written(folder: Path, uri: str, content: str | bytes) -> Source:
    """A source as read from a file below `folder`/docs."""
    file = folder / "docs" / uri
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_source(folder / "docs", uri)


def refusal(data: bytes) -> Problem:
    """The one problem for which the bytes are refused."""
    with pytest.raises(ContentError) as raised:
        decode(data, PATH)
    (problem,) = raised.value.problems
    assert problem.path == PATH
    return problem


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_by_its_name(encoding: str) -> None:
    problem = refusal(article_text().encode(encoding))
    assert problem.code is Code.ENCODING
    assert "UTF-16" in problem.message


def test_tcvn3_is_refused_by_its_name() -> None:
    problem = refusal(TCVN3)
    assert (problem.line, problem.column, problem.code) == (2, 13, Code.ENCODING)
    assert "TCVN3" in problem.message


def test_another_encoding_is_refused_where_it_shows_first() -> None:
    data = b"---\ntitle: Bai thu\n---\nDoan van dai khong dau o dau tep.\n" + b"caf\xe9 cu\n"
    problem = refusal(data)
    assert (problem.line, problem.column, problem.code) == (5, 4, Code.ENCODING)
    assert "TCVN3" not in problem.message
    assert "UTF-16" not in problem.message


def test_a_half_character_at_the_end_is_refused() -> None:
    assert refusal("---\ntitle: Đả".encode()[:-1]).code is Code.ENCODING


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    source = written(tmp_path, URI, b"\xef\xbb\xbf" + article_text("Chi bộ thử họp").encode())
    assert source.front.get("title") == Scalar("Chi bộ thử họp", 2, 8, quoted=True)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_newlines_of_other_systems_are_read_with_the_same_places(tmp_path: Path, newline: str) -> None:
    plain = written(tmp_path, URI, article_text())
    assert written(tmp_path, URI, article_text().replace("\n", newline)) == plain


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    text = article_text("Đảng ủy xã Mẫu họp", body="Đồng chí Người Thử phát biểu.\n")
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert written(tmp_path, URI, decomposed) == written(tmp_path, URI, text)


CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9d\u2028\u2029\u202e\u2066\ufffe\uffff"
"""Among them line ends that YAML counts and editors' programs do not: they would move the place of every later problem."""


@pytest.mark.parametrize("character", CONTROLS)
def test_a_control_character_is_refused_with_its_place(character: str) -> None:
    problem = refusal(f"---\ntitle: Bài thử\n---\nĐoạn {character}văn.\n".encode())
    assert (problem.line, problem.column, problem.code) == (4, 6, Code.CONTROL_CHARACTER)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize("sign", ["\uf0b7", "\uf0a7", "\uf0fc"])
def test_a_bullet_of_word_is_told_as_one(sign: str) -> None:
    problem = refusal(f"---\ntitle: Bài thử\n---\n{sign} Đoạn văn.\n".encode())
    assert (problem.line, problem.column, problem.code) == (4, 1, Code.CONTROL_CHARACTER)
    assert "Wingdings" in problem.message
    assert "“- ”" in problem.cure


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\x00", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1", ".doc"),
        (b"{\\rtf1\\ansi B}", ".rtf"),
        (b"%PDF-1.7\n", "PDF"),
    ],
)
def test_what_another_program_wrote_is_told_by_its_name(data: bytes, told: str) -> None:
    problem = refusal(data)
    assert (problem.line, problem.column, problem.code) == (1, 1, Code.ENCODING)
    assert told in problem.message


def test_tabs_and_joined_emoji_are_no_control_characters() -> None:
    text = "Cột\tmột 👩\u200d🌾\n"
    assert decode(text.encode(), PATH) == text


def test_an_empty_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        written(tmp_path, URI, b"")
    assert [(p.path, p.line, p.code) for p in raised.value.problems] == [(PATH, 1, Code.NO_FRONT_MATTER)]


def test_a_source_knows_where_its_body_begins(tmp_path: Path) -> None:
    source = written(tmp_path, URI, article_text(body="Dòng một.\nDòng hai.\n"))
    assert source.body == "Dòng một.\nDòng hai.\n"
    assert source.body_line == 8
    assert (source.uri, source.path) == (URI, PATH)


@pytest.mark.parametrize(
    ("field", "place"), [(("title",), (2, 8)), (("authors", 0, "role"), (6, 40)), (("missing",), (2, 1)), ((), (2, 1))]
)
def test_a_problem_is_placed_at_a_field(tmp_path: Path, field: tuple[str | int, ...], place: tuple[int, int]) -> None:
    problem = written(tmp_path, URI, article_text()).problem(Code.LENGTH, "điều sai", "cách sửa", *field)
    assert (problem.path, problem.line, problem.column) == (PATH, *place)


@pytest.mark.parametrize(("needle", "place"), [("hai", (9, 6)), ("không có", (8, 1))])
def test_a_problem_is_placed_in_the_body(tmp_path: Path, needle: str, place: tuple[int, int]) -> None:
    source = written(tmp_path, URI, article_text(body="Dòng một.\nDòng hai.\n"))
    problem = source.problem_at(needle, Code.BROKEN_LINK, "điều sai", "cách sửa")
    assert (problem.path, problem.line, problem.column) == (PATH, *place)


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("tin-tuc/2026/01/x.md", DocumentType.ARTICLE),
        ("chi-bo/x.md", DocumentType.BRANCH),
        ("gioi-thieu/x.md", DocumentType.PAGE),
        ("tin-tuc.md", DocumentType.PAGE),
        ("huong-dan/tin-tuc/x.md", DocumentType.PAGE),
    ],
)
def test_the_folder_tells_the_type(uri: str, kind: DocumentType) -> None:
    assert document_type(uri) is kind


@pytest.mark.parametrize("uri", ["bai-moi.md", "chuyen-muc/bai.md", "Tin-Tuc/2026/01/bai.md", "chi-bo/2026/bai.md"])
@pytest.mark.parametrize(
    ("date", "folder"), [("2026-01-15 08:00", "2026/01"), ("15/1/2026", "NĂM/THÁNG"), ("", "NĂM/THÁNG")]
)
def test_an_article_in_the_wrong_folder_is_told_where_to_go(tmp_path: Path, uri: str, date: str, folder: str) -> None:
    with pytest.raises(ContentError) as raised:
        written(tmp_path, uri, article_text(date=date))
    (problem,) = raised.value.problems
    assert (problem.path, problem.line, problem.code) == (f"docs/{uri}", 2, Code.BAD_PATH)
    assert problem.cure == f"chuyển sang docs/tin-tuc/{folder}/"


def test_hidden_files_and_folders_are_not_listed(tmp_path: Path) -> None:
    for uri in ("b.md", "a/x.md", "a/.nhap.md", ".git/x.md", "a/anh.jpg", "x.md/y.md"):
        written(tmp_path, uri, "---\ntitle: x\n---\n")
    assert list(scan(tmp_path / "docs").files) == ["a/anh.jpg", "a/x.md", "b.md", "x.md/y.md"]
