"""The environment: a `.venv` beside the project, made on first use from the hash-pinned requirements.

Standard library only. Each command calls `enter()` first: it comes back inside the environment, whatever Python
started it. With everything installed no network is asked for.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Final, NoReturn

import console
from statuses import CONFIGURATION_PROBLEMS, STOPPED

ROOT: Final = Path(__file__).resolve().parent.parent
OLDEST: Final = (3, 11)
_FOLDER: Final = ROOT / ".venv"
_PYTHON: Final = _FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_INSTALLED: Final = _FOLDER / "installed"
"""Holds the digests of the requirement files that are installed, one a line."""


def enter(requirements: str = "requirements.txt") -> None:
    """Return inside an environment that has `requirements`; make or complete it, then start the command again in it.

    Python's compiled modules are kept even where it was told not to (many containers do): most of them are ours, and to
    compile them anew costs as much as a small build.
    """
    sys.dont_write_bytecode = False
    sys.excepthook = _tell_unless_stopped
    console.settle()
    if sys.version_info < OLDEST:
        _give_up(f"Cần Python {OLDEST[0]}.{OLDEST[1]} trở lên; đang chạy {sys.version.split()[0]}.")
    file = ROOT / requirements
    digest = (
        f"{requirements} {hashlib.sha256(file.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"
    )
    if not _is_installed(digest):
        try:
            _install(file, digest)
        except KeyboardInterrupt:
            _say("Đã dừng, chưa cài xong; chạy lại là cài tiếp.")
            raise SystemExit(STOPPED) from None
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if Path(sys.prefix).resolve() != _FOLDER.resolve():
        _start_again()


def _tell_unless_stopped(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of an error that nobody handles – but not of a stop at the keyboard while a command is still being loaded."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)


def _is_installed(digest: str) -> bool:
    return _PYTHON.exists() and _INSTALLED.exists() and digest in _INSTALLED.read_text(encoding="utf-8").splitlines()


def _install(file: Path, digest: str) -> None:
    """Complete the environment; make it where there is none, or one whose making was stopped or whose Python is another since."""
    import subprocess  # these two load slowly, and are needed once
    import venv

    pip = [str(_PYTHON), "-m", "pip"]
    if not _PYTHON.exists() or subprocess.run([*pip, "--version"], check=False, capture_output=True).returncode:
        _say("Tạo môi trường Python trong .venv …")
        try:
            venv.create(_FOLDER, with_pip=True, clear=True)
        except (OSError, subprocess.CalledProcessError):
            _give_up("Không tạo được .venv. Trên Debian, Ubuntu: cài gói python3-venv rồi chạy lại.")
    _say(f"Cài các gói trong {file.name} (chỉ lần đầu, mất khoảng nửa phút) …")
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*pip, "install", *options, "-r", str(file)], check=False).returncode:
        _give_up("Cài gói không thành công. Kiểm tra kết nối mạng rồi chạy lại.")
    kept = _INSTALLED.read_text(encoding="utf-8").splitlines() if _INSTALLED.exists() else []
    others = [line for line in kept if line.split()[0] != file.name]
    _INSTALLED.write_text("\n".join([*others, digest]) + "\n", encoding="utf-8")


def _start_again() -> NoReturn:
    command = [str(_PYTHON), *sys.argv]
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    raise SystemExit(subprocess.run(command, check=False).returncode)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _give_up(text: str) -> NoReturn:
    _say(text)
    raise SystemExit(CONFIGURATION_PROBLEMS)
