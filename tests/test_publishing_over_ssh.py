"""Publishing to a server: a real sshd, a real rsync, the same promises as for a folder."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from conftest import Project, make_project
from nginx import free_port, listens
from test_determinism import content_of, fill
from test_publishing import PAGE, edit, publish

from newsroom.publishing.manifest import NAME
from newsroom.publishing.releases import Releases
from newsroom.publishing.remote import Server
from newsroom.publishing.verification import verify_folder

SSHD: Final = os.environ.get("NEWSROOM_SSHD") or shutil.which("sshd", path=f"{os.environ.get('PATH')}:/usr/sbin")
RSYNC: Final = shutil.which("rsync")
pytestmark = pytest.mark.skipif(
    not (SSHD and RSYNC), reason="NO SSHD OR RSYNC HERE: install openssh-server and rsync, as CI does"
)
_CONFIGURATION: Final = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {place}/host
AuthorizedKeysFile {place}/client.pub
PidFile {place}/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
"""


@contextmanager
def ssh_server(place: Path) -> Iterator[str]:
    """Run an sshd for the user who runs the tests; yields the ssh command that reaches it."""
    assert SSHD
    place.mkdir()
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # it drops its privileges there
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", place / name], check=True)
    port = free_port()
    (place / "conf").write_text(_CONFIGURATION.format(port=port, place=place))
    server = subprocess.Popen([SSHD, "-D", "-f", place / "conf", "-E", place / "log"])
    try:
        assert listens(port), (place / "log").read_text()
        known = f"-o StrictHostKeyChecking=no -o UserKnownHostsFile={place}/known -o LogLevel=ERROR"
        yield f"ssh -F none -i {place}/client -p {port} {known}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project."""
    return fill(make_project(tmp_path / "project"))


def test_a_site_is_published_to_a_server_changed_and_rolled_back(project: Project, tmp_path: Path) -> None:
    far = tmp_path / "may chu" / "trang"
    with ssh_server(tmp_path / "ssh") as ssh:
        to = ["--to", f"{getpass.getuser()}@127.0.0.1:{far}"]
        reaching = {"NEWSROOM_SSH": ssh}
        run = publish(project, *to, environment=reaching)
        assert run.status == 0, run.err
        first = Releases(far).current
        assert first
        assert verify_folder(first.folder, first.manifest) == []
        assert first.manifest.files.keys() == content_of(project.root / ".cache/publishing").keys() - {
            ".newsroom-stamp"
        }
        run = publish(project, *to, environment=reaching)
        assert "Không có gì mới" in run.out
        edit(project)
        assert publish(project, *to, "--keep", "2", environment=reaching).status == 0
        second = Releases(far).current
        assert second
        assert second.name.startswith("000002-")
        assert (second.folder / "feed.json").stat().st_mode & 0o777 == 0o644
        assert (second.folder / "robots.txt").samefile(first.folder / "robots.txt")
        assert not (second.folder / PAGE).samefile(first.folder / PAGE)
        run = publish(project, *to, "--rollback", "0", environment=reaching)
        assert (run.status, first.name in run.err, second.name in run.err) == (2, True, True)
        assert publish(project, *to, "--rollback", ".*1", environment=reaching).status == 2
        listed = (first.folder / NAME).read_bytes()
        (first.folder / NAME).write_bytes(listed.partition(b"\n")[2])
        assert publish(project, *to, "--rollback", environment=reaching).status == 2
        (first.folder / NAME).write_bytes(listed)
        (first.folder / "kubet").symlink_to("/etc")
        assert publish(project, *to, "--rollback", environment=reaching).status == 2
        (first.folder / "kubet").unlink()
        assert Releases(far).current == second
        run = publish(project, *to, "--rollback", environment=reaching)
        assert (run.status, first.name in run.out) == (0, True)
        assert Releases(far).current == first
        assert publish(project, *to, "--rollback", environment=reaching).status == 2
        damaged = first.folder / "feed.json"
        status = damaged.stat()
        damaged.write_bytes(damaged.read_bytes()[:-1] + b" ")
        os.utime(damaged, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert publish(project, *to, environment=reaching).status == 0
        for number in range(2):
            edit(project, f"Bài thử gửi lên máy chủ lần {number}")
            assert publish(project, *to, "--keep", "2", environment=reaching).status == 0
        assert len(Releases(far).all()) == 2
        third = Releases(far).current
        assert third
        assert verify_folder(third.folder, third.manifest) == []
        assert not list((far / "releases").glob(".*"))


def test_a_server_that_does_not_answer_is_told(project: Project) -> None:
    run = publish(
        project, "--to", "ai-do@127.0.0.1:/srv/trang", environment={"NEWSROOM_SSH": "ssh -p 1 -o BatchMode=yes"}
    )
    assert run.status == 2
    assert "Máy chủ không nhận" in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("an@may:/srv/trang/", Server("an@may", "/srv/trang")),
        ("may:/srv", Server("may", "/srv")),
        ("/srv/trang", None),
        ("thu-muc", None),
        ("./a:/b", None),
        ("-oProxyCommand=x:/b", None),
    ],
)
def test_a_server_is_told_from_a_folder(text: str, server: Server | None) -> None:
    assert Server.parse(text) == server
