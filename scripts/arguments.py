"""Arguments: what is typed behind a command, explained and refused in Vietnamese."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable
from typing import Final, NoReturn

from newsroom.circumstances import JOBS, NOW, Circumstances
from newsroom.stages import REPORT
from statuses import CONFIGURATION_PROBLEMS

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

    def add_circumstances(self) -> None:
        """Take how many jobs there may be, what "now" is, and whether times are told."""
        self.add_argument("--jobs", type=int, default=None, help="số việc làm cùng lúc")
        self.add_argument("--now", default=None, metavar="ISO-8601", help="coi bây giờ là lúc nào")
        self.add_argument("--report", action="store_true", help="in thời gian từng công đoạn")

    def pass_on(self, options: argparse.Namespace) -> None:
        """Put what was taken so into the environment, where builds look for it; ends with status 2 where it is wrong."""
        if options.now is not None and not options.now.strip():
            self.error("--now để trống; viết như 2026-11-22T08:00")
        told = {JOBS: options.jobs, NOW: options.now, REPORT: 1 if options.report else None}
        os.environ.update({name: str(value) for name, value in told.items() if value is not None})
        self.circumstances()

    def circumstances(self) -> Circumstances:
        """What the environment tells; ends with status 2 where that cannot be read."""
        try:
            return Circumstances.from_environment()
        except ValueError as error:
            self.error(f"giá trị không đọc được: {error}")

    def error(self, message: str) -> NoReturn:
        """End with status 2, telling what is wrong and where more is told."""
        for pattern, ours in _SAID.items():
            message = re.sub(pattern, ours, message)
        self.print_usage(sys.stderr)
        self.exit(CONFIGURATION_PROBLEMS, f"{message}. Xem thêm: {self.prog} --help\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách gõ: " if prefix is None else prefix)
