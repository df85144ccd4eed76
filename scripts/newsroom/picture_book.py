"""The picture book: every picture under docs/ that a text shows, looked at once and remembered from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from newsroom.grouping import group_by
from newsroom.pictures import ABSENT, PICTURE_TYPES, BadPicture, Picture
from newsroom.scan import Signature

_ALIKE: Final = 0.8


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
            from newsroom.imaging import inspect  # loads Pillow, which a build without a new picture never needs

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

    def meant(self, uri: str) -> str:
        """The picture that has nearly the path `uri`, which none has: only its name differs, and little; "" for none."""
        place = PurePosixPath(uri)
        beside = {one.name.lower(): str(one) for one in self._by_folder.get(place.parent, ())}
        return "".join(beside[name] for name in get_close_matches(place.name.lower(), sorted(beside), 1, _ALIKE))

    @cached_property
    def _by_folder(self) -> Mapping[PurePosixPath, tuple[PurePosixPath, ...]]:
        pictures = (PurePosixPath(uri) for uri in self._files if uri.lower().endswith(PICTURE_TYPES))
        return group_by(pictures, lambda one: one.parent)
