"""Filing: the folder of a document, and what its file is called there – together they are its address."""

from __future__ import annotations

import re
from typing import Final

from newsroom.addresses import ARTICLES
from newsroom.codes import Code
from newsroom.fields import Desk
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.vietnamese import slugify

_LONGEST: Final = 80
_NAME: Final = rf"(?!.{{{_LONGEST + 1},}}\.md)([a-z0-9]+(?:-[a-z0-9]+)*)\.md"
PLACE: Final = re.compile(rf"{ARTICLES}(\d{{4}})/(\d{{2}})/{_NAME}")
"""Year, month and name of an article's file."""
_MONTH: Final = re.compile(rf"{ARTICLES}\d{{4}}/\d{{2}}")
_SHORT_MONTH: Final = re.compile(rf"{ARTICLES}(\d{{4}})/(\d)")


def read_slug(source: Source, folder: str, desk: Desk, what: str, example: str) -> str:
    """The slug of a document that lies in the folder of its kind; "" and a problem where its file is not in place.

    `what` is what editors call the kind, `example` a name that one of it may have.
    """
    if match := re.fullmatch(f"{folder}{_NAME}", source.uri):
        return match[1]
    cure = f"đặt tại docs/{folder}{example}.md: chữ thường không dấu, số, gạch nối"
    desk.problems.append(source.problem(Code.BAD_PATH, f"tệp {what} đặt sai chỗ hoặc tên tệp chưa đúng", cure))
    return ""


def misplaced(source: Source) -> Problem:
    """What is wrong with the path of an article that is not in its place."""
    folder, _, name = source.uri.rpartition("/")
    return Problem(source.path, 1, 1, Code.BAD_PATH, *(_fault_of_folder(folder) or _fault_of_name(name)))


def _fault_of_folder(folder: str) -> tuple[str, str] | None:
    """What is wrong with a folder, and the cure."""
    if _MONTH.fullmatch(folder):
        return None
    if short := _SHORT_MONTH.fullmatch(folder):
        return f"thư mục tháng “{short[2]}” thiếu số 0", f"đổi tên thư mục thành {short[1]}/0{short[2]}"
    return f"bài nằm trong docs/{folder}/", "chuyển tệp sang docs/tin-tuc/NĂM/THÁNG/, ví dụ docs/tin-tuc/2026/09/"


def _fault_of_name(name: str) -> tuple[str, str]:
    stem = name.removesuffix(".md")
    good = slugify(stem.replace("_", "-"))
    if good == stem:
        return f"tên tệp dài {len(stem)} ký tự", f"rút ngắn xuống nhiều nhất {_LONGEST} ký tự"
    cure = f"đổi tên thành {good}.md" if good else "đổi tên"
    return f"tên tệp “{name}” chưa đúng: chỉ dùng chữ thường không dấu, số, gạch nối", cure
