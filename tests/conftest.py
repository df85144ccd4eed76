"""What the tests share: small synthetic projects, the shipped site built once, a web server, a browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from newsroom.policy import Policy
from newsroom.publishing.admission import objections
from newsroom.publishing.inspection import inspect_site
from newsroom.publishing.records import Records
from newsroom.site_check import Fault

ROOT = Path(__file__).resolve().parent.parent
NOW = "2026-11-22T08:00:00+07:00"

MINIMAL_CONFIG = """\
site_name: Trang thử
site_url: https://thu.example/
site_description: Trang dùng để thử.
theme:
  name: material
  custom_dir: overrides
  language: vi-newsroom
  font: false
  icon: {logo: newsroom/mark}
plugins: []
hooks: [scripts/hooks.py]
markdown_extensions: [admonition, footnotes, {tables: {use_align_attribute: true}}, toc]
nav:
  - Trang nhất: ./
  - Chi bộ: chi-bo/
extra:
  newsroom:
    kind: internal
    imprint:
      managing_body: Đơn vị thử
      responsible: [{name: Người thử, role: Biên tập}]
      email: thu@example.org
    sections:
      - {slug: tin-chung, name: Tin chung}
      - {slug: thong-bao, name: Thông báo}
    notice_section: thong-bao
    trusted_hosts: [bao.example, ho-so.example, khac.example, moi.example, noi-khac.example, thon.example, tin.example, x.example, xa-moi.example, xa.example]
"""


@dataclass(frozen=True)
class Run:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Project:
    """A small project of its own: `docs/`, `mkdocs.yml`, the real scripts and templates."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def run(
        self, command: str, *arguments: str, environment: dict[str, str] | None = None, largest_file: int | None = None
    ) -> Run:
        """Run one of the project's commands as an editor would, at a fixed "now"; no file may grow beyond `largest_file` bytes."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / f"{command}.py"), *arguments],
            cwd=self.root,
            env={**os.environ, "NEWSROOM_NOW": NOW, **(environment or {})},
            stdin=subprocess.DEVNULL,
            preexec_fn=None if largest_file is None else functools.partial(_limit_files, largest_file),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def check(self, *arguments: str) -> Run:
        """Run check.py on this project."""
        return self.run("check", "--config", "mkdocs.yml", *arguments)

    def build(self, *arguments: str, environment: dict[str, str] | None = None) -> Run:
        """Run build.py on this project."""
        return self.run("build", "--config", "mkdocs.yml", *arguments, environment=environment)


def _limit_files(most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def mkdocs(
    project: Project, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs itself, inside the environment."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project.root,
        env={**os.environ, "NEWSROOM_NOW": NOW, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def article_text(title: str = "Chi bộ thử họp thường kỳ tháng này", **fields: str) -> str:
    """A valid synthetic article; `fields` replace or add lines of its front matter ("" removes one)."""
    front = {
        "title": f'"{title}"',
        "date": "2026-01-15 08:00",
        "lead": '"Đây là sa-pô của một bài thử, chỉ dùng trong kiểm thử, đủ dài để qua mức tám mươi ký tự của trường."',
        "section": "tin-chung",
        "authors": "[{name: Người Viết Thử, role: text}]",
        **fields,
    }
    body = front.pop("body", "Đoạn văn thứ nhất.\n\n## Tiêu đề nhỏ\n\nĐoạn văn thứ hai.\n")
    lines = "\n".join(f"{key}: {value}" for key, value in front.items() if value)
    return f"---\n{lines}\n---\n{body}"


def branch_text(name: str = "Chi bộ Thôn Mẫu", **fields: str) -> str:
    """A valid synthetic branch profile, like article_text."""
    front = {
        "name": f'"{name}"',
        "level": "subordinate_branch",
        "kind": "village",
        "summary": '"Hồ sơ giả định dùng trong kiểm thử, không nói về tổ chức có thật nào, đủ dài để qua mức tám mươi ký tự."',
        "state": "active",
        "sources": '[{id: s1, name: "Báo cáo giả định"}]',
        **fields,
    }
    body = front.pop("body", "Giới thiệu ngắn.\n")
    lines = "\n".join(f"{key}: {value}" for key, value in front.items() if value)
    return f"---\n{lines}\n---\n{body}"


@pytest.fixture
def project(tmp_path: Path, opened_theme: Path) -> Project:
    """A project without documents."""
    return open_project(tmp_path / "project", opened_theme)


@pytest.fixture(scope="session")
def opened_theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build learnt of the theme and the templates, and nothing else."""

    def make(folder: Path) -> None:
        project = make_project(folder.with_name("without-documents"))
        run = project.build()
        assert run.status == 0, run.err
        cache = project.root / ".cache"
        folder.mkdir()
        shutil.copy(cache / "theme.sqlite", folder)
        shutil.copytree(cache / "templates", folder / "templates")

    return once(tmp_path_factory, "opened-theme", make)


def open_project(root: Path, opened_theme: Path) -> Project:
    """A project without documents that remembers the theme: to open it takes longer than to build the tests' small sites."""
    project = make_project(root)
    shutil.copytree(opened_theme, root / ".cache")
    return project


def make_project(root: Path, config: str = MINIMAL_CONFIG) -> Project:
    """A project without documents at `root`, with the real scripts and templates linked in."""
    (root / "docs").mkdir(parents=True)
    for name in ("scripts", "overrides"):
        (root / name).symlink_to(ROOT / name)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return Project(root)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder made once for all test processes."""
    shared = factory.getbasetemp().parent if os.environ.get("PYTEST_XDIST_WORKER") else factory.getbasetemp()
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built by the real command."""

    def make(folder: Path) -> None:
        shutil.copytree(ROOT / "docs", folder.with_name("shipped") / "docs")
        shutil.copy(ROOT / "mkdocs.yml", folder.with_name("shipped"))
        for name in ("scripts", "overrides"):
            (folder.with_name("shipped") / name).symlink_to(ROOT / name)
        run = Project(folder.with_name("shipped")).build("--site-dir", str(folder))
        assert run.status == 0, run.err

    return once(tmp_path_factory, "shipped-site", make)


def faults_of(site: Path, base_path: str = "/", policy: Policy | None = None) -> list[Fault]:
    """What stands against a built site becoming what readers see, as publish.py finds it on its first look."""
    with tempfile.TemporaryDirectory() as folder:
        records = Records(Path(folder) / "publishing.sqlite", "")
        try:
            return objections(inspect_site(site, records, base_path, jobs=1), None, policy)
        finally:
            records.close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer wrong addresses with the site's own page, as web servers are set up to do."""
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None


def serve(folder: Path) -> Iterator[str]:
    """Serve a folder over HTTP; yields the address of its root, with a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site_url(shipped_site: Path) -> Iterator[str]:
    """The shipped site, served."""
    yield from serve(shipped_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the one test.py found, else Playwright's own."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("NEWSROOM_CHROMIUM") or shutil.which("chromium"), args=arguments
        )
        yield chromium
        chromium.close()
