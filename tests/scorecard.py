"""Prints what the gate does with the hostile corpus, the honest articles and, with `--corpus FILE`, real ones.

Run it in the environment: `.venv/bin/python tests/scorecard.py`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

_TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(_TESTS.parent / "scripts"), str(_TESTS)]

from hostile.corpus import HOSTILE, LEGITIMATE  # noqa: E402
from test_hostile import faults, problems_by_path  # noqa: E402

from newsroom.body.sanitising import difference  # noqa: E402
from newsroom.circumstances import Circumstances  # noqa: E402
from newsroom.codes import Code  # noqa: E402
from newsroom.problem import Severity  # noqa: E402
from newsroom.proof import proofread  # noqa: E402
from newsroom.settings import read_settings  # noqa: E402
from newsroom.vetting import measure, vet  # noqa: E402
from newsroom_bench.corpus import read_corpus  # noqa: E402
from newsroom_bench.layout import lay_out_unseen  # noqa: E402


def main() -> None:
    """Print the figures as a table."""
    parser = argparse.ArgumentParser(description="In bảng điểm của cửa nhận bài.")
    parser.add_argument("--corpus", type=Path, help="kho bài thật (.jsonl.gz)")
    options = parser.parse_args()
    print("| measure | figure |\n| --- | --- |")
    _corpus()
    if options.corpus:
        _real(options.corpus)


def _corpus() -> None:
    cases = [case for family in HOSTILE.values() for case in family]
    with tempfile.TemporaryDirectory() as folder:
        told = problems_by_path(Path(folder) / "project", [*cases, *LEGITIMATE])
    for family, members in HOSTILE.items():
        print(
            f"| hostile, {family}: refused for what they are, with file and line | {sum(not faults(c, told) for c in members)} of {len(members)} |"
        )
    honest = [c for c in LEGITIMATE if any(p.severity is Severity.ERROR for p in told.get(f"docs/{c.uri}", []))]
    print(f"| hostile, all | {sum(not faults(case, told) for case in cases)} of {len(cases)} |")
    print(f"| honest articles refused | {len(honest)} of {len(LEGITIMATE)} |")


def _real(corpus: Path) -> None:
    articles = read_corpus(corpus)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = {f"docs/{address.rstrip('/')}.md" for address in lay_out_unseen(_TESTS.parent, folder, articles)}
        settings = read_settings(folder / "project/mkdocs.yml")
        docs = folder / "project/docs"
        begun = time.process_time()
        proof = proofread(docs, settings, Circumstances.from_environment().now)
        whole = time.process_time() - begun
        share = _share(docs, settings)
    found = [problem for problem in proof.problems if problem.path in written]
    refused = {problem.path for problem in found if problem.severity is Severity.ERROR}
    doubtful = {problem.path for problem in found if problem.code is Code.GAMBLING_WORDS} - refused
    told = {problem.path for problem in found} - refused - doubtful
    print(f"| real articles refused | {len(refused)} of {len(written)} |")
    print(f"| real articles for a second look | {len(doubtful)} of {len(written)} |")
    print(f"| real articles told of slips of the pen | {len(told)} of {len(written)} |")
    print(
        f"| processor time to read, vet and convert them | {whole:.1f} s, of which vetting and sanitising {share:.1f} s |"
    )


def _share(docs: Path, settings: object) -> float:
    """The processor time that vetting every source takes by itself, and the sanitiser over every body that is not plain."""
    from newsroom.body import plain_body
    from newsroom.problem import ContentError
    from newsroom.settings import Settings
    from newsroom.source import Source, read_source

    assert isinstance(settings, Settings)
    sources: list[Source] = []
    for file in sorted(docs.rglob("*.md")):
        try:
            sources.append(read_source(docs, file.relative_to(docs).as_posix()))
        except ContentError:
            continue
    hosts = settings.hosts
    begun = time.process_time()
    for source in sources:
        list(measure(source))
        list(vet(source, hosts))
        if plain_body(source.body) is None:
            difference(f"<p>{source.body.replace('<', '&lt;')}</p>")
    return time.process_time() - begun


if __name__ == "__main__":
    main()
