"""Judge a stranger's proposal: its `docs/` with the tool and the configuration of this copy; nothing it brings is run.

Exit status: that of check.py, else that of publish.py packing the site.
"""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import environment

environment.enter()

from arguments import Parser
from newsroom.configuration import OVERRIDES
from newsroom.workshop import CACHE

CONTENT: Final = "docs"
_NOT_COMPARED: Final = {".git", ".venv", CACHE, "site", "published", CONTENT}


def main() -> int:
    """Lay the proposal's texts beside our own configuration, check them, pack the site they make."""
    parser = Parser(description="Kiểm tra docs/ của một đề nghị bằng chương trình và cấu hình ở đây.")
    parser.add_argument("proposal", type=Path, help="thư mục chứa đề nghị")
    parser.add_argument("--artifact", type=Path, default=None, metavar="TỆP", help="nơi đóng gói trang để xem thử")
    options = parser.parse_args()
    if not (options.proposal / CONTENT).is_dir():
        parser.error(f"{options.proposal} không có thư mục {CONTENT}/")
    if (options.proposal / CONTENT).is_symlink():
        parser.error(f"{CONTENT} của đề nghị là liên kết tới nơi khác, phải là thư mục thật")
    for path in touched_besides_content(environment.ROOT, options.proposal):
        print(f"Ngoài {CONTENT}/: {path!a} khác với bản ở đây; người phụ trách phải xem.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lay_out(options.proposal, folder)
        artifact = options.artifact.resolve() if options.artifact else folder / "site.tar"
        config = ["--config", str(folder / "mkdocs.yml")]
        return _run("check.py", *config) or _run("publish.py", *config, "--artifact", str(artifact))


def lay_out(proposal: Path, folder: Path) -> None:
    """Our configuration, scripts and templates, the proposal's texts. Links stay links: the check refuses them."""
    shutil.copytree(proposal / CONTENT, folder / CONTENT, symlinks=True)
    shutil.copy(environment.ROOT / "mkdocs.yml", folder)
    for name in ("scripts", OVERRIDES):
        (folder / name).symlink_to(environment.ROOT / name)


def touched_besides_content(ours: Path, theirs: Path) -> list[str]:
    """The paths outside docs/ that differ; links are not followed."""
    names = {entry.name for root in (ours, theirs) for entry in root.iterdir()} - _NOT_COMPARED
    files = {path for name in names for root in (ours, theirs) for path in _files(root, root / name)}
    return sorted(path for path in files if not _is_equal(ours / path, theirs / path))


def _files(root: Path, path: Path) -> set[str]:
    found = path.rglob("*") if path.is_dir() and not path.is_symlink() else [path]
    return {
        file.relative_to(root).as_posix()
        for file in found
        if (file.is_symlink() or file.is_file()) and "__pycache__" not in file.parts
    }


def _is_equal(one: Path, other: Path) -> bool:
    is_plain = all(file.is_file() and not file.is_symlink() for file in (one, other))
    return is_plain and filecmp.cmp(one, other, shallow=False)


def _run(command: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, environment.ROOT / "scripts" / command, *arguments], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
