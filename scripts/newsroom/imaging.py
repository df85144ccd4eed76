"""Imaging: the pixels of the editors' photos, looked at, turned upright and made small enough for a phone.

A rendition is made once and never again: its name tells the digest of its picture. A checksum is kept beside it: whoever
changes the file in the site changes the kept one, which may be the same. Loaded where a picture is new only.
"""

from __future__ import annotations

import io
import logging
import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from newsroom.cache import checksum
from newsroom.digests import tag
from newsroom.disk import replaced
from newsroom.pictures import BadPicture, Picture

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS: Final = 50_000_000
_TALLEST: Final = 16383
"""Rows of pixels that a WebP can have; what is offered is never wider than a desktop."""
_ORIENTATION: Final = 0x0112
_TURNED: Final = (5, 6, 7, 8)
"""Orientations that lay a picture on its side."""
_REDUCING_GAP: Final = 3.0
_CHECKSUM: Final = ".crc"
_QUALITY: Final = {"webp": 78, "jpg": 82}

log = logging.getLogger("mkdocs.newsroom")


def inspect(docs: Path, uri: str) -> Picture:
    """Look at a picture: its size as shown, and whether it is whole.

    Raises BadPicture.
    """
    try:
        data = (docs / uri).read_bytes()
        with _strictly(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            turned = image.getexif().get(_ORIENTATION, 1) in _TURNED
            width, height = (image.height, image.width) if turned else (image.width, image.height)
            if width * height > _MOST_PIXELS:
                raise BadPicture(f"ảnh “{uri}” quá lớn ({width}×{height})", "thu nhỏ dưới 50 triệu điểm ảnh")
            image.draft("RGB", (64, 64))  # a small decoding is enough to notice half a file
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadPicture(f"ảnh “{uri}” quá lớn", "thu nhỏ dưới 50 triệu điểm ảnh") from None
    except (OSError, ValueError, SyntaxError):
        raise BadPicture(f"không mở được ảnh “{uri}”", "xuất lại ảnh thành JPG hoặc PNG") from None
    picture = Picture(uri, tag(data), width, height)
    if any(picture.height_at(offered) > _TALLEST for offered in picture.widths):
        raise BadPicture(f"ảnh “{uri}” quá cao so với bề ngang ({width}×{height})", "cắt ảnh thành nhiều đoạn ngắn hơn")
    return picture


@contextmanager
def _strictly() -> Iterator[None]:
    """Have a picture of very many pixels be an error before one of them is decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def encode_rendition(picture: Picture, width: int, suffix: str, docs: Path, kept: Path) -> Path:
    """The file of a rendition in the folder `kept`, made if it is not there yet, or not as it was written.

    Raises OSError when the picture is another one by now.
    """
    target = kept / Path(picture.rendition(width, suffix)).name
    if _is_whole(target):
        return target
    kept.mkdir(parents=True, exist_ok=True)
    small = _at_width(docs / picture.uri, picture, width)
    data = io.BytesIO()
    if suffix == "webp":
        small.save(data, "WEBP", quality=_QUALITY[suffix], method=4)
    else:
        small.save(data, "JPEG", quality=_QUALITY[suffix], progressive=True, optimize=True)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(data.getvalue())
    temporary.replace(target)
    _checksum_of(target).write_bytes(checksum(data.getvalue()))
    return target


def _is_whole(kept: Path) -> bool:
    try:
        told = _checksum_of(kept).read_bytes()
        is_whole = told == checksum(kept.read_bytes())
    except FileNotFoundError:
        return False
    if not is_whole:
        log.warning("Bộ nhớ đệm có lẽ đã hỏng: làm lại %s.", kept.name)
    return is_whole


def _checksum_of(kept: Path) -> Path:
    return kept.with_name(f"{kept.name}{_CHECKSUM}")


@lru_cache(maxsize=2)
def _at_width(file: Path, picture: Picture, width: int) -> Image.Image:
    """The picture brought to a width, for all its forms. Boxes bring a large one near it first: that is quick, and not seen."""
    size = (width, picture.height_at(width))
    return _upright(file, picture.digest).resize(size, Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)


@lru_cache(maxsize=2)
def _upright(file: Path, digest: str) -> Image.Image:
    """The decoded picture; the renditions of one are made one after the other. The digest keys it: the preview lives long."""
    data = file.read_bytes()
    if tag(data) != digest:
        raise replaced(file)
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        upright = _on_white(ImageOps.exif_transpose(image))
    upright.info.clear()  # comments and colour profiles would travel into the renditions
    return upright


def _on_white(image: Image.Image) -> Image.Image:
    """Plain RGB: transparency laid on white, sixteen bits a channel brought down to eight."""
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("RGB")


def link_rendition(kept: Path, target: Path) -> None:
    """Put a kept rendition into the site, without a copy where the file system allows."""
    target.unlink(missing_ok=True)
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)
