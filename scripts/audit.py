"""Ask a public database of vulnerabilities (OSV) about every pinned dependency.

Standard library only. A version with a well-known vulnerability is asked about too: when the database knows nothing even of
that one, nothing was looked up, whatever the answer says.

Exit status: 0 nothing known; 1 something is; 2 it could not be looked up.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import sys
import urllib.request
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
OSV: Final = "https://api.osv.dev"
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_KNOWN_BAD: Final = ("pyyaml", "5.3")
"""CVE-2020-14343 and others: the question whose answer is known."""
_PATIENCE: Final = 60.0
KNOWN = 1
NOT_LOOKED_UP = 2

Pin = tuple[str, str]


class NotLookedUp(Exception):
    """The database did not answer, or not what it was asked."""


def main() -> int:
    """Ask, and tell."""
    parser = argparse.ArgumentParser(description="Tra lỗ hổng đã biết của mọi gói trong requirements*.txt.")
    parser.add_argument("--service", default=OSV, help="địa chỉ của cơ sở dữ liệu OSV")
    parser.add_argument("--accept", action="append", default=[], metavar="MÃ", help="lỗ hổng đã xem xét, không áp dụng")
    options = parser.parse_args()
    pins = pins_of(ROOT)
    try:
        found = vulnerabilities(options.service, pins)
    except NotLookedUp as error:
        print(f"Không tra được: {error}. Chưa biết các gói có an toàn hay không.", file=sys.stderr)
        return NOT_LOOKED_UP
    open_ones = {pin: sorted(set(ids) - set(options.accept)) for pin, ids in found.items()}
    for (name, version), ids in sorted(open_ones.items()):
        if ids:
            print(f"{name} {version}: {', '.join(ids)}", file=sys.stderr)
    count = sum(map(bool, open_ones.values()))
    print(f"Đã tra {len(pins)} gói: {count} gói có lỗ hổng đã biết.")
    return KNOWN if count else 0


def pins_of(root: Path) -> list[Pin]:
    """Name and version of everything the lock files pin."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(root.glob("requirements*.txt")))
    return sorted({(name.lower(), version) for text in texts for name, version in _PIN.findall(text)})


def vulnerabilities(service: str, pins: list[Pin]) -> dict[Pin, list[str]]:
    """The identifiers of what is known of each pin.

    Raises NotLookedUp.
    """
    asked = [*pins, _KNOWN_BAD]
    queries = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in asked]
    results = _ask(f"{service.rstrip('/')}/v1/querybatch", {"queries": queries})
    if len(results) != len(asked):
        raise NotLookedUp(f"hỏi {len(asked)} gói, chỉ được trả lời {len(results)}")
    told = [[str(one.get("id", "?")) for one in (result or {}).get("vulns") or []] for result in results]
    if not told[-1]:
        raise NotLookedUp(f"cơ sở dữ liệu không biết cả lỗ hổng của {' '.join(_KNOWN_BAD)}")
    return dict(zip(pins, told, strict=False))


def _ask(address: str, question: object) -> list[dict[str, list[dict[str, object]]] | None]:
    data = json.dumps(question).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            results = json.load(answer)["results"]
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError) as error:
        raise NotLookedUp(str(error) or type(error).__name__) from error
    if not isinstance(results, list):
        raise NotLookedUp("câu trả lời không đúng dạng")
    return results


if __name__ == "__main__":
    raise SystemExit(main())
