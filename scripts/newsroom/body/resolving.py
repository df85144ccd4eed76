"""Links and pictures of a body: what they point to under docs/ becomes what they point to on the site."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from newsroom.addresses import depth_of
from newsroom.body.dead_links import DeadLinks, fault_of_words
from newsroom.body.fragments import lost_fragments
from newsroom.body.headings import refuse_headings
from newsroom.body.links import faults_of_link, from_root, says_something, scheme_of
from newsroom.body.lost_layout import lost_layout
from newsroom.body.raw_html import refuse_html
from newsroom.body.sanitising import difference, unknown_class
from newsroom.body.stray_marks import stray_marks
from newsroom.body.tables import lay_out_tables
from newsroom.body.typed import Pointers, meant
from newsroom.codes import Code
from newsroom.library import Library
from newsroom.picture_html import figure_html
from newsroom.picture_words import judge_alt, judge_caption
from newsroom.pictures import ABSENT, PICTURE_TYPES, BadPicture, Picture
from newsroom.problem import Problem
from newsroom.source import Source
from newsroom.targets import UNREADABLE, answer, generated_addresses, resolve, sources_at


def _split(target: str) -> SplitResult | None:
    """The parts of an address; None when it is none."""
    try:
        return urlsplit(target)
    except ValueError:
        return None


class Resolver(Treeprocessor):
    """Walks the tree of one document after the inline patterns ran."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self._library = library
        self._hosts = library.settings.hosts
        self._dead = DeadLinks(library, generated_addresses(library))

    def begin(self, source: Source, url: str) -> None:
        """Forget the last document; work on this one."""
        self._source = source
        self._base = "../" * depth_of(url)
        self.text = ""
        self.answers: dict[str, str] = {}
        self.pictures: list[Picture] = []
        self.problems: list[Problem] = []
        self._stray: list[Problem] = []

    def run(self, root: Element) -> None:
        self.text = " ".join(root.itertext())
        if "<" in self.text:
            self.problems += refuse_html(root, self._source)
        self._stray = [*stray_marks(root, self.text, self._source), *lost_layout(root, self._source)]
        elements = list(root.iter())
        self._pointers = Pointers(self._source.body, elements)
        for element in elements:
            self._frame_picture(element)
        lay_out_tables(elements)
        for element in root.iter():
            if element.tag == "a":
                self._resolve_link(element)
            elif element.tag == "img":
                self._resolve_inline_picture(element)
        if big := sum(element.tag == "h1" for element in elements):
            self.problems += refuse_headings(big, self._source)

    def compare(self, html: str) -> None:
        """Hold the finished body to what a sanitiser leaves of it."""
        if not self.problems:
            self.problems += self._unwanted(html)
        self.problems += lost_fragments(html, self._source)
        self.problems += self._stray  # warnings, which must not keep the body from being compared

    def _unwanted(self, html: str) -> Iterator[Problem]:
        if name := unknown_class(html):
            message, cure = f"không có kiểu khung “{name}”", "chọn một kiểu: note, tip, warning, info, question"
            yield self._source.problem_at(name, Code.FOREIGN_SYNTAX, message, cure)
        elif name := difference(html):
            message, cure = f"bài tạo ra {name}, trang không nhận", "viết lại chỗ ấy bằng chữ thường"
            yield self._source.problem_at(name, Code.RAW_HTML, message, cure)

    def _report(self, element: Element, code: Code, message: str, cure: str) -> None:
        """A problem of a link or picture, where its target stands."""
        self.problems.append(self._source.problem_by_place(self._pointers.place(element), code, message, cure))

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
        target, alt = meant(image.get("src", "")), meant(image.get("alt", ""))
        image.set("alt", alt)
        image.set("title", meant(image.get("title", "")))
        self.text += f" {alt} {image.get('title', '')}"
        if not alt.strip():
            cure = "viết lời tả giữa hai ngoặc vuông: ![lời tả](tệp)"
            self._report(image, Code.MISSING_ALT, "ảnh chưa có lời tả", cure)
        for judgement in (judge_alt(alt) if alt.strip() else None, judge_caption(image.get("title", ""))):
            if judgement:
                self._report(image, *judgement)
        typed, parts = self._pointers.typed(image), _split(target)
        if (parts is None or parts.scheme or target.startswith("//")) and not fault_of_words(typed):
            self._report(image, Code.FOREIGN_PICTURE, f"ảnh “{typed}” nằm ở trang khác", "tải ảnh về, đặt vào docs/")
            return None
        uri = resolve(self._source.uri, unquote(target))
        told = self._ask(uri)
        if told == UNREADABLE:
            return None
        if told == ABSENT or not uri.lower().endswith(PICTURE_TYPES):
            fault = self._dead.fault_of_file(self._source.uri, typed, unquote(target), "ảnh")
            self._report(image, *fault)
            return None
        try:
            picture = self._library.book.look(uri)
        except BadPicture as error:
            self._report(image, Code.BAD_PICTURE, error.message, error.cure)
            return None
        self.pictures.append(picture)
        return picture

    def _resolve_link(self, link: Element) -> None:
        target = from_root(
            meant(unescape(link.get("href", "").replace(AMP_SUBSTITUTE, "&"))), self._library.settings.url
        )
        if scheme_of(target) == "mailto":  # the converter spells such addresses in entities
            link.set("href", target)
            link.text = AtomicString(unescape((link.text or "").replace(AMP_SUBSTITUTE, "&")))
            self._check_outside(link, target)
            return
        if target.strip() and not target.startswith("#") and not says_something(link):
            self._report(link, Code.UNSAFE_LINK, f"liên kết tới “{target}” không có chữ", "viết chữ, hoặc bỏ")
        parts = _split(target)
        if not target.strip():
            self._report(
                link, Code.BROKEN_LINK, "liên kết chưa có địa chỉ", "viết địa chỉ giữa hai ngoặc tròn, hoặc bỏ"
            )
        elif parts is None:
            self._report(link, Code.BROKEN_LINK, f"liên kết “{target}” viết sai", "dán lại địa chỉ đầy đủ")
        elif parts.scheme or target.startswith("//"):
            self._check_outside(link, target)
        elif parts.path:
            address = self._address(unquote(parts.path))
            if address is None:
                self._report(link, *self._dead.fault(self._source.uri, self._pointers.typed(link), unquote(parts.path)))
            else:
                link.set("href", urlunsplit(parts._replace(path=self._base + address or "./")))

    def _check_outside(self, link: Element, target: str) -> None:
        fault = None if scheme_of(target) == "mailto" else fault_of_words(self._pointers.typed(link))
        stash = self.md.htmlStash.rawHtmlBlocks
        for code, message, cure in (fault,) if fault else faults_of_link(link, target, self._hosts, stash):
            self._report(link, code, message, cure)
        if scheme_of(target) in ("http", "https"):
            link.set("rel", "noopener")
        elif scheme_of(target) not in ("mailto", "tel"):
            link.attrib.pop("href", None)

    def _address(self, path: str) -> str | None:
        if path.startswith("/"):
            return path[1:] if self._ask(path) != ABSENT or self._is_public(path[1:]) else None
        uri = resolve(self._source.uri, path)
        told = self._ask(uri)
        if told == UNREADABLE:
            return ""  # its own problems are told; a second one here would mislead
        if told == ABSENT:
            return None
        if uri.endswith(".md"):
            return told
        if uri.lower().endswith(PICTURE_TYPES):
            return self._linked_picture(uri)
        return uri

    def _ask(self, target: str) -> str:
        """What stands at a path or an address; the answer is noted, for it may be another one day."""
        self.answers[target] = answer(self._library, target)
        return self.answers[target]

    def _is_public(self, url: str) -> bool:
        """Whether a document has that address; every document's source is found from its address."""
        return any(self._ask(uri) in (url, UNREADABLE) for uri in sources_at(url))

    def _linked_picture(self, uri: str) -> str | None:
        try:
            picture = self._library.book.look(uri)
        except BadPicture:
            return None
        self.pictures.append(picture)
        return picture.social
