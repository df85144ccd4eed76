"""Breakage: why a block cannot be read as YAML, and where – told to people who need not know what YAML is.

The parser names the place where it lost the thread, often lines behind the slip. The slips that people make are few: we look
for each, at the place it gave up and at the one where it had begun to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import yaml

FENCE_CURE: Final = "viết lại thành đúng ba gạch ngắn ---, sát đầu dòng"
_FENCE_LIKE: Final = re.compile(r"\s*(?=--|-?[—–−])[-—–−]+\s*")
_OWN_LINE: Final = re.compile(r"\s*(?:(?:- )?[\w-]+:(?:\s|$)|- |#|$)")
"""How a line begins that does not go on with the one above."""
_SLIPPED_KEY: Final = re.compile(r"\s*(?:- )?([A-Za-z_]+)(:\u00a0|:(?=\S)|\s*[：=;])\s*(.*)")
_SLIPPED_ITEM: Final = re.compile(r"\s*(?:-(?=[^\s-])|([–—−•])(?=\s))")
_KEY: Final = re.compile(r"\s*(?:- )?[A-Za-z_]+$")
_HIDDEN: Final = re.compile(r"[\[{](?:[^\]}\"']*[\s,])?#")
"""A list or group that ends in a comment before its bracket does."""
_CURLY: Final = re.compile(r"(?:^|[:,{\[]|- )\s*“")
_BRACKETS: Final = {"[": ("ngoặc vuông [", "]"), "{": ("ngoặc nhọn {", "}")}
_OUT_OF_STEP: Final = ("expected key", "block end", "mapping values", "indicator", "document start")
_STRAIGHT: Final = 'đặt cả câu trong ngoặc kép thẳng: "…"'
_STRAIGHT_ONCE: Final = 'đặt cả câu trong một cặp ngoặc kép thẳng "…"; ngoặc kép nằm trong câu đổi thành “ ”'
_LONGEST_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Breakage:
    """Where a block breaks – line and column count from 0 –, what is wrong there, and how to mend it."""

    line: int
    column: int
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """A block and what the parser said: it gave up at `at` while reading what began at `since`."""

    lines: list[str]
    said: str
    reading: str
    at: tuple[int, int]
    since: tuple[int, int]

    def line(self, number: int) -> str:
        """A line of the block; "" beyond its end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def left(self) -> str:
        """What stands before the place where the parser gave up, on its line."""
        return self.line(self.at[0])[: self.at[1]]


def is_like_fence(line: str) -> bool:
    """Whether a line was meant to be a fence of the front matter, and is not written as one: `----`, ` ---`, `—`."""
    return line.rstrip() != "---" and bool(_FENCE_LIKE.fullmatch(line))


def find_breakage(block: str, error: yaml.MarkedYAMLError) -> Breakage:
    """What is wrong with a block that the parser refused with `error`."""
    at, since = (
        (mark.line, mark.column) if mark else (0, 0)
        for mark in (error.problem_mark or error.context_mark, error.context_mark or error.problem_mark)
    )
    scene = _Scene(block.split("\n"), error.problem or "", error.context or "", at, since)
    found = next(filter(None, (look(scene) for look in _LOOKS)), None)
    cure = "xem cả dòng trên: ngoặc đủ cặp, các dòng thẳng cột, câu có dấu lạ thì đặt trong ngoặc kép"
    return found or Breakage(*at, "khai báo viết sai quy cách ở gần chỗ này", cure)


def _fence(scene: _Scene) -> Breakage | None:
    """The closing fence is not one, and the body was read as fields."""
    for number, line in enumerate(scene.lines[: scene.at[0] + 1]):
        if is_like_fence(line):
            return Breakage(number, 0, f"dòng khép phần khai báo viết là “{line.rstrip()}”", FENCE_CURE)
    return None


def _tab(scene: _Scene) -> Breakage | None:
    line = scene.line(scene.at[0])
    if "\t" not in line[: len(line) - len(line.lstrip())]:
        return None
    return Breakage(scene.at[0], 0, "dòng này thụt bằng phím Tab", "xóa Tab ở đầu dòng, gõ dấu cách thay vào")


def _open_quote(scene: _Scene) -> Breakage | None:
    """A quotation mark without its fellow: the next one of the block ends the sentence, far below."""
    end = scene.at[0] + ("end of stream" in scene.said)
    for number, line in enumerate(scene.lines[:end]):
        for mark in "\"'":
            opened = [*re.finditer(rf"(?:^|[:,\[{{-])\s*{mark}", line)]
            is_odd = line.replace(f"\\{mark}", "").count(mark) % 2
            if opened and is_odd and _OWN_LINE.match(scene.line(number + 1)):
                message = f"câu mở bằng dấu {mark} mà không đóng"
                return Breakage(number, opened[-1].end() - 1, message, f"thêm dấu {mark} vào cuối câu")
    return None


def _hidden(scene: _Scene) -> Breakage | None:
    """What stands behind # is a comment, the bracket with it."""
    for number, line in enumerate(scene.lines[: scene.at[0] + 1] if "flow" in scene.reading else ()):
        if found := _HIDDEN.search(line):
            cure = 'bỏ dấu #, hoặc đặt từng mục trong ngoặc kép thẳng: ["#mương", "#đất"]'
            return Breakage(number, found.end() - 1, "máy bỏ qua mọi chữ đứng sau dấu #, cả ngoặc đóng", cure)
    return None


def _backslash(scene: _Scene) -> Breakage | None:
    if "quoted scalar" not in scene.reading or "end of stream" in scene.said:
        return None
    return Breakage(*scene.at, "trong ngoặc kép có dấu \\", "đổi \\ thành / hoặc bỏ đi")


def _key(scene: _Scene) -> Breakage | None:
    """A line that should be a field: its colon, or the blank behind it, is missing."""
    if "simple key" in scene.reading:
        number = scene.since[0]
    elif "mapping values" in scene.said and _KEY.match(scene.left):
        number = scene.at[0] - 1  # it ran on into the field below
    else:
        return None
    if slip := _SLIPPED_KEY.match(scene.line(number)):
        name, sign, value = slip.groups()
        told = {
            ":": f"sau “{name}:” thiếu dấu cách",
            ":\u00a0": f"sau “{name}:” là dấu cách cứng, không phải dấu cách thường",
            "：": f"sau “{name}” là dấu hai chấm cỡ rộng (：), không phải dấu hai chấm thường",
        }
        message = told.get(sign.strip(" "), f"sau “{name}” là dấu {sign.strip()}, không phải dấu hai chấm")
        shown = value if len(value) <= _LONGEST_SHOWN else "…"
        return Breakage(number, slip.start(1), message, f"viết “{name}: {shown}”, sau dấu hai chấm có một dấu cách")
    if "simple key" not in scene.reading:
        return None
    message = "dòng này không mở đầu bằng tên trường và dấu hai chấm"
    return Breakage(*scene.since, message, "nối vào cuối dòng trên, hoặc xóa nếu thừa")


def _behind_end(scene: _Scene) -> Breakage | None:
    """A sentence or list has ended, and goes on."""
    end = scene.left.rstrip()[-1:]
    if end in ('"', "'"):
        return Breakage(*scene.at, f"sau dấu {end} đóng câu vẫn còn chữ", _STRAIGHT_ONCE)
    if end in ("]", "}"):
        cure = f"bỏ chữ thừa, hoặc đặt cả câu trong ngoặc kép thẳng nếu dấu {end} là một phần của câu"
        return Breakage(*scene.at, f"sau dấu {end} vẫn còn chữ", cure)
    return None


def _colon(scene: _Scene) -> Breakage | None:
    """A colon in a sentence that is not quoted."""
    line = scene.line(scene.at[0])
    in_flow = "flow" in scene.reading and line[scene.at[1] : scene.at[1] + 1] == ":"
    if not in_flow and "mapping values" not in scene.said:
        return None
    if slip := _SLIPPED_ITEM.match(line):
        wrong = f"đầu dòng là dấu {slip[1]}, không phải gạch nối" if slip[1] else "sau dấu gạch đầu dòng thiếu dấu cách"
        return Breakage(scene.at[0], slip.end() - 1, wrong, "viết “- …”")
    if _KEY.match(scene.left):
        return None
    if _CURLY.search(scene.left):
        message = "câu có dấu hai chấm mà chỉ đặt trong ngoặc cong “ ”"
        return Breakage(*scene.at, message, 'đổi “ ” ở hai đầu câu thành ngoặc kép thẳng: "…"')
    message = "câu có dấu hai chấm mà chưa đặt trong ngoặc kép"
    return Breakage(*scene.at, message, _STRAIGHT_ONCE if '"' in line else _STRAIGHT)


def _brackets(scene: _Scene) -> Breakage | None:
    opened = _BRACKETS.get(scene.line(scene.since[0])[scene.since[1] : scene.since[1] + 1])
    if "flow" not in scene.reading or not opened:
        return None
    where = "dòng này" if scene.at[0] - scene.since[0] <= 1 else "mục cuối cùng"
    return Breakage(*scene.since, f"{opened[0]} chưa đóng", f"thêm dấu {opened[1]} vào cuối {where}")


def _own_sign(scene: _Scene) -> Breakage | None:
    """A value that begins with a sign which means something else there."""
    sign = scene.line(scene.since[0])[scene.since[1] : scene.since[1] + 1]
    if sign not in tuple("@%`&*>|!?,-") or "collection" in scene.reading:
        return None
    more = "; danh sách thì xuống dòng rồi mới gạch" if sign == "-" else ""
    return Breakage(*scene.since, f"câu mở đầu bằng dấu {sign}", _STRAIGHT + more)


def _indent(scene: _Scene) -> Breakage | None:
    """A line out of step with those of its group."""
    is_told = any(words in scene.said for words in _OUT_OF_STEP)
    if not is_told or (scene.left.strip() and not _KEY.match(scene.left)):
        return None
    first = next((number for number, line in enumerate(scene.lines) if line.strip()), 0)
    number = first if "document start" in scene.said else scene.at[0]
    line = scene.line(number)
    if line.lstrip().startswith(":"):
        return Breakage(number, 0, "trước dấu hai chấm thiếu tên trường", "thêm tên trường, hoặc xóa dòng")
    cure = "thêm hoặc bớt dấu cách ở đầu dòng cho thẳng cột"
    return Breakage(number, len(line) - len(line.lstrip()), "dòng này không thẳng cột với các dòng cùng nhóm", cure)


_LOOKS: Final[tuple[Callable[[_Scene], Breakage | None], ...]] = (
    _fence,
    _tab,
    _open_quote,
    _hidden,
    _backslash,
    _key,
    _behind_end,
    _colon,
    _brackets,
    _own_sign,
    _indent,
)
"""In the order of their certainty."""
