"""The content security policy: every page carries it, nothing of ours breaks it, and what is not ours does not run."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from built_pages import pages_of
from conftest import ROOT, serve
from page_types import PAGE_TYPES, PageType, every_page_type, new_page
from playwright.sync_api import Browser, Page, expect

from newsroom.policy import EVALUATION, Policy, hash_of

TOLD: Final = """addEventListener("securitypolicyviolation", event =>
    (window.refused ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""
POLICY_META: Final = ("meta", "http-equiv", "Content-Security-Policy")
PLANTED: Final = {
    "script": "<script>document.title = 'chạy'</script>",
    "handler": "<img src='khong-co.png' alt='' width='1' height='1' onerror=\"document.title = 'chạy'\">",
    "data": "<script src=\"data:text/javascript,document.title='chạy'\"></script>",
    "frame": "<iframe srcdoc=\"<script>parent.document.title='chạy'</script>\"></iframe>",
}


def refused(page: Page) -> list[str]:
    """What the browser refused on the page so far."""
    found: list[str] = page.evaluate("window.refused ?? []")
    return found


def test_every_page_carries_one_policy_without_unsafe_words(shipped_site: Path) -> None:
    policies = {page.one(*POLICY_META)["content"] for page in pages_of(shipped_site).values()}
    assert len(policies) == 1
    assert "unsafe" not in policies.pop()


def test_the_policy_stands_before_everything_it_judges(shipped_site: Path) -> None:
    for file in shipped_site.rglob("*.html"):
        html = file.read_text("utf-8")
        before = html[: html.index("Content-Security-Policy")]
        assert not re.search("<(script|link|style|img|body)", before), file


def test_hashes_come_from_templates_and_from_nothing_else() -> None:
    policy = Policy.of_templates(["<script>a()</script><script src=x></script>", "<script>a()</script>"])
    assert policy.scripts == (hash_of("a()"), *map(hash_of, EVALUATION))
    assert hash_of("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def test_a_policy_is_read_from_what_a_page_carries_and_from_nothing_that_differs() -> None:
    policy = Policy.of_templates(["<script>a()</script>"])
    assert Policy.of_text(policy.text) == policy
    assert Policy.of_text(Policy(()).text) == Policy(())
    for other in (
        "",
        policy.header,
        policy.text.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        policy.text.replace("script-src 'self'", "script-src *"),
        policy.text.replace("; base-uri 'none'", ""),
    ):
        assert Policy.of_text(other) is None, other


@every_page_type
def test_no_page_breaks_the_policy(page_type: PageType, browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.add_init_script(TOLD)
        page_type.open(page, site_url)
        page.wait_for_load_state("networkidle")
        assert refused(page) == []


def test_a_search_with_filters_and_suggestions_breaks_nothing(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.add_init_script(TOLD)
        page.goto(f"{site_url}tim-kiem/")
        page.locator("#nr-find").press_sequentially("chi b")
        page.locator("#nr-find").press("Enter")
        results = page.locator("[data-search-results]")
        expect(results).to_have_attribute("data-state", "done")
        assert results.locator("[data-search-result]").count() > 0
        page.locator("#nr-find-order").select_option("moi")
        expect(results).to_have_attribute("data-state", "done")
        assert refused(page) == []


@pytest.fixture(scope="module")
def pages_with_planted_scripts(shipped_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An article page for each thing planted, as if the gate had let it through."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(shipped_site / "assets", folder / "a/b/c/assets")
    article = next(kind for kind in PAGE_TYPES if kind.name == "article")
    html = (shipped_site / article.address / "index.html").read_text("utf-8")
    for name, planted in PLANTED.items():
        (folder / f"{name}.html").write_text(html.replace("</article>", f"{planted}</article>"), encoding="utf-8")
        without = re.sub(r'<meta http-equiv="Content[^>]*>', "", html).replace("</article>", f"{planted}</article>")
        (folder / f"{name}-free.html").write_text(without, encoding="utf-8")
    yield from serve(folder)


@pytest.mark.parametrize("planted", PLANTED)
def test_what_is_planted_in_a_page_does_not_run(
    planted: str, browser: Browser, pages_with_planted_scripts: str
) -> None:
    with new_page(browser) as page:
        page.add_init_script(TOLD)
        page.goto(f"{pages_with_planted_scripts}{planted}.html", wait_until="networkidle")
        assert page.title() != "chạy"
        page.goto(f"{pages_with_planted_scripts}{planted}-free.html", wait_until="load")
        page.wait_for_function("document.title === 'chạy'")


def test_the_servers_send_what_the_pages_carry(shipped_site: Path) -> None:
    policy = next(iter(pages_of(shipped_site).values())).one(*POLICY_META)["content"]
    for name in ("_headers", "may-chu/nginx.conf", "may-chu/Caddyfile"):
        text = (shipped_site / name).read_text("utf-8")
        assert f"{policy}; frame-ancestors 'none'" in text
        for header in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security"):
            assert header in text


def test_no_template_of_ours_holds_an_inline_style_or_handler() -> None:
    for file in (ROOT / "overrides").rglob("*.html"):
        assert not re.search(r'\s(style|on[a-z]+)="', file.read_text("utf-8")), file


def test_the_evaluation_may_ask_the_search_page(browser: Browser, site_url: str) -> None:
    with new_page(browser) as page:
        page.goto(f"{site_url}tim-kiem/")
        page.add_script_tag(content=EVALUATION[1])
        assert page.evaluate("evalSearch('chi bộ')")
