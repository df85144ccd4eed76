"""Plans: what is to stand at an address, told by a key, and how to draw it. Only what has another key is drawn again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsroom.addresses import file_of
from newsroom.render.leaf import Leaf


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page. `inputs` is the digest of all that it is drawn from, its templates and its shell aside."""

    url: str
    place: str
    inputs: bytes
    draw: Callable[[], Leaf]

    @property
    def path(self) -> str:
        """The file it is written to."""
        return file_of(self.url)


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A file that is no page: a feed, a map, an index."""

    path: str
    inputs: bytes
    draw: Callable[[], str | bytes]


def digest(*parts: object) -> bytes:
    """A digest of values with a faithful `repr`: texts, numbers, bytes, tuples of them."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).digest()


def together(digests: Iterable[bytes]) -> bytes:
    """A digest of digests, in their order."""
    return hashlib.blake2b(b"".join(digests), digest_size=16).digest()
