"""The benchmark: what a build costs and what a reader downloads. Prints a table and, with --json, the same as JSON.

`--lay-out DIR --corpus FILE.jsonl.gz --articles N` only writes a copy of the project with that archive.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

import environment

environment.enter()

from newsroom_bench.cost import Cost, measure_build
from newsroom_bench.layout import lay_out, read_corpus
from newsroom_bench.weight import PageWeight, weigh_page

LIMITS = {"clean build, wall s": 15.0, "article page, kB gzip": 90.0, "article page, requests": 8.0}
"""Bounds the project holds itself to (issue 2)."""


def main() -> int:
    """0 measured (or laid out); 1 a bound is missed; 2 wrong usage."""
    options = _parse_options()
    if options.lay_out:
        count = lay_out(environment.ROOT, options.lay_out, read_corpus(options.corpus), options.articles)
        print(f"{count} bài đã xếp vào {options.lay_out}/project; địa chỉ trong {options.lay_out}/map.tsv")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        project, laid = environment.ROOT, 0
        if options.corpus:
            project = Path(folder) / "project"
            laid = lay_out(environment.ROOT, Path(folder), read_corpus(options.corpus), options.articles)
        site = Path(folder) / "site"
        costs = [measure_build(project, site, clean=True) for _ in range(options.runs)]
        again = [measure_build(project, site, clean=False) for _ in range(options.runs)]
        figures = _figures(costs, again, weigh_page(site))
        figures["articles laid out"] = laid
    for name, value in figures.items():
        print(f"{name:36} {value:>10.2f}" + (f"   (≤ {LIMITS[name]:g})" if name in LIMITS and not laid else ""))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    missed = [name for name, limit in LIMITS.items() if figures[name] > limit and not laid]
    return 1 if missed else 0


def _figures(costs: list[Cost], again: list[Cost], weight: PageWeight) -> dict[str, float]:
    return {
        "clean build, wall s": statistics.median(cost.wall for cost in costs),
        "clean build, CPU s": statistics.median(cost.cpu for cost in costs),
        "pictures kept, wall s": statistics.median(cost.wall for cost in again),
        "pictures kept, CPU s": statistics.median(cost.cpu for cost in again),
        "peak memory, MB": max(cost.memory for cost in [*costs, *again]),
        "files": float(costs[0].files),
        "site, MB": costs[0].size / 1e6,
        "article page, kB gzip": weight.gzipped / 1000,
        "article page, requests": float(weight.requests),
        "heaviest page, kB gzip HTML": weight.heaviest / 1000,
    }


def _parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Đo thời gian dựng trang và dung lượng người đọc tải về.")
    parser.add_argument("--runs", type=int, default=3, help="số lần đo, lấy trung vị")
    parser.add_argument("--json", type=Path, help="ghi thêm kết quả ra tệp JSON")
    parser.add_argument("--corpus", type=Path, help="kho bài .jsonl.gz: id, title, lead, body, date, section, author")
    parser.add_argument("--articles", type=int, default=1000, help="số bài lấy từ kho")
    parser.add_argument("--lay-out", type=Path, metavar="DIR", help="chỉ xếp bài vào DIR/project, không đo")
    options = parser.parse_args()
    if options.lay_out and not options.corpus:
        parser.error("--lay-out cần --corpus")
    if options.corpus and not options.corpus.exists():
        parser.error(f"không thấy {options.corpus}")
    return options


if __name__ == "__main__":
    sys.exit(main())
