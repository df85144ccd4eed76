"""The main job: validate `docs/` and write the complete site to `site/`.

Exit status: 0 built; 1 the content has problems (all listed, the earlier site untouched); 2 wrong usage or
configuration, or a disk that does not take the site; 3 a fault of ours; 130 stopped at the keyboard.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from pathlib import Path
from typing import NoReturn

import environment

environment.enter()
gc.disable()  # a build is short, and what it holds it holds to the end: searching it for garbage finds none

import edge
from arguments import Parser
from newsroom.build import AUDIT
from newsroom.disk import told_disk
from newsroom.problem import ConfigurationError, ContentError
from newsroom.stages import stage
from statuses import CONFIGURATION_PROBLEMS, CONTENT_PROBLEMS, STOPPED, tell_our_fault

_UNFINISHED = "Chưa dựng xong, trang có thể mới đổi một phần; sửa xong, dựng lại là trọn vẹn."


def main(*, indexed: bool = True) -> int:
    """Build in place, `indexed` or without touching the search index.

    The site is touched only when everything is known to be right, and only where it differs.
    """
    options = _parse_options()
    started = time.perf_counter()
    print("Đọc và kiểm tra các bài, rồi dựng trang …", flush=True)
    try:
        with stage("cả lần dựng"):
            printed = edge.run_build(
                options.config, options.site_dir, strict=options.strict, indexed=indexed, forgetful=options.clean
            )
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    except ContentError as error:
        print(
            error,
            f"\n{len(error.problems)} chỗ cần sửa; chưa dựng trang, trang cũ giữ nguyên.",
            sep="",
            file=sys.stderr,
        )
        return CONTENT_PROBLEMS
    except KeyboardInterrupt:
        print("Đã dừng; trang có thể mới đổi một phần, dựng lại là trọn vẹn.", file=sys.stderr)
        return STOPPED
    except Exception as error:
        if words := told_disk(error):
            print(words, _UNFINISHED, file=sys.stderr)
            return CONFIGURATION_PROBLEMS
        return tell_our_fault()
    seconds = time.perf_counter() - started
    deleted = f", xóa {printed.deleted} tệp" if printed.deleted else ""
    print(
        f"Xong: {printed.pages} trang trong {seconds:.1f} giây (ghi {printed.written} tệp{deleted}), "
        f"nằm ở {printed.site}/."
    )
    print("Xem thử: python3 scripts/serve.py, rồi mở http://127.0.0.1:8000/")
    return 0


def _parse_options() -> argparse.Namespace:
    parser = Parser(description="Kiểm tra docs/ và dựng trang vào site/.")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    parser.add_argument(
        "--site-dir", type=Path, default=None, help="nơi ghi trang (mặc định: site_dir trong tệp cấu hình, hoặc site/)"
    )
    parser.add_argument("--clean", action="store_true", help="quên mọi bộ nhớ đệm")
    parser.add_circumstances()
    parser.add_argument("--audit", action="store_true", help="soát cả thư mục trang: tệp thiếu, tệp lạ")
    parser.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")
    options = parser.parse_args()
    parser.pass_on(options)
    if options.audit:
        os.environ[AUDIT] = "1"
    options.config = options.config.resolve()
    options.site_dir = options.site_dir and options.site_dir.resolve()
    return options


def leave(status: int) -> NoReturn:
    """End at once: to take a whole archive apart object by object costs a tenth of a small build."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    leave(main())
