"""Pictures: the editors' photos made upright, free of metadata, and small enough for a phone.

A picture is known by the digest of its bytes, so a rendition is made once and never again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from PIL import Image, ImageOps

FOLDER: Final = "anh-bai"
"""Where renditions live below the site's root."""
WIDTHS: Final = (480, 960, 1440)
"""Widths in pixels offered to browsers: a phone, a large phone or tablet, a desktop."""
PICTURE_TYPES: Final = (".jpg", ".jpeg", ".png", ".webp")
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS: Final = 50_000_000
_ORIENTATION: Final = 0x0112
_QUALITY: Final = {"webp": 78, "jpg": 82}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as shown: `width` and `height` in pixels after turning it upright."""

    uri: str
    digest: str
    width: int
    height: int

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths it is offered in, smallest first; it is never enlarged."""
        return tuple(width for width in WIDTHS if width < self.width) or (self.width,)

    def rendition(self, width: int, suffix: str) -> str:
        """The address of a rendition below the site's root."""
        return f"{FOLDER}/{PurePosixPath(self.uri).stem}-{self.digest}-{width}.{suffix}"

    def height_at(self, width: int) -> int:
        """The height of the rendition of that width."""
        return max(1, round(self.height * width / self.width))

    @property
    def social(self) -> str:
        """The JPEG that social networks are offered."""
        return self.rendition(self.widths[-1], "jpg")


class BadPicture(Exception):
    """A file that is not a picture we take; carries what is wrong and how to mend it."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure


def inspect(docs: Path, uri: str) -> Picture:
    """Look at a picture without decoding it.

    Raises BadPicture.
    """
    status = (docs / uri).stat()
    return _inspect(docs / uri, uri, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4096)
def _inspect(file: Path, uri: str, _modified: int, _size: int) -> Picture:
    try:
        with Image.open(file, formats=_FORMATS) as image:
            turned = image.getexif().get(_ORIENTATION, 1) >= 5
            width, height = (image.height, image.width) if turned else (image.width, image.height)
    except (OSError, ValueError, Image.DecompressionBombError):
        raise BadPicture(f"không mở được ảnh “{uri}”", "xuất lại ảnh thành JPG hoặc PNG") from None
    if width * height > _MOST_PIXELS:
        raise BadPicture(f"ảnh “{uri}” quá lớn ({width}×{height})", "thu nhỏ dưới 50 triệu điểm ảnh")
    digest = hashlib.blake2b(file.read_bytes(), digest_size=5).hexdigest()
    return Picture(uri, digest, width, height)


def write_renditions(pictures: Iterable[Picture], docs: Path, site: Path, cache_dir: Path, jobs: int) -> None:
    """Write every rendition of the pictures below `site`, through the cache in `cache_dir`."""
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    cache_dir.mkdir(parents=True, exist_ok=True)
    unique = sorted({picture.rendition(0, ""): picture for picture in pictures}.values(), key=lambda p: p.uri)
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for _ in pool.map(lambda picture: _write(picture, docs, site, cache_dir), unique):
            pass


def _write(picture: Picture, docs: Path, site: Path, cache_dir: Path) -> None:
    missing = [
        (width, suffix)
        for width in picture.widths
        for suffix in _QUALITY
        if not (cache_dir / Path(picture.rendition(width, suffix)).name).exists()
    ]
    if missing:
        _encode(picture, docs / picture.uri, cache_dir, missing)
    for width in picture.widths:
        for suffix in _QUALITY:
            target = site / picture.rendition(width, suffix)
            _link(cache_dir / target.name, target)


def _encode(picture: Picture, file: Path, cache_dir: Path, wanted: list[tuple[int, str]]) -> None:
    with Image.open(file, formats=_FORMATS) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.info.clear()  # comments and colour profiles would travel into the renditions
    for width, suffix in wanted:
        small = upright.resize((width, picture.height_at(width)), Image.Resampling.LANCZOS)
        target = cache_dir / Path(picture.rendition(width, suffix)).name
        temporary = target.with_suffix(f".{os.getpid()}.tmp")
        if suffix == "webp":
            small.save(temporary, "WEBP", quality=_QUALITY[suffix], method=4)
        else:
            small.save(temporary, "JPEG", quality=_QUALITY[suffix], progressive=True, optimize=True)
        temporary.replace(target)


def _link(kept: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)
