"""Validate only: every problem of `docs/`, or of the paths named. Also what the pre-commit hook and CI call."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

from newsroom.circumstances import Circumstances
from newsroom.problem import ConfigurationError, Problem, errors_among
from newsroom.proof import proofread
from newsroom.settings import read_settings


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
    circumstances = Circumstances.from_environment()
    try:
        settings = read_settings(config, circumstances.site_url)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 2
    proof = proofread(config.parent / settings.docs_dir, settings, circumstances.now)
    wanted = [path.resolve() for path in options.paths]
    problems = [problem for problem in proof.problems if not wanted or _is_within(config.parent, problem, wanted)]
    for problem in problems:
        print(problem, file=sys.stderr)
    wrong = errors_among(problems, strict=options.strict)
    count = len(proof.library.documents) + len(proof.library.withheld)
    print(f"{len(wrong)} lỗi, {len(problems) - len(wrong)} cảnh báo; {count} tài liệu hợp lệ đã xem.")
    return 1 if wrong else 0


def _is_within(root: Path, problem: Problem, wanted: list[Path]) -> bool:
    file = (root / problem.path).resolve()
    return any(file == path or path in file.parents for path in wanted)


if __name__ == "__main__":
    raise SystemExit(main())
