"""The admission: everything that stands against a built site becoming what readers see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from newsroom.addresses import file_of
from newsroom.policy import Policy
from newsroom.publishing.inspection import Inspection
from newsroom.publishing.manifest import Manifest
from newsroom.rules.addresses import is_generated
from newsroom.site_check import Fault, faults_among

FRONT_PAGE: Final = file_of("")
"""What a folder has that is a site, and no other folder."""
FEWEST_KEPT: Final = 0.8
"""The share of its pages that a site keeps from one release to the next unless someone says that it is meant."""


def objections(inspection: Inspection, sources: Mapping[str, str] | None, policy: Policy | None) -> list[Fault]:
    """Every fault of the tree, sorted.

    `sources` are the addresses of all documents by path under docs/, "" for those that readers may not see yet; None
    when the tree came without its sources. Without a policy, what pages may run is not judged.
    """
    faults = [*inspection.faults, *faults_among(inspection.pages, inspection.manifest.files.keys(), policy)]
    if FRONT_PAGE not in inspection.pages:
        faults.append(Fault(FRONT_PAGE, "không có trang nhất"))
    if sources is not None:
        faults += _unaccounted(inspection, sources)
    return sorted(faults)


def objections_unbuilt(inspection: Inspection) -> list[Fault]:
    """Every fault of a tree that came without its build, sorted: the policy of its front page is that of all its pages."""
    front = inspection.pages.get(FRONT_PAGE)
    policy = Policy.of_text(front.policy) if front else None
    faults = objections(inspection, None, policy)
    if front and policy is None:
        faults.append(Fault(FRONT_PAGE, "không mang chính sách nội dung (CSP) đọc được, nên không soát được các trang"))
    return sorted(faults)


def is_suspiciously_small(manifest: Manifest, before: Manifest | None) -> bool:
    """Whether more than a fifth of the pages that readers have now would be gone."""
    return before is not None and manifest.pages < FEWEST_KEPT * before.pages


def _unaccounted(inspection: Inspection, sources: Mapping[str, str]) -> Iterator[Fault]:
    """Every source has its page, every page its source, and no two share one."""
    owners = {file_of(url): uri for uri, url in sources.items() if url}
    counts = Counter(file_of(url) for url in sources.values() if url)
    for file, uri in owners.items():
        if file not in inspection.pages:
            yield Fault(uri, f"không có trang của tài liệu này ({file})")
        if counts[file] > 1:
            yield Fault(uri, f"chung một trang với tài liệu khác ({file})")
    for name, page in inspection.pages.items():
        if name not in owners and not page.is_redirect and not is_generated(name):
            yield Fault(name, "trang không có tài liệu nào trong docs/")


def forgotten(texts: Iterable[str], sources: Mapping[str, str]) -> list[Fault]:
    """The texts under docs/ that the build does not know of."""
    return [Fault(uri, "bản dựng không biết tới tệp này") for uri in sorted(set(texts) - sources.keys())]
