from __future__ import annotations

import random
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import ESCAPE_RE, EscapeInlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from newsroom.body import gates
from newsroom.source import body_of, read_text
from newsroom_bench.markdown_equality import compare

EDGES = [
    "",
    " ",
    "\n\n \n\t\n",
    "**a** *b* __c__ _d_ ___e___ a*b*c a_b_c",
    "***đậm nghiêng*** **đậm *nghiêng* đậm** *nghiêng **đậm** nghiêng* **chưa đóng *cũng chưa",
    "**đậm**liền*nghiêng*liền ** không ** * không * _ không _ 2*3*4 **a*b**c*",
    "tên_tệp_dài.md và _nhấn_ và __tên__ và a__b__c _a_b_ snake_case_word",
    "a\\*b `c` ``d`e`` `\\*` \\` `` ` `` `chưa đóng",
    "\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\( \\) \\# \\+ \\- \\. \\! \\> \\| \\ạ",
    "![x](y.jpg) [z](w) <http://a.b> <a@b.c> &amp; & &#39; &#x1F600; &khong; &nbsp; a&b;c",
    '[một](/a "Tiêu đề") [hai](</b c> \'Khác\') [ba](c"d") [bốn](  e  ) [năm]() [sáu',
    "[ngoài [trong](x) ngoài](y) [![ảnh](a.png)](b) ![ảnh [lồng]](c.png)",
    '[một][ref] [hai] [] [ref][] ![ảnh][ref] ![ref] [Không Có][x]\n\n[ref]: http://x.y "Đề"\n[hai]: <http://z.y>\n  (Đề)\n',
    "[ref]: http://x.y\n\nChữ [ref] và [kia][ref]\n\n[REF]: /lặp\n",
    "<https://a.b/c?d=e&f=g> <HTTP://X> <không phải> <a@b.c> <mailto:a@b.c> <a b@c.d> http://trần.vn",
    "Chữ [^1] và [^hai] và [^1] nữa [^không]\n\n[^1]: chú thích\n    nối\n\n    đoạn hai\n[^hai]: *khác*\n",
    "Chữ [^a].\n\n[^a]:\n    - một\n    - hai\n\nĐoạn sau chú thích\n",
    "Từ\n:   nghĩa\n\nTừ hai\n\n:   nghĩa *một*\n\n:   nghĩa hai\n\n    đoạn\n\nNgoài",
    "*[HTX]: hợp tác xã\n*[NTM]: nông thôn mới\n\nHTX và **HTX** và `HTX`, HTXX\n\nNTM",
    '!!! note "L"\n    trong\n\n    Đoạn thứ hai\n\nNgoài',
    '!!! warning\n    - mục\n\n        Đoạn trong mục\n\n    Sau\n\nNgoài\n\n!!! note ""\n    không tên',
    '??? note "M"\n    a\n\nB\n\n???+ tip\n    Đoạn\n\n    C\n\nD',
    "A | B\n--|--\n1 | 2\n\nx|y\n\nChữ | một dòng",
    "| A | B |\n|:--|--:|\n| `a|b` | `c \\| d` |\n| **x** | [y](z) |\n\nSau bảng",
    "Đoạn trước\n| A |\n|---|\n| b |\n",
    "Tiêu đề\n===\n\nChữ\n---\n\nChữ\n\n---\n\n***\n\n_ _ _\n",
    "# Một #\n\n## Hai ##  \n\n### Ba \\###\n\n####### Bảy\n\n#Liền\n\nĐoạn\n## Giữa\nđoạn",
    "Dòng\ncó  \nngắt\ncó\\\nchéo  \n\nCuối  ",
    "- mục\n\n  đoạn trong mục\n\n- mục hai\n\nĐoạn",
    "- một\n    - lồng\n        1. số\n\n            sâu\n\n    nối\n- hai\nlười\n\n* khác\n+ nữa",
    "1. một\n2. hai\n\nba\n\n3) bốn\n\n1986. năm\n\n1986\\. năm",
    "- một\n\n1. xen\n\n- hai\n\nChữ\n- liền\n",
    "> trích\n\nĐoạn\n\n> > lồng\n> > nữa\n>\n> - mục\n>     - con\n>\n> Sau mục\nlười\n",
    "- > trích trong mục\n  > nữa\n\n    > sâu\n\n- ## Tiêu đề trong mục\n  chữ\n",
    "```\ncode\n```\n\n    mã\n\nChữ\n\n    mã *không* nhấn\n\n\n    tiếp\n",
    "~~~ python\nprint('<b>')\n\nx | y\n~~~\n\n```js\nkhông đóng\n\nĐoạn",
    "Chữ\n```\nliền\n```\nchữ\n\n- mục\n\n    ```\n    trong mục\n    ```\n",
    "<div>x</div> chữ <b>y</b>\n\nđ <script>\n\n<div markdown>\n\nĐoạn\n\n</div>\n\n<!-- chú -->\n\nx <!-- y --> z <br/>",
    "“Trích” ‘đơn’ «khác» – gạch — dài … 5 × 3 ½ № ™",
    "Một đoạn.\n\nHai đoạn.\n\n\nBa, sau hai dòng trống.\n\n\n\n\nBốn  \n\nNăm \u00a0\n\n\u00a0Sáu",
    "\n\nĐoạn sau hai dòng trống\n \nĐoạn sau dòng có dấu cách\n\t\nĐoạn sau dòng có tab\n\n Thụt một\n\n    Thụt bốn\n",
    "Một đoạn\tcó tab\n\n\"Mở bằng ngoặc thẳng\" (và) «khác»\n\n(Theo báo X)\n\n'Nháy đơn'\n\nĐoạn cuối không xuống dòng",
    "Chữ\u2028tách\n\nChữ\u0085nữa\n\nChữ\x0bdọc\n\nChữ\x0ctrang\n\nA: b\n\nA = b\n\nx ~ y ^z^ {: #a} $1 % @",
    "“Đoạn mở bằng ngoặc”\n\n‘Nữa’\n\n– Thoại\n\n• Chấm\n\nªb\n\n²x\n\nǅ",
    "a\x02b\n\nc\x03\x02klzzwxh:0000\x03\n\nklzzwxh:0001 wzxhzdk:0",
    "Đ\t tab\n\n\tmã\n\nĐ\u00a0x\n\n\u00a0x\n\n\u3000y\n\nA\rB\r\nC\u2028D\x0bE\x0cF",
    "Đoạn\n \nĐoạn sau dòng chỉ có dấu cách\n   Thụt ba\n\n   Thụt ba nữa\n\n  - mục thụt",
    "Chữ và chữ " * 4000,
    "*a* " * 300 + "_b_ `c` [d](e) " * 200,
    ("Đoạn văn rất dài. " * 50 + "\n\n") * 20,
    "x" * 20000 + "\n\n" + "[" * 60 + "]" * 60,
    "> " * 40 + "sâu",
    "Chữ: nghĩa\n:   thật\n\nChữ :   không",
    "Một\n\n: hai\n\nBa\n\n    : bốn\n",
    "Nhiều\n\n\n\n\ndòng\n\n\n trống\n\n\n",
    "Đoạn\n===\nliền\n\nĐoạn\n-\n\nĐoạn\n- \n",
    "a <b> & c &lt; d \"e\" 'f' > g",
    "**Đậm:** chữ (*nghiêng*), “**trong ngoặc**”, (_gạch_)–_dính_.",
    "/// đây\n\n{: .lớp}\n\n[TOC]\n\n$x_1 * y_2$ ~~xóa~~ ==nêu== ^^chèn^^ H~2~O x^2^",
]

FRAGMENTS = [
    *("Chữ", "thường", "Đoạn văn.", "HTX", "a_b_c", "2024.", "1.", "10)", "-", "+", "*", "**", "***", "_", "__", "___"),
    *(
        "`",
        "``",
        "```",
        "~~~",
        "\\",
        "\\*",
        "[",
        "]",
        "(",
        ")",
        "](",
        "][",
        "[^1]",
        "[^1]:",
        "[ref]",
        "[ref]: /x",
        "![",
    ),
    *(
        "<",
        ">",
        "<b>",
        "</b>",
        "<a@b.c>",
        "<http://x.y>",
        "<!--",
        "-->",
        "&",
        "&amp;",
        "&#38;",
        "!",
        "|",
        "--|--",
        ":--",
    ),
    *(
        ":",
        ":   ",
        "#",
        "##",
        "===",
        "---",
        "!!! note",
        '??? tip "Đề"',
        "*[HTX]: hợp tác",
        "“",
        "”",
        "–",
        "\u00a0",
        "\x02",
    ),
    *(
        " ",
        " ",
        " ",
        "  ",
        "    ",
        "\t",
        "  \n",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n\n\n",
        "\n    ",
        "\n\n    ",
        "\n> ",
        "\n- ",
    ),
]
"""What Markdown is made of, in pieces that meet in every order."""


def recombined(seed: int) -> str:
    chance = random.Random(seed)
    pieces = [chance.choice(FRAGMENTS) for _ in range(chance.randint(2, 60))]
    return "".join(pieces)


def shuffled(seed: int) -> str:
    """Edges cut into lines and laid together anew."""
    chance = random.Random(seed)
    lines = [line for text in chance.sample(EDGES, 4) if len(text) < 500 for line in text.split("\n")]
    chance.shuffle(lines)
    return "".join(line + chance.choice(("\n", "\n", "\n\n", "\n    ")) for line in lines)


def test_every_shipped_document_comes_out_as_from_the_stock_converter() -> None:
    docs = ROOT / "docs"
    uris = sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
    assert compare((uri, body_of(docs, uri, read_text(docs, uri)).body) for uri in uris) == []


def test_edge_cases_come_out_as_from_the_stock_converter() -> None:
    assert compare((repr(text[:200]), text) for text in EDGES) == []


def test_edge_cases_come_out_the_same_inside_of_others() -> None:
    nested = {f"{mark} {text[:100]!r}": _indented(mark, text) for text in EDGES for mark in ("> ", "- ", "!!! note\n")}
    assert compare(nested.items()) == []


@pytest.mark.parametrize("make", [recombined, shuffled])
def test_random_texts_come_out_as_from_the_stock_converter(make: Callable[[int], str]) -> None:
    assert compare((f"{make.__name__}({seed})", make(seed)) for seed in range(1500)) == []


def _indented(mark: str, text: str) -> str:
    if mark == "> ":
        return "\n".join(f"> {line}" for line in text.split("\n"))
    return mark + "\n".join(f"    {line}" for line in text.split("\n")).removeprefix("    " if mark == "- " else "")


class ForeignInline(Extension):
    """Strikes out what stands between tildes."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(.+?)~~", "del"), "strike", 65)


class ForeignDelimiter(Extension):
    """Has the known pattern for emphasis take one character more."""

    def extendMarkdown(self, md: Markdown) -> None:
        assert md.delimiters
        md.delimiters.add("~", "del")


class _Shouting(EscapeInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return m.group(0).upper(), m.start(0), m.end(0)


class ForeignMeaning(Extension):
    """Another expression under a known name and of a known type's kin."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_Shouting(r"~(.)", md), "escape", 180)


class ForeignExpression(Extension):
    """A known type under its known name, looking for something else."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(EscapeInlineProcessor(ESCAPE_RE.replace(r"\\", "~"), md), "escape", 180)


class _Line(BlockProcessor):
    def test(self, parent: ET.Element, block: str) -> bool:
        return block.startswith("Ghi chú:")

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        ET.SubElement(parent, "aside").text = blocks.pop(0)


class ForeignBlock(Extension):
    """Claims blocks that begin with a letter."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(_Line(md.parser), "line", 200)


class _Verse(ParagraphProcessor):
    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        ET.SubElement(parent, "p", {"class": "verse"}).text = blocks.pop(0)


class ForeignParagraph(Extension):
    """Another paragraph under the known name."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(_Verse(md.parser), "paragraph", 10)


class _Backwards(InlineProcessor):
    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        for element in tree.iter():
            element.text = element.text and element.text[::-1]
        return super().run(tree, ancestors)


class ForeignTree(Extension):
    """Another processor in the place of the inline one."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Backwards(md), "inline", 20)


class _Parser(BlockParser):
    def parseBlocks(self, parent: ET.Element, blocks: list[str]) -> None:
        super().parseBlocks(parent, [block.upper() for block in blocks])


class ForeignParser(Extension):
    """Another block parser."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.__class__ = _Parser


FOREIGN = [
    ForeignInline,
    ForeignDelimiter,
    ForeignMeaning,
    ForeignExpression,
    ForeignBlock,
    ForeignParagraph,
    ForeignTree,
    ForeignParser,
]
TELLING = "Ghi chú: dòng đầu\n\nĐoạn ~~xóa~~ và ~chữ~ thường\n\nMột *hai* `ba` ~*bốn~*"


def converter(*extensions: Extension | str) -> Markdown:
    md = Markdown(extensions=["footnotes", "tables", *extensions], output_format="html")
    md.inlinePatterns.deregister("html")
    md.preprocessors.deregister("html_block")
    return md


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_foreign_extension_opens_the_gates(foreign: type[Extension]) -> None:
    gated = converter(foreign())
    assert gates.install(gated) is False
    html = gated.convert(TELLING)
    assert html == converter(foreign()).convert(TELLING)
    assert html != converter().convert(TELLING), "the text must show what the extension does"


@pytest.mark.parametrize(
    "name", ["attr_list", "md_in_html", "nl2br", "smarty", "wikilinks", "legacy_attrs", "legacy_em"]
)
def test_an_extension_of_python_markdown_changes_nothing_but_what_it_is_for(name: str) -> None:
    gated = converter(name)
    gates.install(gated)
    assert all(gated.reset().convert(text) == converter(name).convert(text) for text in EDGES if len(text) < 2000)


@pytest.mark.parametrize("name", ["smarty", "meta", "pymdownx.smartsymbols", "pymdownx.magiclink"])
def test_whoever_changes_whole_texts_opens_the_gates(name: str) -> None:
    assert gates.install(converter(name)) is False


def test_abbreviations_that_no_text_declares_open_the_gates() -> None:
    extensions = {"abbr": {"glossary": {"HTX": "hợp tác xã"}}}
    assert gates.install(Markdown(extensions=["abbr"], extension_configs=extensions)) is False


def test_a_pattern_that_comes_after_the_gates_were_closed_is_not_skipped() -> None:
    late, stock = converter(), converter(ForeignInline())
    assert gates.install(late) is True
    ForeignInline().extendMarkdown(late)
    assert late.convert(TELLING) == stock.convert(TELLING)
