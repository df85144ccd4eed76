"""Asks a built site's search page known-item queries in headless Chromium: who is found, how fast, for how many bytes."""

from __future__ import annotations

import gzip
import http.server
import statistics
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from newsroom.search import FOLDER
from newsroom_bench.search_queries import Query

_PAGE: Final = "tim-kiem/"
_TOP: Final = 10
_OF_SEARCH: Final = (f"/{FOLDER}", "/search-engine.js", "/search-inflate.js")
"""What counts as downloaded for an answer, also where it came before the question."""
_TEXTS: Final = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
_ASK: Final = """async query => {
  const start = performance.now();
  const hits = await newsroomSearch(query);
  return [performance.now() - start, hits.slice(0, 10).map(hit => hit.url)];
}"""


class NoBrowser(Exception):
    """Playwright or its Chromium is not installed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rank of the first right hit (0: not among ten), what was downloaded for it, and the time."""

    kind: str
    rank: int
    size: int
    requests: int
    milliseconds: float


@dataclass
class _Log:
    """What a server sent of the search, engine and index: bytes as a host that compresses texts would send them."""

    sizes: list[int] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, path: str, size: int) -> None:
        """A file was sent."""
        if any(part in path for part in _OF_SEARCH):
            with self.lock:
                self.sizes.append(size)

    def taken(self) -> list[int]:
        """What was sent since this was last asked."""
        with self.lock:
            sizes, self.sizes = self.sizes, []
        return sizes


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site and counts."""

    def __init__(self, log: _Log, *arguments: Any, **options: Any) -> None:
        self._log = log
        super().__init__(*arguments, **options)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve, and note the size."""
        file = Path(self.translate_path(self.path))
        if file.is_file():
            data = file.read_bytes()
            size = len(gzip.compress(data, 6)) if file.suffix in _TEXTS else len(data)
            self._log.note(self.path, size)
        super().do_GET()


@contextmanager
def _serving(site: Path) -> Iterator[tuple[str, _Log]]:
    log = _Log()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, log, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", log
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def open_browser(executable: str | None) -> Iterator[Any]:
    """A Chromium; None is Playwright's own.

    Raises NoBrowser.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise NoBrowser("cần Playwright: chạy scripts/test.py một lần để cài, rồi thử lại") from None
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=executable)
        except Error as error:
            raise NoBrowser(
                f"không mở được Chromium (đặt NEWSROOM_CHROMIUM): {error.message.splitlines()[0]}"
            ) from None
        try:
            yield browser
        finally:
            browser.close()


def evaluate(
    site: Path, queries: Sequence[Query], addresses: Mapping[str, str], executable: str | None = None, cold: int = 20
) -> dict[str, float]:
    """Ask every query in one visit, and `cold` pairs of queries each in a fresh one; figures by name.

    `addresses` are those of the articles, by id. Raises NoBrowser.
    """
    with _serving(site) as (root, log), open_browser(executable) as browser:
        page = browser.new_page()
        page.goto(f"{root}{_PAGE}", wait_until="load")
        answers = [_ask(page, log, query, addresses) for query in queries]
        page.context.close()
        visits = [_visit(browser, root, log, pair, addresses) for pair in _pairs(queries, cold)]
    return {**_by_kind(answers), **_cold(visits)}


def _ask(page: Any, log: _Log, query: Query, addresses: Mapping[str, str]) -> Answer:
    milliseconds, urls = page.evaluate(_ASK, query.text)
    sent = log.taken()
    right = {addresses[key].strip("/") for key in query.articles if key in addresses}
    found = [unquote(urlsplit(url).path).strip("/") for url in urls]
    rank = next((place for place, url in enumerate(found[:_TOP], start=1) if url in right), 0)
    return Answer(query.kind, rank, sum(sent), len(sent), milliseconds)


def _pairs(queries: Sequence[Query], count: int) -> list[tuple[Query, Query]]:
    step = max(1, len(queries) // (2 * count + 1))
    picked = queries[::step][: 2 * count]
    return list(zip(picked[: len(picked) // 2], picked[len(picked) // 2 :], strict=False))


def _visit(browser: Any, root: str, log: _Log, queries: Sequence[Query], addresses: Mapping[str, str]) -> list[Answer]:
    """Each query of a visit by someone who has nothing in the cache."""
    context = browser.new_context()
    try:
        log.taken()
        page = context.new_page()
        page.goto(f"{root}{_PAGE}", wait_until="load")
        return [_ask(page, log, query, addresses) for query in queries]
    finally:
        context.close()


def _by_kind(answers: Sequence[Answer]) -> dict[str, float]:
    groups: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.kind].append(answer)
        groups["all"].append(answer)
    found: dict[str, float] = {}
    for kind, members in sorted(groups.items(), key=lambda group: group[0] == "all"):
        found[f"MRR@10, {kind}"] = statistics.mean(1 / one.rank if one.rank else 0 for one in members)
    if answers:
        found["latency, median ms"] = statistics.median(one.milliseconds for one in answers)
        found["kB a query, mean"] = statistics.mean(one.size for one in answers) / 1000
        found["requests a query, mean"] = statistics.mean(one.requests for one in answers)
    return found


def _cold(visits: Sequence[Sequence[Answer]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for place, name in enumerate(("first", "second")):
        answers = [visit[place] for visit in visits if len(visit) > place]
        if answers:
            found[f"{name} query, median kB"] = statistics.median(one.size for one in answers) / 1000
            found[f"{name} query, median requests"] = statistics.median(one.requests for one in answers)
            found[f"{name} query, median ms"] = statistics.median(one.milliseconds for one in answers)
    return found
