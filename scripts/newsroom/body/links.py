"""Links to elsewhere: the scheme, the site, and whether the words of a link say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from newsroom.addresses import SECTIONS
from newsroom.body.typed import meant
from newsroom.codes import Code
from newsroom.hosts import Hosts, shows_another
from newsroom.rules.addresses import is_generated

_SCHEMES: Final = ("http", "https", "mailto", "tel")
_NAMED: Final = re.compile(rf"(?:{SECTIONS})?[a-z0-9-]+/?")
"""A generated page that texts may lead to, if there is one."""
_PLACEHOLDER: Final = re.compile(f"{STX}[^{ETX}]*{ETX}")
"""What stands for an entity until the end; none of them is a word."""


Fault = tuple[Code, str, str]
"""Code, what is wrong, how to mend it."""


def scheme_of(target: str) -> str:
    """What stands before the first colon, in small letters."""
    return target.partition(":")[0].lower()


def from_root(target: str, site: str) -> str:
    """A target; one on our own `site` as it would be written from its root.

    What is generated and has no name that lasts – an author, a day, a feed – stays as it is.
    """
    if f"{target[: len(site)].rstrip('/')}/".lower() != site.lower():
        return target
    rest = target[len(site) :]
    path = re.split("[?#]", rest, maxsplit=1)[0]
    return target if is_generated(path) and not _NAMED.fullmatch(path) else f"/{rest}"


def says_something(link: Element) -> bool:
    """Whether a reader sees a link where there is one."""
    return any(map(str.isalnum, _PLACEHOLDER.sub("", _words(link))))


def faults_of_link(link: Element, target: str, hosts: Hosts, stash: Sequence[object]) -> Iterator[Fault]:
    """What is wrong with a link that has a scheme or a host; `stash` holds the entities of the document."""
    if scheme_of(target) not in _SCHEMES:
        message = f"liên kết “{target}” dùng kiểu không được phép"
        yield Code.BROKEN_LINK, message, "dùng https://, mailto: hoặc tel:"
    elif verdict := hosts.judge(target):
        yield Code.UNSAFE_LINK if verdict.deceives else Code.UNKNOWN_HOST, verdict.message, verdict.cure
    elif shown := shows_another(_as_read(_words(link), stash), target):
        message = f"chữ của liên kết nêu “{shown}” nhưng dẫn tới “{target}”"
        yield Code.UNSAFE_LINK, message, "sửa cho chữ và địa chỉ khớp nhau"


def _words(link: Element) -> str:
    """What a reader sees of a link: its text, and what its pictures show."""
    return "".join((*link.itertext(), *(image.get("alt", "") for image in link.iter("img"))))


def _as_read(text: str, stash: Sequence[object]) -> str:
    """Text with its escaped signs and its entities as signs."""
    return meant(HTML_PLACEHOLDER_RE.sub(lambda match: unescape(str(stash[int(match[1])])), text))
