"""Pictures: the editors' photos made upright, free of metadata, and small enough for a phone.

A picture is known by the digest of its bytes, so a rendition is made once and never again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from PIL import Image, ImageOps

from newsroom.scan import Signature
from newsroom.vietnamese import slugify

FOLDER: Final = "anh-bai"
"""Where renditions live below the site's root."""
WIDTHS: Final = (480, 960, 1440)
"""Widths in pixels offered to browsers: a phone, a large phone or tablet, a desktop."""
PICTURE_TYPES: Final = (".jpg", ".jpeg", ".png", ".webp")
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS: Final = 50_000_000
_ORIENTATION: Final = 0x0112
_TURNED: Final = (5, 6, 7, 8)
"""Orientations that lay a picture on its side."""
_REDUCING_GAP: Final = 3.0
ABSENT: Final = ""
"""What a document is told of a file that is not there."""
_QUALITY: Final = {"webp": 78, "jpg": 82}


class Picture(NamedTuple):
    """A picture as shown: `width` and `height` in pixels after turning it upright."""

    uri: str
    digest: str
    width: int
    height: int

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths it is offered in, smallest first; it is never enlarged."""
        return tuple(width for width in WIDTHS if width <= self.width) or (self.width,)

    def rendition(self, width: int, suffix: str) -> str:
        """The address of a rendition below the site's root."""
        return f"{FOLDER}/{_stem(self.uri)}-{self.digest}-{width}.{suffix}"

    def height_at(self, width: int) -> int:
        """The height of the rendition of that width."""
        return max(1, round(self.height * width / self.width))

    @property
    def social(self) -> str:
        """The JPEG that social networks are offered."""
        return self.rendition(self.widths[-1], "jpg")


@lru_cache(maxsize=4096)
def _stem(uri: str) -> str:
    return slugify(PurePosixPath(uri).stem)[:60] or "anh"


class BadPicture(Exception):
    """A file that is not a picture we take; carries what is wrong and how to mend it."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure


def inspect(docs: Path, uri: str) -> Picture:
    """Look at a picture: its size as shown, and whether it is whole.

    Raises BadPicture.
    """
    file = docs / uri
    try:
        with _strictly(), Image.open(file, formats=_FORMATS) as image:
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
    digest = hashlib.blake2b(file.read_bytes(), digest_size=5).hexdigest()
    return Picture(uri, digest, width, height)


@contextmanager
def _strictly() -> Iterator[None]:
    """Have a picture of very many pixels be an error before one of them is decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def encode_rendition(picture: Picture, width: int, suffix: str, docs: Path, kept: Path) -> Path:
    """The file of a rendition in the folder `kept`, made if it is not there yet."""
    target = kept / Path(picture.rendition(width, suffix)).name
    if target.exists():
        return target
    kept.mkdir(parents=True, exist_ok=True)
    small = _at_width(docs / picture.uri, picture, width)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    if suffix == "webp":
        small.save(temporary, "WEBP", quality=_QUALITY[suffix], method=4)
    else:
        small.save(temporary, "JPEG", quality=_QUALITY[suffix], progressive=True, optimize=True)
    temporary.replace(target)
    return target


@lru_cache(maxsize=2)
def _at_width(file: Path, picture: Picture, width: int) -> Image.Image:
    """The picture brought to a width, for all its forms. Boxes bring a large one near it first: that is quick, and not seen."""
    size = (width, picture.height_at(width))
    return _upright(file, picture.digest).resize(size, Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)


@lru_cache(maxsize=2)
def _upright(file: Path, _digest: str) -> Image.Image:
    """The decoded picture; the renditions of one are made one after the other. The digest keys it: the preview lives long."""
    with Image.open(file, formats=_FORMATS) as image:
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


class PictureBook:
    """Looks at each picture once; `known` holds what earlier builds saw, by path and signature; `looked_at` is new."""

    def __init__(
        self, docs: Path, files: Mapping[str, Signature], known: Mapping[str, tuple[Signature, Picture]]
    ) -> None:
        self._docs = docs
        self._files = files
        self.known = {uri: seen for uri, seen in known.items() if files.get(uri) == seen[0]}
        self.looked_at: dict[str, tuple[Signature, Picture]] = {}
        self._bad: dict[str, BadPicture] = {}

    def look(self, uri: str) -> Picture:
        """The picture at a path that exists.

        Raises BadPicture.
        """
        if uri in self._bad:
            raise self._bad[uri]
        if uri not in self.known:
            try:
                self.known[uri] = self.looked_at[uri] = (self._files[uri], inspect(self._docs, uri))
            except BadPicture as error:
                self._bad[uri] = error
                raise
        return self.known[uri][1]

    def learn(self, pictures: Iterable[Picture]) -> None:
        """Take over what workers, who have books of their own, saw."""
        for picture in pictures:
            if picture.uri not in self.known:
                self.known[picture.uri] = self.looked_at[picture.uri] = (self._files[picture.uri], picture)

    def answer(self, uri: str) -> str:
        """What a document that shows the file is told: the digest of a picture, else that it is there or absent."""
        if uri not in self._files:
            return ABSENT
        if not uri.lower().endswith(PICTURE_TYPES):
            return "file"
        try:
            return self.look(uri).digest
        except BadPicture:
            return "bad"
