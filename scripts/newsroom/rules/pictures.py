"""Rules on the lead picture: it exists, is described for those who cannot see it, and credits someone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.article import LeadPicture
from newsroom.codes import Code
from newsroom.library import Library, resolve
from newsroom.pictures import BadPicture, inspect
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.vietnamese import fold

_LEAKED_PATH: Final = re.compile(r"^(description:|[a-z]:\\|\\\\|/)|\.(jpe?g|png|gif|bmp|webp|heic)$|\\", re.IGNORECASE)


def is_leaked_path(alt: str) -> bool:
    """Whether an alternative text is the path or file name that Word left there (field guide §0.5)."""
    return bool(_LEAKED_PATH.search(alt.strip()))


def leaked_path_words(alt: str) -> tuple[str, str]:
    """Message and cure for such a text."""
    return f"lời tả ảnh “{alt}” là đường dẫn tệp", "tả điều nhìn thấy trong ảnh bằng một câu"


def _lead_pictures(library: Library) -> Iterator[tuple[Source, LeadPicture]]:
    for article in (*library.articles, *library.withheld):
        if article.image:
            yield article.source_file, article.image


def pictures_exist(library: Library) -> Iterator[Problem]:
    """The file of every lead picture is there and is a picture."""
    for source, image in _lead_pictures(library):
        uri = resolve(source.uri, image.file)
        if uri not in library.files:
            cure = "chép tệp vào đúng chỗ; phân biệt chữ hoa, chữ thường"
            yield source.problem(Code.MISSING_FILE, f"không thấy tệp ảnh “{image.file}”", cure, "image", "file")
            continue
        try:
            inspect(library.docs, uri)
        except BadPicture as error:
            yield source.problem(Code.BAD_PICTURE, error.message, error.cure, "image", "file")


def pictures_are_described(library: Library) -> Iterator[Problem]:
    """The alternative text describes, it is not a path."""
    for source, image in _lead_pictures(library):
        if is_leaked_path(image.alt):
            yield source.problem(Code.LEAKED_PATH, *leaked_path_words(image.alt), "image", "alt")


def credits_name_someone(library: Library) -> Iterator[Problem]:
    """The credit of a picture is a person or an agency, not “Internet”."""
    for source, image in _lead_pictures(library):
        if "internet" in fold(image.credit):
            message = f"ghi nguồn ảnh “{image.credit}” không cho biết của ai"
            yield source.problem(Code.VAGUE_CREDIT, message, "ghi tên người chụp hoặc cơ quan", "image", "credit")
