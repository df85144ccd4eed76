"""What an HTML5 parser takes for markup, and the names of the elements there are."""

from __future__ import annotations

import re
from typing import Final

TAG: Final = re.compile(r"<(?:/?([A-Za-z][^\s/>]{0,40})|(!--|!|\?|/))")
ELEMENTS: Final = frozenset(
    (
        *("a", "abbr", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont"),
        *("bdi", "bdo", "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center"),
        *("cite", "code", "col", "colgroup", "command", "content", "data", "datalist", "dd", "del"),
        *("details", "dfn", "dialog", "dir", "div", "dl", "dt", "element", "em", "embed", "fencedframe"),
        *("fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "image", "img"),
        *("input", "ins", "isindex", "kbd", "keygen", "label", "legend", "li", "link", "listing", "main"),
        *("map", "mark", "marquee", "math", "menu", "menuitem", "meta", "meter", "nav", "nobr", "noembed"),
        *("noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture"),
        *("plaintext", "portal", "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp"),
        *("script", "search", "section", "select", "shadow", "slot", "small", "source", "spacer", "span"),
        *("strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template"),
        *("textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var"),
        *("video", "wbr", "xmp", "xml"),
    )
)
"""Elements that are meant even where no ">" follows."""
