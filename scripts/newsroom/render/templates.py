"""Templates: which of ours a page is drawn with, told by a digest, so that a change of one redraws no page of another.

What is wrong with one is told as a problem, with its place.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError

from newsroom.codes import Code
from newsroom.digests import digest, together
from newsroom.problem import ConfigurationError, Problem
from newsroom.render.plan import ANY

_PROGRAM: Final = Path(__file__).resolve().parents[2]
_PAGES: Final = "html"
_ENDINGS: Final = [_PAGES, "svg"]
_NAMING: Final = re.compile(
    r"\{%[-+]?\s*(?:include|import|from|extends)\b\s*"
    r"(?:(?:'([^']+)'|\"([^\"]+)\")\s*(?=[-+]?%\}|(?:as|ignore|import|with|without)\b)(ignore\s+missing\b)?)?"
)
"""A tag that names another template: by a literal and nothing else – it may be missing –, or by what only drawing tells."""


class Templates:
    """The templates of an environment; each is read once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._known: dict[str, bytes] = {}

    def digest(self, name: str) -> bytes:
        """A digest of a template and of every one it names, in turn; of all of them for `ANY`.

        Raises ConfigurationError for one that is not there or not in UTF-8.
        """
        if name not in self._known:
            names = self._all() if name == ANY else self.needed(name)
            self._known[name] = together(digest(one, self._text(one)) for one in sorted(names))
        return self._known[name]

    def needed(self, name: str) -> set[str]:
        """A template and every one it names, in turn. One that names some by no literal may need any."""
        found: set[str] = set()
        fresh = {name}
        while fresh:
            found |= fresh
            named = {one for known in fresh for one in self._named(known)}
            fresh = (self._all() if ANY in named else named) - found
        return found

    def compile(self) -> None:
        """Have all of them compiled: before a file of the site is touched.

        Raises ConfigurationError with each that is no template.
        """
        problems = [*self._faults()]
        if problems:
            raise ConfigurationError(problems)

    def _faults(self) -> Iterator[Problem]:
        for name in sorted(self._all()):
            if not name.endswith(_PAGES):  # a drawing is a template where one includes it only
                continue
            try:
                self._environment.get_template(name)
            except TemplateSyntaxError as error:
                yield syntax_problem(_path(self._environment, name), error)

    def _named(self, name: str) -> Iterator[str]:
        for match in _NAMING.finditer(self._text(name)):
            one = match[1] or match[2] or ANY
            if not match[3] or self._is_there(one):
                yield one

    def _is_there(self, name: str) -> bool:
        try:
            _loader(self._environment).get_source(self._environment, name)
        except TemplateNotFound:
            return False
        except UnicodeDecodeError:
            return True
        return True

    def _text(self, name: str) -> str:
        try:
            return _loader(self._environment).get_source(self._environment, name)[0]
        except UnicodeDecodeError as error:
            raise ConfigurationError([encoding_problem(_path(self._environment, name), error)]) from error
        except TemplateNotFound as error:
            raise ConfigurationError([absence_problem(_path(self._environment, name))]) from error

    def _all(self) -> set[str]:
        """Those that are hidden belong to an editor's program: Emacs lays links that lead nowhere beside an open file."""
        found = self._environment.list_templates(extensions=_ENDINGS)
        return {name for name in found if not name.rpartition("/")[2].startswith(".")}


def draw(environment: Environment, name: str, /, **context: object) -> str:
    """What a template makes of a context.

    Raises ConfigurationError when it is not there, or asks for something that is not.
    """
    try:
        return environment.get_template(name).render(**context)
    except Exception as error:
        problem = drawing_problem(error, Path(_loader(environment).searchpath[0]).parent)
        if problem is None and isinstance(error, TemplateNotFound):
            problem = absence_problem(_path(environment, name))
        if problem is None:
            raise
        raise ConfigurationError([problem]) from error


def _path(environment: Environment, name: str) -> str:
    folder = Path(_loader(environment).searchpath[0])
    return f"{folder.parent.name}/{folder.name}/{name}"


def _loader(environment: Environment) -> FileSystemLoader:
    assert isinstance(environment.loader, FileSystemLoader)
    return environment.loader


def syntax_problem(path: str, error: TemplateSyntaxError) -> Problem:
    """A template that cannot be understood."""
    return _fault(path, error.lineno, error.message or "")


def absence_problem(path: str) -> Problem:
    """A template that a page or another one needs, and that is not there."""
    return Problem(path, 1, 1, Code.CONFIGURATION, "thiếu mẫu trang này", "lấy lại tệp, hoặc bỏ chỗ gọi đến nó")


def drawing_problem(error: Exception, overrides: Path) -> Problem | None:
    """What went wrong in a template below `overrides` while a page was drawn with it.

    None when it went wrong elsewhere: in what a template calls, or where no template is at work.
    """
    templates = overrides.resolve()
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename).resolve()
        if file.is_relative_to(_PROGRAM):
            return None
        if file.is_relative_to(templates):
            path = f"{overrides.name}/{file.relative_to(templates).as_posix()}"
            return _fault(path, frame.lineno or 1, getattr(error, "message", None) or str(error))
    return None


def _fault(path: str, line: int, said: str) -> Problem:
    message = f"mẫu trang sai: {said}"
    return Problem(path, line, 1, Code.CONFIGURATION, message, "sửa dòng ấy, hoặc lấy lại tệp cũ")


def encoding_problem(path: str, error: UnicodeDecodeError) -> Problem:
    """A template that another program saved in letters of its own."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return Problem(path, line, 1, Code.CONFIGURATION, "mẫu trang không phải UTF-8", "lưu lại tệp với mã UTF-8")
