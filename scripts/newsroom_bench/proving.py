"""The proof of `bench.py --prove`: many walks, told as they go; the first that breaks the law ends it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom_bench.walk import Broken, Comparison, Step, prove

WALK: Final = 64
"""Steps of one walk; the next one takes the next seed."""
_TOLD: Final = 10
"""Files that are named when they differ."""
_SCRIPTS: Final = Path(__file__).resolve().parents[1]


@dataclass
class _Tally:
    """What was done so far."""

    steps: int = 0
    clean: int = 0
    reference: int = 0
    kills: int = 0

    def count(self, step: Step) -> None:
        self.steps += 1
        self.clean += step.compared is Comparison.CLEAN
        self.reference += step.compared is Comparison.REFERENCE
        self.kills += step.kills


def run_proof(steps: int, seed: int) -> int:
    """Walk `steps` steps with the seeds `seed`, `seed + 1`, …; 0 when the law held, 1 when not.

    Prints a line for each walk. The folder of a walk that failed is kept and named.
    """
    tally, program = _Tally(), _program()
    folder = Path(tempfile.mkdtemp(prefix="newsroom-prove-"))
    try:
        for number, first in enumerate(range(0, steps, WALK)):
            _walk(folder / "walk", seed + number, min(WALK, steps - first), tally)
    except Broken as broken:
        _tell_broken(broken, folder)
        if _program() != program:
            print("  Mã nguồn đã bị sửa trong lúc thử nên kết quả này không tính; hãy chạy lại.")
        return 1
    shutil.rmtree(folder)
    print(
        f"Luật được giữ qua {tally.steps} bước: {tally.clean} lần so với lần dựng sạch, {tally.reference} lần với bản "
        f"đối chiếu, đều giống từng byte; {tally.kills} lần dựng bị ngắt giữa chừng."
    )
    return 0


def _walk(folder: Path, seed: int, steps: int, tally: _Tally) -> None:
    kills, compared = tally.kills, tally.clean + tally.reference
    for step in prove(folder, seed, steps):
        tally.count(step)
    shutil.rmtree(folder)
    compared = tally.clean + tally.reference - compared
    print(
        f"Hạt giống {seed}: {steps} bước, {compared} lần so, {tally.kills - kills} lần bị ngắt – giống hệt.", flush=True
    )


def _tell_broken(broken: Broken, folder: Path) -> None:
    print(f"Hạt giống {broken.seed}, bước {broken.step}: luật bị phá.")
    if broken.error:
        print(f"  Lần dựng hỏng: {broken.error}")
    for file in broken.files[:_TOLD]:
        print(f"  khác: {file}")
    if len(broken.files) > _TOLD:
        print(f"  … và {len(broken.files) - _TOLD} tệp nữa")
    print(f"  các thay đổi trước đó: {', '.join(broken.changes)}")
    print(
        f"  hai trang còn ở {folder}/walk (project/site, twin/site); chạy lại: --prove {broken.step} --seed {broken.seed}"
    )


def _program() -> dict[Path, int]:
    """When each file of the program was last changed."""
    return {file: file.stat().st_mtime_ns for file in _SCRIPTS.rglob("*.py")}
