"""Pictures: what is known of the editors' photos – size as shown, a tag of the bytes –, and where their renditions lie."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from newsroom.addresses import PICTURES
from newsroom.vietnamese import slugify

WIDTHS: Final = (480, 960, 1440)
"""Widths in pixels offered to browsers: a phone, a large phone or tablet, a desktop."""
PICTURE_TYPES: Final = (".jpg", ".jpeg", ".png", ".webp")
ABSENT: Final = ""
"""What a document is told of a file that is not there."""


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
        return f"{PICTURES}{_stem(self.uri)}-{self.digest}-{width}.{suffix}"

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
