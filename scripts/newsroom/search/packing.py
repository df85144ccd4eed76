"""Packing: columns of bytes, deflated."""

from __future__ import annotations

import zlib


def deflate(*columns: bytes | bytearray | memoryview) -> bytes:
    """Columns behind one another, each after its length, deflated without a header."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)  # 9 takes a sixth of merging more for a few bytes in ten thousand
    packed: list[bytes] = []
    for column in columns:  # a block of its own for each: their letters differ
        packed += (packer.compress(varint(len(column)) + bytes(column)), packer.flush(zlib.Z_BLOCK))
    return b"".join([*packed, packer.flush()])


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
