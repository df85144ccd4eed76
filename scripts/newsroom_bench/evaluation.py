"""Asks a built site's search page known-item queries in headless Chromium: who is found, how fast, for how many bytes."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from newsroom.addresses import SEARCH
from newsroom_bench.search_queries import Query
from newsroom_bench.serving import SLOW, Served, serving

_TOP: Final = 10
_COLD: Final = 120
"""Visits with an empty cache, two queries each."""
_ON_SLOW_LINE: Final = 20
"""Such visits over a slow line."""
_WARM: Final = 65
"""Queries asked a second time of a slow processor."""
_SLOWER: Final = 4
"""How many times slower than this machine's a phone's processor is taken to be."""
_WITHOUT_WORKER: Final = "delete window.Worker"
"""The browser slows only the page's own thread down, so the engine must run there."""
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


def evaluate(site: Path, queries: Sequence[Query], addresses: Mapping[str, str], browser: Any) -> dict[str, float]:
    """Ask every query in one visit, then some on fresh visits, over a slow line, and of a slow processor; figures by name.

    `addresses` are those of the articles, by id.
    """
    with serving(site) as served:
        visits = _Visits(browser, served, addresses)
        answers = visits.ask(queries)
        cold = [visits.ask(pair) for pair in _pairs(queries, _COLD)]
        warm = visits.ask_a_slow_processor(_some(queries, _WARM))
        served.line = SLOW
        slow = [visits.ask(pair) for pair in _pairs(queries, _ON_SLOW_LINE)]
    return {**_by_kind(answers), **_warm(warm), **_cold("", cold), **_cold("slow line, ", slow)}


@dataclass(frozen=True, slots=True)
class _Visits:
    """Visits by people who have nothing of the site in their cache."""

    browser: Any
    served: Served
    addresses: Mapping[str, str]

    def ask(self, queries: Sequence[Query]) -> list[Answer]:
        """One visit with those queries."""
        with self._page() as page:
            return [self._answer(page, query) for query in queries]

    def ask_a_slow_processor(self, queries: Sequence[Query]) -> list[Answer]:
        """One visit with those queries, on a processor as slow as a phone's: what they are answered the second time."""
        with self._page(_WITHOUT_WORKER) as page:
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
            for query in queries:
                self._answer(page, query)
            return [self._answer(page, query) for query in queries]

    @contextmanager
    def _page(self, script: str = "") -> Iterator[Any]:
        context = self.browser.new_context()
        try:
            context.add_init_script(script)
            page = context.new_page()
            self.served.taken()
            page.goto(f"{self.served.root}{SEARCH}", wait_until="load")
            yield page
        finally:
            context.close()

    def _answer(self, page: Any, query: Query) -> Answer:
        milliseconds, urls = page.evaluate(_ASK, query.text)
        sent = self.served.taken()
        right = {self.addresses[key].strip("/") for key in query.articles if key in self.addresses}
        found = [unquote(urlsplit(url).path).strip("/") for url in urls]
        rank = next((place for place, url in enumerate(found[:_TOP], start=1) if url in right), 0)
        return Answer(query.kind, rank, sum(sent), len(sent), milliseconds)


def _some(queries: Sequence[Query], count: int) -> Sequence[Query]:
    """So many, of every class alike."""
    return queries[:: max(1, len(queries) // (count + 1))][:count]


def _pairs(queries: Sequence[Query], count: int) -> list[tuple[Query, Query]]:
    """So many pairs, of two classes each: as many first queries of a class as second ones."""
    picked = _some(queries, 2 * count)
    first, second = picked[::2], picked[1::2]
    half = len(second) // 2
    return list(zip(first, [*second[half:], *second[:half]], strict=False))


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


def _warm(answers: Sequence[Answer]) -> dict[str, float]:
    name = f"warm, processor slowed {_SLOWER} times, median ms"
    return {name: statistics.median(one.milliseconds for one in answers)} if answers else {}


def _cold(where: str, visits: Sequence[Sequence[Answer]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for place, name in enumerate(("first", "second")):
        answers = [visit[place] for visit in visits if len(visit) > place]
        if answers:
            told = f"{where}{name} query, median"
            found[f"{told} kB"] = statistics.median(one.size for one in answers) / 1000
            found[f"{told} requests"] = statistics.median(one.requests for one in answers)
            found[f"{told} ms"] = statistics.median(one.milliseconds for one in answers)
    return found
