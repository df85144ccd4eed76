"""The built site checked as a reader's browser would find it: links, anchors, headings, pictures, scripts and the policy.

`page` reads one page into facts, which hold as long as its bytes do; `faults_among` judges them together. Works on any
HTML; knows nothing of the library that made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from newsroom.policy import Policy
from newsroom.site_check.page import Facts


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with a file of the built site."""

    page: str
    message: str


def faults_among(pages: Mapping[str, Facts], files: Set[str], policy: Policy | None) -> list[Fault]:
    """Every fault of the site that has these files and the facts of these pages, by path below its root; sorted.

    With a policy, each page must carry it and hold no other inline script than it names.
    """
    faults = [Fault(name, message) for name, page in pages.items() for message in page.faults]
    faults += [fault for name, page in pages.items() for fault in _check_links(name, page, pages, files)]
    if policy:
        faults += [fault for name, page in pages.items() for fault in _check_policy(name, page, policy)]
    return sorted(faults)


def _check_links(name: str, page: Facts, pages: Mapping[str, Facts], files: Set[str]) -> Iterator[Fault]:
    for target, fragment, link in page.targets:
        if target not in files:
            yield Fault(name, f"liên kết tới chỗ không có: {link}")
        elif fragment and target in pages and fragment not in pages[target].ids:
            yield Fault(name, f"liên kết tới mục không có: {link}")


def _check_policy(name: str, page: Facts, policy: Policy) -> Iterator[Fault]:
    strange = [script for script in page.scripts if script not in policy.scripts]
    if strange:
        yield Fault(name, f"có {len(strange)} đoạn mã không phải của trang: {', '.join(strange)}")
    if page.policy != policy.text and (page.scripts or not page.is_redirect):
        yield Fault(name, "không mang chính sách nội dung (CSP) của trang")
