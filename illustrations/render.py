"""Render every SVG picture to a 1600x900 JPEG with headless Chromium.

Usage: python illustrations/render.py [NAME ...]
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "docs" / "anh" / "minh-hoa"
SIZE = (1600, 900)
QUALITY = 80
PAGE = "<!doctype html><style>*{{margin:0}}svg{{display:block;width:1600px;height:900px}}</style>{svg}"


def save_jpeg(png: bytes, target: Path) -> int:
    """Write a progressive JPEG without metadata and return its size in bytes."""
    with Image.open(io.BytesIO(png)) as shot:
        picture = Image.new("RGB", SIZE, "white")
        picture.paste(shot.convert("RGB"))
    picture.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return target.stat().st_size


def main(names: list[str]) -> int:
    """Render the named pictures, or all of them."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("chromium not found on PATH", file=sys.stderr)
        return 1
    sources = [HERE / f"{name}.svg" for name in names] if names else sorted(HERE.glob("*.svg"))
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        for source in sources:
            page.set_content(PAGE.format(svg=source.read_text("utf-8")))
            size = save_jpeg(page.screenshot(), TARGET / f"{source.stem}.jpg")
            print(f"{size:7d}  {source.stem}.jpg")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
