"""Draw the 24 illustrations of the site as SVG files next to this script.

Usage: python illustrations/draw.py [NAME ...]   (then run render.py for the JPEGs)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import indoor
import outdoor
import still_life
from svg import Node, document

HERE = Path(__file__).resolve().parent

PICTURES: dict[str, Callable[[], list[Node]]] = {
    "an-toan-mang": still_life.an_toan_mang,
    "ban-do-hanh-chinh": outdoor.ban_do_hanh_chinh,
    "canh-dong-tram-bom": outdoor.canh_dong_tram_bom,
    "dan-van-kheo": outdoor.dan_van_kheo,
    "dien-thoai-so-tay": still_life.dien_thoai_so_tay,
    "dong-ho-sinh-hoat": indoor.dong_ho_sinh_hoat,
    "du-lieu-ca-nhan": still_life.du_lieu_ca_nhan,
    "duong-lang": outdoor.duong_lang,
    "giam-sat": indoor.giam_sat,
    "hoi-nghi-giao-ban": indoor.hoi_nghi_giao_ban,
    "hop-tac-xa-nong-nghiep": outdoor.hop_tac_xa_nong_nghiep,
    "huong-dan-bien-tap": still_life.huong_dan_bien_tap,
    "nghi-quyet": still_life.nghi_quyet,
    "nha-van-hoa-thon": outdoor.nha_van_hoa_thon,
    "nong-thon-moi": outdoor.nong_thon_moi,
    "quy-tin-dung": indoor.quy_tin_dung,
    "sinh-hoat-chi-bo": indoor.sinh_hoat_chi_bo,
    "so-tay-cong-viec": still_life.so_tay_cong_viec,
    "thang-diem": still_life.thang_diem,
    "trang-chu": outdoor.trang_chu,
    "tu-van-ban": indoor.tu_van_ban,
    "tu-van-hop-tac-xa": outdoor.tu_van_hop_tac_xa,
    "vay-von": still_life.vay_von,
    "xay-dung-dang": outdoor.xay_dung_dang,
}


def main(names: list[str]) -> int:
    """Write the named pictures, or all of them."""
    unknown = sorted(set(names) - PICTURES.keys())
    if unknown:
        print(f"no such picture: {', '.join(unknown)}", file=sys.stderr)
        return 1
    for name in names or PICTURES:
        (HERE / f"{name}.svg").write_text(document(PICTURES[name]()), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
