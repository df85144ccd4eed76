"""Publish: build, check the built site, then let readers see it in one step; go back; compare a site with what was published.

Exit status: 0 published, or nothing new; 1 not published (problems, faults, too few pages, another publishing running) or
a difference found – readers see what they saw; 2 wrong usage, configuration or destination; 3 a fault of ours.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import IO

import environment

environment.enter()

import edge
from arguments import Parser
from newsroom.build import AUDIT
from newsroom.circumstances import Circumstances
from newsroom.lock import acquire_now
from newsroom.policy import Policy
from newsroom.publishing.admission import forgotten, is_suspiciously_small, objections, objections_unbuilt
from newsroom.publishing.artifact import write_artifact
from newsroom.publishing.handover import TooSmall, hand_over, roll_back
from newsroom.publishing.inspection import Inspection, inspect_site, inspector_digest
from newsroom.publishing.manifest import NAME, Manifest
from newsroom.publishing.records import Records
from newsroom.publishing.releases import KEPT, Busy, Releases
from newsroom.publishing.remote import Server
from newsroom.publishing.telling import NOT_PUBLISHED, Refused, told
from newsroom.publishing.verification import fetch_manifest, verify_address, verify_folder
from newsroom.scan import scan
from newsroom.settings import Settings, read_settings
from newsroom.stages import stage
from newsroom.workshop import CACHE, check_destination, publishing_tree_of
from statuses import STOPPED, tell_our_fault

DESTINATION = "NEWSROOM_PUBLISH_TO"


def main() -> int:
    """Do what is asked and say what readers see now."""
    options = _parse_options()
    os.umask(0o022)
    try:
        if options.verify:
            return _verify(options)
        if options.rollback is not None:
            return _roll_back(options)
        with _project_lock(options.config.parent):
            return _pack(options) if options.artifact else _publish(options)
    except KeyboardInterrupt:
        print("Đã dừng; bạn đọc thấy trọn bản trước, hoặc trọn bản mới nếu đã kịp đổi.", file=sys.stderr)
        return STOPPED
    except Exception as error:
        if (known := told(error)) is None:
            return tell_our_fault("Người đọc vẫn thấy bản cũ.")
        words, status = known
        print(words, file=sys.stderr)
        return status


def _project_lock(root: Path) -> IO[str]:
    """Keep other publishings of the same project out, wherever they go to: they share the tree.

    Raises Busy.
    """
    held = acquire_now(root / CACHE / "publishing.lock")
    if held is None:
        raise Busy
    return held


def _publish(options: argparse.Namespace) -> int:
    server = Server.parse(options.to)
    return _publish_to_server(options, server) if server else _publish_here(options)


def _publish_here(options: argparse.Namespace) -> int:
    releases = Releases(Path(options.to).resolve())
    root, settings = options.config.parent, read_settings(options.config)
    check_destination(releases.root, root / settings.site_dir, options.config, root / settings.docs_dir)
    started = time.perf_counter()
    with releases.lock():
        inspection = _inspected(options)
        with stage("đăng"):
            done = hand_over(inspection, releases, kept=options.keep, forced=options.force)
    told = "Đã đăng" if done.is_new else "Không có gì mới; bản đang chạy vẫn là"
    seconds = time.perf_counter() - started
    print(
        f"{told} {done.release.name}: {inspection.manifest.pages} trang, {seconds:.1f} giây, ở {releases.root}/current"
    )
    for left in releases.leftovers():
        print(f"Không xóa được {left}; người đọc không thấy, nhưng tốn chỗ: xóa tay.", file=sys.stderr)
    return 0


def _publish_to_server(options: argparse.Namespace, server: Server) -> int:
    inspection = _inspected(options)
    before = server.state()
    readers_have = before.manifest
    if not options.force and readers_have and is_suspiciously_small(inspection.manifest, readers_have):
        raise TooSmall(readers_have, inspection.manifest)
    if readers_have and readers_have.files == inspection.manifest.files:
        print(f"Không có gì mới; bản đang chạy vẫn là {before.link.removeprefix('releases/')}")
        return 0
    with stage("gửi và đổi bản"):
        name = server.send(inspection, before, options.keep)
    print(f"Đã đăng {name}: {inspection.manifest.pages} trang, ở {options.to}/current")
    return 0


def _pack(options: argparse.Namespace) -> int:
    inspection = _inspected(options)
    write_artifact(inspection.site, inspection.manifest, options.artifact)
    print(f"Đã đóng gói {inspection.manifest.pages} trang vào {options.artifact}")
    return 0


def _inspected(options: argparse.Namespace) -> Inspection:
    """The tree to publish, built unless one is given, inspected and without a fault.

    Raises Refused, ContentError, ConfigurationError, OSError.
    """
    circumstances = Circumstances.from_environment()
    settings = read_settings(options.config, circumstances.site_url)
    sources, policy, tree = _built(options) if options.site is None else (None, None, options.site)
    records = Records(options.config.parent / CACHE / "publishing.sqlite", inspector_digest(settings.base_path))
    try:
        with stage("soát bản dựng"):
            inspection = inspect_site(tree, records, settings.base_path, circumstances.jobs)
            faults = objections(inspection, sources, policy) if policy else objections_unbuilt(inspection)
    finally:
        records.close()
    if sources is not None:
        faults += forgotten(_texts(options.config.parent, settings), sources)
    if faults:
        raise Refused(faults)
    return inspection


def _built(options: argparse.Namespace) -> tuple[dict[str, str], Policy, Path]:
    os.environ[AUDIT] = "1"
    tree = publishing_tree_of(options.config.parent)
    printed = edge.run_build(options.config, tree, strict=options.strict)
    return dict(printed.sources), printed.policy, tree


def _texts(root: Path, settings: Settings) -> list[str]:
    return [uri for uri in scan(root / settings.docs_dir).files if uri.endswith(".md")]


def _roll_back(options: argparse.Namespace) -> int:
    if server := Server.parse(options.to):
        name = server.roll_back(options.rollback)
    else:
        releases = Releases(Path(options.to).resolve())
        with releases.lock():
            name = roll_back(releases, options.rollback).name
    print(f"Người đọc đang thấy bản {name}.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    wanted = options.verify
    given = _read_manifest(options.manifest) if options.manifest else None
    if wanted.startswith(("http://", "https://")):
        manifest = given or fetch_manifest(wanted)
        differences = verify_address(wanted, manifest)
    else:
        folder = Path(wanted, "current") if Path(wanted, "current").is_dir() else Path(wanted)
        manifest = given or _read_manifest(folder / NAME)
        differences = verify_folder(folder.resolve(), manifest)
    for difference in differences:
        print(f"{difference.path}: {difference.message}", file=sys.stderr)
    whose = "" if given else " do chính nơi ấy giữ; muốn chắc, dùng --manifest với bản kê giữ ở chỗ khác"
    print(f"{len(manifest.files)} tệp, {len(differences)} chỗ khác bản kê{whose}.")
    return NOT_PUBLISHED if differences else 0


def _read_manifest(file: Path) -> Manifest:
    try:
        return Manifest.parse(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise OSError(None, f"không phải bản kê SHA-256 ({error})", str(file)) from error


def _parse_options() -> argparse.Namespace:
    parser = Parser(description="Dựng, soát, rồi đưa trang ra cho người đọc trong một bước.")
    parser.add_argument("--config", type=Path, default=environment.ROOT / "mkdocs.yml", help="tệp cấu hình")
    parser.add_argument("--to", default=None, metavar="NƠI", help="thư mục, hoặc người@máy:/thư/mục (qua SSH)")
    parser.add_argument("--artifact", type=Path, default=None, metavar="TỆP", help="chỉ đóng gói thành một tệp tar")
    parser.add_argument("--site", type=Path, default=None, help="đăng bản đã dựng sẵn ở đây, không dựng lại")
    parser.add_argument("--keep", type=int, default=KEPT, metavar="N", help=f"giữ N bản gần nhất (mặc định {KEPT})")
    parser.add_argument("--force", action="store_true", help="đăng dù mất hơn một phần năm số trang")
    parser.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")
    parser.add_argument("--rollback", nargs="?", const="", default=None, metavar="BẢN", help="trở về bản trước")
    parser.add_argument("--verify", default=None, metavar="NƠI", help="đối chiếu một thư mục hay trang đang chạy")
    parser.add_argument("--manifest", type=Path, default=None, metavar="TỆP", help="bản kê để đối chiếu")
    parser.add_circumstances()
    options = parser.parse_args()
    if options.keep < 1:
        parser.error("--keep: giữ ít nhất một bản")
    parser.pass_on(options)
    options.config = options.config.resolve()
    options.to = options.to or os.environ.get(DESTINATION) or str(options.config.parent / "published")
    options.site = options.site.resolve() if options.site else None
    return options


if __name__ == "__main__":
    raise SystemExit(main())
