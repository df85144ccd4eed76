"""Links and pictures of a body: what they point to under docs/ becomes what they point to on the site."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.addresses import depth_of
from newsroom.codes import Code
from newsroom.library import Document, Library, resolve
from newsroom.picture_html import figure_html
from newsroom.pictures import PICTURE_TYPES, BadPicture, Picture, inspect
from newsroom.problem import Problem
from newsroom.rules.pictures import is_leaked_path, leaked_path_words
from newsroom.rules.references import generated_addresses

_SCHEMES: Final = ("http", "https", "mailto", "tel")


class Resolver(Treeprocessor):
    """Walks the tree of one document after the inline patterns ran."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self._library = library
        self._addresses = generated_addresses(library) | {document.url for document in library.documents}

    def begin(self, document: Document) -> None:
        """Forget the last document; work on this one."""
        self._source = document.source_file
        self._base = "../" * depth_of(document.url)
        self.text = ""
        self.pictures: list[Picture] = []
        self.problems: list[Problem] = []

    def run(self, root: Element) -> None:
        self.text = " ".join(root.itertext())
        for parent in list(root.iter()):
            self._frame_picture(parent)
        for element in root.iter():
            if element.tag == "a":
                self._resolve_link(element)
            elif element.tag == "img":
                self._resolve_inline_picture(element)
            elif element.tag == "h1":
                cure = "dùng ## cho tiêu đề nhỏ trong bài"
                self._report(self._first_heading(), Code.HEADING_LEVEL, "dòng # tạo thêm một tiêu đề bài", cure)
            elif element.tag in ("th", "td") and "align" in element.attrib:
                element.set("class", f"align-{element.attrib.pop('align')}")

    def _report(self, needle: str, code: Code, message: str, cure: str) -> None:
        self.problems.append(self._source.problem_at(needle, code, message, cure))

    def _first_heading(self) -> str:
        lines = self._source.body.split("\n")
        return next((line for line in lines if line.startswith("# ")), "")

    def _frame_picture(self, paragraph: Element) -> None:
        """A picture alone in its paragraph becomes a figure; its title is the caption."""
        if paragraph.tag != "p" or len(paragraph) != 1 or paragraph[0].tag != "img":
            return
        image = paragraph[0]
        if (paragraph.text or "").strip() or (image.tail or "").strip():
            return
        picture = self._picture(image)
        paragraph.remove(image)
        if picture:
            html = figure_html(picture, self._base, image.get("alt", ""), image.get("title", ""))
            paragraph.text = self.md.htmlStash.store(html)

    def _resolve_inline_picture(self, image: Element) -> None:
        picture = self._picture(image)
        if picture:
            width = picture.widths[0]
            image.set("src", self._base + picture.rendition(width, "jpg"))
            image.set("width", str(width))
            image.set("height", str(picture.height_at(width)))
            image.set("loading", "lazy")

    def _picture(self, image: Element) -> Picture | None:
        target, alt = image.get("src", ""), image.get("alt", "")
        self.text += f" {alt} {image.get('title', '')}"
        if not alt.strip():
            self._report(
                target, Code.MISSING_ALT, "ảnh chưa có lời tả", "viết lời tả giữa hai ngoặc vuông: ![lời tả](tệp)"
            )
        elif is_leaked_path(alt):
            self._report(target, Code.LEAKED_PATH, *leaked_path_words(alt))
        if urlsplit(target).scheme or target.startswith("//"):
            self._report(target, Code.FOREIGN_PICTURE, f"ảnh “{target}” nằm ở trang khác", "tải ảnh về, đặt vào docs/")
            return None
        uri = resolve(self._source.uri, unquote(target))
        if uri not in self._library.files or not uri.lower().endswith(PICTURE_TYPES):
            cure = "chép tệp vào đúng chỗ; phân biệt chữ hoa, chữ thường"
            self._report(target, Code.MISSING_FILE, f"không thấy tệp ảnh “{target}”", cure)
            return None
        try:
            picture = inspect(self._library.docs, uri)
        except BadPicture as error:
            self._report(target, Code.BAD_PICTURE, error.message, error.cure)
            return None
        self.pictures.append(picture)
        return picture

    def _resolve_link(self, link: Element) -> None:
        target = link.get("href", "")
        parts = urlsplit(target)
        if parts.scheme or target.startswith("//"):
            self._check_outside(link, target, parts.scheme)
        elif parts.path:
            address = self._address(unquote(parts.path))
            if address is None:
                cure = "trỏ tới tệp .md có thật, tính từ thư mục của bài này"
                self._report(target, Code.BROKEN_LINK, f"không có trang “{target}”", cure)
            else:
                link.set("href", (self._base + address or "./") + (f"#{parts.fragment}" if parts.fragment else ""))

    def _check_outside(self, link: Element, target: str, scheme: str) -> None:
        if scheme.lower() not in _SCHEMES:
            message = f"liên kết “{target}” dùng kiểu không được phép"
            self._report(target, Code.BROKEN_LINK, message, "dùng https://, mailto: hoặc tel:")
            link.attrib.pop("href", None)
        elif scheme in ("http", "https"):
            link.set("rel", "noopener")

    def _address(self, path: str) -> str | None:
        if path.startswith("/"):
            return path[1:] if path[1:] in self._addresses else None
        uri = resolve(self._source.uri, path)
        if uri in self._library.unreadable:
            return ""  # its own problems are told; a second one here would mislead
        if document := self._library.by_uri.get(uri):
            return document.url
        if uri not in self._library.files or uri.endswith(".md"):
            return None
        if uri.lower().endswith(PICTURE_TYPES):
            return self._linked_picture(uri)
        return uri

    def _linked_picture(self, uri: str) -> str | None:
        try:
            picture = inspect(self._library.docs, uri)
        except BadPicture:
            return None
        self.pictures.append(picture)
        return picture.social
