"""What runs for strangers: nothing of theirs with a secret, nothing of others unpinned, no audit that audits nothing."""

from __future__ import annotations

import http.server
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from conftest import ROOT, Run, article_text
from test_publishing import PAGE

WORKFLOWS: Final = {file.stem: file.read_text("utf-8") for file in (ROOT / ".github/workflows").glob("*.yml")}
KNOWN_BAD: Final = {"package": {"name": "pyyaml", "ecosystem": "PyPI"}, "version": "5.3"}


def jobs(name: str) -> dict[str, Any]:
    """The jobs of a workflow."""
    found: dict[str, Any] = yaml.safe_load(WORKFLOWS[name])["jobs"]
    return found


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit(name: str) -> None:
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOWS[name])
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action), action
        assert re.search(r"# v\d", comment), action


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_pull_request_gets_no_secret_and_no_permission_to_write(name: str) -> None:
    workflow = WORKFLOWS[name]
    assert "pull_request_target" not in workflow
    assert yaml.safe_load(workflow)["permissions"] == {}
    assert workflow.count("actions/checkout@") == workflow.count("persist-credentials: false")
    for job, what in jobs(name).items():
        may_write = "write" in str(what.get("permissions", {}))
        if may_write or "secrets." in json.dumps(what):
            assert "github.event_name != 'pull_request'" in what["if"], job
        if "secrets." in json.dumps(what):
            assert what["environment"]["name"], job


def test_nothing_of_a_proposal_is_run_by_the_job_that_judges_it() -> None:
    steps = [step["run"] for step in jobs("site")["content"]["steps"] if "run" in step]
    assert not [step for step in steps if re.search(r"(python3|sh|source|\.)\s+proposal/", step)]
    assert any("base/scripts/proposal.py proposal" in step for step in steps)


@contextmanager
def database(answer: Callable[[list[Any]], tuple[int, Any]]) -> Iterator[str]:
    """A database of vulnerabilities that answers so."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            status, told = answer(queries)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(told if isinstance(told, bytes) else json.dumps(told).encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run_script(name: str, *arguments: str) -> Run:
    command = [sys.executable, str(ROOT / f"scripts/{name}.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return Run(done.returncode, done.stdout, done.stderr)


def told(queries: list[Any], *bad: str) -> dict[str, Any]:
    """An answer in which these packages, and the one known to be bad, have a vulnerability."""
    return {
        "results": [
            {"vulns": [{"id": "XYZ-1"}]} if query == KNOWN_BAD or query["package"]["name"] in bad else {}
            for query in queries
        ]
    }


ANSWERS: Final[dict[str, tuple[Callable[[list[Any]], tuple[int, Any]], int]]] = {
    "nothing known": (lambda queries: (200, told(queries)), 0),
    "something known": (lambda queries: (200, told(queries, "jinja2")), 1),
    "nothing known of the bad one either": (lambda queries: (200, {"results": [{} for _ in queries]}), 2),
    "too few answers": (lambda queries: (200, {"results": told(queries)["results"][:-1]}), 2),
    "no results": (lambda _: (200, {}), 2),
    "no JSON": (lambda _: (200, b"<html>"), 2),
    "an error": (lambda _: (503, {}), 2),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_audit_fails_for_what_is_known_and_for_what_was_not_looked_up(name: str) -> None:
    answer, status = ANSWERS[name]
    with database(answer) as address:
        run = run_script("audit", "--service", address)
    assert run.status == status, run.err
    assert "Traceback" not in run.err
    assert (run.status == 1) == ("jinja2 3.1.6: XYZ-1" in run.err)


def test_an_audit_that_reaches_nobody_fails_and_a_reviewed_finding_does_not() -> None:
    assert run_script("audit", "--service", "http://127.0.0.1:1").status == 2
    with database(lambda queries: (200, told(queries, "jinja2"))) as address:
        assert run_script("audit", "--service", address, "--accept", "XYZ-1").status == 0


def test_every_pin_of_both_locks_is_asked_for() -> None:
    asked: list[Any] = []

    def answer(queries: list[Any]) -> tuple[int, Any]:
        asked.extend(queries)
        return 200, told(queries)

    with database(answer) as address:
        assert run_script("audit", "--service", address).status == 0
    names = {query["package"]["name"] for query in asked}
    assert {"mkdocs", "mkdocs-material", "pillow", "pytest", "ruff"} <= names
    assert all(query["version"] for query in asked)


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A stranger's copy of the project with one new article."""
    folder = tmp_path / "proposal"
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    text = article_text("Bài của người lạ gửi tới", section="dan-van")
    (folder / "docs/tin-tuc/2026/01/bai-la.md").write_text(text, encoding="utf-8")
    return folder


def test_a_good_proposal_is_packed_and_what_it_changes_besides_is_told_and_not_run(
    proposal: Path, tmp_path: Path
) -> None:
    with (proposal / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks: [ma.py]\n")
    (proposal / "ma.py").write_text("raise SystemExit('chạy rồi')\n", encoding="utf-8")
    run = run_script("proposal", str(proposal), "--artifact", str(tmp_path / "site.tar"))
    assert run.status == 0, run.err
    assert "'mkdocs.yml' khác với bản ở đây" in run.err
    assert "'ma.py' khác" in run.err
    assert "chạy rồi" not in run.err + run.out
    listed = subprocess.run(["tar", "-tf", tmp_path / "site.tar"], capture_output=True, text=True, check=True).stdout
    assert PAGE.replace("bai-1", "bai-la") in listed.splitlines()


def test_a_bad_proposal_is_refused_with_its_lines_and_nothing_is_packed(proposal: Path, tmp_path: Path) -> None:
    (proposal / "docs/tin-tuc/2026/01/bai-la.md").write_text(article_text(section="la"), encoding="utf-8")
    run = run_script("proposal", str(proposal), "--artifact", str(tmp_path / "site.tar"))
    assert run.status == 1
    assert "docs/tin-tuc/2026/01/bai-la.md:5:10: chuyen-muc-la" in run.err
    assert not (tmp_path / "site.tar").exists()


def test_a_proposal_whose_texts_are_a_link_to_another_folder_is_refused(proposal: Path, tmp_path: Path) -> None:
    (proposal / "docs").rename(tmp_path / "elsewhere")
    (proposal / "docs").symlink_to(tmp_path / "elsewhere")
    run = run_script("proposal", str(proposal), "--artifact", str(tmp_path / "site.tar"))
    assert run.status == 2
    assert "docs của đề nghị là liên kết" in run.err
    assert not (tmp_path / "site.tar").exists()
