"""The benchmark: what builds cost, what a reader downloads, how peers do, and whether the law of equal bytes holds.

Without arguments it measures the shipped site against its bounds. See scripts/README.md for every way to call it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import environment

environment.enter("requirements-dev.txt" if "--search" in sys.argv else "requirements.txt")

import programs
from newsroom_bench.asking import measure_search
from newsroom_bench.citation_labels import CITATIONS, citations_in, labelled_texts
from newsroom_bench.corpus import CorpusArticle, own_corpus, read_corpus
from newsroom_bench.evaluation import NoBrowser
from newsroom_bench.growth import growth_exponent, measure_archive
from newsroom_bench.index_alone import measure_index
from newsroom_bench.labels import Label, read_labels, score, seed_texts
from newsroom_bench.layout import lay_out
from newsroom_bench.markdown_equality import compare, corpus_texts
from newsroom_bench.name_labels import NAMES, names_in, shipped_names, whole_texts
from newsroom_bench.peers import PEERS, PeerMissing
from newsroom_bench.proving import run_proof
from newsroom_bench.recognition_cost import measure_recognition
from newsroom_bench.shipped import measure_shipped
from newsroom_bench.table import Row, as_json, figures, heading, line, ratios
from newsroom_bench.versus import OURS, measure_against
from statuses import CONFIGURATION_PROBLEMS

MISSED = 1
LEAST_RECALL = 0.95
LEAST_PRECISION = 0.98
MOST_RECOGNITION = 0.15
ARTICLES = 1000
"""Of the archive that is laid out, unless someone says how many."""


def main() -> int:
    """0 measured, laid out or proven; 1 a bound is missed or the law broken; 2 wrong usage or a peer that is not there."""
    options = _parse_options()
    for asked, answer in ANSWERS.items():
        if getattr(options, asked):
            return answer(options)
    return measure_shipped(environment.ROOT, options.runs)


def _grow(options: argparse.Namespace) -> int:
    corpus, rows = _corpus(options), []
    print(heading(), flush=True)
    for articles in options.articles:
        for row in measure_archive(environment.ROOT, corpus, articles, options.runs, options.seed):
            print(line(row), flush=True)
            rows.append(row)
    exponent = growth_exponent(rows)
    if exponent is not None:
        print(f"\nSố mũ tăng trưởng của lần dựng sạch: {exponent:.3f}")
    _keep(rows, options.json)
    return 0


def _against(options: argparse.Namespace) -> int:
    articles = _last_size(options, 2000)
    try:
        rows = list(measure_against(environment.ROOT, options.against, _corpus(options), articles, options.runs))
    except PeerMissing as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    print(heading(), *map(line, rows), "", *ratios(rows, OURS), sep="\n")
    _keep(rows, options.json)
    return 0


def _search(options: argparse.Namespace) -> int:
    programs.provide_chromium()
    corpus, sizes = _corpus(options), options.articles or [ARTICLES]
    try:
        columns = [measure_search(environment.ROOT, corpus, size, options.seed) for size in sizes]
    except NoBrowser as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_PROBLEMS
    print(*figures(sizes, columns), sep="\n")
    return 0


def _index(options: argparse.Namespace) -> int:
    cost = measure_index(environment.ROOT, _corpus(options), _last_size(options))
    for name, value in cost._asdict().items():
        print(f"{name:40} {value:>10.2f}")
    return 0


def _compare(options: argparse.Namespace) -> int:
    corpus = read_corpus(options.corpus)
    differing = compare(corpus_texts(corpus))
    print(f"{len(corpus)} bài, {len(differing)} bài khác bộ chuyển Markdown gốc", *differing[:10], sep="\n  ")
    return MISSED if differing else 0


def _citations(options: argparse.Namespace) -> int:
    texts = labelled_texts(read_corpus(options.corpus)) | _seeds(options)
    return _held("viện dẫn", CITATIONS, citations_in(texts), texts)


def _names(options: argparse.Namespace) -> int:
    texts = whole_texts(read_corpus(options.corpus)) | _seeds(options)
    return _held("gọi tên", NAMES, names_in(shipped_names(environment.ROOT), texts), texts)


def _seeds(options: argparse.Namespace) -> dict[str, str]:
    return seed_texts(options.seeds) if options.seeds else {}


def _held(what: str, labels: Path, findings: Iterable[Label], texts: Mapping[str, str]) -> int:
    """Print how well labels are met; 1 when a bound is missed."""
    found = score(read_labels(labels), findings, texts)
    for text in found.missed:
        print(f"bỏ sót  {text}")
    for text in found.wrong:
        print(f"nhận nhầm  {text}")
    print(
        f"{found.labels} lần {what} đã gán nhãn trong {len(texts)} văn bản: "
        f"độ phủ {found.recall:.2%} (cần {LEAST_RECALL:.0%}), "
        f"độ chính xác {found.precision:.2%} (cần {LEAST_PRECISION:.0%})"
    )
    return 0 if found.recall >= LEAST_RECALL and found.precision >= LEAST_PRECISION else MISSED


def _recognition(options: argparse.Namespace) -> int:
    share = measure_recognition(environment.ROOT, _corpus(options), _last_size(options))
    print(
        f"{share.articles} bài: lần dựng sạch {share.build:.2f} giây CPU, trong đó", *map(str, share.parts), sep="\n  "
    )
    print(f"Nhận ra viện dẫn và tên: {share.whole:.1%} của lần dựng (≤ {MOST_RECOGNITION:.0%})")
    return 0 if share.whole <= MOST_RECOGNITION else MISSED


def _lay_out(options: argparse.Namespace) -> int:
    laid = lay_out(environment.ROOT, options.lay_out, _corpus(options), _last_size(options))
    print(f"{len(laid)} bài đã xếp vào {options.lay_out}/project; địa chỉ trong {options.lay_out}/map.tsv")
    return 0


def _corpus(options: argparse.Namespace) -> Sequence[CorpusArticle]:
    return read_corpus(options.corpus) if options.corpus else own_corpus(environment.ROOT / "docs", options.seed)


def _last_size(options: argparse.Namespace, otherwise: int = ARTICLES) -> int:
    """How many articles an archive has that is laid out in one size only."""
    return options.articles[-1] if options.articles else otherwise


def _keep(rows: Iterable[Row], file: Path | None) -> None:
    if file:
        file.write_text(as_json(rows), encoding="utf-8")


def _parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Đo thời gian dựng trang và dung lượng người đọc tải về.")
    parser.add_argument("--articles", type=_numbers, help="đo kho N bài, hoặc nhiều cỡ: 2000,20000")
    parser.add_argument("--corpus", type=Path, help="kho bài .jsonl.gz; không có thì trộn các bài của dự án")
    parser.add_argument("--against", type=_peers, help=f"so với các công cụ khác: {','.join(PEERS)}")
    parser.add_argument("--search", action="store_true", help="hỏi trang tìm kiếm của kho N bài những câu có đáp án")
    parser.add_argument("--index", action="store_true", help="đo riêng việc dựng mục lục tìm kiếm của kho N bài")
    parser.add_argument("--prove", type=int, metavar="N", help="thử luật từng byte qua N thay đổi ngẫu nhiên")
    parser.add_argument("--equal", action="store_true", help="so bộ chuyển Markdown nhanh với bộ gốc trên --corpus")
    parser.add_argument("--citations", action="store_true", help="đo độ nhận ra viện dẫn văn bản trên --corpus")
    parser.add_argument("--names", action="store_true", help="đo độ nhận ra tên có trang trên --corpus")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="với --citations, --names: thư mục trang nguồn .txt")
    parser.add_argument("--recognition", action="store_true", help="đo nhận ra viện dẫn, tên tốn bao nhiêu ở kho N bài")
    parser.add_argument("--lay-out", type=Path, metavar="DIR", help="chỉ xếp bài vào DIR/project, không đo")
    parser.add_argument("--runs", type=int, default=3, help="số lần đo, lấy trung vị")
    parser.add_argument("--seed", type=int, default=1, help="hạt giống của mọi lựa chọn ngẫu nhiên")
    parser.add_argument("--json", type=Path, help="ghi thêm kết quả ra tệp JSON")
    options = parser.parse_args()
    if (options.equal or options.citations or options.names) and not options.corpus:
        parser.error("--equal, --citations và --names cần --corpus")
    if options.corpus and not options.corpus.exists():
        parser.error(f"không thấy {options.corpus}")
    return options


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _peers(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in PEERS]:
        raise argparse.ArgumentTypeError(f"không biết {', '.join(unknown)}")
    return names


ANSWERS: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "prove": lambda options: run_proof(options.prove, options.seed),
    "lay_out": _lay_out,
    "citations": _citations,
    "names": _names,
    "recognition": _recognition,
    "equal": _compare,
    "search": _search,
    "index": _index,
    "against": _against,
    "articles": _grow,
}
"""What each option asks for; the first that is given is answered."""


if __name__ == "__main__":
    sys.exit(main())
