"""Publishing to a server over SSH: rsync sends what changed into a folder of its own; one script there does the rest.

The server needs sshd, rsync and the tools every Linux has. The script takes the lock, compares every byte that arrived
with the manifest, and switches only when readers still see the release that this one was prepared to follow.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import dataclass
from typing import Final

from newsroom.publishing.handover import Ambiguous, NothingToReturnTo
from newsroom.publishing.inspection import Inspection
from newsroom.publishing.manifest import NAME, Manifest
from newsroom.publishing.releases import Busy

SSH: Final = "NEWSROOM_SSH"
"""The ssh command with its options, when the plain one will not do: `ssh -i key -p 2222`."""
_BUSY: Final = 75
"""EX_TEMPFAIL: someone else publishes, or has just published."""
_ENTER: Final = """\
set -eu
umask 022
mkdir -p "$1/releases"
cd "$1"
exec 9>.lock
flock -n 9 || exit 75
"""
_SWITCH: Final = """\
ln -sfn "releases/$wanted" .current.tmp
mv -fT .current.tmp current
sync
"""
_ADD: Final = f"""\
[ "$(readlink current || true)" = "$2" ] || exit 75
staging=releases/.$3.tmp wanted=$3
(cd "$staging" && cat > {NAME} && sha256sum --check --quiet --strict {NAME})
[ "$(find "$staging" -type f ! -name {NAME} | wc -l)" = "$4" ]
sync
mv -fT "$staging" "releases/$3"
{_SWITCH}
ls releases | sort | head -n "-$5" | while read -r old; do
  [ "releases/$old" = "$(readlink current)" ] && continue
  mv -T "releases/$old" "releases/.$old.tmp"
done
rm -rf releases/.*.tmp
"""
_RETURN: Final = f"""\
now=$(readlink current); now=${{now#releases/}}
if [ -n "$2" ]; then
  wanted=$(ls releases | sort | while read -r one; do case $one in "$2"*) echo "$one" ;; esac; done)
  [ "$(echo "$wanted" | wc -l)" = 1 ] || {{ echo "$wanted"; exit 65; }}
else wanted=$(ls releases | sort | awk -v now="$now" '$0 < now' | tail -n 1); fi
[ -n "$wanted" ] || exit 66
cd "releases/$wanted"
sha256sum < {NAME} | grep -q "^${{wanted#*-}}" || {{ echo "$wanted: {NAME}" >&2; exit 1; }}
sha256sum --check --quiet --strict {NAME}
[ "$(find . ! -type d ! -name {NAME} | wc -l)" = "$(wc -l < {NAME})" ] || {{ echo "$wanted: find" >&2; exit 1; }}
cd "$1"
{_SWITCH}
echo "$wanted"
"""
_NO_RELEASE: Final = 66
_MANY_RELEASES: Final = 65
"""EX_NOINPUT and EX_DATAERR: no release, or more than one, has a name that begins so."""


class RemoteFault(Exception):
    """A command on the way or on the server failed; carries what it said."""


@dataclass(frozen=True, slots=True)
class State:
    """What stands on a server: its newest release, what `current` leads to, both "" for nothing; the manifest of that."""

    newest: str
    link: str
    manifest: Manifest | None

    @property
    def next_number(self) -> int:
        """The number of the release to come; it is above all others, after a return to an older one too."""
        return int(self.newest.partition("-")[0]) + 1 if self.newest else 1


@dataclass(frozen=True, slots=True)
class Server:
    """A folder on a server: `host` as ssh takes it, `folder` as an absolute path there."""

    host: str
    folder: str

    @classmethod
    def parse(cls, text: str) -> Server | None:
        """Read "user@host:/folder"; None for what is a folder on this machine."""
        host, colon, folder = text.partition(":")
        is_server = bool(colon) and "/" not in host and folder.startswith("/") and not host.startswith("-")
        return cls(host, folder.rstrip("/")) if is_server else None

    def state(self) -> State:
        """What is there now.

        Raises RemoteFault.
        """
        place = shlex.quote(self.folder)
        look = f"ls releases | sort | tail -n 1; readlink current || exit 0; cat current/{NAME} || true"
        newest, link, text = ([*self._run(f"cd {place} 2>/dev/null || exit 0; {look}").split("\n", 2), "", ""])[:3]
        try:
            return State(newest, link, Manifest.parse(text))
        except ValueError:
            return State(newest, link, None)

    def send(self, inspection: Inspection, before: State, kept: int) -> str:
        """Make the tree the release that readers there see; the name of that release.

        Raises Busy, RemoteFault; readers see what they saw then.
        """
        manifest = inspection.manifest
        name = f"{before.next_number:06}-{manifest.digest}"
        self._run(f"mkdir -p {shlex.quote(f'{self.folder}/releases')}")
        options = [
            "--recursive",
            "--times",
            "--checksum",
            "--chmod=D755,F644",
            "--delete",
            "--exclude=.*",
            f"--exclude=/{NAME}",
        ]
        options += ["--link-dest=../../current/"] if before.link else []
        target = f"{self.host}:{self.folder}/releases/.{name}.tmp/"
        _call(["rsync", *options, "--rsh", _ssh(), f"{inspection.site}/", target])
        self._script(_ENTER + _ADD, before.link, name, str(len(manifest.files)), str(kept), given=manifest.text)
        return name

    def roll_back(self, name: str) -> str:
        """Return to the release whose name begins so, or to the one before; its name.

        Raises NothingToReturnTo, Ambiguous, Busy, RemoteFault.
        """
        return self._script(_ENTER + _RETURN, name).strip()

    def _script(self, script: str, *arguments: str, given: str = "") -> str:
        words = " ".join(map(shlex.quote, ("sh", "-c", script, "newsroom", self.folder, *arguments)))
        return self._run(words, given)

    def _run(self, command: str, given: str = "") -> str:
        return _call([*shlex.split(_ssh()), self.host, command], given)


def _ssh() -> str:
    return os.environ.get(SSH) or "ssh"


def _call(command: list[str], given: str = "") -> str:
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise RemoteFault(f"chưa cài {command[0]}") from error
    match done.returncode:
        case 0:
            return done.stdout
        case code if code == _BUSY:
            raise Busy
        case code if code == _NO_RELEASE:
            raise NothingToReturnTo
        case code if code == _MANY_RELEASES:
            raise Ambiguous(done.stdout.split())
    raise RemoteFault(done.stderr.strip() or f"{command[0]} kết thúc bằng {done.returncode}")
