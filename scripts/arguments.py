"""Arguments: what is typed behind a command, explained and refused in Vietnamese."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Final, NoReturn

_SAID: Final = {
    r"the following arguments are required: (.+)": r"thiếu: \1",
    r"unrecognized arguments: (.+)": r"không hiểu: \1",
    r"invalid choice: '(.*)' \(choose from (.+)\)": r"không có “\1”; chọn: \2",
    r"invalid int value: '(.*)'": r"“\1” không phải là số",
    r"invalid \w+ value: '(.*)'": r"“\1” chưa đúng",
    r"expected (?:one|at least one) argument": "thiếu giá trị đứng sau",
    r"ambiguous option: (\S+) could match (.+)": r"“\1” chưa rõ là \2; gõ đủ chữ",
    r"^argument ": "",
}
"""What Python says of wrong arguments, in its own words and in ours."""


class Parser(argparse.ArgumentParser):
    """Speaks Vietnamese. `_more` is what some versions of Python hand to the parser of a subcommand besides its name."""

    def __init__(self, prog: str | None = None, description: str | None = None, **_more: object) -> None:
        super().__init__(prog=prog, description=description, formatter_class=_Formatter, add_help=False)
        self._positionals.title, self._optionals.title = "tham số", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện lời chỉ dẫn này")

    def error(self, message: str) -> NoReturn:
        """End with status 2, telling what is wrong and where more is told."""
        for pattern, ours in _SAID.items():
            message = re.sub(pattern, ours, message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{message}. Xem thêm: {self.prog} --help\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách gõ: " if prefix is None else prefix)
