"""Scaffolding: what new.py writes passes every rule once its editor has written it, whatever the answers were."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from conftest import NOW, ROOT, Project, Run, article_text
from test_library import proof_of
from test_source import written

from newsroom import placeholders
from newsroom.article import Article
from newsroom.branch import Branch
from newsroom.codes import Code
from newsroom.official_document import OfficialDocument
from newsroom.problem import ContentError
from newsroom.programme import Programme
from newsroom.scaffold import Draft, draft_article, draft_branch, draft_document, draft_programme, draft_unit
from newsroom.source import DocumentType
from newsroom.unit import Unit
from newsroom.vietnamese import VIETNAM_TIME
from newsroom.vocabulary import DocumentKind, Kind, Level, UnitLevel

MOMENT = datetime(2026, 11, 22, 8, 0, tzinfo=VIETNAM_TIME)
AWKWARD = [
    "Thôn Mẫu: nạo vét mương trước vụ",
    'Ông “Mẫu” nói "xong" là xong',
    "# Không phải tiêu đề nhỏ",
    "- gạch đầu dòng, [ngoặc], {nhọn}",
    "Đường dẫn C:\\bai\\tap trong tiêu đề",
    "&neo *sao !nhan %phan @a `b`",
    "  Nhiều   dấu \n cách  và dòng  ",
    "no: yes ~ null true",
    "--- ba gạch ở đầu tiêu đề",
]


def new(project: Project, *arguments: str) -> Run:
    """Run new.py on a project, every answer given."""
    return project.run("new", "--config", "mkdocs.yml", *arguments)


def new_article(project: Project, title: str = "Chi bộ Thôn Mẫu họp bàn nạo vét mương", *more: str) -> Run:
    """Run new.py for an article."""
    return new(project, "bai-viet", "--title", title, "--section", "tin-chung", "--author", "Người Viết Thử", *more)


def new_branch(project: Project, *more: str) -> Run:
    """Run new.py for a profile."""
    return new(project, "chi-bo", "--name", "Chi bộ Thôn Mẫu", "--source", "Báo cáo thử", *more)


def test_a_new_article_is_in_its_place_and_passes_the_check(project: Project) -> None:
    run = new_article(project, "Chi bộ Thôn Mẫu họp bàn nạo vét mương", "--date", "2026-03-05 08:00")
    uri = "docs/tin-tuc/2026/03/chi-bo-thon-mau-hop-ban-nao-vet-muong.md"
    assert (run.status, run.err) == (0, "")
    assert uri in run.out
    assert (project.root / uri).exists()
    check = project.check("--strict")
    assert (check.status, check.err) == (0, "")


def test_a_new_article_is_dated_now_unless_it_is_told(project: Project) -> None:
    assert new_article(project).status == 0
    (file,) = project.root.glob("docs/tin-tuc/2026/11/*.md")
    assert f"date: {NOW[:10]} 08:00\n" in file.read_text(encoding="utf-8")


def test_a_new_article_is_a_draft_that_no_reader_sees(project: Project) -> None:
    assert new_article(project).status == 0
    assert project.build().status == 0
    assert not list((project.root / "site").glob("tin-tuc/**/index.html"))


def test_a_new_profile_is_in_its_place_and_passes_the_check_once_it_is_written(project: Project) -> None:
    run = new_branch(project, "--level", "grassroots_branch", "--kind", "agency")
    assert (run.status, run.err) == (0, "")
    file = project.root / "docs/chi-bo/chi-bo-thon-mau.md"
    text = file.read_text(encoding="utf-8")
    assert "level: grassroots_branch # Chi bộ cơ sở\n" in text
    assert "kind: agency # Cơ quan\n" in text
    assert project.build().status == 1
    file.write_text(rewritten(text), encoding="utf-8")
    assert project.check("--strict").status == 0
    assert project.build().status == 0


WORDS = "Lời do biên tập viên tự viết, đủ dài để máy nhận, nói rõ tổ chức nào, ở đâu, làm việc gì và vào lúc nào."


def rewritten(text: str) -> str:
    """A new document whose placeholders an editor has replaced."""
    for placeholder in placeholders.ALL:
        text = text.replace(placeholder, WORDS)
    return text


DRAFTS = {
    "bai-viet": draft_article("Bài thử thứ nhất", "tin-chung", "Người Viết Thử", MOMENT),
    "chi-bo": draft_branch("Chi bộ Thôn Mẫu", Level.SUBORDINATE_BRANCH, Kind.VILLAGE, "Báo cáo thử"),
    "van-ban": draft_document(DocumentKind.RESOLUTION, "1-NQ/VD", None, "Cơ quan ví dụ", "Bản in"),
    "don-vi": draft_unit("xã Mẫu Cũ", UnitLevel.COMMUNE, "Văn bản thử"),
    "chuong-trinh": draft_programme("Phong trào thử", "Kế hoạch thử"),
}
"""A new document of every type."""


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_every_placeholder_of_a_new_document_is_told_until_it_is_replaced(project: Project, draft: Draft) -> None:
    text = draft.text.replace("status: draft", "status: published")
    lines = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if any(placeholder in line for placeholder in placeholders.ALL)
    ]
    assert lines
    project.write(f"docs/{draft.uri}", text)
    assert [(problem.line, problem.code) for problem in proof_of(project).problems] == [
        (line, Code.UNWRITTEN) for line in lines
    ]
    project.write(f"docs/{draft.uri}", rewritten(text))
    assert proof_of(project).problems == ()


MARKED = re.compile(r"(?m)^#\w+:.*\n(?:#  .*\n)*")
"""A field that is marked as a comment, with the lines below it."""


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_field_whose_marks_are_removed_is_read(tmp_path: Path, draft: Draft) -> None:
    source = written(tmp_path, draft.uri, draft.text)
    fields = MARKED.findall(draft.text)
    assert bool(fields) is (source.type is not DocumentType.ARTICLE)
    assert draft.text.count("\n#") == sum(field.count("\n") for field in fields) + draft.text.count("\n## ")
    for field in fields:
        bare = re.sub("(?m)^#", "", field)
        now = written(tmp_path, draft.uri, draft.text.replace(field, bare))
        assert now.front.get(bare.partition(":")[0]) is not None
        MODELS[source.type].from_source(now)


MODELS: dict[DocumentType, type[Branch | OfficialDocument | Unit | Programme]] = {
    DocumentType.BRANCH: Branch,
    DocumentType.OFFICIAL_DOCUMENT: OfficialDocument,
    DocumentType.UNIT: Unit,
    DocumentType.PROGRAMME: Programme,
}


def test_a_placeholder_with_words_behind_it_is_still_told(project: Project) -> None:
    body = f"{placeholders.TEXT} Cuộc họp bắt đầu lúc 19 giờ.\n"
    project.write("docs/tin-tuc/2026/01/x.md", article_text(body=body))
    assert [problem.code for problem in proof_of(project).problems] == [Code.UNWRITTEN]


@pytest.mark.parametrize(
    "body",
    [
        "Viết bài ở đây là một nghề.\n",
        "Máy ghi “Viết giới thiệu ở đây.” cho người soạn thay.\n",
        "Tôi viết bài ở đây.\n",
    ],
)
def test_an_honest_sentence_is_no_placeholder(project: Project, body: str) -> None:
    project.write("docs/tin-tuc/2026/01/x.md", article_text(body=body))
    assert proof_of(project).problems == ()


def test_the_lead_and_the_summary_may_be_given(project: Project) -> None:
    lead = "Sa-pô do biên tập viên viết sẵn, đủ dài để máy nhận, nói rõ ai làm việc gì, ở đâu và vào lúc nào."
    assert new_article(project, "Bài thử có sẵn sa-pô", "--lead", lead).status == 0
    assert new_branch(project, "--summary", lead).status == 0
    for file in project.root.glob("docs/**/*.md"):
        assert lead in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("make", [new_article, new_branch])
def test_an_existing_file_is_refused_and_stays(project: Project, make: Callable[[Project], Run]) -> None:
    assert make(project).status == 0
    (file,) = project.root.glob("docs/**/*.md")
    file.write_text("bài đang viết dở", encoding="utf-8")
    run = make(project)
    assert run.status == 1
    assert file.relative_to(project.root).as_posix() in run.err
    assert file.read_text(encoding="utf-8") == "bài đang viết dở"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["bai-viet", "--title", "Bài thử thứ nhất", "--section", "khong-co"], 2),
        (["bai-viet", "--title", "Bài thử thứ nhất", "--date", "2026-02-30"], 2),
        (["bai-viet", "--title", "Bài thử thứ nhất", "--date", "hôm qua"], 2),
        (["bai-viet"], 2),
        (["chi-bo"], 2),
        (["chi-bo", "--name", "Chi bộ Thôn Mẫu", "--level", "khong-co"], 2),
        (["van-ban"], 2),
        ([], 2),
        (["bai-viet", "--title", "Ngắn"], 1),
        (["bai-viet", "--title", "Dài " * 75], 1),
        (["bai-viet", "--title", "日本語の題名です。"], 1),
        (["bai-viet", "--title", "Bài thử thứ nhất", "--author", ""], 1),
        (["bai-viet", "--title", "Bài thử thứ nhất", "--lead", "Ngắn."], 1),
        (["chi-bo", "--name", "CB"], 1),
        (["chi-bo", "--name", "Chi bộ Thôn Mẫu", "--source", ""], 1),
    ],
)
def test_a_wrong_answer_writes_nothing(project: Project, arguments: list[str], status: int) -> None:
    run = new(project, *arguments)
    assert run.status == status
    assert run.err
    assert "Traceback" not in run.err
    assert not list(project.root.glob("docs/**/*.md"))


def test_without_a_terminal_the_usual_answers_are_taken(project: Project) -> None:
    assert new(project, "bai-viet", "--title", "Bài thử thứ nhất").status == 0
    (file,) = project.root.glob("docs/tin-tuc/2026/11/*.md")
    text = file.read_text(encoding="utf-8")
    assert "section: tin-chung\n" in text
    assert "Ban biên tập" in text


@pytest.mark.parametrize("title", AWKWARD)
def test_any_title_is_written_so_that_it_is_read_back(tmp_path: Path, title: str) -> None:
    article = draft_article(title, "tin-chung", title, MOMENT)
    branch = draft_branch(title, Level.SUBORDINATE_BRANCH, Kind.VILLAGE, title)
    plain = " ".join(title.split())
    read = Article.from_source(written(tmp_path, article.uri, article.text))
    assert (read.title, read.authors[0].name) == (plain, plain)
    profile = Branch.from_source(written(tmp_path, branch.uri, branch.text))
    assert (profile.name, profile.sources[0].name) == (plain, plain)


def test_a_long_title_gets_a_file_name_of_whole_words() -> None:
    title = "Chi bộ Thôn Mẫu họp bàn việc nạo vét con mương đầu làng trước vụ nghiêm trọng"
    name = draft_article(title, "tin-chung", "Người Viết Thử", MOMENT).uri.rpartition("/")[2]
    assert name == "chi-bo-thon-mau-hop-ban-viec-nao-vet-con-muong-dau-lang-truoc-vu.md"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("kind", list(Kind))
def test_every_level_and_kind_makes_a_valid_profile(level: Level, kind: Kind) -> None:
    text = draft_branch("Chi bộ Thôn Mẫu", level, kind, "Báo cáo thử").text
    assert f"level: {level.value} " in text
    assert f"kind: {kind.value} " in text


def test_a_draft_that_breaks_a_rule_is_refused_with_its_place() -> None:
    with pytest.raises(ContentError) as raised:
        draft_article("Ngắn", "Tin chung", "Người Viết Thử", MOMENT)
    assert [(p.line, p.code) for p in raised.value.problems] == [(2, Code.LENGTH), (5, Code.BAD_FORM)]


@pytest.mark.parametrize(("date", "month"), [("20/09/2026", "09"), ("20/09/2026 08:30", "09"), ("2026-09-20", "09")])
def test_a_day_may_be_written_as_vietnamese_write_it(project: Project, date: str, month: str) -> None:
    run = new_article(project, "Bài thử thứ nhất", "--date", date)
    assert (run.status, run.err) == (0, "")
    (file,) = project.root.glob(f"docs/tin-tuc/2026/{month}/*.md")
    assert "date: 2026-09-20 " in file.read_text(encoding="utf-8")


def test_a_title_that_no_text_may_hold_is_refused_at_once_with_the_reason(project: Project) -> None:
    run = new_article(project, "Thôn <b>Mẫu</b> họp bàn")
    assert run.status == 1
    assert f":2:8: {Code.RAW_HTML}: " in run.err
    assert not list(project.root.glob("docs/**/*.md"))


@pytest.mark.skipif(os.name == "nt", reason="no terminal of this kind")
def test_a_wrong_choice_is_asked_again_with_its_labels(project: Project) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, str(ROOT / "scripts/new.py"), "--config", "mkdocs.yml", "chi-bo"]
    told = [*command, "--name", "Chi bộ Thôn Mẫu", "--source", "Báo cáo thử", "--kind", "village"]
    os.write(ours, "99\nChi bộ cơ sở\n".encode())
    done = subprocess.run(told, cwd=project.root, stdin=theirs, capture_output=True, text=True, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0
    assert "1. " in done.stdout
    assert ". Chi bộ cơ sở\n" in done.stdout
    assert "“99” không có trong danh sách" in done.stderr
    (file,) = project.root.glob("docs/chi-bo/*.md")
    assert "level: grassroots_branch " in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("section", ["tin-chung", "Tin chung", "TIN CHUNG"])
@pytest.mark.parametrize("date", ["2026-03-05", "05/03/2026", "5/3/2026"])
def test_a_section_goes_by_its_name_and_a_day_as_people_write_it(project: Project, section: str, date: str) -> None:
    run = new(
        project, "bai-viet", "--title", "Thôn Mẫu họp", "--section", section, "--author", "Người Thử", "--date", date
    )
    assert run.status == 0, run.err
    text = (project.root / "docs/tin-tuc/2026/03/thon-mau-hop.md").read_text(encoding="utf-8")
    assert "\nsection: tin-chung\n" in text
    assert "\ndate: 2026-03-05" in text


def interrupt(run: subprocess.Popen[bytes], _keys: int) -> None:
    """Press Ctrl+C until it is heard: one just before a command begins to read is not."""
    while run.poll() is None:
        run.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(1)


@pytest.mark.parametrize("leave", [lambda _, keys: os.write(keys, b"\x04"), interrupt])
def test_whoever_leaves_at_a_question_is_told_so(
    project: Project, leave: Callable[[subprocess.Popen[bytes], int], object]
) -> None:
    keys, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, str(ROOT / "scripts/new.py"), "--config", "mkdocs.yml", "bai-viet"],
        cwd=project.root,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.default_int_handler
        ),  # whoever runs the tests may ignore it
    ) as run:
        assert run.stdout
        assert run.stderr
        assert run.stdout.read(len("Tiêu đề: ".encode()))
        leave(run, keys)
        told = run.stderr.read().decode()
    assert (run.returncode, told) == (130, "\nĐã dừng, chưa tạo tệp nào.\n")
    os.close(keys)
    os.close(terminal)


def test_docs_that_take_no_file_are_told(project: Project) -> None:
    project.write("docs/chi-bo", "một tệp ở chỗ của thư mục")
    run = new(project, "chi-bo", "--name", "Chi bộ Thôn Mẫu")
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert "đã có một tệp ở chỗ của thư mục này" in run.err


def test_a_disk_that_is_full_keeps_no_half_a_document(project: Project) -> None:
    arguments = ["--config", "mkdocs.yml", "chi-bo", "--name", "Chi bộ Thôn Mẫu"]
    run = project.run("new", *arguments, largest_file=100)
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert list(project.root.glob("docs/chi-bo/*")) == []


@pytest.mark.parametrize("kind", ["Nghị quyết", "resolution"])
def test_a_kind_is_told_in_words_or_by_its_code(kind: str, project: Project) -> None:
    told = ["van-ban", "--number", "7-NQ/VD", "--issuer", "Cơ quan ví dụ", "--source", "Bản in"]
    run = project.run("new", "--config", "mkdocs.yml", *told, "--kind", kind)
    assert run.status == 0, run.err
    (file,) = project.root.glob("docs/van-ban/*.md")
    assert "kind: resolution" in file.read_text(encoding="utf-8")


def test_a_kind_that_nobody_knows_is_refused_with_those_there_are(project: Project) -> None:
    told = ["van-ban", "--number", "7-NQ/VD", "--issuer", "Cơ quan ví dụ", "--source", "Bản in"]
    run = project.run("new", "--config", "mkdocs.yml", *told, "--kind", "Bài hát")
    assert run.status == 2
    assert "không có “Bài hát”; chọn: " in run.err
