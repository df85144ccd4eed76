"""Validate only: every problem of `docs/`, or of the paths named. Also what the pre-commit hook and CI call."""

from __future__ import annotations

import logging
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

import environment

environment.enter()

import edge
from arguments import Parser
from newsroom.build import OWN_TEMPLATES
from newsroom.cache import DAMAGE
from newsroom.circumstances import Circumstances
from newsroom.configuration import OVERRIDES
from newsroom.disk import told_disk
from newsroom.ledger import Ledger
from newsroom.problem import ConfigurationError, Problem, errors_among
from newsroom.proof import Proof, proofread
from newsroom.schemas import schema_files
from newsroom.search.abbreviations import read_abbreviations
from newsroom.settings import Settings, read_settings
from newsroom.versions import reading_digest
from newsroom.workshop import CACHE, LEDGER, hold_cache
from statuses import CONFIGURATION_PROBLEMS, CONTENT_PROBLEMS, guarded

log: Final = logging.getLogger(__name__)


def main() -> int:
    """0 all good; 1 problems, all listed; 2 wrong usage or configuration. `guarded` tells 3, a fault of ours."""
    parser = Parser(description="Kiểm tra docs/, hoặc chỉ báo lỗi của các tệp được nêu.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="TỆP", help="tệp hay thư mục trong docs/")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    parser.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")
    parser.add_argument(
        "--schemas", type=Path, metavar="THƯ_MỤC", help="chỉ ghi JSON Schema của các trường khai báo vào thư mục này"
    )
    options = parser.parse_args()
    if options.schemas:
        return _write_schemas(options.schemas)
    config = options.config.resolve()
    missing = [str(path) for path in options.paths if not path.exists()]
    if missing:
        parser.error(f"không thấy: {', '.join(missing)}")
    circumstances = parser.circumstances()
    try:
        settings = read_settings(config, circumstances.site_url)
        if wrong := edge.configuration_problems(config, strict=options.strict):
            raise ConfigurationError(wrong)
        read_abbreviations(config.parent / OVERRIDES / OWN_TEMPLATES)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    docs = config.parent / settings.docs_dir
    wanted = [path.resolve() for path in options.paths]
    outside = [str(given) for given, path in zip(options.paths, wanted, strict=True) if not _is_below(path, docs)]
    if outside:
        parser.error(f"ngoài {settings.docs_dir}/, không kiểm tra: {', '.join(outside)}")
    proof = _proof(config.parent, settings, circumstances)
    problems = [problem for problem in proof.problems if not wanted or _is_within(config.parent, problem, wanted)]
    for problem in problems:
        print(problem, file=sys.stderr)
    errors = errors_among(problems, strict=options.strict)
    refused = {problem.path for problem in errors_among(proof.problems)}
    good = [uri for uri in proof.entries if f"{settings.docs_dir}/{uri}" not in refused]
    print(f"{len(errors)} lỗi, {len(problems) - len(errors)} cảnh báo; {len(good)} tài liệu không có lỗi.")
    return CONTENT_PROBLEMS if errors else 0


def _write_schemas(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(folder / name)
    return 0


def _proof(root: Path, settings: Settings, circumstances: Circumstances) -> Proof:
    """The proof by what builds remember; by nothing where that cannot be held or written, or is damaged: then the next build mends it."""

    def proof(ledger: Ledger) -> Proof:
        with closing(ledger):
            return proofread(root / settings.docs_dir, settings, circumstances.now, ledger, circumstances.jobs)

    try:
        held = hold_cache(root)
    except OSError:
        return proof(Ledger(None, ""))
    with held:
        try:
            return proof(Ledger(root / CACHE / LEDGER, reading_digest(settings)))
        except DAMAGE as error:
            words = told_disk(error)
            log.warning(words or "Bộ nhớ đệm có lẽ đã hỏng; đọc lại mọi tệp.", exc_info=not words)
            return proof(Ledger(None, ""))


def _is_below(path: Path, docs: Path) -> bool:
    return path.is_relative_to(docs.resolve())


def _is_within(root: Path, problem: Problem, wanted: list[Path]) -> bool:
    file = (root / problem.path).resolve()
    return any(file == path or path in file.parents for path in wanted)


if __name__ == "__main__":
    raise SystemExit(guarded(main, "Đã dừng, chưa kiểm tra hết."))
