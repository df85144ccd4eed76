"""Feeds: RSS 2.0 and JSON Feed 1.1 of the site and of every section."""

from __future__ import annotations

import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from built_pages import SHIPPED, SHIPPED_ADDRESS, SHIPPED_SECTIONS, changed, file_at, headline, moment, shipped_articles
from conftest import Project, article_text

ATOM = "{http://www.w3.org/2005/Atom}"
ARTICLES = shipped_articles()
FOLDERS = ["", *(f"chuyen-muc/{section['slug']}/" for section in SHIPPED_SECTIONS)]
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0700")
MOST = 30

every_feed = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder or "site")


def channel_of(site: Path, folder: str = "") -> ET.Element:
    rss = ET.parse(site / folder / "rss.xml").getroot()
    assert (rss.tag, rss.get("version")) == ("rss", "2.0")
    (channel,) = rss
    assert channel.tag == "channel"
    return channel


def json_feed_of(site: Path, folder: str = "") -> dict[str, Any]:
    feed: dict[str, Any] = json.loads((site / folder / "feed.json").read_bytes())
    return feed


def text_of(parent: ET.Element, tag: str) -> str:
    (child,) = parent.findall(tag)
    assert child.text
    return child.text


def members_of(folder: str) -> list[str]:
    """The articles of a section (or of the site) newest first, as far as feeds reach."""
    section = folder.removeprefix("chuyen-muc/").rstrip("/")
    return [address for address, front in ARTICLES.items() if section in ("", front["section"])][:MOST]


@every_feed
def test_rss_tells_what_it_is_and_where_it_stands(shipped_site: Path, folder: str) -> None:
    channel = channel_of(shipped_site, folder)
    link = channel.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib == {
        "href": f"{SHIPPED_ADDRESS}{folder}rss.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }
    assert text_of(channel, "link") == SHIPPED_ADDRESS + folder
    assert text_of(channel, "language") == "vi"
    assert SHIPPED["site_name"] in text_of(channel, "title")
    assert text_of(channel, "description")


@every_feed
def test_rss_items_are_the_articles_newest_first(shipped_site: Path, folder: str) -> None:
    items = channel_of(shipped_site, folder).findall("item")
    told = [(text_of(item, "link"), text_of(item, "title"), text_of(item, "description")) for item in items]
    assert told == [
        (SHIPPED_ADDRESS + address, headline(ARTICLES[address]), ARTICLES[address]["lead"])
        for address in members_of(folder)
    ]


@every_feed
def test_rss_dates_are_those_of_the_articles_on_a_vietnamese_clock(shipped_site: Path, folder: str) -> None:
    channel = channel_of(shipped_site, folder)
    dates = [text_of(item, "pubDate") for item in channel.findall("item")]
    assert [date for date in dates if not RFC_822.fullmatch(date)] == []
    assert [parsedate_to_datetime(date) for date in dates] == [moment(ARTICLES[a]["date"]) for a in members_of(folder)]
    newest_change = max(changed(ARTICLES[address]) for address in members_of(folder))
    assert parsedate_to_datetime(text_of(channel, "lastBuildDate")) == newest_change


@every_feed
def test_every_rss_item_has_a_permanent_id_that_opens(shipped_site: Path, folder: str) -> None:
    guids = [item.find("guid") for item in channel_of(shipped_site, folder).findall("item")]
    addresses = [guid.text or "" for guid in guids if guid is not None and guid.get("isPermaLink") == "true"]
    assert addresses == [SHIPPED_ADDRESS + address for address in members_of(folder)]
    assert all(file_at(shipped_site, address).is_file() for address in addresses)


@every_feed
def test_json_feed_tells_what_it_is_and_where_it_stands(shipped_site: Path, folder: str) -> None:
    feed = json_feed_of(shipped_site, folder)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == SHIPPED_ADDRESS + folder
    assert feed["feed_url"] == f"{SHIPPED_ADDRESS}{folder}feed.json"
    assert feed["language"] == "vi"
    assert SHIPPED["site_name"] in feed["title"]


@every_feed
def test_json_feed_items_are_the_articles_newest_first(shipped_site: Path, folder: str) -> None:
    told = [
        (item["id"], item["url"], item["title"], item["summary"], [author["name"] for author in item["authors"]])
        for item in json_feed_of(shipped_site, folder)["items"]
    ]
    assert told == [
        (
            SHIPPED_ADDRESS + address,
            SHIPPED_ADDRESS + address,
            headline(ARTICLES[address]),
            ARTICLES[address]["lead"],
            list(dict.fromkeys(author["name"] for author in ARTICLES[address]["authors"])),
        )
        for address in members_of(folder)
    ]


@every_feed
def test_json_feed_dates_and_pictures_are_those_of_the_articles(shipped_site: Path, folder: str) -> None:
    for item, address in zip(json_feed_of(shipped_site, folder)["items"], members_of(folder), strict=True):
        front = ARTICLES[address]
        assert dt.datetime.fromisoformat(item["date_published"]) == moment(front["date"])
        assert dt.datetime.fromisoformat(item["date_modified"]) == changed(front)
        assert item["date_published"].endswith("+07:00")
        assert ("image" in item) == ("image" in front)
        assert "image" not in item or file_at(shipped_site, item["image"]).is_file()


def test_a_json_feed_item_has_content_as_the_standard_demands(shipped_site: Path) -> None:
    assert all(item.get("content_text") or item.get("content_html") for item in json_feed_of(shipped_site)["items"])


def test_feeds_hold_the_thirty_newest(project: Project) -> None:
    for number in range(1, MOST + 3):
        date = f"2026-01-{(number + 1) // 2:02d} {8 + number % 2:02d}:00"
        project.write(f"docs/tin-tuc/2026/01/bai-{number:02d}.md", article_text(f"Bài thử số {number:02d}", date=date))
    assert project.build().status == 0
    titles = [text_of(item, "title") for item in channel_of(project.root / "site").findall("item")]
    assert len(titles) == MOST
    assert "Bài thử số 32" in titles[:2]
    assert not {"Bài thử số 01", "Bài thử số 02"} & set(titles)


def test_articles_of_one_moment_keep_one_order(project: Project) -> None:
    for name in ("ba", "mot", "hai"):
        project.write(f"docs/tin-tuc/2026/01/{name}.md", article_text(f"Bài cùng phút: {name}"))
    assert project.build().status == 0
    links = [text_of(item, "link") for item in channel_of(project.root / "site").findall("item")]
    assert links == sorted(links)


def test_the_feed_of_an_empty_section_is_a_feed(project: Project) -> None:
    assert project.build().status == 0
    channel = channel_of(project.root / "site", "chuyen-muc/tin-chung/")
    assert channel.findall("item") == []
    assert channel.find("lastBuildDate") is None
    assert json_feed_of(project.root / "site", "chuyen-muc/tin-chung/")["items"] == []


def test_a_change_dates_the_feed_but_not_the_article_whose_author_is_named_once(project: Project) -> None:
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("name: Tin chung}", "name: Tin chung, about: Chuyện của mọi nơi.}")
    project.write("mkdocs.yml", config)
    both = "[{name: Người Viết Thử, role: text}, {name: Người Viết Thử, role: photo}]"
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text(updated="2026-02-03 04:05", authors=both))
    assert project.build().status == 0
    feed = json_feed_of(project.root / "site", "chuyen-muc/tin-chung/")
    assert (feed["description"], feed["items"][0]["authors"]) == ("Chuyện của mọi nơi.", [{"name": "Người Viết Thử"}])
    channel = channel_of(project.root / "site")
    assert text_of(channel, "lastBuildDate") == "Tue, 03 Feb 2026 04:05:00 +0700"
    assert [text_of(item, "pubDate") for item in channel.findall("item")] == ["Thu, 15 Jan 2026 08:00:00 +0700"]


def test_no_clock_stands_in_a_feed(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())

    def feeds(now: str) -> dict[str, bytes]:
        assert project.build(environment={"NEWSROOM_NOW": now}).status == 0
        site = project.root / "site"
        return {
            file.relative_to(site).as_posix(): file.read_bytes()
            for name in ("rss.xml", "feed.json")
            for file in site.rglob(name)
        }

    early = feeds("2026-02-01T00:00:00+07:00")
    assert len(early) == 6
    assert feeds("2027-03-04T05:06:07+07:00") == early
