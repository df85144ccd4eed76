"""Start a new article, branch profile, official document, unit or programme: a file that passes every rule, once its editor has written it."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, Final, TypeVar

import environment

environment.enter()

from arguments import Parser
from newsroom.circumstances import Circumstances
from newsroom.dates import parse_day, parse_moment
from newsroom.problem import ConfigurationError, ContentError
from newsroom.scaffold import Draft, draft_article, draft_branch, draft_document, draft_programme, draft_unit, vetted
from newsroom.settings import Settings, read_settings
from newsroom.vietnamese import slugify
from newsroom.vocabulary import DocumentKind, Kind, Labelled, Level, UnitLevel
from statuses import CONFIGURATION_PROBLEMS, CONTENT_PROBLEMS, guarded

L = TypeVar("L", bound=Labelled)
_DAY_FIRST: Final = re.compile(r"^(\d\d?)/(\d\d?)/(\d{4})\b")
"""A day as Vietnamese write it: 20/11/2026, 3/6/2013."""


def main() -> int:
    """0 written; 1 an answer breaks a rule, or the file exists already; 2 wrong usage or configuration."""
    options = _parse_options()
    config = options.config.resolve()
    try:
        settings = read_settings(config)
        draft = vetted(_draft(options, settings), settings.hosts)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    except ContentError as error:
        print(error, file=sys.stderr)
        return CONTENT_PROBLEMS
    return _write(config.parent / settings.docs_dir, draft)


def _draft(options: argparse.Namespace, settings: Settings) -> Draft:
    match options.type:
        case "bai-viet":
            return _article(options, settings)
        case "van-ban" | "document":
            return _document(options)
        case "don-vi":
            return _unit(options)
        case "chuong-trinh":
            return _programme(options)
    return _branch(options)


def _parse_options() -> argparse.Namespace:
    parser = Parser(description="Tạo bài viết, hồ sơ chi bộ, văn bản, đơn vị hoặc chương trình mới.")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    types = parser.add_subparsers(dest="type", required=True, metavar="bai-viet|chi-bo|van-ban|don-vi|chuong-trinh")
    article = types.add_parser("bai-viet", help="bài viết mới")
    article.add_argument("--title", help="tiêu đề")
    article.add_argument("--section", help="mã chuyên mục")
    article.add_argument("--author", help="họ tên hoặc bút danh")
    article.add_argument("--date", help="ngày giờ đăng, ví dụ 2026-11-22 08:00 (mặc định: bây giờ)")
    article.add_argument("--lead", default="", help="sa-pô")
    branch = types.add_parser("chi-bo", help="hồ sơ chi bộ, đảng bộ mới")
    branch.add_argument("--name", help="tên đúng như trong văn bản")
    branch.add_argument("--level", **_closed(Level), help="cấp")
    branch.add_argument("--kind", **_closed(Kind), help="loại hình")
    branch.add_argument("--source", help="nguồn số liệu đầu tiên")
    branch.add_argument("--summary", default="", help="tóm tắt")
    document = types.add_parser("van-ban", aliases=["document"], help="văn bản mới trong danh mục")
    document.add_argument("--kind", **_closed(DocumentKind), help="thể loại")
    document.add_argument("--number", help="số ký hiệu đúng như in, ví dụ 25-NQ/TW")
    document.add_argument("--date", default="", help="ngày ban hành, ví dụ 2013-06-03 (bỏ trống khi chưa biết)")
    document.add_argument("--issuer", help="cơ quan ban hành")
    document.add_argument("--source", help="nguồn của các điều ghi ở đây")
    document.add_argument("--summary", default="", help="trích yếu")
    unit = types.add_parser("don-vi", help="đơn vị hành chính, cơ quan mới")
    unit.add_argument("--name", help="tên đúng từng chữ, có từ chỉ cấp: xã Hùng Hoà")
    unit.add_argument("--level", **_closed(UnitLevel), help="cấp")
    unit.add_argument("--code", default="", help="mã chính thức")
    unit.add_argument("--source", help="nguồn đầu tiên")
    unit.add_argument("--summary", default="", help="tóm tắt")
    programme = types.add_parser("chuong-trinh", help="chương trình, phong trào mới")
    programme.add_argument("--name", help="tên chương trình")
    programme.add_argument("--source", help="nguồn đầu tiên")
    programme.add_argument("--summary", default="", help="tóm tắt")
    options = parser.parse_args()
    if getattr(options, "date", ""):
        try:
            written = _DAY_FIRST.sub(lambda day: f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}", options.date)
            options.date = (parse_moment if options.type == "bai-viet" else parse_day)(written)
        except ValueError:
            form = "2026-11-22 08:00" if options.type == "bai-viet" else "2013-06-03"
            parser.error(f"--date “{options.date}” không có thật hoặc chưa đúng dạng; viết như {form}")
    parser.circumstances()
    return options


def _closed(words: type[L]) -> dict[str, Any]:
    """How an option takes a word of a closed list: by its code, or as people say it."""
    codes = {word.label.casefold(): word.value for word in words}
    return {"type": lambda text: codes.get(text.casefold(), text), "choices": [word.value for word in words]}


def _article(options: argparse.Namespace, settings: Settings) -> Draft:
    title = _ask(options.title, "Tiêu đề")
    known = [section.slug for section in settings.sections]
    slugs = {slugify(section.name): section.slug for section in settings.sections} | dict(
        zip(known, known, strict=True)
    )
    answer = _ask(options.section, f"Chuyên mục ({', '.join(known)})", known[0])
    while not (section := slugs.get(slugify(answer))):
        print(f"Không có chuyên mục “{answer}”; chọn: {', '.join(known)}", file=sys.stderr)
        if options.section or not sys.stdin.isatty():
            raise SystemExit(CONFIGURATION_PROBLEMS)
        answer = _ask(None, "Chuyên mục", known[0])
    author = _ask(options.author, "Tác giả", "Ban biên tập")
    date = options.date or Circumstances.from_environment().now
    return draft_article(title, section, author, date, options.lead)


def _branch(options: argparse.Namespace) -> Draft:
    name = _ask(options.name, "Tên chi bộ, đảng bộ")
    level = _choose(options.level, "Cấp", Level, Level.SUBORDINATE_BRANCH)
    kind = _choose(options.kind, "Loại hình", Kind, Kind.VILLAGE)
    source = _ask(options.source, "Nguồn số liệu (tên báo, báo cáo)", "Báo cáo của cấp ủy")
    return draft_branch(name, level, kind, source, options.summary)


def _document(options: argparse.Namespace) -> Draft:
    kind = _choose(options.kind, "Thể loại", DocumentKind, DocumentKind.RESOLUTION)
    number = _ask(options.number, "Số ký hiệu, đúng như in")
    issuer = _ask(options.issuer, "Cơ quan ban hành")
    source = _ask(options.source, "Nguồn (bản in, trang công bố)", "Bản in của văn bản")
    return draft_document(kind, number, options.date or None, issuer, source, options.summary)


def _unit(options: argparse.Namespace) -> Draft:
    name = _ask(options.name, "Tên đơn vị, có từ chỉ cấp")
    level = _choose(options.level, "Cấp", UnitLevel, UnitLevel.COMMUNE)
    source = _ask(options.source, "Nguồn (văn bản, báo, bảng mã)", "Văn bản sắp xếp đơn vị")
    return draft_unit(name, level, source, options.code, options.summary)


def _programme(options: argparse.Namespace) -> Draft:
    name = _ask(options.name, "Tên chương trình, phong trào")
    source = _ask(options.source, "Nguồn (kế hoạch, báo)", "Kế hoạch của cấp ủy")
    return draft_programme(name, source, options.summary)


def _choose(given: str | None, question: str, words: type[L], usual: L) -> L:
    """The word of a closed list that was given, or that the editor chooses by number, word or label."""
    if given is None and sys.stdin.isatty():
        print(f"{question}:", *(f"  {number}. {word.label}" for number, word in enumerate(words, 1)), sep="\n")
    while True:
        answer = _ask(given, f"{question}, gõ số", usual.label).casefold()
        for number, word in enumerate(words, 1):
            if answer in (str(number), word.value, word.label.casefold()):
                return word
        known = ", ".join(word.label for word in words)
        print(f"“{answer}” không có trong danh sách; gõ một số từ 1 đến {len(words)}, hoặc: {known}.", file=sys.stderr)
        if given is not None or not sys.stdin.isatty():
            raise SystemExit(CONFIGURATION_PROBLEMS)


def _ask(given: str | None, question: str, otherwise: str = "") -> str:
    """What was given, else the editor's answer, else the usual one."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        if otherwise:
            return otherwise
        print(f"Thiếu câu trả lời: {question}. Xem python3 scripts/new.py --help", file=sys.stderr)
        raise SystemExit(CONFIGURATION_PROBLEMS)
    try:
        answer = input(f"{question}{f' [{otherwise}]' if otherwise else ''}: ").strip()
    except EOFError:
        raise KeyboardInterrupt from None  # Ctrl+D, too, is how people leave
    return answer or otherwise or _ask(None, question)


def _write(docs: Path, draft: Draft) -> int:
    file = docs / draft.uri
    if file.exists():
        print(f"{docs.name}/{draft.uri} đã có; chọn tiêu đề khác hoặc sửa tệp ấy.", file=sys.stderr)
        return CONTENT_PROBLEMS
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        file.write_text(draft.text, encoding="utf-8", newline="\n")
    except OSError:
        file.unlink(missing_ok=True)  # half a document would be in the way of the next try
        raise
    print(f"Đã tạo {docs.name}/{draft.uri}. Mở tệp, thay các câu “Viết … ở đây” bằng lời của mình.")
    return 0


if __name__ == "__main__":
    raise SystemExit(guarded(main, "\nĐã dừng, chưa tạo tệp nào."))
