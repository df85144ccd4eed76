"""Glosses: an old name stays, and at its first mention the page says what the place is today."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from newsroom.render.glosses import Gloss, add_glosses

COMMUNE = Gloss(("xã Cũ",), "nay là xã Mới, tỉnh Mẫu", ("Đảng bộ xã Cũ",))
NEIGHBOUR = Gloss(("xã Bên",), "nay là xã Mới, tỉnh Mẫu")
DISTRICT = Gloss(("huyện Cũ",), "nay thuộc tỉnh Mẫu")


def glossed(html: str, *glosses: Gloss) -> str:
    """The HTML with its glosses, in brackets as a reader sees them."""
    return re.sub(
        r'<span class="nr-now">(.*?)</span>', r"\1", add_glosses(Markup(html), glosses or (COMMUNE, DISTRICT))
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Ở xã Cũ, dân họp.</p>", "<p>Ở xã Cũ (nay là xã Mới, tỉnh Mẫu), dân họp.</p>"),
        ("<p>Xã Cũ họp. xã Cũ bàn.</p>", "<p>Xã Cũ (nay là xã Mới, tỉnh Mẫu) họp. xã Cũ bàn.</p>"),
        ("<p>xã Cũ, huyện Cũ.</p>", "<p>xã Cũ, huyện Cũ (nay là xã Mới, tỉnh Mẫu).</p>"),
        ("<p>xã Cũ, tỉnh Mẫu Lớn, vui.</p>", "<p>xã Cũ, tỉnh Mẫu Lớn (nay là xã Mới, tỉnh Mẫu), vui.</p>"),
        ("<p>xã Cũ, tỉnh nhà vui.</p>", "<p>xã Cũ (nay là xã Mới, tỉnh Mẫu), tỉnh nhà vui.</p>"),
        ("<p>huyện Cũ có xã Cũ.</p>", "<p>huyện Cũ (nay thuộc tỉnh Mẫu) có xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>"),
        ("<p>Hội của xã Cũ họp.</p>", "<p>Hội của xã Cũ (nay là xã Mới, tỉnh Mẫu) họp.</p>"),
        ("<p>Hội xã Cũ ở xã Cũ.</p>", "<p>Hội xã Cũ ở xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>"),
        ("<p>Chi bộ thôn Mẫu, xã Cũ.</p>", "<p>Chi bộ thôn Mẫu, xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>"),
        ("<p>xã Cũ (làng nghề) họp ở xã Cũ.</p>", "<p>xã Cũ (làng nghề) họp ở xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>"),
        (
            "<p>Dân (ở <b>hai</b> xã Cũ) về xã Cũ.</p>",
            "<p>Dân (ở <b>hai</b> xã Cũ) về xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>",
        ),
        ("<p>a) (b</p><p>xã Cũ.</p>", "<p>a) (b</p><p>xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>"),
        ("<p>Về <em>xã Cũ</em> họp.</p>", "<p>Về <em>xã Cũ (nay là xã Mới, tỉnh Mẫu)</em> họp.</p>"),
    ],
)
def test_the_first_mention_is_glossed_behind_the_whole_place(html: str, expected: str) -> None:
    assert glossed(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Ở xã Cũ</h2>",
        '<p><a href="x">xã Cũ</a></p>',
        "<blockquote><p>Ở xã Cũ.</p></blockquote>",
        "<p>Ông nói: “Ở xã Cũ vui lắm.”</p>",
        "<p>Đảng bộ xã Cũ họp.</p>",
        "<p>Ở Ban quản lý dự án Mẫu huyện Cũ có hội.</p>",
        "<p>Trang thông tin điện tử huyện Cũ viết.</p>",
        "<p>Ở xã Cũ Thượng có hội.</p>",
        "<p>Ở xã Cũng có hội, miền xã Cũa.</p>",
        "<p>xã Cũ (nay là xã Mới) họp.</p>",
        "<p>xã Cũ cùng xã Kia nay cùng thuộc xã Mới.</p>",
        '<p>xã Cũ cùng <a href="x">xã Kia</a> nay thuộc xã Mới.</p>',
        '<img alt="xã Cũ">',
        "<p>Có hội (xã Cũ vui lắm).</p>",
        "<p>Có hội ở huyện Cũ (<em>xã Cũ</em> vui lắm).</p>",
        "<p>Chuyện nơi khác.</p>",
    ],
)
def test_what_is_no_plain_mention_or_says_so_itself_is_left_alone(html: str) -> None:
    assert glossed(html) == html


def test_a_name_that_was_only_in_a_heading_is_glossed_in_the_text_after_it() -> None:
    assert glossed("<h2>xã Cũ</h2><p>xã Cũ.</p>") == "<h2>xã Cũ</h2><p>xã Cũ (nay là xã Mới, tỉnh Mẫu).</p>"


def test_two_places_that_became_one_are_glossed_each() -> None:
    told = glossed("<p>xã Cũ và xã Bên, rồi xã Cũ.</p>", COMMUNE, NEIGHBOUR)
    phrase = "(nay là xã Mới, tỉnh Mẫu)"
    assert told == f"<p>xã Cũ {phrase} và xã Bên {phrase}, rồi xã Cũ.</p>"


@pytest.mark.parametrize(
    "body", ["Đảng uỷ", "Đảng ủy", "Chi uỷ", "Uỷ ban nhân dân", "Ủy ban nhân dân", "Toà án nhân dân", "Huyện uỷ"]
)
def test_what_a_body_is_called_today_nobody_told_us_however_its_name_is_spelt(body: str) -> None:
    assert glossed(f"<p>{body} xã Cũ họp.</p>") == f"<p>{body} xã Cũ họp.</p>"


def test_a_phrase_is_escaped() -> None:
    assert "&lt;b&gt;" in add_glosses(Markup("<p>xã Cũ</p>"), [Gloss(("xã Cũ",), "nay là <b>")])
