"""Rules on the lead picture: it exists, is described for those who cannot see it, and credits someone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import relpath

from newsroom.article import Article, LeadPicture
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.picture_book import PictureBook
from newsroom.picture_words import judge_alt, judge_caption, judge_credit
from newsroom.pictures import ABSENT, BadPicture, Picture
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.targets import resolve


def find_lead_picture(article: Article, book: PictureBook) -> tuple[Picture | None, list[Problem]]:
    """The lead picture of an article, and what is wrong with it: it exists, is described, credits someone."""
    image, source = article.image, article.source_file
    if image is None:
        return None, []
    problems = list(_check_words(source, image))
    uri = resolve(source.uri, image.file)
    if book.answer(uri) == ABSENT:
        folder = PurePosixPath(source.uri).parent
        meant = book.meant(uri) or book.meant(str(folder / PurePosixPath(image.file).name))
        asked = f"có phải “{relpath(meant, folder)}”?" if meant else ""
        cure = asked or "chép tệp vào đúng chỗ; phân biệt chữ hoa, chữ thường"
        message = f"không thấy tệp ảnh “{image.file}”"
        return None, [*problems, source.problem(Code.MISSING_FILE, message, cure, "image", "file")]
    try:
        return book.look(uri), problems
    except BadPicture as error:
        return None, [*problems, source.problem(Code.BAD_PICTURE, error.message, error.cure, "image", "file")]


def _check_words(source: Source, image: LeadPicture) -> Iterator[Problem]:
    judged = (
        ("alt", judge_alt(image.alt)),
        ("credit", judge_credit(image.credit)),
        ("caption", judge_caption(image.caption)),
    )
    for field, judgement in judged:
        if judgement:
            yield source.problem(*judgement, "image", field)


def site_picture_is_good(library: Library) -> Iterator[Problem]:
    """The picture that stands for the whole site is there and is a picture."""
    place = library.settings.picture
    uri = place.target
    if not uri or library.book.answer(uri) not in (ABSENT, "bad", "file"):
        return
    code = Code.MISSING_FILE if library.book.answer(uri) == ABSENT else Code.BAD_PICTURE
    cure = "sửa dòng picture: dưới extra: newsroom:"
    yield Problem(
        "mkdocs.yml", place.line, place.column, code, f"ảnh chung của trang “{uri}” không có hoặc không mở được", cure
    )
