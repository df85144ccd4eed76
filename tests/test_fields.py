"""Field readers: each reads what it should, refuses the rest in Vietnamese, and says so in form and schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, make_dataclass
from datetime import date, datetime
from typing import Annotated, Any

import pytest

from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.codes import Code
from newsroom.dates import PartialDate
from newsroom.fields import (
    Choice,
    Count,
    Day,
    Desk,
    Flag,
    Group,
    Identifier,
    Many,
    Moment,
    OldAddress,
    Partial,
    Quantity,
    Reader,
    RelativeFile,
    Text,
    WebAddress,
    field_readers,
    read_record,
    record_schema,
    required_fields,
)
from newsroom.front_matter import parse
from newsroom.page import Page
from newsroom.problem import Problem
from newsroom.vietnamese import VIETNAM_TIME
from newsroom.vocabulary import AgeBand, Credit, Genre

PATH = "docs/x.md"


@dataclass(frozen=True, kw_only=True)
class Person:
    """A small record: two fields must be there, one has a name that Python keeps for itself."""

    name: Annotated[str, Text("Họ tên", longest=20)]
    age: Annotated[int, Count("Tuổi", least=18, most=120)]
    from_: Annotated[str, Text("Quê")] = ""
    role: Annotated[Credit, Choice("Vai trò", words=Credit)] = Credit.TEXT
    note: str = "not read from front matter"


@dataclass(frozen=True, kw_only=True)
class Journey:
    """A record that cannot do without a field of such a name."""

    from_: Annotated[str, Text("Từ")]


TEXT = Text("Câu", shortest=3, longest=6)
COUNT = Count("Số", least=1, most=500)
QUANTITY = Quantity("Số lượng")
GENRE = Choice("Thể loại", words=Genre)
FLAG = Flag("Có hay không")
DAY = Day("Ngày")
MOMENT = Moment("Lúc")
PARTIAL = Partial("Thời điểm")
IDENTIFIER = Identifier("Mã")
ADDRESS = WebAddress("Trang")
OLD = OldAddress("Địa chỉ cũ")
FILE = RelativeFile("Tệp")
TAGS = Many("Thẻ", each=Text("Thẻ", longest=5), least=1)
PERSON = Group("Người", record=Person)
READERS: list[Reader[Any]] = [
    TEXT,
    COUNT,
    QUANTITY,
    GENRE,
    FLAG,
    DAY,
    MOMENT,
    PARTIAL,
    IDENTIFIER,
    ADDRESS,
    OLD,
    FILE,
    TAGS,
    PERSON,
]


def read(reader: Reader[Any], written: str) -> tuple[object, list[Problem]]:
    """The value of `field: <written>` on line 2, and the problems left at the desk."""
    desk = Desk(PATH)
    node = parse(f"field: {written}", PATH).get("field")
    assert node is not None
    return reader.read(node, desk), desk.problems


@pytest.mark.parametrize(
    ("reader", "written", "value"),
    [
        (TEXT, "ba chữ", "ba chữ"),
        (TEXT, '"  a  b\\n c "', "a b c"),
        (TEXT, '"a\u00a0b"', "a b"),
        (TEXT, "no1", "no1"),
        (COUNT, "1", 1),
        (COUNT, "007", 7),
        (COUNT, '"500"', 500),
        (QUANTITY, "104.5", 104.5),
        (QUANTITY, "-3", -3.0),
        (QUANTITY, "0.0001", 0.0001),
        (GENRE, "notice", Genre.NOTICE),
        (GENRE, "Thông báo", Genre.NOTICE),
        (GENRE, "thong bao", Genre.NOTICE),
        (FLAG, "true", True),
        (FLAG, "false", False),
        (DAY, "2022-10-25", date(2022, 10, 25)),
        (MOMENT, "2022-10-25 21:46", datetime(2022, 10, 25, 21, 46, tzinfo=VIETNAM_TIME)),
        (MOMENT, "2022-10-25T14:46:16Z", datetime(2022, 10, 25, 21, 46, 16, tzinfo=VIETNAM_TIME)),
        (PARTIAL, "2022-10", PartialDate(2022, 10)),
        (PARTIAL, "2022", PartialDate(2022)),
        (IDENTIFIER, "chi-bo-thon-10", "chi-bo-thon-10"),
        (ADDRESS, "https://thu.example/a?b=c#d", "https://thu.example/a?b=c#d"),
        (ADDRESS, "http://thu.example", "http://thu.example"),
        (OLD, "/chi-bo/bai-cu-123.html", "/chi-bo/bai-cu-123.html"),
        (OLD, "/tin/Bai_Cu/", "/tin/Bai_Cu/"),
        (FILE, "../anh/Anh đại hội.jpg", "../anh/Anh đại hội.jpg"),
        (TAGS, "[a, b]", ("a", "b")),
        (PERSON, "{name: Người Thử, age: 30}", Person(name="Người Thử", age=30)),
        (PERSON, "{name: A, age: 30, from: Thôn Mẫu}", Person(name="A", age=30, from_="Thôn Mẫu")),
    ],
)
def test_a_reader_reads_what_it_is_for(reader: Reader[Any], written: str, value: object) -> None:
    assert read(reader, written) == (value, [])


@pytest.mark.parametrize(
    ("reader", "written", "code"),
    [
        (TEXT, "ab", Code.LENGTH),
        (TEXT, "bảy chữ", Code.LENGTH),
        (TEXT, '""', Code.LENGTH),
        (TEXT, "[a]", Code.WRONG_SHAPE),
        (TEXT, "{a: b}", Code.WRONG_SHAPE),
        (COUNT, "0", Code.BAD_NUMBER),
        (COUNT, "501", Code.BAD_NUMBER),
        (COUNT, "1.254", Code.BAD_NUMBER),
        (COUNT, "-5", Code.BAD_NUMBER),
        (COUNT, "1e2", Code.BAD_NUMBER),
        (COUNT, "12 người", Code.BAD_NUMBER),
        (COUNT, "9" * 5000, Code.BAD_NUMBER),
        (COUNT, "[1]", Code.WRONG_SHAPE),
        (QUANTITY, '"104,5"', Code.BAD_NUMBER),
        (QUANTITY, "1.254.000", Code.BAD_NUMBER),
        (QUANTITY, ".inf", Code.BAD_NUMBER),
        (QUANTITY, "nan", Code.BAD_NUMBER),
        (QUANTITY, "95%", Code.BAD_NUMBER),
        (GENRE, "notise", Code.BAD_CHOICE),
        (GENRE, '""', Code.BAD_CHOICE),
        (GENRE, "[notice]", Code.WRONG_SHAPE),
        (FLAG, "yes", Code.BAD_CHOICE),
        (FLAG, "1", Code.BAD_CHOICE),
        (FLAG, "có", Code.BAD_CHOICE),
        (DAY, "2022-02-30", Code.BAD_DATE),
        (DAY, "25/10/2022", Code.BAD_DATE),
        (DAY, "2022-10", Code.BAD_DATE),
        (DAY, "{a: b}", Code.WRONG_SHAPE),
        (MOMENT, "2022-10-25 25:00", Code.BAD_DATE),
        (MOMENT, "21:46 25/10/2022", Code.BAD_DATE),
        (PARTIAL, "2022-13", Code.BAD_DATE),
        (PARTIAL, "quý I", Code.BAD_DATE),
        (IDENTIFIER, "Chi bộ", Code.BAD_FORM),
        (IDENTIFIER, "chi--bo", Code.BAD_FORM),
        (IDENTIFIER, "-chi-bo", Code.BAD_FORM),
        (IDENTIFIER, "chi_bo", Code.BAD_FORM),
        (IDENTIFIER, "a" * 81, Code.BAD_FORM),
        (ADDRESS, "javascript:alert(1)", Code.BAD_FORM),
        (ADDRESS, "ftp://thu.example/", Code.BAD_FORM),
        (ADDRESS, "//thu.example/", Code.BAD_FORM),
        (ADDRESS, "https://", Code.BAD_FORM),
        (ADDRESS, "https://[x", Code.BAD_FORM),
        (ADDRESS, '"https://thu.example/a b"', Code.BAD_FORM),
        (ADDRESS, "'https://thu.example/\"onclick='", Code.BAD_FORM),
        (ADDRESS, "thu.example", Code.BAD_FORM),
        (OLD, "bai-cu.html", Code.BAD_FORM),
        (OLD, "/", Code.BAD_FORM),
        (OLD, "/a/../b", Code.BAD_FORM),
        (OLD, "//thu.example/a", Code.BAD_FORM),
        (OLD, "/bài-cũ", Code.BAD_FORM),
        (OLD, '"/bai cu"', Code.BAD_FORM),
        (OLD, "/bai?so=1", Code.BAD_FORM),
        (OLD, "https://thu.example/bai", Code.BAD_FORM),
        (FILE, "/anh.jpg", Code.BAD_FORM),
        (FILE, r"C:\Users\anh.jpg", Code.BAD_FORM),
        (FILE, r"anh\dai-hoi.jpg", Code.BAD_FORM),
        (FILE, "https://thu.example/anh.jpg", Code.BAD_FORM),
        (FILE, '""', Code.BAD_FORM),
        (TAGS, "a", Code.WRONG_SHAPE),
        (TAGS, "{a: b}", Code.WRONG_SHAPE),
        (TAGS, "[]", Code.MISSING_FIELD),
        (TAGS, "[a, quá dài]", Code.LENGTH),
        (TAGS, "[a, [b]]", Code.WRONG_SHAPE),
        (PERSON, "Người Thử", Code.WRONG_SHAPE),
        (PERSON, "[Người Thử]", Code.WRONG_SHAPE),
        (PERSON, "{name: A}", Code.MISSING_FIELD),
        (PERSON, "{name: A, age: 17}", Code.BAD_NUMBER),
    ],
)
def test_a_reader_refuses_the_rest(reader: Reader[Any], written: str, code: Code) -> None:
    _, (problem,) = read(reader, written)
    assert problem.code is code
    assert (problem.path, problem.line) == (PATH, 2)
    assert problem.message
    assert problem.cure


@pytest.mark.parametrize(
    ("reader", "written", "column"), [(TEXT, "ab", 8), (TAGS, "[a, quá dài]", 12), (PERSON, "{name: A, age: 17}", 23)]
)
def test_a_problem_stands_at_the_value_itself(reader: Reader[Any], written: str, column: int) -> None:
    _, (problem,) = read(reader, written)
    assert problem.column == column


def test_every_wrong_item_of_a_list_is_told() -> None:
    _, problems = read(TAGS, "[quá dài, a, dài quá]")
    assert [problem.column for problem in problems] == [9, 21]


@pytest.mark.parametrize(
    ("reader", "written", "right"),
    [
        (TAGS, "mương, đất", "[mương, đất]"),
        (TAGS, '"mương, đất"', '["mương, đất"]'),
        (TAGS, "{a: b}", "[b]"),
        (TEXT, "{name: Người Thử, role: text}", "Người Thử"),
        (TEXT, "[ba chữ]", "ba chữ"),
        (Text("Câu", example="ví dụ"), "[]", "ví dụ"),
        (PERSON, "Người Thử", "{name: Người Thử, age: …}"),
        (PERSON, "[Người Thử]", "{name: Người Thử, age: …}"),
        (PERSON, "[{name: A, age: 30}]", "{name: A, age: 30}"),
        (Many("Người", each=PERSON), "Người Thử", "[{name: Người Thử, age: …}]"),
        (Many("Người", each=PERSON), "{name: A, age: 30}", "[{name: A, age: 30}]"),
        (Many("Người", each=PERSON), '"A, B"', '[{name: "A, B", age: …}]'),
    ],
)
def test_a_value_of_the_wrong_shape_comes_with_the_one_to_copy(reader: Reader[Any], written: str, right: str) -> None:
    _, (problem,) = read(reader, written)
    assert (problem.code, problem.cure) == (Code.WRONG_SHAPE, f"viết {right}")


@pytest.mark.parametrize(
    ("reader", "written", "right"),
    [
        (IDENTIFIER, "Chi bộ thôn An Cư", "chi-bo-thon-an-cu"),
        (IDENTIFIER, "chi-bo-thon-an-cu.md", "chi-bo-thon-an-cu"),
        (IDENTIFIER, '"docs/chi-bo/chi-bo-thon-an-cu.md"', "chi-bo-thon-an-cu"),
        (OLD, "https://thu.example/tin/bai.html", "/tin/bai.html"),
    ],
)
def test_a_text_of_the_wrong_form_comes_with_the_right_one(reader: Reader[Any], written: str, right: str) -> None:
    _, (problem,) = read(reader, written)
    assert problem.cure == f"viết {right}: {reader.form}"
    assert read(reader, right) == (right, [])


def test_a_name_that_stands_for_one_of_a_list_is_not_guessed() -> None:
    _, (problem,) = read(field_readers(Article)["section"], "Nông thôn mới")
    assert "nong-thon-moi" not in problem.cure
    assert "mkdocs.yml" in problem.cure


def test_an_entry_that_a_comment_emptied_is_told_so() -> None:
    desk = Desk(PATH)
    TAGS.read(parse("field:\n  - #mương\n  - đất", PATH).entries[0][1], desk)
    (problem,) = desk.problems
    assert (problem.line, problem.code) == (3, Code.MISSING_FIELD)
    assert "dấu #" in problem.cure


def test_a_missing_group_is_asked_for_by_a_line_to_copy() -> None:
    desk = Desk(PATH)
    read_record(Article, parse("title: x", PATH), desk)
    assert "thêm dòng “authors: [{name: …}]”" in [problem.cure for problem in desk.problems]


@pytest.mark.parametrize("reader", [COUNT, Count("Năm", least=1930, most=2100), Count("Số")])
def test_the_example_of_a_number_is_in_its_range(reader: Count) -> None:
    assert read(reader, reader.form.rpartition(": ")[2])[1] == []


def test_a_wrong_choice_names_the_nearest_and_all_others() -> None:
    _, (problem,) = read(GENRE, "notise")
    assert problem.cure.startswith("có phải notice?")
    assert all(f"{word.value} ({word.label})" in problem.cure for word in Genre)


def test_a_wrong_length_is_counted_for_the_editor() -> None:
    _, (problem,) = read(TEXT, "bảy chữ")
    assert "dài 7 ký tự" in problem.message
    assert "3–6" in problem.cure


@pytest.mark.parametrize(
    ("written", "words"),
    [("2022-02-30", "không phải ngày có thật"), ("30/2/2022", "dạng ngày"), ("1922-02-03", "quá xa")],
)
def test_a_day_that_does_not_exist_is_told_from_a_wrong_form(written: str, words: str) -> None:
    _, (problem,) = read(DAY, written)
    assert words in problem.message


@pytest.mark.parametrize("written", ["19", "22 tuổi", "1990"])
def test_a_single_age_is_no_age_band(written: str) -> None:
    _, (problem,) = read(Choice("Nhóm tuổi", words=AgeBand), written)
    assert problem.code is Code.BAD_CHOICE


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (TEXT, "3–6"),
        (COUNT, "từ 1 đến 500"),
        (Count("Số"), "từ 0,"),
        (QUANTITY, "104.5"),
        (GENRE, "notice (Thông báo)"),
        (FLAG, "true (có)"),
        (DAY, "2022-10-25"),
        (MOMENT, "2022-10-25 21:46"),
        (PARTIAL, "2022-10, "),
        (IDENTIFIER, "gạch nối"),
        (ADDRESS, "https://"),
        (OLD, "bắt đầu bằng /"),
        (FILE, "tính từ chính tệp"),
        (TAGS, "danh sách [chữ, 1–5 ký tự]"),
        (PERSON, "nhóm {name, age, from?, role?}"),
    ],
)
def test_the_form_tells_what_may_be_written(reader: Reader[Any], words: str) -> None:
    assert words in reader.form


@pytest.mark.parametrize(
    ("reader", "schema"),
    [
        (TEXT, {"type": "string", "minLength": 3, "maxLength": 6}),
        (COUNT, {"type": "integer", "minimum": 1, "maximum": 500}),
        (QUANTITY, {"type": "number"}),
        (GENRE, {"enum": [word.value for word in Genre]}),
        (FLAG, {"type": "boolean"}),
        (DAY, {"type": "string", "format": "date"}),
        (TAGS, {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1, "maxLength": 5}}),
    ],
)
def test_the_schema_says_the_same_to_machines(reader: Reader[Any], schema: dict[str, object]) -> None:
    assert reader.schema() == schema


@pytest.mark.parametrize(
    ("reader", "good", "bad"),
    [
        (IDENTIFIER, "chi-bo-10", "Chi bộ"),
        (ADDRESS, "https://thu.example/", "javascript:alert(1)"),
        (OLD, "/chi-bo/bai-cu.html", "bai-cu.html"),
        (MOMENT, "2022-10-25 21:46", "25/10/2022"),
        (PARTIAL, "2022-10", "10/2022"),
    ],
)
def test_the_pattern_of_a_schema_agrees_with_the_reader(reader: Reader[Any], good: str, bad: str) -> None:
    pattern = re.compile(str(reader.schema()["pattern"]))
    assert [bool(pattern.search(text)) for text in (good, bad)] == [True, False]
    assert [not read(reader, text)[1] for text in (good, bad)] == [True, False]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
def test_every_reader_names_its_field_in_its_problems(reader: Reader[Any]) -> None:
    wrong = "x" if isinstance(reader, Many | Group) else "[[x]]"
    _, (problem,) = read(reader, wrong)
    assert f"“{reader.label}”" in problem.message


def record(block: str, kind: type[Any] = Person) -> tuple[Any, list[tuple[int, int, Code]]]:
    """A record read from a block that begins on line 2, and its problems."""
    desk = Desk(PATH)
    return read_record(kind, parse(block, PATH), desk), [(p.line, p.column, p.code) for p in desk.problems]


def cure_of(block: str) -> str:
    """How to mend the first problem of a record."""
    desk = Desk(PATH)
    read_record(Person, parse(block, PATH), desk)
    return desk.problems[0].cure


def test_a_whole_record_is_read() -> None:
    person, problems = record("name: Người Thử\nage: 30\nfrom: Thôn Mẫu\nrole: photo\n")
    assert problems == []
    assert person == Person(name="Người Thử", age=30, from_="Thôn Mẫu", role=Credit.PHOTO)


def test_what_is_given_needs_no_front_matter() -> None:
    assert read_record(Person, parse("name: A", PATH), Desk(PATH), age=40) == Person(name="A", age=40)


def test_missing_fields_are_reported_at_the_record_each() -> None:
    person, problems = record("from: Thôn Mẫu\n")
    assert person is None
    assert problems == [(2, 1, Code.MISSING_FIELD), (2, 1, Code.MISSING_FIELD)]


@pytest.mark.parametrize("blank", ["", " ~", " null"])
def test_a_field_left_blank_is_missing(blank: str) -> None:
    assert record(f"name: A\nage:{blank}\n") == (None, [(2, 1, Code.MISSING_FIELD)])


def test_an_optional_field_left_blank_has_its_default() -> None:
    assert record("name: A\nage: 30\nrole:\n") == (Person(name="A", age=30), [])


def test_a_required_field_whose_name_python_keeps_for_itself_is_found() -> None:
    assert record("from: Thôn Mẫu", Journey) == (Journey(from_="Thôn Mẫu"), [])
    assert record("{}", Journey) == (None, [(2, 1, Code.MISSING_FIELD)])


@pytest.mark.parametrize(
    ("key", "meant"), [("nam", "name"), ("Name", "name"), ("agee", "age"), ("form", "from"), ("roles", "role")]
)
def test_an_unknown_field_comes_with_the_one_that_was_meant(key: str, meant: str) -> None:
    block = f"name: A\nage: 30\n{key}: x\n"
    assert record(block) == (None, [(4, 1, Code.UNKNOWN_FIELD)])
    assert cure_of(block) == f"có phải “{meant}”?"


def test_an_unknown_field_like_no_other_comes_with_the_list_of_all() -> None:
    assert "name, age, from, role" in cure_of("name: A\nage: 30\nxyzzy: x\n")


def told(block: str, kind: type[Any] = Article) -> list[str]:
    """What is said of the unknown keys of a record, each with its line and column."""
    desk = Desk(PATH)
    read_record(kind, parse(block, PATH), desk)
    unknown = [problem for problem in desk.problems if problem.code is not Code.MISSING_FIELD]
    return [f"{p.line}:{p.column}: {p.code}: {p.message} ({p.cure})" for p in unknown]


@pytest.mark.parametrize("key", ["file", "alt", "foo", "kind", "layout", "slug", "template"])
def test_a_field_like_no_other_is_not_taken_for_one(key: str) -> None:
    (line,) = told(f"{key}: x\n")
    assert "có phải" not in line
    assert "viết “" not in line


def test_a_long_list_of_fields_is_left_to_the_handbook() -> None:
    (line,) = told("xyzzy: x\n")
    assert "sổ tay" in line
    assert "namesakes" not in line


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("category", "section"),
        ("description", "lead"),
        ("summary", "lead"),
        ("headline", "title"),
        ("tiêu đề", "title"),
        ("Tiêu đề", "title"),
        ("tieu_de", "title"),
        ("ngày", "date"),
        ("sa-pô", "lead"),
        ("chuyên mục", "section"),
        ("tác giả", "authors"),
        ("thẻ", "tags"),
    ],
)
def test_the_name_that_people_give_a_field_is_translated(key: str, meant: str) -> None:
    assert told(f"{key}: x\n") == [f"2:1: truong-la: không có trường “{key}” (viết “{meant}: …”)"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [("sectoin", "section"), ("author", "authors"), ("titel", "title"), ("tag", "tags"), ("Ngày đăng", "date")],
)
def test_a_slip_of_the_hand_comes_with_a_question(key: str, meant: str) -> None:
    assert told(f"{key}: x\n") == [f"2:1: truong-la: không có trường “{key}” (có phải “{meant}”?)"]


def test_the_synonyms_of_one_record_are_fields_of_another() -> None:
    assert told("lead: x\n", Page) == ["2:1: truong-la: không có trường “lead” (viết “description: …”)"]


def test_a_draft_is_a_status() -> None:
    (line,) = told("draft: true\n")
    assert "“status: draft”" in line


def test_a_field_that_was_meant_is_not_missing_as_well() -> None:
    assert record("name: A\nagee: 30\n") == (None, [(3, 1, Code.UNKNOWN_FIELD)])


def test_the_fields_of_a_group_that_are_not_indented_are_told_so() -> None:
    lines = told("image:\nfile: a.jpg\nalt: x\n")
    assert [line.partition(" (")[0] for line in lines] == [
        "3:1: truong-la: “file” là trường con của image mà chưa thụt vào",
        "4:1: truong-la: “alt” là trường con của image mà chưa thụt vào",
    ]
    assert "“  file: …”" in lines[0]


def test_the_first_field_of_a_list_that_is_not_indented_gets_its_dash() -> None:
    first, second = told("authors:\nname: A\nrole: text\n")
    assert "“  - name: …”" in first
    assert "“    role: …”" in second


def test_a_key_that_ran_into_its_value_is_told_with_the_line_to_copy() -> None:
    (line,) = told("authors: [{name:Người Thử, role: text}]\n")
    assert line.startswith("2:12: yaml-hong: ")
    assert "viết “name: Người Thử”" in line


@pytest.mark.parametrize(
    ("reader", "written", "right"),
    [
        (COUNT, "1,254", "1254"),
        (COUNT, "1,254,000", "1254000"),
        (QUANTITY, "104,5", "104.5"),
        (QUANTITY, "-3,5%", "-3.5"),
    ],
)
def test_a_comma_in_a_number_is_told_at_the_number(reader: Reader[Any], written: str, right: str) -> None:
    desk = Desk(PATH)
    kind = make_dataclass("Kind", [("value", Annotated[object, reader]), ("name", Annotated[str, TEXT], "")])
    assert read_record(kind, parse(f"{{value: {written}, name: tên}}", PATH), desk) is None
    assert {(p.line, p.column, p.code) for p in desk.problems} == {(2, 9, Code.BAD_NUMBER)}
    assert desk.problems[0].cure.startswith(f"viết {right};")


def test_a_comma_in_a_sentence_is_told_with_the_sentence_in_quotes() -> None:
    (line,) = told("source: {name: Báo Ví Dụ, số Tết}\n")
    assert line.startswith("2:27: truong-la: không có trường “số Tết” ")
    assert 'name: "Báo Ví Dụ, số Tết"' in line


@pytest.mark.parametrize("key", ["from_", "note", "class"])
def test_names_that_only_the_program_knows_are_no_fields(key: str) -> None:
    assert record(f"name: A\nage: 30\n{key}: x\n") == (None, [(4, 1, Code.UNKNOWN_FIELD)])


@pytest.mark.parametrize("key", ["members", "danh_sach_dang_vien", "cccd", "ngay_sinh", "phone", "dia_chi", "religion"])
def test_private_data_of_members_is_refused_by_its_name(key: str) -> None:
    assert record(f"name: A\nage: 30\n{key}: [x]\n") == (None, [(4, 1, Code.MEMBER_LIST)])


def test_all_problems_of_a_record_are_told_at_once() -> None:
    _, problems = record("nmae: A\nage: 17\nrole: viet\n")
    assert sorted(problems) == [
        (2, 1, Code.UNKNOWN_FIELD),
        (3, 6, Code.BAD_NUMBER),
        (4, 7, Code.BAD_CHOICE),
    ]


def test_the_fields_of_a_record_are_known_in_their_order() -> None:
    assert list(field_readers(Person)) == ["name", "age", "from", "role"]
    assert required_fields(Person) == {"name", "age"}


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every object schema inside a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("kind", [Article, Branch, Page, Person])
def test_json_schemas_are_closed_to_their_depth(kind: type[Any]) -> None:
    found = list(objects(record_schema(kind)))
    assert found
    for schema in found:
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) <= set(schema["properties"])


@pytest.mark.parametrize("kind", [Article, Branch, Page, Person])
def test_json_schemas_hold_every_field_with_its_label(kind: type[Any]) -> None:
    properties: Any = record_schema(kind)["properties"]
    readers = field_readers(kind)
    assert {name: part["title"] for name, part in properties.items()} == {n: r.label for n, r in readers.items()}


def test_a_group_knows_its_fields_by_their_schema() -> None:
    assert PERSON.schema() == record_schema(Person)
