"""Digests: short names for what something is made of, by which a build tells whether it is another than before.

They guard against chance, not against forgers: what is told to others – manifests, policies – has SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

_LENGTH: Final = 16
_OF_A_TAG: Final = 5


def bytes_digest(data: bytes, length: int = _LENGTH) -> bytes:
    """A digest of some bytes, `length` bytes long."""
    return blake2b(data, digest_size=length).digest()


def digest(*parts: object) -> bytes:
    """A digest of values with a faithful `repr`: texts, numbers, bytes, tuples of them."""
    return bytes_digest(repr(parts).encode())


def together(digests: Iterable[bytes]) -> bytes:
    """A digest of digests, in their order."""
    return bytes_digest(b"".join(digests))


def tag(data: bytes) -> str:
    """Ten letters and figures that tell some bytes from others, in an address or the name of a file."""
    return bytes_digest(data, _OF_A_TAG).hex()
