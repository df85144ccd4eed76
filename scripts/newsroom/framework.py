"""The framework's part of `mkdocs.yml`: what its theme must be given, and what it says is wrong, in the words of an owner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from newsroom.codes import Code
from newsroom.configuration import HOOK, OVERRIDES, THEME, brings_in_more, child, hooks, text
from newsroom.front_matter import parse
from newsroom.nodes import Mapping, Node, Scalar, Sequence
from newsroom.problem import Problem
from newsroom.source import decode

_FRAME: Final = "shell.html"
"""The template of ours without which the theme draws none of our pages."""
_SHAPES: Final = {
    "str": "chữ (nếu là số thì đặt trong ngoặc kép)",
    "int": "số",
    "float": "số",
    "bool": "true hoặc false",
    "list": "danh sách, mỗi dòng mở đầu bằng dấu gạch",
    "dict": "nhóm gồm nhiều khóa",
    "NoneType": "chỗ trống",
}
_SAID: Final[dict[str, tuple[str, str]]] = {
    r'The "(?P<it>.+)" plugin is not installed': ("chưa cài phần bổ sung “{it}”", "sửa tên, hoặc bỏ khỏi plugins"),
    r"The path '(?P<it>.+)' isn't an existing \w+": ("không thấy “{it}”", "sửa đường dẫn, hoặc chép tệp vào đó"),
    r"Failed to load extension '(?P<ext>.+)'(?s:.*)KeyError: '(?P<it>.+)'": (
        "phần mở rộng “{ext}” không có lựa chọn “{it}”",
        "sửa tên lựa chọn, hoặc bỏ đi",
    ),
    r"Required configuration not provided": ("chưa khai báo", "thêm vào"),
    r"Unrecognised configuration name: (?P<it>.+)": ("không có khóa nào tên “{it}”", "sửa tên khóa, hoặc bỏ đi"),
}
"""What the framework says of a value, with what it means and the cure."""
_EXPECTED: Final = re.compile(r"Expected type: <class '(\w+)'> but received: <class '(\w+)'>")


def framework_problems(config: Path) -> list[Problem]:
    """What keeps the theme from being opened, as far as the file itself shows it.

    Raises ContentError when it is no YAML.
    """
    written = decode(config.read_bytes(), config.name)
    root = parse(written, config.name, 1, trusted=True)
    if brings_in_more(written):
        return []
    return [Problem(config.name, *place, Code.CONFIGURATION, *said) for place, said in _faults(root, config.parent)]


def told(config: Path, key: str, said: str) -> Problem:
    """What the framework says of the value under a key.

    Raises ContentError when the file is no YAML.
    """
    root = parse(decode(config.read_bytes(), config.name), config.name, 1, trusted=True)
    message, cure = _in_vietnamese(said)
    return Problem(config.name, *_place(root, key), Code.CONFIGURATION, f"{key}: {message}", cure)


Fault = tuple[tuple[int, int], tuple[str, str]]
"""A place of mkdocs.yml, and what is wrong there with its cure."""


def _faults(root: Mapping, folder: Path) -> Iterator[Fault]:
    theme = root.get("theme")
    if not isinstance(theme, Mapping):
        fault = "theme phải là một nhóm gồm name, custom_dir, language…"
        yield _place(root, "theme"), (fault, "chép phần theme: từ mkdocs.yml mẫu")
    else:
        yield from _faults_of_theme(root, theme, folder)
    if HOOK not in hooks(root):
        yield _place(root, "hooks"), (f"thiếu hooks: [{HOOK}]", "thêm dòng ấy")


def _faults_of_theme(root: Mapping, theme: Mapping, folder: Path) -> Iterator[Fault]:
    name, own, language = (text(theme, key) for key in ("name", "custom_dir", "language"))
    if name != THEME:
        yield _place(root, "theme", "name"), (f"giao diện “{name}” không hợp với trang", f"ghi name: {THEME}")
    if not own or not (folder / own / _FRAME).is_file():
        fault = f"thư mục “{own}” không có các mẫu của trang"
        yield _place(root, "theme", "custom_dir"), (fault, f"ghi custom_dir: {OVERRIDES}")
        return
    has = _finder(folder / own)
    if language and not has(f"partials/languages/{language}.html"):
        yield _place(root, "theme", "language"), (f"không có ngôn ngữ “{language}”", "ghi language: vi-newsroom")
    icon, palette, features = (theme.get(key) for key in ("icon", "palette", "features"))
    logo = child(icon, "logo")
    if isinstance(icon, Scalar | Sequence):
        yield _place(root, "theme", "icon"), ("icon phải là một nhóm", "ghi icon: {logo: newsroom/mark}")
    if isinstance(logo, Scalar) and not has(f".icons/{logo.text}.svg"):
        cure = "ghi logo: newsroom/mark, hoặc tên một hình có thật"
        yield _place(root, "theme", "icon", "logo"), (f"không có hình “{logo.text}”", cure)
    if isinstance(palette, Scalar):
        yield _place(root, "theme", "palette"), ("palette phải là một nhóm", "chép phần palette: từ mkdocs.yml mẫu")
    if features and not isinstance(features, Sequence):
        yield (
            _place(root, "theme", "features"),
            ("features phải là danh sách", "ghi features: [toc.follow], hoặc bỏ đi"),
        )


def _finder(own: Path) -> Callable[[str], bool]:
    """Tells whether a template is among our own or the theme's."""
    spec = find_spec(THEME)
    folders = [own, *(Path(place, "templates") for place in (spec and spec.submodule_search_locations) or ())]
    return lambda name: any((folder / name).is_file() for folder in folders)


def _place(root: Mapping, *keys: str) -> tuple[int, int]:
    """Line and column of the key, else of the nearest one above it that is there."""
    place, node = (1, 1), root
    for key in keys:
        found = next(((name, value) for name, value in node.entries if name.text == key), None)
        if found is None:
            break
        place = found[0].line, found[0].column
        below: Node = found[1]
        if not isinstance(below, Mapping):
            break
        node = below
    return place


def _in_vietnamese(said: str) -> tuple[str, str]:
    if types := _EXPECTED.search(said):
        wanted, given = (_SHAPES.get(name, name) for name in types.groups())
        return f"cần {wanted}; đang là {given.partition(' (')[0].partition(',')[0]}", "viết lại giá trị"
    for pattern, (message, cure) in _SAID.items():
        if match := re.search(pattern, said):
            return message.format(**match.groupdict()), cure
    return f"MkDocs không nhận: {said.splitlines()[0] if said else ''}", "sửa khóa ấy theo mkdocs.yml mẫu"
