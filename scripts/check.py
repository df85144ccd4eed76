"""Validate only: every problem of `docs/`, or of the paths named. Also what the pre-commit hook and CI call."""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

import environment

environment.enter()

from newsroom.build import CACHE
from newsroom.circumstances import Circumstances
from newsroom.ledger import Ledger
from newsroom.problem import ConfigurationError, Problem, errors_among
from newsroom.proof import proofread
from newsroom.settings import read_settings
from newsroom.versions import reading_digest

OUR_FAULT = 3


def main() -> int:
    """0 all good; 1 problems, all listed; 2 wrong usage or configuration."""
    parser = argparse.ArgumentParser(description="Kiểm tra docs/, hoặc chỉ báo lỗi của các tệp được nêu.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="TỆP", help="tệp hay thư mục trong docs/")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    parser.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")
    options = parser.parse_args()
    config = options.config.resolve()
    missing = [str(path) for path in options.paths if not path.exists()]
    if missing:
        parser.error(f"không thấy: {', '.join(missing)}")
    try:
        circumstances = Circumstances.from_environment()
    except ValueError as error:
        parser.error(f"giá trị không đọc được: {error}")
    try:
        settings = read_settings(config, circumstances.site_url)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 2
    ledger = Ledger(config.parent / CACHE / "ledger.sqlite", reading_digest(settings))
    proof = proofread(config.parent / settings.docs_dir, settings, circumstances.now, ledger, circumstances.jobs)
    wanted = [path.resolve() for path in options.paths]
    problems = [problem for problem in proof.problems if not wanted or _is_within(config.parent, problem, wanted)]
    for problem in problems:
        print(problem, file=sys.stderr)
    wrong = errors_among(problems, strict=options.strict)
    count = len(proof.entries)
    print(f"{len(wrong)} lỗi, {len(problems) - len(wrong)} cảnh báo; {count} tài liệu hợp lệ đã xem.")
    return 1 if wrong else 0


def _is_within(root: Path, problem: Problem, wanted: list[Path]) -> bool:
    file = (root / problem.path).resolve()
    return any(file == path or path in file.parents for path in wanted)


def guarded() -> int:
    """The status of `main`; 3 for a fault of ours, never the 1 that means the content has problems."""
    try:
        return main()
    except Exception:
        traceback.print_exc()
        print("Lỗi của chương trình, không phải của bài. Xin báo người phụ trách kỹ thuật.", file=sys.stderr)
        return OUR_FAULT


if __name__ == "__main__":
    raise SystemExit(guarded())
