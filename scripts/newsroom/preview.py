"""The preview: one site kept from edit to edit; while a source is wrong, the last good one stays. Whoever serves it asks for a new one."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from newsroom.addresses import INDEX
from newsroom.disk import told_disk
from newsroom.press import Printed
from newsroom.problem import ConfigurationError, ContentError

STILL_THE_LAST_GOOD: Final = "Trang đang hiện là lần dựng đúng gần nhất; sửa xong, lưu lại là trang tự đổi."


@dataclass
class Preview:
    """`site` is what is shown; `build` brings it to what it should be, with its search index (True) or with that as it is."""

    site: Path
    build: Callable[[bool], Printed]
    _has_been_whole: bool = field(default=False, init=False)

    def renew(self) -> None:
        """Build, and print what came of it: the content's problems too."""
        gc.disable()  # what a build lets go is gathered after it, when nobody waits
        try:
            printed = self.build(self._lacks_its_index)
        except (ConfigurationError, ContentError) as error:
            print(error, STILL_THE_LAST_GOOD, sep="\n", flush=True)
        except Exception as error:  # what is let through stops the server, and with it every page
            print(told_failure(error), STILL_THE_LAST_GOOD, sep="\n", flush=True)
        else:
            self._has_been_whole = True
            print(f"Đã dựng lại: ghi {printed.written} tệp, xóa {printed.deleted} tệp.", flush=True)
        finally:
            gc.enable()

    @property
    def _lacks_its_index(self) -> bool:
        """Search finds what there was at the start: nobody who sees a page change waits for it. Another command may have taken it away."""
        return not (self._has_been_whole and (self.site / INDEX).is_dir())


def told_failure(error: Exception) -> str:
    """What is told of a build that failed and not by a text: what the disk said; of our own faults, everything."""
    return told_disk(error) or "".join(traceback.format_exception(error)).rstrip()
